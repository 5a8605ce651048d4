/** All settlements in reach: built a little every frame, kept, drawn in full when near and simpler when far. */
import { useEffect, useMemo } from 'react'
import { useFrame } from '@react-three/fiber'
import { type Camera, Frustum, Group, Matrix4, Mesh } from 'three'
import type { SettlementId } from '#core/ids.ts'
import { hourOf } from '#simulation/clock.ts'
import type { Run } from '#session/session.ts'
import type { Quality } from '#session/settings.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { airUniforms } from '../../materials/air.ts'
import { useSession } from '../../session-context.ts'
import { buildSettlement, type SettlementModel } from './build-settlement.ts'
import { createBuildingMaterial, lampUniform, twinUniform } from './building-material.ts'
import { createChimneySmoke } from './chimney-smoke.ts'
import type { Rotor } from './landmarks.ts'
import { castHouseShade, dropHouseShade } from './house-shade.ts'
import { hearthShare, lampShare } from './lamp-hours.ts'
import { setLamps } from './lamp-light.ts'
import { createLaneMaterial, DECAL_ORDER } from './lane-material.ts'
import { disposeLettering, type Lettering } from '../lettering.ts'
import { createNameBoard } from './name-board.ts'
import { createPartChoice, type Part, type PartChoice } from './parts.ts'
import { createSails } from './sails.ts'
import { createPaddles } from './watermill.ts'

/** How far settlements are looked for, drawn in full and kept, metres; how often they are looked for, seconds; building time a frame, milliseconds. */
const FIND_METERS = 1600
const NEAR_METERS = 420
const KEEP_METERS = 2200
const FIND_SECONDS = 1.5
const BUILD_MS = 2.5
/** How fast the wheels of watermills go round, radians a second. */
const PADDLE_SPEED = 0.55
/** By preset: over which metres from the eye houses and walls give way to their simple twins, how near a thing is drawn that has none, and by how many metres more for each metre of its own radius. */
type Sparing = { readonly twin: readonly [number, number]; readonly thing: number; readonly share: number }
const SPARING: { readonly [Q in Quality]: Sparing } = {
  low: { twin: [35, 40], thing: 30, share: 5 },
  medium: { twin: [58, 66], thing: 55, share: 10 },
  high: { twin: [90, 102], thing: 90, share: 16 },
  ultra: { twin: [150, 170], thing: 150, share: 26 },
}
/** Share of a slow frame that building may take instead, and the most of it in milliseconds. */
const BUILD_SHARE = 0.12
const MOST_BUILD_MS = 14

type Level = { detail: boolean; solidChoice: PartChoice | null; decalChoice: PartChoice | null; building: Generator<void, SettlementModel> | null; model: SettlementModel | null; group: Group | null; board: Lettering | null; body: Mesh | null }
type Shown = { plan: SettlementPlan; far: Level; near: Level; meters: number }

/** Draws every settlement within about a mile. */
export function SettlementRenderer() {
  const session = useSession()
  const village = useMemo(createVillages, [])
  useEffect(() => () => village.dispose(), [village])
  useFrame(({ camera }, delta) => village.update(session.run, delta, { camera: session.camera, drawing: camera }, SPARING[session.settings.getState().quality]))
  return <primitive object={village.root} dispose={null} />
}

function createVillages() {
  const root = new Group()
  const solid = createBuildingMaterial()
  const full = createBuildingMaterial('full')
  const simple = createBuildingMaterial('simple')
  const lane = createLaneMaterial()
  const sails = createSails()
  const paddles = createPaddles()
  const smoke = createChimneySmoke()
  root.add(smoke.mesh)
  const shown = new Map<SettlementId, Shown>()
  const frustum = new Frustum()
  const sight = new Matrix4()
  let runNumber = -1
  let sinceFind = FIND_SECONDS
  let smokeAnchor: SettlementPlan | null = null
  let warmth = 0.5

  function dropLevel(level: Level, id: SettlementId): void {
    if (level.detail) dropHouseShade(id)
    level.building = null
    level.model?.solid.dispose()
    level.model?.decals?.dispose()
    if (level.board) disposeLettering(level.board)
    level.board = null
    if (level.group) root.remove(level.group)
    level.model = null
    level.group = level.body = null
    level.solidChoice = level.decalChoice = null
  }

  function drop(id: SettlementId, entry: Shown): void {
    dropLevel(entry.far, id)
    dropLevel(entry.near, id)
    shown.delete(id)
    if (smokeAnchor === entry.plan) smokeAnchor = null
  }

  function stand(level: Level, model: SettlementModel, plan: SettlementPlan): void {
    const group = new Group()
    const body = new Mesh(model.solid, solid)
    body.renderOrder = DECAL_ORDER + 1
    group.add(body)
    if (model.decals) {
      const ground = new Mesh(model.decals, lane)
      ground.renderOrder = DECAL_ORDER
      group.add(ground)
    }
    for (const rotor of model.rotors) {
      const wheel = new Mesh(rotor.kind === 'sails' ? sails : paddles, solid)
      wheel.name = rotor.kind
      wheel.position.set(rotor.hub[0], rotor.hub[1], rotor.hub[2])
      wheel.rotation.order = 'YXZ'
      wheel.rotation.y = rotor.yaw
      wheel.scale.setScalar(rotor.radius)
      wheel.userData.turn = rotor.turn
      wheel.renderOrder = DECAL_ORDER + 1
      group.add(wheel)
    }
    if (model.boards.length > 0) {
      level.board = createNameBoard(plan.name, model.boards)
      group.add(level.board)
    }
    level.body = body
    level.model = model
    level.solidChoice = createPartChoice(model.solid, model.parts)
    level.decalChoice = model.decals && createPartChoice(model.decals, model.decalParts)
    level.group = group
    level.building = null
    if (level.detail) castHouseShade(plan, model.lamps)
    root.add(group)
  }

  function find(run: Run, camera: { x: number; z: number }): void {
    for (const plan of run.land.findSettlements(camera.x, camera.z, FIND_METERS)) {
      if (!shown.has(plan.id)) shown.set(plan.id, { plan, meters: 0, far: { detail: false, solidChoice: null, decalChoice: null, building: null, model: null, group: null, board: null, body: null }, near: { detail: true, solidChoice: null, decalChoice: null, building: null, model: null, group: null, board: null, body: null } })
    }
    for (const [id, entry] of shown) {
      entry.meters = Math.hypot(entry.plan.x - camera.x, entry.plan.z - camera.z) - entry.plan.reach
      if (entry.meters > KEEP_METERS) drop(id, entry)
      else if (entry.meters > NEAR_METERS * 2.2 && entry.near.model) dropLevel(entry.near, id)
    }
    warmth = run.land.climateAt(camera.x, camera.z).warmth
  }

  /** Spends a few milliseconds on the nearest thing not yet built. */
  function build(run: Run, seconds: number): void {
    const until = performance.now() + Math.max(BUILD_MS, Math.min(MOST_BUILD_MS, seconds * 1000 * BUILD_SHARE))
    while (performance.now() < until) {
      let level: Level | null = null
      let plan: SettlementPlan | null = null
      let best = Infinity
      for (const entry of shown.values()) {
        const wanted = entry.far.model ? (entry.meters < NEAR_METERS && !entry.near.model ? entry.near : null) : entry.far
        const urgency = entry.meters + (wanted?.detail ? 0 : -NEAR_METERS)
        if (wanted && urgency < best) {
          best = urgency
          level = wanted
          plan = entry.plan
        }
      }
      if (!level || !plan) return
      level.building ??= buildSettlement(plan, (x, z) => run.ground.heightAt(x, z), level.detail)
      const step = level.building.next()
      if (step.done) {
        stand(level, step.value, plan)
        if (level.detail) {
          gatherSmoke()
          gatherLamps()
        }
      }
    }
  }

  function gatherSmoke(): void {
    const places: number[] = []
    smokeAnchor = null
    for (const { plan, near, meters } of [...shown.values()].sort((a, b) => a.meters - b.meters)) {
      if (!near.model || meters > NEAR_METERS * 2) continue
      smokeAnchor ??= plan
      for (const [x, y, z] of near.model.chimneys) places.push(plan.x + x - smokeAnchor.x, plan.y + y - smokeAnchor.y, plan.z + z - smokeAnchor.z)
    }
    smoke.setChimneys(places)
  }

  function gatherLamps(): void {
    const places: number[] = []
    for (const { plan, near } of shown.values()) for (const [x, y, z] of near.model?.lamps ?? []) places.push(plan.x + x, plan.y + y, plan.z + z)
    setLamps(places)
  }

  function update(run: Run, seconds: number, eye: { camera: { x: number; z: number }; drawing: Camera }, sparing: Sparing): void {
    const { camera, drawing } = eye
    if (run.number !== runNumber) {
      for (const [id, entry] of shown) drop(id, entry)
      smoke.setChimneys([])
      setLamps([])
      runNumber = run.number
      sinceFind = FIND_SECONDS
    }
    sinceFind += seconds
    if (sinceFind >= FIND_SECONDS) {
      sinceFind = 0
      find(run, camera)
    }
    build(run, seconds)
    const hour = hourOf(run.world.worldSeconds)
    twinUniform.value.set(sparing.twin[0], sparing.twin[1])
    lampUniform.value = Math.max(lampShare(hour), run.world.weather.cloud > 0.85 ? 0.15 : 0)
    smoke.setStrength(smokeAnchor ? hearthShare(hour, warmth) : 0)
    if (smokeAnchor) smoke.mesh.position.set(smokeAnchor.x - run.origin.x, smokeAnchor.y, smokeAnchor.z - run.origin.z)
    const turns = { sails: run.seconds * (0.12 + airUniforms.uWind.value.x * 0.09), paddles: run.seconds * PADDLE_SPEED }
    for (const { plan, far, near, meters } of shown.values()) {
      const close = near.group !== null && meters < NEAR_METERS * 1.15
      place(far.group, true, plan, run, turns)
      place(near.group, close, plan, run, turns)
      // two drawings of a house share its pixels only where both are drawn
      if (near.body) near.body.material = full
      if (far.body) far.body.material = close ? simple : solid
      chooseParts(far, close ? near : null, drawing, sparing)
    }
  }

  /** Draws houses and things in full near the eye, other houses simpler, and nothing out of the picture. */
  function chooseParts(far: Level, near: Level | null, camera: Camera, { twin, thing, share }: Sparing): void {
    if (!far.group || !far.model) return
    const houses = far.model.twins
    frustum.setFromProjectionMatrix(sight.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse))
    const view = { eye: camera.position, offset: far.group.position }
    const isThingNear = ({ radius }: Part, meters: number): boolean => meters < thing + share * radius
    near?.solidChoice?.choose(frustum, view, (part, meters, number) => (number < houses ? meters < twin[1] : isThingNear(part, meters)))
    near?.decalChoice?.choose(frustum, view, isThingNear)
    far.solidChoice?.choose(frustum, view, (part, meters, number) => !near || (number < houses ? !near.solidChoice?.wanted[number] || meters + 2 * part.radius > twin[0] : !isThingNear(part, meters)))
  }

  function place(group: Group | null, visible: boolean, plan: SettlementPlan, run: Run, turns: { [K in Rotor['kind']]: number }): void {
    if (!group) return
    group.visible = visible
    if (!visible) return
    group.position.set(plan.x - run.origin.x, plan.y, plan.z - run.origin.z)
    for (const child of group.children) if (child.name === 'sails' || child.name === 'paddles') child.rotation.z = turns[child.name] * child.userData.turn
  }

  return {
    root,
    update,
    dispose(): void {
      for (const [id, entry] of shown) drop(id, entry)
      solid.dispose()
      full.dispose()
      simple.dispose()
      lane.dispose()
      sails.dispose()
      paddles.dispose()
      smoke.dispose()
      setLamps([])
    },
  }
}
