/** Work that a stranger asks for: who has some, what it is, what it brings, when it begins; whoever takes it is expected there. */
import { DAY_WORLD_SECONDS, dayOf } from '#simulation/clock.ts'
import { TRADES } from '#simulation/npc/trades.ts'
import type { KnownPerson } from '../../private-view.ts'
import { answer, type Answer } from '../answer.ts'
import { hourWords } from '../asked/answer-trade.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { givenOf } from '../people.ts'
import type { Scene } from '../scene.ts'
import type { Lines } from '../manner.ts'
import { craftTalkOf } from './craft-talk.ts'
import type { Side } from './follow-up.ts'
import type { SaidRecord } from './record.ts'

/** From this on, of temper and of work left undone, one gives work oneself. */
const GIVES = 0
const MINE: Lines = { warm: ['I could use two hands, {you}: you would {task}.'], gruff: ['Fine. You’d {task}. No talking.'], shy: ['I… yes, perhaps. You would {task}.'], merry: ['Hands! At last! You would {task}!'], grave: ['There is work. You would {task}.'], dreamy: ['There is always a corner of it left over. You would {task}.'], any: ['I have some. You would {task}.'] }
const TAKEN: Lines = { warm: ['Good! Then I’ll see you at {place}, {when}.'], gruff: ['{Place}. {When}. Don’t be late.'], shy: ['Oh, good… {when}, then, at {place}.'], merry: ['Done! {Place}, {when}, and bring your appetite!'], grave: ['Agreed. Be at {place} {when}.'], dreamy: ['Then the day has two pairs of hands. {Place}, {when}.'], any: ['Good. Be at {place}, {when}.'] }

/** Whose work it is: the speaker’s own, or that of whoever was named. */
function masterOf({ view }: Scene, { person }: SaidRecord): KnownPerson | null {
  return person && person.id !== view.npcId ? person : null
}

/** Work of one’s own for whoever asks; null where one has none to give. */
export function answerWorkWanted(scene: Scene): Answer | null {
  const { view } = scene
  const id = tradeIdOf(view.trade)
  if (!id || id === 'child' || id === 'elder' || view.temperament.agreeableness + (view.needs.duty < 0.7 ? 0.3 : 0) < GIVES) return null
  return answer(scene, { key: 'work' }, [MINE, { task: craftTalkOf(view.trade).task }])
}

/** A side of the work that was spoken of. */
export function answerJobSide(scene: Scene, side: Side, record: SaidRecord): Answer | null {
  const master = masterOf(scene, record)
  const trade = master?.trade ?? scene.view.trade
  const id = tradeIdOf(trade)
  if (!id) return null
  const name = master ? givenOf(master) : null
  const { from, to } = TRADES[id]
  const place = (master?.workplace ?? scene.view.workplace).replace(/^out of doors$/, 'the fields')
  const words: { readonly [S in Side]?: string[] } = {
    deed: [`You would ${craftTalkOf(trade).task}.${name ? ` ${name} will tell you the rest.` : ''}`],
    pay: [`A meal, and a penny or two by the evening${name ? `; settle it with ${name}` : ''}.`, 'What the day is worth: supper for certain, and a coin if it was a good one.'],
    when: [`Tomorrow at ${hourWords(from)}; that is when ${name ?? 'I'} ${name ? 'begins' : 'begin'}.`],
    where: [`At ${place}.`], who: [name ? `${name}, the ${trade}.` : 'Mine. You would have me for a master.'], 'with-whom': [name ? `With ${name}.` : 'With me.'],
    span: [`Till ${hourWords(to)}, and then we see about the next day.`], bring: ['Two hands, and something old to wear.', 'Nothing but yourself, rested.'], quality: [craftTalkOf(trade).takes, 'It is work. One feels it in the evening, and sleeps well.'], how: [craftTalkOf(trade).how],
  }
  return words[side] ? answer({ ...scene, recent: scene.ownTurns.slice(-1).filter((line) => line === words[side]?.[0]) }, { key: 'work' }, [{ any: words[side] }]) : null
}

/** Somebody takes the work that was offered: they are expected there, by the speaker where it is the speaker’s own. */
export function answerJobTaken(scene: Scene, record: SaidRecord): Answer | null {
  const master = masterOf(scene, record)
  const id = tradeIdOf(master?.trade ?? scene.view.trade)
  if (!id) return null
  const { from } = TRADES[id]
  const place = (master?.workplace ?? scene.view.workplace).replace(/^out of doors$/, 'the fields')
  const words = answer({ ...scene, recent: [] }, { key: 'on-pleased' }, [TAKEN, { place, when: `tomorrow at ${hourWords(from)}` }])
  const mark = scene.view.landmarks.find(({ kind, name }) => place.includes(kind) || name === place)
  return words && { ...words, final: true, ...(master || !mark ? {} : { agrees: { place: mark.kind, atSeconds: (dayOf(scene.view.worldSeconds) + 1) * DAY_WORLD_SECONDS + from * 3600 } }) }
}
