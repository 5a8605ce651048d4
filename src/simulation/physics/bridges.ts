/** Bridges and piers of the land by place, and bodies on and under them: rails hold, piers stop, decks are ground and ceiling. */
import { createLru, type Lru } from '#core/lru.ts'
import { hashString } from '#core/hash.ts'
import type { Land } from '#worldgen/land.ts'
import { OUTLYING_METERS } from '#worldgen/sites/waterside.ts'
import type { Body } from './body.ts'
import { createBridge, deckAt, RAIL_METERS, toBridge, underAt, type Bridge, type BridgeKind } from './bridge.ts'

const TILE_METERS = 64
/** Bridges whose middle lies this far from the middle of a tile may reach into it. */
const REACH_METERS = 110
/** How far below a deck feet may be and still step onto it, metres. */
const STEP_METERS = 0.6
/** Who builds in wood, who in stone; others do now one, now the other. */
const BUILDERS: { readonly [culture: string]: BridgeKind } = { skeld: 'timber', velmar: 'stone', oshen: 'stone', tirin: 'stone' }

const spot = { along: 0, across: 0 }

/** Finds bridges near places; remembers them by tile. */
export type Bridges = {
  /** Those that a body near a place could touch. */
  at(x: number, z: number): readonly Bridge[]
  /** Those whose river's middle lies within `radius` metres. */
  near(x: number, z: number, radius: number): Bridge[]
}

/** The bridges of a land on ground of these heights. */
export function createBridges(land: Land, heightAt: (x: number, z: number) => number): Bridges {
  const tiles: Lru<number, readonly Bridge[]> = createLru(256)
  const known: Lru<string, Bridge> = createLru(256)

  function near(x: number, z: number, radius: number): Bridge[] {
    const found: Bridge[] = []
    for (const road of land.roadsNear(x, z, radius)) {
      for (const crossing of road.crossings) {
        if (crossing.kind !== 'bridge' || (crossing.x - x) * (crossing.x - x) + (crossing.z - z) * (crossing.z - z) > radius * radius) continue
        const key = `${road.id}@${crossing.deckAt},${Math.round(crossing.x)},${Math.round(crossing.z)}`
        let bridge = known.get(key)
        if (!bridge) {
          const culture = land.findSettlements(road.from.x, road.from.z, 4)[0]?.culture ?? ''
          const kind = BUILDERS[culture] ?? (hashString(key) % 2 === 0 ? 'timber' : 'stone')
          bridge = createBridge(crossing, { kind, culture }, heightAt)
          known.set(key, bridge, 1)
        }
        found.push(bridge)
      }
    }
    for (const { pier, id, culture } of land.findSettlements(x, z, radius + OUTLYING_METERS)) {
      if (pier === null || (pier.x - x) * (pier.x - x) + (pier.z - z) * (pier.z - z) > radius * radius) continue
      let bridge = known.get(id)
      if (!bridge) {
        bridge = createBridge(pier, { kind: 'timber', culture }, heightAt)
        known.set(id, bridge, 1)
      }
      found.push(bridge)
    }
    return found
  }

  return {
    near,
    at(x, z) {
      const tileX = Math.floor(x / TILE_METERS)
      const tileZ = Math.floor(z / TILE_METERS)
      const key = (tileX + 0x2000000) * 0x4000000 + (tileZ + 0x2000000)
      let found = tiles.get(key)
      if (!found) {
        found = near((tileX + 0.5) * TILE_METERS, (tileZ + 0.5) * TILE_METERS, REACH_METERS)
        tiles.set(key, found, 1)
      }
      return found
    },
  }
}

/** Height in metres of the deck that feet at `y` stand on at a place; −Infinity where there is none, or it is overhead. */
export function deckUnder(bridges: readonly Bridge[], x: number, z: number, y: number): number {
  let floor = -Infinity
  for (const bridge of bridges) {
    toBridge(bridge, x, z, spot)
    if (Math.abs(spot.across) > bridge.halfOutside || spot.along < bridge.crossing.start || spot.along > bridge.crossing.end) continue
    const deck = deckAt(bridge, spot.along)
    if (y >= deck - STEP_METERS && deck > floor) floor = deck
  }
  return floor
}

/** Whether a place lies within the body of a bridge, `margin` metres added on every side. */
export function isInBridge(bridges: readonly Bridge[], { x, y, z }: { x: number; y: number; z: number }, margin: number): boolean {
  for (const bridge of bridges) {
    toBridge(bridge, x, z, spot)
    if (Math.abs(spot.across) > bridge.halfOutside + margin || spot.along < bridge.crossing.start - margin || spot.along > bridge.crossing.end + margin) continue
    if (y < deckAt(bridge, spot.along) + margin && y > underAt(bridge, spot.along) - margin) return true
  }
  return false
}

/** Keeps a body on a deck within its rails, and one beside or below out of stone and timber. */
export function pushOutOfBridges(body: Body, bridges: readonly Bridge[]): void {
  for (const bridge of bridges) {
    const { crossing, halfInside, halfOutside } = bridge
    toBridge(bridge, body.x, body.z, spot)
    const { along, across } = spot
    const aside = Math.abs(across)
    if (aside >= halfOutside + body.radius || along < crossing.start - body.radius || along > crossing.end + body.radius) continue
    const side = across < 0 ? -1 : 1
    const over = body.y - deckAt(bridge, along)
    if (over >= -STEP_METERS) {
      if (over > RAIL_METERS || along < crossing.start || along > crossing.end) continue
      const middle = (halfInside + halfOutside) / 2
      if (aside < middle && aside > halfInside - body.radius) shove(body, bridge, 0, side * (halfInside - body.radius - aside))
      else if (aside >= middle) shove(body, bridge, 0, side * (halfOutside + body.radius - aside))
      continue
    }
    for (const block of bridge.blocks) {
      const before = along - (block.start - body.radius)
      const after = block.end + body.radius - along
      if (before <= 0 || after <= 0) continue
      const out = halfOutside + body.radius - aside
      // An end that lies in the bank is no way out.
      const back = block.start <= crossing.start ? Infinity : before
      const on = block.end >= crossing.end ? Infinity : after
      if (out <= back && out <= on) shove(body, bridge, 0, side * out)
      else if (back < on) shove(body, bridge, -back, 0)
      else shove(body, bridge, on, 0)
      break
    }
    const under = underAt(bridge, along)
    if (aside < halfOutside && under > -Infinity && body.y + body.height > under && body.velocityY > 0) {
      body.velocityY = 0
      body.y = under - body.height
    }
  }
}

/** Moves a body in a bridge's frame and takes away its speed against the move. */
function shove(body: Body, { crossing }: Bridge, along: number, across: number): void {
  const dx = crossing.alongX * along - crossing.alongZ * across
  const dz = crossing.alongZ * along + crossing.alongX * across
  const meters = Math.sqrt(dx * dx + dz * dz)
  if (meters < 1e-9) return
  body.x += dx
  body.z += dz
  const into = (body.velocityX * dx + body.velocityZ * dz) / meters
  if (into >= 0) return
  body.velocityX -= (into * dx) / meters
  body.velocityZ -= (into * dz) / meters
}
