/** What was said, as it is said; it keeps its newest words in sight. */
import { useEffect, useRef, useState } from 'react'
import type { Turn } from '#simulation/conversations/conversation.ts'

type TranscriptProps = { turns: readonly Turn[]; name: string; /** First names of all who speak. */ names: { readonly [actorId: string]: string }; /** Who speaks or considers now. */ speaker: string; partial: string | null; waiting: boolean }

/** The turns of a talk; finished ones are told to a screen reader, streaming ones only shown until they are finished. */
export function Transcript({ turns, name, names, speaker, partial, waiting }: TranscriptProps) {
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = scroll.current
    if (box) box.scrollTop = box.scrollHeight
  }, [turns.length, partial, waiting])
  return (
    <div className="transcript" ref={scroll} tabIndex={0} role="group" aria-label={`What you and ${name} said`}>
      <div role="log" aria-live="polite" aria-label={`Talk with ${name}`}>
        <ol>
        {turns.map((turn, number) => (
          <li key={number} className="turn" data-by={turn.speakerId === 'player' ? 'you' : 'them'}>
            <span className="turn-name">{turn.speakerId === 'player' ? 'You' : (names[turn.speakerId] ?? name)}</span>
            <p>{turn.text}</p>
          </li>
        ))}
        </ol>
      </div>
      {partial !== null && partial !== '' && (
        <div className="turn turn-partial" data-by="them" aria-hidden="true">
          <span className="turn-name">{speaker}</span>
          <p>{partial}</p>
        </div>
      )}
      {waiting && (partial === null || partial === '') && (
        <p className="considers" role="status">
          {speaker} considers
          <Dots />
        </p>
      )}
    </div>
  )
}

/** Milliseconds from one dot to the next. */
const DOTS_MS = 420

/** Dots that come one by one; the styles let them stand still for whoever wants less motion. */
function Dots() {
  const [step, setStep] = useState(2)
  useEffect(() => {
    const timer = setInterval(() => setStep((last) => (last + 1) % 3), DOTS_MS)
    return () => clearInterval(timer)
  }, [])
  return <span className="dots" data-step={step} aria-hidden="true" />
}
