/** Draws fewer pixels while the machine falls behind, and all of them again when it keeps up. */
import { PerformanceMonitor } from '@react-three/drei/core/PerformanceMonitor.js'
import { useThree } from '@react-three/fiber'
import { useRef } from 'react'

/** Share of the preset's pixels along each side that is always drawn: below it the picture would look worn. */
const LEAST_SHARE = 0.75
/** Frames a second between which nothing is changed. */
const BOUNDS: [lowest: number, highest: number] = [24, 50]

/** Mounted once beside the loop; changes the sharpness in small steps, at most every few seconds. */
export function AdaptResolution() {
  const setDpr = useThree((state) => state.setDpr)
  const preset = useThree((state) => state.viewport.initialDpr)
  const share = useRef(1)
  return (
    <PerformanceMonitor
      bounds={() => BOUNDS}
      factor={1}
      step={0.25}
      flipflops={4}
      onChange={({ factor }) => {
        const next = LEAST_SHARE + (1 - LEAST_SHARE) * factor
        if (Math.abs(next - share.current) < 0.01) return
        share.current = next
        setDpr(preset * next)
      }}
    />
  )
}
