/** Builds plants from tubes, cards, blobs and skirts, all in one set of arrays. */
import { BufferAttribute, BufferGeometry, type Color, IcosahedronGeometry, Vector3 } from 'three'
import { createRng, nextFloat, type Rng } from '#core/rng.ts'
import { type LeafTile, tileRect } from './leaf-texture.ts'

/** A soft ball of a crown: centre and radius in metres. */
export type Blob = { x: number; y: number; z: number; r: number }

/** What a vertex is besides its place: colour (linear), how much the instance's tint counts (0 wood .. 1 leaf), metres of sway. */
export type Paint = { color: Color; leaf: number; sway: number }

const scratch = new Vector3()
const across = new Vector3()
const upward = new Vector3()
const outward = new Vector3()

/** Collects the triangles of one plant. Throws nothing; shapes are cheap and meant to overlap. */
export class PlantBuilder {
  readonly rng: Rng
  private readonly positions: number[] = []
  private readonly normals: number[] = []
  private readonly colors: number[] = []
  private readonly uvs: number[] = []
  private readonly sways: number[] = []
  private readonly indices: number[] = []

  constructor(seed: number) {
    this.rng = createRng(seed)
  }

  /** A number between `low` and `high` by the plant's own dice. */
  between(low: number, high: number): number {
    return low + (high - low) * nextFloat(this.rng)
  }

  private vertex(at: Vector3, normal: Vector3, uv: readonly [number, number], paint: Paint, light: number): number {
    this.positions.push(at.x, at.y, at.z)
    this.normals.push(normal.x, normal.y, normal.z)
    this.colors.push(paint.color.r * light, paint.color.g * light, paint.color.b * light, paint.leaf)
    this.uvs.push(uv[0], uv[1])
    this.sways.push(paint.sway)
    return this.positions.length / 3 - 1
  }

  /** A tube of `sides` along points [x, y, z, radius]; lighter towards its end. */
  tube(points: ReadonlyArray<readonly [number, number, number, number]>, sides: number, paint: Paint): this {
    const [u0, v0, u1, v1] = tileRect(paint.leaf > 0 ? 'solid' : 'bark')
    const first = this.positions.length / 3
    points.forEach(([x, y, z, radius], ring) => {
      for (let side = 0; side < sides; side++) {
        const angle = (side / sides) * Math.PI * 2
        scratch.set(x + Math.cos(angle) * radius, y, z + Math.sin(angle) * radius)
        outward.set(Math.cos(angle), 0.15, Math.sin(angle)).normalize()
        // the bark goes round and back, and up and down again, so that it has no seam
        const uv: [number, number] = [u0 + (u1 - u0) * Math.abs(1 - (2 * side) / sides), ring % 2 === 0 ? v0 : v1]
        this.vertex(scratch, outward, uv, { ...paint, sway: paint.sway * (ring / (points.length - 1)) ** 2 }, 0.8 + 0.35 * (ring / (points.length - 1)))
      }
    })
    for (let ring = 0; ring + 1 < points.length; ring++) {
      for (let side = 0; side < sides; side++) {
        const a = first + ring * sides + side
        const b = first + ring * sides + ((side + 1) % sides)
        this.indices.push(a, a + sides, b, b, a + sides, b + sides)
      }
    }
    return this
  }

  /** Limbs from `fork` to the middles of the balls of a crown, hidden while it has its leaves: three-sided, `radius` metres thick where they begin. */
  limbs(fork: readonly [number, number, number], blobs: readonly Blob[], radius: number, paint: Paint): this {
    const [x, y, z] = fork
    for (const blob of blobs) this.tube([[x, y, z, radius], [blob.x, blob.y + blob.r * 0.3, blob.z, radius * 0.2]], 3, paint)
    return this
  }

  /** A flat card around `middle` spanned by the vectors right and up (half sizes), with one soft normal at `soft` share and light from low to high. */
  card(middle: Vector3, spans: { right: Vector3; up: Vector3 }, look: { tile: LeafTile; normal: Vector3; low: number; high: number }, paint: Paint): this {
    const [u0, v0, u1, v1] = tileRect(look.tile)
    const corners: Array<[number, number, number, number]> = [[-1, -1, u0, v1], [1, -1, u1, v1], [1, 1, u1, v0], [-1, 1, u0, v0]]
    const ids = corners.map(([x, y, u, v]) => {
      scratch.copy(middle).addScaledVector(spans.right, x).addScaledVector(spans.up, y)
      return this.vertex(scratch, look.normal, [u, v], paint, y < 0 ? look.low : look.high)
    }) as [number, number, number, number]
    this.indices.push(ids[0], ids[1], ids[2], ids[0], ids[2], ids[3])
    return this
  }

  /** A strip along points [x, y, z, half width] whose width lies along `side`; the tile runs along it. */
  strip(points: ReadonlyArray<readonly [number, number, number, number]>, side: Vector3, look: { tile: LeafTile; along: 'u' | 'v' }, paint: Paint): this {
    const [u0, v0, u1, v1] = tileRect(look.tile)
    const first = this.positions.length / 3
    points.forEach(([x, y, z, half], i) => {
      const t = i / (points.length - 1)
      for (const hand of [-1, 1]) {
        scratch.set(x, y, z).addScaledVector(side, hand * half)
        outward.set(side.z * 0.25 * hand, 1, -side.x * 0.25 * hand).normalize()
        const s = (hand + 1) / 2
        const uv: [number, number] = look.along === 'u' ? [u0 + (u1 - u0) * t, v0 + (v1 - v0) * s] : [u0 + (u1 - u0) * s, v1 + (v0 - v1) * t]
        this.vertex(scratch, outward, uv, { ...paint, sway: paint.sway * t * t }, 0.72 + 0.5 * t)
      }
    })
    for (let i = 0; i + 1 < points.length; i++) {
      const a = first + i * 2
      this.indices.push(a, a + 1, a + 2, a + 1, a + 3, a + 2)
    }
    return this
  }

  /** A crown: dark soft cores and cards of leaves over them; normals point away from the crown's middle, so that it takes light as one body. */
  crown(blobs: readonly Blob[], look: { tile: LeafTile; cards: number; size: number; core: boolean }, paint: Paint): this {
    const middle = new Vector3()
    let low = Infinity
    let high = -Infinity
    for (const blob of blobs) {
      middle.x += blob.x / blobs.length
      middle.y += blob.y / blobs.length
      middle.z += blob.z / blobs.length
      low = Math.min(low, blob.y - blob.r)
      high = Math.max(high, blob.y + blob.r)
    }
    middle.y -= (high - low) * 0.12
    const lightAt = (y: number): number => 0.72 + 0.58 * Math.min(1, Math.max(0, (y - low) / (high - low)))
    const normal = new Vector3()
    const at = new Vector3()
    const softNormal = (blob: Blob): Vector3 => {
      normal.copy(at).sub(middle).normalize()
      outward.set(at.x - blob.x, at.y - blob.y, at.z - blob.z).normalize()
      return normal.multiplyScalar(0.75).addScaledVector(outward, 0.65).normalize()
    }
    for (const blob of blobs) {
      if (look.core) this.blob({ ...blob, r: blob.r * 0.74 }, { ...paint, color: paint.color.clone().multiplyScalar(0.5) }, { detail: 0, lightAt, normalAt: (p) => { at.copy(p); return softNormal(blob) } })
      for (let i = 0; i < look.cards; i++) {
        // points spread evenly over the ball by the golden angle
        const y = 1 - ((i + 0.5) / look.cards) * 1.86
        const ring = Math.sqrt(Math.max(0, 1 - y * y))
        const angle = i * 2.39996 + this.between(-0.4, 0.4)
        const reach = blob.r * this.between(0.74, 0.98)
        at.set(blob.x + Math.cos(angle) * ring * reach, blob.y + y * reach, blob.z + Math.sin(angle) * ring * reach)
        const soft = softNormal(blob).clone()
        // the card faces outward, tipped by chance
        outward.set(Math.cos(angle) * ring + this.between(-0.55, 0.55), y * 0.6 + this.between(-0.3, 0.5), Math.sin(angle) * ring + this.between(-0.55, 0.55)).normalize()
        across.set(-outward.z, this.between(-0.25, 0.25), outward.x).normalize()
        upward.crossVectors(outward, across).normalize()
        const size = blob.r * look.size * this.between(0.82, 1.18)
        // each bough is a body of its own: light above, dark below where the next begins
        const light = lightAt(at.y) * (0.95 + 0.15 * y)
        this.card(at.clone(), { right: across.clone().multiplyScalar(size), up: upward.clone().multiplyScalar(size) }, { tile: look.tile, normal: soft, low: light * 0.9, high: light * 1.06 }, paint)
      }
    }
    return this
  }

  /** A ball of triangles, dented by `dent` (share of its radius), squashed to `flat` of its height. */
  blob(blob: Blob, paint: Paint, look: { detail: number; dent?: number; flat?: number; lightAt?: (y: number) => number; normalAt?: (at: Vector3) => Vector3; paintAt?: (normal: Vector3) => Color }): this {
    const ball = new IcosahedronGeometry(1, look.detail)
    const position = ball.getAttribute('position')
    const [u0, v0, u1, v1] = tileRect('solid')
    const uv: [number, number] = [(u0 + u1) / 2, (v0 + v1) / 2]
    const dents = [0, 1, 2, 3].map(() => ({ x: this.between(-1, 1), y: this.between(-1, 1), z: this.between(-1, 1), a: this.between(1.5, 3.2) }))
    const first = this.positions.length / 3
    const places: Vector3[] = []
    for (let i = 0; i < position.count; i++) {
      const p = new Vector3(position.getX(i), position.getY(i), position.getZ(i))
      let bump = 0
      for (const d of dents) bump += Math.sin((p.x * d.x + p.y * d.y + p.z * d.z) * d.a * 2 + d.a * 5)
      const reach = 1 + (look.dent ?? 0) * bump * 0.4
      places.push(new Vector3(blob.x + p.x * reach * blob.r, blob.y + p.y * reach * blob.r * (look.flat ?? 1), blob.z + p.z * reach * blob.r))
    }
    for (let i = 0; i < places.length; i += 3) {
      const [a, b, c] = [places[i]!, places[i + 1]!, places[i + 2]!]
      const face = new Vector3().subVectors(b, a).cross(new Vector3().subVectors(c, a)).normalize()
      for (const place of [a, b, c]) {
        const normal = look.normalAt ? look.normalAt(place) : new Vector3(place.x - blob.x, place.y - blob.y, place.z - blob.z).normalize().lerp(face, 0.72).normalize()
        const color = look.paintAt ? look.paintAt(normal) : paint.color
        this.vertex(place, normal, uv, { ...paint, color }, look.lightAt ? look.lightAt(place.y) : 1)
      }
    }
    for (let i = 0; i < places.length; i++) this.indices.push(first + i)
    ball.dispose()
    return this
  }

  /** A skirt: an open cone from `top` to `bottom` [y, radius] whose lower edge is ragged. */
  skirt(top: readonly [number, number], bottom: readonly [number, number], look: { sides: number; turn: number; low: number; high: number }, paint: Paint): this {
    const [u0, v0, u1, v1] = tileRect('fringe')
    const first = this.positions.length / 3
    for (let side = 0; side <= look.sides; side++) {
      const angle = look.turn + (side / look.sides) * Math.PI * 2
      const u = side % 2 === 0 ? u0 : u1
      const wave = 1 + (side % look.sides) * 0.37 - Math.floor((side % look.sides) * 0.37) * 1
      const ragged = 0.88 + 0.14 * (wave - Math.floor(wave))
      for (const [[y, radius], v, light, sway] of [[top, v0, look.high, 0.5], [bottom, v1, look.low, 1]] as const) {
        const reach = v === v1 ? radius * ragged : radius
        scratch.set(Math.cos(angle) * reach, y - (v === v1 ? (1 - ragged) * 1.2 : 0), Math.sin(angle) * reach)
        outward.set(Math.cos(angle), 0.75, Math.sin(angle)).normalize()
        this.vertex(scratch, outward, [u, v], { ...paint, sway: paint.sway * sway }, light)
      }
    }
    for (let side = 0; side < look.sides; side++) {
      const a = first + side * 2
      this.indices.push(a, a + 2, a + 1, a + 1, a + 2, a + 3)
    }
    return this
  }

  /** The finished geometry. */
  build(): BufferGeometry {
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.positions), 3))
    geometry.setAttribute('normal', new BufferAttribute(new Float32Array(this.normals), 3))
    geometry.setAttribute('paint', new BufferAttribute(new Float32Array(this.colors), 4))
    geometry.setAttribute('uv', new BufferAttribute(new Float32Array(this.uvs), 2))
    geometry.setAttribute('sway', new BufferAttribute(new Float32Array(this.sways), 1))
    geometry.setIndex(this.indices)
    return geometry
  }
}
