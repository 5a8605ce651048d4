/** A place where people settled: where the ground is level, and how the level ground meets the country around it. */
import type { Rectangle } from './rectangle.ts'
import type { SettlementKind } from './settlement-kind.ts'

/** A settled place. The levelled ground is a gently leaning plane within `core` metres, fading out over `SITE_FADE_METERS`. */
export type Site = {
  readonly cellX: number
  readonly cellZ: number
  /** 32-bit hash of seed and cell: all that is particular to the place follows from it. */
  readonly hash: number
  readonly x: number
  readonly z: number
  /** Height of the plane at the centre, and its rise per metre. */
  readonly y: number
  readonly riseX: number
  readonly riseZ: number
  readonly core: number
  readonly kind: SettlementKind
}

/** Width in metres of the ring in which levelled ground becomes wild ground. */
export const SITE_FADE_METERS = 95

/** Height in metres of a site's plane at a place. */
export function planeHeight(site: Site, x: number, z: number): number {
  return site.y + (x - site.x) * site.riseX + (z - site.z) * site.riseZ
}

/** Level ground under a building: its rectangle, the height of its floor, and over how many metres it eases out. */
export type Terrace = { readonly rectangle: Rectangle; readonly y: number; readonly fade: number }

/** The terrace of a mill at the water, alone in a list, and how far it reaches behind the middle of the house: across the river the bank stays as it was. */
export type Outlying = { readonly rectangle: Rectangle; readonly back: number; readonly alone: readonly Terrace[] }
