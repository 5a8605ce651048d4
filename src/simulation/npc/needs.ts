/** How needs grow and are met, and how a lack weighs on the mood: exact in time, so that haste changes nothing. */
import { clamp } from '#core/scalar.ts'
import { discomfortOf } from '../weather.ts'
import { feelNow, pullOfLack, settleAffect } from '../affect/dynamics.ts'
import { isUnderEaves } from '../skills/places.ts'
import type { SkillId } from '../skills/skill-id.ts'
import type { World } from '../world.ts'
import type { Needs, Npc } from './npc.ts'

/** How much of each need is lost in a world hour. */
const LOSS_PER_HOUR: Readonly<Needs> = { food: 0.105, rest: 0.05, company: 0.07, duty: 0.085, safety: 0, shelter: 0 }
/** How much a skill gives back in a world hour while it is done. */
const GAIN_PER_HOUR: { readonly [S in SkillId]?: Partial<Needs> } = {
  sleep: { rest: 0.16, food: 0.06, company: 0.05, duty: 0.05 },
  eat: { food: 1.7 },
  work: { duty: 0.3 },
  tend: { duty: 0.3 },
  fetch: { duty: 0.8 },
  visit: { company: 0.8 },
  talk: { company: 1.2 },
  gather: { company: 0.7, rest: 0.02 },
  play: { company: 0.4 },
  sit: { rest: 0.12 },
  pray: { safety: 0.5 },
  accompany: { company: 0.5 },
  withdraw: { rest: 0.06, safety: 0.6 },
  // food is brought to the bed
  'lie-in': { rest: 0.06, safety: 0.6, food: 0.3, company: 0.2 },
  vigil: { company: 0.3 },
}
/** What an hour of talk gives. */
const TALK_COMPANY = 1.2
/** Below these a need weighs on the mood, and how heavily; tiredness also stills. */
const ENOUGH: Readonly<Partial<Needs>> = { food: 0.35, rest: 0.25, company: 0.3, shelter: 0.5 }
const LACK_WEIGHT = 0.8
const TIRED_WEIGHT = 0.2
const NEED_NAMES = ['food', 'rest', 'company', 'duty', 'safety', 'shelter'] as const

/** Lets the last `hours` of world time pass for one person's needs and feelings. */
export function updateNeeds(npc: Npc, world: World, hours: number): void {
  const { needs, skill, affect } = npc
  const gain = skill?.phase === 'do' ? GAIN_PER_HOUR[skill.skillId] : undefined
  settleAffect(npc, world.worldSeconds)
  for (const name of NEED_NAMES) {
    const perHour = rateOf(npc, world, name, gain)
    const enough = ENOUGH[name]
    if (enough !== undefined) affect.mood.pleasure = clamp(affect.mood.pleasure - LACK_WEIGHT * pullOfLack(needs[name], perHour, enough, hours), -1, 1)
    if (name === 'rest') affect.mood.arousal = clamp(affect.mood.arousal - TIRED_WEIGHT * pullOfLack(needs.rest, perHour, 1, hours), -1, 1)
    needs[name] = clamp(needs[name] + perHour * hours, 0, 1)
  }
  feelNow(npc, world.worldSeconds)
}

/** How much of a need is won (or lost) in an hour of what is being done. */
function rateOf(npc: Npc, world: World, name: keyof Needs, gain: Partial<Needs> | undefined): number {
  if (name === 'company' && npc.conversationId !== null) return TALK_COMPANY - LOSS_PER_HOUR.company
  if (name === 'safety') return 0.2 + (gain?.safety ?? 0)
  if (name === 'shelter') return npc.indoors || isUnderEaves(npc) ? 3 : 0.3 - discomfortOf(world.weather) * 1.5
  return (gain?.[name] ?? 0) - LOSS_PER_HOUR[name]
}
