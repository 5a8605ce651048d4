/** Inks of the perception map by day and by night, and the small signs drawn with them. */

/** Colours of one paper. */
export type Inks = {
  ink: string
  halo: string
  edge: string
  ember: string
  clay: string
  ash: string
  shade: string | null
  beam: readonly [near: string, far: string]
  rim: readonly [near: string, far: string]
}

/** By day. */
export const DAY: Inks = {
  ink: '#2b2a33',
  halo: '#fffaf0',
  edge: '#2b2a33',
  ember: '#e8893f',
  clay: '#b4522f',
  ash: '#8b7a68',
  shade: null,
  beam: ['rgb(255 246 206 / 20%)', 'rgb(255 238 186 / 1%)'],
  rim: ['rgb(138 69 43 / 75%)', 'rgb(138 69 43 / 0%)'],
}
/** By night. */
export const NIGHT: Inks = {
  ink: '#efe8d9',
  halo: '#1b2030',
  edge: '#0d111d',
  ember: '#ffb46b',
  clay: '#ffb58c',
  ash: '#9aa0b8',
  shade: 'rgb(22 30 58 / 40%)',
  beam: ['rgb(255 210 136 / 20%)', 'rgb(255 200 120 / 2%)'],
  rim: ['rgb(255 214 150 / 75%)', 'rgb(255 214 150 / 0%)'],
}

/** A gable with a hollow of paper round it. */
export function drawHouse(pen: CanvasRenderingContext2D, x: number, y: number, { ink, halo }: Inks): void {
  pen.beginPath()
  pen.moveTo(x - 2.6, y + 2.2)
  pen.lineTo(x - 2.6, y - 0.3)
  pen.lineTo(x, y - 2.9)
  pen.lineTo(x + 2.6, y - 0.3)
  pen.lineTo(x + 2.6, y + 2.2)
  pen.closePath()
  pen.lineJoin = 'round'
  pen.lineWidth = 2.6
  pen.strokeStyle = halo
  pen.stroke()
  pen.fillStyle = halo
  pen.fill()
  pen.lineWidth = 1.1
  pen.strokeStyle = ink
  pen.stroke()
}

/** Whoever looks, `size` times as large as on the slip: a drop of ink that points where the gaze goes. */
export function drawEye(pen: CanvasRenderingContext2D, yaw: number, size: number, { ink, halo }: Inks): void {
  pen.save()
  pen.rotate(-yaw)
  pen.scale(size, size)
  pen.beginPath()
  pen.arc(0, 0.6, 2.3, -0.4, Math.PI + 0.4)
  pen.lineTo(0, -4.4)
  pen.closePath()
  pen.lineJoin = 'round'
  pen.lineWidth = 2.4
  pen.strokeStyle = halo
  pen.stroke()
  pen.fillStyle = ink
  pen.fill()
  pen.restore()
}

/** Words with a hollow of paper round them, beside or under a place. */
export function drawWords(pen: CanvasRenderingContext2D, words: string, at: { x: number; y: number; font: string }, { ink, halo }: Inks): void {
  pen.font = at.font
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.lineWidth = 3.5
  pen.strokeStyle = halo
  pen.strokeText(words, at.x, at.y)
  pen.fillStyle = ink
  pen.fillText(words, at.x, at.y)
}
