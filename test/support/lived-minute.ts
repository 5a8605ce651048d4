/** One minute of play of one village, lived at a speed of thinking: the same world, the same people, a clock that is turned by hand. */
import { createClient } from '#core/tasks/client.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import { toObservations } from '#minds/memory/to-observations.ts'
import type { MindsProtocol } from '#minds/minds-protocol.ts'
import type { Attention } from '#minds/scheduler/attention.ts'
import { serveMinds } from '#minds/serve-minds.ts'
import { livelinessOf } from '#minds/tiers.ts'
import { createRulesAtSpeed } from '#platform/models/rules-at-speed.ts'
import { TICK_SECONDS } from '#simulation/clock.ts'
import type { Command } from '#simulation/commands.ts'
import type { WorldEnv } from '#simulation/env.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { tickWorld } from '#simulation/tick.ts'
import type { World } from '#simulation/world.ts'
import { portPair } from './port-pair.ts'
import type { Choice } from './same-choices.ts'

const TICK_MS = TICK_SECONDS * 1_000
/** Seconds at which the player goes up to somebody, asks, and asks again. */
const MEET_SECONDS = 2
const ASK_SECONDS = [10, 25, 40] as const
const QUESTIONS = ['What are you doing today?', 'What do you think of your neighbours?', 'What would you do if a wolf came?'] as const

/** Something thought, at a second of the minute; `fellBack`: by rules, for want of the model; `branches` where futures were weighed. */
export type Thought = { second: number; byModel: boolean; fellBack: boolean; branches: number }
/** A line said by a person, at a second of the minute, in which talk (null across the square), and whether by one who only stood by. */
export type Said = { second: number; talkId: number | null; isAside: boolean }
/** What the minute was. Replies in milliseconds; choices as those stood before them who weighed them. */
export type LivedMinute = { thoughts: Thought[]; talks: number; said: Said[]; speakers: number; tokens: number; branches: number; choices: Choice[]; replies: number[] }

/** Lives it. `world` is not kept as it was. */
export async function liveMinute(world: World, env: WorldEnv, { tokensPerSecond, seconds }: { tokensPerSecond: number; seconds: number }): Promise<LivedMinute> {
  const clock = createHandClock()
  const [page, worker] = portPair()
  serveMinds(worker, {
    createStore: () => createTabStore(), readMemory: () => null, createModel: () => null, withChaos: (model) => model, createEmbeddingModel: () => null, createTrial: (trial) => (trial.kind === 'rules-at-speed' && trial.tokensPerSecond > 0 ? createRulesAtSpeed(trial.tokensPerSecond, clock) : null),
    testEndpoint: () => Promise.reject(new Error('nothing to test')), termsOf: () => ({ mostCalls: 32, isFree: true }), findings: { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() }, now: () => clock.now(),
    after(ms, callback) {
      let wanted = true
      clock.after(ms, () => wanted && callback())
      return () => void (wanted = false)
    },
  })
  const minds = createClient<MindsProtocol>(page)
  let tokens = 0
  minds.onNews('model-status', ({ tokensOut }) => (tokens = Math.max(tokens, tokensOut)))
  await minds.ask('world-open', { seed: world.seed, mode: 'fresh' })
  await minds.ask('trial-set', { trial: { kind: 'rules-at-speed', tokensPerSecond } })
  const lived: LivedMinute = { thoughts: [], talks: 0, said: [], speakers: 0, tokens: 0, branches: 0, choices: [], replies: [] }
  let commands: Command[] = [{ type: 'liveliness-set', level: livelinessOf(tokensPerSecond) }]
  let askedAt: number | null = null
  const speakers = new Set<string>()
  const startTick = world.tick
  const partner = nearest(world)

  const think = async (event: Extract<WorldEvent, { type: 'thought-request' }>): Promise<void> => {
    const view = buildPrivateView(world, env.land, event.npcId)
    if (!view) return
    const result = await minds.ask('thought-think', { thoughtId: event.thoughtId, kind: event.kind, cause: event.cause, view, attention: attentionTo(world, event.npcId) })
    const branches = result.deliberation?.branches.length ?? 0
    lived.thoughts.push({ second: clock.now() / 1_000, byModel: result.outcome.source === 'model', fellBack: result.outcome.source === 'fallback', branches })
    lived.branches += branches
    if (event.kind === 'deliberate') lived.choices.push({ view, thoughtId: event.thoughtId })
    commands.push({ type: 'thought-apply', thoughtId: event.thoughtId, npcId: event.npcId, outcome: result.outcome })
  }

  for (let tick = 0; tick < seconds / TICK_SECONDS; tick++) {
    if (partner && tick === MEET_SECONDS / TICK_SECONDS) {
      const npc = world.npcs.find(({ id }) => id === partner)!
      commands.push({ type: 'player-place', x: npc.body.x + 1.5, z: npc.body.z + 1 }, { type: 'conversation-open', npcId: partner })
    }
    const question = ASK_SECONDS.findIndex((second) => tick === second / TICK_SECONDS)
    if (partner && question >= 0) {
      commands.push({ type: 'conversation-say', npcId: partner, text: QUESTIONS[question]! })
      askedAt = tick
    }
    const now = commands
    commands = []
    tickWorld(world, env, now)
    const { events } = world
    for (const event of events) {
      if (event.type === 'conversation-start') lived.talks++
      if (event.type === 'speech-said' && event.speakerId !== 'player') {
        const talk = world.conversations.find(({ id }) => id === event.conversationId)
        lived.said.push({ second: tick * TICK_SECONDS, talkId: event.conversationId, isAside: talk !== undefined && !talk.participants.includes(event.speakerId) })
        speakers.add(event.speakerId)
      }
      if (event.type === 'speech-said' && event.speakerId === partner && event.toId === 'player' && askedAt !== null) {
        lived.replies.push((tick - askedAt) * TICK_MS)
        askedAt = null
      }
    }
    void minds.ask('events-observe', { observations: toObservations(world, env.land, events) })
    for (const event of events) if (event.type === 'thought-request') void think(event)
    await rest()
    await clock.pass(TICK_MS)
  }
  lived.tokens = tokens
  lived.speakers = speakers.size
  if (world.tick - startTick !== Math.ceil(seconds / TICK_SECONDS)) throw new Error('lived-minute: the minute has another length')
  return lived
}

/** How the player attends to somebody, looking at all that is near. */
function attentionTo(world: World, npcId: string): Attention {
  const { x, z } = world.player.body
  const metersOf = ({ body }: World['npcs'][number]): number => Math.hypot(body.x - x, body.z - z)
  const mine = world.npcs.find(({ id }) => id === npcId)
  const meters = mine ? metersOf(mine) : Infinity
  const others = world.npcs.filter((npc) => npc !== mine && metersOf(npc) < meters)
  // of those in talk with each other every pair counts once
  const rank = mine?.conversationId === null ? others.length : new Set(others.flatMap(({ conversationId }) => (conversationId === null ? [] : [conversationId]))).size
  return { meters, rank, inView: true, inspected: false }
}

function nearest(world: World): World['npcs'][number]['id'] | null {
  const { x, z } = world.player.body
  const near = world.npcs.filter(({ age, indoors, conversationId }) => age > 15 && !indoors && conversationId === null)
  return near.sort((a, b) => Math.hypot(a.body.x - x, a.body.z - z) - Math.hypot(b.body.x - x, b.body.z - z))[0]?.id ?? null
}

/** Lets everything happen that waits for nothing but its turn. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve))
}

type HandClock = { now(): number; after(ms: number, run: () => void): void; pass(ms: number): Promise<void> }

/** A clock that stands still until it is turned; what was to happen meanwhile happens in order. */
function createHandClock(): HandClock {
  let now = 0
  let waiting: Array<{ at: number; run: () => void }> = []
  return {
    now: () => now,
    after: (ms, run) => void waiting.push({ at: now + ms, run }),
    async pass(ms) {
      const end = now + ms
      for (;;) {
        let next: { at: number; run: () => void } | null = null
        for (const each of waiting) if (each.at <= end && (next === null || each.at < next.at)) next = each
        if (next === null) break
        const due = next
        waiting = waiting.filter((each) => each !== due)
        now = Math.max(now, due.at)
        due.run()
        await new Promise((resolve) => setImmediate(resolve))
      }
      now = end
    },
  }
}
