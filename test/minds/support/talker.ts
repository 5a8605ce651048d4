/** A whole mind without a browser: tell people things, hear their answers, let time pass. */
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { NpcId } from '#core/ids.ts'
import type { Ahead } from '#minds/ahead.ts'
import type { LanguageModel } from '#minds/language-model.ts'
import { createLedger, type Ledger } from '#minds/memory/ledger.ts'
import { createTabStore, type MemoryStore } from '#minds/memory/memory-store.ts'
import { createScheduler, type Scheduler } from '#minds/scheduler/scheduler.ts'
import { think } from '#minds/mind.ts'
import type { Observation, ThoughtProgress, ThoughtResult } from '#minds/minds-protocol.ts'
import type { Turn } from '#simulation/conversations/conversation.ts'
import type { ThoughtKind, WorldEvent } from '#simulation/events.ts'
import { chosen } from './chosen.ts'
import { createHastyTime } from './simulated-time.ts'
import { makeView, type ViewChange } from './make-view.ts'

/** See `createTalker`. */
export type Talker = {
  readonly ledger: Ledger
  readonly scheduler: Scheduler
  now: number
  /** What was thought ahead, where anything is. */
  ahead: Ahead | null
  /** Comes up to a person: what it says first. */
  meet(npcId: NpcId, change?: ViewChange): Promise<ThoughtResult>
  /** Says something; gives what is behind the answer. */
  say(npcId: NpcId, text: string, change?: ViewChange): Promise<ThoughtResult>
  /** Ends the talk with a person. */
  part(npcId: NpcId): void
  think(npcId: NpcId, kind: ThoughtKind, change?: ViewChange): Promise<ThoughtResult>
  observe(event: WorldEvent, place?: string): Promise<void>
  turnsOf(npcId: NpcId): readonly Turn[]
  readonly heardPieces: ThoughtProgress[]
}

const NAMES: Observation['names'] = { 'npc:0,0/1': 'Mira Tanner', 'npc:0,0/2': 'Boran Ashby', 'npc:0,0/3': 'Elsin Reed', player: 'the stranger' }

/** Minds over a store; `model` may be none. */
export function createTalker({ store = createTabStore(), model = null, tier = 1, clock }: { store?: MemoryStore; model?: LanguageModel | null; tier?: number; clock?: () => number } = {}): Talker {
  const ledger = createLedger(store)
  const scheduler = createScheduler({ ...createHastyTime(), ...(clock ? { now: clock } : {}), changed: () => undefined, tierOf: () => tier })
  scheduler.setModels({ endpoint: chosen('chosen', model, { tier }), kinds: {} })
  const talks = new Map<NpcId, { id: number; turns: Turn[] }>()
  const heardPieces: ThoughtProgress[] = []
  let nextTalk = 1
  let nextThought = 1

  async function observe(event: WorldEvent, place = 'the square of Alder Ford'): Promise<void> {
    await ledger.observe([{ event, worldSeconds: talker.now, place: { x: 0, z: 0, name: place }, names: NAMES }])
  }

  async function run(npcId: NpcId, kind: ThoughtKind, change: ViewChange): Promise<ThoughtResult> {
    const talk = talks.get(npcId)
    const view = makeView(npcId, { worldSeconds: talker.now, ...(talk ? { turns: talk.turns, talkId: talk.id } : {}), ...change })
    const result = await think({ thoughtId: nextThought++, kind, view, cause: 'someone spoke to me' }, {
      memory: await ledger.person(npcId), scheduler, ...(talker.ahead ? { ahead: talker.ahead } : {}), now: clock ?? (() => 0), signal: createCancelSource().signal, report: (piece) => heardPieces.push(piece), keep: (drafts) => void ledger.keep(npcId, drafts, 'strict'),
    })
    talker.now += 60
    const { reply, thought, source } = result.outcome
    if (talk && reply !== null) {
      talk.turns.push({ speakerId: npcId, text: reply, worldSeconds: talker.now, source })
      await observe({ type: 'speech-said', conversationId: talk.id, speakerId: npcId, toId: 'player', text: reply, source, news: null, witnessIds: [npcId] })
    }
    if (thought) await observe({ type: 'thought-had', npcId, text: thought, source })
    return result
  }

  const talker: Talker = {
    ledger, scheduler, heardPieces, now: 9 * 3600, ahead: null,
    async meet(npcId, change = {}) {
      talks.set(npcId, { id: nextTalk++, turns: [] })
      await observe({ type: 'conversation-start', conversationId: nextTalk - 1, openerId: 'player', npcId, witnessIds: [npcId] })
      return run(npcId, 'greet', change)
    },
    async say(npcId, text, change = {}) {
      const talk = talks.get(npcId)
      if (!talk) throw new Error('talker: meet first')
      talk.turns.push({ speakerId: 'player', text, worldSeconds: talker.now, source: 'player' })
      await observe({ type: 'speech-said', conversationId: talk.id, speakerId: 'player', toId: npcId, text, source: 'player', news: null, witnessIds: [npcId] })
      return run(npcId, 'converse', change)
    },
    part(npcId) {
      talks.delete(npcId)
    },
    think: (npcId, kind, change = {}) => run(npcId, kind, change),
    observe,
    turnsOf: (npcId) => talks.get(npcId)?.turns ?? [],
  }
  return talker
}

/** A talk with one person of new minds: the answer to each remark. */
export async function talk(npcId: NpcId, remarks: readonly string[], change: ViewChange = {}): Promise<string[]> {
  const talker = createTalker()
  await talker.meet(npcId, change)
  const lines: string[] = []
  for (const text of remarks) lines.push((await talker.say(npcId, text, change)).outcome.reply ?? '')
  return lines
}
