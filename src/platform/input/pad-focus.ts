/** A gamepad where sheets are open: the cross goes from control to control, the lower button presses, the right one steps back. */

/** What takes the buttons of a gamepad while something is open. */
export type PadFocus = {
  /** Acts on the buttons held now, `seconds` after the last call, and tells which of them are not the body's: those that go on being held since it was open, too. */
  take(down: ReadonlySet<number>, seconds: number): ReadonlySet<number>
}

const UP = 12
const DOWN = 13
const LEFT = 14
const RIGHT = 15
const PRESS = 0
const BACK = 1
const TALK = 2
/** Buttons of the standard mapping that belong to what is open. */
const OWN = [UP, DOWN, LEFT, RIGHT, PRESS, BACK, TALK]
const STEPS: ReadonlySet<number> = new Set([UP, DOWN, LEFT, RIGHT])
/** Seconds before a step that is held is taken again, and between those that follow. */
const FIRST_WAIT = 0.4
const NEXT_WAIT = 0.12
/** Share of what is shown that is scrolled where no control is near. */
const SCROLL_SHARE = 0.4

const OPEN = 'dialog[open], [role="dialog"]'
const CONTROLS = 'button, a[href], input, select, textarea, summary, [tabindex="0"]:not(.panel-body)'

/** Moves the focus within what is open on `page`. */
export function createPadFocus(page: Document): PadFocus {
  const owned = new Set<number>()
  let heldBefore: ReadonlySet<number> = new Set()
  let untilNext = 0
  return {
    take(down, seconds) {
      for (const button of owned) if (!down.has(button)) owned.delete(button)
      const sheet = down.size > 0 ? openSheet(page) : null
      const fresh = OWN.filter((button) => down.has(button) && !heldBefore.has(button))
      heldBefore = new Set(down)
      if (!sheet) return owned
      untilNext = fresh.length > 0 ? FIRST_WAIT : untilNext - seconds
      const again = untilNext <= 0 ? OWN.filter((button) => STEPS.has(button) && owned.has(button)) : []
      if (again.length > 0) untilNext = NEXT_WAIT
      for (const button of fresh) owned.add(button)
      for (const button of [...fresh, ...again]) act(page, sheet, button)
      return owned
    },
  }
}

/** The open thing that has the focus, or else the one that was drawn last. */
function openSheet(page: Document): HTMLElement | null {
  const sheets = [...page.querySelectorAll<HTMLElement>(OPEN)].filter((sheet) => sheet.checkVisibility())
  return sheets.find((sheet) => sheet.contains(page.activeElement)) ?? sheets.at(-1) ?? null
}

function act(page: Document, sheet: HTMLElement, button: number): void {
  const active = page.activeElement instanceof HTMLElement || page.activeElement instanceof SVGElement ? page.activeElement : null
  const within = active && sheet.contains(active) ? active : null
  if (button === BACK) return void (within ?? sheet).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }))
  if (button === PRESS) return void within?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: page.defaultView }))
  if (button === TALK) return
  const towards = button === DOWN || button === RIGHT ? 1 : -1
  if ((button === LEFT || button === RIGHT) && within && turn(within, towards)) return
  step(sheet, within, towards)
}

/** Turns a slider or a choice one step; false where the control is neither. */
function turn(control: Element, towards: 1 | -1): boolean {
  if (control instanceof HTMLInputElement && control.type === 'range') {
    if (towards > 0) control.stepUp()
    else control.stepDown()
    control.dispatchEvent(new Event('input', { bubbles: true }))
    return true
  }
  if (!(control instanceof HTMLSelectElement)) return false
  const next = control.selectedIndex + towards
  if (next >= 0 && next < control.options.length) {
    control.selectedIndex = next
    control.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return true
}

/** To the next control, or, where the next is far or there is none, further in what is read. */
function step(sheet: HTMLElement, from: Element | null, towards: 1 | -1): void {
  const controls = [...sheet.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) => !control.hasAttribute('disabled') && control.checkVisibility())
  const at = from ? controls.indexOf(from as HTMLElement) : -1
  const beside = from && at === -1 ? controls.filter((control) => Boolean(from.compareDocumentPosition(control) & (towards > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING))) : []
  const next = at !== -1 ? controls[at + towards] : from ? beside.at(towards > 0 ? 0 : -1) : controls.at(towards > 0 ? 0 : -1)
  const reader = [...sheet.querySelectorAll<HTMLElement>('.panel-body')].find((each) => each.scrollHeight > each.clientHeight + 1)
  if (reader && (!next || reader.contains(next))) {
    const shown = reader.getBoundingClientRect()
    const box = next?.getBoundingClientRect()
    const isFar = !box || box.top > shown.bottom + shown.height * SCROLL_SHARE || box.bottom < shown.top - shown.height * SCROLL_SHARE
    const room = towards > 0 ? reader.scrollHeight - reader.clientHeight - reader.scrollTop : reader.scrollTop
    if (isFar && room > 1) return reader.scrollBy({ top: towards * shown.height * SCROLL_SHARE })
  }
  next?.focus({ focusVisible: true } as FocusOptions)
}
