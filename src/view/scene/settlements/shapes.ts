/** Shapes for building by code: patches, boxes, beams, lofts, lathes, blobs; all painted with the mesh's brush. */
import { triangle, vertex, type MeshBuilder, type Point } from './mesh-builder.ts'

/** Brightness at the lower and upper end of a shape; 1 is the colour as dipped. */
export type Gradient = readonly [low: number, high: number]

const PLAIN: Gradient = [0.86, 1.05]

function unit(x: number, y: number, z: number): Point {
  const length = Math.hypot(x, y, z)
  // Where a surface shrinks to a point or a line, it looks up.
  return length > 1e-9 ? [x / length, y / length, z / length] : [0, 1, 0]
}

function mixPoints(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

/** A flat four-cornered patch, corners counter-clockwise from outside beginning low left, cut into `across` by `up` so that gradients and bends show. */
export function patch(mesh: MeshBuilder, corners: readonly [Point, Point, Point, Point], options: { across?: number; up?: number; gradient?: Gradient; strokeAt?: readonly [number, number] } = {}): void {
  const [a, b, c, d] = corners
  const across = options.across ?? 1
  const up = options.up ?? 1
  const gradient = options.gradient ?? PLAIN
  const [u0, v0] = options.strokeAt ?? [0, 0]
  const normal = unit((b[1] - a[1]) * (d[2] - a[2]) - (b[2] - a[2]) * (d[1] - a[1]), (b[2] - a[2]) * (d[0] - a[0]) - (b[0] - a[0]) * (d[2] - a[2]), (b[0] - a[0]) * (d[1] - a[1]) - (b[1] - a[1]) * (d[0] - a[0]))
  const wide = Math.max(distance(a, b), distance(d, c))
  const high = Math.max(distance(a, d), distance(b, c))
  const first = mesh.vertexCount
  for (let j = 0; j <= up; j++) {
    const left = mixPoints(a, d, j / up)
    const right = mixPoints(b, c, j / up)
    const shade = gradient[0] + (gradient[1] - gradient[0]) * (j / up)
    for (let i = 0; i <= across; i++) vertex(mesh, mixPoints(left, right, i / across), normal, [u0 + (wide * i) / across, v0 + (high * j) / up, shade])
  }
  for (let j = 0; j < up; j++) {
    for (let i = 0; i < across; i++) {
      const at = first + j * (across + 1) + i
      triangle(mesh, at, at + 1, at + across + 2)
      triangle(mesh, at, at + across + 2, at + across + 1)
    }
  }
}

/** A flat triangle, corners counter-clockwise from outside, brightness by corner height. */
export function facet(mesh: MeshBuilder, corners: readonly [Point, Point, Point], gradient: Gradient = PLAIN): void {
  const [a, b, c] = corners
  const normal = unit((b[1] - a[1]) * (c[2] - a[2]) - (b[2] - a[2]) * (c[1] - a[1]), (b[2] - a[2]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[2] - a[2]), (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
  const low = Math.min(a[1], b[1], c[1])
  const span = Math.max(a[1], b[1], c[1]) - low || 1
  const wide = distance(a, b)
  const [ia, ib, ic] = [[a, 0] as const, [b, wide] as const, [c, wide / 2] as const].map(([at, u]) => vertex(mesh, at, normal, [u, at[1] - low, gradient[0] + ((gradient[1] - gradient[0]) * (at[1] - low)) / span]))
  triangle(mesh, ia!, ib!, ic!)
}

/** A box standing at its centre of base; `taper` is the size of its top relative to its base. */
export function box(mesh: MeshBuilder, base: Point, size: readonly [width: number, height: number, depth: number], options: { taper?: number; gradient?: Gradient; open?: boolean } = {}): void {
  const [x, y, z] = base
  const [w, h, d] = [size[0] / 2, size[1], size[2] / 2]
  const t = options.taper ?? 1
  const gradient = options.gradient ?? PLAIN
  const p = (sx: number, sy: number, sz: number): Point => [x + sx * w * (sy ? t : 1), y + sy * h, z + sz * d * (sy ? t : 1)]
  patch(mesh, [p(-1, 0, 1), p(1, 0, 1), p(1, 1, 1), p(-1, 1, 1)], { gradient })
  patch(mesh, [p(1, 0, -1), p(-1, 0, -1), p(-1, 1, -1), p(1, 1, -1)], { gradient })
  patch(mesh, [p(1, 0, 1), p(1, 0, -1), p(1, 1, -1), p(1, 1, 1)], { gradient })
  patch(mesh, [p(-1, 0, -1), p(-1, 0, 1), p(-1, 1, 1), p(-1, 1, -1)], { gradient })
  if (options.open) return
  patch(mesh, [p(-1, 1, 1), p(1, 1, 1), p(1, 1, -1), p(-1, 1, -1)], { gradient: [gradient[1] * 1.06, gradient[1] * 1.06] })
}

/** A squared beam from one point to another; `out` is roughly the way its broad face looks. */
export function beam(mesh: MeshBuilder, from: Point, to: Point, shape: { width: number; depth: number; out?: Point; gradient?: Gradient; /** Leaves out what nobody sees: the ends, and of a beam that lies on a wall its back as well. */ hidden?: 'ends' | 'back' }): void {
  const along = unit(to[0] - from[0], to[1] - from[1], to[2] - from[2])
  const out = shape.out ?? [0, 0, 1]
  const side = unit(along[1] * out[2] - along[2] * out[1], along[2] * out[0] - along[0] * out[2], along[0] * out[1] - along[1] * out[0])
  const face = unit(side[1] * along[2] - side[2] * along[1], side[2] * along[0] - side[0] * along[2], side[0] * along[1] - side[1] * along[0])
  const gradient = shape.gradient ?? PLAIN
  const p = (end: Point, s: number, f: number): Point => [
    end[0] + (side[0] * s * shape.width + face[0] * f * shape.depth) / 2,
    end[1] + (side[1] * s * shape.width + face[1] * f * shape.depth) / 2,
    end[2] + (side[2] * s * shape.width + face[2] * f * shape.depth) / 2,
  ]
  const ring = [[1, 1], [-1, 1], [-1, -1], [1, -1]] as const
  for (let k = 0; k < 4; k++) {
    if (k === 2 && shape.hidden === 'back') continue
    const [s0, f0] = ring[k]!
    const [s1, f1] = ring[(k + 1) % 4]!
    patch(mesh, [p(from, s1, f1), p(from, s0, f0), p(to, s0, f0), p(to, s1, f1)], { gradient })
  }
  if (shape.hidden) return
  const ends = (end: Point, order: readonly number[]): void => patch(mesh, order.map((k) => p(end, ring[k]![0], ring[k]![1])) as unknown as [Point, Point, Point, Point], { gradient })
  ends(to, [2, 1, 0, 3])
  ends(from, [3, 0, 1, 2])
}

/** How a loft is painted and closed. */
export type LoftOptions = {
  /** Whether row ends join: the last column meets the first. */
  closed?: boolean
  /** Turns the surface inside out. */
  flip?: boolean
  /** Brightness at (i, j) as shares 0..1. */
  shade?: (i: number, j: number) => number
  /** Metres of stroke coordinates across and along; without it, lengths are measured. */
  stroke?: readonly [number, number]
  /** Called before each vertex is added, to change the brush on the way. */
  brush?: (i: number, j: number) => void
}

/** A smooth surface through a grid of points, `across` by `along` cells: column i and row j as shares 0..1; outside is to the left of rising i seen along rising j. */
export function loft(mesh: MeshBuilder, across: number, along: number, surface: { at: (i: number, j: number) => Point } & LoftOptions): void {
  const { closed = false, flip = false } = surface
  const points: Point[] = []
  for (let j = 0; j <= along; j++) for (let i = 0; i <= across; i++) points.push(surface.at(i / across, j / along))
  const get = (i: number, j: number): Point => points[Math.max(0, Math.min(along, j)) * (across + 1) + (closed ? (i + across) % across : Math.max(0, Math.min(across, i)))]!
  const first = mesh.vertexCount
  const lengthsAlong = new Array<number>(across + 1).fill(0)
  for (let j = 0; j <= along; j++) {
    let reach = 0
    for (let i = 0; i <= across; i++) {
      const at = points[j * (across + 1) + i]!
      const east = get(i + 1, j)
      const west = get(i - 1, j)
      const far = get(i, j + 1)
      const near = get(i, j - 1)
      let [ax, ay, az] = [east[0] - west[0], east[1] - west[1], east[2] - west[2]]
      let [bx, by, bz] = [far[0] - near[0], far[1] - near[1], far[2] - near[2]]
      if (Math.hypot(ax, ay, az) < 1e-5) {
        const other = j === 0 ? 1 : j - 1
        const [e, w] = [get(i + 1, other), get(i - 1, other)]
        ;[ax, ay, az] = [e[0] - w[0], e[1] - w[1], e[2] - w[2]]
      }
      if (Math.hypot(bx, by, bz) < 1e-5) [bx, by, bz] = [0, 1, 0]
      const sign = flip ? -1 : 1
      const normal = unit(sign * (ay * bz - az * by), sign * (az * bx - ax * bz), sign * (ax * by - ay * bx))
      if (i > 0) reach += distance(at, points[j * (across + 1) + i - 1]!)
      if (j > 0) lengthsAlong[i]! += distance(at, points[(j - 1) * (across + 1) + i]!)
      const u = surface.stroke ? (surface.stroke[0] * i) / across : reach
      const v = surface.stroke ? (surface.stroke[1] * j) / along : lengthsAlong[i]!
      surface.brush?.(i / across, j / along)
      vertex(mesh, at, normal, [u, v, surface.shade?.(i / across, j / along) ?? 1])
    }
  }
  for (let j = 0; j < along; j++) {
    for (let i = 0; i < across; i++) {
      const at = first + j * (across + 1) + i
      if (flip) {
        triangle(mesh, at, at + across + 2, at + 1)
        triangle(mesh, at, at + across + 1, at + across + 2)
      } else {
        triangle(mesh, at, at + 1, at + across + 2)
        triangle(mesh, at, at + across + 2, at + across + 1)
      }
    }
  }
}

/** A turned shape about a vertical axis: `profile` lists radius, height and brightness from below to above. */
export function lathe(mesh: MeshBuilder, foot: Point, profile: ReadonlyArray<readonly [radius: number, height: number, shade: number]>, segments = 10): void {
  const rows = profile.length - 1
  loft(mesh, segments, rows, {
    closed: true,
    at: (i, j) => {
      const [radius, height] = profile[Math.round(j * rows)]!
      const angle = -i * 2 * Math.PI
      return [foot[0] + Math.cos(angle) * radius, foot[1] + height, foot[2] + Math.sin(angle) * radius]
    },
    shade: (_, j) => profile[Math.round(j * rows)]![2],
  })
}

/** A rounded lump: an ellipsoid with dents by `chance`. */
export function blob(mesh: MeshBuilder, centre: Point, radii: Point, options: { chance?: number; dent?: number; across?: number; along?: number; gradient?: Gradient } = {}): void {
  const { chance = 0, dent = 0.1, across = 8, along = 5 } = options
  const gradient = options.gradient ?? [0.72, 1.15]
  loft(mesh, across, along, {
    closed: true,
    at: (i, j) => {
      const around = -i * 2 * Math.PI
      const rise = (j - 0.5) * Math.PI
      const bump = 1 + dent * Math.sin(around * 3 + chance * 7.1) * Math.cos(rise * 2.3 + chance * 3.7)
      return [centre[0] + Math.cos(around) * Math.cos(rise) * radii[0] * bump, centre[1] + Math.sin(rise) * radii[1] * bump, centre[2] + Math.sin(around) * Math.cos(rise) * radii[2] * bump]
    },
    shade: (_, j) => gradient[0] + (gradient[1] - gradient[0]) * j,
  })
}
