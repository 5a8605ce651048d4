/** Waits for the player's first press: browsers let a page sound only after one. */

/** Calls back once, at the first key, click or touch; returns a function that stops waiting. */
export function listenToFirstPress(listener: () => void): () => void {
  const events = ['pointerdown', 'keydown', 'touchend'] as const
  const stop = (): void => {
    for (const event of events) window.removeEventListener(event, heard, true)
  }
  const heard = (): void => {
    stop()
    listener()
  }
  for (const event of events) window.addEventListener(event, heard, true)
  return stop
}
