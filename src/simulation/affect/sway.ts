/**
 * How feelings and bad memories bend a choice: fear sees more risk and looks for shelter and the trusted, anger seeks or shuns whom it blames,
 * sorrow saps effort and wants comfort, shame keeps out of sight, and what was bad is gone round.
 */
import type { ActorId } from '#core/ids.ts'
import { clamp } from '#core/scalar.ts'
import type { Npc, WeighedOption } from '../npc/npc.ts'
import type { Moment } from '../skills/skill.ts'
import type { SkillId } from '../skills/skill-id.ts'
import { nameOfActor, partOfDay } from '../words.ts'
import type { Emotion, EmotionKind, Sign } from './affect.ts'
import { intensityOf, isUnpleasant } from './dynamics.ts'
import { dreadOf } from './wounds.ts'

/** What one does out of doors, in whose company, and what comforts or costs effort. */
const OUTDOORS: ReadonlySet<SkillId> = new Set(['fetch', 'wander', 'sit', 'gather', 'play', 'tend', 'meet-player', 'talk'])
const AMONG_PEOPLE: ReadonlySet<SkillId> = new Set(['visit', 'talk', 'gather', 'meet-player', 'accompany'])
const COMFORTING: ReadonlySet<SkillId> = new Set(['visit', 'talk', 'pray'])
const EFFORT: ReadonlySet<SkillId> = new Set(['work', 'tend', 'fetch', 'wander', 'play'])
/** Where a skill is done, as a kind of place. */
const PLACES: { readonly [S in SkillId]?: string } = { fetch: 'well', pray: 'shrine', gather: 'fire', sit: 'bench', sleep: 'home', withdraw: 'home', visit: 'cottage', wander: 'lane' }
/** Dread from which an option is said to be avoided. */
const NOTED_DREAD = 0.2

/** What bends the choices of one person at one moment. Reused: read it anew for everybody. */
const stance = { fear: 0, anger: 0, sorrow: 0, shame: 0, isMoved: false, isWounded: false }

/** Reads what the person of this moment feels, for the calls of `sway` that follow. */
export function readStance({ npc, world }: Moment): void {
  const { emotions, wounds } = npc.affect
  stance.fear = 0
  stance.anger = 0
  stance.sorrow = 0
  stance.shame = 0
  stance.isWounded = world.wounds && wounds.length > 0
  for (const emotion of emotions) {
    const intensity = intensityOf(emotion, world.worldSeconds)
    if (emotion.kind === 'fear') stance.fear = Math.max(stance.fear, intensity)
    else if (emotion.kind === 'anger') stance.anger = Math.max(stance.anger, intensity)
    else if (emotion.kind === 'shame') stance.shame = Math.max(stance.shame, intensity)
    else if (emotion.kind === 'distress' || emotion.kind === 'grief' || emotion.kind === 'disappointment') stance.sorrow = Math.max(stance.sorrow, intensity)
  }
  stance.isMoved = stance.fear + stance.anger + stance.sorrow + stance.shame > 0.05
}

/** What feelings make of the wish for a skill, as a factor about 1; `parts`, where given, is told why. Call `readStance` first. */
export function sway(moment: Moment, skillId: SkillId, parts: WeighedOption['parts'] | null): number {
  let factor = 1
  const add = (name: string, value: number): void => {
    if (Math.abs(value - 1) < 0.02) return
    factor *= value
    parts?.push({ name, value: Math.round(value * 100) / 100 })
  }
  if (stance.isMoved) {
    const { fear, anger, sorrow, shame } = stance
    if (OUTDOORS.has(skillId)) add('fear', 1 - 0.6 * fear)
    else if (skillId === 'flee-rain' || skillId === 'visit' || skillId === 'pray') add('fear', 1 + 0.45 * fear)
    if (EFFORT.has(skillId)) add('sorrow', 1 - 0.4 * sorrow)
    else if (COMFORTING.has(skillId)) add('sorrow', 1 + 0.3 * sorrow)
    if (AMONG_PEOPLE.has(skillId)) add('shame', 1 - 0.55 * shame)
    if (skillId === 'talk') add('anger', confronts(moment.npc) ? 1 + 0.5 * anger : 1 - 0.3 * anger)
    if (skillId === 'meet-player') add('feelings about them', welcomeOf(moment, 'player'))
  }
  return factor
}

/** What bad memories leave of the wish for a skill, 0.15..1. Call `readStance` first. */
export function shun(moment: Moment, skillId: SkillId): number {
  return stance.isWounded ? 1 - 0.85 * dread(moment, skillId) : 1
}

/** How willingly the company of somebody is sought, as a factor about 1: the blamed, the feared and those one is ashamed before are shunned, the trusted are sought in trouble. */
export function welcomeOf({ npc, world }: Moment, otherId: ActorId): number {
  const { emotions, wounds } = npc.affect
  if (emotions.length === 0 && wounds.length === 0) return 1
  let factor = 1
  let trouble = 0
  for (const { kind, aboutId, ...rest } of emotions) {
    const intensity = intensityOf({ kind, aboutId, ...rest }, world.worldSeconds)
    if (isUnpleasant(kind)) trouble = Math.max(trouble, intensity)
    if (aboutId !== otherId) continue
    if (kind === 'anger') factor *= confronts(npc) ? 1 + intensity : 1 - 0.8 * intensity
    else if (kind === 'fear' || kind === 'shame') factor *= 1 - 0.85 * intensity
    else if (!isUnpleasant(kind)) factor *= 1 + 0.5 * intensity
  }
  const trust = npc.relations.find((relation) => relation.otherId === otherId)?.trust ?? 0.3
  factor *= 1 + trouble * (trust - 0.5) * 1.6
  if (world.wounds) for (const wound of wounds) factor *= 1 - 0.85 * dreadOf(wound, { signs: [{ kind: 'person', value: otherId }], context: 'elsewhere', worldSeconds: world.worldSeconds }).net
  return clamp(factor, 0.02, 3)
}

/** The strongest feeling that wants to be alone; null when there is none. */
export function findTrouble({ npc, world }: Moment): { emotion: Emotion; intensity: number } | null {
  let best: { emotion: Emotion; intensity: number } | null = null
  for (const emotion of npc.affect.emotions) {
    const intensity = intensityOf(emotion, world.worldSeconds) * (SOLITARY[emotion.kind] ?? 0)
    if (intensity > (best?.intensity ?? 0)) best = { emotion, intensity }
  }
  return best
}

/** How far each feeling makes one want to shut the door behind oneself. */
const SOLITARY: { readonly [K in EmotionKind]?: number } = { fear: 1, shame: 1, grief: 0.9, distress: 0.7, disappointment: 0.4 }

/** What an option that was passed over is kept away from, and by which memory; null when no memory had a say. */
export function avoidedBy(moment: Moment, skillId: SkillId): { what: string; of: string } | null {
  if (!stance.isWounded || dread(moment, skillId) < NOTED_DREAD) return null
  const signs = signsOf(moment, skillId)
  for (const wound of moment.npc.affect.wounds) {
    const cue = wound.cues.filter(({ kind, value }) => signs.some((sign) => sign.kind === kind && sign.value === value)).sort((a, b) => b.strength - a.strength)[0]
    if (cue) return { what: cue.kind === 'person' ? nameOfActor(moment.world, cue.value) : cue.kind === 'weather' ? `being out in the ${cue.value}` : `the ${cue.value}`, of: wound.of }
  }
  return null
}

/** How strongly bad memories speak against a skill now, 0..1. */
function dread(moment: Moment, skillId: SkillId): number {
  const signs = signsOf(moment, skillId)
  const context = signs.find(({ kind }) => kind === 'place')?.value ?? 'elsewhere'
  let most = 0
  for (const wound of moment.npc.affect.wounds) most = Math.max(most, dreadOf(wound, { signs, context, worldSeconds: moment.world.worldSeconds }).net)
  return most
}

/** What one would be among while doing it. Home is where one is safe: the memory of a bad hour there does not keep anybody from bed. */
function signsOf({ npc, village, world, hour }: Moment, skillId: SkillId): Sign[] {
  const signs: Sign[] = []
  const place = skillId === 'work' ? village.buildings.get(npc.workplaceId ?? npc.homeId)?.kind : PLACES[skillId]
  if (place && place !== 'home') signs.push({ kind: 'place', value: place })
  if (skillId === 'meet-player') signs.push({ kind: 'person', value: 'player' })
  if (OUTDOORS.has(skillId) || place === 'shrine') signs.push({ kind: 'weather', value: world.weather.kind }, { kind: 'hour', value: partOfDay(hour) })
  return signs
}

/** Whether this person takes a quarrel to whom it concerns, rather than keep away. */
function confronts({ temperament, mood }: Npc): boolean {
  return mood.dominance > -0.1 && temperament.agreeableness < 0.25
}
