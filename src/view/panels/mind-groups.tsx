/** Which mind thinks which kind of thoughts. */
import { useId } from 'react'
import { useStore } from 'zustand'
import type { ThoughtGroup } from '#minds/language-model.ts'
import { BUILTIN_ID } from '#session/settings.ts'
import { useSession } from '../session-context.ts'

const GROUPS: ReadonlyArray<{ group: ThoughtGroup; label: string; hint: string }> = [
  { group: 'talk', label: 'Talk', hint: 'What is said to you and to each other. Wants a quick mind.' },
  { group: 'decision', label: 'Decisions', hint: 'Plans of the day and thoughts in passing: many, and small.' },
  { group: 'reflection', label: 'Reflections', hint: 'What a day has meant, at night. May be slow and deep.' },
  { group: 'deliberation', label: 'Deliberations', hint: 'Hard choices, weighed in branches.' },
]

/** A line for each kind; folded away until somebody wants it. */
export function MindGroups({ onFailure }: { onFailure(words: string): void }) {
  const session = useSession()
  const id = useId()
  const profiles = useStore(session.settings, (settings) => settings.profiles)
  const kinds = useStore(session.settings, (settings) => settings.kinds)
  const assign = (group: ThoughtGroup, chosen: string): void => {
    session.profiles().then((desk) => desk.assign(group, chosen === '' ? null : chosen)).catch((error: unknown) => onFailure(`This could not be set: ${error instanceof Error ? error.message : String(error)}`))
  }
  const own = Object.keys(kinds).length
  return (
    <details className="mind-groups">
      <summary>A mind for each kind of thought{own > 0 && <span className="soft"> · {own} of its own</span>}</summary>
      <div className="mind-group-list">
        {GROUPS.map(({ group, label, hint }) => (
          <div key={group} className="field">
            <label htmlFor={`${id}-${group}`}>{label}</label>
            <select id={`${id}-${group}`} aria-describedby={`${id}-${group}-hint`} value={kinds[group] ?? ''} onChange={(event) => assign(group, event.currentTarget.value)}>
              <option value="">The same as above</option>
              <option value={BUILTIN_ID}>Built-in mind</option>
              {profiles.map((profile) => (
                <option key={profile.id} value={profile.id}>
                  {profile.name}
                </option>
              ))}
            </select>
            <p id={`${id}-${group}-hint`} className="field-hint soft">
              {hint}
            </p>
          </div>
        ))}
      </div>
    </details>
  )
}
