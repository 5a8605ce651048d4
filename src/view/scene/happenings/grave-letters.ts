/** What is written on the boards of the graves near: one small picture and one mesh for all of them. */
import { BufferAttribute, BufferGeometry, CanvasTexture, Mesh, SRGBColorSpace } from 'three'
import { createLetterMaterial, disposeLetterMaterial } from '../../materials/letter-material.ts'
import type { ShadedMaterial } from '../../materials/shaded-material.ts'

/** A grave to be written on: its place and the height of the ground there, metres, how it is turned, and its lines. */
export type WrittenGrave = { x: number; y: number; z: number; yaw: number; lines: readonly string[] }

/** The board of a grave, metres: half its width and height with a rim left, its middle above the ground, and its face before the middle of the grave. */
const BOARD = { halfWide: 0.29, halfHigh: 0.165, middle: 0.6, face: -1.068 }
const WIDE = 384
const HIGH = 218
/** Graves written on at once: the nearest. */
export const MOST_WRITTEN = 8

/** A mesh with the words of the graves, about `anchor`. */
export function createGraveLetters(graves: readonly WrittenGrave[], anchor: { x: number; y: number; z: number }): Mesh<BufferGeometry, ShadedMaterial> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDE * 2
  canvas.height = HIGH * (MOST_WRITTEN / 2)
  const pen = canvas.getContext('2d')
  const positions: number[] = []
  const uvs: number[] = []
  const indices: number[] = []
  graves.slice(0, MOST_WRITTEN).forEach((grave, n) => {
    const [column, row] = [n % 2, Math.floor(n / 2)]
    const first = positions.length / 3
    const [c, s] = [Math.cos(grave.yaw), Math.sin(grave.yaw)]
    for (const [across, up] of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) {
      const [x, z] = [across * BOARD.halfWide, BOARD.face]
      positions.push(grave.x - anchor.x + x * c + z * s, grave.y - anchor.y + BOARD.middle + up * BOARD.halfHigh, grave.z - anchor.z - x * s + z * c)
      uvs.push((column + across * 0.5 + 0.5) / 2, 1 - (row + (up > 0 ? 0 : 1)) / (MOST_WRITTEN / 2))
    }
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
    if (pen) write(pen, { left: column * WIDE, top: row * HIGH }, grave.lines)
  })
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = 4
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uvs), 2))
  geometry.setIndex(indices)
  const mesh = new Mesh(geometry, createLetterMaterial(texture))
  mesh.name = 'grave letters'
  mesh.renderOrder = 5
  return mesh
}

/** Frees what `createGraveLetters` made. */
export function disposeGraveLetters(mesh: Mesh<BufferGeometry, ShadedMaterial>): void {
  mesh.geometry.dispose()
  disposeLetterMaterial(mesh.material)
}

/** The name large, what else is said small beneath. */
function write(pen: CanvasRenderingContext2D, { left, top }: { left: number; top: number }, [name = '', years = '', words = '']: readonly string[]): void {
  pen.fillStyle = '#22180f'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  const fit = (text: string, size: number, style: string, y: number): void => {
    let now = size
    do pen.font = `${style} ${now}px "Newsreader Variable", Georgia, serif`
    while (pen.measureText(text).width > WIDE - 24 && (now -= 3) > 20)
    pen.fillText(text, left + WIDE / 2, top + y)
  }
  fit(name, 66, '700', 58)
  fit(years, 46, '500', years === '' ? 0 : 122)
  fit(words, 44, 'italic 500', 178)
}
