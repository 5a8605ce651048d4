/** Fingers: a stick that appears under a thumb on the left half, looking by dragging on the right half, and drawn buttons. */

/** A button that the interface draws on touch screens. */
export type TouchButton = 'jump' | 'dive' | 'run'

/** The stick under a thumb: where it was put down (page pixels) and how far it is pushed, −1..1 each. */
export type Stick = { originX: number; originY: number; right: number; forward: number }

/** Fingers as the intents read them. */
export type Touch = {
  /** How the body is pushed, −1..1 each, zero inside the dead zone; `run` when pushed to the rim. */
  move(): { right: number; forward: number; run: boolean }
  /** The stick to draw; null while no thumb is down. */
  stick(): Stick | null
  /** Radians looked since the last call: right and down are positive. */
  takeLook(): { right: number; down: number }
  press(button: TouchButton, down: boolean): void
  isHeld(button: TouchButton): boolean
  /** Buttons pressed since the last call, however short. */
  takePressed(): Set<TouchButton>
  releaseAll(): void
  dispose(): void
}

/** Pixels from the middle of the stick to its rim. */
export const STICK_PIXELS = 56
/** Share of the stick that means nothing. */
const DEAD_ZONE = 0.14
/** Share of the stick from which one runs. */
const RUN_FROM = 0.96
/** Radians a pixel. */
const LOOK_RADIANS = 0.0052

/** Listens on `element` until disposed; pens count as fingers. */
export function createTouch(element: HTMLElement): Touch {
  const page = element.ownerDocument
  let thumb: { id: number; stick: Stick } | null = null
  let finger: { id: number; x: number; y: number } | null = null
  let right = 0
  let down = 0
  const held = new Set<TouchButton>()
  const pressed = new Set<TouchButton>()
  // the browser must not scroll or zoom with the fingers that walk and look
  element.style.touchAction = 'none'

  const touchDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') return
    const box = element.getBoundingClientRect()
    const onLeft = event.clientX < box.left + box.width / 2
    if (onLeft && thumb === null) thumb = { id: event.pointerId, stick: { originX: event.clientX, originY: event.clientY, right: 0, forward: 0 } }
    else if (finger === null) finger = { id: event.pointerId, x: event.clientX, y: event.clientY }
  }
  const touchMove = (event: PointerEvent): void => {
    if (thumb?.id === event.pointerId) {
      const { originX, originY } = thumb.stick
      const x = (event.clientX - originX) / STICK_PIXELS
      const y = (event.clientY - originY) / STICK_PIXELS
      const reach = Math.max(1, Math.hypot(x, y))
      thumb.stick = { originX, originY, right: x / reach, forward: -y / reach }
    } else if (finger?.id === event.pointerId) {
      right += (event.clientX - finger.x) * LOOK_RADIANS
      down += (event.clientY - finger.y) * LOOK_RADIANS
      finger = { id: finger.id, x: event.clientX, y: event.clientY }
    }
  }
  const touchUp = (event: PointerEvent): void => {
    if (thumb?.id === event.pointerId) thumb = null
    if (finger?.id === event.pointerId) finger = null
  }
  element.addEventListener('pointerdown', touchDown)
  page.addEventListener('pointermove', touchMove)
  page.addEventListener('pointerup', touchUp)
  page.addEventListener('pointercancel', touchUp)

  return {
    move() {
      if (thumb === null) return { right: 0, forward: 0, run: false }
      const { stick } = thumb
      const reach = Math.hypot(stick.right, stick.forward)
      if (reach < DEAD_ZONE) return { right: 0, forward: 0, run: false }
      return { right: stick.right, forward: stick.forward, run: reach >= RUN_FROM }
    },
    stick: () => thumb?.stick ?? null,
    takeLook() {
      const look = { right, down }
      right = 0
      down = 0
      return look
    },
    press(button, isDown) {
      if (!isDown) {
        held.delete(button)
        return
      }
      held.add(button)
      pressed.add(button)
    },
    isHeld: (button) => held.has(button),
    takePressed() {
      const taken = new Set(pressed)
      pressed.clear()
      return taken
    },
    releaseAll() {
      thumb = null
      finger = null
      right = 0
      down = 0
      held.clear()
      pressed.clear()
    },
    dispose() {
      element.removeEventListener('pointerdown', touchDown)
      page.removeEventListener('pointermove', touchMove)
      page.removeEventListener('pointerup', touchUp)
      page.removeEventListener('pointercancel', touchUp)
    },
  }
}
