/** What the perception map knows of the chunks that exist: which tile each has, and how bright and how warm it is drawn. */
import { clamp, damp, smoothstep } from '#core/scalar.ts'
import type { Chunk, ChunkCoordinate } from '#worldgen/chunk.ts'
import type { ResidentChunk } from '#streaming/terrain-stream.ts'

/** Seconds in which a newborn chunk comes up out of the paper, its warm edge cools, and a dropped one sinks back. */
const RISE_SECONDS = 0.5
const COOL_SECONDS = 1.8
const SINK_SECONDS = 1
/** Seconds in which half of the way between lit and unlit is gone when the gaze passes. */
const LIGHT_HALF_LIFE = 0.12
/** How strongly a chunk covers the paper: drawn in the picture, and only resident. Unlit levels lie over each other, so that fine land out of sight is darker than coarse. */
const LIT = 0.96
const UNLIT = 0.18
/** Tiles painted in one redraw at most: what arrives at once comes up in a few redraws. */
const MOST_PAINTED = 20

/** A chunk as the map draws it. */
export type MapCell = {
  readonly coordinate: ChunkCoordinate
  /** What is painted; null once dropped, for its arrays then belong to others. */
  chunk: Chunk | null
  /** Its place among the painted tiles; -1 until it is painted. */
  tile: number
  /** Clock of its being painted for the first time; -Infinity when it was there before the map looked. */
  bornSeconds: number
  /** Clock of its being dropped; Infinity while it exists. */
  droppedSeconds: number
  /** 1 drawn in the picture, 0 only resident, eased between. */
  light: number
  isDrawn: boolean
  /** How much it covers the paper, 0..1. */
  strength: number
  /** How much its edge glows, 0..1. */
  warmth: number
}

/** Of which moment the map is: the stream's clock, seconds since the last redraw, and whether fades are unwanted. */
export type MapMoment = { readonly seconds: number; readonly elapsed: number; readonly still: boolean }

const coarseFirst = (a: MapCell, b: MapCell): number => b.coordinate.level - a.coordinate.level

/** Sets how a cell looks at a moment: rising from the paper, lit or not, sinking back. */
function shadeCell(cell: MapCell, { seconds, elapsed, still }: MapMoment): void {
  const target = cell.isDrawn ? 1 : 0
  cell.light = still ? target : damp(cell.light, target, LIGHT_HALF_LIFE, elapsed)
  const age = seconds - cell.bornSeconds
  const gone = seconds - cell.droppedSeconds
  const risen = still ? 1 : smoothstep(0, RISE_SECONDS, age)
  const left = still ? Number(gone < 0) : 1 - smoothstep(0, SINK_SECONDS, gone)
  cell.strength = risen * left * (UNLIT + (LIT - UNLIT) * cell.light)
  const cooling = still ? 0 : 1 - clamp(age / COOL_SECONDS, 0, 1)
  cell.warmth = cooling * cooling * left
}

/** All cells of one stream. */
export type MapCells = {
  /** A chunk has come to be; `isOld` when it was there before the map looked. */
  ready(resident: ResidentChunk, isOld?: boolean): void
  /** A chunk has ceased to be at `seconds`. */
  dropped(resident: ResidentChunk, seconds: number): void
  /** Brings every cell to a moment and has a few new ones painted; returns what is to be drawn, coarse before fine. The same array each time. */
  advance(drawn: readonly ResidentChunk[], moment: MapMoment, paint: (tile: number, chunk: Chunk) => void): readonly MapCell[]
}

/** No cells yet; `tiles` is how many can be painted at a time. */
export function createMapCells(tiles: number): MapCells {
  const cells = new Map<string, MapCell>()
  const free = Array.from({ length: tiles }, (_, index) => tiles - 1 - index)
  const listed: MapCell[] = []

  function forget(key: string, cell: MapCell): void {
    cells.delete(key)
    if (cell.tile >= 0) free.push(cell.tile)
  }

  /** A free tile; when there is none, that of a chunk that is sinking already. */
  function takeTile(): number {
    if (free.length === 0) for (const [key, cell] of cells) if (!cell.chunk) forget(key, cell)
    return free.pop() ?? -1
  }

  return {
    ready({ key, coordinate, chunk }, isOld = false) {
      const sinking = cells.get(key)
      if (sinking) {
        sinking.chunk = chunk
        sinking.droppedSeconds = Infinity
        return
      }
      cells.set(key, { coordinate, chunk, tile: -1, bornSeconds: isOld ? -Infinity : Infinity, droppedSeconds: Infinity, light: 0, isDrawn: false, strength: 0, warmth: 0 })
    },
    dropped({ key }, seconds) {
      const cell = cells.get(key)
      if (!cell) return
      if (cell.tile < 0) forget(key, cell)
      cell.chunk = null
      cell.isDrawn = false
      cell.droppedSeconds = seconds
    },
    advance(drawn, moment, paint) {
      for (const cell of cells.values()) cell.isDrawn = false
      for (const { key } of drawn) {
        const cell = cells.get(key)
        if (cell) cell.isDrawn = true
      }
      let left = MOST_PAINTED
      for (const cell of cells.values()) {
        if (left === 0) break
        if (cell.tile >= 0 || !cell.chunk) continue
        cell.tile = takeTile()
        if (cell.tile < 0) break
        left--
        if (cell.bornSeconds === Infinity) cell.bornSeconds = moment.seconds
        paint(cell.tile, cell.chunk)
      }
      // only now, for a tile may have been taken from a chunk that was sinking
      listed.length = 0
      for (const [key, cell] of cells) {
        if (cell.tile < 0) continue
        shadeCell(cell, moment)
        if (cell.strength <= 0 && !cell.chunk) forget(key, cell)
        else listed.push(cell)
      }
      return listed.sort(coarseFirst)
    },
  }
}
