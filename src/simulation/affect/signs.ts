/** What is present around a person that can be tied to a memory: who, what kind of place, weather, hour. */
import { hourOf } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import type { Npc } from '../npc/npc.ts'
import { findVillage, type Village } from '../village.ts'
import { partOfDay } from '../words.ts'
import type { World } from '../world.ts'
import type { Sign } from './affect.ts'
import type { Encounter } from './wounds.ts'

/** How near somebody must be to count as present, and a door or a spot to be the place one is at, metres. */
const PERSON_METERS = 7
const DOOR_METERS = 9
const SPOT_METERS = 6
const SQUARE_METERS = 16
/** Weathers that are noticed. */
const FELT_WEATHER: ReadonlySet<string> = new Set(['rain', 'storm', 'snow', 'mist', 'overcast'])

/** What surrounds a person now, with the kind of place as context; people count only for those near the player, who have bodies among others. */
export function encounterOf(world: World, env: WorldEnv, npc: Npc): Encounter {
  const village = findVillage(env.land, npc.settlementId, npc.body)
  const context = village ? placeKindAt(village, npc) : 'open land'
  const signs: Sign[] = [{ kind: 'place', value: context }, { kind: 'hour', value: partOfDay(hourOf(world.worldSeconds)) }]
  if (FELT_WEATHER.has(world.weather.kind)) signs.push({ kind: 'weather', value: world.weather.kind })
  if (npc.fidelity === 'near' && !npc.indoors) {
    const { body } = world.player
    if (isNear(npc, body)) signs.push({ kind: 'person', value: 'player' })
    for (const cue of npc.affect.wounds.flatMap(({ cues }) => cues)) {
      if (cue.kind !== 'person' || cue.value === 'player' || signs.some(({ value }) => value === cue.value)) continue
      const other = world.npcs.find(({ id }) => id === cue.value)
      if (other && !other.indoors && isNear(npc, other.body)) signs.push({ kind: 'person', value: cue.value })
    }
  }
  return { signs, context, worldSeconds: world.worldSeconds }
}

/** The kind of place a person is at: "home", "inn", "fire", "square", "lane", "open land". */
function placeKindAt(village: Village, { body, indoors, insideId, homeId }: Npc): string {
  const { plan } = village
  if (indoors) return insideId === homeId ? 'home' : ((insideId && village.buildings.get(insideId)?.kind) ?? 'home')
  let best: string | null = null
  let bestMeters = DOOR_METERS
  for (const { id, kind, doorX, doorZ } of plan.buildings) {
    const meters = Math.sqrt((doorX - body.x) ** 2 + (doorZ - body.z) ** 2)
    if (meters >= bestMeters) continue
    bestMeters = meters
    best = id === homeId ? 'home' : kind
  }
  if (best) return best
  for (const { kind, x, z } of plan.spots) if ((x - body.x) ** 2 + (z - body.z) ** 2 < SPOT_METERS * SPOT_METERS) return kind
  const meters = Math.sqrt((plan.x - body.x) ** 2 + (plan.z - body.z) ** 2)
  return meters < SQUARE_METERS ? 'square' : meters < plan.radius ? 'lane' : 'open land'
}

function isNear({ body }: Npc, other: { x: number; z: number }): boolean {
  return (other.x - body.x) ** 2 + (other.z - body.z) ** 2 < PERSON_METERS * PERSON_METERS
}
