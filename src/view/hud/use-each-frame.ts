/** For what must follow the world more often than React should draw. */
import { useEffect, useRef } from 'react'

/** Calls `draw` before each repaint while the component lives. */
export function useEachFrame(draw: () => void): void {
  const latest = useRef(draw)
  useEffect(() => {
    latest.current = draw
  })
  useEffect(() => {
    let request = requestAnimationFrame(function next() {
      latest.current()
      request = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(request)
  }, [])
}
