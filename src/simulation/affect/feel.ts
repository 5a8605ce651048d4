/** The door of feeling: something with a meaning for one person becomes emotions, and where it is too much to bear, a wound. */
import { clamp } from '#core/scalar.ts'
import type { WorldEnv } from '../env.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import { appraise, NEUTRAL, type Appraisal } from './appraise.ts'
import type { Emotion, EmotionKind, Sign } from './affect.ts'
import { feelNow, intensityOf, isUnpleasant, pullOf, settleAffect } from './dynamics.ts'
import { encounterOf } from './signs.ts'
import { createWound, learnHarm, likenessOf } from './wounds.ts'

/** Emotions held at once: the weakest gives way. */
const MOST_EMOTIONS = 6
/** Wounds held at once: the one most healed gives way. */
const MOST_WOUNDS = 4
/** A wound forms above this intensity and below this power to cope. */
const WOUND_INTENSITY = 0.8
const WOUND_CONTROL = 0.3
/** What hurts this much among the signs of a wound renews it. */
const RENEW_INTENSITY = 0.35
const LONGEST_CAUSE = 120
/** What hurts, as opposed to what vexes. */
const HURTS: ReadonlySet<EmotionKind> = new Set(['fear', 'distress', 'grief', 'anger'])

/** Something that happens to one person, as it looks to them; what is not given is neutral. */
export type Felt = Partial<Appraisal> & Pick<Appraisal, 'cause'>

/** What this person can do about things now, 0..1: by temper, age, mood, and what was once got over. */
function copingOf({ temperament, age, mood, affect }: Npc): number {
  let growth = 0
  for (const wound of affect.wounds) growth = Math.max(growth, wound.growth)
  const years = age < 14 ? -0.2 : age > 65 ? -0.1 : 0
  return clamp(0.5 + 0.3 * mood.dominance - 0.22 * temperament.neuroticism + 0.08 * temperament.conscientiousness + years + 0.1 * growth - 0.15 * affect.load, 0, 1)
}

/** Lets something be felt; returns how strong the strongest feeling about it is now, and the power to cope it was met with. */
export function feel(world: World, npc: Npc, event: Felt): { intensity: number; control: number } {
  const { affect } = npc
  const now = world.worldSeconds
  settleAffect(npc, now)
  const control = clamp(copingOf(npc) + (event.control ?? NEUTRAL.control) - NEUTRAL.control, 0, 1)
  const full: Appraisal = { ...NEUTRAL, ...event, control }
  // thin skin, and what many days have weighed
  const keen = (1 + 0.4 * npc.temperament.neuroticism * (full.desirability < 0 ? 1 : 0.3)) * (1 + (full.desirability < 0 ? 0.4 : -0.2) * affect.load)
  let strongest = 0
  for (const { kind, intensity } of appraise(full)) {
    const strength = blend(npc, { kind, intensity: clamp(intensity * keen, 0, 1), worldSeconds: now, cause: full.cause.slice(0, LONGEST_CAUSE), aboutId: full.aboutId })
    if (HURTS.has(kind)) strongest = Math.max(strongest, strength)
  }
  feelNow(npc, now)
  return { intensity: strongest, control }
}

/** Lets something be felt that may wound: `signs` are what belongs to it beyond what is around. */
export function suffer(place: { world: World; env: WorldEnv }, npc: Npc, event: Felt, wound: { of: string; signs: readonly Sign[] }): void {
  const { world, env } = place
  const { intensity, control } = feel(world, npc, event)
  if (!world.wounds || intensity < RENEW_INTENSITY) return
  const around = encounterOf(world, env, npc)
  const encounter = { ...around, signs: [...around.signs.filter((sign) => !wound.signs.some((other) => likenessOf(sign, other) === 1)), ...wound.signs] }
  const known = npc.affect.wounds.find((other) => other.of === wound.of) ?? npc.affect.wounds.find(({ cues }) => cues.some((cue) => cue.strength > 0.2 && wound.signs.some((sign) => likenessOf(cue, sign) === 1)))
  if (known) {
    learnHarm(known, encounter, intensity)
    return
  }
  if (event.threatens !== true || intensity <= WOUND_INTENSITY || control >= WOUND_CONTROL) return
  const { wounds } = npc.affect
  if (wounds.length >= MOST_WOUNDS) wounds.splice(wounds.indexOf(wounds.reduce((best, other) => (other.growth > best.growth ? other : best))), 1)
  const fresh = createWound(wound.of, world.worldSeconds)
  learnHarm(fresh, encounter, intensity)
  wounds.push(fresh)
}

/** Sees things in a milder light: unpleasant emotions (about `aboutId`, where given) keep only `share` of their strength. */
export function reappraise(npc: Npc, change: { worldSeconds: number; share: number; aboutId?: Emotion['aboutId'] }): void {
  const { emotions } = npc.affect
  if (emotions.length === 0) return
  settleAffect(npc, change.worldSeconds)
  for (let i = emotions.length - 1; i >= 0; i--) {
    const { kind, cause, aboutId } = emotions[i]!
    if (!isUnpleasant(kind) || (change.aboutId !== undefined && change.aboutId !== aboutId)) continue
    const intensity = intensityOf(emotions[i]!, change.worldSeconds) * change.share
    emotions[i] = { kind, intensity, worldSeconds: change.worldSeconds, cause, aboutId, pull: pullOf(kind, intensity, npc.affect.mood) }
  }
  feelNow(npc, change.worldSeconds)
}

/** Adds an emotion to one of its kind about the same somebody, or to the rest; its strength now. */
function blend(npc: Npc, fresh: Omit<Emotion, 'pull'>): number {
  const { emotions, mood } = npc.affect
  const at = emotions.findIndex(({ kind, aboutId }) => kind === fresh.kind && aboutId === fresh.aboutId)
  const before = at < 0 ? 0 : intensityOf(emotions[at]!, fresh.worldSeconds)
  const intensity = 1 - (1 - before) * (1 - fresh.intensity)
  const emotion: Emotion = { ...fresh, intensity, pull: pullOf(fresh.kind, intensity, mood) }
  if (at >= 0) emotions[at] = emotion
  else {
    if (emotions.length >= MOST_EMOTIONS) {
      const strengths = emotions.map((other) => intensityOf(other, fresh.worldSeconds))
      emotions.splice(strengths.indexOf(Math.min(...strengths)), 1)
    }
    emotions.push(emotion)
  }
  return intensity
}
