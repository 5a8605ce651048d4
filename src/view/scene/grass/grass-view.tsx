/** The field of grass around the viewer: one draw call, one patch that wraps. */
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { type Camera, Matrix4, Mesh } from 'three'
import { useStore } from 'zustand'
import type { Session } from '#session/session.ts'
import type { Quality } from '#session/settings.ts'
import { lookBudget } from '../../materials/look-budget.ts'
import { useSession } from '../../session-context.ts'
import { followGround, groundUniforms } from '../scatter/ground-now.ts'
import { createGrassField, GRASS_CELLS, type GrassField, INNER_SIDE } from './grass-geometry.ts'
import { createGrassMaterial, type GrassUniforms, WALKERS } from './grass-material.ts'
import { findSeenGrass, type GrassPatch, wedgeOf } from './seen-grass.ts'

/** Side of the patch as a share of the circle in which grass is seen, and how far before the eye its middle lies, as a share of its side: what is behind the eye is not drawn. */
const PATCH_SHARE = 0.72
const AHEAD_SHARE = 0.28
/** Walkers further than this part no grass that one could see, metres. */
const WALKER_METERS = 28

function createGrass(quality: Quality): { mesh: Mesh; field: GrassField; uniforms: GrassUniforms; reachMeters: number; dispose(): void } {
  const { tufts, blades, grassMeters } = lookBudget(quality)
  const field = createGrassField({ tufts, blades, side: grassMeters * 2 * PATCH_SHARE })
  const { material, uniforms } = createGrassMaterial(groundUniforms)
  const mesh = new Mesh(field.geometry, material)
  mesh.frustumCulled = false
  return {
    mesh,
    field,
    uniforms,
    reachMeters: grassMeters,
    dispose() {
      field.geometry.dispose()
      material.dispose()
    },
  }
}

function floorMod(value: number, size: number): number {
  return value - Math.floor(value / size) * size
}

/** Writes who parts the grass: the player and those near. */
function writeWalkers(session: Session, uniforms: GrassUniforms): void {
  const { run, camera } = session
  const walkers = uniforms.uWalkers.value
  let count = 0
  const put = (x: number, y: number, z: number, radius: number): void => {
    const dx = x - camera.x
    const dz = z - camera.z
    if (count < WALKERS && dx * dx + dz * dz < WALKER_METERS * WALKER_METERS) walkers[count++]!.set(x - run.origin.x, y, z - run.origin.z, radius)
  }
  const { body } = run.world.player
  put(body.x, body.y, body.z, 1.05)
  for (const npc of run.world.npcs) if (!npc.indoors) put(npc.body.x, npc.body.y, npc.body.z, 1)
  for (; count < WALKERS; count++) walkers[count]!.w = 0
}

const unproject = new Matrix4()
const isSeen = new Uint8Array(2 * GRASS_CELLS * GRASS_CELLS)
const patch: GrassPatch = { eyeX: 0, eyeZ: 0, aheadX: 0, aheadZ: 0, side: 0, wrapX: 0, wrapZ: 0, reach: 0 }

/** Draws of the grass only what can be seen: most of a patch lies beside the picture. */
function showSeen(field: GrassField, lens: Camera, yaw: number, { uEye, uAhead, uPatch, uWrapInner }: GrassUniforms): void {
  patch.eyeX = uEye.value.x
  patch.eyeZ = uEye.value.z
  unproject.multiplyMatrices(lens.matrixWorld, lens.projectionMatrixInverse)
  const wedge = wedgeOf(patch.eyeX, patch.eyeZ, yaw, unproject)
  for (const [from, { x: side, y, z, w }] of [[0, uPatch.value], [GRASS_CELLS * GRASS_CELLS, uWrapInner.value]] as const) {
    patch.aheadX = uAhead.value.x * side
    patch.aheadZ = uAhead.value.y * side
    patch.side = side
    patch.wrapX = y
    patch.wrapZ = z
    patch.reach = w
    findSeenGrass(patch, wedge, isSeen, from)
  }
  field.show(isSeen)
}

/** Draws the grass. */
export function GrassView() {
  const session = useSession()
  const quality = useStore(session.settings, (settings) => settings.quality)
  const grass = useMemo(() => createGrass(quality), [quality])
  useEffect(() => () => grass.dispose(), [grass])
  useFrame(({ gl, camera: lens }) => {
    const { run, camera } = session
    followGround(session, gl.info.render.frame)
    const { uEye, uAhead, uPatch, uWrapInner } = grass.uniforms
    const reach = grass.reachMeters
    const side = reach * 2 * PATCH_SHARE
    const inner = side * INNER_SIDE
    uEye.value.set(camera.x - run.origin.x, camera.y, camera.z - run.origin.z)
    uAhead.value.set(-Math.sin(camera.yaw) * AHEAD_SHARE, -Math.cos(camera.yaw) * AHEAD_SHARE)
    uPatch.value.set(side, floorMod(run.origin.x, side), floorMod(run.origin.z, side), reach)
    uWrapInner.value.set(inner, floorMod(run.origin.x, inner), floorMod(run.origin.z, inner), reach * INNER_SIDE)
    writeWalkers(session, grass.uniforms)
    showSeen(grass.field, lens, camera.yaw, grass.uniforms)
  })
  return <primitive object={grass.mesh} dispose={null} />
}
