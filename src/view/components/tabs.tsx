/** Leaves of one panel: arrows go from tab to tab, as people of the keyboard expect. */
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

type Tab = { id: string; label: string; content: ReactNode }

/** Shows one of `tabs`, the first at the start. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [chosen, setChosen] = useState(0)
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const steps: { [key: string]: number } = { ArrowRight: chosen + 1, ArrowLeft: chosen - 1, Home: 0, End: tabs.length - 1 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (step + tabs.length) % tabs.length
    setChosen(next)
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }
  return (
    <div className="tabs">
      <div className="tab-row" role="tablist" aria-label={label} ref={row} onKeyDown={move}>
        {tabs.map((tab, number) => (
          <button key={tab.id} type="button" role="tab" id={`${id}-${tab.id}`} aria-selected={number === chosen} aria-controls={`${id}-leaf`} tabIndex={number === chosen ? 0 : -1} onClick={() => setChosen(number)}>
            {tab.label}
          </button>
        ))}
      </div>
      <div className="tab-leaf" role="tabpanel" id={`${id}-leaf`} aria-labelledby={`${id}-${tabs[chosen]?.id}`} tabIndex={-1} key={chosen}>
        {tabs[chosen]?.content}
      </div>
    </div>
  )
}
