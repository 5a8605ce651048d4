/** Where bubbles go on the screen: projection of heads, and placing without overlaps, the nearest first. Pure. */

/** The eye that looks; as session.camera. */
export type Eye = { x: number; y: number; z: number; yaw: number; pitch: number; fieldOfView: number; aspect: number }

/** A place on the screen in pixels from its upper left, and metres ahead of the eye. */
export type OnScreen = { x: number; y: number; depth: number }

/** Projects a world place on a screen of that size into `out`; false when it is behind the eye or well outside the picture. */
export function project(eye: Eye, at: { x: number; y: number; z: number }, screen: { width: number; height: number }, out: OnScreen): boolean {
  const dx = at.x - eye.x
  const dy = at.y - eye.y
  const dz = at.z - eye.z
  const right = dx * Math.cos(eye.yaw) - dz * Math.sin(eye.yaw)
  const level = -dx * Math.sin(eye.yaw) - dz * Math.cos(eye.yaw)
  const depth = level * Math.cos(eye.pitch) + dy * Math.sin(eye.pitch)
  const up = dy * Math.cos(eye.pitch) - level * Math.sin(eye.pitch)
  if (depth < 0.4) return false
  const scale = 1 / Math.tan((eye.fieldOfView * Math.PI) / 360)
  out.x = ((right / depth) * (scale / eye.aspect) * 0.5 + 0.5) * screen.width
  out.y = (0.5 - (up / depth) * scale * 0.5) * screen.height
  out.depth = depth
  return out.x > -80 && out.x < screen.width + 80 && out.y > -60 && out.y < screen.height + 120
}

/** A bubble to place: the tip of its tail, its size in pixels; `shown` and `lift` are written by `placeBubbles`. */
export type Placed = { x: number; y: number; width: number; height: number; shown: boolean; lift: number }

/** Pixels between bubbles, and how far one may be lifted to make room. */
const GAP = 6
const MOST_LIFT = 120

/** Places bubbles in the order given (most wanted first): each is lifted above those already placed, or hidden when that would take it too far. */
export function placeBubbles(bubbles: readonly Placed[], most: number): void {
  let shown = 0
  for (let i = 0; i < bubbles.length; i++) {
    const bubble = bubbles[i]!
    bubble.lift = 0
    bubble.shown = shown < most && fit(bubbles, i, bubble)
    if (bubble.shown) shown++
  }
}

function fit(bubbles: readonly Placed[], count: number, bubble: Placed): boolean {
  for (let attempt = 0; attempt <= count; attempt++) {
    const hit = findOverlap(bubbles, count, bubble)
    if (!hit) return true
    // Its lower edge goes to the other's upper edge.
    bubble.lift = bubble.y - (hit.y - hit.lift - hit.height) + GAP
    if (bubble.lift > MOST_LIFT) return false
  }
  return false
}

function findOverlap(bubbles: readonly Placed[], count: number, bubble: Placed): Placed | null {
  for (let i = 0; i < count; i++) {
    const other = bubbles[i]!
    if (!other.shown) continue
    const apartX = Math.abs(other.x - bubble.x) >= (other.width + bubble.width) / 2 + GAP
    const bottom = bubble.y - bubble.lift
    const otherBottom = other.y - other.lift
    const apartY = bottom - bubble.height >= otherBottom + GAP - 0.001 || otherBottom - other.height >= bottom + GAP - 0.001
    if (!apartX && !apartY) return other
  }
  return null
}
