/** Turned rectangles on the ground: how far away, how far apart. */

/** A rectangle: centre, unit vector of its front (its +z side), half sizes, all in metres. */
export type Rectangle = { x: number; z: number; frontX: number; frontZ: number; halfWidth: number; halfDepth: number }

/** Distance in metres from a point to the rectangle; 0 inside. */
export function distanceToRectangle(rectangle: Rectangle, x: number, z: number): number {
  const dx = x - rectangle.x
  const dz = z - rectangle.z
  const across = Math.abs(dx * rectangle.frontZ - dz * rectangle.frontX) - rectangle.halfWidth
  const along = Math.abs(dx * rectangle.frontX + dz * rectangle.frontZ) - rectangle.halfDepth
  const a = across > 0 ? across : 0
  const b = along > 0 ? along : 0
  return Math.sqrt(a * a + b * b)
}

/** Gap in metres along the best separating axis; negative where the two overlap. A lower bound of their distance. */
export function gapBetween(a: Rectangle, b: Rectangle): number {
  const dx = b.x - a.x
  const dz = b.z - a.z
  const reach = (r: Rectangle, ax: number, az: number): number =>
    r.halfDepth * Math.abs(r.frontX * ax + r.frontZ * az) + r.halfWidth * Math.abs(r.frontZ * ax - r.frontX * az)
  let widest = -Infinity
  for (const of of [a, b]) {
    for (const turn of [0, 1]) {
      const ax = turn === 0 ? of.frontX : of.frontZ
      const az = turn === 0 ? of.frontZ : -of.frontX
      const gap = Math.abs(dx * ax + dz * az) - reach(a, ax, az) - reach(b, ax, az)
      if (gap > widest) widest = gap
    }
  }
  return widest
}

/** Distance in metres from a point to the polyline x0, z0, x1, z1, … */
export function distanceToPolyline(points: ArrayLike<number>, x: number, z: number): number {
  let nearest = Infinity
  for (let i = 0; i + 3 < points.length; i += 2) {
    const ax = points[i]!
    const az = points[i + 1]!
    const bx = points[i + 2]! - ax
    const bz = points[i + 3]! - az
    const length = bx * bx + bz * bz
    const t = length === 0 ? 0 : ((x - ax) * bx + (z - az) * bz) / length
    const u = t < 0 ? 0 : t > 1 ? 1 : t
    const dx = x - ax - bx * u
    const dz = z - az - bz * u
    const distance = Math.sqrt(dx * dx + dz * dz)
    if (distance < nearest) nearest = distance
  }
  return nearest
}
