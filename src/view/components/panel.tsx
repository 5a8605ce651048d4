/** A sheet of paper that comes in from a side: takes the focus, gives it back, closes with Escape. The world goes on beside it. */
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { IconButton } from './button.tsx'

type PanelProps = { title: ReactNode; subtitle?: ReactNode; side?: 'left' | 'right'; className?: string; onClose(): void; children: ReactNode; /** Between head and body, always in sight. */ beneath?: ReactNode; footer?: ReactNode }

/** A panel; mounting opens it, unmounting closes it. */
export function Panel({ title, subtitle, side = 'right', className = '', onClose, children, beneath, footer }: PanelProps) {
  const titleId = useId()
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null
    // a field that asked for the focus keeps it
    if (!sheet.current?.contains(before)) sheet.current?.focus({ preventScroll: true })
    return () => {
      if (before?.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  const keep = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  return (
    <section ref={sheet} className={`panel paper panel-${side} ${className}`} role="dialog" aria-labelledby={titleId} tabIndex={-1} onKeyDown={keep}>
      <div className="panel-head">
        <div className="panel-names">
          <h2 id={titleId}>{title}</h2>
          {subtitle && <p className="soft">{subtitle}</p>}
        </div>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </div>
      {beneath}
      <div className="panel-body" tabIndex={0}>{children}</div>
      {footer && <div className="panel-foot">{footer}</div>}
    </section>
  )
}

/** A part of a panel under its own heading. */
export function PanelPart({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="part" aria-labelledby={id} data-part={title}>
      <h3 id={id} tabIndex={-1}>{title}</h3>
      {note && <p className="soft part-note">{note}</p>}
      {children}
    </section>
  )
}
