/** The one loop: advances the session before every view, draws after them, and tells what drawing cost. */
import { useFrame, useThree } from '@react-three/fiber'
import { useRef } from 'react'
import type { PerspectiveCamera } from 'three'
import { useSession } from '../session-context.ts'

/** The first picture waits for the land it shows, but no longer than this, milliseconds. */
const LONGEST_HOLD_MS = 3_000

/** Runs the session each frame; mounted once. */
export function FrameLoop() {
  const session = useSession()
  const gl = useThree((state) => state.gl)
  const scene = useThree((state) => state.scene)
  const camera = useThree((state) => state.camera) as PerspectiveCamera

  const hold = useRef<{ sinceMs: number } | null>({ sinceMs: -1 })

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
    const start = performance.now()
    if (hold.current) {
      // shaders are made while land is still awaited; half a land is not drawn, for its pictures would delay the whole
      if (hold.current.sinceMs < 0) {
        hold.current.sinceMs = start
        gl.compile(scene, camera)
      }
      if (session.hud.getState().phase === 'starting' && start - hold.current.sinceMs < LONGEST_HOLD_MS) return
      hold.current = null
    }
    gl.render(scene, camera)
    const { render, memory, programs } = gl.info
    session.reportRender({ renderMs: performance.now() - start, calls: render.calls, triangles: render.triangles, geometries: memory.geometries, textures: memory.textures, programs: programs?.length ?? 0 })
  }, 1)

  return null
}
