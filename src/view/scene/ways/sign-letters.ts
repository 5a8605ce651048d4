/** What is written on the fingers of the signposts near: one small picture and one mesh for all of them. */
import { BufferAttribute, BufferGeometry, CanvasTexture, Mesh, SRGBColorSpace } from 'three'
import type { Signpost } from '#worldgen/roads/signposts.ts'
import { createLetterMaterial, disposeLetterMaterial } from '../../materials/letter-material.ts'
import type { ShadedMaterial } from '../../materials/shaded-material.ts'
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

/** A mesh with the words of all fingers on both sides, about `anchor`. */
export function createSignLetters(posts: readonly StandingPost[], anchor: { x: number; y: number; z: number }): Mesh<BufferGeometry, ShadedMaterial> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDE
  canvas.height = ROW * MOST_ROWS
  const pen = canvas.getContext('2d')
  const positions: number[] = []
  const uvs: number[] = []
  const indices: number[] = []
  let row = 0
  for (const { post, y } of posts) {
    post.fingers.forEach((finger, n) => {
      if (row >= MOST_ROWS) return
      const place = fingerPlace(finger, n)
      const [c, s] = [Math.cos(place.yaw), Math.sin(place.yaw)]
      const [left, right, high] = [FINGER.from + 0.02, FINGER.long - 0.06, FINGER.high / 2 - 0.02]
      // Words read from the post outwards on one side and towards it on the other; the distance stands at the point.
      for (const side of [1, -1]) {
        const first = positions.length / 3
        for (const [along, up] of [[0, -1], [1, -1], [1, 1], [0, 1]] as const) {
          const x = side > 0 ? left + (right - left) * along : right - (right - left) * along
          const z = (FINGER.thick / 2 + 0.012) * side
          positions.push(post.x - anchor.x + x * c + z * s, y + place.y + up * high - anchor.y, post.z - anchor.z - x * s + z * c)
          uvs.push(side > 0 ? along * 0.5 : 0.5 + along * 0.5, 1 - (row + (up > 0 ? 0 : 1)) / MOST_ROWS)
        }
        indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
      }
      if (pen) {
        write(pen, row, 0, [finger.name, distanceOnSign(finger.meters)], finger.road)
        write(pen, row, WIDE / 2, [distanceOnSign(finger.meters), finger.name], finger.road)
      }
      row++
    })
  }
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = 4
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uvs), 2))
  geometry.setIndex(indices)
  const mesh = new Mesh(geometry, createLetterMaterial(texture))
  mesh.name = 'sign letters'
  mesh.renderOrder = 4
  return mesh
}

/** Frees what `createSignLetters` made. */
export function disposeSignLetters(mesh: Mesh<BufferGeometry, ShadedMaterial>): void {
  mesh.geometry.dispose()
  disposeLetterMaterial(mesh.material)
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
