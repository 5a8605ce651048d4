/** What an answer is before it is spoken to the end: words, what is thought meanwhile, and what it does to the talk. */
import type { ThoughtOutcome } from '#simulation/commands.ts'
import type { Deliberation } from '../deliberation/deliberation.ts'
import type { Lines } from './manner.ts'
import { say, type Scene } from './scene.ts'
import type { Slots } from './speak.ts'
import type { INNER } from './lines-inner.ts'

/** An answer. */
export type Answer = {
  text: string
  /** Which inner line goes with it, and with what in its slots. */
  inner: { key: keyof typeof INNER; slots?: Slots }
  /** Whether the talk ends with it. */
  ends?: boolean
  /** What the person will do because of it. */
  decision?: ThoughtOutcome['decision']
  /** What was weighed for it. */
  deliberation?: Deliberation
  /** The belief that is told with it. */
  tells?: number
  /** A meeting that is agreed to with it. */
  agrees?: ThoughtOutcome['agrees']
  /** Whether it only says that one does not know. */
  isIgnorant?: boolean
  /** Whether it only says the question back. */
  isVague?: boolean
  /** Whether it is only a listener’s word, which would do for anything. */
  isListening?: boolean
  /** Whether nothing more should be added. */
  final?: boolean
  /** Whether it is said plainly, with none of the speaker's habits: of the dead one does not prattle. */
  plain?: boolean
}

/** The first of `choices` that has something new to say; null when none has. */
export function answer(scene: Scene, inner: Answer['inner'], ...choices: ReadonlyArray<readonly [Lines, Slots?]>): Answer | null {
  for (const [lines, slots] of choices) {
    const text = say(scene, lines, slots)
    if (text !== null) return { text, inner }
  }
  return null
}
