/** What a remark is answered by its meaning: who does what to whom in it, and what the talk has told so far. Null where its meaning is not read surely; the readers of whole questions are then heard. */
import { isAsking } from '../asked/plain.ts'
import type { Discourse, Referred } from '../reading/referents.ts'
import type { Scene } from '../scene.ts'
import { answerOfMe, answerWhom } from './asked-me.ts'
import { answerSeen, answerThink } from './asked-that.ts'
import { answerGossip, answerPlaceAsked } from './asked-world.ts'
import { answerGame, answerLifeAsked, answerNature } from './asked-you.ts'
import type { Context, Found } from './context.ts'
import { sensesOf } from './read.ts'
import { taleOf } from './tale.ts'
import { answerHeavy } from './told-heavy.ts'
import { answerLight, answerStory } from './told-light.ts'

const ASKED: ReadonlyArray<(c: Context) => Found | null> = [answerNature, answerGame, answerSeen, answerThink, answerWhom, answerGossip, answerOfMe, answerLifeAsked, answerPlaceAsked]
const TOLD: ReadonlyArray<(c: Context) => Found | null> = [answerNature, answerGame, answerOfMe, answerGossip, answerHeavy, answerLight, answerLifeAsked, answerStory]

const NOD = /^(?:what do you (?:say|think)(?: of (?:it|that))?|(?:did|has) (?:anyone|anybody|somebody|someone) ever (?:tell|told) you(?: that)?|do you (?:hear|understand|see)|you know|can you imagine|would you believe it|okay|right)$/

/** The answer by meaning, with how surely it is one. */
export function answerSense(scene: Scene, read: Referred, talk: Discourse): Found | null {
  if (scene.partnerId !== 'player' || scene.view.conversation?.deal) return null
  const tale = taleOf(scene)
  const asks = isAsking(scene.heard)
  const senses = asks ? sensesOf(scene.heard, scene.view.given).filter(({ mood }) => mood === 'asks') : tale.now
  const last = senses.at(-1) ?? tale.now.at(-1)
  if (!last) return null
  // a question that only asks for a nod leaves what was told
  const isNod = asks && NOD.test(last.text) && tale.now.length > 1
  const s = isNod ? (tale.now.findLast(({ mood }) => mood !== 'asks') ?? last) : asks ? { ...last, mood: 'asks' as const } : last
  const context: Context = { scene, talk, read, tale, s }
  for (const reader of asks && !isNod ? ASKED : TOLD) {
    const found = reader(context)
    if (found) return found
  }
  return null
}
