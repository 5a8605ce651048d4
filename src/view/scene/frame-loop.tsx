/** The one loop: advances the session before every view, draws after them, and tells what drawing cost. */
import { useFrame, useThree } from '@react-three/fiber'
import { useRef } from 'react'
import type { PerspectiveCamera } from 'three'
import { useSession } from '../session-context.ts'

/** The first picture of a land waits until the land is there, but no longer than this, milliseconds. */
const LONGEST_HOLD_MS = 3_000

/** Runs the session each frame; mounted once. */
export function FrameLoop() {
  const session = useSession()
  const gl = useThree((state) => state.gl)
  const scene = useThree((state) => state.scene)
  const camera = useThree((state) => state.camera) as PerspectiveCamera

  const heldSinceMs = useRef(-1)

  useFrame((_, seconds) => {
    session.runFrame(seconds)
    const { x, y, z, yaw, pitch, fieldOfView } = session.camera
    const { origin } = session.run
    camera.position.set(x - origin.x, y, z - origin.z)
    camera.rotation.set(pitch, yaw, 0, 'YXZ')
    if (camera.fov !== fieldOfView) {
      camera.fov = fieldOfView
      camera.updateProjectionMatrix()
    }
    camera.updateMatrixWorld()
  }, -1)

  useFrame(() => {
    // the last picture stays until the next world begins: without its land the old one is none
    if (session.isLeaving) return
    const start = performance.now()
    if (!session.isLandShown) {
      // half a land is not drawn, for its pictures would delay the whole; shaders are made meanwhile
      if (heldSinceMs.current < 0) {
        heldSinceMs.current = start
        gl.compile(scene, camera)
      }
      if (start - heldSinceMs.current < LONGEST_HOLD_MS) return
    } else heldSinceMs.current = -1
    gl.render(scene, camera)
    const { render, memory, programs } = gl.info
    session.reportRender({ renderMs: performance.now() - start, calls: render.calls, triangles: render.triangles, geometries: memory.geometries, textures: memory.textures, programs: programs?.length ?? 0 })
  }, 1)

  return null
}
