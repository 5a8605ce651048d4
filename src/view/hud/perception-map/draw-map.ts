/** Draws the perception map: land that exists as washes on paper, the gaze as light on it, people and places in ink. */
import { CHUNK_METERS, type Chunk } from '#worldgen/chunk.ts'
import type { MapCell } from './map-cells.ts'
import { paintTile, TILE_SIDE } from './paint-tile.ts'

/** Side of the map on the page in pixels. */
const MAP_PIXELS = 148
/** How far from its middle to its edge the land is seen, metres. */
export const MAP_METERS = 1250

const ATLAS_COLUMNS = 32
const ATLAS_ROWS = 19
/** How many tiles there is room for: as many chunks as are ever resident, and some that are sinking. */
export const TILES = ATLAS_COLUMNS * ATLAS_ROWS

/** People farther than this are not drawn, metres. */
const PEOPLE_METERS = 700
/** Nearer than this a settlement needs no mark: one stands in it, metres. */
const INSIDE_METERS = 150
/** The beam has a soft rim: it is laid on in so many wedges, each a little wider. */
const WEDGES = 2
const WEDGE_RADIANS = 0.045

/** Colours of one paper. */
type Inks = { ink: string; halo: string; edge: string; ember: string; clay: string; shade: string | null; beam: readonly [near: string, far: string] }
const DAY: Inks = {
  ink: '#2b2a33',
  halo: '#fffaf0',
  edge: '#2b2a33',
  ember: '#e8893f',
  clay: '#b4522f',
  shade: null,
  beam: ['rgb(255 246 206 / 20%)', 'rgb(255 238 186 / 1%)'],
}
const NIGHT: Inks = {
  ink: '#efe8d9',
  halo: '#1b2030',
  edge: '#0d111d',
  ember: '#ffb46b',
  clay: '#ffb58c',
  shade: 'rgb(22 30 58 / 40%)',
  beam: ['rgb(255 210 136 / 20%)', 'rgb(255 200 120 / 2%)'],
}

/** Where something stands, metres. */
type Spot = { readonly x: number; readonly z: number }

/** What one picture shows. Angles in radians; yaw 0 looks north, positive turns left. */
export type MapScene = {
  x: number
  z: number
  yaw: number
  /** Half the width of the picture. */
  halfAngle: number
  night: boolean
  cells: readonly MapCell[]
  settlements: readonly Spot[]
  people: ReadonlyArray<{ readonly body: Spot }>
}

/** See `createMapDrawing`. */
export type MapDrawing = {
  /** Paints a chunk as the tile of this number. */
  paint(tile: number, chunk: Chunk): void
  /** Draws the whole picture. */
  draw(scene: MapScene): void
}

/** Prepares a canvas for the map; `sharpness` is how many of its pixels make one of the page. */
export function createMapDrawing(canvas: HTMLCanvasElement, sharpness: number): MapDrawing | null {
  canvas.width = canvas.height = Math.round(MAP_PIXELS * sharpness)
  const atlas = canvas.ownerDocument.createElement('canvas')
  atlas.width = ATLAS_COLUMNS * TILE_SIDE
  atlas.height = ATLAS_ROWS * TILE_SIDE
  // both stay in main memory: hundreds of tiny copies are cheaper there than as many orders to the graphics card
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const tiles = atlas.getContext('2d', { willReadFrequently: true })
  if (!pen || !tiles) return null
  const tile = tiles.createImageData(TILE_SIDE, TILE_SIDE)
  const reach = MAP_PIXELS / 2
  const scale = reach / MAP_METERS
  const dissolve = pen.createRadialGradient(0, 0, reach * 0.78, 0, 0, reach)
  dissolve.addColorStop(0, '#000')
  dissolve.addColorStop(0.55, '#0009')
  dissolve.addColorStop(1, '#0000')
  const beams = [createBeam(pen, DAY, reach), createBeam(pen, NIGHT, reach)] as const

  function drawCells(scene: MapScene, inks: Inks): void {
    if (!pen) return
    for (const { coordinate, tile: index, strength, light, warmth } of scene.cells) {
      const side = CHUNK_METERS * 2 ** coordinate.level * scale
      const x = coordinate.x * side - scene.x * scale
      const y = coordinate.z * side - scene.z * scale
      if (x > reach || y > reach || x + side < -reach || y + side < -reach) continue
      pen.globalAlpha = strength
      pen.drawImage(atlas, (index % ATLAS_COLUMNS) * TILE_SIDE + 0.5, Math.floor(index / ATLAS_COLUMNS) * TILE_SIDE + 0.5, TILE_SIDE - 1, TILE_SIDE - 1, x, y, side, side)
      if (light > 0.05) {
        pen.globalAlpha = 0.13 * light
        pen.strokeStyle = inks.edge
        pen.lineWidth = 0.6
        pen.strokeRect(x, y, side, side)
      }
      if (warmth > 0.02) {
        pen.globalAlpha = warmth
        pen.strokeStyle = inks.ember
        pen.lineWidth = 1.3
        pen.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1)
      }
    }
    pen.globalAlpha = 1
  }

  function drawMarks(scene: MapScene, inks: Inks): void {
    if (!pen) return
    pen.fillStyle = inks.clay
    for (const { body } of scene.people) {
      const x = body.x - scene.x
      const z = body.z - scene.z
      if (Math.abs(x) < PEOPLE_METERS && Math.abs(z) < PEOPLE_METERS) pen.fillRect(x * scale - 0.7, z * scale - 0.7, 1.4, 1.4)
    }
    for (const { x, z } of scene.settlements) {
      const right = (x - scene.x) * scale
      const down = (z - scene.z) * scale
      const squared = right * right + down * down
      if (squared > (INSIDE_METERS * scale) ** 2 && squared < reach * reach * 0.72) drawHouse(pen, right, down, inks)
    }
  }

  return {
    paint(index, chunk) {
      paintTile(chunk, tile.data)
      tiles.putImageData(tile, (index % ATLAS_COLUMNS) * TILE_SIDE, Math.floor(index / ATLAS_COLUMNS) * TILE_SIDE)
    },
    draw(scene) {
      const inks = scene.night ? NIGHT : DAY
      pen.setTransform(sharpness, 0, 0, sharpness, canvas.width / 2, canvas.height / 2)
      pen.globalCompositeOperation = 'source-over'
      pen.clearRect(-reach, -reach, reach * 2, reach * 2)
      drawCells(scene, inks)
      if (inks.shade) {
        pen.globalCompositeOperation = 'source-atop'
        pen.fillStyle = inks.shade
        pen.fillRect(-reach, -reach, reach * 2, reach * 2)
      }
      pen.rotate(-scene.yaw)
      pen.globalCompositeOperation = 'source-over'
      pen.fillStyle = beams[scene.night ? 1 : 0]
      for (let wedge = 0; wedge < WEDGES; wedge++) {
        const half = scene.halfAngle + (wedge - 0.5) * WEDGE_RADIANS
        pen.beginPath()
        pen.moveTo(0, 0)
        pen.arc(0, 0, reach, -Math.PI / 2 - half, -Math.PI / 2 + half)
        pen.fill()
      }
      pen.rotate(scene.yaw)
      pen.globalCompositeOperation = 'destination-in'
      pen.fillStyle = dissolve
      pen.fillRect(-reach, -reach, reach * 2, reach * 2)
      pen.globalCompositeOperation = 'source-over'
      drawMarks(scene, inks)
      drawEye(pen, scene.yaw, inks)
    },
  }
}

function createBeam(pen: CanvasRenderingContext2D, inks: Inks, reach: number): CanvasGradient {
  const beam = pen.createRadialGradient(0, 0, 0, 0, 0, reach)
  beam.addColorStop(0, inks.beam[0])
  beam.addColorStop(1, inks.beam[1])
  return beam
}

/** A gable with a hollow of paper round it. */
function drawHouse(pen: CanvasRenderingContext2D, x: number, y: number, { ink, halo }: Inks): void {
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

/** Whoever looks: a drop of ink that points where the gaze goes. */
function drawEye(pen: CanvasRenderingContext2D, yaw: number, { ink, halo }: Inks): void {
  pen.rotate(-yaw)
  pen.beginPath()
  pen.arc(0, 0.6, 2.3, -0.4, Math.PI + 0.4)
  pen.lineTo(0, -4.4)
  pen.closePath()
  pen.lineWidth = 2.4
  pen.strokeStyle = halo
  pen.stroke()
  pen.fillStyle = ink
  pen.fill()
  pen.rotate(yaw)
}
