/** How needs grow and are met, and how mood settles: exact in time, so that haste changes nothing. */
import { clamp } from '#core/scalar.ts'
import { discomfortOf, type Weather } from '../weather.ts'
import type { SkillId } from '../skills/skill-id.ts'
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
}
/** World hours in which half of a mood is gone. */
const MOOD_HALF_LIFE_HOURS = 6

/** Lets `hours` of world time pass for one person's needs and mood. */
export function updateNeeds(npc: Npc, weather: Weather, hours: number): void {
  const { needs, skill } = npc
  const gain = skill?.phase === 'do' ? GAIN_PER_HOUR[skill.skillId] : undefined
  needs.food = passed(needs.food, LOSS_PER_HOUR.food, gain?.food, hours)
  needs.rest = passed(needs.rest, LOSS_PER_HOUR.rest, gain?.rest, hours)
  needs.company = passed(needs.company, LOSS_PER_HOUR.company, npc.conversationId === null ? gain?.company : 1.2, hours)
  needs.duty = passed(needs.duty, LOSS_PER_HOUR.duty, gain?.duty, hours)
  needs.safety = passed(needs.safety, -0.2, gain?.safety, hours)
  needs.shelter = npc.indoors ? passed(needs.shelter, -3, 0, hours) : passed(needs.shelter, discomfortOf(weather) * 1.5 - 0.3, 0, hours)
  settleMood(npc, hours)
}

function passed(value: number, loss: number, gain: number | undefined, hours: number): number {
  return clamp(value + ((gain ?? 0) - loss) * hours, 0, 1)
}

function settleMood({ mood, needs, temperament }: Npc, hours: number): void {
  const keep = Math.pow(0.5, hours / MOOD_HALF_LIFE_HOURS)
  // where a mood comes to rest: the temperament (Mehrabian 1996), bent by what is lacking
  const lack = (Math.max(0, 0.35 - needs.food) + Math.max(0, 0.25 - needs.rest) + Math.max(0, 0.3 - needs.company) + Math.max(0, 0.5 - needs.shelter)) * 0.8
  const pleasure = 0.12 + 0.21 * temperament.extraversion * 0.8 + 0.3 * temperament.agreeableness * 0.6 - 0.2 * temperament.neuroticism - lack
  const arousal = 0.25 * temperament.neuroticism + 0.1 * temperament.extraversion - 0.2 * (1 - needs.rest)
  const dominance = 0.25 * temperament.openness * 0.5 + 0.3 * temperament.extraversion - 0.2 * temperament.agreeableness * 0.5
  mood.pleasure = clamp(pleasure + (mood.pleasure - pleasure) * keep, -1, 1)
  mood.arousal = clamp(arousal + (mood.arousal - arousal) * keep, -1, 1)
  mood.dominance = clamp(dominance + (mood.dominance - dominance) * keep, -1, 1)
}
