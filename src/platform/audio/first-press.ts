/** Waits for the player's first press: browsers let a page sound only after one. */

const EVENTS = ['pointerdown', 'pointerup', 'keydown', 'touchend'] as const

/** Calls back at every key, click and touch until the returned function is called. */
export function listenToPresses(listener: () => void): () => void {
  for (const event of EVENTS) window.addEventListener(event, listener, true)
  return () => {
    for (const event of EVENTS) window.removeEventListener(event, listener, true)
  }
}

/** Calls back once, at the first key, click or touch; returns a function that stops waiting. */
export function listenToFirstPress(listener: () => void): () => void {
  const stop = listenToPresses(() => {
    stop()
    listener()
  })
  return stop
}
