/** One small picture of leaf clumps, needles, fronds and petals that all plants share; drawn by code, light as grey, shape as alpha. */
import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RGBAFormat } from 'three'
import { createRng, nextFloat, type Rng } from '#core/rng.ts'

/** Texels along a side; four by four tiles. */
const TEXELS = 512
const TILE = TEXELS / 4

/** Tiles as column and row from the upper left. */
export const LEAF_TILES = {
  clump: [0, 0], clumpLoose: [1, 0], fringe: [2, 0], frond: [3, 0],
  strand: [0, 1], petals: [1, 1], sprig: [2, 1], solid: [3, 1], needles: [0, 2], blade: [1, 2], twigs: [2, 2], bark: [3, 2],
} as const
/** A tile of the picture. */
export type LeafTile = keyof typeof LEAF_TILES

/** u0, v0, u1, v1 of a tile, a little inside it. */
export function tileRect(tile: LeafTile): [number, number, number, number] {
  const [column, row] = LEAF_TILES[tile]
  const inset = tile === 'solid' ? 0.08 : 0.006
  return [column / 4 + inset, row / 4 + inset, (column + 1) / 4 - inset, (row + 1) / 4 - inset]
}

function grey(lightness: number): string {
  const value = Math.round(Math.min(1, Math.max(0, lightness)) * 255)
  return `rgb(${value},${value},${value})`
}

function drawLeaf(pen: CanvasRenderingContext2D, x: number, y: number, size: number, angle: number, lightness: number): void {
  pen.save()
  pen.translate(x, y)
  pen.rotate(angle)
  pen.fillStyle = grey(lightness)
  pen.beginPath()
  pen.moveTo(-size, 0)
  pen.quadraticCurveTo(0, -size * 0.85, size, 0)
  pen.quadraticCurveTo(0, size * 0.85, -size, 0)
  pen.fill()
  pen.restore()
}

function drawClump(pen: CanvasRenderingContext2D, rng: Rng, leaves: number, size: number): void {
  const middle = TILE / 2
  for (let i = 0; i < leaves; i++) {
    const reach = Math.sqrt(i / leaves) * middle * 0.84
    const angle = nextFloat(rng) * Math.PI * 2
    const x = middle + Math.cos(angle) * reach
    const y = middle + Math.sin(angle) * reach
    // leaves higher up in the clump are lighter: light falls from above
    const lightness = 0.54 + 0.24 * (1 - y / TILE) + nextFloat(rng) * 0.32
    drawLeaf(pen, x, y, size * (0.7 + nextFloat(rng) * 0.6), angle + (nextFloat(rng) - 0.5) * 1.6, lightness)
  }
}

function drawStroke(pen: CanvasRenderingContext2D, line: readonly [number, number, number, number], width: number, lightness: number): void {
  pen.strokeStyle = grey(lightness)
  pen.lineWidth = width
  pen.lineCap = 'round'
  pen.beginPath()
  pen.moveTo(line[0], line[1])
  pen.lineTo(line[2], line[3])
  pen.stroke()
}

const PAINTERS: { readonly [T in LeafTile]: (pen: CanvasRenderingContext2D, rng: Rng) => void } = {
  clump: (pen, rng) => drawClump(pen, rng, 230, 8),
  clumpLoose: (pen, rng) => drawClump(pen, rng, 120, 6.8),
  needles(pen, rng) {
    for (let i = 0; i < 260; i++) {
      const angle = nextFloat(rng) * Math.PI * 2
      const reach = Math.sqrt(nextFloat(rng)) * TILE * 0.3
      const x = TILE / 2 + Math.cos(angle) * reach
      const y = TILE / 2 + Math.sin(angle) * reach
      const turn = angle + (nextFloat(rng) - 0.5) * 1.4
      drawStroke(pen, [x, y, x + Math.cos(turn) * 20, y + Math.sin(turn) * 20], 2.6, 0.62 + 0.3 * (1 - y / TILE) + nextFloat(rng) * 0.12)
    }
  },
  fringe(pen, rng) {
    // hangs from the tile's upper edge: closed above, ragged below
    pen.fillStyle = grey(0.7)
    pen.fillRect(0, 0, TILE, TILE * 0.34)
    for (let i = 0; i < 190; i++) {
      const x = nextFloat(rng) * TILE
      const bough = 0.5 + 0.5 * Math.abs(Math.sin((x / TILE) * Math.PI * 4))
      const from = nextFloat(rng) * TILE * 0.5
      const length = TILE * (0.16 + 0.3 * nextFloat(rng)) * bough
      const lean = (nextFloat(rng) - 0.5) * 16
      drawStroke(pen, [x, from, x + lean, Math.min(from + length, TILE * 0.97)], 4.2, 0.58 + 0.34 * (from / TILE) + nextFloat(rng) * 0.16)
    }
  },
  frond(pen, rng) {
    // so few leaflets that light falls between them
    drawStroke(pen, [2, TILE / 2, TILE - 6, TILE / 2], 3.4, 0.66)
    for (let i = 0; i < 14; i++) {
      const t = 0.05 + (i / 14) * 0.92
      const length = TILE * 0.47 * Math.sin(Math.PI * Math.min(1, 0.18 + t * 0.86)) ** 0.7
      for (const side of [-1, 1]) drawStroke(pen, [t * TILE, TILE / 2, t * TILE + length * 0.55, TILE / 2 + side * length], 4.6, 0.72 + nextFloat(rng) * 0.28)
    }
  },
  strand(pen, rng) {
    for (let column = 0; column < 7; column++) {
      const x = TILE * (0.1 + 0.13 * column) + (nextFloat(rng) - 0.5) * 8
      const length = TILE * (0.66 + 0.32 * nextFloat(rng))
      drawStroke(pen, [x, 0, x, length], 1.6, 0.66)
      for (let y = 2; y < length; y += 6) for (const side of [-1, 1]) drawLeaf(pen, x + side * 4, y + nextFloat(rng) * 5, 6.5, side * 1.05 + 1.57 * (1 - side), 0.66 + nextFloat(rng) * 0.34)
    }
  },
  petals(pen, rng) {
    for (let i = 0; i < 7; i++) {
      const angle = (i / 7) * Math.PI * 2 + nextFloat(rng) * 0.2
      pen.fillStyle = grey(0.86 + nextFloat(rng) * 0.14)
      pen.beginPath()
      pen.ellipse(TILE / 2 + Math.cos(angle) * 30, TILE / 2 + Math.sin(angle) * 30, 30, 19, angle, 0, Math.PI * 2)
      pen.fill()
    }
    pen.fillStyle = grey(0.55)
    pen.beginPath()
    pen.arc(TILE / 2, TILE / 2, 13, 0, Math.PI * 2)
    pen.fill()
  },
  sprig(pen, rng) {
    for (let stem = 0; stem < 15; stem++) {
      const x0 = TILE * (0.22 + 0.56 * nextFloat(rng))
      const x1 = x0 + (x0 - TILE / 2) * 0.7 + (nextFloat(rng) - 0.5) * 14
      const top = TILE * (0.05 + 0.3 * nextFloat(rng))
      drawStroke(pen, [x0, TILE, x1, top], 2.4, 0.5)
      for (let t = 0.35; t < 1; t += 0.05) {
        pen.fillStyle = grey(0.6 + 0.4 * t * (0.8 + nextFloat(rng) * 0.2))
        pen.beginPath()
        pen.arc(x0 + (x1 - x0) * t + (nextFloat(rng) - 0.5) * 9, TILE + (top - TILE) * t, 3.6, 0, Math.PI * 2)
        pen.fill()
      }
    }
  },
  twigs(pen, rng) {
    // boughs from the middle, forked twice, stout enough to be seen from afar
    for (let bough = 0; bough < 7; bough++) {
      const angle = (bough / 7) * Math.PI * 2 + nextFloat(rng) * 0.5
      const x = TILE / 2 + Math.cos(angle) * TILE * 0.22
      const y = TILE / 2 + Math.sin(angle) * TILE * 0.22
      drawStroke(pen, [TILE / 2, TILE / 2, x, y], 3.8, 0.66)
      for (let fork = 0; fork < 4; fork++) {
        const turn = angle + (fork - 1.5) * 0.45 + (nextFloat(rng) - 0.5) * 0.3
        const reach = TILE * (0.14 + 0.1 * nextFloat(rng))
        const [tipX, tipY] = [x + Math.cos(turn) * reach, y + Math.sin(turn) * reach]
        drawStroke(pen, [x, y, tipX, tipY], 2.2, 0.74 + nextFloat(rng) * 0.2)
        drawStroke(pen, [(x + tipX) / 2, (y + tipY) / 2, (x + tipX) / 2 + Math.cos(turn + 0.7) * reach * 0.55, (y + tipY) / 2 + Math.sin(turn + 0.7) * reach * 0.55], 1.6, 0.8)
      }
    }
  },
  solid(pen) {
    pen.fillStyle = grey(1)
    pen.fillRect(0, 0, TILE, TILE)
  },
  bark(pen, rng) {
    pen.fillStyle = grey(0.62)
    pen.fillRect(0, 0, TILE, TILE)
    // plates and furrows that run up the stem
    for (let i = 0; i < 150; i++) {
      const x = nextFloat(rng) * TILE
      const y = nextFloat(rng) * TILE
      drawStroke(pen, [x, y, x + (nextFloat(rng) - 0.5) * 7, y + 10 + nextFloat(rng) * 26], 2 + nextFloat(rng) * 3.5, i % 3 === 0 ? 0.22 + nextFloat(rng) * 0.2 : 0.6 + nextFloat(rng) * 0.4)
    }
  },
  blade(pen) {
    const light = pen.createLinearGradient(0, TILE, 0, 0)
    light.addColorStop(0, grey(0.7))
    light.addColorStop(1, grey(1))
    pen.fillStyle = light
    pen.beginPath()
    pen.moveTo(TILE * 0.36, TILE)
    pen.quadraticCurveTo(TILE * 0.3, TILE * 0.4, TILE * 0.52, 2)
    pen.quadraticCurveTo(TILE * 0.64, TILE * 0.45, TILE * 0.64, TILE)
    pen.fill()
  },
}

/** The picture as a texture. Needs a browser. */
export function createLeafTexture(): DataTexture {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = TEXELS
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('leaf-texture: this browser draws no 2D pictures')
  for (const tile of Object.keys(LEAF_TILES) as LeafTile[]) {
    const [column, row] = LEAF_TILES[tile]
    pen.save()
    pen.translate(column * TILE, row * TILE)
    pen.beginPath()
    pen.rect(0, 0, TILE, TILE)
    pen.clip()
    PAINTERS[tile](pen, createRng(column * 31 + row * 7 + 3))
    pen.restore()
  }
  const bytes = new Uint8Array(pen.getImageData(0, 0, TEXELS, TEXELS).data)
  // clear texels get the colour of leaves, so that no dark fringe is blended in
  for (let i = 0; i < bytes.length; i += 4) if (bytes[i + 3]! < 24) bytes[i] = bytes[i + 1] = bytes[i + 2] = 196
  const texture = new DataTexture(bytes, TEXELS, TEXELS, RGBAFormat)
  texture.flipY = false
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.needsUpdate = true
  return texture
}
