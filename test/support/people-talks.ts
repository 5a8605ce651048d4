/** Talks of people with each other, words by the built-in mind, without bodies and pictures: what becomes of five hundred of them (bar M11). */
import { createCancelSource } from '#core/tasks/cancel.ts'
import { createRng, pick } from '#core/rng.ts'
import { hashString } from '#core/hash.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import { createLedger, type Ledger } from '#minds/memory/ledger.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import { toObservations } from '#minds/memory/to-observations.ts'
import { createScheduler } from '#minds/scheduler/scheduler.ts'
import { think } from '#minds/mind.ts'
import { isRepeat } from '#minds/voice/speak.ts'
import { applyCommand } from '#simulation/commands.ts'
import { openAmongPeople } from '#simulation/conversations/open-conversation.ts'
import { updateConversations } from '#simulation/conversations/update-conversations.ts'
import type { WorldEnv } from '#simulation/env.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { livelinessAt } from '#simulation/npc/liveliness.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { updateHappenings } from '#simulation/happenings/update-happenings.ts'
import type { World } from '#simulation/world.ts'
import { createHastyTime } from '../minds/support/simulated-time.ts'
import { createCrowdedVillage } from './rumour-village.ts'

/** Ticks between two looks at a talk. */
const STEP_TICKS = 20
/** Lines of a talk at most where nobody has a model. */
const MOST_LINES = 8
/** A talk that lasts longer than this, in looks, has failed to end. */
const MOST_STEPS = 400

/** A world whose thoughts are thought at once. */
export type Listener = {
  /** Hands on what happened, and lets minds answer until nobody waits. */
  settle(): Promise<WorldEvent[]>
  readonly ledger: Ledger
}

/** Lets minds without a model answer for everybody in a world. */
export function listenTo(world: World, env: WorldEnv): Listener {
  const ledger = createLedger(createTabStore())
  const scheduler = createScheduler({ ...createHastyTime(), changed: () => undefined, tierOf: () => 1 })
  return {
    ledger,
    async settle() {
      const all: WorldEvent[] = []
      for (let round = 0; round < 20 && world.events.length > 0; round++) {
        const { events } = world
        all.push(...events)
        await ledger.observe(toObservations(world, env.land, events))
        world.events = []
        for (const event of events) {
          if (event.type !== 'thought-request') continue
          const view = buildPrivateView(world, env.land, event.npcId)
          if (!view) continue
          const { outcome } = await think({ thoughtId: event.thoughtId, kind: event.kind, view, cause: event.cause }, { memory: await ledger.person(event.npcId), scheduler, now: () => 0, signal: createCancelSource().signal, report: () => undefined, keep: (drafts) => void ledger.keep(event.npcId, drafts, 'relaxed') })
          applyCommand(world, env, { type: 'thought-apply', thoughtId: event.thoughtId, npcId: event.npcId, outcome })
        }
      }
      return all
    },
  }
}

/** What became of many talks; `aside`: lines of somebody who stood by; `toldMore`: talks with several items of news. */
export type TalkCount = { talks: number; lines: number; aside: number; overCap: number; repeated: number; endless: number; told: number; toldMore: number; examples: string[] }

/** Lets pairs of a village have `count` talks, with days and happenings between them; `liveliness` 0..4. */
export async function countTalks(seed: string, count: number, liveliness = 0): Promise<TalkCount> {
  const { world, env } = createCrowdedVillage(seed)
  world.liveliness = liveliness
  const most = MOST_LINES + livelinessAt(liveliness).turns
  const rng = createRng(hashString(seed))
  const listener = listenTo(world, env)
  const result: TalkCount = { talks: 0, lines: 0, aside: 0, overCap: 0, repeated: 0, endless: 0, told: 0, toldMore: 0, examples: [] }
  for (let i = 0; i < count; i++) {
    world.worldSeconds += 2400
    world.tick += 1600
    updateHappenings(world, env)
    const npc = pick(rng, world.npcs)
    const partner = pick(rng, world.npcs.filter((other) => other !== npc))
    // at every second talk somebody stands by
    const beside = i % 2 === 0 ? pick(rng, world.npcs.filter((other) => other !== npc && other !== partner)) : null
    result.talks++
    const lines = await talk({ world, env, listener, beside }, npc, partner)
    if (lines === null) {
      result.endless++
      continue
    }
    result.lines += lines.length
    result.aside += lines.filter(({ speakerId }) => speakerId === beside?.id).length
    const items = lines.filter(({ isNews }) => isNews).length
    result.told += items > 0 ? 1 : 0
    result.toldMore += items > 1 ? 1 : 0
    if (lines.length > most) result.overCap++
    lines.forEach(({ speakerId, text }, at) => {
      if (!lines.slice(0, at).some((before) => before.text === text || (before.speakerId === speakerId && isRepeat(text, before.text)))) return
      result.repeated++
      if (result.examples.length < 5) result.examples.push(text)
    })
  }
  return result
}

async function talk({ world, env, listener, beside }: { world: World; env: WorldEnv; listener: Listener; beside: Npc | null }, npc: Npc, partner: Npc): Promise<Array<{ speakerId: string; text: string; isNews: boolean }> | null> {
  for (const other of world.npcs) other.body.x = world.player.body.x + 4000
  for (const one of beside ? [npc, partner, beside] : [npc, partner]) {
    one.indoors = false
    one.body.x = world.player.body.x + 2000
    one.body.z = world.player.body.z
  }
  openAmongPeople({ world, env }, npc, partner)
  const lines: Array<{ speakerId: string; text: string; isNews: boolean }> = []
  for (let step = 0; step < MOST_STEPS; step++) {
    for (const event of await listener.settle()) if (event.type === 'speech-said') lines.push({ speakerId: event.speakerId, text: event.text, isNews: event.news !== null })
    if (world.conversations.length === 0) return lines
    world.tick += STEP_TICKS
    updateConversations(world)
  }
  return null
}
