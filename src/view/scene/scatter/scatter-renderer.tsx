/** Draws all plants and stones of the chunks in view. */
import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { lookBudget } from '../../materials/look-budget.ts'
import { useSession } from '../../session-context.ts'
import { currentLight } from '../sky/air-view.tsx'
import { createScatterDrawing } from './scatter-drawing.ts'

/** Plants and stones: at most one draw call a species, one for all that is far, one for shadows. */
export function ScatterRenderer() {
  const session = useSession()
  const quality = useStore(session.settings, (settings) => settings.quality)
  const renderer = useThree((state) => state.gl)
  const drawing = useMemo(() => createScatterDrawing(lookBudget(quality)), [quality])
  useEffect(() => () => drawing.dispose(), [drawing])
  useFrame(() => drawing.update(renderer, session.run, session.camera, currentLight.night))
  return <primitive object={drawing.group} dispose={null} />
}
