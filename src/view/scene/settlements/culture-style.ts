/** How each culture builds: walls, roofs, timber, paint. A culture's id decides, so that neighbours of one culture look alike. */
import { hashString } from '#core/hash.ts'
import type { Surface } from './mesh-builder.ts'

/** How a culture builds. Colours are sRGB hex. */
export type CultureStyle = {
  wallSurface: Surface
  walls: readonly string[]
  /** Colour of gables, where they are boarded. */
  gable: { surface: Surface; color: string } | null
  plinth: string
  roof: { surface: Surface; colors: readonly string[]; ridge: string; /** Rise over run; 0 for a flat roof with a parapet. */ pitch: number; overhang: number; thickness: number; /** Share of the gable cut off by a hip. */ hip: number; sag: number }
  timber: { pattern: 'none' | 'posts' | 'cross' | 'braces'; color: string }
  trim: string
  doors: readonly string[]
  shutters: readonly string[]
  cloth: readonly string[]
  chimney: string
  /** Share of houses whose gable looks at the lane. */
  gableFront: number
  arched: boolean
  /** Share of houses with a roof over the door. */
  porch: number
  /** What crowns a roof: crossed boards at the gables, a small dome, nothing. */
  ornament: 'none' | 'horns' | 'dome'
  /** The wall of a town: how it is built, of what, what its walk is laid with, how far its foot stands out in metres, and whether its corner towers have roofs; the trunks of a palisade. */
  wall: { build: 'stone' | 'hoarding' | 'palisade' | 'brick' | 'clay'; surface: Surface; color: string; inside: string; batter: number; roofed: boolean; trunks: readonly string[] }
  /** What stands about: how gardens and pens are fenced, what one sits on and what lamps stand on, and what covers a well. */
  yard: { fence: 'rails' | 'stakes' | 'wall'; seat: 'timber' | 'stone' | 'clay'; well: 'roof' | 'sweep' | 'arch' | 'dome' | 'canopy' }
}

/** By culture, so that each is known at a glance: thatch over timber, turf over tarred boards, low clay over warm plaster, flat roofs over white walls, slate over stone. */
const STYLES: { readonly [culture: string]: CultureStyle } = {
  harrow: {
    wallSurface: 'plaster', walls: ['#e6d8b9', '#eadfc6', '#ecdfc4'], gable: null, plinth: '#9c9384',
    roof: { surface: 'thatch', colors: ['#b99a5b', '#ad8d52', '#c2a567'], ridge: '#94763f', pitch: 1.12, overhang: 0.6, thickness: 0.36, hip: 0, sag: 0.18 },
    timber: { pattern: 'braces', color: '#5e4433' }, trim: '#6e5038', doors: ['#5d7252', '#7a4b35', '#4f6b74'], shutters: ['#6c8262', '#5f7d80'], cloth: ['#b4684a', '#d9a441'], chimney: '#a3988a', gableFront: 0.25, arched: false, porch: 0.35, ornament: 'none',
    wall: { build: 'hoarding', surface: 'stone', color: '#a89c86', inside: '#7c6248', batter: 0.12, roofed: true, trunks: [] },
    yard: { fence: 'rails', seat: 'timber', well: 'roof' },
  },
  skeld: {
    wallSurface: 'planks', walls: ['#8f6a4a', '#82664c', '#a0523c'], gable: { surface: 'planks', color: '#a07850' }, plinth: '#8a8377',
    roof: { surface: 'turf', colors: ['#7d9a4e', '#859651', '#74914b'], ridge: '#8f9c5c', pitch: 0.86, overhang: 0.7, thickness: 0.34, hip: 0, sag: 0.1 },
    timber: { pattern: 'posts', color: '#3f2f26' }, trim: '#d8c49a', doors: ['#3f6a70', '#c08b4f', '#a5533c'], shutters: ['#d8c49a', '#3f6a70'], cloth: ['#a5533c', '#3f7f8c'], chimney: '#8d8578', gableFront: 0.7, arched: false, porch: 0.75, ornament: 'horns',
    wall: { build: 'palisade', surface: 'planks', color: '#7a5c42', inside: '#a98a5f', batter: 0, roofed: true, trunks: ['#6b4f3a', '#755842', '#7f6249', '#624936'] },
    yard: { fence: 'stakes', seat: 'timber', well: 'sweep' },
  },
  velmar: {
    wallSurface: 'plaster', walls: ['#dba878', '#e3bd8a', '#d99a7c', '#e9d2a6'], gable: null, plinth: '#b09a7c',
    roof: { surface: 'clay', colors: ['#b8603c', '#b05536', '#c47048'], ridge: '#9c4c36', pitch: 0.52, overhang: 0.5, thickness: 0.14, hip: 0, sag: 0.05 },
    timber: { pattern: 'none', color: '#7a5a40' }, trim: '#f0e4c8', doors: ['#4f6b44', '#6a4a34', '#7d8f56'], shutters: ['#5f7f4c', '#4f7a6c'], cloth: ['#c9674b', '#f0e4c8'], chimney: '#e0c596', gableFront: 0.3, arched: true, porch: 0.4, ornament: 'none',
    wall: { build: 'brick', surface: 'stone', color: '#c98d68', inside: '#dcc09c', batter: 0.1, roofed: false, trunks: [] },
    yard: { fence: 'wall', seat: 'stone', well: 'arch' },
  },
  oshen: {
    wallSurface: 'plaster', walls: ['#efe6d2', '#f1eadb', '#e7d3ad'], gable: null, plinth: '#cbb48c',
    roof: { surface: 'plaster', colors: ['#e3d2ae', '#dcc79e', '#e8dabb'], ridge: '#efe6d2', pitch: 0, overhang: 0, thickness: 0.2, hip: 0, sag: 0 },
    timber: { pattern: 'none', color: '#6b4a34' }, trim: '#3f7f8c', doors: ['#2f7084', '#3f7f8c', '#4a6a9c'], shutters: ['#3f7f8c', '#5a6fa0'], cloth: ['#b4684a', '#3f7f8c', '#d9a441'], chimney: '#efe6d2', gableFront: 0.4, arched: true, porch: 0.3, ornament: 'dome',
    wall: { build: 'clay', surface: 'plaster', color: '#d9bf92', inside: '#cbb088', batter: 0.4, roofed: false, trunks: [] },
    yard: { fence: 'wall', seat: 'clay', well: 'dome' },
  },
  tirin: {
    wallSurface: 'stone', walls: ['#b8ad98', '#a9a294', '#c2b7a1'], gable: null, plinth: '#7f796e',
    roof: { surface: 'slate', colors: ['#5f6b7a', '#566272', '#6a7480'], ridge: '#4d5763', pitch: 1.34, overhang: 0.3, thickness: 0.11, hip: 0, sag: 0.06 },
    timber: { pattern: 'none', color: '#4f4238' }, trim: '#efe6d2', doors: ['#8d3b34', '#3f5f86', '#c99a3f'], shutters: ['#8d3b34', '#3f5f86'], cloth: ['#8d4a3b', '#c9b37a'], chimney: '#9a9184', gableFront: 0.35, arched: false, porch: 0.15, ornament: 'none',
    wall: { build: 'stone', surface: 'stone', color: '#a39c8e', inside: '#8f897d', batter: 0.08, roofed: true, trunks: [] },
    yard: { fence: 'wall', seat: 'stone', well: 'canopy' },
  },
}
const CULTURES_BUILDING = Object.values(STYLES)

/** How the culture of that id builds; one of the known ways for a culture nobody drew. */
export function styleOf(culture: string): CultureStyle {
  return STYLES[culture] ?? CULTURES_BUILDING[hashString(culture) % CULTURES_BUILDING.length]!
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
