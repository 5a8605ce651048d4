/** The speaker's own past, drawn from who they are and the same whenever it is asked: who taught them, whom they lost, the best and the worst that they lived through. It never speaks against kin who live, or the dead one knows of. */
import type { PrivateView } from '../../private-view.ts'
import { kinWords } from '../../kin-words.ts'
import { ownOf, shareOf } from '../asked/favourites.ts'
import { pastOf } from '../discourse/past.ts'
import { givenOf } from '../people.ts'

/** Whoever taught one: in words, whether they live, and what they were like. */
export type Teacher = { whom: string; he: string; him: string; isAlive: boolean; where: string; taught: string; saying: string; like: string }

const SAYINGS = ['“Look twice, cut once.”', '“Slowly; it is not running away.”', '“Whoever hurries does it again.”', '“First sweep, then boast.”', '“Do it as if your mother were coming to look.”'] as const
const LIKE = ['Short of words and long of patience.', 'Loud in the morning and gentle by evening.', 'Stricter than I am, and fairer than most.', 'Half deaf, and heard everything all the same.'] as const

/** Who taught one the trade: a parent of the same trade, else whoever had it before. */
export function teacherOf({ npcId, trade, age, knows, settlement }: PrivateView): Teacher {
  const own = (what: string, list: readonly string[]): string => ownOf(npcId, `teacher ${what}`, list)
  const parent = knows.find((one) => one.kinship === 'parent' && one.trade === trade)
  const isWoman = parent ? parent.sex === 'female' : shareOf(npcId, 'teacher sex') < 0.3
  const isAlive = parent !== undefined || (age < 40 && shareOf(npcId, 'teacher lives') < 0.4 && settlement.neighbours.length > 0)
  const where = parent ? parent.home : (settlement.neighbours[0]?.name ?? '')
  return { whom: parent ? `${kinWords(parent)} ${givenOf(parent)}` : `the ${trade} before me`, he: isWoman ? 'she' : 'he', him: isWoman ? 'her' : 'him', isAlive, where, taught: own('taught', ['The grips first; the patience came later.', 'To look before I use my hands.', 'That a thing is finished when one could sign it, and not before.', 'How to stop for the day. That was the hardest.']), saying: own('saying', SAYINGS), like: own('like', LIKE) }
}

/** Whom one has lost: kin who died while one knew of it, else somebody of old; null for nobody. */
export function lostOf(view: PrivateView): { whom: string; name: string | null; he: string; told: string } | null {
  const near = view.dead.find(({ kinship }) => kinship !== null) ?? view.dead.find(({ warmth }) => warmth > 0.3)
  if (near) return { whom: near.kinship ? `${kinWords(near)} ${near.given}` : near.given, name: near.given, he: near.sex === 'female' ? 'she' : near.sex === 'male' ? 'he' : 'they', told: near.isBuried && near.grave ? `The grave is ${near.grave.direction} of here.` : 'It is not long ago.' }
  const loss = pastOf(view, 'loss')
  if (!loss.has) return null
  const isFriend = loss.what.includes('friend')
  return { whom: isFriend ? 'a friend I had as a child' : 'my grandmother', name: null, he: isFriend ? 'he' : 'she', told: isFriend ? 'The river took him.' : 'She had the chair by the fire.' }
}

/** The best and the worst that one lived through, as sentences. */
export function bestAndWorst(view: PrivateView): { best: string; worst: string } {
  const child = view.knows.find(({ kinship }) => kinship === 'child')
  const spouse = view.knows.find(({ kinship }) => kinship === 'spouse')
  const sibling = view.knows.find(({ kinship }) => kinship === 'sibling')
  const lost = lostOf(view)
  const bests = [...(child ? [`The night ${givenOf(child)} was born. I have not been so afraid since, nor so glad.`] : []), ...(spouse ? [`That ${givenOf(spouse)} said yes. I had not counted on it.`] : []), ...(sibling ? [`A summer when we were small, ${givenOf(sibling)} and I. We were never indoors.`] : []), `The first piece of my own work that somebody else was proud of.`, 'A harvest supper, years ago. Nobody went home before light.']
  return { best: ownOf(view.npcId, 'best of life', bests), worst: lost ? `When I lost ${lost.whom}. ${lost.told}` : pastOf(view, 'work').has ? pastOf(view, 'work').what : 'A winter when the bins were empty by candle time. We boiled the straps.' }
}
