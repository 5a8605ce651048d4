/** A page without a browser: just enough of element, document and window to steer with. */

type Box = { left: number; top: number; width: number; height: number }

/** An event as a device would send it, with the given properties. */
function deviceEvent(type: string, properties: object = {}): Event {
  const event = new Event(type, { cancelable: true, bubbles: true })
  for (const [name, value] of Object.entries({ pointerType: 'mouse', pointerId: 1, button: 0, clientX: 0, clientY: 0, movementX: 0, movementY: 0, ...properties })) {
    Object.defineProperty(event, name, { value })
  }
  return event
}

/** A fake page whose canvas fills 1000 by 500 pixels. */
export function createFakePage(box: Box = { left: 0, top: 0, width: 1000, height: 500 }) {
  const frame = Object.assign(new EventTarget(), { navigator: {}, performance })
  const page = Object.assign(new EventTarget(), {
    defaultView: frame,
    visibilityState: 'visible',
    pointerLockElement: null as unknown,
    activeElement: null,
    querySelectorAll: () => [],
    exitPointerLock() {
      page.pointerLockElement = null
      page.dispatchEvent(new Event('pointerlockchange'))
    },
  })
  const element = Object.assign(new EventTarget(), {
    ownerDocument: page,
    style: { touchAction: '' },
    lockRequests: 0,
    getBoundingClientRect: () => box,
    requestPointerLock() {
      element.lockRequests++
      page.pointerLockElement = element
      page.dispatchEvent(new Event('pointerlockchange'))
    },
  })
  return {
    frame,
    page,
    element,
    canvas: element as unknown as HTMLElement,
    key: (type: 'keydown' | 'keyup', code: string, properties: object = {}) => {
      const event = deviceEvent(type, { code, key: code, repeat: false, ...properties })
      frame.dispatchEvent(event)
      return event
    },
    /** Sends a pointer event: presses to the canvas, the rest to the document, as they would bubble. */
    pointer: (type: string, properties: object = {}) => (type === 'pointerdown' ? element : page).dispatchEvent(deviceEvent(type, properties)),
  }
}

/** An element that says which selectors it lies inside of. */
export function elementInside(...names: string[]): object {
  return { closest: (selector: string) => (names.some((name) => selector.split(', ').includes(name)) ? {} : null) }
}
