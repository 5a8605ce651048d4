/** Heads: skull and face, hair by style, beard, hats. */
import { blob, lathe, loft } from '../settlements/shapes.ts'
import { within } from '../settlements/mesh-builder.ts'
import { bind, dye, onHead, shell, tube, type Figure } from './figure.ts'

/** What a head wears. Colours are sRGB hex. */
export type HeadLook = { skin: string; hair: string; hairStyle: 'short' | 'long' | 'bun' | 'bald' | 'braid'; beard: boolean; hat: 'none' | 'straw' | 'cap' | 'hood' | 'kerchief'; coat: string; accent: string }

/** 0..1: how far a shell opens for the face at a share of the way round; an ellipse of that half width. */
function opening(around: number, half: number): number {
  const d = (around - 0.5) / half
  return Math.sqrt(Math.max(0, 1 - d * d))
}

/** Draws the head with all it wears. */
export function drawHead(figure: Figure, look: HeadLook): void {
  drawSkull(figure, look)
  drawHair(figure, look)
  if (look.beard) drawBeard(figure, look)
  drawHat(figure, look)
}

function drawSkull(figure: Figure, look: HeadLook): void {
  const { shape, mesh, fine } = figure
  const r = shape.headRadius
  dye(figure, look.skin, 'head', 'skin')
  tube(figure, [
    { y: shape.neckY - r * 0.45, rx: r * 0.5, rz: r * 0.46, shade: 0.7, bone: 'chest' },
    { y: shape.neckY + r * 0.02, rx: r * 0.44, rz: r * 0.43, shade: 0.78, bone: 'head' },
    { y: shape.neckY + r * 0.4, rx: r * 0.44, rz: r * 0.44, shade: 0.76 },
  ])
  dye(figure, look.skin, 'head', 'face')
  // An egg with a soft jaw: narrower and a little forward towards the chin.
  const rows = fine ? 10 : 5
  const rings = Array.from({ length: rows + 1 }, (_, k) => {
    const rise = (k / rows - 0.5) * Math.PI
    const jaw = Math.max(0, -Math.sin(rise))
    const round = Math.cos(rise)
    return { y: shape.headY + Math.sin(rise) * r * (1.05 + jaw * 0.03), z: -jaw * jaw * r * 0.1, rx: round * r * 0.88 * (1 - jaw * 0.13), rz: round * r * 0.94 * (1 - jaw * 0.06), shade: 0.9 + 0.14 * (k / rows) }
  })
  tube(figure, rings, { segments: fine ? 18 : 8 })
  if (!fine) return
  dye(figure, look.skin, 'head', 'skin')
  blob(mesh, [0, shape.headY - r * 0.17, -r * 0.93], [r * 0.105, r * 0.12, r * 0.115], { across: 10, along: 6, dent: 0, gradient: [0.93, 1.06] })
  for (const side of [-1, 1]) blob(mesh, [side * r * 0.88, shape.headY - r * 0.06, r * 0.02], [r * 0.09, r * 0.18, r * 0.13], { across: 6, along: 4, dent: 0, gradient: [0.85, 1.02] })
}

function drawHair(figure: Figure, look: HeadLook): void {
  const { shape, mesh, fine } = figure
  const r = shape.headRadius
  dye(figure, look.hair, 'head', 'hair')
  const front = (around: number): number => Math.max(0, 1 - Math.abs(around - 0.5) / 0.27)
  const strands = (around: number): number => 1 + (fine ? 0.02 * Math.sin(around * 61) : 0)
  if (look.hairStyle === 'bald') {
    shell(figure, { grow: 1.045, rows: 2, low: (a) => -0.42 + 2.1 * Math.max(0, 1 - Math.abs(a - 0.5) / 0.3), push: (_, e) => 1 - Math.max(0, e - 0.1) * 0.12 })
    return
  }
  const fringe = look.hairStyle === 'short' ? 0.62 : 0.7
  shell(figure, {
    grow: 1.085,
    low: (a) => {
      const f = front(a)
      const side = -0.5 + 0.32 * Math.max(0, 1 - Math.abs(Math.abs(a - 0.5) - 0.27) / 0.12)
      return side + (fringe + 0.5 + (look.hairStyle === 'short' ? 0.12 * Math.sin(a * 90) * f : 0.14 * Math.sin((a - 0.5) * 14))) * Math.min(1, f * 2.4)
    },
    push: (a, e) => strands(a) * (1 + 0.03 * Math.sin(e * 3)),
  })
  if (look.hairStyle === 'long' && look.hat !== 'hood') {
    const rows = [0.25, -0.3, -0.9, -1.5].map((y, k) => ({ y: shape.headY + r * y * 1.12, z: r * (0.22 + 0.06 * k), rx: r * (0.93 - 0.05 * k), rz: r * (0.8 - 0.16 * k), shade: 1.02 - 0.1 * k, bone: 'head' as const, mate: 'chest' as const, weight: Math.min(0.75, k * 0.25) }))
    drawCurtain(figure, rows)
  }
  if (look.hat === 'hood') return
  if (look.hairStyle === 'bun') blob(mesh, onHead(figure, 0, 0.55, 1.22), [r * 0.42, r * 0.38, r * 0.38], { dent: 0.05, across: fine ? 9 : 6, along: 5, gradient: [0.78, 1.12] })
  if (look.hairStyle === 'braid') {
    for (let k = 0; k < (fine ? 6 : 3); k++) {
      const t = k / (fine ? 6 : 3)
      bind(figure, 'head', 'chest', Math.min(1, t * 1.3))
      blob(mesh, [r * (0.45 - 0.1 * t), shape.headY - r * (0.55 + t * 2.1), r * (0.78 - t * 0.15) - t * r * 0.1], [r * (0.24 - t * 0.09), r * 0.26, r * (0.22 - t * 0.08)], { across: 7, along: 4, dent: 0.06, gradient: [0.75, 1.08] })
    }
    dye(figure, look.accent, 'chest')
    blob(mesh, [r * 0.35, shape.headY - r * 2.6, r * 0.58], [r * 0.1, r * 0.09, r * 0.1], { across: 5, along: 3 })
  }
}

/** Hair that hangs behind and beside the face, open in front. */
function drawCurtain(figure: Figure, rings: ReadonlyArray<{ y: number; z: number; rx: number; rz: number; shade: number; weight: number }>): void {
  const ordered = [...rings].reverse()
  tube(figure, ordered, {
    segments: figure.fine ? 14 : 7,
    brush: (_, ring) => bind(figure, 'head', 'chest', ring.weight ?? 0),
  })
}

function drawBeard(figure: Figure, look: HeadLook): void {
  const { shape, mesh, fine } = figure
  const r = shape.headRadius
  dye(figure, look.hair, 'head', 'hair')
  const long = 0.22 + 0.55 * shape.stoop
  // From ear to ear below the mouth: the upper edge dips in the middle, the lower edge hangs.
  loft(mesh, fine ? 16 : 6, fine ? 6 : 3, {
    at: (i, j) => {
      const side = i * 2 - 1
      const azimuth = side * 1.75
      const middle = Math.max(0, Math.cos(azimuth * 0.95))
      const top = -0.04 - 0.6 * middle ** 0.8
      const rise = top + (-1.32 - top) * j
      const [x, y, z] = onHead(figure, 0.5 - azimuth / 6.2832, rise, 1.0 + 0.14 * Math.sin(Math.min(1, j * 1.25) * Math.PI * 0.5) * (0.4 + 0.6 * middle) + (fine ? 0.02 * Math.sin(i * 70) * j : 0))
      return [x * (1 - 0.25 * j * j), y - j * j * long * r * middle, z - j * j * r * 0.16 * middle]
    },
    shade: (i, j) => 1.06 - 0.2 * j + (fine ? 0.05 * Math.sin(i * 70) : 0),
  })
  if (fine) for (const side of [-1, 1]) blob(mesh, [side * r * 0.15, shape.headY - r * 0.36, -r * 0.88], [r * 0.19, r * 0.065, r * 0.085], { dent: 0.04, across: 8, along: 4, gradient: [0.92, 1.08] })
}

function drawHat(figure: Figure, look: HeadLook): void {
  const { shape, mesh, fine } = figure
  const r = shape.headRadius
  const segments = fine ? 16 : 8
  switch (look.hat) {
    case 'none':
      return
    case 'straw':
      dye(figure, '#d9bd7a', 'head')
      within(mesh, { x: 0, y: shape.headY + r * 0.5, z: r * 0.1, warp: (at) => { at.y += -at.z * 0.2 + 0.012 * Math.sin(at.x * 11) - at.x * at.x * 0.35 } }, () => {
        lathe(mesh, [0, 0, 0], [[r * 1.0, -0.012, 0.62], [r * 1.82, -r * 0.1, 0.7], [r * 1.85, -r * 0.07, 1.08], [r * 1.12, r * 0.06, 0.98], [r * 1.02, r * 0.14, 0.9], [r * 0.98, r * 0.55, 1.0], [r * 0.8, r * 0.76, 1.08], [0, r * 0.82, 1.12]], segments)
        dye(figure, look.accent, 'head')
        lathe(mesh, [0, 0, 0], [[r * 1.06, r * 0.08, 0.9], [r * 1.045, r * 0.26, 1.05]], segments)
      })
      return
    case 'cap':
      dye(figure, look.coat, 'head')
      shell(figure, { grow: 1.16, low: (a) => 0.36 + 0.1 * Math.cos(a * 6.2832) * -1, push: (_, e) => 1.02 - Math.max(0, e - 0.9) * 0.16, shade: (up) => 0.82 + 0.36 * up })
      within(mesh, { x: 0, y: shape.headY + r * 0.42, z: -r * 0.72 }, () => blob(mesh, [0, 0, 0], [r * 0.68, r * 0.08, r * 0.5], { dent: 0, across: 10, along: 4, gradient: [0.6, 0.95] }))
      dye(figure, look.accent, 'head')
      blob(mesh, [0, shape.headY + r * 1.2, 0], [r * 0.12, r * 0.1, r * 0.12], { across: 6, along: 3 })
      return
    case 'hood':
      dye(figure, look.coat, 'head')
      tube(figure, [
        { y: shape.shoulderY - r * 0.25, rx: shape.shoulderX * 1.22, rz: r * 1.0, shade: 0.85, bone: 'chest' },
        { y: shape.shoulderY + r * 0.18, rx: shape.shoulderX * 0.98, rz: r * 0.86, shade: 0.98, bone: 'chest' },
        { y: shape.neckY + r * 0.08, rx: r * 0.66, rz: r * 0.64, shade: 0.85, bone: 'chest', mate: 'head', weight: 0.5 },
      ], { segments: fine ? 16 : 8 })
      bind(figure, 'head')
      shell(figure, { grow: 1.17, rows: fine ? 8 : 4, segments: 24, low: (a) => -1.25 + 1.98 * opening(a, 0.2), push: (a, e) => 1 + 0.3 * Math.max(0, Math.cos(a * 6.2832)) * Math.max(0, Math.sin(e)) * Math.cos(e), shade: (up) => 0.78 + 0.34 * up })
      return
    case 'kerchief':
      dye(figure, look.accent, 'head')
      shell(figure, { grow: 1.13, low: (a) => -0.42 + 1.08 * opening(a, 0.27), shade: (up) => 0.8 + 0.32 * up })
      if (fine) for (const side of [-1, 1]) blob(mesh, [side * r * 0.16, shape.headY - r * 0.62, r * 0.92], [r * 0.13, r * 0.3, r * 0.08], { across: 6, along: 4, dent: 0.05 })
  }
}
