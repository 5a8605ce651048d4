/** The soft, rounded shape of squares that are in or out, as a brush would leave it. */
import { smoothstep } from '#core/scalar.ts'

/** Shares of the smoothed field at which the wash begins and is full. */
const BEGINS = 0.22
const IS_FULL = 0.5

/** Opacities 0..255, rows of `width`. */
export type Wash = { readonly width: number; readonly height: number; readonly alphas: Uint8Array }

/** Smooths `columns` x `rows` squares, each `fine` pixels a side, by a quadratic spline over neighbours, and cuts the field softly: corners become bows. */
export function washOf(columns: number, rows: number, fine: number, isIn: (column: number, row: number) => boolean): Wash {
  const width = columns * fine
  const height = rows * fine
  const bare = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) bare[row * columns + column] = isIn(column, row) ? 1 : 0
  const squares = soften(bare, columns, rows)
  const weights = Array.from({ length: fine }, (_, i) => splineAt((i + 0.5) / fine))
  const across = new Float32Array(width * rows)
  for (let row = 0; row < rows; row++) {
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / fine)
      const [before, own, after] = weights[x % fine]!
      const at = row * columns + column
      across[row * width + x] = squares[at]! * own + (column > 0 ? squares[at - 1]! : 0) * before + (column + 1 < columns ? squares[at + 1]! : 0) * after
    }
  }
  const alphas = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / fine)
    const [before, own, after] = weights[y % fine]!
    for (let x = 0; x < width; x++) {
      const at = row * width + x
      const share = across[at]! * own + (row > 0 ? across[at - width]! : 0) * before + (row + 1 < rows ? across[at + width]! : 0) * after
      alphas[y * width + x] = 255 * smoothstep(BEGINS, IS_FULL, share)
    }
  }
  return { width, height, alphas }
}

/** Every square takes a half from its neighbours, so that steps of a square or two lie on one line. */
function soften(squares: Float32Array, columns: number, rows: number): Float32Array {
  const soft = new Float32Array(squares.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0
      let weights = 0
      for (let dz = -1; dz <= 1; dz++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (row + dz < 0 || row + dz >= rows || column + dx < 0 || column + dx >= columns) continue
          const weight = (2 - Math.abs(dx)) * (2 - Math.abs(dz))
          sum += weight * squares[(row + dz) * columns + column + dx]!
          weights += weight
        }
      }
      soft[row * columns + column] = sum / weights
    }
  }
  return soft
}

/** Weights of the square before, the own and the one after at `t` 0..1 within a square: the uniform quadratic B-spline. */
function splineAt(t: number): readonly [before: number, own: number, after: number] {
  return [0.5 * (1 - t) * (1 - t), 0.5 + t * (1 - t), 0.5 * t * t]
}
