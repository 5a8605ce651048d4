/** What a person knows of its own feelings: emotions with their causes, and the bad memories it carries. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { Cue } from '#simulation/affect/affect.ts'
import { intensityOf } from '#simulation/affect/dynamics.ts'
import { strengthOf } from '#simulation/affect/wounds.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { nameOfActor } from '#simulation/words.ts'
import type { World } from '#simulation/world.ts'
import type { PrivateView } from './private-view.ts'

/** For so many ticks after it came back a memory is still with one: half a minute of play. */
const BACK_TICKS = 600
/** Ties weaker than this together are not noticed any more. */
const LEAST_STRENGTH = 0.05

/** The part of the private view that is about feeling. */
export function viewFeelings(world: DeepReadonly<World>, npc: DeepReadonly<Npc>): Pick<PrivateView, 'feelings' | 'badMemories' | 'avoids'> {
  const { emotions, wounds, avoids } = npc.affect
  return {
    feelings: emotions
      .map((emotion) => ({ kind: emotion.kind, intensity: intensityOf(emotion, world.worldSeconds), cause: emotion.cause, aboutId: emotion.aboutId }))
      .filter(({ intensity }) => intensity > 0)
      .sort((a, b) => b.intensity - a.intensity),
    badMemories: world.wounds
      ? wounds.filter((wound) => strengthOf(wound) > LEAST_STRENGTH).map(({ of, cues, intrudedTick, growth }) => ({ of, cues: cues.toSorted((a, b) => b.strength - a.strength).map((cue) => cueWords(world, cue)), isBack: world.tick - intrudedTick < BACK_TICKS, growth }))
      : [],
    avoids: world.wounds && avoids ? { ...avoids } : null,
  }
}

/** What calls a memory back, in words. */
function cueWords(world: DeepReadonly<World>, { kind, value }: DeepReadonly<Cue>): string {
  switch (kind) {
    case 'person': return nameOfActor(world, value)
    case 'place': return value === 'home' || value === 'open land' ? value : `the ${value}`
    case 'weather': return value === 'overcast' ? 'a grey sky' : value
    case 'hour': return value === 'noon' || value === 'night' ? `the ${value}` : `a ${value} like that`
    case 'word': return `the word “${value}”`
    case 'sound': return value
  }
}
