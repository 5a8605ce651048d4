/** Trunks and limbs: coat, dress or robe; sleeves and hands; legs and shoes. */
import { blob } from '../settlements/shapes.ts'
import { within } from '../settlements/mesh-builder.ts'
import type { Bone } from './body-shape.ts'
import { bind, dye, tube, type Figure, type Ring } from './figure.ts'
import { girthAt, hemOf, skirtPull } from './outline.ts'

/** What a body wears. Colours are sRGB hex. */
export type BodyLook = { skin: string; garment: 'trousers' | 'dress' | 'robe'; coat: string; cloth: string; accent: string; female: boolean; shoes: string }

/** Draws everything below the neck. */
export function drawBody(figure: Figure, look: BodyLook): void {
  drawTrunk(figure, look)
  for (const side of [-1, 1]) {
    drawArm(figure, look, side)
    drawLeg(figure, look, side)
  }
}

function drawTrunk(figure: Figure, look: BodyLook): void {
  const { shape, round, fine } = figure
  const { waistY, shoulderY, neckY, headRadius: r, shoulderX } = shape
  const s = shape.height / 1.7
  const { garment, female } = look
  const long = garment !== 'trousers'
  const hem = hemOf(shape, garment)
  const girth = (y: number, grow = 1): Ring => {
    const { rx, rz, z } = girthAt(shape, garment, female, y)
    return { y, rx: rx * grow, rz: rz * grow, z }
  }
  const belt = waistY - 0.045 * s
  const segments = fine ? 18 : round + 1

  dye(figure, long ? look.cloth : look.coat, 'pelvis')
  const rows = long ? (fine ? 9 : 4) : fine ? 4 : 2
  const skirt: Ring[] = fine ? [{ ...girth(hem + 0.004, 0.9), shade: 0.45 }] : []
  for (let k = 0; k <= rows; k++) {
    const y = hem + (belt + 0.012 - hem) * (k / rows)
    skirt.push({ ...girth(y, 1.02), shade: 0.72 + 0.26 * (k / rows) })
  }
  tube(figure, skirt, {
    segments: long && fine ? 24 : segments,
    brush: (around, ring) => {
      const pull = skirtPull(shape, garment, ring.y, Math.sin(around * Math.PI * 2))
      bind(figure, 'pelvis', pull.bone, pull.weight)
    },
  })

  dye(figure, look.coat, 'chest')
  const deep = 0.1 * s * (0.6 + 0.4 * shape.build)
  tube(figure, [
    { ...girth(belt - 0.03 * s, 0.97), shade: 0.86, bone: 'pelvis', mate: 'chest', weight: 0.2 },
    { ...girth(waistY), shade: 0.94, bone: 'pelvis', mate: 'chest', weight: 0.55 },
    { ...girth(waistY + (shoulderY - waistY) * 0.35), shade: 1, bone: 'chest' },
    { ...girth(shoulderY - 0.12 * s), shade: 1.02, bone: 'chest' },
    { y: shoulderY - 0.04 * s, rx: shoulderX * 0.99, rz: deep, shade: 1.04, bone: 'chest' },
    { y: shoulderY + 0.012 * s, rx: shoulderX * 0.86, rz: deep * 0.84, shade: 1.07, bone: 'chest' },
    { y: shoulderY + 0.04 * s, rx: shoulderX * 0.58, rz: deep * 0.68, shade: 1.08, bone: 'chest' },
    { y: neckY - r * 0.26, rx: r * 0.56, rz: r * 0.53, shade: 1.04, bone: 'chest' },
    { y: neckY - r * 0.24, rx: r * 0.42, rz: r * 0.4, shade: 0.6, bone: 'chest' },
  ], { segments })
  if (!fine) return
  // Collar, belt and the line of buttons.
  dye(figure, look.accent, 'chest')
  tube(figure, [
    { y: neckY - r * 0.42, rx: r * 0.68, rz: r * 0.63, shade: 0.84 },
    { y: neckY - r * 0.24, rx: r * 0.57, rz: r * 0.54, shade: 1.08 },
    { y: neckY - r * 0.23, rx: r * 0.46, rz: r * 0.44, shade: 0.7 },
  ], { segments: 14 })
  dye(figure, '#5a4433', 'pelvis')
  bind(figure, 'pelvis', 'chest', 0.35)
  tube(figure, [
    { ...girth(belt - 0.022 * s, 1.03), shade: 0.75 },
    { ...girth(belt - 0.02 * s, 1.07), shade: 0.9 },
    { ...girth(belt + 0.02 * s, 1.07), shade: 1.1 },
    { ...girth(belt + 0.022 * s, 1.02), shade: 0.9 },
  ], { segments: 18 })
  if (garment !== 'trousers') return
  dye(figure, look.accent, 'chest')
  for (const up of [0.22, 0.42, 0.62]) {
    const at = girth(waistY + (shoulderY - waistY) * up)
    blob(figure.mesh, [0, at.y, (at.z ?? 0) - at.rz - 0.003], [0.013, 0.013, 0.008], { across: 6, along: 4, dent: 0 })
  }
}

function drawArm(figure: Figure, look: BodyLook, side: number): void {
  const { shape, mesh, fine } = figure
  const s = shape.height / 1.7
  const x = side * shape.shoulderX
  const stout = 0.55 + 0.45 * shape.build
  const [arm, fore, hand]: [Bone, Bone, Bone] = side < 0 ? ['armL', 'foreL', 'handL'] : ['armR', 'foreR', 'handR']
  const { shoulderY, elbowY, wristY } = shape
  const loose = look.garment === 'robe' ? 1.4 : 1
  dye(figure, look.coat, arm)
  tube(figure, [
    { x, y: wristY + 0.012 * s, rx: 0.034 * s * loose, rz: 0.036 * s * loose, shade: 0.7, bone: fore },
    { x, y: wristY + 0.02 * s, rx: 0.042 * s * stout * loose, rz: 0.043 * s * stout * loose, shade: 0.92, bone: fore },
    { x, y: elbowY - 0.05 * s, rx: 0.044 * s * stout, rz: 0.046 * s * stout, shade: 0.95, bone: fore, mate: arm, weight: 0.1 },
    { x, y: elbowY, rx: 0.047 * s * stout, rz: 0.05 * s * stout, shade: 0.97, bone: fore, mate: arm, weight: 0.5 },
    { x, y: elbowY + 0.05 * s, rx: 0.048 * s * stout, rz: 0.05 * s * stout, shade: 1, bone: arm, mate: fore, weight: 0.1 },
    { x: x - side * 0.004, y: shoulderY - 0.04 * s, rx: 0.056 * s * stout, rz: 0.06 * s * stout, shade: 1.03, bone: arm },
    { x: x - side * 0.014, y: shoulderY + 0.002 * s, rx: 0.048 * s * stout, rz: 0.054 * s * stout, shade: 1.07, bone: arm, mate: 'chest', weight: 0.15 },
    { x: x - side * 0.026, y: shoulderY + 0.022 * s, rx: 0.03 * s * stout, rz: 0.038 * s * stout, shade: 1.08, bone: arm, mate: 'chest', weight: 0.35 },
    { x: x - side * 0.05, y: shoulderY + 0.012 * s, rx: 0.012, rz: 0.012, shade: 1, bone: 'chest' },
  ])
  if (fine) {
    dye(figure, look.accent, fore)
    tube(figure, [
      { x, y: wristY + 0.014 * s, rx: 0.043 * s * stout * loose, rz: 0.044 * s * stout * loose, shade: 0.85 },
      { x, y: wristY + 0.042 * s, rx: 0.0445 * s * stout * loose, rz: 0.0455 * s * stout * loose, shade: 1.08 },
    ])
  }
  dye(figure, look.skin, hand, 'skin')
  blob(mesh, [x, wristY - 0.045 * s, -0.004], [0.03 * s, 0.058 * s, 0.038 * s], { across: fine ? 8 : 5, along: fine ? 5 : 3, dent: 0.03, gradient: [0.88, 1.02] })
  if (fine) blob(mesh, [x - side * 0.018 * s, wristY - 0.036 * s, -0.034 * s], [0.014 * s, 0.034 * s, 0.016 * s], { across: 6, along: 3, dent: 0, gradient: [0.9, 1.04] })
}

function drawLeg(figure: Figure, look: BodyLook, side: number): void {
  const { shape, mesh, fine } = figure
  const s = shape.height / 1.7
  const x = side * shape.hipX
  const stout = 0.6 + 0.4 * shape.build
  const [thigh, shin, foot]: [Bone, Bone, Bone] = side < 0 ? ['thighL', 'shinL', 'footL'] : ['thighR', 'shinR', 'footR']
  const { hipY, kneeY, ankleY } = shape
  const covered = look.garment !== 'trousers'
  dye(figure, covered ? '#6b5a4c' : look.cloth, thigh)
  if (!covered) {
    tube(figure, [
      { x, y: ankleY + 0.13 * s, rx: 0.05 * s * stout, rz: 0.054 * s * stout, z: 0.006, shade: 0.8, bone: shin },
      { x, y: kneeY - 0.1 * s, rx: 0.06 * s * stout, rz: 0.064 * s * stout, z: 0.008, shade: 0.88, bone: shin },
      { x, y: kneeY - 0.02 * s, rx: 0.06 * s * stout, rz: 0.063 * s * stout, shade: 0.92, bone: shin, mate: thigh, weight: 0.4 },
      { x, y: kneeY + 0.05 * s, rx: 0.066 * s * stout, rz: 0.069 * s * stout, shade: 0.95, bone: thigh, mate: shin, weight: 0.12 },
      { x, y: hipY - 0.1 * s, rx: 0.07 * s * stout, rz: 0.08 * s * stout, shade: 0.98, bone: thigh },
      { x: x * 0.92, y: hipY + 0.03 * s, rx: 0.062 * s * stout, rz: 0.08 * s * stout, shade: 1, bone: thigh, mate: 'pelvis', weight: 0.45 },
      { x: x * 0.8, y: hipY + 0.09 * s, rx: 0.02, rz: 0.02, shade: 1, bone: 'pelvis' },
    ])
  }
  const high = covered ? 0.12 : 0.19
  dye(figure, look.shoes, shin)
  tube(figure, [
    { x, y: ankleY - 0.02 * s, rx: 0.04 * s, rz: 0.045 * s, shade: 0.75, bone: shin, mate: foot, weight: 0.7 },
    { x, y: ankleY + 0.05 * s, rx: 0.046 * s * stout, rz: 0.05 * s * stout, shade: 0.9, bone: shin },
    { x, y: ankleY + high * s, rx: 0.061 * s * stout, rz: 0.064 * s * stout, z: 0.006, shade: 1.02, bone: shin },
    { x, y: ankleY + (high + 0.01) * s, rx: 0.048 * s * stout, rz: 0.05 * s * stout, z: 0.006, shade: 0.6, bone: shin },
  ])
  bind(figure, foot)
  within(mesh, { x, y: 0, z: 0, warp: (at) => { at.y = Math.max(0.004, at.y) } }, () => {
    blob(mesh, [side * 0.006, ankleY * 0.5, -0.055 * s], [0.048 * s, 0.062 * s, 0.125 * s], { across: fine ? 10 : 5, along: fine ? 6 : 3, dent: 0, gradient: [0.6, 1.08] })
  })
}
