/** Draws fewer pixels while the machine falls behind, and all of them again when it keeps up. */
import { PerformanceMonitor } from '@react-three/drei/core/PerformanceMonitor.js'
import { useThree } from '@react-three/fiber'
import { resolution } from './resolution.ts'

/** Frames a second between which nothing is changed. */
const BOUNDS: [lowest: number, highest: number] = [24, 50]

/** Mounted once beside the loop; changes the sharpness in small steps, at most every few seconds. */
export function AdaptResolution() {
  const setDpr = useThree((state) => state.setDpr)
  const { share, leastShare } = resolution
  return (
    <PerformanceMonitor
      bounds={() => BOUNDS}
      factor={(share - leastShare) / (1 - leastShare)}
      step={0.25}
      flipflops={4}
      onChange={({ factor }) => {
        const next = resolution.leastShare + (1 - resolution.leastShare) * factor
        if (Math.abs(next - resolution.share) < 0.01) return
        resolution.share = next
        setDpr(resolution.preset * next)
      }}
    />
  )
}
