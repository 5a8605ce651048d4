/** What a person feels now and why, what many days have weighed, and the bad memories it carries. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { PersonView } from '#session/session.ts'
import { Meter } from '../components/meter.tsx'

/** The load of many days in words, 0..1. */
function loadWords(load: number): string {
  if (load < 0.15) return 'light'
  if (load < 0.4) return 'some'
  return load < 0.7 ? 'heavy' : 'near breaking'
}

/** The parts of feeling, each with its cause; fine when there are none. */
export function Feelings({ name, feelings, badMemories, load }: DeepReadonly<Pick<PersonView, 'feelings' | 'badMemories' | 'load'>> & { name: string }) {
  return (
    <div className="need-bars">
      {feelings.length === 0 && <p className="empty">{name} feels nothing in particular.</p>}
      {feelings.slice(0, 4).map(({ kind, intensity, cause }, n) => (
        <div key={`${n} ${kind}`}>
          <Meter label={kind} value={intensity} words={cause} tone="water" />
        </div>
      ))}
      <Meter label="burden of many days" value={load} words={loadWords(load)} tone={load > 0.4 ? 'clay' : 'ink'} />
      {badMemories.map(({ of, cues, isBack, growth }) => (
        <p key={of} className="soft">
          A bad memory of {of}{isBack ? ', which has just come back' : ''}. What calls it back: {cues.slice(0, 4).join(', ') || 'nothing any more'}.{growth > 0.15 ? ` ${name} is getting over it.` : ''}
        </p>
      ))}
    </div>
  )
}
