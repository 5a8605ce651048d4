/** Steps of the player as sounds: one for each stride walked, by the ground underfoot. */
import type { GroundSound, SoundCue } from '#platform/audio/sound-player.ts'
import type { BridgeKind } from '#simulation/physics/bridge.ts'
import type { BiomeId } from '#worldgen/biomes/index.ts'

/** Metres between footfalls, walking and running, and between strokes in the water. */
const WALK_STRIDE_METERS = 0.74
const RUN_STRIDE_METERS = 1.25
const STROKE_METERS = 1.6
/** Faster than this is running, metres a second. */
const RUN_SPEED = 2.6

/** The player's body since the last call. */
export type Footing = { x: number; z: number; grounded: boolean; swimming: boolean; speed: number; ground: GroundSound }

/** Counts strides; give it every moment, and play what it returns. */
export function createFootsteps(): (footing: Footing) => SoundCue | null {
  let lastX = Number.NaN
  let lastZ = 0
  let walked = 0
  let wasGrounded = true
  return ({ x, z, grounded, swimming, speed, ground }) => {
    const meters = Math.hypot(x - lastX, z - lastZ)
    lastX = x
    lastZ = z
    const landed = grounded && !wasGrounded && !swimming
    wasGrounded = grounded || swimming
    // the first moment, and whoever is put elsewhere, takes no step
    if (!(meters < 3)) return null
    if (landed) {
      walked = 0
      return { kind: 'step', ground, strength: 1 }
    }
    if (!grounded && !swimming) return null
    walked += meters
    const stride = swimming ? STROKE_METERS : speed > RUN_SPEED ? RUN_STRIDE_METERS : WALK_STRIDE_METERS
    if (walked < stride) return null
    walked -= stride
    return swimming ? { kind: 'stroke', strength: 0.6 } : { kind: 'step', ground, strength: speed > RUN_SPEED ? 0.8 : 0.45 }
  }
}

/** What one walks on. */
export function groundSoundOf(place: { biome: BiomeId; deck: BridgeKind | null; wading: boolean; lying: number; steep: boolean; onRoad: boolean }): GroundSound {
  if (place.wading) return 'water'
  if (place.lying > 0.4) return 'snow'
  if (place.deck !== null) return place.deck === 'timber' ? 'wood' : 'rock'
  if (place.onRoad) return 'earth'
  if (place.steep || place.biome === 'alpine') return 'rock'
  if (place.biome === 'desert' || place.biome === 'shore' || place.biome === 'sea') return 'sand'
  return 'grass'
}
