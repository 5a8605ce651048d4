/** Names written on boards: the words of one place on all its boards, as one mesh with one small picture. */
import { BufferAttribute, BufferGeometry, CanvasTexture, Mesh, SRGBColorSpace } from 'three'
import { createLetterMaterial, disposeLetterMaterial } from '../../materials/letter-material.ts'
import type { ShadedMaterial } from '../../materials/shaded-material.ts'
import { BOARD } from './public-works.ts'

/** A board relative to its mesh, metres; the board looks along (sin yaw, cos yaw) and back. */
export type BoardPlace = { x: number; y: number; z: number; yaw: number }

const WIDE = 512
const HIGH = 128

/** A mesh with `name` on both sides of every board. */
export function createNameBoard(name: string, places: readonly BoardPlace[]): Mesh<BufferGeometry, ShadedMaterial> {
  const positions: number[] = []
  const uvs: number[] = []
  const indices: number[] = []
  const [w, h] = [BOARD.width / 2 - 0.06, BOARD.height / 2 - 0.04]
  for (const { x, y, z, yaw } of places) {
    for (const side of [1, -1]) {
      const first = positions.length / 3
      const [c, s] = [Math.cos(yaw) * side, Math.sin(yaw) * side]
      for (const [across, up] of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) {
        positions.push(x + across * w * c + 0.055 * s, y + BOARD.foot + BOARD.height / 2 + up * h, z - across * w * s + 0.055 * c)
        uvs.push(across * 0.5 + 0.5, up * 0.5 + 0.5)
      }
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uvs), 2))
  geometry.setIndex(indices)
  const mesh = new Mesh(geometry, createLetterMaterial(paintName(name)))
  mesh.name = 'board'
  mesh.renderOrder = 4
  return mesh
}

/** Frees what `createNameBoard` made. */
export function disposeNameBoard(mesh: Mesh<BufferGeometry, ShadedMaterial>): void {
  mesh.geometry.dispose()
  disposeLetterMaterial(mesh.material)
}

/** Dark ink on nothing: the plank itself is lit by the scene. */
function paintName(name: string): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = WIDE
  canvas.height = HIGH
  const pen = canvas.getContext('2d')
  if (pen) {
    const words = name.replace(/^the /, 'The ')
    let size = 78
    do {
      size -= 4
      pen.font = `600 ${size}px "Newsreader Variable", Georgia, serif`
    } while (size > 24 && pen.measureText(words).width > WIDE - 40)
    pen.fillStyle = '#2b221b'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText(words, WIDE / 2, HIGH / 2 + 4)
  }
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  return texture
}
