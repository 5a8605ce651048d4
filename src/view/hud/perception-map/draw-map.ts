/** Draws the perception map: land that exists as washes on paper, the gaze as light on it, people and places in ink; large, also where land was let go, distances and names. */
import { CHUNK_METERS, type Chunk, type ChunkCoordinate } from '#worldgen/chunk.ts'
import type { MapCell } from './map-cells.ts'
import { DAY, drawEye, drawHouse, drawWords, type Inks, NIGHT } from './map-inks.ts'
import { type MapTrace, traceStrength } from './map-traces.ts'
import { paintTile } from './paint-tile.ts'

/** Pixels along a side of a tile: every vertex of a chunk. */
const TILE_SIDE = 33
const ATLAS_COLUMNS = 32
const ATLAS_ROWS = 19
/** How many tiles there is room for: as many chunks as are ever resident, and some that are sinking. */
export const TILES = ATLAS_COLUMNS * ATLAS_ROWS

/** People farther than this are not drawn, metres. */
const PEOPLE_METERS = 700
/** Nearer than this a settlement needs no mark on the slip: one stands in it, metres. */
const INSIDE_METERS = 150
/** The beam has a soft rim: it is laid on in so many wedges, each a little wider. */
const WEDGES = 2
const WEDGE_RADIANS = 0.045
/** From this side on the map is drawn as the large one. Pixels. */
const LARGE_PIXELS = 250
/** Circles of distance: so many pixels from the middle at least. */
const RING_PIXELS = 70

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
  /** The clock that traces fade by. */
  seconds: number
  cells: readonly MapCell[]
  traces: readonly MapTrace[]
  settlements: ReadonlyArray<Spot & { readonly name: string }>
  people: ReadonlyArray<{ readonly body: Spot }>
}

/** How large the map is: its side in pixels as they are on a common screen, how many of the canvas make one of these, and metres from its middle to its edge. */
export type MapFrame = { readonly pixels: number; readonly sharpness: number; readonly meters: number }

/** See `createMapDrawing`. */
export type MapDrawing = {
  /** Paints a chunk as the tile of this number. */
  paint(tile: number, chunk: Chunk): void
  /** Draws the whole picture. */
  draw(scene: MapScene, frame: MapFrame): void
}

/** What follows from the frame alone. */
type Measures = MapFrame & { reach: number; scale: number; large: boolean; dissolve: CanvasGradient; beams: Record<'day' | 'night', CanvasGradient>; rims: Record<'day' | 'night', CanvasGradient> }

/** Prepares a canvas for the map. */
export function createMapDrawing(canvas: HTMLCanvasElement): MapDrawing | null {
  const atlas = canvas.ownerDocument.createElement('canvas')
  atlas.width = ATLAS_COLUMNS * TILE_SIDE
  atlas.height = ATLAS_ROWS * TILE_SIDE
  // both stay in main memory: hundreds of tiny copies are cheaper there than as many orders to the graphics card
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const tiles = atlas.getContext('2d', { willReadFrequently: true })
  if (!pen || !tiles) return null
  const tile = tiles.createImageData(TILE_SIDE, TILE_SIDE)
  let measures: Measures | null = null

  function measure(frame: MapFrame): Measures {
    if (measures?.pixels === frame.pixels && measures.sharpness === frame.sharpness && measures.meters === frame.meters) return measures
    const side = Math.round(frame.pixels * frame.sharpness)
    if (canvas.width !== side) canvas.width = canvas.height = side
    const reach = frame.pixels / 2
    const large = frame.pixels >= LARGE_PIXELS
    const dissolve = createFade(pen!, [0, reach], ['#000', '#0000'])
    dissolve.addColorStop(large ? 0.86 : 0.78, '#000')
    dissolve.addColorStop(large ? 0.95 : 0.9, '#0009')
    measures = {
      ...frame, reach, large, scale: reach / frame.meters, dissolve,
      beams: { day: createFade(pen!, [0, reach], DAY.beam), night: createFade(pen!, [0, reach], NIGHT.beam) },
      rims: { day: createFade(pen!, [0, reach * 0.8], DAY.rim), night: createFade(pen!, [0, reach * 0.8], NIGHT.rim) },
    }
    return measures
  }

  /** Where a chunk lies in the picture, or null when it is out of it: left, top, side. */
  const square = { x: 0, y: 0, side: 0 }
  function place(scene: MapScene, { level, x, z }: ChunkCoordinate, { scale, reach }: Measures): typeof square | null {
    square.side = CHUNK_METERS * 2 ** level * scale
    square.x = x * square.side - scene.x * scale
    square.y = z * square.side - scene.z * scale
    return square.x > reach || square.y > reach || square.x + square.side < -reach || square.y + square.side < -reach ? null : square
  }

  function drawCells(scene: MapScene, inks: Inks, measured: Measures): void {
    if (!pen) return
    for (const { coordinate, tile: index, strength, light, warmth } of scene.cells) {
      const at = place(scene, coordinate, measured)
      if (!at) continue
      // what is out of sight is left to the paper where there is room to see it
      pen.globalAlpha = measured.large ? strength * (0.6 + 0.4 * light) : strength
      pen.drawImage(atlas, (index % ATLAS_COLUMNS) * TILE_SIDE + 0.5, Math.floor(index / ATLAS_COLUMNS) * TILE_SIDE + 0.5, TILE_SIDE - 1, TILE_SIDE - 1, at.x, at.y, at.side, at.side)
      if (light > 0.05) {
        pen.globalAlpha = (measured.large ? 0.24 : 0.13) * light
        pen.strokeStyle = inks.edge
        pen.lineWidth = measured.large ? 0.8 : 0.6
        pen.strokeRect(at.x, at.y, at.side, at.side)
      }
      if (warmth > 0.02) {
        if (measured.large) {
          pen.globalAlpha = warmth * 0.35
          pen.fillStyle = inks.ember
          pen.fillRect(at.x, at.y, at.side, at.side)
        }
        pen.globalAlpha = warmth
        pen.strokeStyle = inks.ember
        pen.lineWidth = measured.large ? 2 : 1.3
        pen.strokeRect(at.x + 0.5, at.y + 0.5, at.side - 1, at.side - 1)
      }
    }
    pen.globalAlpha = 1
  }

  /** Where land was let go a moment ago: dashes of ash that fade. */
  function drawTraces(scene: MapScene, inks: Inks, measured: Measures): void {
    if (!pen) return
    pen.strokeStyle = inks.ash
    pen.lineWidth = 1
    pen.setLineDash([3, 4])
    for (const trace of scene.traces) {
      const at = place(scene, trace.coordinate, measured)
      if (!at) continue
      pen.globalAlpha = 0.85 * traceStrength(trace, scene.seconds)
      pen.strokeRect(at.x + 1.5, at.y + 1.5, at.side - 3, at.side - 3)
    }
    pen.setLineDash([])
    pen.globalAlpha = 1
  }

  function drawBeam(scene: MapScene, { reach, large, beams, rims }: Measures): void {
    if (!pen) return
    const air = scene.night ? 'night' : 'day'
    pen.rotate(-scene.yaw)
    pen.fillStyle = beams[air]
    for (let wedge = 0; wedge < WEDGES; wedge++) {
      const half = scene.halfAngle + (wedge - 0.5) * WEDGE_RADIANS
      pen.beginPath()
      pen.moveTo(0, 0)
      pen.arc(0, 0, reach, -Math.PI / 2 - half, -Math.PI / 2 + half)
      pen.fill()
    }
    if (large) {
      pen.strokeStyle = rims[air]
      pen.lineWidth = 1.4
      pen.beginPath()
      for (const side of [-1, 1]) {
        pen.moveTo(0, 0)
        pen.lineTo(Math.sin(side * scene.halfAngle) * reach, -Math.cos(side * scene.halfAngle) * reach)
      }
      pen.stroke()
    }
    pen.rotate(scene.yaw)
  }

  /** Dotted circles with their distance, and north. */
  function drawRings(inks: Inks, { reach, scale }: Measures): void {
    if (!pen) return
    let meters = 100
    while (meters * scale < RING_PIXELS) meters *= meters.toString().startsWith('2') ? 2.5 : 2
    for (let ring = 1; ring * meters * scale < reach * 0.88; ring++) {
      pen.globalAlpha = 0.4
      pen.strokeStyle = inks.ink
      pen.lineWidth = 1
      pen.setLineDash([1, 5])
      pen.beginPath()
      pen.arc(0, 0, ring * meters * scale, 0, Math.PI * 2)
      pen.stroke()
      pen.globalAlpha = 0.9
      pen.setLineDash([])
      const far = ring * meters
      const words = far < 1000 ? `${far} m` : `${far / 1000} km`
      drawWords(pen, words, { x: Math.SQRT1_2 * far * scale, y: Math.SQRT1_2 * far * scale, font: '11px "Inter Variable", system-ui, sans-serif' }, inks)
    }
    pen.globalAlpha = 1
    drawWords(pen, 'N', { x: 0, y: -reach + 14, font: '500 15px "Newsreader Variable", Georgia, serif' }, inks)
  }

  function drawMarks(scene: MapScene, inks: Inks, { reach, scale, large }: Measures): void {
    if (!pen) return
    pen.fillStyle = inks.clay
    const dot = large ? 1.9 : 0.7
    for (const { body } of scene.people) {
      const x = body.x - scene.x
      const z = body.z - scene.z
      if (Math.abs(x) > PEOPLE_METERS || Math.abs(z) > PEOPLE_METERS || Math.max(Math.abs(x), Math.abs(z)) * scale > reach * 0.95) continue
      if (large) {
        pen.beginPath()
        pen.arc(x * scale, z * scale, dot, 0, Math.PI * 2)
        pen.fill()
      } else pen.fillRect(x * scale - dot, z * scale - dot, dot * 2, dot * 2)
    }
    for (const { x, z, name } of scene.settlements) {
      const right = (x - scene.x) * scale
      const down = (z - scene.z) * scale
      const squared = right * right + down * down
      if (squared > reach * reach * 0.72) continue
      if (squared > (INSIDE_METERS * scale) ** 2) drawHouse(pen, right, down, inks)
      if (large) drawWords(pen, name, { x: right, y: down + 16, font: 'italic 500 15px "Newsreader Variable", Georgia, serif' }, inks)
    }
  }

  return {
    paint(index, chunk) {
      paintTile(chunk, tile.data, TILE_SIDE)
      tiles.putImageData(tile, (index % ATLAS_COLUMNS) * TILE_SIDE, Math.floor(index / ATLAS_COLUMNS) * TILE_SIDE)
    },
    draw(scene, frame) {
      const measured = measure(frame)
      const { reach, large, sharpness } = measured
      const inks = scene.night ? NIGHT : DAY
      pen.setTransform(sharpness, 0, 0, sharpness, canvas.width / 2, canvas.height / 2)
      pen.globalCompositeOperation = 'source-over'
      pen.clearRect(-reach, -reach, reach * 2, reach * 2)
      drawCells(scene, inks, measured)
      if (inks.shade) {
        pen.globalCompositeOperation = 'source-atop'
        pen.fillStyle = inks.shade
        pen.fillRect(-reach, -reach, reach * 2, reach * 2)
      }
      pen.globalCompositeOperation = 'source-over'
      if (large) drawTraces(scene, inks, measured)
      drawBeam(scene, measured)
      pen.globalCompositeOperation = 'destination-in'
      pen.fillStyle = measured.dissolve
      pen.fillRect(-reach, -reach, reach * 2, reach * 2)
      pen.globalCompositeOperation = 'source-over'
      if (large) drawRings(inks, measured)
      drawMarks(scene, inks, measured)
      drawEye(pen, scene.yaw, large ? 2.2 : 1, inks)
    },
  }
}

function createFade(pen: CanvasRenderingContext2D, [from, to]: readonly [number, number], [near, far]: readonly [string, string]): CanvasGradient {
  const fade = pen.createRadialGradient(0, 0, from, 0, 0, to)
  fade.addColorStop(0, near)
  fade.addColorStop(1, far)
  return fade
}
