/** Pairs of people of one manner who are asked the same: how often two of them say the same, and how like their words are. */
import { createCancelSource } from '#core/tasks/cancel.ts'
import { hashString } from '#core/hash.ts'
import type { NpcId } from '#core/ids.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import { createLedger } from '#minds/memory/ledger.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import { think } from '#minds/mind.ts'
import type { Observation } from '#minds/minds-protocol.ts'
import { STRANGER, type PrivateView } from '#minds/private-view.ts'
import { createScheduler } from '#minds/scheduler/scheduler.ts'
import { voiceOf } from '#minds/voice/manner.ts'
import type { Turn } from '#simulation/conversations/conversation.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { populateAround } from '#simulation/npc/populate.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { createLand } from '#worldgen/create-land.ts'
import { createHastyTime } from '../minds/support/simulated-time.ts'
import { createPeopledWorld } from './create-test-world.ts'

/** What everybody is asked, one after another, in one talk. */
export const THIRTY_QUESTIONS = [
  'Hello!', 'I am Ada.', 'Who are you?', 'How are you?', 'What do you do?', 'What are you doing?', 'Why?', 'Where is the well?', 'Where can I sleep?', 'Tell me about this place.', 'Any news?', 'What is the weather like?', 'How old are you?', 'Where do you live?', 'Do you have a family?',
  'What do you like?', 'What are you afraid of?', 'I lost my dog.', 'I come from the sea.', 'Thank you.', 'Can you help me?', 'Give me some bread.', 'Is it safe here?', 'What should I see here?', 'Do you believe in ghosts?', 'Do you remember my name?', 'asdf ghjkl', 'The moon is made of cheese.', 'Who stole the golden goblet?', 'Goodbye!',
] as const

/** What those are asked who are known a little longer. */
export const THIRTY_MORE = [
  'Hello!', 'I am Ada.', 'What is your favourite food?', 'How much is a loaf of bread?', 'Tell me a joke.', 'Do you know a song?', 'Do you like it here?', 'Have you always lived here?', 'What did you eat today?', 'Did you sleep well?', 'What was the best day of your life?', 'What are you proud of?', 'Do you like me?', 'What was your childhood like?', 'Is your work hard?',
  'Why?', 'Really?', 'What do you do in the evening?', 'Do you know a riddle?', 'Will it rain?', 'Who is the richest here?', 'Who leads this village?', 'Have you ever travelled?', 'What do you want most?', 'Do you trust me?', 'What makes you laugh?', 'Are you busy?', 'What is that building?', 'What should I bring you?', 'Goodbye!',
] as const

/** How far from the start of a seed people are asked, metres. */
const AROUND_METERS = 5000

/** What came of the pairs. `same`: share of answers that are the same to the letter; `sameMasked`: where names, trades and doings are left out of both; `overlap`: mean share of word pairs in common, 0..1 (Dice's coefficient). */
export type Likeness = { pairs: number; answers: number; same: number; sameMasked: number; overlap: number; alike: string[]; talks: Array<{ name: string; manner: string; lines: string[] }> }

/** The grown people of the villages around the start of each seed that was asked for; to settle them takes far longer than to ask them. */
const settled = new Map<string, readonly PrivateView[]>()

function peopleOf(seed: string): readonly PrivateView[] {
  const known = settled.get(seed)
  if (known) return known
  const land = createLand(seed)
  const env = { land, ground: createGround(land, () => new Float64Array(0)) }
  const world = createPeopledWorld({ seed, land, worldSeconds: 10 * 3600 }, env)
  const { body } = world.player
  for (const { x, z } of land.findSettlements(body.x, body.z, AROUND_METERS)) {
    Object.assign(body, { x, z })
    populateAround(world, env)
  }
  const views = world.npcs.filter(({ age }) => age >= 13).map(({ id }) => buildPrivateView(world, land, id)!)
  settled.set(seed, views)
  return views
}

/** Asks `questions` of `pairs` pairs of one manner of the villages around the start of each seed, who are grown; equal arguments give equal figures. */
export async function measureLikeness(seeds: readonly string[], pairs: number, questions: readonly string[] = THIRTY_QUESTIONS): Promise<Likeness> {
  const likeness: Likeness = { pairs: 0, answers: 0, same: 0, sameMasked: 0, overlap: 0, alike: [], talks: [] }
  for (const seed of seeds) {
    const views = peopleOf(seed)
    const manners = new Map(views.map((view) => [view.npcId, voiceOf(view).manner]))
    // two of one village share the most
    const found = views.flatMap((a, i) => views.slice(i + 1).filter((b) => a.settlement.name === b.settlement.name && manners.get(a.npcId) === manners.get(b.npcId)).map((b) => ({ a, b, order: hashString(`${seed} ${a.npcId} ${b.npcId}`) }))).sort((one, other) => one.order - other.order).slice(0, pairs)
    const said = new Map<NpcId, string[]>()
    for (const view of new Set(found.flatMap(({ a, b }) => [a, b]))) {
      said.set(view.npcId, await answersOf(view, questions))
      likeness.talks.push({ name: `${view.name}, ${view.trade}, ${view.age}`, manner: manners.get(view.npcId)!, lines: said.get(view.npcId)! })
    }
    for (const { a, b } of found) {
      likeness.pairs++
      said.get(a.npcId)!.forEach((left, i) => {
        const right = said.get(b.npcId)![i]!
        likeness.answers++
        likeness.overlap += overlapOf(left, right)
        if (left === right) likeness.same++
        if (masked(left, a) !== masked(right, b)) return
        likeness.sameMasked++
        likeness.alike.push(`${questions[i - 1] ?? 'greeting'} → ${left}`)
      })
    }
  }
  const { answers } = likeness
  return { ...likeness, same: likeness.same / answers, sameMasked: likeness.sameMasked / answers, overlap: likeness.overlap / answers }
}

/** The first words to the player and the answers to all questions. */
async function answersOf(idle: PrivateView, questions: readonly string[]): Promise<string[]> {
  const ledger = createLedger(createTabStore())
  const scheduler = createScheduler({ ...createHastyTime(), changed: () => undefined, tierOf: () => 1 })
  const turns: Turn[] = []
  const lines: string[] = []
  const names: Observation['names'] = { [idle.npcId]: idle.name, player: STRANGER }
  let { worldSeconds } = idle
  const observe = (event: WorldEvent): Promise<unknown> => ledger.observe([{ event, worldSeconds, place: idle.place, names }])
  const heard = async (speakerId: NpcId | 'player', text: string): Promise<void> => {
    turns.push({ speakerId, text, worldSeconds, source: speakerId === 'player' ? 'player' : 'builtin' })
    await observe({ type: 'speech-said', conversationId: 1, speakerId, toId: speakerId === 'player' ? idle.npcId : 'player', text, source: speakerId === 'player' ? 'player' : 'builtin', news: null, witnessIds: [idle.npcId] })
  }
  await observe({ type: 'conversation-start', conversationId: 1, openerId: 'player', npcId: idle.npcId, witnessIds: [idle.npcId] })
  for (const [i, question] of ['', ...questions].entries()) {
    if (question !== '') await heard('player', question)
    const view: PrivateView = { ...idle, worldSeconds, conversation: { id: 1, partnerId: 'player', partnerName: STRANGER, others: [], unsaid: [], turns: turns.slice(-17), telling: null, proposal: null } }
    const { outcome } = await think({ thoughtId: i + 1, kind: question === '' ? 'greet' : 'converse', view, cause: 'someone spoke to me' }, { memory: await ledger.person(idle.npcId), scheduler, now: () => 0, signal: createCancelSource().signal, report: () => undefined, keep: (drafts) => void ledger.keep(idle.npcId, drafts, 'strict') })
    worldSeconds += 30
    const line = outcome.reply ?? ''
    lines.push(line)
    await heard(idle.npcId, line)
  }
  return lines
}

/** The line without what only the facts tell apart. */
function masked(line: string, view: PrivateView): string {
  const facts = [view.activity, view.why, view.home, view.workplace, view.name, view.given, view.trade, ...view.knows.flatMap(({ name, trade, home }) => [home, name, name.split(' ')[0]!, trade])].map((fact) => fact.replace(/[.!?]+$/, '')).filter((fact) => fact.length > 2).sort((a, b) => b.length - a.length)
  return facts.reduce((text, fact) => text.replaceAll(fact.toLowerCase(), '_'), line.toLowerCase()).replace(/\d+/g, '_')
}

/** Share of neighbouring word pairs that two lines have in common, 0..1; of lines of one word, whether it is the same. */
function overlapOf(a: string, b: string): number {
  const [left, right] = [a, b].map((line) => {
    const words = line.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? []
    return new Set(words.length < 2 ? words : words.slice(1).map((word, i) => `${words[i]} ${word}`))
  }) as [Set<string>, Set<string>]
  if (left.size + right.size === 0) return 1
  return (2 * [...left].filter((pair) => right.has(pair)).length) / (left.size + right.size)
}
