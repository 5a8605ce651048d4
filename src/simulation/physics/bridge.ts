/** A bridge as bodies meet it and as it is drawn: its deck, what lies under it and what stands in the way, along a straight line over a river. */
import { clamp, lerp } from '#core/scalar.ts'
import type { Crossing } from '#worldgen/roads/road.ts'
import type { Pier } from '#worldgen/sites/settlement-plan.ts'

/** How a bridge is built. */
export type BridgeKind = 'stone' | 'timber'

/** What a bridge spans: a river, or from the shore out over the water. */
export type Span = Omit<Pier, 'kind'> & { kind: Crossing['kind'] | Pier['kind'] }

/** A stretch of a bridge, metres along from the middle of the river. */
export type Reach = { start: number; end: number }

/** An opening under a stone bridge: half an ellipse that springs at `foot`, metres above the sea. */
export type Arch = Reach & { foot: number; rise: number }

/** A bridge. Along is measured from the middle of the river in the direction of its crossing, across to the right of it. */
export type Bridge = {
  kind: BridgeKind
  crossing: Span
  /** Id of the culture that built it. */
  culture: string
  /** Half of its width between the rails, and with them, metres. */
  halfInside: number
  halfOutside: number
  /** Metres of deck over what lies under it. */
  thickness: number
  /** How much higher the deck is in the middle, and at its two ends, than the crossing's level, metres. */
  hump: number
  startRise: number
  endRise: number
  /** Stone: the openings. */
  arches: readonly Arch[]
  /** Timber: middles of the trestles. */
  trestles: readonly number[]
  /** Where nobody gets through under the deck: abutments, piers, too little room. */
  blocks: readonly Reach[]
  /** Heights of the ground under its middle and its two sides, sampled every `SAMPLE_METERS` from `start`. */
  ground: Float32Array
}

/** Rails and parapets stop whatever is lower than this over the deck, metres. */
export const RAIL_METERS = 1.6
/** Distance of the samples of the ground along a bridge, metres. */
const SAMPLE_METERS = 0.5
/** Room that somebody needs under a deck, over the ground or with the feet deep in the water, metres. */
const HEADROOM_METERS = 1.7
const DRAFT_METERS = 1.35
/** Nobody gets into a gap between two blocks that is narrower than this, metres. */
const GAP_METERS = 0.8
/** Over this much the ends of a deck ease down to the road, metres. */
const EASE_METERS = 5
/** Width of an abutment of stone and of a wooden trestle along the road, metres. */
const ABUTMENT_METERS = 2
const TRESTLE_METERS = 0.7
/** Distance of a pier's piles, metres. */
const PILE_METERS = 4

/** The bridge over a crossing, on ground of these heights. */
export function createBridge(crossing: Span, way: { kind: BridgeKind; culture: string }, heightAt: (x: number, z: number) => number): Bridge {
  const { kind, culture } = way
  const { start, end, level, width } = crossing
  const length = end - start
  const ground = new Float32Array(Math.floor(length / SAMPLE_METERS) + 2)
  const endRise = (along: number): number => clamp(heightAt(crossing.x + crossing.alongX * along, crossing.z + crossing.alongZ * along) - level + 0.04, -1, 0.4)
  const bridge: Bridge = {
    kind, crossing, culture, ground, halfInside: width / 2 + 0.15, halfOutside: width / 2 + (kind === 'stone' ? 0.6 : 0.4), thickness: kind === 'stone' ? 0.75 : 0.62,
    hump: isPier(crossing) ? 0 : kind === 'stone' ? Math.min(0.9, length * 0.03) : Math.min(0.35, length * 0.012), startRise: endRise(start), endRise: isPier(crossing) ? 0 : endRise(end), arches: [], trestles: [], blocks: [],
  }
  let low = level
  for (let i = 0; i < ground.length; i++) {
    const along = Math.min(end, start + i * SAMPLE_METERS)
    let height = -Infinity
    for (const across of [-1.8, 0, 1.8]) height = Math.max(height, heightAt(crossing.x + crossing.alongX * along - crossing.alongZ * across, crossing.z + crossing.alongZ * along + crossing.alongX * across))
    ground[i] = height
    low = Math.min(low, height)
  }
  if (kind === 'stone') bridge.arches = layArches(bridge, level - low)
  else bridge.trestles = layTrestles(bridge)
  bridge.blocks = findBlocks(bridge)
  return bridge
}

/** Whether a span ends over the water, without an abutment there. */
export function isPier({ kind }: Span): boolean {
  return kind === 'pier'
}

/** Arches of like width between two abutments; an odd number, so that none of the piers stands in the middle of the water. */
function layArches(bridge: Bridge, high: number): Arch[] {
  const { start, end } = bridge.crossing
  const abutment = ABUTMENT_METERS + Math.min(1.5, (end - start) * 0.06)
  const free = end - start - 2 * abutment
  const wanted = Math.round(free / clamp(5 + high * 0.55, 9, 17))
  const count = Math.max(1, wanted - ((wanted + 1) % 2))
  const pier = count === 1 ? 0 : clamp(1.1 + high * 0.03, 1.2, 2.6)
  const wide = (free - (count - 1) * pier) / count
  const arches: Arch[] = []
  for (let k = 0; k < count; k++) {
    const from = start + abutment + k * (wide + pier)
    const to = from + wide
    const crown = deckAt(bridge, (from + to) / 2) - bridge.thickness
    // The crown keeps its thickness even where the deck falls away to the side.
    const lowest = Math.min(crown, deckAt(bridge, from + wide * 0.3) - bridge.thickness * 0.8, deckAt(bridge, to - wide * 0.3) - bridge.thickness * 0.8)
    // Half a circle where it is high enough; else flatter, sprung from the water's edge though the bank may cover its ends.
    const foot = Math.min(lowest - 0.8, Math.max(lowest - wide / 2, bridge.crossing.water - 0.35))
    arches.push({ start: from, end: to, foot, rise: lowest - foot })
  }
  return arches
}

function layTrestles(bridge: Bridge): number[] {
  const { start, end } = bridge.crossing
  if (isPier(bridge.crossing)) {
    const fields = Math.max(1, Math.round((end - start - ABUTMENT_METERS) / PILE_METERS))
    return Array.from({ length: fields }, (_, k) => start + ABUTMENT_METERS + ((end - 0.4 - start - ABUTMENT_METERS) * (k + 1)) / fields)
  }
  const free = end - start - 2 * ABUTMENT_METERS
  const fields = Math.max(1, Math.round(free / 5.6))
  // An even number of trestles leaves the middle of the water free.
  const count = fields - 1 - ((fields - 1) % 2)
  return Array.from({ length: count }, (_, k) => start + ABUTMENT_METERS + (free * (k + 1)) / (count + 1))
}

function findBlocks(bridge: Bridge): Reach[] {
  const { start, end, water } = bridge.crossing
  const blocks: { start: number; end: number }[] = []
  for (let along = start; along < end; along += SAMPLE_METERS) {
    const middle = Math.min(end, along + SAMPLE_METERS / 2)
    if (underAt(bridge, middle) - Math.max(groundUnder(bridge, middle), water - DRAFT_METERS) >= HEADROOM_METERS) continue
    const last = blocks.at(-1)
    if (last && last.end >= along - GAP_METERS) last.end = Math.min(end, along + SAMPLE_METERS)
    else blocks.push({ start: along, end: Math.min(end, along + SAMPLE_METERS) })
  }
  return blocks
}

/** Height of the deck in metres. */
export function deckAt({ crossing, hump, startRise, endRise }: Bridge, along: number): number {
  const { start, end, level } = crossing
  const share = clamp((along - start) / (end - start), 0, 1) * 2 - 1
  const early = 1 - clamp((along - start) / EASE_METERS, 0, 1)
  const late = 1 - clamp((end - along) / EASE_METERS, 0, 1)
  return level + hump * (1 - share * share) + startRise * early * early * (3 - 2 * early) + endRise * late * late * (3 - 2 * late)
}

/** Height in metres of the underside of the deck; −Infinity where stone reaches down to the ground. */
export function underAt(bridge: Bridge, along: number): number {
  const { start, end } = bridge.crossing
  if (bridge.kind === 'timber') {
    if (along < start + ABUTMENT_METERS || (along > end - ABUTMENT_METERS && !isPier(bridge.crossing))) return -Infinity
    for (const middle of bridge.trestles) if (Math.abs(along - middle) < TRESTLE_METERS / 2) return -Infinity
    return deckAt(bridge, along) - bridge.thickness
  }
  for (const arch of bridge.arches) {
    if (along <= arch.start || along >= arch.end) continue
    return archHeight(arch, along)
  }
  return -Infinity
}

/** Height in metres of an arch's underside at a place between its ends. */
export function archHeight({ start, end, foot, rise }: Arch, along: number): number {
  const share = clamp(((along - start) / (end - start)) * 2 - 1, -1, 1)
  return foot + rise * Math.sqrt(1 - share * share)
}

/** Height in metres of the highest ground under a bridge at a place along it. */
export function groundUnder({ crossing, ground }: Bridge, along: number): number {
  const at = clamp((along - crossing.start) / SAMPLE_METERS, 0, ground.length - 1)
  const i = Math.min(ground.length - 2, Math.floor(at))
  return lerp(ground[i]!, ground[i + 1]!, at - i)
}

/** A place in a bridge's own frame. */
export function toBridge({ crossing }: Bridge, x: number, z: number, out: { along: number; across: number }): void {
  const dx = x - crossing.x
  const dz = z - crossing.z
  out.along = dx * crossing.alongX + dz * crossing.alongZ
  out.across = dz * crossing.alongX - dx * crossing.alongZ
}
