/** Height of the ground at a point of the current frame, relative to it, in metres. */
export type GroundBelow = (x: number, z: number) => number

/** The same ground as seen from a frame at (x, y, z) of this one, turned by `yaw`. */
export function groundWithin(below: GroundBelow, { x, y, z, yaw }: { x: number; y: number; z: number; yaw: number }): GroundBelow {
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
  return (lx, lz) => below(x + lx * c + lz * s, z - lx * s + lz * c) - y
}
