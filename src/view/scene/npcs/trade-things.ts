/** What trades carry and wear: aprons, satchels, and the tool in the right hand. */
import { blob, box, lathe, loft } from '../settlements/shapes.ts'
import type { Point } from '../settlements/mesh-builder.ts'
import { bind, dye, type Figure } from './figure.ts'
import { girthAt, hemOf, skirtPull, type Garment } from './outline.ts'

/** A tool as it is held in the right hand. */
export type Tool = 'hammer' | 'hoe' | 'axe' | 'broom' | 'rod' | 'crook' | 'basket' | 'peel' | 'saw' | 'staff' | 'lantern' | 'cup' | 'bucket' | 'none'

/** What a trade shows. */
export type TradeLook = { tool: Tool; apron: 'none' | 'leather' | 'white' | 'cloth'; satchel: boolean; shawl: boolean }

const TRADE_LOOKS: { readonly [trade: string]: TradeLook } = {
  smith: { tool: 'hammer', apron: 'leather', satchel: false, shawl: false },
  baker: { tool: 'peel', apron: 'white', satchel: false, shawl: false },
  innkeeper: { tool: 'broom', apron: 'cloth', satchel: false, shawl: false },
  miller: { tool: 'none', apron: 'white', satchel: false, shawl: false },
  farmer: { tool: 'hoe', apron: 'none', satchel: false, shawl: false },
  shepherd: { tool: 'crook', apron: 'none', satchel: true, shawl: false },
  carpenter: { tool: 'saw', apron: 'leather', satchel: false, shawl: false },
  weaver: { tool: 'basket', apron: 'none', satchel: false, shawl: true },
  herbalist: { tool: 'basket', apron: 'cloth', satchel: true, shawl: false },
  fisher: { tool: 'rod', apron: 'none', satchel: true, shawl: false },
  keeper: { tool: 'broom', apron: 'none', satchel: false, shawl: true },
  merchant: { tool: 'none', apron: 'none', satchel: true, shawl: false },
  woodcutter: { tool: 'axe', apron: 'none', satchel: false, shawl: false },
  elder: { tool: 'staff', apron: 'none', satchel: false, shawl: true },
  traveller: { tool: 'none', apron: 'none', satchel: true, shawl: false },
}
const PLAIN: TradeLook = { tool: 'none', apron: 'none', satchel: false, shawl: false }

/** What someone of that trade shows; plain clothes for trades not listed. */
export function tradeLook(trade: string): TradeLook {
  return TRADE_LOOKS[trade] ?? PLAIN
}

/** Draws what a trade wears over its clothes. */
export function drawTradeWear(figure: Figure, look: TradeLook, wear: { accent: string; garment: Garment; female: boolean }): void {
  const { shape, mesh, fine } = figure
  const s = shape.height / 1.7
  if (look.apron !== 'none') {
    dye(figure, look.apron === 'leather' ? '#6d4c34' : look.apron === 'white' ? '#eee5d2' : wear.accent, 'pelvis')
    const [top, low] = [shape.shoulderY - 0.1 * s, shape.kneeY + 0.02 * s]
    const hem = hemOf(shape, wear.garment)
    loft(mesh, fine ? 8 : 3, fine ? 10 : 4, {
      at: (i, j) => {
        const y = low + (top - low) * j
        const above = Math.max(0, Math.min(1, (y - shape.waistY) / (0.05 * s)))
        const half = (0.98 - 0.38 * above) * (1 - 0.12 * Math.max(0, j - 0.7))
        const angle = (0.5 - i) * 2 * half
        const { rx, rz, z } = girthAt(shape, wear.garment, wear.female, Math.max(y, hem))
        return [-Math.sin(angle) * (rx * 1.03 + 0.018), y, z - Math.cos(angle) * (rz * 1.03 + 0.018)]
      },
      shade: (_, j) => 0.86 + 0.2 * j,
      brush: (i, j) => {
        const y = low + (top - low) * j
        if (y > shape.waistY) return bind(figure, 'chest')
        const pull = skirtPull(shape, wear.garment, y, (i - 0.5) * 1.6)
        bind(figure, 'pelvis', pull.bone, pull.weight)
      },
    })
  }
  if (look.satchel) {
    dye(figure, '#7a5539', 'pelvis')
    const x = -(0.17 * s * shape.build + 0.045)
    box(mesh, [x, shape.hipY - 0.13 * s, 0.02], [0.08 * s, 0.19 * s, 0.21 * s], { taper: 0.86, gradient: [0.75, 1.05] })
    dye(figure, '#8d6747', 'pelvis')
    box(mesh, [x - 0.012, shape.hipY - 0.02 * s, 0.02], [0.09 * s, 0.085 * s, 0.225 * s], { taper: 0.82 })
    dye(figure, '#5f432e', 'chest')
    strap(figure, [shape.shoulderX * 0.62, shape.shoulderY + 0.03 * s], [-0.165 * s * shape.build, shape.hipY])
  }
  if (look.shawl) {
    dye(figure, wear.accent, 'chest')
    loft(mesh, fine ? 16 : 8, 3, {
      closed: true,
      at: (i, j) => {
        const angle = Math.PI / 2 - i * Math.PI * 2
        const y = shape.shoulderY + 0.035 * s - (1 - j) * (0.16 + 0.1 * Math.abs(Math.sin(angle)) * (Math.sin(angle) > 0 ? 1 : 0.4)) * s
        const wide = shape.shoulderX * (1.46 - 0.74 * j * j)
        return [Math.cos(angle) * wide, y, Math.sin(angle) * (0.158 - 0.072 * j * j) * s]
      },
      shade: (_, j) => 0.8 + 0.28 * j,
    })
  }
}

/** A newborn child in a cloth before the breast: the hands stay free. */
export function drawSling(figure: Figure, wear: { cloth: string; skin: string }): void {
  const { shape, mesh, fine } = figure
  const s = shape.height / 1.7
  const z = -(0.112 * s * (0.6 + 0.4 * shape.build) + 0.055)
  const y = shape.waistY + (shape.shoulderY - shape.waistY) * 0.5
  dye(figure, wear.cloth, 'chest')
  blob(mesh, [0.03, y, z], [0.165, 0.105, 0.1], { across: fine ? 9 : 6, along: fine ? 6 : 3, gradient: [0.72, 1.1] })
  blob(mesh, [-0.1, y + 0.035, z], [0.1, 0.1, 0.095], { across: fine ? 8 : 5, along: fine ? 5 : 3, gradient: [0.78, 1.08] })
  if (!fine) return
  strap(figure, [shape.shoulderX * 0.62, shape.shoulderY + 0.03 * s], [-0.165 * s * shape.build, y - 0.08])
  dye(figure, wear.skin, 'chest')
  blob(mesh, [-0.135, y + 0.075, z - 0.03], [0.058, 0.058, 0.058], { across: 8, along: 5 })
  dye(figure, '#efe6d2', 'chest')
  blob(mesh, [-0.148, y + 0.088, z - 0.012], [0.064, 0.058, 0.062], { across: 8, along: 5 })
}

function strap(figure: Figure, from: readonly [number, number], to: readonly [number, number]): void {
  const { mesh, shape } = figure
  const s = shape.height / 1.7
  const deep = 0.112 * s * (0.6 + 0.4 * shape.build) + 0.018 + Math.max(0, shape.build - 0.95) * 0.14
  for (const face of [-1, 1]) {
    loft(mesh, 1, 7, {
      flip: face > 0,
      at: (i, j) => {
        const bulge = Math.sin(Math.min(1, j * 1.02) * Math.PI)
        return [from[0] + (to[0] - from[0]) * j + (i - 0.5) * 0.042, from[1] + (to[1] - from[1]) * j + (i - 0.5) * 0.02, face * (0.03 + (deep - 0.03) * Math.min(1, bulge * 1.7))]
      },
      brush: (_, j) => bind(figure, 'chest', 'pelvis', Math.max(0, j - 0.45) * 1.6 > 1 ? 1 : Math.max(0, j - 0.45) * 1.6),
    })
  }
}

/** A bent rod: part of a circle in the plane across the body, or along it when `upright`. */
function bow(figure: Figure, arc: { x: number; y: number; z: number; radius: number; thick: number; from: number; to: number; upright: boolean }): void {
  loft(figure.mesh, 5, 9, {
    closed: true,
    at: (i, j) => {
      const angle = arc.from + (arc.to - arc.from) * j
      const out = arc.radius + Math.cos(i * 6.2832) * arc.thick
      const side = Math.sin(i * 6.2832) * arc.thick
      return arc.upright ? [arc.x + side, arc.y + Math.sin(angle) * out, arc.z - Math.cos(angle) * out] : [arc.x + Math.cos(angle) * out, arc.y + Math.sin(angle) * out, arc.z + side]
    },
    shade: () => 1,
  })
}

/** Tools too small to be told from afar. */
const SMALL: ReadonlySet<Tool> = new Set(['hammer', 'saw', 'basket', 'axe', 'cup', 'bucket'])

/** Radii of a cup and how far ahead of the fist they are, metres: from its foot up to the rim and down into it. */
const CUP: ReadonlyArray<readonly [radius: number, ahead: number]> = [[0, -0.05], [0.046, -0.05], [0.05, 0.02], [0.058, 0.1], [0.046, 0.1], [0, 0.07]]

/** Draws a tool in the right hand; its handle lies along −z through the fist when the arm hangs. */
export function drawTool(figure: Figure, tool: Tool): void {
  if (tool === 'none' || (!figure.fine && SMALL.has(tool))) return
  const { shape, mesh } = figure
  const s = shape.height / 1.7
  const grip: Point = [shape.shoulderX, shape.wristY - 0.05 * s, -0.012]
  const pole = (back: number, ahead: number, radius: number, color: string): void => {
    dye(figure, color, 'handR', 'tool')
    loft(mesh, 5, 4, { closed: true, at: (i, j) => [grip[0] + Math.cos(-i * 6.2832) * radius * (1 - 0.2 * j), grip[1] + Math.sin(-i * 6.2832) * radius * (1 - 0.2 * j), grip[2] + back - (back + ahead) * j], flip: true, shade: (i) => 0.9 + 0.2 * Math.sin(-i * 6.2832) })
  }
  const z = (ahead: number): number => grip[2] - ahead
  switch (tool) {
    case 'hammer':
      pole(0.06, 0.3, 0.016, '#7a5a3c')
      dye(figure, '#565b62', 'handR', 'tool')
      box(mesh, [grip[0], grip[1] - 0.085, z(0.29)], [0.06, 0.17, 0.06], { gradient: [0.8, 1.15] })
      return
    case 'hoe':
      pole(0.55, 0.85, 0.017, '#8a6a48')
      dye(figure, '#5d6066', 'handR', 'tool')
      box(mesh, [grip[0], grip[1] - 0.17, z(0.84)], [0.2, 0.16, 0.016], { taper: 0.7, gradient: [1.1, 0.8] })
      return
    case 'axe':
      pole(0.18, 0.52, 0.017, '#8a6a48')
      dye(figure, '#6b7078', 'handR', 'tool')
      box(mesh, [grip[0], grip[1] - 0.16, z(0.48)], [0.03, 0.19, 0.12], { taper: 0.7, gradient: [1.2, 0.85] })
      return
    case 'broom':
      pole(0.65, 0.7, 0.016, '#8a6a48')
      dye(figure, '#c2a057', 'handR', 'tool')
      loft(mesh, 8, 3, { closed: true, flip: true, at: (i, j) => [grip[0] + Math.cos(-i * 6.2832) * (0.035 + j * 0.07), grip[1] + Math.sin(-i * 6.2832) * (0.03 + j * 0.035), z(0.66 + j * 0.3)], shade: (_, j) => 0.8 + 0.25 * j })
      return
    case 'rod':
      pole(0.3, 2.1, 0.014, '#9a7b4c')
      return
    case 'crook':
    case 'staff':
      pole(0.72, 0.85, 0.018, '#7d5f40')
      if (tool === 'crook') {
        dye(figure, '#7d5f40', 'handR', 'tool')
        bow(figure, { x: grip[0], y: grip[1] + 0.085, z: z(0.84), radius: 0.085, thick: 0.018, from: -1.57, to: 2.6, upright: true })
      }
      return
    case 'basket':
      dye(figure, '#b08a52', 'handR', 'tool')
      lathe(mesh, [grip[0], grip[1] - 0.3, grip[2]], [[0.1, 0, 0.65], [0.15, 0.06, 0.9], [0.18, 0.16, 1.1], [0.15, 0.15, 0.75], [0.02, 0.1, 0.6]], 10)
      bow(figure, { x: grip[0], y: grip[1] - 0.16, z: grip[2], radius: 0.165, thick: 0.012, from: 0, to: Math.PI, upright: false })
      dye(figure, '#7f9a4c', 'handR', 'tool')
      blob(mesh, [grip[0] - 0.04, grip[1] - 0.15, grip[2] - 0.04], [0.08, 0.06, 0.08], { across: 6, along: 3, dent: 0.2 })
      dye(figure, '#c9683f', 'handR', 'tool')
      blob(mesh, [grip[0] + 0.06, grip[1] - 0.15, grip[2] + 0.03], [0.06, 0.05, 0.06], { across: 6, along: 3 })
      return
    case 'peel':
      pole(0.5, 0.75, 0.016, '#b08a5a')
      dye(figure, '#c9a878', 'handR', 'tool')
      box(mesh, [grip[0], grip[1] - 0.012, z(0.92)], [0.26, 0.022, 0.36], { taper: 0.96 })
      return
    case 'lantern': {
      const [x, y, at] = [grip[0] + 0.03 * s, grip[1] - 0.14, grip[2]]
      // shown all night, not only at work: iron like cloth, and glass that burns
      dye(figure, '#3a342f', 'handR')
      if (figure.fine) bow(figure, { x, y: y + 0.02, z: at, radius: 0.095, thick: 0.008, from: 0.5, to: Math.PI - 0.5, upright: false })
      lathe(mesh, [x, y - 0.05, at], [[0.085, 0, 0.7], [0.06, 0.045, 1], [0.012, 0.075, 1.15]], 6)
      lathe(mesh, [x, y - 0.235, at], [[0.02, -0.02, 0.6], [0.085, -0.012, 0.8], [0.085, 0.018, 1]], 6)
      dye(figure, '#ffca72', 'handR', 'flame')
      lathe(mesh, [x, y - 0.217, at], [[0.062, 0, 0.85], [0.07, 0.08, 1.15], [0.062, 0.167, 0.9]], figure.fine ? 8 : 5)
      return
    }
    case 'bucket':
      dye(figure, '#8d6a48', 'handR', 'tool')
      lathe(mesh, [grip[0], grip[1] - 0.42, grip[2]], [[0, 0.02, 0.6], [0.12, 0, 0.8], [0.16, 0.26, 1.1], [0.14, 0.26, 0.9], [0.1, 0.2, 0.5]], 8)
      dye(figure, '#57504a', 'handR', 'tool')
      bow(figure, { x: grip[0], y: grip[1] - 0.16, z: grip[2], radius: 0.15, thick: 0.009, from: 0, to: Math.PI, upright: false })
      return
    case 'cup':
      dye(figure, '#8f7448', 'handR', 'tool')
      loft(mesh, 9, CUP.length - 1, {
        closed: true, flip: true, shade: (_, j) => (j > 0.75 ? 0.45 : 0.85 + 0.3 * j),
        at: (i, j) => { const [radius, ahead] = CUP[Math.round(j * (CUP.length - 1))]!; return [grip[0] + Math.cos(-i * 6.2832) * radius, grip[1] - 0.02 + Math.sin(-i * 6.2832) * radius, z(ahead)] },
      })
      return
    case 'saw':
      pole(0.05, 0.08, 0.022, '#8a6a48')
      dye(figure, '#8b9096', 'handR', 'tool')
      box(mesh, [grip[0], grip[1] - 0.06, z(0.34)], [0.012, 0.1, 0.52])
  }
}
