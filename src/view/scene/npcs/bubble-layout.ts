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

/** A bubble to place: the tip of its tail, its size in pixels; `shown`, `lift` (up) and `slide` (to the right, the tail stays) are written by `placeBubbles`. */
export type Placed = { x: number; y: number; width: number; height: number; shown: boolean; lift: number; slide: number }

/** What a sheet covers of the screen, pixels. */
export type Cover = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Pixels between bubbles, to the edges of the screen, and how far one may be lifted to make room; how near its side the tail may come. */
const GAP = 6
const EDGE = 8
const MOST_LIFT = 120
const TAIL = 18

/** Places bubbles in the order given (most wanted first) on a screen `width` pixels wide: each is slid into the screen and clear of what is covered, lifted above those already placed, or hidden when that would take it too far, or when its head is covered. */
export function placeBubbles(bubbles: readonly Placed[], most: number, width = Infinity, covers: readonly Cover[] = []): void {
  let shown = 0
  for (let i = 0; i < bubbles.length; i++) {
    const bubble = bubbles[i]!
    bubble.lift = 0
    bubble.slide = 0
    bubble.shown = shown < most && slideIn(bubble, width) && fit(bubbles, i, bubble, width, covers)
    if (bubble.shown) shown++
  }
}

/** Slides a bubble to where all of it is on the screen; false where its tail would leave it. */
function slideIn(bubble: Placed, width: number): boolean {
  const half = bubble.width / 2
  if (width === Infinity || bubble.width > width - 2 * EDGE) return true
  bubble.slide = Math.min(Math.max(bubble.x, half + EDGE), width - half - EDGE) - bubble.x
  return Math.abs(bubble.slide) <= mostSlide(bubble)
}

function mostSlide({ width }: Placed): number {
  return Math.max(0, width / 2 - TAIL)
}

function fit(bubbles: readonly Placed[], count: number, bubble: Placed, width: number, covers: readonly Cover[]): boolean {
  if (covers.some((cover) => bubble.x > cover.left && bubble.x < cover.right && bubble.y > cover.top && bubble.y < cover.bottom)) return false
  for (let attempt = 0; attempt <= count + covers.length; attempt++) {
    const cover = covers.find((each) => isUnder(bubble, each))
    const hit = cover ? null : findOverlap(bubbles, count, bubble)
    if (cover) {
      if (!moveClear(bubble, cover, width)) return false
    } else if (hit) {
      // Its lower edge goes to the other's upper edge.
      bubble.lift = bubble.y - (hit.y - hit.lift - hit.height) + GAP
    } else return true
    if (bubble.lift > MOST_LIFT) return false
  }
  return false
}

function isUnder(bubble: Placed, cover: Cover): boolean {
  const middle = bubble.x + bubble.slide
  const bottom = bubble.y - bubble.lift
  return middle + bubble.width / 2 + GAP > cover.left + 0.01 && middle - bubble.width / 2 - GAP < cover.right - 0.01 && bottom > cover.top - GAP + 0.01 && bottom - bubble.height < cover.bottom + GAP - 0.01
}

/** To whichever side is nearer, as far as the tail lets it; else above; false where neither is possible. */
function moveClear(bubble: Placed, cover: Cover, width: number): boolean {
  const half = bubble.width / 2
  const toLeft = cover.left - GAP - half - bubble.x
  const toRight = cover.right + GAP + half - bubble.x
  const isOnScreen = (slide: number): boolean => bubble.x + slide - half >= EDGE && bubble.x + slide + half <= width - EDGE
  const slide = [toLeft, toRight].filter((each) => Math.abs(each) <= mostSlide(bubble) && isOnScreen(each)).sort((a, b) => Math.abs(a) - Math.abs(b))[0]
  if (slide !== undefined) {
    bubble.slide = slide
    return true
  }
  bubble.lift = bubble.y - cover.top + GAP
  return cover.top - GAP - bubble.height > 0
}

function findOverlap(bubbles: readonly Placed[], count: number, bubble: Placed): Placed | null {
  for (let i = 0; i < count; i++) {
    const other = bubbles[i]!
    if (!other.shown) continue
    const apartX = Math.abs(other.x + other.slide - bubble.x - bubble.slide) >= (other.width + bubble.width) / 2 + GAP
    const bottom = bubble.y - bubble.lift
    const otherBottom = other.y - other.lift
    const apartY = bottom - bubble.height >= otherBottom + GAP - 0.001 || otherBottom - other.height >= bottom + GAP - 0.001
    if (!apartX && !apartY) return other
  }
  return null
}
