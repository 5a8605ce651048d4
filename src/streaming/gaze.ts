/** What the eye sees: the frustum, a wider one, and the path the viewer is about to take. */
import type { Viewpoint } from './terrain-stream.ts'

/** Seconds of the viewer's motion that are looked ahead. */
const PATH_SECONDS = 1.5
/** By how much the gaze is wider than the picture, on each side. */
const WIDENED_RADIANS = (20 * Math.PI) / 180

/** A box over the ground: a square of `size` metres and its range of heights. */
export type GroundBox = { readonly lowX: number; readonly lowZ: number; readonly size: number; readonly lowest: number; readonly highest: number }

/** Five planes through the eye, three numbers each: the normal that points inwards. */
type Planes = Float64Array

/** One moment of looking; filled again every frame. */
export type Gaze = {
  x: number
  y: number
  z: number
  /** Where the viewer will be in `PATH_SECONDS`. */
  aheadX: number
  aheadZ: number
  /** Direction of looking on the ground. */
  forwardX: number
  forwardZ: number
  readonly planes: Planes
  readonly widePlanes: Planes
}

/** A gaze not yet aimed. */
export function createGaze(): Gaze {
  return { x: 0, y: 0, z: 0, aheadX: 0, aheadZ: 0, forwardX: 0, forwardZ: -1, planes: new Float64Array(15), widePlanes: new Float64Array(15) }
}

/** Aims a gaze as the viewpoint says. */
export function aimGaze(gaze: Gaze, viewpoint: Viewpoint): void {
  gaze.x = viewpoint.x
  gaze.y = viewpoint.y
  gaze.z = viewpoint.z
  gaze.aheadX = viewpoint.x + viewpoint.velocityX * PATH_SECONDS
  gaze.aheadZ = viewpoint.z + viewpoint.velocityZ * PATH_SECONDS
  gaze.forwardX = -Math.sin(viewpoint.yaw)
  gaze.forwardZ = -Math.cos(viewpoint.yaw)
  const halfHeight = viewpoint.fieldOfView / 2
  const halfWidth = Math.atan(Math.tan(halfHeight) * viewpoint.aspect)
  fillPlanes(gaze.planes, viewpoint, halfWidth, halfHeight)
  fillPlanes(gaze.widePlanes, viewpoint, halfWidth + WIDENED_RADIANS, halfHeight + WIDENED_RADIANS)
}

function fillPlanes(planes: Planes, { yaw, pitch }: Viewpoint, halfWidth: number, halfHeight: number): void {
  const widest = 1.54
  const across = Math.min(halfWidth, widest)
  const upright = Math.min(halfHeight, widest)
  const sinYaw = Math.sin(yaw)
  const cosYaw = Math.cos(yaw)
  const sinPitch = Math.sin(pitch)
  const cosPitch = Math.cos(pitch)
  // forward, right and up of the eye
  const fx = -sinYaw * cosPitch
  const fz = -cosYaw * cosPitch
  const rx = cosYaw
  const rz = -sinYaw
  const ux = sinYaw * sinPitch
  const uz = cosYaw * sinPitch
  const sinAcross = Math.sin(across)
  const cosAcross = Math.cos(across)
  const sinUpright = Math.sin(upright)
  const cosUpright = Math.cos(upright)
  let at = 0
  const setPlane = (x: number, y: number, z: number): void => {
    planes[at++] = x
    planes[at++] = y
    planes[at++] = z
  }
  setPlane(fx * sinAcross + rx * cosAcross, sinPitch * sinAcross, fz * sinAcross + rz * cosAcross)
  setPlane(fx * sinAcross - rx * cosAcross, sinPitch * sinAcross, fz * sinAcross - rz * cosAcross)
  setPlane(fx * sinUpright + ux * cosUpright, sinPitch * sinUpright + cosPitch * cosUpright, fz * sinUpright + uz * cosUpright)
  setPlane(fx * sinUpright - ux * cosUpright, sinPitch * sinUpright - cosPitch * cosUpright, fz * sinUpright - uz * cosUpright)
  setPlane(fx, sinPitch, fz)
}

/** Whether any of the box may lie inside the planes (never wrongly false). */
function touches(planes: Planes, gaze: Gaze, box: GroundBox): boolean {
  const lowX = box.lowX - gaze.x
  const lowY = box.lowest - gaze.y
  const lowZ = box.lowZ - gaze.z
  const highX = lowX + box.size
  const highY = box.highest - gaze.y
  const highZ = lowZ + box.size
  for (let at = 0; at < 15; at += 3) {
    const nx = planes[at]!
    const ny = planes[at + 1]!
    const nz = planes[at + 2]!
    // the corner farthest along the normal
    if (nx * (nx > 0 ? highX : lowX) + ny * (ny > 0 ? highY : lowY) + nz * (nz > 0 ? highZ : lowZ) < 0) return false
  }
  return true
}

/** Whether any of the box may be in the picture. */
export function isInPicture(gaze: Gaze, box: GroundBox): boolean {
  return touches(gaze.planes, gaze, box)
}

/** Whether any of the box may be in the widened gaze. */
export function isInGaze(gaze: Gaze, box: GroundBox): boolean {
  return touches(gaze.widePlanes, gaze, box)
}

/** Whether all of the box lies behind the eye, on the ground plan. */
export function isBehind(gaze: Gaze, box: GroundBox): boolean {
  const { forwardX, forwardZ } = gaze
  const x = (forwardX > 0 ? box.lowX + box.size : box.lowX) - gaze.x
  const z = (forwardZ > 0 ? box.lowZ + box.size : box.lowZ) - gaze.z
  return forwardX * x + forwardZ * z < 0
}

/** Metres on the ground plan from (x, z) to the box; 0 inside. */
export function distanceToBox(x: number, z: number, { lowX, lowZ, size }: GroundBox): number {
  const dx = x < lowX ? lowX - x : x > lowX + size ? x - lowX - size : 0
  const dz = z < lowZ ? lowZ - z : z > lowZ + size ? z - lowZ - size : 0
  return dx === 0 ? dz : dz === 0 ? dx : Math.sqrt(dx * dx + dz * dz)
}

/** Metres on the ground plan from the path (here to ahead) to the box; 0 where they meet. */
export function pathDistanceToBox(gaze: Gaze, box: GroundBox): number {
  const start = distanceToBox(gaze.x, gaze.z, box)
  const runX = gaze.aheadX - gaze.x
  const runZ = gaze.aheadZ - gaze.z
  const run = Math.sqrt(runX * runX + runZ * runZ)
  if (start === 0 || run < 4) return start
  if (isCrossed(gaze, box)) return 0
  // the path in steps no longer than half the box: close enough for planning, and the ends are exact
  const steps = Math.min(8, Math.ceil((2 * run) / box.size) + 1)
  let nearest = start
  for (let step = 1; step <= steps; step++) {
    const share = step / steps
    nearest = Math.min(nearest, distanceToBox(gaze.x + runX * share, gaze.z + runZ * share, box))
  }
  return nearest
}

/** Whether the path leads over the box. */
function isCrossed({ x, z, aheadX, aheadZ }: Gaze, { lowX, lowZ, size }: GroundBox): boolean {
  const runX = aheadX - x
  const runZ = aheadZ - z
  // shares of the path at which it comes between the box's sides and leaves them; a path along an axis does so at once or never
  const inX = runX === 0 ? (x >= lowX && x <= lowX + size ? -Infinity : Infinity) : ((runX > 0 ? lowX : lowX + size) - x) / runX
  const outX = runX === 0 ? Infinity : ((runX > 0 ? lowX + size : lowX) - x) / runX
  const inZ = runZ === 0 ? (z >= lowZ && z <= lowZ + size ? -Infinity : Infinity) : ((runZ > 0 ? lowZ : lowZ + size) - z) / runZ
  const outZ = runZ === 0 ? Infinity : ((runZ > 0 ? lowZ + size : lowZ) - z) / runZ
  return Math.max(inX, inZ, 0) <= Math.min(outX, outZ, 1)
}
