/** A button for what cannot be undone: asks once more in place. */
import { useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import type { IconName } from './icon.tsx'

type ConfirmButtonProps = { label: string; question: string; confirm: string; icon?: IconName; compact?: boolean; onConfirm(): void }

/** Shows `label`; pressed, it shows `question` with `confirm` and a way back. Focus stays where the hand is. */
export function ConfirmButton({ label, question, confirm, icon, compact = false, onConfirm }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false)
  const refuse = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) refuse.current?.focus()
  }, [asking])
  if (!asking) {
    return (
      <Button tone="quiet" {...(icon ? { icon } : {})} className={compact ? 'button-compact' : ''} onClick={() => setAsking(true)}>
        {label}
      </Button>
    )
  }
  return (
    <span className="confirm" role="group" aria-label={question}>
      <span className="confirm-question">{question}</span>
      <Button
        tone="danger"
        onClick={() => {
          setAsking(false)
          onConfirm()
        }}
      >
        {confirm}
      </Button>
      <Button tone="quiet" ref={refuse} onClick={() => setAsking(false)}>
        Keep
      </Button>
    </span>
  )
}
