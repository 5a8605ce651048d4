/** What the player wants, from keyboard, mouse, fingers and gamepads together. */
import { clamp } from '#core/scalar.ts'
import { DEFAULT_BINDINGS, INPUT_ACTIONS, keysWith, type Bindable, type Bindings, type InputAction, type KeyChanges } from './bindings.ts'
import { createGamepads } from './gamepad.ts'
import { createKeyboard } from './keyboard.ts'
import { createPadFocus } from './pad-focus.ts'
import { createPointer } from './pointer.ts'
import { createTouch, type Stick, type TouchButton } from './touch.ts'

/** What is wanted now. */
type Intents = {
  /** −1 back .. 1 ahead. */
  forward: number
  /** −1 left .. 1 right. */
  right: number
  run: boolean
  /** True while held, and once for a press shorter than the time between two readings. */
  jump: boolean
  dive: boolean
  /** Radians to add to yaw and pitch since the last reading: positive turns left and up. */
  lookYaw: number
  lookPitch: number
  /** Pressed since the last reading. */
  actions: ReadonlySet<InputAction>
}

/** A gamepad, or anything else. */
export type Hands = 'pad' | 'other'

/** What the player prefers: how fast and which way the eye turns, whether a press of running lasts until the next, and other keys. */
type Preferences = { lookSpeed: number; invertLook: boolean; runToggles?: boolean; keys?: KeyChanges }

/** Everything a player can steer with. */
export type Input = {
  /** Reads and empties what has come in since the last reading, `seconds` ago. */
  read(seconds: number): Intents
  /** Takes on what the player prefers; at once. */
  prefer(preferences: Preferences): void
  /** What the player's hands are on: whatever was used last. */
  readonly hands: Hands
  /** Whether the mouse is locked to the world. */
  readonly locked: boolean
  requestLock(): void
  /** Gives the mouse back, for a panel or a talk; this does not count as `menu`. */
  releaseLock(): void
  /** For the interface of a touch screen: its drawn buttons going down and up, and the stick to draw under the thumb. */
  readonly touchControls: { press(button: TouchButton, down: boolean): void; stick(): Stick | null }
  /** Lets go of everything held. */
  releaseAll(): void
  dispose(): void
}

/** What tests and the player's own bindings replace. */
type InputOptions = { bindings?: Bindings; gamepads?: () => readonly (Gamepad | null)[] }

const OPENS_A_PANEL: readonly InputAction[] = ['menu', 'seed', 'settings', 'help', 'people']

/** What other hands than those on a gamepad do. */
const BY_HAND = ['keydown', 'pointerdown'] as const

/** Radians a second for turning by keys, and for a stick pushed to its rim. */
const KEY_TURN = 2.0
const STICK_TURN = 3.0
/** Seconds; a reading after a longer gap turns no further than this. */
const LONGEST_GAP = 0.1

/** Listens on `element` (what the world is drawn on), its document and its window, until disposed. */
export function createInput(element: HTMLElement, options: InputOptions = {}): Input {
  const page = element.ownerDocument
  const frame = page.defaultView as Window
  const bindings = options.bindings ?? DEFAULT_BINDINGS
  const keyboard = createKeyboard(frame, bindings.keys)
  const touch = createTouch(element)
  const gamepads = createGamepads(options.gamepads ?? (() => frame.navigator.getGamepads?.() ?? []), bindings.buttons, createPadFocus(page))
  let lostLock = false
  const pointer = createPointer(element, () => {
    lostLock = true
  })
  let preferences = { lookSpeed: 1, invertLook: false, runToggles: false }
  let changes: KeyChanges | undefined
  let isRunning = false
  let hands: Hands = 'other'

  const releaseAll = (): void => {
    keyboard.releaseAll()
    touch.releaseAll()
    pointer.releaseAll()
  }
  const hide = (): void => {
    if (page.visibilityState === 'hidden') releaseAll()
  }
  frame.addEventListener('blur', releaseAll)
  page.addEventListener('visibilitychange', hide)
  // what the focus of a gamepad sends by itself is no hand
  const byHand = (event: Event): void => {
    if (event.isTrusted) hands = 'other'
  }
  for (const kind of BY_HAND) page.addEventListener(kind, byHand, true)

  return {
    read(sinceLast) {
      const seconds = clamp(sinceLast, 0, LONGEST_GAP)
      const pad = gamepads.read(seconds)
      if (pad.isInUse) hands = 'pad'
      const thumb = touch.move()
      const pressed: Set<Bindable> = keyboard.takePressed()
      for (const name of [...touch.takePressed(), ...pad.pressed]) pressed.add(name)
      const held = (name: Bindable): boolean => keyboard.isHeld(name) || pad.held.has(name)
      const axis = (positive: Bindable, negative: Bindable): number => Number(held(positive)) - Number(held(negative))

      if (preferences.runToggles && pressed.has('run')) isRunning = !isRunning

      const mouse = pointer.takeLook()
      const finger = touch.takeLook()
      const turnRight = mouse.right + finger.right + pad.lookRight * STICK_TURN * seconds
      const turnDown = mouse.down + finger.down + pad.lookDown * STICK_TURN * seconds
      const keyYaw = axis('turnLeft', 'turnRight') * KEY_TURN * seconds
      const keyPitch = axis('lookUp', 'lookDown') * KEY_TURN * seconds

      const actions = new Set<InputAction>(INPUT_ACTIONS.filter((name) => pressed.has(name)))
      if (lostLock) actions.add('menu')
      lostLock = false
      // what opens a panel gives the mouse back; after Escape some browsers do so themselves and some do not
      if (OPENS_A_PANEL.some((action) => actions.has(action))) pointer.releaseLock()
      return {
        forward: clamp(axis('forward', 'back') + thumb.forward + pad.forward, -1, 1),
        right: clamp(axis('right', 'left') + thumb.right + pad.right, -1, 1),
        run: isRunning || (!preferences.runToggles && held('run')) || touch.isHeld('run') || thumb.run,
        jump: held('jump') || touch.isHeld('jump') || pressed.has('jump'),
        dive: held('dive') || touch.isHeld('dive') || pressed.has('dive'),
        lookYaw: (keyYaw - turnRight) * preferences.lookSpeed,
        lookPitch: (keyPitch - turnDown) * preferences.lookSpeed * (preferences.invertLook ? -1 : 1),
        actions,
      }
    },
    prefer(next) {
      preferences = { lookSpeed: next.lookSpeed, invertLook: next.invertLook, runToggles: next.runToggles === true }
      if (!preferences.runToggles) isRunning = false
      if (next.keys === changes) return
      changes = next.keys
      keyboard.bind(changes ? keysWith(changes) : bindings.keys)
    },
    get hands() {
      return hands
    },
    get locked() {
      return pointer.locked
    },
    requestLock: pointer.requestLock,
    releaseLock: pointer.releaseLock,
    touchControls: { press: touch.press, stick: touch.stick },
    releaseAll,
    dispose() {
      frame.removeEventListener('blur', releaseAll)
      page.removeEventListener('visibilitychange', hide)
      for (const kind of BY_HAND) page.removeEventListener(kind, byHand, true)
      keyboard.dispose()
      pointer.dispose()
      touch.dispose()
    },
  }
}
