/** When rules are not enough: idle musing near the player, a look back when falling asleep, a plan in the morning. */
import { nextInt } from '#core/rng.ts'
import { requestThought, dropThought, givesWay, isOverdue } from '../conversations/request-thought.ts'
import { dayOf, hourOf } from '../clock.ts'
import type { World } from '../world.ts'
import { livelinessAt, MUSE_TICKS } from './liveliness.ts'
import { isAwake } from './perceive.ts'
import type { Npc } from './npc.ts'

/** Metres to the player within which people are heard thinking. */
const MUSE_METERS = 40
/** Metres within which people weigh futures, and ticks between two hard choices of one person: one to three minutes of play. */
const DELIBERATE_METERS = 60
const LEAST_DELIBERATE_TICKS = 1200
const MOST_DELIBERATE_TICKS = 3600
/** Ticks between two looks at whether one person has something to think. */
const SPACING_TICKS = 30
/** Metres within which people plan their day and look back on it. */
const PLAN_METERS = 300
/** Hours in which a day is planned. */
const MORNING = { from: 4, to: 11 }

/** Asks for the thoughts of the last `ticks`; frees those who waited too long. */
export function raiseThoughts(world: World, ticks: number): void {
  const { body } = world.player
  const day = dayOf(world.worldSeconds)
  const hour = hourOf(world.worldSeconds)
  const lively = livelinessAt(world.liveliness)
  let room = lively.atOnce === Infinity ? Infinity : lively.atOnce - world.npcs.filter(({ thoughtKind }) => thoughtKind === 'monologue' || thoughtKind === 'deliberate').length
  for (let i = 0; i < world.npcs.length; i++) {
    const npc = world.npcs[i]!
    if (npc.thoughtId !== null && npc.conversationId === null && isOverdue(world, npc)) dropThought(npc)
    // one in thirty each tick: thoughts come one by one
    if ((world.tick + i) % SPACING_TICKS >= ticks) continue
    if (npc.frozen || npc.conversationId !== null) continue
    const waits = npc.thoughtId !== null
    if (waits && !givesWay(world, npc)) continue
    const meters = (npc.body.x - body.x) ** 2 + (npc.body.z - body.z) ** 2
    if (meters > PLAN_METERS * PLAN_METERS) continue
    if (!isAwake(npc)) {
      if (waits) continue
      // what is slept through at once is not looked back on: only the night is
      const evening = hour < 4 ? day - 1 : day
      if (npc.reflectedDay < evening && (hour > 18 || hour < 4)) {
        npc.reflectedDay = evening
        requestThought(world, npc, 'reflect', { conversationId: null, cause: 'the day is over and sleep comes' })
      }
    } else if (!waits && npc.plannedDay < day && hour >= MORNING.from && hour < MORNING.to) {
      npc.plannedDay = day
      requestThought(world, npc, 'plan', { conversationId: null, cause: 'a new day begins' })
    } else if (room > 0 && meters < DELIBERATE_METERS * DELIBERATE_METERS && world.tick >= npc.deliberateTick && quandaryOf(world, npc) > lively.quandary) {
      npc.deliberateTick = world.tick + Math.round(nextInt(npc.rng, LEAST_DELIBERATE_TICKS, MOST_DELIBERATE_TICKS) * lively.deliberate)
      room--
      requestThought(world, npc, 'deliberate', { conversationId: null, cause: causeOf(npc) })
    } else if (room > 0 && !waits && meters < MUSE_METERS * MUSE_METERS && world.tick >= npc.museTick) {
      npc.museTick = world.tick + Math.round(nextInt(npc.rng, MUSE_TICKS.least, MUSE_TICKS.most) * lively.muse)
      room--
      requestThought(world, npc, 'monologue', { conversationId: null, cause: causeOf(npc) })
    }
  }
}

/** Stakes times uncertainty, 0..1: how much presses, and how little the best option stands out. Routine is far below a third. */
function quandaryOf(world: World, { needs, mood, options }: Npc): number {
  const [first, second] = options
  if (!first || !second || first.score <= 0) return 0
  const want = 1 - Math.min(needs.food, needs.rest, needs.company, needs.duty, needs.safety, needs.shelter)
  const stakes = Math.max(want, -mood.pleasure, mood.arousal, world.weather.kind === 'storm' ? 0.8 : 0)
  return Math.min(1, stakes) * Math.min(1, second.score / first.score)
}

/** What occupies a person, as it would say it itself. */
function causeOf(npc: Npc): string {
  const { needs } = npc
  if (needs.food < 0.3) return `I am ${npc.activity}, and I am hungry`
  if (needs.rest < 0.25) return `I am ${npc.activity}, and I am tired`
  if (needs.company < 0.3) return `I am ${npc.activity}, and nobody has spoken to me for a while`
  return npc.why === '' ? `I am ${npc.activity}` : `I am ${npc.activity}: ${npc.why}`
}
