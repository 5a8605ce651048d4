/** Which key and which button means what; plain data, which the player changes. */

/** What is asked for once, by a press. `menu` closes what is open, else pauses; `pause` pauses or goes on. */
export const INPUT_ACTIONS = ['talk', 'menu', 'camera', 'seed', 'settings', 'help', 'people', 'map', 'satchel', 'existence', 'pause', 'mute'] as const
/** One of `INPUT_ACTIONS`. */
export type InputAction = (typeof INPUT_ACTIONS)[number]

/** What is wanted for as long as something is held. */
const HELD_INTENTS = ['forward', 'back', 'left', 'right', 'turnLeft', 'turnRight', 'lookUp', 'lookDown', 'run', 'jump', 'dive'] as const

/** Everything that can be bound. */
export const BINDABLES = [...HELD_INTENTS, ...INPUT_ACTIONS] as const
/** One of `BINDABLES`. */
export type Bindable = (typeof BINDABLES)[number]

/** Keys by `KeyboardEvent.code` (the place on the keyboard, not the letter) and buttons by number of the standard gamepad. */
export type Bindings = { readonly keys: { readonly [Name in Bindable]: readonly string[] }; readonly buttons: { readonly [Name in Bindable]: readonly number[] } }

/**
 * The bindings of a new player. The arrows walk and turn, so that everything can be reached without a mouse. Control is bound to
 * nothing, because Control with W closes the tab. `?` asks for help on every keyboard, wherever it lies.
 */
export const DEFAULT_BINDINGS: Bindings = {
  keys: {
    forward: ['KeyW', 'ArrowUp'],
    back: ['KeyS', 'ArrowDown'],
    left: ['KeyA'],
    right: ['KeyD'],
    turnLeft: ['ArrowLeft', 'KeyQ'],
    turnRight: ['ArrowRight', 'KeyR'],
    lookUp: ['PageUp'],
    lookDown: ['PageDown'],
    run: ['ShiftLeft', 'ShiftRight'],
    jump: ['Space'],
    dive: ['KeyC'],
    talk: ['KeyE', 'Enter', 'NumpadEnter'],
    menu: ['Escape'],
    camera: ['KeyV'],
    seed: ['KeyG'],
    settings: ['KeyO'],
    help: ['KeyH', 'F1'],
    people: ['KeyL'],
    map: ['KeyM'],
    satchel: ['KeyB'],
    existence: ['KeyK'],
    pause: ['KeyP'],
    mute: ['KeyN'],
  },
  buttons: {
    forward: [12],
    back: [13],
    left: [],
    right: [],
    turnLeft: [14],
    turnRight: [15],
    lookUp: [],
    lookDown: [],
    run: [7, 10],
    jump: [0],
    dive: [1],
    talk: [2],
    menu: [9],
    camera: [3],
    seed: [],
    settings: [],
    help: [8],
    people: [4],
    map: [],
    satchel: [],
    existence: [],
    pause: [],
    mute: [],
  },
}

/** Keys that the player chose, where they differ from the first; an empty list is no key. */
export type KeyChanges = { readonly [Name in Bindable]?: readonly string[] }

/** Keys that no wish takes: Escape always leads out, and the others are the browser's or the system's. */
const TAKEN = /^(Escape|Tab|ContextMenu|Meta.*|OS.*|Control.*|Alt.*|F([2-9]|1[0-2])|Unidentified|)$/

/** All keys, with what was changed. */
export function keysWith(changes: KeyChanges): Bindings['keys'] {
  return { ...DEFAULT_BINDINGS.keys, ...changes, menu: DEFAULT_BINDINGS.keys.menu }
}

/** Gives a wish this key alone, and takes it from whichever wish had it; null where the key is not to be had. */
export function rebind(changes: KeyChanges, name: Bindable, code: string): { changes: KeyChanges; takenFrom: Bindable | null } | null {
  if (TAKEN.test(code) || name === 'menu') return null
  const keys = keysWith(changes)
  const takenFrom = BINDABLES.find((other) => other !== name && keys[other].includes(code)) ?? null
  return { changes: { ...changes, ...(takenFrom === null ? {} : { [takenFrom]: keys[takenFrom].filter((each) => each !== code) }), [name]: [code] }, takenFrom }
}

/** What each key or button of one kind means. */
export function meaningsOf<Key extends string | number>(bound: { readonly [Name in Bindable]: readonly Key[] }): Map<Key, Bindable> {
  const meanings = new Map<Key, Bindable>()
  for (const [name, keys] of Object.entries(bound) as Array<[Bindable, readonly Key[]]>) for (const key of keys) meanings.set(key, name)
  return meanings
}
