/** Half an hour of walking about in a village of many, with a model in their heads: what they ask of it, and what that takes (bar M6). */
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { NpcId } from '#core/ids.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import { createLedger } from '#minds/memory/ledger.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import { toObservations } from '#minds/memory/to-observations.ts'
import { think } from '#minds/mind.ts'
import { NO_LIMITS, type Budget } from '#minds/scheduler/budget.ts'
import { createScheduler } from '#minds/scheduler/scheduler.ts'
import { livelinessFor, tierOf } from '#minds/tiers.ts'
import { attentionTo } from '#session/attention.ts'
import type { Command } from '#simulation/commands.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { tickWorld } from '#simulation/tick.ts'
import { chosen } from '../minds/support/chosen.ts'
import { createSimulatedModel } from '../minds/support/simulated-model.ts'
import { createSimulatedTime } from '../minds/support/simulated-time.ts'
import { createCrowdedVillage } from './rumour-village.ts'

const TICK_MS = 50
const TICKS_A_MINUTE = 1200
/** The round that is walked: metres from the middle, and metres a second. */
const ROUND_METERS = 22
const WALK_METERS = 1.4
/** Every so many ticks somebody near is talked with, for so long, with a word every so often. */
const TALK_EVERY = 3000
const TALK_TICKS = 1000
const WORD_TICKS = 260
/** Parting words are heard before one walks on. */
const PARTING_TICKS = 100
const WORDS = ['Good day. What are you doing?', 'Any news?', 'Tell me about your neighbours.', 'What would you do if the river rose?'] as const

const SAYINGS = ['Good day to you; I have been at it since morning, and there is more to do than hands to do it.', 'They say the upper path is washed out again, and nobody has gone to look.', 'My mother would have had an answer to that. I only have a broom.', 'Ask me again when the bread is out, and I shall tell you all of it.', 'If the wind turns we shall have rain before dusk, mark my words.', 'Well, well. That is more than I knew an hour ago, and more than I wanted.']

/** What came of it. `byKind`: thoughts that a model thought, and tokens, by kind. */
export type Walk = { people: number; minutes: number; tokens: number; thoughts: number; byModel: number; byKind: { [kind: string]: { thoughts: number; tokens: number } }; mostInMinute: number; tier: number; slowestReplyMs: number }

/** Walks for `minutes` among `people`, with a model of that speed and whatever the player allows. */
export async function walkVillage({ minutes, people, tokensPerSecond, limits = {} }: { minutes: number; people: number; tokensPerSecond: number; limits?: Partial<Budget> }): Promise<Walk> {
  const { world, env } = createCrowdedVillage('walk', people)
  const time = createSimulatedTime()
  const model = createSimulatedModel(time, tokensPerSecond)
  let said = 0
  model.words = ({ messages }) => wordsFor(messages.at(-1)?.content ?? '', said++)
  const scheduler = createScheduler({ now: time.now, after: time.after, changed: () => undefined, tierOf })
  scheduler.setModels({ endpoint: chosen('sim', model, { tier: tierOf(tokensPerSecond) }), kinds: {} })
  scheduler.setBudget({ ...NO_LIMITS, ...limits })
  const ledger = createLedger(createTabStore())
  await ledger.open('walk', 'keep')
  const walk: Walk = { people: world.npcs.length, minutes, tokens: 0, thoughts: 0, byModel: 0, byKind: {}, mostInMinute: 0, tier: 0, slowestReplyMs: 0 }
  const asking = new Map<NpcId, { thoughtId: number; cancel(): void }>()
  let commands: Command[] = [{ type: 'liveliness-set', level: livelinessFor(scheduler.status, { ...NO_LIMITS, ...limits }) }]
  const look = { yaw: 0, pitch: 0 }
  const eye = { run: { world }, look, camera: { fieldOfView: 60, aspect: 16 / 9 }, hud: { getState: () => ({ panel: null, inspectedId: null }) } } as unknown as Parameters<typeof attentionTo>[0]

  async function ask({ thoughtId, npcId, kind, cause }: Extract<WorldEvent, { type: 'thought-request' }>): Promise<void> {
    const view = buildPrivateView(world, env.land, npcId)
    if (!view) return
    const source = createCancelSource()
    asking.set(npcId, { thoughtId, cancel: source.cancel })
    const since = time.now()
    const memory = await ledger.person(npcId)
    const { outcome, tokensIn, tokensOut } = await think({ thoughtId, kind, view, cause, attention: attentionTo(eye, npcId) }, { memory, scheduler, now: time.now, signal: source.signal, report: () => undefined, keep: (drafts) => void ledger.keep(npcId, drafts, 'relaxed') })
    const counted = (walk.byKind[kind] ??= { thoughts: 0, tokens: 0 })
    counted.tokens += tokensIn + tokensOut
    walk.thoughts++
    if (outcome.source === 'model') {
      walk.byModel++
      counted.thoughts++
    }
    if (view.conversation?.partnerId === 'player') walk.slowestReplyMs = Math.max(walk.slowestReplyMs, time.now() - since)
    commands.push({ type: 'thought-apply', thoughtId, npcId, outcome })
  }

  let talkingTo: NpcId | null = null
  for (let tick = 0; tick < minutes * TICKS_A_MINUTE; tick++) {
    const angle = (tick * TICK_MS * WALK_METERS) / 1000 / ROUND_METERS
    const inTalk = tick % TALK_EVERY
    if (inTalk === 0) {
      const near = world.npcs.filter(({ indoors, conversationId, age }) => !indoors && conversationId === null && age > 12).sort((a, b) => metersTo(a) - metersTo(b))[0]
      talkingTo = near?.id ?? null
      if (near) commands.push({ type: 'player-place', x: near.body.x + 1.5, z: near.body.z }, { type: 'conversation-open', npcId: near.id })
    } else if (talkingTo !== null && inTalk < TALK_TICKS) {
      if (inTalk % WORD_TICKS === 0) commands.push({ type: 'conversation-say', npcId: talkingTo, text: WORDS[Math.floor(inTalk / WORD_TICKS) % WORDS.length]! })
    } else if (talkingTo !== null) {
      commands.push({ type: 'conversation-close', npcId: talkingTo })
      talkingTo = null
    } else if (inTalk > TALK_TICKS + PARTING_TICKS) {
      look.yaw = -angle
      commands.push({ type: 'player-place', x: Math.cos(angle) * ROUND_METERS, z: Math.sin(angle) * ROUND_METERS })
    }
    const now = commands
    commands = []
    tickWorld(world, env, now)
    const { events } = world
    if (events.length > 0) {
      await ledger.observe(toObservations(world, env.land, events))
      for (const { id, thoughtId } of world.npcs) {
        const asked = asking.get(id)
        if (asked && asked.thoughtId !== thoughtId) asked.cancel()
      }
      for (const event of events) if (event.type === 'thought-request') void ask(event)
    }
    await time.advance(TICK_MS)
    walk.mostInMinute = Math.max(walk.mostInMinute, scheduler.status.spending.minuteTokens)
  }
  const { tokensIn, tokensOut, tier } = scheduler.status
  return { ...walk, tokens: tokensIn + tokensOut, tier }

  function metersTo({ body }: { body: { x: number; z: number } }): number {
    return Math.hypot(body.x - world.player.body.x, body.z - world.player.body.z)
  }
}

/** What a sensible model says to such a task, as long as such answers are. */
function wordsFor(task: string, n: number): string {
  if (task.includes('Write 6 different plans')) return '3 because the work waits\n5 because I am hungry\n1 because it is late\n7 because a friend is near'
  if (task.includes('It is night')) return 'THINK: My neighbour was kind to me today and I should thank them.\nTHINK: The stranger asks many questions.'
  if (task.includes('Choose what to do next')) return 'THINK: The work waits and the day is short.\nDO: 2'
  if (task.includes('alone with your thoughts')) return 'THINK: If the weather holds I shall be done before the others come back.'
  return `SAY: ${SAYINGS[n % SAYINGS.length]}\nTHINK: I wonder what they want of me.\nFEEL: calm\nDO: 1`
}
