/** The small menu under the sign of the mind: who thinks, one press away, also while people talk. */
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Button } from '../components/button.tsx'
import { MindChoice } from '../components/mind-choice.tsx'
import { useSession } from '../session-context.ts'

/** The menu; it goes when something else is pressed. A talk may take the focus in the meantime: that is no reason. */
export function MindMenu({ onClose }: { onClose(): void }) {
  const session = useSession()
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null
    sheet.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true })
    return () => {
      if (before?.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      // a press on the sign itself closes by itself
      if (event.target instanceof Element && !sheet.current?.contains(event.target) && event.target.closest('.signs') === null) onClose()
    }
    window.addEventListener('pointerdown', press, true)
    return () => window.removeEventListener('pointerdown', press, true)
  }, [onClose])
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  return (
    <div ref={sheet} className="mind-menu paper" role="dialog" aria-label="Who thinks" onKeyDown={keys}>
      <MindChoice label="Who thinks" onFailure={(words) => session.notify('warning', words)} />
      <Button
        tone="quiet"
        icon="settings"
        onClick={() => {
          onClose()
          session.openPanel('settings')
        }}
      >
        Change minds
      </Button>
    </div>
  )
}
