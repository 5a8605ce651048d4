/** What kind of screen and hand this is. */
import { useSyncExternalStore } from 'react'

/** Whether a media query holds, now and as it changes; false where there is no window. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
}

/** Whether fingers steer here. */
export function useCoarsePointer(): boolean {
  return useMedia('(pointer: coarse)')
}
