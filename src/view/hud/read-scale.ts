/** How much larger the interface is drawn than on a common screen; styles have it in their `rem`, canvases ask here. */

/** Pixels of a `rem` where nothing is scaled. */
const COMMON_REM = 16

/** The scale: 1 up to 1920 x 1080 with a browser's own size of text, 1.75 at 3840 x 2160. */
export function readScale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / COMMON_REM || 1
}
