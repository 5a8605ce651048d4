/** Begins a run: the land of a seed, its world as it was left or new, and the stream of its terrain. */
import { createGround } from '#simulation/physics/ground.ts'
import type { WriterClaim } from '#platform/storage/writer-claim.ts'
import type { WeatherKind } from '#simulation/weather.ts'
import type { World } from '#simulation/world.ts'
import { nextTimeAt } from '#simulation/clock.ts'
import { createWorld, START_WORLD_SECONDS } from '#simulation/create-world.ts'
import { PAST_DAYS } from '#simulation/happenings/past-days.ts'
import { createTerrainStream, type TerrainPool } from '#streaming/create-terrain-stream.ts'
import { findStart } from '#streaming/find-start.ts'
import { createRoadScout } from '#streaming/road-scout.ts'
import type { Viewpoint } from '#streaming/terrain-stream.ts'
import { createLand } from '#worldgen/create-land.ts'
import type { StartPlace } from '#worldgen/land.ts'
import { NEAR_MEMORY } from '#worldgen/memory.ts'
import type { GameRun } from './game.ts'
import { DETAIL_BY_QUALITY, type Quality } from './settings.ts'

let runNumber = 0

/** A guess of the first look, good enough to know which land is wanted first. */
const FIRST_LOOK: Viewpoint = { x: 0, y: 0, z: 0, yaw: 0, pitch: 0, velocityX: 0, velocityZ: 0, fieldOfView: 1.2, aspect: 16 / 9 }

/** What a run begins from. */
export type RunStart = {
  seed: string
  /** The kept state of this seed as it was read from storage, not yet checked; null when there is none. */
  kept: unknown
  /** The right to keep this world; null when nothing of it is to be kept. */
  claim: WriterClaim | null
  quality: Quality
  pool: TerrainPool
  /** Where, when and under which sky a new world begins if the address says so. */
  place: StartPlace | null
  hour: number | null
  weather: WeatherKind | null
  /** A world to be lived again exactly as it was; null for one that is lived for the first time or goes on. */
  again: World | null
  /** Whether the first tick follows at once. */
  goesOn: boolean
}

/** A new run, and a sentence when the kept state could not be used. */
export async function createRun({ seed, kept, claim, quality, pool, place, hour, weather, again, goesOn }: RunStart): Promise<{ run: GameRun; problem: string | null }> {
  const land = createLand(seed, NEAR_MEMORY)
  const restored = kept === null ? null : (await import('#simulation/read-snapshot.ts')).fromSnapshot(kept)
  const usable = restored?.ok === true && restored.value.seed === seed
  const terrain = createTerrainStream({ pool, seed, detail: DETAIL_BY_QUALITY[quality] })

  const lived = again ?? (usable ? restored.value : null)
  const at: StartPlace = lived?.player.body ?? place ?? (await findStart(pool, seed).catch(() => land.startPlace()))
  let begun: GameRun | null = null
  const roads = createRoadScout({ pool, seed, land, ended: () => begun?.ended ?? false })
  // land grows while the world is made; its roads come first, for workers need them too, and the page would have to lay them itself to know the ground
  terrain.update({ ...FIRST_LOOK, x: at.x, z: at.z, yaw: at.yaw }, 0)
  const arrival = roads.arrive(at.x, at.z)
  await (goesOn ? arrival.lived : arrival.seen)

  const world = lived ?? createWorld({ seed, land, place: at, worldSeconds: nextTimeAt(START_WORLD_SECONDS, hour ?? START_WORLD_SECONDS / 3600), weather: weather ?? 'clear', pastDays: PAST_DAYS })
  const run: GameRun = {
    number: ++runNumber, seed, land, ground: createGround(land), world, terrain, roads, arrived: arrival.lived,
    alpha: 0, seconds: 0, drankSeconds: -Infinity, origin: { x: Math.round(world.player.body.x / 1024) * 1024, z: Math.round(world.player.body.z / 1024) * 1024 },
    settlementNames: new Map(), commands: [], held: [], observations: [], asking: new Map(), thoughts: new Map(), weighed: new Map(), tally: { thoughts: 0, byModel: 0, branches: 0, talks: 0, ahead: 0, aheadSaid: 0 }, recorder: null, replay: null, claim, ended: false,
  }
  begun = run
  const reason = restored && !restored.ok ? restored.reason : 'it belongs to another seed'
  const problem = restored && !usable ? `The kept state of “${seed}” could not be used: ${reason}. A new one begins; the old one stays stored untouched under “kept aside”. What its people remember is not affected.` : null
  return { run, problem }
}

