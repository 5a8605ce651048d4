/** Gamepads of the standard mapping: two sticks with a dead zone, and buttons. */
import { meaningsOf, type Bindable, type Bindings } from './bindings.ts'
import type { PadFocus } from './pad-focus.ts'

/** What all gamepads together want now; sticks −1..1, right and down positive for looking. */
type GamepadReading = { forward: number; right: number; lookRight: number; lookDown: number; held: ReadonlySet<Bindable>; pressed: ReadonlySet<Bindable>; /** Whether any is touched at all. */ isInUse: boolean }

/** Share of a stick that means nothing; worn sticks rest anywhere inside. */
const DEAD_ZONE = 0.18

/** A stick without its dead zone: zero inside, then growing from zero to one at the rim, in the same direction. */
export function freeOfDeadZone(x: number, y: number): { x: number; y: number } {
  const reach = Math.hypot(x, y)
  if (!(reach > DEAD_ZONE)) return { x: 0, y: 0 }
  const wanted = Math.min(1, (reach - DEAD_ZONE) / (1 - DEAD_ZONE))
  return { x: (x / reach) * wanted, y: (y / reach) * wanted }
}

/** Asks `list` for the gamepads at every reading, as browsers want it; a press counts once until let go. What `focus` takes is not the body's. */
export function createGamepads(list: () => readonly (Gamepad | null)[], buttons: Bindings['buttons'], focus?: PadFocus): { read(seconds: number): GamepadReading } {
  const meanings = meaningsOf(buttons)
  let heldBefore = new Set<Bindable>()
  return {
    read(seconds) {
      const down = new Set<number>()
      const held = new Set<Bindable>()
      let forward = 0
      let right = 0
      let lookRight = 0
      let lookDown = 0
      for (const pad of list()) {
        if (!pad?.connected || pad.mapping !== 'standard') continue
        const [moveX = 0, moveY = 0, lookX = 0, lookY = 0] = pad.axes
        const move = freeOfDeadZone(moveX, moveY)
        const look = freeOfDeadZone(lookX, lookY)
        right += move.x
        forward -= move.y
        // squared, so that small pushes aim finely
        lookRight += look.x * Math.abs(look.x)
        lookDown += look.y * Math.abs(look.y)
        pad.buttons.forEach((button, number) => {
          if (button.pressed || button.value > 0.5) down.add(number)
        })
      }
      const taken = focus?.take(down, seconds)
      for (const number of down) {
        const meaning = taken?.has(number) ? undefined : meanings.get(number)
        if (meaning !== undefined) held.add(meaning)
      }
      const pressed = new Set([...held].filter((name) => !heldBefore.has(name)))
      heldBefore = held
      return { forward, right, lookRight, lookDown, held, pressed, isInUse: down.size > 0 || forward !== 0 || right !== 0 || lookRight !== 0 || lookDown !== 0 }
    },
  }
}
