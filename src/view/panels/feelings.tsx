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
        <div key={of} className="wound">
          <WoundMark isBack={isBack} growth={growth} />
          <p className="soft">
            A bad memory of {of}{isBack ? ', which has just come back' : ''}. What calls it back: {cues.slice(0, 4).join(', ') || 'nothing any more'}.{growth > 0.15 ? ` ${name} is getting over it.` : ''}
          </p>
        </div>
      ))}
    </div>
  )
}

const RING = 2 * Math.PI * 13

/** A bad memory as a mark: red while it is back, inside a ring that closes as it heals; `growth` 0..1. The words beside it say the same. */
function WoundMark({ isBack, growth }: { isBack: boolean; growth: number }) {
  return (
    <svg className="wound-mark" viewBox="0 0 36 36" aria-hidden="true" data-back={isBack}>
      <circle className="wound-ring" cx="18" cy="18" r="13" />
      <circle className="wound-healed" cx="18" cy="18" r="13" strokeDasharray={`${Math.min(1, Math.max(0, growth)) * RING} ${RING}`} transform="rotate(-90 18 18)" />
      <path className="wound-core" d="M18 10.5c2.6 2.8 4.6 5.3 4.6 8.4 0 2.9-2 4.9-4.6 4.9s-4.6-2-4.6-4.9c0-3.1 2-5.6 4.6-8.4" />
    </svg>
  )
}
