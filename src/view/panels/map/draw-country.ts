/** Draws the country that has been seen: washes on paper with soft edges, names in ink, the player as a drop. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { EXPLORED_CELL_METERS, EXPLORED_TILE_CELLS, isExplored, type Explored } from '#simulation/player/explored.ts'
import { CHUNK_METERS } from '#worldgen/chunk.ts'
import type { KnownPlace } from './known-places.ts'
import { COARSEST_LEVEL, levelFor, type MapTiles } from './map-tiles.ts'
import { isOver, placeName, type Box } from './map-labels.ts'
import { type KnownRoad, type NamePlace, placeRoadName } from './road-names.ts'
import { washOf } from './wash.ts'

/** What part of the country is shown: the place in the middle, metres, and metres to a pixel of the page. */
export type MapWindow = { x: number; z: number; metersPerPixel: number }

/** One picture. */
export type CountryScene = {
  readonly window: MapWindow
  readonly explored: DeepReadonly<Explored>
  readonly player: { readonly x: number; readonly z: number; readonly yaw: number }
  readonly places: readonly KnownPlace[]
  readonly roads: readonly KnownRoad[]
  readonly chosenId: string | null
  readonly night: boolean
}

type Inks = { paper: string; grain: string; ink: string; soft: string; halo: string; clay: string; edge: string; shade: string | null }
const DAY: Inks = { paper: '#efe5cf', grain: '#e4d7ba', ink: '#2b2a33', soft: '#5c5668', halo: '#fbf4e4', clay: '#a94f2f', edge: 'rgb(120 88 52 / 55%)', shade: null }
const NIGHT: Inks = { paper: '#232a3f', grain: '#2a3249', ink: '#f2ebdc', soft: '#c6c0b8', halo: '#151a29', clay: '#ffb58c', edge: 'rgb(8 10 20 / 70%)', shade: 'rgb(24 30 60 / 34%)' }

/** How many levels coarser the land is that is laid under what has not come yet. */
const UNDERLAID_LEVELS = 2
/** Lengths that a scale shows, metres. */
const SCALES = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000] as const
/** Landmarks have names when a pixel is at most this many metres. */
const LANDMARK_METERS = 14
/** Half the side of what the player's drop takes, pixels. */
const PLAYER_PIXELS = 8
/** Roads have names when a pixel is at most this many metres. */
const ROAD_METERS = 11
const ROAD_SIZE = 13
/** Walls are drawn when a pixel is at most this many metres. */
const WALL_METERS = 9
const FONT = "'Newsreader Variable', Georgia, serif"
const SIZES = { town: 18, village: 16, hamlet: 14, landmark: 13 } as const
const RANKS = ['town', 'village', 'hamlet', 'landmark'] as const

/** See `createCountryDrawing`. */
export type CountryDrawing = {
  /** Fits the canvas to its place on the page. */
  resize(width: number, height: number, sharpness: number): void
  /** Draws the picture; the land of the last one is used again unless `isNewLand`. */
  draw(scene: CountryScene, isNewLand: boolean): void
}

/** Draws on `canvas` with tiles from `tiles`. */
export function createCountryDrawing(canvas: HTMLCanvasElement, tiles: MapTiles): CountryDrawing | null {
  const pen = canvas.getContext('2d')
  const land = document.createElement('canvas')
  const landPen = land.getContext('2d')
  const ground = document.createElement('canvas')
  const groundPen = ground.getContext('2d')
  const mask = document.createElement('canvas')
  const maskPen = mask.getContext('2d')
  if (!pen || !landPen || !groundPen || !maskPen) return null
  let width = 1
  let height = 1
  let sharpness = 1

  const right = (scene: CountryScene, x: number): number => (x - scene.window.x) / scene.window.metersPerPixel + width / 2
  const down = (scene: CountryScene, z: number): number => (z - scene.window.z) / scene.window.metersPerPixel + height / 2

  function drawLand(scene: CountryScene): void {
    if (!landPen) return
    const level = levelFor(scene.window.metersPerPixel / sharpness)
    landPen.setTransform(sharpness, 0, 0, sharpness, 0, 0)
    landPen.globalCompositeOperation = 'source-over'
    landPen.clearRect(0, 0, width, height)
    // the coarse land is soon there, and shows until the fine has come
    if (level + UNDERLAID_LEVELS <= COARSEST_LEVEL) drawLevel(scene, level + UNDERLAID_LEVELS)
    drawLevel(scene, level)
    landPen.globalCompositeOperation = 'destination-in'
    drawMask(scene)
  }

  function drawLevel(scene: CountryScene, level: number): void {
    if (!landPen) return
    const { window, explored } = scene
    const { metersPerPixel } = window
    const size = CHUNK_METERS * 2 ** level
    const lowX = Math.floor((window.x - (width / 2) * metersPerPixel) / size)
    const highX = Math.floor((window.x + (width / 2) * metersPerPixel) / size)
    const lowZ = Math.floor((window.z - (height / 2) * metersPerPixel) / size)
    const highZ = Math.floor((window.z + (height / 2) * metersPerPixel) / size)
    const wanted: { x: number; z: number; away: number }[] = []
    for (let z = lowZ; z <= highZ; z++) {
      for (let x = lowX; x <= highX; x++) {
        if (hasSeen(explored, x, z, size)) wanted.push({ x, z, away: Math.abs((x + 0.5) * size - window.x) + Math.abs((z + 0.5) * size - window.z) })
      }
    }
    // what is in the middle is asked for first
    wanted.sort((a, b) => a.away - b.away)
    for (const { x, z } of wanted) {
      const tile = tiles.tileOf({ x, z, level })
      const side = size / metersPerPixel
      // half a pixel over, so that no seam of paper shows
      if (tile) landPen.drawImage(tile, right(scene, x * size) - 0.4, down(scene, z * size) - 0.4, side + 0.8, side + 0.8)
    }
  }

  /** What has been seen, laid over the land as a mask whose edge fades like a wash. */
  function drawMask(scene: CountryScene): void {
    if (!landPen || !maskPen) return
    const { window, explored } = scene
    const side = EXPLORED_CELL_METERS / window.metersPerPixel
    const lowX = Math.floor((window.x - (width / 2) * window.metersPerPixel) / EXPLORED_CELL_METERS) - 2
    const lowZ = Math.floor((window.z - (height / 2) * window.metersPerPixel) / EXPLORED_CELL_METERS) - 2
    const columns = Math.ceil(width / side) + 5
    const rows = Math.ceil(height / side) + 5
    const wash = washOf(columns, rows, Math.max(1, Math.min(5, Math.round(side / 5))), (i, j) => isExplored(explored, lowX + i, lowZ + j))
    mask.width = wash.width
    mask.height = wash.height
    const pixels = maskPen.createImageData(wash.width, wash.height)
    for (let k = 0; k < wash.alphas.length; k++) pixels.data[k * 4 + 3] = wash.alphas[k]!
    maskPen.putImageData(pixels, 0, 0)
    landPen.imageSmoothingEnabled = true
    landPen.imageSmoothingQuality = 'high'
    landPen.drawImage(mask, right(scene, lowX * EXPLORED_CELL_METERS), down(scene, lowZ * EXPLORED_CELL_METERS), columns * side, rows * side)
  }

  function drawPaper(pen: CanvasRenderingContext2D, inks: Inks, scene: CountryScene): void {
    pen.fillStyle = inks.paper
    pen.fillRect(0, 0, width, height)
    // squares of a kilometre, or of five and ten where those would be close
    const step = [1000, 5000, 10_000].find((meters) => meters / scene.window.metersPerPixel > 56) ?? 20_000
    pen.strokeStyle = inks.grain
    pen.lineWidth = 1
    pen.beginPath()
    for (let x = Math.ceil((scene.window.x - (width / 2) * scene.window.metersPerPixel) / step) * step; right(scene, x) < width; x += step) {
      pen.moveTo(Math.round(right(scene, x)) + 0.5, 0)
      pen.lineTo(Math.round(right(scene, x)) + 0.5, height)
    }
    for (let z = Math.ceil((scene.window.z - (height / 2) * scene.window.metersPerPixel) / step) * step; down(scene, z) < height; z += step) {
      pen.moveTo(0, Math.round(down(scene, z)) + 0.5)
      pen.lineTo(width, Math.round(down(scene, z)) + 0.5)
    }
    pen.stroke()
  }

  /** Paper, and the land on it with a dark rim as of pigment that ran to the edge. */
  function drawGround(scene: CountryScene, inks: Inks): void {
    if (!groundPen) return
    drawLand(scene)
    groundPen.setTransform(sharpness, 0, 0, sharpness, 0, 0)
    drawPaper(groundPen, inks, scene)
    groundPen.shadowColor = inks.edge
    groundPen.shadowBlur = 9 * sharpness
    groundPen.drawImage(land, 0, 0, width, height)
    groundPen.shadowColor = 'transparent'
    if (!inks.shade) return
    groundPen.fillStyle = inks.shade
    groundPen.fillRect(0, 0, width, height)
  }

  /** Roads as a fine line, as far as they have been seen. */
  function drawRoads(scene: CountryScene, inks: Inks): void {
    if (!pen || scene.window.metersPerPixel > ROAD_METERS * 3) return
    pen.beginPath()
    for (const { points } of scene.roads) {
      let isDown = false
      for (let i = 0; i + 1 < points.length; i += 2) {
        const [x, z] = [points[i]!, points[i + 1]!]
        const isSeen = isExplored(scene.explored, Math.floor(x / EXPLORED_CELL_METERS), Math.floor(z / EXPLORED_CELL_METERS))
        if (isSeen && isDown) pen.lineTo(right(scene, x), down(scene, z))
        else if (isSeen) pen.moveTo(right(scene, x), down(scene, z))
        isDown = isSeen
      }
    }
    pen.lineJoin = 'round'
    pen.globalAlpha = 0.75
    pen.lineWidth = 3
    pen.strokeStyle = inks.halo
    pen.stroke()
    pen.lineWidth = 1.2
    pen.strokeStyle = inks.clay
    pen.stroke()
    pen.globalAlpha = 1
  }

  /** Walls of towns as a line of ink with a knot at every tower, open at the gates. */
  function drawWalls(scene: CountryScene, inks: Inks): void {
    if (!pen || scene.window.metersPerPixel > WALL_METERS) return
    const knot = Math.max(1.4, 2.2 / scene.window.metersPerPixel)
    pen.lineCap = 'butt'
    for (const { wall } of scene.places) {
      if (!wall) continue
      pen.beginPath()
      for (const { ax, az, bx, bz } of wall.stretches) {
        pen.moveTo(right(scene, ax), down(scene, az))
        pen.lineTo(right(scene, bx), down(scene, bz))
      }
      pen.lineWidth = knot * 2
      pen.strokeStyle = inks.halo
      pen.stroke()
      pen.lineWidth = knot * 0.9
      pen.strokeStyle = inks.ink
      pen.stroke()
      pen.fillStyle = inks.ink
      for (const { x, z } of wall.towers) pen.fillRect(right(scene, x) - knot, down(scene, z) - knot, knot * 2, knot * 2)
    }
  }

  /** Names along roads, once for each, where none of `taken` is in the way. */
  function drawRoadNames(scene: CountryScene, inks: Inks, taken: Box[]): void {
    if (!pen || scene.window.metersPerPixel > ROAD_METERS) return
    const picture = { explored: scene.explored, width, height, right: (x: number) => right(scene, x), down: (z: number) => down(scene, z) }
    pen.font = `italic 450 ${ROAD_SIZE}px ${FONT}`
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.lineJoin = 'round'
    for (const { name, points } of scene.roads) {
      const words = pen.measureText(name).width
      const boxOf = ({ x, y, angle }: NamePlace): Box => {
        const wide = Math.abs(Math.cos(angle)) * words + 20
        const high = Math.abs(Math.sin(angle)) * words + 20
        return { x: x - wide / 2, y: y - high / 2, width: wide, height: high }
      }
      const place = placeRoadName(points, words, picture, (at) => !taken.some((other) => isOver(boxOf(at), other)))
      if (!place) continue
      taken.push(boxOf(place))
      pen.save()
      pen.translate(place.x, place.y)
      pen.rotate(place.angle)
      pen.lineWidth = 3
      pen.strokeStyle = inks.halo
      pen.strokeText(name, 0, -9)
      pen.fillStyle = inks.soft
      pen.fillText(name, 0, -9)
      pen.restore()
    }
  }

  function drawPlaces(scene: CountryScene, inks: Inks, taken: Box[]): void {
    if (!pen) return
    const signs: Array<Box & { id: string }> = []
    const ranked = scene.places.toSorted((a, b) => Number(b.id === scene.chosenId) - Number(a.id === scene.chosenId) || RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank))
    const drawn = ranked.flatMap((place) => {
      const x = right(scene, place.x)
      const y = down(scene, place.z)
      if (x < -40 || y < -20 || x > width + 40 || y > height + 20) return []
      const isChosen = place.id === scene.chosenId
      const isSmall = place.rank === 'landmark'
      if (isSmall && !isChosen && scene.window.metersPerPixel > LANDMARK_METERS * 2) return []
      signs.push({ id: place.id, x: x - 8, y: y - 8, width: 16, height: 16 })
      return [{ place, x, y, isChosen, isSmall }]
    })
    for (const { place, x, y, isChosen, isSmall } of drawn) {
      drawSign(pen, { x, y, rank: place.rank, isChosen }, inks)
      if (isSmall && !isChosen && scene.window.metersPerPixel > LANDMARK_METERS) continue
      pen.font = `${isSmall ? 'italic 450' : '560'} ${SIZES[place.rank]}px ${FONT}`
      const words = pen.measureText(place.name).width
      const box = placeName({ x, y, words, size: SIZES[place.rank] }, [...taken, ...signs.filter(({ id }) => id !== place.id)], isChosen)
      if (!box) continue
      taken.push(box)
      pen.textAlign = 'center'
      pen.textBaseline = 'top'
      pen.lineJoin = 'round'
      pen.lineWidth = 3.5
      pen.strokeStyle = inks.halo
      pen.strokeText(place.name, box.x + box.width / 2, box.y + 1)
      pen.fillStyle = isChosen ? inks.clay : isSmall ? inks.soft : inks.ink
      pen.fillText(place.name, box.x + box.width / 2, box.y + 1)
    }
    taken.push(...signs)
  }

  function drawScale({ window }: CountryScene, inks: Inks): void {
    if (!pen) return
    const meters = SCALES.findLast((length) => length / window.metersPerPixel <= 120) ?? SCALES[0]
    const long = meters / window.metersPerPixel
    const y = height - 18
    pen.strokeStyle = inks.ink
    pen.lineWidth = 1.5
    pen.beginPath()
    pen.moveTo(16, y - 5)
    pen.lineTo(16, y)
    pen.lineTo(16 + long, y)
    pen.lineTo(16 + long, y - 5)
    pen.stroke()
    pen.font = `500 12px ${FONT}`
    pen.textAlign = 'left'
    pen.textBaseline = 'bottom'
    pen.lineWidth = 3
    pen.strokeStyle = inks.halo
    const words = meters < 1000 ? `${meters} m` : `${meters / 1000} km`
    pen.strokeText(words, 21, y - 2)
    pen.fillStyle = inks.ink
    pen.fillText(words, 21, y - 2)
  }

  return {
    resize(nextWidth, nextHeight, nextSharpness) {
      width = Math.max(1, nextWidth)
      height = Math.max(1, nextHeight)
      sharpness = nextSharpness
      canvas.width = land.width = ground.width = Math.round(width * sharpness)
      canvas.height = land.height = ground.height = Math.round(height * sharpness)
    },
    draw(scene, isNewLand) {
      const inks = scene.night ? NIGHT : DAY
      if (isNewLand) drawGround(scene, inks)
      pen.setTransform(sharpness, 0, 0, sharpness, 0, 0)
      pen.drawImage(ground, 0, 0, width, height)
      drawRoads(scene, inks)
      drawWalls(scene, inks)
      const self = { x: right(scene, scene.player.x), y: down(scene, scene.player.z) }
      const taken: Box[] = [{ x: self.x - PLAYER_PIXELS, y: self.y - PLAYER_PIXELS, width: 2 * PLAYER_PIXELS, height: 2 * PLAYER_PIXELS }]
      drawPlaces(scene, inks, taken)
      drawRoadNames(scene, inks, taken)
      drawPlayer(pen, { ...self, yaw: scene.player.yaw }, inks)
      drawScale(scene, inks)
    },
  }
}

/** Whether any square of a chunk, or beside it, has been seen: the wash runs over the rim of what was seen. */
function hasSeen(explored: DeepReadonly<Explored>, x: number, z: number, size: number): boolean {
  const low = (at: number): number => Math.floor((at * size) / EXPLORED_CELL_METERS) - 1
  const high = (at: number): number => Math.ceil(((at + 1) * size) / EXPLORED_CELL_METERS)
  const tile = (cell: number): number => Math.floor(cell / EXPLORED_TILE_CELLS)
  // no chunk is larger than a tile, so that the tiles at its corners tell most of the time that there is nothing
  if (![low(z), high(z)].some((cellZ) => [low(x), high(x)].some((cellX) => explored[`${tile(cellX)},${tile(cellZ)}`] !== undefined))) return false
  for (let cellZ = low(z); cellZ <= high(z); cellZ++) for (let cellX = low(x); cellX <= high(x); cellX++) if (isExplored(explored, cellX, cellZ)) return true
  return false
}

/** A gable for settlements, a lozenge for landmarks; the chosen one is ringed. */
function drawSign(pen: CanvasRenderingContext2D, { x, y, rank, isChosen }: { x: number; y: number; rank: KnownPlace['rank']; isChosen: boolean }, inks: Inks): void {
  const size = rank === 'town' ? 6 : rank === 'village' ? 5 : rank === 'hamlet' ? 4.2 : 3.4
  pen.beginPath()
  if (rank === 'landmark') {
    pen.moveTo(x, y - size)
    pen.lineTo(x + size, y)
    pen.lineTo(x, y + size)
    pen.lineTo(x - size, y)
  } else {
    pen.moveTo(x - size, y + size)
    pen.lineTo(x - size, y - size * 0.1)
    pen.lineTo(x, y - size * 1.1)
    pen.lineTo(x + size, y - size * 0.1)
    pen.lineTo(x + size, y + size)
  }
  pen.closePath()
  pen.lineJoin = 'round'
  pen.lineWidth = 3.6
  pen.strokeStyle = inks.halo
  pen.stroke()
  pen.fillStyle = inks.halo
  pen.fill()
  pen.lineWidth = 1.5
  pen.strokeStyle = isChosen ? inks.clay : inks.ink
  pen.stroke()
  if (!isChosen) return
  pen.beginPath()
  pen.arc(x, y, size + 6, 0, Math.PI * 2)
  pen.stroke()
}

/** A drop that points where the player looks. */
function drawPlayer(pen: CanvasRenderingContext2D, { x, y, yaw }: { x: number; y: number; yaw: number }, inks: Inks): void {
  pen.save()
  pen.translate(x, y)
  pen.rotate(-yaw)
  pen.beginPath()
  pen.arc(0, 1.5, 5, -0.5, Math.PI + 0.5)
  pen.lineTo(0, -10)
  pen.closePath()
  pen.lineJoin = 'round'
  pen.lineWidth = 4
  pen.strokeStyle = inks.halo
  pen.stroke()
  pen.fillStyle = inks.clay
  pen.fill()
  pen.restore()
}
