/** Whispering a thought into a head. */
import { useState, type FormEvent } from 'react'
import type { NpcId } from '#core/ids.ts'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { Field } from '../components/fields.tsx'

/** A line that becomes a thought of the person, and where it asks for something that can be done, its wish. */
export function Whisper({ npcId, name }: { npcId: NpcId; name: string }) {
  const session = useSession()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    session.whisper(npcId, text).then(
      () => {
        setText('')
        setProblem(null)
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    )
  }
  return (
    <details className="more">
      <summary>Whisper a thought</summary>
      <form onSubmit={send}>
        <Field label={`${name} will take it for an own thought`} value={text} maxLength={120} placeholder="I should go to the shrine" problem={problem} onChange={(event) => setText(event.currentTarget.value)} beside={<Button type="submit">Whisper</Button>} />
      </form>
    </details>
  )
}
