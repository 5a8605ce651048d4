/** Draws all people: two draws for bodies, one for their shadows. */
import { useEffect, useMemo } from 'react'
import { useFrame } from '@react-three/fiber'
import { useSession } from '../../session-context.ts'
import { createCrowd } from './crowd.ts'

/** Everybody near enough to be seen. */
export function NpcRenderer() {
  const session = useSession()
  const crowd = useMemo(createCrowd, [])
  useEffect(() => () => crowd.dispose(), [crowd])
  useFrame((_, seconds) => crowd.update(session.run, session.camera, session.hud.getState().paused ? 0 : Math.min(seconds, 0.1), session.settings.getState().quality === 'low'))
  return <primitive object={crowd.root} dispose={null} />
}
