/** What fingers need: the stick under the thumb, and buttons for the body. */
import { useRef, type MouseEvent, type PointerEvent } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { Icon, type IconName } from '../components/icon.tsx'
import { useEachFrame } from './use-each-frame.ts'

/** Pixels that the drawn knob travels. */
const KNOB_PIXELS = 40

/** The stick, drawn where the thumb was put down. */
export function DrawnStick() {
  const session = useSession()
  const rim = useRef<HTMLDivElement>(null)
  const knob = useRef<HTMLDivElement>(null)
  useEachFrame(() => {
    if (!rim.current || !knob.current) return
    const stick = session.touchControls.stick()
    rim.current.dataset['down'] = String(stick !== null)
    if (!stick) return
    rim.current.style.transform = `translate(${stick.originX}px, ${stick.originY}px)`
    knob.current.style.transform = `translate(${stick.right * KNOB_PIXELS}px, ${-stick.forward * KNOB_PIXELS}px)`
  })
  return (
    <div className="stick" ref={rim} data-down="false" aria-hidden="true">
      <div className="stick-knob" ref={knob} />
    </div>
  )
}

/** Jump, and dive while swimming. */
export function BodyButtons() {
  const session = useSession()
  const swimming = useStore(session.hud, (hud) => hud.swimming)
  return (
    <div className="body-buttons">
      {swimming && <HoldButton button="dive" icon="dive" label="Dive" />}
      <HoldButton button="jump" icon="jump" label={swimming ? 'Swim up' : 'Jump'} />
    </div>
  )
}

function HoldButton({ button, icon, label }: { button: 'jump' | 'dive'; icon: IconName; label: string }) {
  const { touchControls } = useSession()
  const down = (event: PointerEvent<HTMLButtonElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    touchControls.press(button, true)
  }
  const up = (): void => touchControls.press(button, false)
  // a screen reader or a key clicks without touching: that alone is a short press
  const click = (event: MouseEvent): void => {
    if (event.detail !== 0) return
    touchControls.press(button, true)
    touchControls.press(button, false)
  }
  return (
    <button type="button" className="hold-button paper" aria-label={label} onPointerDown={down} onPointerUp={up} onPointerCancel={up} onClick={click} onContextMenu={(event) => event.preventDefault()}>
      <Icon name={icon} size={26} />
    </button>
  )
}
