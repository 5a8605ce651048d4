/** Trunks and limbs: coat, dress or robe; sleeves and hands; legs and shoes. */
import { blob } from '../settlements/shapes.ts'
import { within } from '../settlements/mesh-builder.ts'
import type { Bone } from './body-shape.ts'
import { bind, dye, tube, type Figure, type Ring } from './figure.ts'

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

/** Binds a point of a skirt: the thigh on its side pulls it, the more the lower it is. */
function skirtBrush(figure: Figure, low: number): (around: number, ring: Ring) => void {
  const { hipY } = figure.shape
  return (around, ring) => {
    if (ring.bone) return
    const sideways = Math.sin(around * Math.PI * 2)
    const depth = Math.max(0, Math.min(1, (hipY - ring.y) / (hipY - low)))
    bind(figure, 'pelvis', sideways < 0 ? 'thighL' : 'thighR', (0.3 + 0.45 * Math.min(1, Math.abs(sideways) * 1.6)) * Math.min(1, depth * 1.5))
  }
}

function drawTrunk(figure: Figure, look: BodyLook): void {
  const { shape, round } = figure
  const { build, hipY, waistY, shoulderY, neckY, headRadius: r } = shape
  const s = shape.height / 1.7
  const wide = shape.shoulderX
  const belly = Math.max(0, build - 0.95)
  const slim = look.female ? 0.9 : 1
  const waist = 0.132 * s * build * slim
  const long = look.garment !== 'trousers'
  const hem = long ? shape.ankleY + (look.garment === 'robe' ? 0.05 : 0.12) * s : hipY - 0.17 * s
  const segments = figure.fine ? 16 : round + 1
  dye(figure, long ? look.cloth : look.coat, 'pelvis')
  const hemWide = long ? 0.265 * s * (0.75 + 0.25 * build) : 0.185 * s * build
  const skirt: Ring[] = []
  const rows = long ? (figure.fine ? 7 : 3) : 2
  for (let k = 0; k <= rows; k++) {
    const t = k / rows
    const y = hem + (hipY - hem) * t
    const ease = long ? 1 - (1 - t) * (1 - t) * 0.15 - t * 0.85 : 1 - t
    skirt.push({ y, rx: 0.152 * s * build + (hemWide - 0.152 * s * build) * ease, rz: 0.118 * s * build + (hemWide * (long ? 0.9 : 0.78) - 0.118 * s * build) * ease, shade: 0.74 + 0.2 * t })
  }
  if (figure.fine) skirt.unshift({ y: hem + 0.004, rx: hemWide * 0.9, rz: hemWide * 0.78, shade: 0.45 })
  const folded = skirtBrush(figure, hem)
  tube(figure, skirt, { segments: long && figure.fine ? 22 : segments, brush: folded })
  dye(figure, look.coat, 'chest')
  tube(figure, [
    { y: hipY - 0.015 * s, rx: 0.155 * s * build, rz: 0.122 * s * build + belly * 0.04, shade: 0.92, bone: 'pelvis' },
    { y: waistY - 0.02 * s, rx: waist * 1.06, rz: waist * 0.82 + belly * 0.16, z: -belly * 0.06, shade: 0.95, bone: 'pelvis', mate: 'chest', weight: 0.4 },
    { y: waistY + 0.07 * s, rx: waist * 1.05, rz: waist * 0.8 + belly * 0.13, z: -belly * 0.05, shade: 1, bone: 'chest' },
    { y: shoulderY - 0.12 * s, rx: wide * 0.93, rz: 0.112 * s * (0.6 + 0.4 * build), z: look.female ? -0.012 * s : 0, shade: 1.02, bone: 'chest' },
    { y: shoulderY - 0.03 * s, rx: wide * 0.95, rz: 0.1 * s * (0.6 + 0.4 * build), shade: 1.05, bone: 'chest' },
    { y: shoulderY + 0.022 * s, rx: wide * 0.72, rz: 0.078 * s, shade: 1.08, bone: 'chest' },
    { y: neckY - r * 0.12, rx: r * 0.54, rz: r * 0.5, shade: 1.06, bone: 'chest' },
    { y: neckY - r * 0.08, rx: r * 0.46, rz: r * 0.43, shade: 0.6, bone: 'chest' },
  ], { segments })
  if (!figure.fine) return
  // Collar, belt and the line of buttons.
  dye(figure, look.accent, 'chest')
  tube(figure, [
    { y: neckY - r * 0.24, rx: r * 0.66, rz: r * 0.6, shade: 0.82 },
    { y: neckY - r * 0.06, rx: r * 0.6, rz: r * 0.56, shade: 1.08 },
    { y: neckY - r * 0.04, rx: r * 0.5, rz: r * 0.46, shade: 0.8 },
  ], { segments: 12 })
  dye(figure, '#5a4433', 'pelvis')
  tube(figure, [
    { y: waistY - 0.062 * s, rx: waist * 1.12, rz: waist * 0.9 + belly * 0.15, z: -belly * 0.06, shade: 0.85 },
    { y: waistY - 0.018 * s, rx: waist * 1.11, rz: waist * 0.88 + belly * 0.16, z: -belly * 0.06, shade: 1.1 },
  ], { segments: 14 })
  if (look.garment === 'trousers') {
    dye(figure, look.accent, 'chest')
    for (const up of [0.3, 0.52, 0.74]) blob(figure.mesh, [0.002, waistY + (shoulderY - waistY) * up, -(0.104 * s * (0.6 + 0.4 * build) + belly * 0.12 * (1 - up) + 0.004)], [0.013, 0.013, 0.008], { across: 5, along: 3, dent: 0 })
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
    { x: x - side * 0.006, y: shoulderY - 0.03 * s, rx: 0.058 * s * stout, rz: 0.06 * s * stout, shade: 1.04, bone: arm },
    { x: x - side * 0.016, y: shoulderY + 0.018 * s, rx: 0.044 * s * stout, rz: 0.048 * s * stout, shade: 1.1, bone: arm, mate: 'chest', weight: 0.3 },
    { x: x - side * 0.03, y: shoulderY + 0.034 * s, rx: 0.004, rz: 0.004, shade: 1.1, bone: arm, mate: 'chest', weight: 0.5 },
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
  if (!covered || fine) {
    tube(figure, [
      { x, y: ankleY + 0.13 * s, rx: 0.05 * s * stout, rz: 0.054 * s * stout, z: 0.006, shade: 0.8, bone: shin },
      { x, y: kneeY - 0.1 * s, rx: 0.06 * s * stout, rz: 0.064 * s * stout, z: 0.008, shade: 0.88, bone: shin },
      { x, y: kneeY - 0.02 * s, rx: 0.06 * s * stout, rz: 0.063 * s * stout, shade: 0.92, bone: shin, mate: thigh, weight: 0.4 },
      { x, y: kneeY + 0.05 * s, rx: 0.066 * s * stout, rz: 0.069 * s * stout, shade: 0.95, bone: thigh, mate: shin, weight: 0.12 },
      { x, y: hipY - 0.1 * s, rx: 0.083 * s * stout, rz: 0.086 * s * stout, shade: 0.98, bone: thigh },
      { x: x * 0.92, y: hipY + 0.03 * s, rx: 0.078 * s * stout, rz: 0.092 * s * stout, shade: 1, bone: thigh, mate: 'pelvis', weight: 0.45 },
      { x: x * 0.8, y: hipY + 0.09 * s, rx: 0.02, rz: 0.02, shade: 1, bone: 'pelvis' },
    ])
  }
  dye(figure, look.shoes, shin)
  tube(figure, [
    { x, y: ankleY - 0.02 * s, rx: 0.04 * s, rz: 0.045 * s, shade: 0.75, bone: shin, mate: foot, weight: 0.7 },
    { x, y: ankleY + 0.05 * s, rx: 0.046 * s * stout, rz: 0.05 * s * stout, shade: 0.9, bone: shin },
    { x, y: ankleY + 0.19 * s, rx: 0.061 * s * stout, rz: 0.064 * s * stout, z: 0.006, shade: 1.02, bone: shin },
    { x, y: ankleY + 0.2 * s, rx: 0.048 * s * stout, rz: 0.05 * s * stout, z: 0.006, shade: 0.6, bone: shin },
  ])
  bind(figure, foot)
  within(mesh, { x, y: 0, z: 0, warp: (at) => { at.y = Math.max(0.004, at.y) } }, () => {
    blob(mesh, [side * 0.006, ankleY * 0.5, -0.055 * s], [0.048 * s, 0.062 * s, 0.125 * s], { across: fine ? 10 : 6, along: fine ? 6 : 4, dent: 0, gradient: [0.6, 1.08] })
  })
}
