/** What sheets cover of the screen: bubbles and other sheets keep clear of it, and in a talk the eye turns to what is left. */
import { useEffect } from 'react'
import type { Session } from '#session/session.ts'
import type { Cover } from '../scene/npcs/bubble-layout.ts'

/** Milliseconds between two looks: sheets slide in, grow with their words and are resized with the window. */
const LOOK_MS = 250
const SHEETS = '.talk, .panel, .perception-map[data-large="true"], .place-slip, .start-card'
/** A sheet that takes this share of the width lies below, not beside. */
const FULL_WIDTH = 0.9
/** Where a head stands over such a sheet, as a share of what is left above it, and the highest it is put: there is room for words over it. */
const HEAD_ABOVE = 0.72
const HIGHEST_HEAD = 0.28

let covers: readonly Cover[] = []
let slipBottom = -1

/** What was covered at the last look; pixels of the page. */
export function readCovers(): readonly Cover[] {
  return covers
}

/** The middle of what `talk` and `panel` leave of a screen, in shares of it from its upper left; a sheet that is out of sight is null. */
export function freeMiddle(screen: { width: number; height: number }, talk: Cover | null, panel: Cover | null): { x: number; y: number } {
  const isBeside = ({ left, right }: Cover): boolean => right - left < FULL_WIDTH * screen.width
  const left = talk && isBeside(talk) ? talk.right : 0
  const right = panel && isBeside(panel) ? panel.left : screen.width
  const y = talk && !isBeside(talk) ? Math.max(HIGHEST_HEAD, (HEAD_ABOVE * talk.top) / screen.height) : 0.5
  return { x: (left + right) / 2 / screen.width, y }
}

/** Looks again and again while the interface is up; `changed` asks for a look at once. */
export function useCovers(session: Session, talking: boolean, changed: string): void {
  useEffect(() => {
    const look = (): void => {
      const found = [...document.querySelectorAll(SHEETS)].flatMap((sheet) => {
        const { left, top, right, bottom } = sheet.getBoundingClientRect()
        return right - left > 1 && bottom - top > 1 ? [{ sheet, left, top, right, bottom }] : []
      })
      covers = found
      const of = (name: string): Cover | null => found.find(({ sheet }) => sheet.classList.contains(name)) ?? null
      // sheets below the slip grow up to it, however many signs it bears
      const bottom = Math.round(of('place-slip')?.bottom ?? 0)
      if (bottom !== slipBottom) document.documentElement.style.setProperty('--slip-bottom', `${bottom}px`)
      slipBottom = bottom
      session.keepFree(talking ? freeMiddle({ width: window.innerWidth, height: window.innerHeight }, of('talk'), of('panel')) : null)
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => {
      clearInterval(timer)
      covers = []
      session.keepFree(null)
    }
  }, [session, talking, changed])
}
