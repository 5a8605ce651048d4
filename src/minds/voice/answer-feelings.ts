/** Answers about what one feels and why, and about what one keeps away from: open with the trusted, another reason for strangers. */
import type { EmotionKind } from '#simulation/affect/affect.ts'
import { isUnpleasant } from '#simulation/affect/dynamics.ts'
import type { Feeling } from '../private-view.ts'
import { answer, type Answer } from './answer.ts'
import { FEELINGS } from './lines-feelings.ts'
import { partnerOf, type Scene } from './scene.ts'
import type { Slots } from './speak.ts'

/** How strong a feeling is that is spoken of. */
const SPOKEN_INTENSITY = 0.12
/** How much somebody must be trusted, or liked, to be told of a bad memory. */
const TOLD_TRUST = 0.5
const TOLD_WARMTH = 0.35

/** "I am …" for each emotion. */
export const FEELING_WORDS: { readonly [K in EmotionKind]: string } = {
  joy: 'glad', distress: 'upset', hope: 'hopeful', fear: 'afraid', relief: 'relieved', disappointment: 'disappointed', gratitude: 'grateful', anger: 'angry', pride: 'proud', shame: 'ashamed',
  admiration: 'full of admiration', reproach: 'put out', love: 'warm at heart', grief: 'full of grief',
}

/** Whether a feeling is an unpleasant one. */
export const isBadKind = isUnpleasant

/** What lines about a feeling need: its name and its cause, with the player called by `name` (null: the stranger). */
export function feelingSlots({ kind, cause }: Feeling, name: string | null): Slots {
  return { feeling: FEELING_WORDS[kind], cause: name === null ? cause : cause.replaceAll('the stranger', name) }
}

/** How one feels, by the strongest feeling and its cause; null when there is none to speak of. */
export function answerFeeling(scene: Scene): Answer | null {
  const feeling = scene.view.feelings.find(({ intensity }) => intensity > SPOKEN_INTENSITY)
  if (!feeling) return null
  const { slots } = { slots: feelingSlots(feeling, scene.partnerId === 'player' ? 'you' : null) }
  // "you is here again" is no English
  const fit: Slots = { ...slots, cause: slots['cause']?.replace(/\byou is\b/g, 'you are').replace(/, who\b.*/, '') ?? null }
  const bad = isBadKind(feeling.kind)
  return answer(scene, { key: bad ? 'felt-bad' : 'felt-good', slots: feelingSlots(feeling, scene.partnerId === 'player' ? scene.partnerName : null) }, [bad ? FEELINGS.bad : FEELINGS.good, fit])
}

/** Whether a question is about keeping away from something. */
export function asksOfAvoiding(words: string): boolean {
  return /\b(?:avoid\w*|keep away|stay away|never go|not go|don't (?:you )?(?:go|like|want)|won't (?:you )?go|go round|scared|afraid)\b/i.test(words)
}

/** Why one keeps away from something: the truth for the trusted, another reason for others. */
export function answerAvoiding(scene: Scene): Answer | null {
  const { avoids, badMemories } = scene.view
  const memory = badMemories.find(({ of }) => of === avoids?.of) ?? badMemories[0]
  if (!memory) return null
  const what = avoids?.what ?? memory.cues[0] ?? null
  return answer(scene, { key: 'bad-memory', slots: { memory: memory.of } }, [isTrusted(scene) ? FEELINGS['avoid-truth'] : FEELINGS['avoid-other'], { what, memory: memory.of }])
}

/** What one is afraid of, told to the trusted only; null when there is nothing in particular. */
export function answerFears(scene: Scene): Answer | null {
  const [memory] = scene.view.badMemories
  if (!memory || !isTrusted(scene)) return null
  return answer(scene, { key: 'bad-memory', slots: { memory: memory.of } }, [FEELINGS.fears, { what: memory.cues[0] ?? null, memory: memory.of }])
}

function isTrusted(scene: Scene): boolean {
  const partner = partnerOf(scene)
  return partner !== null && (partner.trust > TOLD_TRUST || partner.warmth > TOLD_WARMTH)
}
