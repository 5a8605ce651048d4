/** Timber bridges: trestles braced crosswise down to the bed, stringers, planks and rails between two stone abutments. */
import { deckAt, isPier, type Bridge } from '#simulation/physics/bridge.ts'
import { shareOf } from '../settlements/culture-style.ts'
import { dip, type Point } from '../settlements/mesh-builder.ts'
import { beam, blob, box } from '../settlements/shapes.ts'
import { drawLantern, type BridgeDrawing } from './draw-stone-bridge.ts'

/** Width of a plank and its gap, height of the rails, distance of their posts, height of one tier of a trestle. Metres. */
const PLANK = { wide: 0.3, gap: 0.035, thick: 0.08 }
const RAIL_HIGH = 1.05
const POST_METERS = 1.9
const TIER_METERS = 3.4
const ABUTMENT_METERS = 2
const BEAM = '#84705a'
const DARK = '#6f5d48'

/** Draws a bridge of timber. */
export function drawTimberBridge(drawing: BridgeDrawing): void {
  const { bridge } = drawing
  drawAbutments(drawing)
  for (const along of bridge.trestles) drawTrestle(drawing, along)
  drawStringers(drawing)
  drawPlanks(drawing)
  drawRails(drawing)
}

function top(bridge: Bridge, along: number): number {
  return deckAt(bridge, along) - bridge.crossing.level
}

function drawAbutments({ mesh, bridge, style, variant, below }: BridgeDrawing): void {
  const { start, end } = bridge.crossing
  for (const [from, to] of ([[start - 0.4, start + ABUTMENT_METERS], [end - ABUTMENT_METERS, end + 0.4]] as const).slice(0, isPier(bridge.crossing) ? 1 : 2)) {
    const middle = (from + to) / 2
    const wide = bridge.halfOutside * 2
    const foot = Math.min(...[-1, 1].flatMap((side) => [from, to].map((along) => below(side * bridge.halfOutside, along)))) - 1
    const high = Math.min(top(bridge, from), top(bridge, to)) - 0.12
    dip(mesh, style.plinth, 'stone')
    mesh.chance = variant & 63
    box(mesh, [0, foot, middle], [wide, high - foot, to - from], { taper: 0.97, gradient: [0.66, 1.02] })
    dip(mesh, '#6d7a48', 'leaves')
    for (const side of [-1, 1]) blob(mesh, [side * bridge.halfOutside, high - 0.5, middle], [0.14, 0.3, 0.7], { across: 6, along: 4, chance: side + 3, dent: 0.3 })
  }
}

function drawTrestle({ mesh, bridge, variant, below }: BridgeDrawing, along: number): void {
  const cap = top(bridge, along) - bridge.thickness + 0.06
  const inner = bridge.halfInside - 0.35
  const salt = Math.round(along * 7)
  const reach = (x: number, y: number): number => x * (1 + (cap - y) * 0.055)
  const bed = Math.min(below(-inner * 1.5, along), below(inner * 1.5, along), below(0, along))
  const tiers = Math.max(1, Math.round((cap - bed) / TIER_METERS))
  dip(mesh, BEAM, 'beam')
  mesh.chance = salt & 255
  beam(mesh, [-bridge.halfOutside - 0.1, cap - 0.14, along], [bridge.halfOutside + 0.1, cap - 0.14, along], { width: 0.3, depth: 0.28, out: [0, 1, 0], gradient: [0.82, 1] })
  const posts = cap - bed > 9 ? [-1, -0.34, 0.34, 1] : [-1, 0, 1]
  for (const share of posts) {
    const x = inner * share
    const foot = below(reach(x, bed), along) - 0.7
    const lean = (shareOf(variant, salt + share * 3) - 0.5) * 0.1
    dip(mesh, BEAM, 'beam')
    beam(mesh, [reach(x, foot), foot, along + lean], [x, cap - 0.2, along], { width: 0.3, depth: 0.3, gradient: [0.62, 1] })
  }
  dip(mesh, DARK, 'beam')
  for (let k = 0; k < tiers; k++) {
    const [low, high] = [bed + 0.35 + ((cap - 0.4 - bed - 0.35) * k) / tiers, bed + 0.35 + ((cap - 0.4 - bed - 0.35) * (k + 1)) / tiers]
    if (high - low < 0.9) continue
    if (k > 0) beam(mesh, [reach(-inner, low) - 0.15, low, along + 0.2], [reach(inner, low) + 0.15, low, along + 0.2], { width: 0.2, depth: 0.14, gradient: [0.86, 1] })
    for (const side of [-1, 1]) beam(mesh, [reach(side * inner, low), low, along + side * 0.19], [reach(-side * inner, high), high, along + side * 0.19], { width: 0.18, depth: 0.12, gradient: [0.8, 1] })
  }
}

function drawStringers({ mesh, bridge, below }: BridgeDrawing): void {
  const { start, end } = bridge.crossing
  const supports = [start + ABUTMENT_METERS - 0.6, ...bridge.trestles, ...(isPier(bridge.crossing) ? [] : [end - ABUTMENT_METERS + 0.6])]
  for (let i = 0; i + 1 < supports.length; i++) {
    const [from, to] = [supports[i]!, supports[i + 1]!]
    dip(mesh, BEAM, 'beam')
    const y = (along: number): number => top(bridge, along) - PLANK.thick - 0.2
    for (const x of [-bridge.halfInside + 0.2, 0, bridge.halfInside - 0.2]) beam(mesh, [x, y(from), from - 0.15], [x, y(to), to + 0.15], { width: 0.26, depth: 0.36, out: [1, 0, 0], gradient: [0.78, 0.95] })
    dip(mesh, DARK, 'beam')
    for (const side of [-1, 1]) {
      const x = side * (bridge.halfInside - 0.3)
      const arm = Math.min(2, (to - from) * 0.36)
      for (const [along, way] of [[from, 1], [to, -1]] as const) {
        const isTrestle = bridge.trestles.includes(along)
        const foot = Math.max(y(along) - arm * 1.05, isTrestle ? -Infinity : below(x, along + way * 0.8) + 0.1)
        beam(mesh, [x, foot, along + (isTrestle ? 0 : way * 0.55)], [x, y(along + way * arm) - 0.1, along + way * arm], { width: 0.18, depth: 0.18, out: [1, 0, 0], gradient: [0.8, 1] })
      }
    }
  }
}

function drawPlanks({ mesh, bridge, variant }: BridgeDrawing): void {
  const { start, end } = bridge.crossing
  const count = Math.round((end - start + 1) / (PLANK.wide + PLANK.gap))
  for (let k = 0; k < count; k++) {
    const along = start - 0.5 + ((end - start + 1) * (k + 0.5)) / count
    const chance = shareOf(variant, 900 + k)
    dip(mesh, ['#a08c6d', '#948062', '#a99674', '#8a7860'][k * 7 % 4]!, 'beam')
    mesh.chance = (k * 53) & 255
    const y = top(bridge, along) + (chance - 0.5) * 0.012
    const half = bridge.halfInside + 0.22 + (chance - 0.5) * 0.1
    const lean = (shareOf(variant, 1300 + k) - 0.5) * 0.02
    beam(mesh, [-half, y - PLANK.thick / 2, along - lean], [half, y - PLANK.thick / 2, along + lean], { width: PLANK.wide, depth: PLANK.thick, out: [0, 1, 0], gradient: [0.9 + 0.1 * chance, 0.94 + 0.12 * chance] })
  }
}

function drawRails({ mesh, bridge, variant }: BridgeDrawing): void {
  const { start, end } = bridge.crossing
  const x = bridge.halfInside + 0.14
  const count = Math.max(2, Math.round((end - start) / POST_METERS))
  const at = (k: number): number => start + ((end - start) * k) / count
  for (const side of [-1, 1]) {
    const head = (k: number): Point => [side * (x + (shareOf(variant, 20 + k * 2 + side) - 0.5) * 0.05), top(bridge, at(k)) + RAIL_HIGH + (shareOf(variant, 60 + k) - 0.5) * 0.03, at(k)]
    for (let k = 0; k <= count; k++) {
      const [hx, hy, hz] = head(k)
      const isEnd = k === 0 || k === count
      dip(mesh, BEAM, 'beam')
      mesh.chance = (k * 31) & 255
      beam(mesh, [side * x, top(bridge, at(k)) - 0.55, hz], [hx, hy + (isEnd ? 0.35 : 0.1), hz], { width: isEnd ? 0.24 : 0.15, depth: isEnd ? 0.24 : 0.15, gradient: [0.8, 1.08] })
      if (isEnd && (k === 0) === side > 0) drawLantern(mesh, [hx, hy + 0.42, hz])
      if (k === count) continue
      const next = head(k + 1)
      beam(mesh, [hx, hy, hz - 0.06], [next[0], next[1], next[2] + 0.06], { width: 0.16, depth: 0.09, out: [0, 1, 0], gradient: [0.96, 1.1] })
      dip(mesh, DARK, 'beam')
      beam(mesh, [hx, hy - 0.48, hz], [next[0], next[1] - 0.48, next[2]], { width: 0.1, depth: 0.06, out: [1, 0, 0], gradient: [0.9, 1.04] })
      const rising = k % 2 === 0
      beam(mesh, [side * x, (rising ? top(bridge, hz) : top(bridge, next[2])) + 0.05, rising ? hz : next[2]], [side * x, (rising ? next[1] : hy) - 0.06, rising ? next[2] : hz], { width: 0.08, depth: 0.06, out: [1, 0, 0], gradient: [0.86, 1] })
    }
  }
}
