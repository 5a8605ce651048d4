/** The outline of a clothed trunk: how wide and deep it is at a height. What is worn over it keeps to it. */
import { clamp, lerp, smoothstep } from '#core/scalar.ts'
import type { BodyShape, Bone } from './body-shape.ts'

/** Half widths in metres at a height, and how far the middle lies ahead (−z). */
export type Girth = { rx: number; rz: number; z: number }

/** Kinds of garment by where they end. */
export type Garment = 'trousers' | 'dress' | 'robe'

/** Height of a garment's hem. */
export function hemOf(shape: BodyShape, garment: Garment): number {
  const s = shape.height / 1.7
  return garment === 'trousers' ? shape.hipY - 0.17 * s : shape.ankleY + (garment === 'robe' ? 0.05 : 0.12) * s
}

/** Girth of the clothes at a height between hem and shoulders. */
export function girthAt(shape: BodyShape, garment: Garment, female: boolean, y: number): Girth {
  const s = shape.height / 1.7
  const { build, hipY, waistY, shoulderY, shoulderX, grown } = shape
  const belly = Math.max(0, build - 0.95) + (1 - grown) * 0.12
  const waist = 0.136 * s * build * (female ? 0.9 : 1.05)
  const hip = { rx: 0.162 * s * build, rz: 0.126 * s * build + belly * 0.04 }
  if (y < hipY) {
    const hem = hemOf(shape, garment)
    const t = clamp((hipY - y) / (hipY - hem), 0, 1)
    const wide = garment === 'trousers' ? 0.2 * s * build : 0.27 * s * (0.75 + 0.25 * build)
    const flare = garment === 'trousers' ? t : lerp(t, Math.sqrt(t), 0.25)
    return { rx: lerp(hip.rx, wide, flare), rz: lerp(hip.rz, wide * (garment === 'trousers' ? 0.8 : 0.9), flare), z: 0 }
  }
  if (y < waistY) {
    const t = smoothstep(hipY, waistY, y)
    return { rx: lerp(hip.rx, waist, t), rz: lerp(hip.rz, waist * 0.82 + belly * 0.15, t), z: -belly * 0.06 * t }
  }
  const t = smoothstep(waistY, shoulderY - 0.1 * s, y)
  return { rx: lerp(waist, shoulderX * 0.93, t), rz: lerp(waist * 0.82 + belly * 0.15, 0.112 * s * (0.6 + 0.4 * build), t), z: lerp(-belly * 0.06, female ? -0.014 * s : 0, t) }
}

/** Which thigh pulls a skirt's point at `sideways` −1 (left) .. 1 (right), and how much, 0..1. */
export function skirtPull(shape: BodyShape, garment: Garment, y: number, sideways: number): { bone: Bone; weight: number } {
  const depth = clamp((shape.hipY - y) / (shape.hipY - hemOf(shape, garment)), 0, 1)
  const aside = Math.min(1, Math.abs(sideways) * 1.6)
  const most = garment === 'trousers' ? 0.6 + 0.38 * aside : 0.2 + 0.36 * aside
  return { bone: sideways < 0 ? 'thighL' : 'thighR', weight: most * Math.min(1, depth * 1.5) }
}
