/** Bridges, fords and signposts in reach: found a ring at a time, built one a frame, drawn together as one mesh. */
import { Group, Mesh } from 'three'
import type { Run } from '#session/session.ts'
import type { Bridge } from '#simulation/physics/bridge.ts'
import { Followed } from '../followed-drawing.tsx'
import { createBuildingMaterial } from '../settlements/building-material.ts'
import { castShade, dropHouseShade } from '../settlements/house-shade.ts'
import { toMergedGeometry } from '../settlements/mesh-builder.ts'
import { createBridgeHull } from './bridge-shade.ts'
import { crossroadsNear } from '#worldgen/roads/crossroads.ts'
import { signpostsOf, type Signpost } from '#worldgen/roads/signposts.ts'
import { buildBridge, buildFord, buildSignpost, type WayThing } from './build-way-thing.ts'
import { disposeLettering, type Lettering } from '../lettering.ts'
import { createSignLetters } from './sign-letters.ts'

/** How far ways are looked at and their things kept, metres; the first look is near, each further one reaches on, so that no frame lays many roads. */
const FIND_METERS = 1200
const FIRST_METERS = 200
const GROW_METERS = 250
const KEEP_METERS = 1500
const FIND_SECONDS = 1.1
const FORD_METERS = 260
const SHADE_METERS = 200
/** Signposts of settlements within this distance stand; their words are written nearer than `LETTER_METERS`. */
const SIGNS_METERS = 600
const SIGN_METERS = 300
const LETTER_METERS = 60
/** Side of the squares that crossroads are sought by, metres. */
const SQUARE_METERS = 128
/** Places whose signposts are remembered. */
const MOST_PLACES = 40

type Shown = { x: number; z: number; keep: number; build: (run: Run) => WayThing; bridge: Bridge | null; post: Signpost | null; thing: WayThing | null; shaded: boolean }

/** Draws the bridges within about a kilometre, and fords and signposts nearer by. */
export function WaysView() {
  return <Followed make={createWaysView} />
}

function createWaysView() {
  const root = new Group()
  const material = createBuildingMaterial()
  const shown = new Map<string, Shown>()
  const anchor = { x: 0, y: 0, z: 0 }
  const posts = new Map<string, Signpost[]>()
  let letters: { mesh: Lettering; of: string; x: number; y: number; z: number } | null = null
  let mesh: Mesh | null = null
  let runNumber = -1
  let sinceFind = FIND_SECONDS
  let reach = FIRST_METERS

  function drop(id: string): void {
    dropHouseShade(id)
    shown.delete(id)
  }

  function merge(): void {
    if (mesh) {
      root.remove(mesh)
      mesh.geometry.dispose()
      mesh = null
    }
    const things = [...shown.values()].map(({ thing }) => thing).filter((thing) => thing !== null)
    if (things.length === 0) return
    Object.assign(anchor, { x: things[0]!.x, y: things[0]!.y, z: things[0]!.z })
    // Drawn with the land, before the soft shadows of feet that fall on decks.
    mesh = new Mesh(toMergedGeometry(things, anchor), material)
    root.add(mesh)
  }

  function clear(): void {
    for (const id of shown.keys()) drop(id)
    posts.clear()
    merge()
    write(anchor)
  }

  /** Looks for what stands on ways; false: not yet. */
  function find(run: Run, camera: { x: number; z: number }): boolean {
    // farther than at hand, ways wait until workers have laid them
    const next = Math.min(FIND_METERS, reach + GROW_METERS)
    if (next > FIRST_METERS + GROW_METERS && !run.roads.isKnown(camera.x, camera.z, next)) return false
    reach = next
    for (const bridge of run.ground.bridges.near(camera.x, camera.z, reach)) {
      const { x, z } = bridge.crossing
      const id = `bridge:${x},${z}`
      if (!shown.has(id)) shown.set(id, { x, z, keep: KEEP_METERS, build: ({ ground }) => buildBridge(bridge, ground.heightAt), bridge, post: null, thing: null, shaded: false })
    }
    for (const crossing of run.land.bridgesNear(camera.x, camera.z, Math.min(reach, FORD_METERS))) {
      const { x, z, kind } = crossing
      const id = `ford:${x},${z}`
      if (kind === 'ford' && !shown.has(id)) shown.set(id, { x, z, keep: FORD_METERS * 1.3, build: ({ ground }) => buildFord(crossing, ground.heightAt), bridge: null, post: null, thing: null, shaded: false })
    }
    for (const plan of run.land.findSettlements(camera.x, camera.z, Math.min(reach, SIGNS_METERS))) {
      let own = posts.get(plan.id)
      if (!own) {
        if (posts.size > MOST_PLACES) posts.clear()
        posts.set(plan.id, (own = signpostsOf(run.land, plan)))
      }
      own.forEach((post) => raise(post, camera))
    }
    // On open land: asked for by squares, so that a stroll asks once.
    const square = { x: Math.round(camera.x / SQUARE_METERS) * SQUARE_METERS, z: Math.round(camera.z / SQUARE_METERS) * SQUARE_METERS }
    const key = `${square.x},${square.z}`
    let crossroads = reach < SIGNS_METERS ? [] : posts.get(key)
    if (!crossroads) posts.set(key, (crossroads = crossroadsNear(run.land, square.x, square.z, SIGN_METERS)))
    crossroads.forEach((post) => raise(post, camera))
    write(camera)
    let isChanged = false
    for (const [id, entry] of shown) {
      const meters = Math.hypot(entry.x - camera.x, entry.z - camera.z)
      if (meters > entry.keep) {
        isChanged ||= entry.thing !== null
        drop(id)
      } else if (entry.bridge && meters < SHADE_METERS && !entry.shaded) {
        castShade(id, entry, createBridgeHull(entry.bridge))
        entry.shaded = true
      } else if (entry.shaded && meters > SHADE_METERS * 1.5) {
        dropHouseShade(id)
        entry.shaded = false
      }
    }
    if (isChanged) merge()
    return true
  }

  function raise(post: Signpost, camera: { x: number; z: number }): void {
    if (Math.hypot(post.x - camera.x, post.z - camera.z) > SIGN_METERS || shown.has(post.id)) return
    shown.set(post.id, { x: post.x, z: post.z, keep: SIGN_METERS * 1.3, build: ({ ground }) => buildSignpost(post, ground.heightAt), bridge: null, post, thing: null, shaded: false })
  }

  /** Writes on the signposts near, anew when they are others than before. */
  function write(camera: { x: number; z: number }): void {
    const near = [...shown.values()].flatMap(({ post, thing }) => (post && thing && Math.hypot(post.x - camera.x, post.z - camera.z) < LETTER_METERS ? [{ post, y: thing.y }] : []))
    const of = near.map(({ post }) => post.id).join()
    if (of === (letters?.of ?? '')) return
    if (letters) {
      root.remove(letters.mesh)
      disposeLettering(letters.mesh)
      letters = null
    }
    if (near.length === 0) return
    const at = { x: near[0]!.post.x, y: near[0]!.y, z: near[0]!.post.z }
    letters = { mesh: createSignLetters(near, at), of, ...at }
    root.add(letters.mesh)
  }

  return {
    root,
    update(run: Run, camera: { x: number; z: number }, seconds: number): void {
      if (run.number !== runNumber) {
        clear()
        runNumber = run.number
        sinceFind = FIND_SECONDS
        reach = FIRST_METERS
      }
      sinceFind += seconds
      if (sinceFind >= FIND_SECONDS && find(run, camera)) sinceFind = 0
      for (const entry of shown.values()) {
        if (entry.thing) continue
        entry.thing = entry.build(run)
        merge()
        break
      }
      mesh?.position.set(anchor.x - run.origin.x, anchor.y, anchor.z - run.origin.z)
      letters?.mesh.position.set(letters.x - run.origin.x, letters.y, letters.z - run.origin.z)
    },
    dispose(): void {
      clear()
      material.dispose()
    },
  }
}
