/** The mouse: looking by moving it while it is locked, or by dragging while it is not. */

/** The mouse as the intents read it. */
type Pointer = {
  readonly locked: boolean
  /** Radians looked since the last call: right and down are positive. */
  takeLook(): { right: number; down: number }
  /** Asks the browser to lock the mouse; browsers may refuse. */
  requestLock(): void
  /** Gives the mouse back without this counting as leaving. */
  releaseLock(): void
  releaseAll(): void
  dispose(): void
}

/** Radians a pixel, at the normal speed of looking. */
const LOCKED_RADIANS = 0.0022
const DRAG_RADIANS = 0.0042
/** Pixels; a press that moves less is a click. */
const CLICK_PIXELS = 4
/** Pixels; some browsers report leaps of a locked mouse that no hand made. */
const LEAP_PIXELS = 300

/** Listens on `element` and its document; `onLockLost` is told when the player, not the game, let the mouse go. */
export function createPointer(element: HTMLElement, onLockLost: () => void): Pointer {
  const page = element.ownerDocument
  let locked = false
  let releasing = false
  let drag: { id: number; x: number; y: number; moved: number } | null = null
  let right = 0
  let down = 0

  const requestLock = (): void => {
    if (typeof element.requestPointerLock !== 'function') return
    // refused in some frames and right after leaving: dragging still looks around
    void Promise.resolve(element.requestPointerLock()).catch(() => undefined)
  }
  const press = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse' || locked) return
    drag = { id: event.pointerId, x: event.clientX, y: event.clientY, moved: 0 }
  }
  const move = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return
    if (locked) {
      if (Math.abs(event.movementX) > LEAP_PIXELS || Math.abs(event.movementY) > LEAP_PIXELS) return
      right += event.movementX * LOCKED_RADIANS
      down += event.movementY * LOCKED_RADIANS
      return
    }
    if (drag === null || drag.id !== event.pointerId) return
    const dx = event.clientX - drag.x
    const dy = event.clientY - drag.y
    drag = { ...drag, x: event.clientX, y: event.clientY, moved: drag.moved + Math.abs(dx) + Math.abs(dy) }
    if (drag.moved < CLICK_PIXELS) return
    right += dx * DRAG_RADIANS
    down += dy * DRAG_RADIANS
  }
  const lift = (event: PointerEvent): void => {
    if (drag === null || drag.id !== event.pointerId) return
    const clicked = drag.moved < CLICK_PIXELS && event.type === 'pointerup' && event.button === 0
    drag = null
    if (clicked) requestLock()
  }
  const changeLock = (): void => {
    const now = page.pointerLockElement === element
    if (locked && !now && !releasing) onLockLost()
    releasing = false
    locked = now
    drag = null
  }
  const keepMenuAway = (event: Event): void => event.preventDefault()

  element.addEventListener('pointerdown', press)
  page.addEventListener('pointermove', move)
  page.addEventListener('pointerup', lift)
  page.addEventListener('pointercancel', lift)
  page.addEventListener('pointerlockchange', changeLock)
  element.addEventListener('contextmenu', keepMenuAway)
  const releaseLock = (): void => {
    if (!locked) return
    releasing = true
    page.exitPointerLock()
  }
  return {
    get locked() {
      return locked
    },
    takeLook() {
      const look = { right, down }
      right = 0
      down = 0
      return look
    },
    requestLock,
    releaseLock,
    releaseAll() {
      drag = null
      right = 0
      down = 0
    },
    dispose() {
      releaseLock()
      element.removeEventListener('pointerdown', press)
      page.removeEventListener('pointermove', move)
      page.removeEventListener('pointerup', lift)
      page.removeEventListener('pointercancel', lift)
      page.removeEventListener('pointerlockchange', changeLock)
      element.removeEventListener('contextmenu', keepMenuAway)
    },
  }
}
