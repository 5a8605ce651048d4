/** What is written on the fingers of the signposts near: one small picture and one mesh for all of them. */
import type { Signpost } from '#worldgen/roads/signposts.ts'
import { createLettering, type Lettering } from '../lettering.ts'
import { FINGER, fingerPlace } from './draw-signpost.ts'

/** A signpost and the height of the ground there, metres. */
export type StandingPost = { post: Signpost; y: number }

const WIDE = 512
const ROW = 92
const MOST_ROWS = 10
const ROAD_SIZE = 25

/** A distance on a sign: `850 m`, `2.4 km`. */
function distanceOnSign(meters: number): string {
  return meters < 950 ? `${Math.max(50, Math.round(meters / 50) * 50)} m` : `${(meters / 1000).toFixed(1)} km`
}

/** The words of all fingers on both sides, about `anchor`. */
export function createSignLetters(posts: readonly StandingPost[], anchor: { x: number; y: number; z: number }): Lettering {
  const written = posts.flatMap(({ post, y }) => post.fingers.map((finger, n) => ({ post, y, finger, place: fingerPlace(finger, n) }))).slice(0, MOST_ROWS)
  return createLettering({
    name: 'sign letters', renderOrder: 4, wide: WIDE, high: ROW * MOST_ROWS,
    // words read from the post outwards on one side and towards it on the other; the distance stands at the point
    plates: written.flatMap(({ post, y, place }, row) => [1, -1].map((side) => {
      const [c, s] = [Math.cos(place.yaw), Math.sin(place.yaw)]
      const [left, right, high] = [FINGER.from + 0.02, FINGER.long - 0.06, FINGER.high / 2 - 0.02]
      const corner = (along: number, up: number) => {
        const x = side > 0 ? left + (right - left) * along : right - (right - left) * along
        const z = (FINGER.thick / 2 + 0.012) * side
        return [post.x - anchor.x + x * c + z * s, y + place.y + up * high - anchor.y, post.z - anchor.z - x * s + z * c] as const
      }
      const from = side > 0 ? 0 : 0.5
      return { corners: [corner(0, -1), corner(1, -1), corner(1, 1), corner(0, 1)], part: { left: from, right: from + 0.5, bottom: 1 - (row + 1) / MOST_ROWS, top: 1 - row / MOST_ROWS } }
    })),
    paint: (pen) => written.forEach(({ finger }, row) => {
      write(pen, row, 0, [finger.name, distanceOnSign(finger.meters)], finger.road)
      write(pen, row, WIDE / 2, [distanceOnSign(finger.meters), finger.name], finger.road)
    }),
  })
}

/** Name and distance in half a row: the name large, the distance small beside it, and the road that leads there small beneath. */
function write(pen: CanvasRenderingContext2D, row: number, left: number, words: readonly [string, string], road: string | null): void {
  const wide = WIDE / 2
  const middle = (row + (road === null ? 0.5 : 0.4)) * ROW + 3
  const isNumber = (text: string): boolean => /^\d/.test(text)
  let size = road === null ? 66 : 56
  const font = (text: string): string => `700 ${isNumber(text) ? Math.round(size * 0.62) : size}px "Newsreader Variable", Georgia, serif`
  const widths = (): number[] => words.map((text) => {
    pen.font = font(text)
    return pen.measureText(text).width
  })
  while (size > 16 && widths()[0]! + widths()[1]! > wide - 30) size -= 2
  const [first, second] = widths() as [number, number]
  const gap = Math.max(9, Math.min(22, wide - 16 - first - second))
  const start = left + (wide - first - second - gap) / 2
  pen.fillStyle = '#1f1812'
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
  words.forEach((text, n) => {
    pen.font = font(text)
    pen.fillText(text, n === 0 ? start : start + first + gap, middle)
  })
  if (road === null) return
  pen.font = `italic 600 ${ROAD_SIZE}px "Newsreader Variable", Georgia, serif`
  pen.textAlign = 'center'
  pen.fillText(road, left + wide / 2, (row + 0.82) * ROW, wide - 40)
}
