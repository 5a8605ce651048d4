/** Keyboard, mouse, fingers and gamepads as intents. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BINDABLES, DEFAULT_BINDINGS, keysWith, rebind, type KeyChanges } from '#platform/input/bindings.ts'
import { createGamepads, freeOfDeadZone } from '#platform/input/gamepad.ts'
import { createInput } from '#platform/input/input.ts'
import { STICK_PIXELS } from '#platform/input/touch.ts'
import { createFakePage, elementInside } from './fake-page.ts'

const FRAME = 1 / 60

function begin(gamepads: () => (Gamepad | null)[] = () => []) {
  const fake = createFakePage()
  return { ...fake, input: createInput(fake.canvas, { gamepads }) }
}

function pad(axes: number[], pressed: number[] = [], mapping = 'standard'): Gamepad {
  const buttons = Array.from({ length: 17 }, (_, number) => ({ pressed: pressed.includes(number), touched: false, value: pressed.includes(number) ? 1 : 0 }))
  return { axes, buttons, mapping, connected: true } as unknown as Gamepad
}

describe('keyboard', () => {
  it('[UI-1] walks by place of key, turns and looks without a mouse', () => {
    const { input, key } = begin()
    key('keydown', 'KeyW', { key: 'z' })
    key('keydown', 'KeyD')
    key('keydown', 'ShiftLeft')
    key('keydown', 'KeyC')
    expect(input.read(FRAME)).toMatchObject({ forward: 1, right: 1, run: true, dive: true, jump: false })
    key('keyup', 'KeyW')
    key('keydown', 'ArrowDown')
    key('keydown', 'ArrowLeft')
    key('keydown', 'PageUp')
    const read = input.read(FRAME)
    expect(read.forward).toBe(-1)
    expect(read.lookYaw).toBeGreaterThan(0)
    expect(read.lookPitch).toBeGreaterThan(0)
  })

  it('[UI-1] binds no key twice, and asks for help wherever the question mark lies', () => {
    const codes = Object.values(DEFAULT_BINDINGS.keys).flat()
    expect(new Set(codes).size).toBe(codes.length)
    const { input, key } = begin()
    key('keydown', 'Minus', { key: '?' })
    expect([...input.read(FRAME).actions]).toEqual(['help'])
  })

  it('[UI-2] is deaf while words are typed or a panel has the focus', () => {
    const { input, key } = begin()
    for (const inside of ['input', 'textarea', '[role="dialog"]']) key('keydown', 'KeyW', { target: elementInside(inside) })
    expect(input.read(FRAME).forward).toBe(0)
    key('keydown', 'Space', { target: elementInside('button') })
    expect(input.read(FRAME).jump).toBe(false)
    key('keydown', 'KeyW', { target: elementInside('button') })
    expect(input.read(FRAME).forward).toBe(1)
  })

  it('[UI-3] keeps a press shorter than a frame, and acts once for a held key', () => {
    const { input, key } = begin()
    key('keydown', 'Space')
    key('keyup', 'Space')
    expect(input.read(FRAME).jump).toBe(true)
    expect(input.read(FRAME).jump).toBe(false)
    key('keydown', 'KeyE')
    key('keydown', 'KeyE', { repeat: true })
    expect([...input.read(FRAME).actions]).toEqual(['talk'])
    key('keydown', 'KeyE', { repeat: true })
    expect(input.read(FRAME).actions.size).toBe(0)
  })

  it('[UI-4] lets go of everything when the window or the tab is left', () => {
    const { input, key, frame, page } = begin()
    key('keydown', 'KeyW')
    frame.dispatchEvent(new Event('blur'))
    expect(input.read(FRAME).forward).toBe(0)
    key('keydown', 'KeyW')
    page.visibilityState = 'hidden'
    page.dispatchEvent(new Event('visibilitychange'))
    expect(input.read(FRAME).forward).toBe(0)
  })

  it('[UI-5] leaves the browser its own keys', () => {
    const { input, key } = begin()
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) expect(key('keydown', 'KeyS', { [modifier]: true }).defaultPrevented).toBe(false)
    expect(input.read(FRAME).forward).toBe(0)
    expect(key('keydown', 'ArrowUp').defaultPrevented).toBe(true)
    key('keyup', 'MetaLeft')
    expect(input.read(FRAME).forward).toBe(0)
  })
})

describe('keys of one’s own', () => {
  it('[UI-133] a wish takes a key alone and from whoever had it; Escape and the browser’s keys are not to be had', () => {
    const taken = rebind({}, 'jump', 'KeyE')!
    expect(taken.takenFrom).toBe('talk')
    expect(keysWith(taken.changes)).toMatchObject({ jump: ['KeyE'], talk: ['Enter', 'NumpadEnter'], forward: ['KeyW', 'ArrowUp'], menu: ['Escape'] })
    const again = rebind(taken.changes, 'talk', 'KeyT')!
    expect(keysWith(again.changes).talk).toEqual(['KeyT'])
    expect(again.takenFrom).toBeNull()
    for (const code of ['Escape', 'Tab', 'MetaLeft', 'ControlRight', 'AltLeft', 'F5', '']) expect(rebind({}, 'jump', code)).toBeNull()
    expect(rebind({}, 'menu', 'KeyT')).toBeNull()
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...BINDABLES), fc.constantFrom('KeyB', 'KeyE', 'KeyW', 'Space', 'ShiftLeft', 'Escape')), { maxLength: 12 }), (wishes) => {
        let changes: KeyChanges = {}
        for (const [name, code] of wishes) changes = rebind(changes, name, code)?.changes ?? changes
        const codes = Object.values(keysWith(changes)).flat()
        expect(new Set(codes).size).toBe(codes.length)
      }),
    )
  })

  it('[UI-133] other keys take hold at once, also while one is held', () => {
    const { input, key } = begin()
    key('keydown', 'KeyW')
    expect(input.read(FRAME).forward).toBe(1)
    input.prefer({ lookSpeed: 1, invertLook: false, keys: { forward: ['KeyI'] } })
    expect(input.read(FRAME).forward).toBe(0)
    key('keydown', 'KeyW')
    expect(input.read(FRAME).forward).toBe(0)
    key('keydown', 'KeyI')
    expect(input.read(FRAME).forward).toBe(1)
    input.prefer({ lookSpeed: 1, invertLook: false, keys: {} })
    key('keydown', 'ArrowUp')
    expect(input.read(FRAME).forward).toBe(1)
  })

  it('[UI-136] running can last from one press to the next', () => {
    const { input, key } = begin()
    const press = (): void => {
      key('keydown', 'ShiftLeft')
      key('keyup', 'ShiftLeft')
    }
    input.prefer({ lookSpeed: 1, invertLook: false, runToggles: true })
    press()
    expect(input.read(FRAME).run).toBe(true)
    expect(input.read(FRAME).run).toBe(true)
    press()
    expect(input.read(FRAME).run).toBe(false)
    press()
    input.read(FRAME)
    input.prefer({ lookSpeed: 1, invertLook: false, runToggles: false })
    expect(input.read(FRAME).run).toBe(false)
  })
})

describe('mouse', () => {
  it('[UI-6] looks by dragging, and asks for the lock on a click', () => {
    const { input, pointer, element } = begin()
    pointer('pointerdown', { clientX: 100, clientY: 100 })
    pointer('pointermove', { clientX: 140, clientY: 80 })
    pointer('pointerup', { clientX: 140, clientY: 80 })
    const dragged = input.read(FRAME)
    expect(dragged.lookYaw).toBeLessThan(0)
    expect(dragged.lookPitch).toBeGreaterThan(0)
    expect(element.lockRequests).toBe(0)
    pointer('pointerdown', { clientX: 100, clientY: 100 })
    pointer('pointerup', { clientX: 101, clientY: 100 })
    expect(element.lockRequests).toBe(1)
    expect(input.locked).toBe(true)
  })

  it('[UI-6] looks by moving while locked, as fast as preferred and inverted in pitch alone', () => {
    const { input, pointer } = begin()
    input.requestLock()
    pointer('pointermove', { movementX: 10, movementY: 10 })
    const plain = input.read(FRAME)
    input.prefer({ lookSpeed: 2, invertLook: true })
    pointer('pointermove', { movementX: 10, movementY: 10 })
    const inverted = input.read(FRAME)
    expect(plain.lookYaw).toBeLessThan(0)
    expect(inverted.lookYaw).toBeCloseTo(plain.lookYaw * 2)
    expect(inverted.lookPitch).toBeCloseTo(plain.lookPitch * -2)
    pointer('pointermove', { movementX: 5000, movementY: 0 })
    expect(input.read(FRAME).lookYaw).toBeCloseTo(0)
  })

  it('[UI-7] tells the player taking the mouse back from the game giving it back', () => {
    const { input, page } = begin()
    input.requestLock()
    page.exitPointerLock()
    expect([...input.read(FRAME).actions]).toEqual(['menu'])
    input.requestLock()
    input.releaseLock()
    expect(input.locked).toBe(false)
    expect(input.read(FRAME).actions.size).toBe(0)
  })

  it('[UI-7] gives the mouse back when a panel is asked for', () => {
    const { input, key } = begin()
    input.requestLock()
    key('keydown', 'KeyO')
    expect([...input.read(FRAME).actions]).toEqual(['settings'])
    expect(input.locked).toBe(false)
    expect(input.read(FRAME).actions.size).toBe(0)
  })
})

describe('fingers', () => {
  const touch = { pointerType: 'touch' }

  it('[UI-8] walks with the left thumb and looks with the right finger at once', () => {
    const { input, pointer, element } = begin()
    expect(element.style.touchAction).toBe('none')
    pointer('pointerdown', { ...touch, pointerId: 1, clientX: 100, clientY: 400 })
    pointer('pointerdown', { ...touch, pointerId: 2, clientX: 800, clientY: 200 })
    pointer('pointermove', { ...touch, pointerId: 1, clientX: 100, clientY: 400 - STICK_PIXELS / 2 })
    pointer('pointermove', { ...touch, pointerId: 2, clientX: 830, clientY: 200 })
    const read = input.read(FRAME)
    expect(read.forward).toBeCloseTo(0.5)
    expect(read.run).toBe(false)
    expect(read.lookYaw).toBeLessThan(0)
    expect(input.touchControls.stick()).toMatchObject({ originX: 100, originY: 400 })
    pointer('pointermove', { ...touch, pointerId: 1, clientX: 100, clientY: 0 })
    expect(input.read(FRAME)).toMatchObject({ forward: 1, run: true })
    pointer('pointerup', { ...touch, pointerId: 1 })
    expect(input.read(FRAME).forward).toBe(0)
    expect(input.touchControls.stick()).toBeNull()
  })

  it('[UI-8] does nothing for a thumb that barely moves, and hears the drawn buttons', () => {
    const { input, pointer } = begin()
    pointer('pointerdown', { ...touch, pointerId: 1, clientX: 100, clientY: 400 })
    pointer('pointermove', { ...touch, pointerId: 1, clientX: 104, clientY: 400 })
    expect(input.read(FRAME).right).toBe(0)
    input.touchControls.press('jump', true)
    input.touchControls.press('jump', false)
    expect(input.read(FRAME).jump).toBe(true)
    expect(input.read(FRAME).jump).toBe(false)
  })
})

describe('gamepad', () => {
  it('[UI-9] has a dead zone from whose edge the stick grows to one', () => {
    expect(freeOfDeadZone(0.1, -0.1)).toEqual({ x: 0, y: 0 })
    expect(freeOfDeadZone(1, 0).x).toBeCloseTo(1)
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), (x, y) => {
        const free = freeOfDeadZone(x, y)
        expect(Math.hypot(free.x, free.y)).toBeLessThanOrEqual(1 + 1e-9)
        // the direction stays
        expect(free.x * y - free.y * x).toBeCloseTo(0)
      }),
    )
  })

  it('[UI-9] walks, looks and acts once for each press; other mappings are left alone', () => {
    let pads: (Gamepad | null)[] = [null, pad([0, -1, 1, 0], [0, 2])]
    const { input } = begin(() => pads)
    const first = input.read(FRAME)
    expect(first).toMatchObject({ forward: 1, jump: true })
    expect(first.lookYaw).toBeLessThan(0)
    expect([...first.actions]).toEqual(['talk'])
    expect(input.read(FRAME).actions.size).toBe(0)
    pads = [pad([0, 0, 0, 0])]
    input.read(FRAME)
    pads = [pad([0, 0, 0, 0], [2])]
    expect([...input.read(FRAME).actions]).toEqual(['talk'])
    const strange = createGamepads(() => [pad([1, 1, 1, 1], [0], '')], DEFAULT_BINDINGS.buttons)
    expect(strange.read(FRAME).held.size).toBe(0)
  })
})

describe('all together', () => {
  it('[UI-10] hears nothing after it was disposed', () => {
    const { input, key, pointer } = begin()
    input.dispose()
    key('keydown', 'KeyW')
    pointer('pointerdown', { clientX: 1, clientY: 1 })
    pointer('pointermove', { clientX: 99, clientY: 1 })
    const read = input.read(FRAME)
    expect(read.forward).toBe(0)
    expect(read.lookYaw).toBeCloseTo(0)
  })

  it('[UI-11] never wants more than all', () => {
    const { input, key } = begin(() => [pad([1, -1, 0, 0])])
    key('keydown', 'KeyW')
    key('keydown', 'KeyD')
    const read = input.read(FRAME)
    expect(read.forward).toBe(1)
    expect(read.right).toBeLessThanOrEqual(1)
  })
})
