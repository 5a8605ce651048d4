/** What the planners of answers by meaning share: the scene, the talk, how a line is said, and how much it is to the point. */
import { answer, type Answer } from '../answer.ts'
import type { Lines } from '../manner.ts'
import { inManner } from '../reading/in-manner.ts'
import type { Discourse, Referred } from '../reading/referents.ts'
import type { Scene } from '../scene.ts'
import { isRepeat, sentencesOf, type Slots } from '../speak.ts'
import type { Sense } from './read.ts'
import type { Tale } from './tale.ts'

/** A remark with all that it is answered from. */
export type Context = { scene: Scene; talk: Discourse; read: Referred; tale: Tale; /** The clause that is answered. */ s: Sense }

/** An answer by meaning, and how surely it is one, 0..1. */
export type Found = { answer: Answer; confidence: number }

/** How surely a clause is read whose meaning leaves no doubt. */
export const SURE = 0.9
/** The same for one that says what it is of. */
export const LIKELY = 0.78
/** The same for one that only names something. */
export const MAYBE = 0.45

/** How a plain line is said to something that weighs: without jokes and calls. */
const EARNEST: ReadonlySet<string> = new Set(['gruff', 'shy', 'dreamy'])

/** A line as the gruff say it: its first sentence, and what follows where that only asks back. */
function cut(line: string): string {
  const [first = line, second = ''] = sentencesOf(line)
  return first.endsWith('?') || first.length < 9 ? `${first} ${second}`.trim() : first
}

/** Says one of `lines`; null where all were said of late. `weighs`: nothing is added, and nobody jokes. */
export function told({ scene }: Context, lines: readonly string[] | Lines, slots: Slots = {}, { weighs = false, again = false, confidence = SURE, inner = 'on-curious' as Answer['inner']['key'], ...more }: { weighs?: boolean; /** Whether it may be said though it was said of late. */ again?: boolean; confidence?: number; inner?: Answer['inner']['key'] } & Omit<Partial<Answer>, 'inner'> = {}): Found | null {
  const fresh = (line: string): string => { const kept = sentencesOf(line).filter((one) => !scene.recent.some((said) => isRepeat(one, said))); return again || kept.length === 0 ? line : kept.join(' ') }
  const ways: Lines = Array.isArray(lines) ? { any: scene.voice.manner === 'gruff' ? lines.map(cut) : !weighs || EARNEST.has(scene.voice.manner) ? inManner(scene, lines as readonly string[]) : (lines as readonly string[]) } : (lines as Lines)
  const trimmed: Lines = Object.fromEntries(Object.entries(ways).map(([manner, each]) => [manner, weighs ? each.map(fresh) : each]))
  const said = answer(again ? { ...scene, recent: [] } : scene, { key: inner, slots: { name: scene.partnerName ?? 'the stranger', object: 'that', person: 'them' } }, [trimmed, slots])
  return said && { answer: { ...said, ...(weighs ? { final: true, plain: true } : {}), ...more }, confidence }
}
