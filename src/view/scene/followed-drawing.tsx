/** A drawing of its own kind in the scene: made once, brought up to what is lived in every frame, and taken apart with its component. */
import { useEffect, useMemo } from 'react'
import { useFrame } from '@react-three/fiber'
import type { Object3D } from 'three'
import type { Run } from '#session/session.ts'
import { useSession } from '../session-context.ts'

/** What is drawn under `root`. `update` hears the run that is lived, where the eye is in metres, and the seconds since the last frame. */
export type FollowedDrawing = { readonly root: Object3D; update(run: Run, camera: { x: number; z: number }, seconds: number): void; dispose(): void }

/** Puts what `make` gives into the scene; `make` is asked once. */
export function Followed({ make }: { make: () => FollowedDrawing }) {
  const session = useSession()
  const drawing = useMemo(make, [make])
  useEffect(() => () => drawing.dispose(), [drawing])
  useFrame((_, seconds) => drawing.update(session.run, session.camera, seconds))
  return <primitive object={drawing.root} dispose={null} />
}
