/** What is written on the boards of the graves near: one small picture and one mesh for all of them. */
import { createLettering, fitFont, type Lettering } from '../lettering.ts'

/** A grave to be written on: its place and the height of the ground there, metres, how it is turned, and its lines. */
export type WrittenGrave = { x: number; y: number; z: number; yaw: number; lines: readonly string[] }

/** The board of a grave, metres: half its width and height with a rim left, its middle above the ground, and its face before the middle of the grave. */
const BOARD = { halfWide: 0.29, halfHigh: 0.165, middle: 0.6, face: -1.068 }
const WIDE = 384
const HIGH = 218
/** Graves written on at once: the nearest. */
export const MOST_WRITTEN = 8

/** The words of the graves, about `anchor`. */
export function createGraveLetters(graves: readonly WrittenGrave[], anchor: { x: number; y: number; z: number }): Lettering {
  const written = graves.slice(0, MOST_WRITTEN)
  const rows = MOST_WRITTEN / 2
  return createLettering({
    name: 'grave letters', renderOrder: 5, wide: WIDE * 2, high: HIGH * rows,
    plates: written.map(({ x, y, z, yaw }, n) => {
      const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
      const corner = (across: number, up: number) => [x - anchor.x + across * BOARD.halfWide * c + BOARD.face * s, y - anchor.y + BOARD.middle + up * BOARD.halfHigh, z - anchor.z - across * BOARD.halfWide * s + BOARD.face * c] as const
      const [column, row] = [n % 2, Math.floor(n / 2)]
      return { corners: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], part: { left: column / 2, right: (column + 1) / 2, bottom: 1 - (row + 1) / rows, top: 1 - row / rows } }
    }),
    paint: (pen) => written.forEach(({ lines }, n) => write(pen, { left: (n % 2) * WIDE, top: Math.floor(n / 2) * HIGH }, lines)),
  })
}

/** The name large, what else is said small beneath. */
function write(pen: CanvasRenderingContext2D, { left, top }: { left: number; top: number }, [name = '', years = '', words = '']: readonly string[]): void {
  pen.fillStyle = '#22180f'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  const fit = (text: string, size: number, style: string, y: number): void => {
    fitFont(pen, text, { style, size, least: 21, room: WIDE - 24 })
    pen.fillText(text, left + WIDE / 2, top + y)
  }
  fit(name, 66, '700', 58)
  fit(years, 46, '500', years === '' ? 0 : 122)
  fit(words, 44, 'italic 500', 178)
}
