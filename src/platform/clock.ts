/** Real time and whether the page is seen. */

/** Milliseconds since the page began; steady, for measuring. */
export function nowMs(): number {
  return performance.now()
}

/** The name under which the browser's own timeline tells when the first picture was drawn. */
const FIRST_PICTURE = 'first-picture'

/** Notes on the browser's timeline that the first picture has been drawn. */
export function markFirstPicture(): void {
  performance.mark(FIRST_PICTURE)
}

/** Calls back when the page is hidden or shown, and when it is about to go; returns a function that stops listening. */
export function listenToVisibility(listener: (event: 'hidden' | 'shown' | 'leaving') => void): () => void {
  const change = (): void => listener(document.visibilityState === 'hidden' ? 'hidden' : 'shown')
  const leave = (): void => listener('leaving')
  document.addEventListener('visibilitychange', change)
  window.addEventListener('pagehide', leave)
  return () => {
    document.removeEventListener('visibilitychange', change)
    window.removeEventListener('pagehide', leave)
  }
}

/** Counts tasks of more than 50 ms on the page's thread, where the browser reports them. */
export function countLongTasks(): { readonly count: number; stop(): void } {
  let count = 0
  if (typeof PerformanceObserver === 'undefined' || !PerformanceObserver.supportedEntryTypes.includes('longtask')) return { count, stop: () => undefined }
  const observer = new PerformanceObserver((list) => {
    count += list.getEntries().length
  })
  // the first of them happened before anybody asked
  observer.observe({ type: 'longtask', buffered: true })
  return {
    get count() {
      return count
    },
    stop: () => observer.disconnect(),
  }
}
