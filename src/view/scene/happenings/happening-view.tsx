/** What happenings leave in the land: graves, the bier on its way, stacks in the field. */
import { Group, Mesh, type BufferGeometry } from 'three'
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { DAY_WORLD_SECONDS } from '#simulation/clock.ts'
import { graveOf, settlementOf } from '#simulation/happenings/graves.ts'
import type { Scene } from '#simulation/happenings/scene.ts'
import { epitaphOf } from '#simulation/happenings/epitaph.ts'
import { findSpot } from '#simulation/happenings/reap.ts'
import { brokenPlace, stormDeed } from '#simulation/happenings/storm.ts'
import { workPlaceOf } from '#simulation/happenings/work-place.ts'
import type { Run } from '#session/session.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { createBuildingMaterial } from '../settlements/building-material.ts'
import { DECAL_ORDER } from '../settlements/lane-material.ts'
import { Followed } from '../followed-drawing.tsx'
import { buildBierCart, buildGrave, buildOpenGrave, buildShroud } from './draw-burial.ts'
import { disposeLettering, type Lettering } from '../lettering.ts'
import { createGraveLetters, MOST_WRITTEN, type WrittenGrave } from './grave-letters.ts'
import { buildDamage, type DamageState } from './draw-damage.ts'
import { buildStack, stackOf, type Stack } from './draw-harvest.ts'
import { followWith, type Trailer } from './trailer.ts'

/** How far from the eye graves and stacks are drawn, metres; how often they are looked for, seconds. */
const SEEN_METERS = 260
const FIND_SECONDS = 1
/** How near the eye must be for the words on graves to be written, metres. */
const READ_METERS = 24
/** How long a grave is fresh, and stacks stand in the field, days. */
const FRESH_DAYS = 6
const STACK_DAYS = 3
/** How long what was mended is seen to be new, days, and how what stands at a house is kept apart among the geometries. */
const MENDED_DAYS = 30
const HOUSE_KEY = 'house:'
/** Stacks of a harvest, to a row, how far apart and how far before the middle they begin, metres. */
const STACKS = 9
const STACKS_ABREAST = 3
const STACK_METERS = 3
const FIRST_STACKS_METERS = 5.6
/** Beats of a burial from which on the dead lie over the grave. */
const AT_GRAVE_BEAT = 2
/** Height of the dead on the cart and over the grave, metres. */
const CART_BED = 0.62
const GRAVE_BEAMS = 0.2

type Kind = 'grave' | 'old-grave' | Stack
type Thing = { kind: Kind; x: number; z: number; yaw: number; lines?: readonly string[] }
/** What is drawn in the frame of a house, by a key that names house and state. */
type HouseThing = { key: string; x: number; y: number; z: number; yaw: number; build: () => BufferGeometry }

const BUILDERS: { readonly [K in Kind | 'cart' | 'shroud' | 'pit']: () => BufferGeometry } = {
  grave: () => buildGrave(true), 'old-grave': () => buildGrave(false), stook: () => buildStack('stook'), haycock: () => buildStack('haycock'), baskets: () => buildStack('baskets'), cart: buildBierCart, shroud: buildShroud, pit: buildOpenGrave,
}

/** Draws what happenings leave. */
export function HappeningView() {
  return <Followed make={createHappeningView} />
}

function createHappeningView() {
  const root = new Group()
  const material = createBuildingMaterial()
  const geometries = new Map<string, BufferGeometry>()
  const standing: Mesh[] = []
  let things: Thing[] = []
  let broken: HouseThing[] = []
  const atHouses: Mesh[] = []
  let sinceFind = FIND_SECONDS
  let trailer: (Trailer & { word: number }) | null = null
  let letters: { key: string; mesh: Lettering; x: number; y: number; z: number } | null = null
  const moving = { cart: add(), shroud: add(), pit: add() }

  function add(): Mesh {
    const mesh = new Mesh(undefined, material)
    mesh.renderOrder = DECAL_ORDER + 1
    mesh.visible = false
    mesh.rotation.order = 'YXZ'
    root.add(mesh)
    return mesh
  }

  function geometryOf(kind: keyof typeof BUILDERS): BufferGeometry {
    let geometry = geometries.get(kind)
    if (!geometry) geometries.set(kind, (geometry = BUILDERS[kind]()))
    return geometry
  }

  function put(mesh: Mesh, kind: keyof typeof BUILDERS, at: { x: number; z: number; yaw: number; rise?: number; pitch?: number }, run: Run): void {
    mesh.geometry = geometryOf(kind)
    mesh.position.set(at.x - run.origin.x, run.ground.heightAt(at.x, at.z) + (at.rise ?? 0), at.z - run.origin.z)
    mesh.rotation.set(at.pitch ?? 0, at.yaw, 0)
    mesh.visible = true
  }

  function find(run: Run, camera: { x: number; z: number }): void {
    things = []
    for (const plan of run.land.findSettlements(camera.x, camera.z, SEEN_METERS + 200)) things.push(...gravesOf(run, plan), ...stacksOf(run, plan))
    things = things.filter(({ x, z }) => Math.hypot(x - camera.x, z - camera.z) < SEEN_METERS)
    while (standing.length < things.length) standing.push(add())
    broken = damagesOf(run, camera)
    while (atHouses.length < broken.length) atHouses.push(add())
    for (const key of geometries.keys()) if (key.startsWith(HOUSE_KEY) && !broken.some((thing) => thing.key === key)) drop(key)
  }

  function drop(key: string): void {
    geometries.get(key)?.dispose()
    geometries.delete(key)
  }

  /** What storms broke at houses, and what is mended there. */
  function putAtHouses(run: Run): void {
    for (const [k, mesh] of atHouses.entries()) {
      const thing = broken[k]
      mesh.visible = thing !== undefined
      if (!thing) continue
      let geometry = geometries.get(thing.key)
      if (!geometry) geometries.set(thing.key, (geometry = thing.build()))
      mesh.geometry = geometry
      mesh.position.set(thing.x - run.origin.x, thing.y, thing.z - run.origin.z)
      mesh.rotation.set(0, thing.yaw, 0)
    }
  }

  /** Writes on the boards of the nearest graves; anew where others are the nearest. */
  function writeGraves(run: Run, camera: { x: number; z: number }): void {
    const near = things.filter(({ lines, x, z }) => lines && Math.hypot(x - camera.x, z - camera.z) < READ_METERS).sort((a, b) => Math.hypot(a.x - camera.x, a.z - camera.z) - Math.hypot(b.x - camera.x, b.z - camera.z)).slice(0, MOST_WRITTEN)
    const graves = near.map(({ x, z, yaw, lines = [] }): WrittenGrave => ({ x, y: run.ground.heightAt(x, z), z, yaw, lines })).sort((a, b) => a.x - b.x || a.z - b.z)
    const key = JSON.stringify([run.number, graves])
    if (key === (letters?.key ?? '')) return
    dropLetters()
    const [anchor] = graves
    if (!anchor) return
    letters = { key, mesh: createGraveLetters(graves, anchor), x: anchor.x, y: anchor.y, z: anchor.z }
    root.add(letters.mesh)
  }

  function dropLetters(): void {
    if (!letters) return
    root.remove(letters.mesh)
    disposeLettering(letters.mesh)
    letters = null
  }

  function showBurial(run: Run): void {
    const { world } = run
    const scene = world.chronicle.scenes.find(({ claim }) => claim.kind === 'burial')
    const bearer = scene && world.npcs.find(({ id }) => id === scene.company[1])
    moving.cart.visible = moving.shroud.visible = moving.pit.visible = false
    if (!scene || !bearer) return
    const { body } = bearer
    const at = { x: body.previous.x + (body.x - body.previous.x) * run.alpha, z: body.previous.z + (body.z - body.previous.z) * run.alpha }
    if (trailer?.word !== scene.word) trailer = { word: scene.word, ...followWith(null, at, body.yaw) }
    Object.assign(trailer, followWith(trailer, at, body.yaw))
    const [ahead, back] = [trailer, { x: trailer.x * 2 - at.x, z: trailer.z * 2 - at.z }].map(({ x, z }) => run.ground.heightAt(x, z))
    const pitch = Math.atan2(back! - ahead!, Math.hypot(trailer.x - at.x, trailer.z - at.z))
    put(moving.cart, 'cart', { ...trailer, pitch }, run)
    const grave = placeOfGrave(scene)
    if (grave) put(moving.pit, 'pit', grave, run)
    const isAtGrave = scene.leg > 0 && scene.beat >= AT_GRAVE_BEAT
    put(moving.shroud, 'shroud', isAtGrave && grave ? { ...grave, rise: GRAVE_BEAMS } : { ...trailer, rise: CART_BED, pitch }, run)
  }

  return {
    root,
    update(run: Run, camera: { x: number; z: number }, seconds: number): void {
      sinceFind += seconds
      if (sinceFind >= FIND_SECONDS) {
        sinceFind = 0
        find(run, camera)
        writeGraves(run, camera)
      }
      letters?.mesh.position.set(letters.x - run.origin.x, letters.y, letters.z - run.origin.z)
      for (const [k, mesh] of standing.entries()) {
        const thing = things[k]
        mesh.visible = false
        if (thing) put(mesh, thing.kind, thing, run)
      }
      putAtHouses(run)
      showBurial(run)
    },
    dispose(): void {
      dropLetters()
      for (const geometry of geometries.values()) geometry.dispose()
      material.dispose()
    },
  }
}

/** Where the grave of a burial is: the last place it goes to. */
function placeOfGrave(scene: DeepReadonly<Scene>): { x: number; z: number; yaw: number } | null {
  return scene.stops.at(-1) ?? (scene.leg > 0 ? { x: scene.x, z: scene.z, yaw: scene.yaw } : null)
}

function gravesOf({ world }: Run, plan: SettlementPlan): Thing[] {
  const { deaths } = world.chronicle
  return deaths.flatMap((death): Thing[] => {
    const grave = death.isBuried && settlementOf(death.npcId) === plan.id ? graveOf(plan, deaths, death) : null
    return grave ? [{ ...grave, kind: world.worldSeconds - death.burialSeconds < FRESH_DAYS * DAY_WORLD_SECONDS ? 'grave' : 'old-grave', lines: epitaphOf(death) }] : []
  })
}

/** What storms broke within sight, as far as it is mended: while the storm tears it off, from the moment it falls. */
function damagesOf({ world, land, ground }: Run, camera: { x: number; z: number }): HouseThing[] {
  const { damages, scenes } = world.chronicle
  const falling = scenes.flatMap(({ claim, houseId, settlementId, beat }) => (claim.kind === 'storm' && beat > 0 && houseId !== null ? [{ object: claim.object, homeId: houseId, settlementId, state: 'broken' as DamageState }] : []))
  const isAtWork = (homeId: string): boolean => scenes.some(({ claim, houseId, beat }) => claim.kind === 'mending' && houseId === homeId && beat > 0)
  const lying = damages.flatMap(({ object, homeId, settlementId, mendedSeconds }) => (mendedSeconds === null || world.worldSeconds - mendedSeconds < MENDED_DAYS * DAY_WORLD_SECONDS ? [{ object, homeId, settlementId, state: (mendedSeconds !== null ? 'mended' : isAtWork(homeId) ? 'at-work' : 'broken') as DamageState }] : []))
  const plans = land.findSettlements(camera.x, camera.z, SEEN_METERS + 200)
  return [...falling, ...lying].flatMap(({ object, homeId, settlementId, state }): HouseThing[] => {
    const plan = plans.find(({ id }) => id === settlementId)
    const building = plan?.buildings.find(({ id }) => id === homeId)
    const deed = stormDeed(object)
    if (!plan || !building || !deed || Math.hypot(building.x - camera.x, building.z - camera.z) > SEEN_METERS) return []
    const { x, y, z, yaw } = building
    const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
    const place = brokenPlace(building)
    const at = { x: (place.x - x) * cos - (place.z - z) * sin, z: (place.x - x) * sin + (place.z - z) * cos }
    const below = (lx: number, lz: number): number => ground.heightAt(x + lx * cos + lz * sin, z - lx * sin + lz * cos) - y
    return [{ key: `${HOUSE_KEY}${homeId}/${deed.kind}/${state}`, x, y, z, yaw, build: () => buildDamage({ kind: deed.kind, state, building, culture: plan.culture, at, below }) }]
  })
}

/** What has been cut and stacked: as much of it as has come along while it is brought in, all of it for some days. */
function stacksOf({ world }: Run, plan: SettlementPlan): Thing[] {
  const things: Thing[] = []
  const { happenings, scenes } = world.chronicle
  const stand = (object: string, words: string, count: number): void => {
    const kind = stackOf(object)
    const spot = findSpot(plan, words)
    if (!kind || !spot) return
    const place = workPlaceOf(spot)
    const [sin, cos] = [Math.sin(place.yaw), Math.cos(place.yaw)]
    for (let k = 0; k < count; k++) {
      const right = ((k % STACKS_ABREAST) - 1) * STACK_METERS
      const ahead = FIRST_STACKS_METERS - Math.floor(k / STACKS_ABREAST) * STACK_METERS
      things.push({ kind, x: place.x + cos * right + sin * ahead, z: place.z - sin * right + cos * ahead, yaw: place.yaw + k * 1.3 })
    }
  }
  const scene = scenes.find(({ claim, settlementId }) => claim.kind === 'harvest' && settlementId === plan.id)
  if (scene) stand(scene.claim.object, scene.claim.place, scene.leg * STACKS_ABREAST)
  const lately = happenings.filter(({ claim, settlementId, worldSeconds }) => settlementId === plan.id && claim.kind === 'harvest' && stackOf(claim.object) !== null && world.worldSeconds - worldSeconds < STACK_DAYS * DAY_WORLD_SECONDS)
  // each field by what was last brought in from it
  for (const place of new Set(lately.map(({ claim }) => claim.place))) if (place !== scene?.claim.place) stand(lately.findLast(({ claim }) => claim.place === place)!.claim.object, place, STACKS)
  return things
}
