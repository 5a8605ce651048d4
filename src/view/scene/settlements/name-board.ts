/** Names written on boards: the words of one place on all its boards, as one mesh with one small picture. */
import { createLettering, fitFont, type Lettering } from '../lettering.ts'
import { BOARD } from './public-works.ts'

/** A board relative to its mesh, metres; the board looks along (sin yaw, cos yaw) and back. */
export type BoardPlace = { x: number; y: number; z: number; yaw: number }

const WIDE = 512
const HIGH = 128

/** `name` on both sides of every board, in dark ink: the plank itself is lit by the scene. */
export function createNameBoard(name: string, places: readonly BoardPlace[]): Lettering {
  const words = name.replace(/^the /, 'The ')
  const [w, h] = [BOARD.width / 2 - 0.06, BOARD.height / 2 - 0.04]
  return createLettering({
    name: 'board', renderOrder: 4, wide: WIDE, high: HIGH,
    plates: places.flatMap(({ x, y, z, yaw }) => [1, -1].map((side) => {
      const [c, s] = [Math.cos(yaw) * side, Math.sin(yaw) * side]
      const corner = (across: number, up: number) => [x + across * w * c + 0.055 * s, y + BOARD.foot + BOARD.height / 2 + up * h, z - across * w * s + 0.055 * c] as const
      return { corners: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], part: { left: 0, right: 1, bottom: 0, top: 1 } }
    })),
    paint(pen) {
      fitFont(pen, words, { style: '600', size: 74, least: 24, room: WIDE - 40 })
      pen.fillStyle = '#2b221b'
      pen.textAlign = 'center'
      pen.textBaseline = 'middle'
      pen.fillText(words, WIDE / 2, HIGH / 2 + 4)
    },
  })
}
