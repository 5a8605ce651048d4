/** For developers (`?dev=1`): what a frame costs and what exists now, in numbers. */
import { useEffect, useState } from 'react'
import type { Session } from '#session/session.ts'
import { useSession } from '../session-context.ts'

const REFRESH_MS = 500

/** Each count with its name. */
function countLines({ frameSpreads, lastRender, run }: Session): ReadonlyArray<readonly [name: string, value: string]> {
  const spreads = frameSpreads()
  const { drawn, resident, pending, holes } = run.terrain.counts
  const { calls, triangles, geometries, textures, programs } = lastRender
  const ms = ({ p50, p99, max }: { p50: number; p99: number; max: number }): string => [p50, p99, max].map((value) => value.toFixed(1)).join(' · ')
  return [
    ['frame ms p50 · p99 · most', ms(spreads.frame)],
    ['streaming', ms(spreads.streaming)],
    ['minds', ms(spreads.minds)],
    ['render', ms(spreads.render)],
    ['calls; triangles', `${calls}; ${triangles.toLocaleString('en')}`],
    ['geometries; textures; programs', `${geometries}; ${textures}; ${programs}`],
    ['chunks drawn; resident; pending; holes', `${drawn}; ${resident}; ${pending}; ${holes}`],
    ['people', String(run.world.npcs.length)],
  ]
}

/** The counts in a corner, twice a second. */
export function DevCounts() {
  const session = useSession()
  const [lines, setLines] = useState(() => countLines(session))
  useEffect(() => {
    const timer = setInterval(() => setLines(countLines(session)), REFRESH_MS)
    return () => clearInterval(timer)
  }, [session])
  return (
    <dl className="paper dev-counts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
