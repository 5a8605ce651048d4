/** The Back of a phone: it closes what is open rather than leaving the page, where the browser tells of it. */
import { useEffect, useRef } from 'react'

type Watcher = { onclose: (() => void) | null; destroy(): void }

/** While `open`, Back calls `close` once. A browser without close watchers goes back as ever. */
export function useBackGesture(open: boolean, close: () => void): void {
  const wish = useRef(close)
  useEffect(() => {
    wish.current = close
  }, [close])
  useEffect(() => {
    const Maker = (globalThis as { CloseWatcher?: new () => Watcher }).CloseWatcher
    if (!open || !Maker) return
    const watcher = new Maker()
    watcher.onclose = () => wish.current()
    return () => {
      watcher.onclose = null
      watcher.destroy()
    }
  }, [open])
}
