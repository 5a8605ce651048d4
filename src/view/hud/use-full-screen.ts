/** Filling the whole screen with the world, where the browser lets a page do that. */
import { useCallback, useSyncExternalStore } from 'react'

/** Whether the page fills the screen, and a switch; null where it cannot. */
export function useFullScreen(): { full: boolean; toggle(): void } | null {
  const full = useSyncExternalStore(
    (changed) => {
      document.addEventListener('fullscreenchange', changed)
      return () => document.removeEventListener('fullscreenchange', changed)
    },
    () => document.fullscreenElement !== null,
    () => false,
  )
  const toggle = useCallback(() => {
    // a browser may refuse, in a frame or without a press: then the window stays as it is
    const done = document.fullscreenElement === null ? document.documentElement.requestFullscreen({ navigationUI: 'hide' }) : document.exitFullscreen()
    done.catch(() => undefined)
  }, [])
  return globalThis.document?.fullscreenEnabled ? { full, toggle } : null
}
