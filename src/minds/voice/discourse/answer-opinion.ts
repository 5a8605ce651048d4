/** What somebody says that they think of a subject that no rule covers. */
import { answer, type Answer } from '../answer.ts'
import type { Scene } from '../scene.ts'
import { capitalise } from '../speak.ts'
import type { Lines } from '../manner.ts'
import { opinionOf, type Opinion } from './opinion.ts'

const FOR: Lines = { warm: ['I think well of {subject}: {because}.', '{Subject}? I’m all for it, {you}; {because}.'], gruff: ['Nothing against it. {Because}.'], shy: ['I like the thought of {subject}… {because}.'], merry: ['{Subject}! I’m for it, three times over: {because}!'], grave: ['I hold with {subject}. {Because}.'], dreamy: ['{Subject}… yes. {Because}.'], any: ['Good, on the whole; {because}.', '{Subject}? I’m for it: {because}.'] }
const AGAINST: Lines = { warm: ['I can’t warm to {subject}, {you}; {because}.'], gruff: ['{Subject}? Not for me. {Because}.'], shy: ['I don’t know… {because}.'], merry: ['{Subject}? Keep it! {Because}!'], grave: ['I do not hold with {subject}: {because}.'], dreamy: ['{Subject}… it leaves me cold. {Because}.'], any: ['I don’t think much of {subject}: {because}.', 'Little good. {Because}.'] }
const TORN: Lines = { warm: ['I’m of two minds about {subject}, {you}; but {because}.'], gruff: ['Depends. {Because}.'], shy: ['I can’t decide… {because}, though.'], merry: ['On Mondays for, on Tuesdays against! But {because}.'], grave: ['There are two sides to {subject}. Yet {because}.'], dreamy: ['{Subject}… now one side of it shines, now the other. {Because}.'], any: ['Some of it yes, some of it no; but {because}.'] }

/** An opinion in plain words. */
export function opinionWords({ subject, stance, because }: Opinion): string {
  return `${stance === 'for' ? `I’m for ${subject}` : stance === 'against' ? `I don’t hold with ${subject}` : `I’m of two minds about ${subject}`}; ${because}.`
}

/** The opinion of a subject said aloud; the reason stays the same whenever it is asked. */
export function answerOpinionOf(scene: Scene, subject: string): Answer | null {
  const opinion = opinionOf(scene.view, subject)
  const slots = { subject: opinion.subject, because: opinion.because }
  const again = [...scene.memories.filter(({ kind }) => kind === 'said').map(({ text }) => text), ...scene.ownTurns].some((line) => line.toLowerCase().includes(opinion.because.toLowerCase()) && line.toLowerCase().includes(opinion.subject.toLowerCase()))
  if (again) return answer({ ...scene, recent: [] }, { key: 'on-topic' }, [{ any: ['I have not changed my mind: {words}', 'As I told you: {words}'] }, { words: opinionWords(opinion) }])
  const lines = opinion.stance === 'for' ? FOR : opinion.stance === 'against' ? AGAINST : TORN
  // of two subjects one may think the same, for the same reason
  return answer(scene, { key: 'on-topic' }, [lines, slots]) ?? answer({ ...scene, recent: [] }, { key: 'on-topic' }, [{ any: [capitalise(opinionWords(opinion))] }])
}
