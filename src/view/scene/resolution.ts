/** How many pixels are drawn: written where the canvas is made, changed as the machine keeps up or does not. */

/** Device pixels for each CSS pixel: the preset's, and shares of them along a side: drawn now, and drawn at least, below which the picture would look worn. */
export const resolution = { preset: 1, share: 1, leastShare: 0.75 }

/** Sets out with fewer pixels where a processor draws, for it never keeps up with all of them. */
export function beginResolution(software: boolean): void {
  resolution.share = software ? 0.75 : 1
  resolution.leastShare = software ? 0.6 : 0.75
}
