/** Words on boards, fingers and gravestones: painted in one small picture, shown on plates before what they stand on, as one mesh. */
import { BufferAttribute, BufferGeometry, CanvasTexture, Mesh, SRGBColorSpace } from 'three'
import { createLetterMaterial, disposeLetterMaterial } from '../materials/letter-material.ts'
import type { ShadedMaterial } from '../materials/shaded-material.ts'

/** A place in metres. */
type Place = readonly [x: number, y: number, z: number]

/** A face with words: its corners about the mesh, lower left, lower right, upper right, upper left as one reads them, and the part of the picture that it shows, as shares (0..1) of its width from the left and of its height from the bottom. */
export type LetterPlate = { corners: readonly [Place, Place, Place, Place]; part: { left: number; right: number; bottom: number; top: number } }

/** Words on plates, as a mesh. */
export type Lettering = Mesh<BufferGeometry, ShadedMaterial>

/** What is to be written: `paint` draws on a picture of `wide` times `high` pixels; the mesh is drawn in the order `renderOrder`. */
export type LetteringStart = { name: string; renderOrder: number; wide: number; high: number; plates: readonly LetterPlate[]; paint(pen: CanvasRenderingContext2D): void }

/** A mesh with the words; frees nothing by itself, see `disposeLettering`. */
export function createLettering({ name, renderOrder, wide, high, plates, paint }: LetteringStart): Lettering {
  const canvas = document.createElement('canvas')
  canvas.width = wide
  canvas.height = high
  const pen = canvas.getContext('2d')
  if (pen) paint(pen)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = 4
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(plates.flatMap(({ corners }) => corners.flat())), 3))
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(plates.flatMap(({ part: { left, right, bottom, top } }) => [left, bottom, right, bottom, right, top, left, top])), 2))
  geometry.setIndex(plates.flatMap((_, n) => [0, 1, 2, 0, 2, 3].map((corner) => 4 * n + corner)))
  const mesh = new Mesh(geometry, createLetterMaterial(texture))
  mesh.name = name
  mesh.renderOrder = renderOrder
  return mesh
}

/** Frees a lettering and its picture. */
export function disposeLettering(mesh: Lettering): void {
  mesh.geometry.dispose()
  disposeLetterMaterial(mesh.material)
}

/** Sets the largest font of `style` up to `size` pixels, and no less than `least`, in which `text` is at most `room` pixels wide. */
export function fitFont(pen: CanvasRenderingContext2D, text: string, { style, size, least, room }: { style: string; size: number; least: number; room: number }): void {
  for (let now = size; ; now -= 3) {
    pen.font = `${style} ${now}px "Newsreader Variable", Georgia, serif`
    if (now - 3 < least || pen.measureText(text).width <= room) return
  }
}
