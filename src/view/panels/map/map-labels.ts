/** Where the names of places stand on the map: under their sign, or over or beside it where something else is there. Pure. */

/** An upright box in pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Pixels between a sign's middle and its name, and beside the words. */
const AWAY = 7
const BESIDE = 3

/** Whether two boxes share a place. */
export function isOver(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height
}

/** The box for a name of `words` pixels and letters of `size` pixels at the sign in (x, y), clear of all that is `taken`; null where there is no room, unless it `mustStand`: then under the sign. */
export function placeName({ x, y, words, size }: { x: number; y: number; words: number; size: number }, taken: readonly Box[], mustStand: boolean): Box | null {
  const boxAt = (left: number, top: number): Box => ({ x: left, y: top, width: words + 2 * BESIDE, height: size + BESIDE })
  const middle = x - words / 2 - BESIDE
  const level = y - (size + BESIDE) / 2
  const under = boxAt(middle, y + AWAY)
  const free = [under, boxAt(middle, y - AWAY - size - 2 * BESIDE), boxAt(x + AWAY, level), boxAt(x - AWAY - words - 2 * BESIDE, level)].find((box) => !taken.some((other) => isOver(box, other)))
  return free ?? (mustStand ? under : null)
}
