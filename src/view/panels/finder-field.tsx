/** The model that finds memories by their meaning: named, and how far it has come. */
import { useStore } from 'zustand'
import type { FinderStatus } from '#minds/memory/meanings.ts'
import { Field } from '../components/fields.tsx'
import { useSession } from '../session-context.ts'

type FinderFieldProps = { value: string; placeholder: string; /** Whether what stands here is what works now. */ inUse: boolean; onChange(value: string): void }

/** A field for its name, with what is known of it. */
export function FinderField({ value, placeholder, inUse, onChange }: FinderFieldProps) {
  const session = useSession()
  const finder = useStore(session.hud, ({ memory }) => memory.finder ?? null)
  const status = inUse && finder !== null && finder.model === value.trim() ? finder : null
  return <Field label="What finds memories" value={value} list="models" placeholder={placeholder} problem={status?.trouble === undefined || status.trouble === null ? null : `Memories are found by words for now: ${status.trouble}`} hint={hintOf(value.trim(), status)} onChange={(event) => onChange(event.currentTarget.value)} />
}

function hintOf(value: string, status: FinderStatus | null): string {
  if (value === '') return 'If you like, a model for embeddings at the same address: what is asked is then found by meaning, too. Left empty, by words.'
  if (status === null) return 'Given what people remember when you talk to them, and what you ask. Counts towards your limits.'
  return status.known === 0 ? 'It learns what people remember when you next talk to somebody.' : `It knows what ${status.known.toLocaleString('en')} ${status.known === 1 ? 'memory means' : 'memories mean'} of those you talked to.`
}
