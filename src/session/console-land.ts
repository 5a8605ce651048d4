/** What the console tells of the land beyond a place: who lives there, what grows around it and which roads and bridges pass. */
import { dayOf } from '#simulation/clock.ts'
import { graveOf, settlementOf } from '#simulation/happenings/graves.ts'
import { CHUNK_METERS } from '#worldgen/chunk.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import type { Land } from '#worldgen/land.ts'
import { createPlants, findPlants } from '#worldgen/scatter/scatter.ts'
import { SPECIES } from '#worldgen/scatter/species.ts'
import type { DescribedPlace, PlantView, RoadView, SettlementView } from './console-types.ts'
import { graveAt, livesOf } from './read-graves.ts'
import type { Run } from './session.ts'

/** How far the settlement of a place is looked for, metres. */
const HOME_METERS = 1500

const plants = createPlants()

/** Settlements within `radius` metres of (x, z), the nearest first, with who lives, lies and was born there. */
export function settlementsAround({ land, world }: Pick<Run, 'land' | 'world'>, x: number, z: number, radius: number): SettlementView[] {
  const { births, deaths, scenes } = world.chronicle
  return land.findSettlements(x, z, radius).map((plan) => ({
    id: plan.id, name: plan.name, culture: plan.culture, kind: plan.kind, x: plan.x, z: plan.z, radius: plan.radius, trade: plan.trade, lore: [...plan.lore, ...livesOf(world, plan.id)],
    meters: Math.hypot(plan.x - x, plan.z - z),
    buildings: plan.buildings.map((building) => ({ id: building.id, kind: building.kind, x: building.x, z: building.z })),
    spots: plan.spots.map((spot) => ({ kind: spot.kind, x: spot.x, z: spot.z })),
    people: world.npcs.filter((npc) => npc.settlementId === plan.id).length,
    graves: deaths.flatMap((death) => {
      const grave = death.isBuried && settlementOf(death.npcId) === plan.id ? graveOf(plan, deaths, death) : null
      return grave ? [{ name: `${death.given} ${death.family}`.trim(), x: grave.x, z: grave.z, day: dayOf(death.worldSeconds) }] : []
    }),
    births: births.flatMap((birth) => (settlementOf(birth.parentId) === plan.id ? [{ name: birth.given, day: dayOf(birth.worldSeconds) }] : [])),
    scenes: scenes.flatMap((scene) => (scene.settlementId === plan.id ? [{ kind: scene.claim.kind, x: scene.x, z: scene.z }] : [])),
  }))
}

/** A place in words, with the dead and the newborn of its settlement among its lore, and the grave one stands at. */
export function describePlace({ land, world }: Pick<Run, 'land' | 'world'>, x: number, z: number): DescribedPlace {
  const place = land.describe(x, z)
  const home = place.settlement === null ? undefined : land.findSettlements(x, z, HOME_METERS).find(({ name }) => name === place.settlement)
  return { ...place, lore: [...place.lore, ...(home ? livesOf(world, home.id) : [])], grave: graveAt({ world: world, land }, { x, z }) }
}

/** Everything that grows or lies within `radius` metres of (x, z), in the order of the land's tiles. */
export function plantsAround(land: Land, x: number, z: number, radius: number): PlantView[] {
  const found: PlantView[] = []
  for (let tileZ = Math.floor((z - radius) / CHUNK_METERS); tileZ <= Math.floor((z + radius) / CHUNK_METERS); tileZ++) {
    for (let tileX = Math.floor((x - radius) / CHUNK_METERS); tileX <= Math.floor((x + radius) / CHUNK_METERS); tileX++) {
      findPlants(fieldsOf(land), { x: tileX, z: tileZ, level: 0 }, plants)
      for (let k = 0; k < plants.count; k++) {
        const at = { x: tileX * CHUNK_METERS + plants.offsetX[k]!, z: tileZ * CHUNK_METERS + plants.offsetZ[k]! }
        if ((at.x - x) ** 2 + (at.z - z) ** 2 <= radius * radius) found.push({ species: SPECIES[plants.species[k]!]!, ...at })
      }
    }
  }
  return found
}

/** Roads that pass within `radius` metres of (x, z), with their bridges and fords. */
export function roadsAround(land: Land, x: number, z: number, radius: number): RoadView[] {
  return land.roadsNear(x, z, radius).map((road) => ({ id: road.id, width: road.width, points: [...road.points], crossings: road.crossings.map(({ kind, x: atX, z: atZ, alongX, alongZ, span, level, water }) => ({ kind, x: atX, z: atZ, alongX, alongZ, span, level, water })) }))
}
