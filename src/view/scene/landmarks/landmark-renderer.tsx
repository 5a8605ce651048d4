/** All landmarks in reach: one mesh each, built one a frame, seen from afar as silhouettes. */
import { Group, Mesh } from 'three'
import type { Run } from '#session/session.ts'
import type { Landmark } from '#worldgen/landmarks/landmark.ts'
import { Followed } from '../followed-drawing.tsx'
import { createBuildingMaterial } from '../settlements/building-material.ts'
import { DECAL_ORDER } from '../settlements/lane-material.ts'
import { disposeLettering, type Lettering } from '../lettering.ts'
import { createNameBoard } from '../settlements/name-board.ts'
import { boardOf, buildLandmark } from './draw-landmark.ts'

/** How far landmarks are drawn and kept, metres; how often they are looked for, seconds. */
const FIND_METERS = 2200
const KEEP_METERS = 2600
/** What of a landmark lies beyond its radius, metres. */
const BESIDE_METERS = 40
/** Names are written on boards nearer than this, metres. */
const BOARD_METERS = 120
const FIND_SECONDS = 1.7
/** Farther away than this a landmark waits until the roads there are known, for the ground that it stands on may be theirs, metres. */
const PATIENT_METERS = 300

/** Draws every landmark within about a mile and a half. */
export function LandmarkRenderer() {
  return <Followed make={createLandmarkView} />
}

function createLandmarkView() {
  const root = new Group()
  const material = createBuildingMaterial()
  const shown = new Map<string, { landmark: Landmark; mesh: Mesh | null; board: Lettering | null }>()
  let runNumber = -1
  let sinceFind = FIND_SECONDS

  function drop(id: string): void {
    const { mesh, board } = shown.get(id) ?? {}
    if (board) disposeLettering(board)
    mesh?.geometry.dispose()
    if (mesh) root.remove(mesh)
    shown.delete(id)
  }

  function find(run: Run, camera: { x: number; z: number }): void {
    for (const landmark of run.land.findLandmarks(camera.x, camera.z, FIND_METERS)) if (!shown.has(landmark.id)) shown.set(landmark.id, { landmark, mesh: null, board: null })
    for (const [id, entry] of shown) {
      const { landmark, mesh } = entry
      const meters = Math.hypot(landmark.x - camera.x, landmark.z - camera.z)
      if (meters > KEEP_METERS) drop(id)
      else if (mesh && !entry.board && meters < BOARD_METERS) mesh.add((entry.board = createNameBoard(landmark.name, [boardOf(landmark, (x, z) => run.ground.heightAt(x, z))])))
      else if (entry.board && meters > BOARD_METERS * 1.5) {
        mesh?.remove(entry.board)
        disposeLettering(entry.board)
        entry.board = null
      }
    }
  }

  function buildOne(run: Run, camera: { x: number; z: number }): void {
    for (const entry of shown.values()) {
      if (entry.mesh) continue
      const { x, z, radius } = entry.landmark
      if (Math.hypot(x - camera.x, z - camera.z) > PATIENT_METERS && !run.roads.isKnown(x, z, radius + BESIDE_METERS)) continue
      entry.mesh = new Mesh(buildLandmark(entry.landmark, (x, z) => run.ground.heightAt(x, z)), material)
      entry.mesh.renderOrder = DECAL_ORDER + 1
      root.add(entry.mesh)
      return
    }
  }

  return {
    root,
    update(run: Run, camera: { x: number; z: number }, seconds: number): void {
      if (run.number !== runNumber) {
        for (const id of shown.keys()) drop(id)
        runNumber = run.number
        sinceFind = FIND_SECONDS
      }
      sinceFind += seconds
      if (sinceFind >= FIND_SECONDS) {
        sinceFind = 0
        find(run, camera)
      }
      buildOne(run, camera)
      for (const { landmark, mesh } of shown.values()) mesh?.position.set(landmark.x - run.origin.x, landmark.y, landmark.z - run.origin.z)
    },
    dispose(): void {
      for (const id of shown.keys()) drop(id)
      material.dispose()
    },
  }
}
