/** What the people here thought within the last minute, counted live. */
import { useEffect, useState } from 'react'
import type { Tally } from '#session/trial.ts'
import { useSession } from '../../session-context.ts'

const LOOK_MS = 1_000
const WINDOW_SECONDS = 60

/** Counts of the last minute. */
export function LivedMinute() {
  const session = useSession()
  const [tallies, setTallies] = useState<readonly Tally[]>([])
  useEffect(() => {
    let wanted = true
    const look = (): void => {
      session.tally().then(
        (now) => {
          // a new run counts from nothing
          if (wanted) setTallies((before) => [...before.filter(({ seconds }) => seconds <= now.seconds && now.seconds - seconds <= WINDOW_SECONDS), now])
        },
        () => undefined,
      )
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => {
      wanted = false
      clearInterval(timer)
    }
  }, [session])
  return (
    <div className="lived">
      <dl>
        {countsOf(tallies).map(([what, count]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{`among the people here, in the last ${Math.round(spanOf(tallies))} s that you looked on`}</p>
    </div>
  )
}

/** What was added between the first and the last look. */
export function countsOf(tallies: readonly Tally[]): ReadonlyArray<readonly [what: string, count: number]> {
  const first = tallies[0]
  const last = tallies.at(-1)
  const grown = (part: keyof Tally): number => (first && last ? Math.max(0, last[part] - first[part]) : 0)
  return [['thoughts', grown('thoughts')], ['at its speed', grown('byModel')], ['branches weighed', grown('branches')], ['talks begun', grown('talks')], ['tokens', grown('tokens')], ['thought ahead', grown('ahead')], ['of these said', grown('aheadSaid')]]
}

function spanOf(tallies: readonly Tally[]): number {
  return (tallies.at(-1)?.seconds ?? 0) - (tallies[0]?.seconds ?? 0)
}
