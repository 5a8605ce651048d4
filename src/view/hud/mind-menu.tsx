/** The small menu under the sign of the mind: who thinks, one press away, also while people talk. */
import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import { Button } from '../components/button.tsx'
import { MindChoice } from '../components/mind-choice.tsx'
import { useSession } from '../session-context.ts'

/** The menu; it goes when the hand goes elsewhere. */
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
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  const leave = (event: FocusEvent): void => {
    // a press on the sign itself closes by itself
    const to = event.relatedTarget
    if (to instanceof Node && !event.currentTarget.contains(to) && !(to instanceof Element && to.closest('.signs'))) onClose()
  }
  return (
    <div ref={sheet} className="mind-menu paper" role="dialog" aria-label="Who thinks" onKeyDown={keys} onBlur={leave}>
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
