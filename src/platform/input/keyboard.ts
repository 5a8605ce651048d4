/** The keyboard: what is held and what was pressed, by place of the key; deaf while words are typed. */
import { meaningsOf, type Bindable, type Bindings } from './bindings.ts'

/** The keyboard as the intents read it. */
export type Keyboard = {
  isHeld(name: Bindable): boolean
  /** What was pressed since the last call, however short. */
  takePressed(): Set<Bindable>
  /** Other keys from now on; what is held is let go. */
  bind(keys: Bindings['keys']): void
  releaseAll(): void
  dispose(): void
}

const FIELDS = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'
const OPEN_THINGS = 'dialog, [role="dialog"], [role="menu"]'
const PRESSABLE = 'button, a[href], summary, [role="button"]'

/** Whether a key pressed on `target` belongs to that element rather than to the body in the world. */
function belongsToPage(target: EventTarget | null, code: string): boolean {
  const element = target as Partial<Element> | null
  if (typeof element?.closest !== 'function') return false
  const inside = (selector: string): boolean => element.closest?.(selector) != null
  if (inside(FIELDS) || inside(OPEN_THINGS)) return true
  return (code === 'Space' || code === 'Enter' || code === 'NumpadEnter') && inside(PRESSABLE)
}

/** Listens on `target` (the window) until disposed. */
export function createKeyboard(target: EventTarget, first: Bindings['keys']): Keyboard {
  let keys = first
  let meanings = meaningsOf(keys)
  const heldCodes = new Set<string>()
  const pressed = new Set<Bindable>()

  const down = (raw: Event): void => {
    const event = raw as KeyboardEvent
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (belongsToPage(event.target, event.code)) return
    const meaning = event.key === '?' ? 'help' : meanings.get(event.code)
    if (meaning === undefined) return
    event.preventDefault()
    if (event.repeat) return
    heldCodes.add(event.code)
    pressed.add(meaning)
  }
  const up = (raw: Event): void => {
    const { code } = raw as KeyboardEvent
    // while Meta is down some systems never report other keys going up
    if (code === 'MetaLeft' || code === 'MetaRight') heldCodes.clear()
    heldCodes.delete(code)
  }

  target.addEventListener('keydown', down)
  target.addEventListener('keyup', up)
  return {
    isHeld: (name) => keys[name].some((code) => heldCodes.has(code)),
    takePressed() {
      const taken = new Set(pressed)
      pressed.clear()
      return taken
    },
    bind(next) {
      if (next === keys) return
      keys = next
      meanings = meaningsOf(keys)
      heldCodes.clear()
    },
    releaseAll() {
      heldCodes.clear()
      pressed.clear()
    },
    dispose() {
      target.removeEventListener('keydown', down)
      target.removeEventListener('keyup', up)
    },
  }
}
