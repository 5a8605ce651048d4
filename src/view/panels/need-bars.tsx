/** How well each need is met. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { Needs } from '#simulation/npc/npc.ts'
import { Meter } from '../components/meter.tsx'

/** What each need is called, and its words from desperate to content. */
const NEED_WORDS: { readonly [Name in keyof Needs]: readonly [label: string, desperate: string, wanting: string, content: string] } = {
  food: ['Food', 'starving', 'hungry', 'fed'],
  rest: ['Rest', 'worn out', 'tired', 'rested'],
  company: ['Company', 'lonely', 'wants company', 'among friends'],
  duty: ['Duty', 'neglected', 'work waits', 'done'],
  safety: ['Safety', 'afraid', 'uneasy', 'safe'],
  shelter: ['Shelter', 'exposed', 'out of doors', 'sheltered'],
}

/** A need in a word: 1 content .. 0 desperate. */
function needWords(name: keyof Needs, value: number): string {
  const [, desperate, wanting, content] = NEED_WORDS[name]
  return value < 0.25 ? desperate : value < 0.6 ? wanting : content
}

/** Six bars, each with its name and its word. */
export function NeedBars({ needs }: { needs: DeepReadonly<Needs> }) {
  return (
    <div className="need-bars">
      {(Object.keys(NEED_WORDS) as Array<keyof Needs>).map((name) => (
        <Meter key={name} label={NEED_WORDS[name][0]} value={needs[name]} words={needWords(name, needs[name])} tone={needs[name] < 0.25 ? 'clay' : 'water'} />
      ))}
    </div>
  )
}
