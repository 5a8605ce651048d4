/** The field of grass around the viewer: one draw call, one patch that wraps. */
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { Mesh } from 'three'
import { useStore } from 'zustand'
import type { Session } from '#session/session.ts'
import type { Quality } from '#session/settings.ts'
import { lookBudget } from '../../materials/look-budget.ts'
import { useSession } from '../../session-context.ts'
import { followGround, groundUniforms } from '../scatter/ground-now.ts'
import { createGrassGeometry } from './grass-geometry.ts'
import { createGrassMaterial, type GrassUniforms, WALKERS } from './grass-material.ts'

/** Share of the patch's side that the inner patch has; as in grass-geometry.ts. */
const INNER_SIDE = 0.42
/** Side of the patch as a share of the circle in which grass is seen, and how far before the eye its middle lies, as a share of its side: what is behind the eye is not drawn. */
const PATCH_SHARE = 0.72
const AHEAD_SHARE = 0.28
/** Walkers further than this part no grass that one could see, metres. */
const WALKER_METERS = 28

function createGrass(quality: Quality): { mesh: Mesh; uniforms: GrassUniforms; reachMeters: number; dispose(): void } {
  const { tufts, blades, grassMeters } = lookBudget(quality)
  const geometry = createGrassGeometry({ tufts, blades, side: grassMeters * 2 * PATCH_SHARE })
  const { material, uniforms } = createGrassMaterial(groundUniforms)
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  return {
    mesh,
    uniforms,
    reachMeters: grassMeters,
    dispose() {
      geometry.dispose()
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

/** Draws the grass. */
export function GrassView() {
  const session = useSession()
  const quality = useStore(session.settings, (settings) => settings.quality)
  const grass = useMemo(() => createGrass(quality), [quality])
  useEffect(() => () => grass.dispose(), [grass])
  useFrame(({ gl }) => {
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
  })
  return <primitive object={grass.mesh} dispose={null} />
}
