/**
 * How a bad memory is tied to what was there, and how it loosens: pure learning rules.
 * Signs gain strength by prediction error (Rescorla & Wagner 1972). Being among them unharmed does not erase that; it trains a second memory bound to the kind of
 * place (Bouton, "Context and behavioral processes in extinction", 2004), which fades: hence the fear is back elsewhere, and after a while.
 */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { clamp } from '#core/scalar.ts'
import type { Cue, Safety, Sign, Wound } from './affect.ts'

/** How readily each kind of sign is tied to what happens. */
const SALIENCE: { readonly [K in Sign['kind']]: number } = { person: 1, place: 0.8, weather: 0.9, hour: 0.4, word: 0.6, sound: 0.9 }
/** Share of the prediction error that is learnt at once, and of the fear left that an hour in safety unlearns. */
const LEARNING_RATE = 0.35
const SAFETY_PER_HOUR = 0.9
/** Hours in which half of a safety is forgotten at first; each further lesson, half a day apart, makes it last longer. */
const SAFETY_HALF_LIFE_HOURS = 72
const SAFETY_PER_SESSION = 0.5
const SESSION_HOURS = 12
/** How far a safety learnt in one kind of place counts in another. */
const ELSEWHERE = 0.2
const MOST_CUES = 12
const MOST_CONTEXTS = 6
/** Below this a tie is gone. */
const LEAST_STRENGTH = 0.01

/** Likeness of signs of one kind that are not the same; both ways. */
const LIKENESS: { readonly [K in Sign['kind']]?: ReadonlyArray<readonly [string, string, number]> } = {
  weather: [['storm', 'rain', 0.5], ['storm', 'overcast', 0.2], ['storm', 'snow', 0.3], ['rain', 'snow', 0.3], ['rain', 'overcast', 0.3]],
  hour: [['night', 'evening', 0.5], ['evening', 'afternoon', 0.2], ['morning', 'noon', 0.3], ['noon', 'afternoon', 0.4]],
  place: [['home', 'cottage', 0.4], ['barn', 'workshop', 0.4], ['cottage', 'farmhouse', 0.6], ['mill', 'bakery', 0.3]],
  sound: [['thunder', 'shouting', 0.3]],
}

/** How alike two signs are, 0..1: a fear spreads as far as that. */
export function likenessOf(a: Sign, b: Sign): number {
  if (a.kind !== b.kind) return 0
  if (a.value === b.value) return 1
  return LIKENESS[a.kind]?.find(([one, other]) => (one === a.value && other === b.value) || (one === b.value && other === a.value))?.[2] ?? 0
}

/** Where and when signs are met: the kind of place, and the moment. */
export type Encounter = { signs: readonly Sign[]; context: string; worldSeconds: number }

/** What signs call up: by the ties, what the place has taught against them, and what is left of the fear; 0..1 each. */
export type Dread = { excitation: number; inhibition: number; net: number }

/** A wound that nothing is tied to yet. */
export function createWound(of: string, worldSeconds: number): Wound {
  return { of, formedWorldSeconds: worldSeconds, harmedWorldSeconds: worldSeconds, cues: [], safety: [], peak: 0, growth: 0, intrudedTick: -1_000_000 }
}

/** What signs call up of a bad memory. */
export function dreadOf(wound: Wound, { signs, context, worldSeconds }: Encounter): Dread {
  let excitation = 0
  for (const cue of wound.cues) {
    let likeness = 0
    for (const sign of signs) likeness = Math.max(likeness, likenessOf(cue, sign))
    excitation += cue.strength * likeness
  }
  excitation = clamp(excitation, 0, 1)
  let inhibition = 0
  for (const safety of wound.safety) inhibition += retainedSafety(safety, worldSeconds) * (safety.context === context ? 1 : ELSEWHERE)
  inhibition = Math.min(excitation, inhibition)
  return { excitation, inhibition, net: excitation - inhibition }
}

/** Something bad of strength `outcome` (0..1) happens among signs: all of them share the error of what they foretold. */
export function learnHarm(wound: Wound, { signs, worldSeconds }: Encounter, outcome: number): void {
  let foretold = 0
  for (const cue of wound.cues) if (signs.some((sign) => likenessOf(cue, sign) === 1)) foretold += cue.strength
  const error = outcome - foretold
  for (const sign of signs) {
    const cue = wound.cues.find((known) => likenessOf(known, sign) === 1) ?? addCue(wound, sign)
    if (cue) cue.strength = clamp(cue.strength + LEARNING_RATE * SALIENCE[sign.kind] * error, 0, 1)
  }
  wound.harmedWorldSeconds = worldSeconds
  wound.peak = Math.max(wound.peak, strengthOf(wound))
  wound.growth = Math.min(wound.growth, 1 - strengthOf(wound) / wound.peak)
}

/**
 * The last `hours` among signs have passed and nothing bad happened: this kind of place teaches it. Safety S grows by r·(E − S − J) and is forgotten at δ, where E is
 * what the signs call up and J what other places have taught, each fading at its own rate; solved in closed form, so that one step is the same as many.
 */
export function learnSafety(wound: Wound, encounter: Encounter, hours: number): void {
  const { context, worldSeconds } = encounter
  const start = worldSeconds - hours * 3600
  const { excitation } = dreadOf(wound, encounter)
  let safety = wound.safety.find((known) => known.context === context)
  const before = safety ? retainedSafety(safety, start) : 0
  let elsewhere = 0
  for (const other of wound.safety) if (other !== safety) elsewhere += ELSEWHERE * retainedSafety(other, start)
  if (hours <= 0 || excitation < LEAST_STRENGTH || excitation <= before + elsewhere) return
  if (!safety) {
    if (wound.safety.length >= MOST_CONTEXTS) wound.safety.shift()
    safety = { context, strength: 0, worldSeconds: start, sessions: 0 }
    wound.safety.push(safety)
  }
  safety.sessions += (start - safety.worldSeconds) / 3600 > SESSION_HOURS ? 1 : 0
  const rate = SAFETY_PER_HOUR + forgettingOf(safety)
  const left = Math.exp(-rate * hours)
  let strength = before * left + (SAFETY_PER_HOUR * excitation * (1 - left)) / rate
  for (const other of wound.safety) {
    const forgetting = forgettingOf(other)
    if (other !== safety) strength -= (SAFETY_PER_HOUR * ELSEWHERE * retainedSafety(other, start) * (Math.exp(-forgetting * hours) - left)) / (rate - forgetting)
  }
  safety.strength = clamp(strength, 0, 1)
  safety.worldSeconds = worldSeconds
}

/** Ties loosen by themselves, half of them in `halfLifeHours`; what is over has made one grow. */
export function loosen(wound: Wound, hours: number, halfLifeHours: number): void {
  const keep = Math.pow(0.5, hours / halfLifeHours)
  for (let i = wound.cues.length - 1; i >= 0; i--) {
    const cue = wound.cues[i]!
    cue.strength *= keep
    if (cue.strength < LEAST_STRENGTH) wound.cues.splice(i, 1)
  }
  if (wound.peak > 0) wound.growth = Math.max(wound.growth, 1 - strengthOf(wound) / wound.peak)
}

/** All ties together. */
export function strengthOf(wound: DeepReadonly<Wound>): number {
  let sum = 0
  for (const cue of wound.cues) sum += cue.strength
  return sum
}

/** How fast a safety is forgotten, an hour. */
function forgettingOf({ sessions }: Safety): number {
  return Math.LN2 / (SAFETY_HALF_LIFE_HOURS * (1 + SAFETY_PER_SESSION * sessions))
}

function retainedSafety(safety: Safety, now: number): number {
  return safety.strength * Math.exp((-forgettingOf(safety) * Math.max(0, now - safety.worldSeconds)) / 3600)
}

function addCue(wound: Wound, sign: Sign): Cue | null {
  if (wound.cues.length >= MOST_CUES) return null
  const cue: Cue = { kind: sign.kind, value: sign.value, strength: 0 }
  wound.cues.push(cue)
  return cue
}
