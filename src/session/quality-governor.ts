/** Chooses the preset of quality that a machine bears: a short measurement at the beginning, and a watchful eye later. */
import { QUALITIES, type Quality } from './settings.ts'

/** Frames are judged by windows of so many seconds; after a change they are not judged for so long. */
const WINDOW_SECONDS = 2.5
const SETTLE_SECONDS = 4
/** A longer frame says nothing about drawing: the tab was away, or a country began. */
const LONGEST_FRAME_SECONDS = 1
/** A window is slow when half of its frames took longer than this, and easy when nine in ten took less than that. */
const SLOW_SECONDS = 1 / 30
const EASY_SECONDS = 1 / 52
/** Windows in a row that make the preset fall or rise. */
const SLOW_WINDOWS = 2
const EASY_WINDOWS = 3

/** See `createQualityGovernor`. */
export type QualityGovernor = {
  /** Takes in a frame drawn at `quality` that took `seconds`; the preset to go on with, or null to stay. */
  frame(seconds: number, quality: Quality): Quality | null
}

/** A governor that has seen nothing yet. A preset that proved too dear is not tried again. */
export function createQualityGovernor(): QualityGovernor {
  const tooDear = new Set<Quality>()
  let frames: number[] = []
  let elapsed = 0
  let settling = SETTLE_SECONDS / 2
  let slow = 0
  let easy = 0

  function change(to: Quality): Quality {
    settling = SETTLE_SECONDS
    slow = easy = 0
    return to
  }

  return {
    frame(seconds, quality) {
      if (seconds > LONGEST_FRAME_SECONDS) return null
      if (settling > 0) {
        settling -= seconds
        return null
      }
      frames.push(seconds)
      elapsed += seconds
      if (elapsed < WINDOW_SECONDS) return null
      const sorted = frames.sort((a, b) => a - b)
      const middle = sorted[Math.floor(sorted.length * 0.5)]!
      const ninth = sorted[Math.floor(sorted.length * 0.9)]!
      frames = []
      elapsed = 0
      slow = middle > SLOW_SECONDS ? slow + 1 : 0
      easy = ninth < EASY_SECONDS ? easy + 1 : 0
      const rank = QUALITIES.indexOf(quality)
      const lower = QUALITIES[rank - 1]
      const higher = QUALITIES[rank + 1]
      if (slow >= SLOW_WINDOWS && lower) {
        tooDear.add(quality)
        return change(lower)
      }
      if (easy >= EASY_WINDOWS && higher && !tooDear.has(higher)) return change(higher)
      return null
    },
  }
}
