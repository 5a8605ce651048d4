/** What leans on the talk so far and is answered from its records: a question after another side of something said, work that is taken. */
import { answer, type Answer } from '../answer.ts'
import { asksOfTrades } from '../answer-deal.ts'
import { asksOfLives } from '../answer-lives.ts'
import { meetingAsked } from '../answer-meeting.ts'
import { waiting } from '../asked/answer-amuse.ts'
import type { Thread } from '../asked/full-words.ts'
import { coreOf } from '../asked/plain.ts'
import { peopleIn, spotIn } from '../asked/names.ts'
import { readAsk } from '../asked/read-ask.ts'
import { aroundOf, readFrame } from '../frames/read-frame.ts'
import type { Scene } from '../scene.ts'
import { answerFollowUp } from './answer-follow-up.ts'
import { readFollowUp } from './follow-up.ts'
import { answerJobTaken } from './job.ts'
import { pastOf } from './past.ts'
import { pastAsked } from './record.ts'

const TAKES = /^(?:(?:ok|okay|alright|all right|fine|good|great|yes|well|then|sure)[, ]+)*(?:i(?:'ll| will) (?:do|take) (?:it|that|the (?:job|work))|i(?:'m| am) in|count me in|deal|agreed|(?:that )?sounds (?:fair|good|fine)|i(?:'ll| will) be there|it is a deal|i accept)(?: then)?$/
const PUTS_OFF = /^(?:(?:maybe|perhaps|ok|okay|well|not now)[, ]+)*(?:later|another (?:time|day)|some (?:other )?(?:time|day)|tomorrow|not now)(?: then| perhaps| maybe)?$/

/** An answer from the records of the talk; null where the remark stands by itself. */
export function answerLeaning(scene: Scene, thread: Thread): Answer | null {
  const { heard, view } = scene
  if (view.conversation?.deal || waiting(scene) || asksOfLives(heard) || asksOfTrades(heard) || meetingAsked(heard, view.worldSeconds) !== null) return null
  const job = thread.records.slice(-3).findLast(({ topic }) => topic === 'job')
  if (job && TAKES.test(coreOf(heard).replace(/[.!]/g, ''))) return answerJobTaken(scene, job)
  const followUp = readFollowUp(view, heard, thread)
  if (followUp) return answerFollowUp(scene, followUp)
  // “later, then” puts off what one was bidden to
  const last = thread.records.at(-1)
  if (last && PUTS_OFF.test(coreOf(heard)) && (last.side === 'show' || last.side === 'join' || last.side === 'when' || last.side === 'at')) return answer(scene, { key: 'on-pleased' }, [{ warm: ['Whenever it suits you, {you}.'], gruff: ['When you like.'], merry: ['I’ll still be here, with the same face!'], any: ['Whenever it suits you.', 'It will keep.'] }])
  const past = readAsk(heard) === null && readFrame(heard, aroundOf(view, heard)) === null && peopleIn(view, heard, true).length === 0 && spotIn(view, heard) === null ? pastAsked(heard) : null
  const lived = past && pastOf(view, past)
  return lived ? answer(scene, { key: 'on-topic' }, [{ any: [lived.has ? `I have. ${lived.what}` : lived.what] }]) : null
}
