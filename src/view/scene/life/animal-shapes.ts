/** The shapes of all animals, made by code: tapered tubes painted by vertex, a few rows of a texture for each kind. */
import { DataTexture, FloatType, NearestFilter, RGBAFormat, Vector3 } from 'three'
import { ANIMAL_KINDS } from '#simulation/wildlife/animal-kinds.ts'

/** Room for the vertices of one animal. */
export const ANIMAL_VERTICES = 350
/** Rows of a kind: position and part, normal, colour, pivot. */
export const ANIMAL_ROWS = 4
/** Parts that move: body 0, head 1, legs 2..5 (front left, front right, back left, back right), wings 6 and 7, tail 8. */
const HEAD = 1
const TAIL = 8

type Station = readonly [x: number, y: number, z: number, rx: number, ry: number]
type Brush = { part: number; pivot: readonly [number, number, number]; top: number; under: number }
type Sketch = { rows: Float32Array[]; count: number; index: number[] }

const a = new Vector3()
const b = new Vector3()

function channel(color: number, shift: number): number {
  return (((color >> shift) & 255) / 255) ** 2.2
}

function put(sketch: Sketch, brush: Brush, at: readonly number[], normal: Vector3): void {
  const i = sketch.count * 4
  if (sketch.count >= ANIMAL_VERTICES) throw new Error('life: an animal has more vertices than there is room for')
  const up = Math.min(1, Math.max(0, normal.y * 0.8 + 0.55))
  sketch.rows[0]!.set([at[0]!, at[1]!, at[2]!, brush.part], i)
  sketch.rows[1]!.set([normal.x, normal.y, normal.z, 0], i)
  for (let c = 0; c < 3; c++) sketch.rows[2]![i + c] = channel(brush.under, 16 - 8 * c) * (1 - up) + channel(brush.top, 16 - 8 * c) * up
  sketch.rows[3]!.set([...brush.pivot, 0], i)
  sketch.count++
}

/** A tube through stations, closed to a point at both ends. */
function tube(sketch: Sketch, brush: Brush, stations: readonly Station[], sides = 6): void {
  const last = stations.length - 1
  const start = sketch.count
  for (let r = 0; r <= last; r++) {
    const [x, y, z, rx, ry] = stations[r]!
    const before = stations[Math.max(0, r - 1)]!
    const after = stations[Math.min(last, r + 1)]!
    a.set(after[0] - before[0], after[1] - before[1], after[2] - before[2])
    const length = a.length()
    if (length > 1e-6) a.divideScalar(length)
    else a.set(0, 0, -1)
    // rings stand across the way the tube goes: upright tubes have lying rings
    const upright = Math.abs(a.y) > 0.75
    const narrows = ((before[3] + before[4] - after[3] - after[4]) / 2 / Math.max(0.02, length)) * 0.6
    const capped = r === 0 ? narrows - 0.5 : r === last ? narrows + 0.5 : narrows
    for (let side = 0; side < sides; side++) {
      const cos = Math.cos(((side + 0.5) / sides) * Math.PI * 2)
      const sin = Math.sin(((side + 0.5) / sides) * Math.PI * 2)
      b.set(cos / Math.max(rx, 0.004), upright ? 0 : sin / Math.max(ry, 0.004), upright ? sin / Math.max(ry, 0.004) : 0).normalize()
      put(sketch, brush, upright ? [x + cos * rx, y, z + sin * ry] : [x + cos * rx, y + sin * ry, z], b.addScaledVector(a, capped).normalize())
    }
  }
  const at = (r: number, side: number): number => start + r * sides + (side % sides)
  for (let side = 0; side < sides; side++) {
    for (let r = 0; r < last; r++) sketch.index.push(at(r, side), at(r, side + 1), at(r + 1, side), at(r, side + 1), at(r + 1, side + 1), at(r + 1, side))
    // the ends: fans over the first corner of the ring
    if (side > 0 && side + 1 < sides) sketch.index.push(at(0, 0), at(0, side), at(0, side + 1), at(last, 0), at(last, side), at(last, side + 1))
  }
}

/** A flat blade, as a wing or an ear: corner points in order. */
function blade(sketch: Sketch, brush: Brush, corners: readonly (readonly [number, number, number])[]): void {
  const start = sketch.count
  const normal = new Vector3(0, 1, 0)
  for (const corner of corners) put(sketch, brush, corner, normal)
  for (let i = 1; i + 1 < corners.length; i++) sketch.index.push(start, start + i, start + i + 1)
}

type BeastLook = { length: number; leg: number; wide: number; deep: number; neck: number; rise: number; head: number; muzzle: number; ear: number; earSide: number; tail: number; tailUp: number; coat: number; belly: number; face: number; hoof: number; thick: number; horn: number; hump: number }

function drawBeast(sketch: Sketch, look: BeastLook): void {
  const { length, leg, wide, deep, neck, rise, head } = look
  const half = length / 2
  const y = leg + deep * 0.75
  const body: Brush = { part: 0, pivot: [0, y, 0], top: look.coat, under: look.belly }
  tube(sketch, body, [
    [0, y + deep * 0.1, half, wide * 0.55, deep * 0.55],
    [0, y + deep * (0.12 + look.hump), half * 0.62, wide, deep],
    [0, y - deep * 0.02, 0, wide * 0.98, deep * 0.95],
    [0, y + deep * 0.05, -half * 0.6, wide * 0.95, deep],
    [0, y + deep * 0.2, -half, wide * 0.5, deep * 0.6],
  ], 7)
  const base = [0, y + deep * 0.25, -half * 0.8] as const
  const top = [0, y + deep * 0.25 + neck * rise, -half * 0.8 - neck * (1 - rise * 0.55)] as const
  const coat: Brush = { part: HEAD, pivot: base, top: look.coat, under: look.coat }
  tube(sketch, coat, [[...base, wide * 0.6, deep * 0.6], [...top, head * 0.5, head * 0.5]])
  const face: Brush = { part: HEAD, pivot: base, top: look.face, under: look.face }
  tube(sketch, face, [
    [0, top[1] + head * 0.1, top[2] + head * 0.45, head * 0.4, head * 0.42],
    [0, top[1] + head * 0.08, top[2] - head * 0.2, head * 0.52, head * 0.5],
    [0, top[1] - head * 0.12, top[2] - head * (0.75 + look.muzzle * 0.4), head * 0.33, head * 0.32],
    [0, top[1] - head * 0.22, top[2] - head * (1 + look.muzzle), head * 0.2, head * 0.2],
  ], 5)
  const ink: Brush = { ...face, top: 0x17120f, under: 0x17120f }
  for (const side of [-1, 1]) {
    tube(sketch, ink, [[side * head * 0.47, top[1] + head * 0.2, top[2] - head * 0.35, head * 0.09, head * 0.11], [side * head * 0.47, top[1] + head * 0.2, top[2] - head * 0.5, head * 0.08, head * 0.1]], 3)
    const ear = [side * head * (0.3 + look.ear * look.earSide), top[1] + head * (0.4 + look.ear * (1 - look.earSide)), top[2] + head * 0.3] as const
    tube(sketch, coat, [[side * head * 0.3, top[1] + head * 0.35, top[2] + head * 0.15, head * 0.16, head * 0.1], [(ear[0] + side * head * 0.3) / 2, (ear[1] + top[1] + head * 0.4) / 2, top[2] + head * 0.25, head * 0.17, head * 0.09], [...ear, head * 0.04, head * 0.04]], 3)
    const horn: Brush = { ...face, top: 0xb09a78, under: 0x8a7455 }
    const stout = look.horn > 0 ? head * 0.12 : 0
    tube(sketch, horn, [[side * head * 0.2, top[1] + head * 0.3, top[2], stout, stout], [side * head * 0.5 * look.horn, top[1] + head * (0.3 + look.horn), top[2] + head * 0.5, stout * 0.7, stout * 0.7], [side * head * 0.6 * look.horn, top[1] + head * (0.3 + 1.35 * look.horn), top[2] + head * 0.4, stout * 0.1, stout * 0.1]], 3)
    for (const end of [-1, 1]) {
      const part = end < 0 ? (side < 0 ? 2 : 3) : side < 0 ? 4 : 5
      const z = half * 0.68 * end
      const hip = [side * wide * 0.55, y - deep * 0.2, z] as const
      const limb: Brush = { part, pivot: hip, top: look.hoof, under: look.hoof }
      const haunch: Brush = { ...limb, top: look.coat, under: look.belly }
      tube(sketch, haunch, [[hip[0], y + deep * 0.1, z, look.thick * 1.5, look.thick * (end > 0 ? 2.6 : 1.9)], [hip[0], leg * 0.62, z + 0.05 * leg * end, look.thick * 1.1, look.thick * 1.2]], 4)
      tube(sketch, limb, [[hip[0], leg * 0.64, z + 0.05 * leg * end, look.thick, look.thick * 1.05], [hip[0], 0, z, look.thick * 0.75, look.thick * 0.85]], 4)
    }
  }
  const root = [0, y + deep * 0.45, half * 0.95] as const
  const brush: Brush = { part: TAIL, pivot: root, top: look.coat, under: look.belly }
  tube(sketch, brush, [[...root, look.thick, look.thick], [0, root[1] + look.tail * look.tailUp * 0.5, root[2] + look.tail * 0.6, look.thick * 1.3, look.thick * 1.3], [0, root[1] + look.tail * look.tailUp, root[2] + look.tail, look.thick * 0.5, look.thick * 0.5]], 4)
}

type BirdLook = { size: number; neck: number; leg: number; span: number; tail: number; coat: number; belly: number; head: number; wing: number; tip: number; bill: number; billLong: number; comb: boolean }

function drawBird(sketch: Sketch, look: BirdLook): void {
  const { size, leg } = look
  const y = leg + size * 0.42
  const body: Brush = { part: 0, pivot: [0, y, 0], top: look.coat, under: look.belly }
  tube(sketch, body, [[0, y + size * 0.12, size * 0.55, size * 0.12, size * 0.12], [0, y + size * 0.02, size * 0.2, size * 0.34, size * 0.34], [0, y, -size * 0.2, size * 0.38, size * 0.38], [0, y + size * 0.12, -size * 0.5, size * 0.22, size * 0.26]], 7)
  blade(sketch, { ...body, part: TAIL, pivot: [0, y + size * 0.12, size * 0.5] }, [[-size * 0.1, y + size * 0.12, size * 0.45], [size * 0.1, y + size * 0.12, size * 0.45], [size * 0.24, y + size * (0.12 + look.tail * 0.4), size * (0.6 + look.tail)], [-size * 0.24, y + size * (0.12 + look.tail * 0.4), size * (0.6 + look.tail)]])
  const base = [0, y + size * 0.15, -size * 0.38] as const
  const crown = [0, base[1] + size * (0.2 + look.neck), -size * 0.56] as const
  const head: Brush = { part: HEAD, pivot: base, top: look.head, under: look.head }
  tube(sketch, { ...head, under: look.belly }, [[...base, size * 0.2, size * 0.2], [0, crown[1] - size * 0.05, crown[2] + size * 0.05, size * 0.13, size * 0.13]])
  tube(sketch, head, [[0, crown[1], crown[2] + size * 0.12, size * 0.13, size * 0.13], [0, crown[1] + size * 0.02, crown[2] - size * 0.05, size * 0.18, size * 0.18], [0, crown[1], crown[2] - size * 0.18, size * 0.1, size * 0.1]])
  tube(sketch, { ...head, top: look.bill, under: look.bill }, [[0, crown[1] - size * 0.02, crown[2] - size * 0.16, size * 0.07, size * 0.06], [0, crown[1] - size * 0.05, crown[2] - size * (0.2 + look.billLong), size * 0.03, size * 0.02]], 4)
  const comb = look.comb ? size : 0
  tube(sketch, { ...head, top: 0xb8352a, under: 0xb8352a }, [[0, crown[1] + comb * 0.18, crown[2] + size * 0.08, comb * 0.03, comb * 0.1], [0, crown[1] + comb * 0.2, crown[2] - size * 0.1, comb * 0.03, comb * 0.08]], 4)
  for (const side of [-1, 1]) {
    tube(sketch, { ...head, top: 0x120f0d, under: 0x120f0d }, [[side * size * 0.16, crown[1] + size * 0.05, crown[2] - size * 0.07, size * 0.03, size * 0.04], [side * size * 0.15, crown[1] + size * 0.05, crown[2] - size * 0.12, size * 0.03, size * 0.03]], 4)
    const root = [side * size * 0.26, y + size * 0.18, -size * 0.1] as const
    const wing: Brush = { part: side < 0 ? 6 : 7, pivot: root, top: look.wing, under: look.wing }
    const out = side * size * look.span
    blade(sketch, wing, [[root[0], root[1], -size * 0.35], [root[0] + out * 0.5, root[1], -size * 0.42], [root[0] + out * 0.55, root[1], size * 0.22], [root[0], root[1], size * 0.3]])
    blade(sketch, { ...wing, top: look.tip, under: look.tip }, [[root[0] + out * 0.5, root[1], -size * 0.42], [root[0] + out, root[1], size * 0.02], [root[0] + out * 0.55, root[1], size * 0.22]])
    const shank = leg > 0 ? size : 0
    tube(sketch, { part: side < 0 ? 2 : 3, pivot: [side * size * 0.15, y, 0], top: look.bill, under: look.bill }, [[side * size * 0.15, y - size * 0.25, 0, shank * 0.045, shank * 0.045], [side * size * 0.15, Math.min(size * 0.04, y), 0, shank * 0.035, shank * 0.035], [side * size * 0.15, 0, -size * 0.1, shank * 0.07, shank * 0.09]], 4)
  }
}

const DEER: BeastLook = { length: 1.15, leg: 0.72, wide: 0.2, deep: 0.24, neck: 0.5, rise: 0.85, head: 0.19, muzzle: 0.5, ear: 0.8, earSide: 0.6, tail: 0.16, tailUp: -0.6, coat: 0x9a6a41, belly: 0xc9ad86, face: 0x8b5f3c, hoof: 0x6d4a31, thick: 0.05, horn: 1.6, hump: 0 }
const BEASTS: { readonly [id: string]: BeastLook } = {
  sheep: { ...DEER, length: 0.95, leg: 0.36, wide: 0.31, deep: 0.33, neck: 0.24, rise: 0.55, head: 0.19, muzzle: 0.25, ear: 0.5, earSide: 0.9, tail: 0.14, tailUp: -1, coat: 0xe6dcc4, belly: 0xb5a68b, face: 0x3f352f, hoof: 0x3f352f, thick: 0.055, horn: 0 },
  dog: { ...DEER, length: 0.68, leg: 0.32, wide: 0.13, deep: 0.16, neck: 0.22, rise: 0.8, head: 0.15, muzzle: 0.45, ear: 0.45, earSide: 0.35, tail: 0.34, tailUp: 0.8, coat: 0x6b4a30, belly: 0xd8c3a0, face: 0x6b4a30, hoof: 0xd2bd9b, thick: 0.04, horn: 0 },
  deer: DEER,
  rabbit: { ...DEER, length: 0.3, leg: 0.07, wide: 0.09, deep: 0.11, neck: 0.07, rise: 0.7, head: 0.1, muzzle: 0.02, ear: 1.5, earSide: 0.12, tail: 0.05, tailUp: 0.6, coat: 0x8d7556, belly: 0xd9cdb6, face: 0x8d7556, hoof: 0x9c8464, thick: 0.028, horn: 0, hump: 0.25 },
  goat: { ...DEER, length: 0.85, leg: 0.45, wide: 0.2, deep: 0.24, neck: 0.3, rise: 0.8, head: 0.17, muzzle: 0.4, ear: 0.7, earSide: 0.9, tail: 0.12, tailUp: 1, coat: 0xb9ab95, belly: 0x8d7f6b, face: 0x75685a, hoof: 0x5c5046, thick: 0.05, horn: 1.2 },
  lizard: { ...DEER, length: 0.2, leg: 0.03, wide: 0.035, deep: 0.025, neck: 0.04, rise: 0.2, head: 0.04, muzzle: 0.3, ear: 0, tail: 0.2, tailUp: -0.15, coat: 0x8c7d4c, belly: 0xc7b684, face: 0x8c7d4c, hoof: 0x7a6c40, thick: 0.012, horn: 0 },
  frog: { ...DEER, length: 0.11, leg: 0.025, wide: 0.045, deep: 0.035, neck: 0.02, rise: 0.4, head: 0.06, muzzle: 0, ear: 0.2, earSide: 0, tail: 0, coat: 0x5d7d35, belly: 0xb9bd78, face: 0x5d7d35, hoof: 0x55712f, thick: 0.014, horn: 0, hump: -0.3 },
}
const CROW: BirdLook = { size: 0.34, neck: 0.06, leg: 0.13, span: 1.5, tail: 0.35, coat: 0x2a2a31, belly: 0x232329, head: 0x26262d, wing: 0x2d2d35, tip: 0x1d1d22, bill: 0x2b2926, billLong: 0.24, comb: false }
const GULL: BirdLook = { ...CROW, size: 0.38, leg: 0.14, span: 2, tail: 0.2, coat: 0xdfe0dd, belly: 0xf1efe8, head: 0xf4f2ec, wing: 0xa9b1b8, tip: 0x3a3d42, bill: 0xd8a23c, billLong: 0.2 }
const BIRDS: { readonly [id: string]: BirdLook } = {
  hen: { ...CROW, size: 0.36, neck: 0.2, leg: 0.16, span: 0.62, tail: 0.12, coat: 0xa9683a, belly: 0xc98c54, head: 0xb06f3f, wing: 0x8a5230, tip: 0x5d3826, bill: 0xd9a545, billLong: 0.1, comb: true },
  crow: CROW,
  gull: GULL,
  'gull aloft': GULL,
  duck: { ...CROW, size: 0.4, neck: 0.2, leg: 0, span: 1.2, tail: 0.12, coat: 0x7d6a55, belly: 0xcfc3ae, head: 0x2f5a45, wing: 0x6a5a4a, tip: 0x3f566e, bill: 0xd0a23f, billLong: 0.2 },
  swallow: { ...CROW, size: 0.17, neck: 0, leg: 0.02, span: 2.1, tail: 0.55, coat: 0x2b3350, belly: 0xe4dccb, head: 0x2b3350, wing: 0x2a2f44, tip: 0x22263a, billLong: 0.05 },
}

/** The shapes of all kinds. Beasts are all joined in one way, and birds in another. */
export type AnimalShapes = {
  /** ANIMAL_VERTICES wide, ANIMAL_ROWS rows for each kind. */
  readonly texture: DataTexture
  readonly beastIndex: readonly number[]
  readonly birdIndex: readonly number[]
}

/** Whether a kind is shaped as a bird. */
export function isBird(id: string): boolean {
  return id in BIRDS
}

/** Makes the shapes of all kinds. */
export function createAnimalShapes(): AnimalShapes {
  const indices: { beast: readonly number[]; bird: readonly number[] } = { beast: [], bird: [] }
  const data = new Float32Array(ANIMAL_VERTICES * ANIMAL_ROWS * ANIMAL_KINDS.length * 4)
  const stride = ANIMAL_VERTICES * 4
  ANIMAL_KINDS.forEach((kind, k) => {
    const rows = [0, 1, 2, 3].map((row) => data.subarray((k * ANIMAL_ROWS + row) * stride, (k * ANIMAL_ROWS + row + 1) * stride))
    const sketch: Sketch = { rows, count: 0, index: [] }
    const beast = BEASTS[kind.id]
    const bird = BIRDS[kind.id]
    if (beast) drawBeast(sketch, beast)
    if (bird) drawBird(sketch, bird)
    indices[bird ? 'bird' : 'beast'] = sketch.index
    if (sketch.count === 0) throw new Error(`life: ${kind.id} has no shape`)
  })
  const texture = new DataTexture(data, ANIMAL_VERTICES, ANIMAL_ROWS * ANIMAL_KINDS.length, RGBAFormat, FloatType)
  texture.minFilter = NearestFilter
  texture.magFilter = NearestFilter
  texture.needsUpdate = true
  return { texture, beastIndex: indices.beast, birdIndex: indices.bird }
}
