/** How each culture builds: walls, roofs, timber, paint. A culture's name decides, so that neighbours of one culture look alike. */
import { hashString } from '#core/hash.ts'
import type { Surface } from './mesh-builder.ts'

/** How a culture builds. Colours are sRGB hex. */
export type CultureStyle = {
  wallSurface: Surface
  walls: readonly string[]
  /** Colour of gables, where they are boarded. */
  gable: { surface: Surface; color: string } | null
  plinth: string
  roof: { surface: Surface; colors: readonly string[]; ridge: string; /** Rise over run. */ pitch: number; overhang: number; thickness: number; /** Share of the gable cut off by a hip. */ hip: number; sag: number }
  timber: { pattern: 'none' | 'posts' | 'cross' | 'braces'; color: string }
  trim: string
  doors: readonly string[]
  shutters: readonly string[]
  cloth: readonly string[]
  chimney: string
  /** Share of houses whose gable looks at the lane. */
  gableFront: number
  arched: boolean
}

const STYLES: readonly CultureStyle[] = [
  {
    wallSurface: 'plaster', walls: ['#e6d8b9', '#e2d0ac', '#ecdfc4'], gable: null, plinth: '#9c9384',
    roof: { surface: 'clay', colors: ['#b3603f', '#a9563c', '#bd6d47'], ridge: '#9c4c36', pitch: 1.0, overhang: 0.55, thickness: 0.14, hip: 0, sag: 0.12 },
    timber: { pattern: 'braces', color: '#5e4433' }, trim: '#6e5038', doors: ['#5d7252', '#7a4b35', '#4f6b74'], shutters: ['#6c8262', '#5f7d80'], cloth: ['#b4684a', '#d9a441'], chimney: '#a3988a', gableFront: 0.35, arched: false,
  },
  {
    wallSurface: 'plaster', walls: ['#eadfc6', '#efe6d2', '#e8d5bf'], gable: null, plinth: '#a59a88',
    roof: { surface: 'thatch', colors: ['#b99a5b', '#ad8d52', '#c2a567'], ridge: '#94763f', pitch: 1.12, overhang: 0.6, thickness: 0.36, hip: 0.42, sag: 0.18 },
    timber: { pattern: 'none', color: '#6b5140' }, trim: '#7b5f47', doors: ['#4c7686', '#5e7f6d', '#8a5a44'], shutters: ['#5c8694', '#7d98a0'], cloth: ['#4f8290', '#e0c58a'], chimney: '#e0d3ba', gableFront: 0.12, arched: true,
  },
  {
    wallSurface: 'stone', walls: ['#b8ad98', '#b1a48f', '#c2b7a1'], gable: { surface: 'plaster', color: '#dccba6' }, plinth: '#8d8578',
    roof: { surface: 'slate', colors: ['#66707c', '#5f6874', '#727a80'], ridge: '#545d68', pitch: 1.3, overhang: 0.32, thickness: 0.11, hip: 0, sag: 0.06 },
    timber: { pattern: 'none', color: '#4f4238' }, trim: '#564a3f', doors: ['#8d4a3b', '#4d5f72', '#6a5a3a'], shutters: ['#96584a', '#5b6d7c'], cloth: ['#8d4a3b', '#c9b37a'], chimney: '#9a9184', gableFront: 0.5, arched: false,
  },
  {
    wallSurface: 'planks', walls: ['#a58a66', '#98805f', '#b29770'], gable: { surface: 'planks', color: '#b79c74' }, plinth: '#8a8377',
    roof: { surface: 'turf', colors: ['#7d9a4e', '#859651', '#74914b'], ridge: '#8f9c5c', pitch: 0.78, overhang: 0.5, thickness: 0.3, hip: 0, sag: 0.1 },
    timber: { pattern: 'posts', color: '#6b4f38' }, trim: '#c08b4f', doors: ['#a5533c', '#3f6a70', '#c08b4f'], shutters: ['#b5684a', '#d8c49a'], cloth: ['#a5533c', '#3f7f8c'], chimney: '#8d8578', gableFront: 0.6, arched: false,
  },
  {
    wallSurface: 'plaster', walls: ['#e7cfa0', '#e9d9b9', '#ddbf94'], gable: null, plinth: '#b09a7c',
    roof: { surface: 'clay', colors: ['#c7835a', '#c0764f', '#cf9068'], ridge: '#b06844', pitch: 0.62, overhang: 0.36, thickness: 0.13, hip: 0, sag: 0.05 },
    timber: { pattern: 'none', color: '#7a5a40' }, trim: '#f0e4c8', doors: ['#3f7f8c', '#5a6fa0', '#7d8f56'], shutters: ['#4f8d96', '#7c9cae'], cloth: ['#c9674b', '#f0e4c8'], chimney: '#e0c596', gableFront: 0.3, arched: true,
  },
  {
    wallSurface: 'plaster', walls: ['#dccba6', '#d8c9ab', '#e3d5b5'], gable: { surface: 'planks', color: '#8c6a4d' }, plinth: '#8f8678',
    roof: { surface: 'shingle', colors: ['#8a7460', '#7e6a58', '#957f68'], ridge: '#6d5b4b', pitch: 1.18, overhang: 0.7, thickness: 0.13, hip: 0.22, sag: 0.1 },
    timber: { pattern: 'cross', color: '#4d3b30' }, trim: '#8c5a3f', doors: ['#8f5a3c', '#66774f', '#70506a'], shutters: ['#a06b45', '#7a8a5c'], cloth: ['#70506a', '#d8b46a'], chimney: '#958b7d', gableFront: 0.45, arched: false,
  },
]

/** How the culture of that name builds. */
export function styleOf(culture: string): CultureStyle {
  return STYLES[hashString(culture) % STYLES.length]!
}

/** One item of a list by a place-bound chance word; `salt` tells choices of one place apart. */
export function choose<T>(items: readonly T[], variant: number, salt: number): T {
  return items[chanceOf(variant, salt, items.length)]!
}

function chanceOf(variant: number, salt: number, sides: number): number {
  return Math.floor(shareOf(variant, salt) * sides)
}

/** A number from 0 to 1 (excluded) by a place-bound chance word. */
export function shareOf(variant: number, salt: number): number {
  let h = Math.imul(variant ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}
