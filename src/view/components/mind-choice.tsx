/** Every mind there is, each one press away: the built-in one and the player's own. */
import { useId } from 'react'
import { useStore } from 'zustand'
import { BUILTIN_ID, type Profile } from '#session/settings.ts'
import { useSession } from '../session-context.ts'
import { IconButton } from './button.tsx'

type MindChoiceProps = {
  label: string
  /** Whether each mind tells what it is. */
  hinted?: boolean
  edited?: string | null
  onEdit?(id: string): void
  onFailure(words: string): void
}

/** The model and where it is, in a few words. */
function mindHint({ endpoint }: Profile): string {
  if (endpoint.kind === 'browser') return 'On this machine, in this browser, without a key.'
  if (endpoint.kind === 'tab') return `${endpoint.model ?? 'A file'}, run in this tab, without a key.`
  const host = hostOf(endpoint.baseUrl ?? '')
  return [endpoint.model ?? 'its first model', host === '' ? '' : `at ${host}`, endpoint.apiKey ? '· with a key' : ''].filter((words) => words !== '').join(' ')
}

/** The choice; pressed, people think with it at once and talks go on. */
export function MindChoice({ label, hinted = false, edited = null, onEdit, onFailure }: MindChoiceProps) {
  const session = useSession()
  const name = useId()
  const profiles = useStore(session.settings, (settings) => settings.profiles)
  const inUse = useStore(session.settings, (settings) => settings.profileId)
  const choose = (id: string, called: string): void => {
    session.profiles().then((desk) => desk.use(id)).then(
      () => session.notify('quiet', `People think with ${called} from now on. Talks go on.`),
      (error: unknown) => onFailure(`This mind could not be set: ${error instanceof Error ? error.message : String(error)}`),
    )
  }
  const minds = [
    { id: BUILTIN_ID, name: 'Built-in mind', called: 'the built-in mind', hint: 'Rules, needs and memories. Works without a connection and costs nothing.' },
    ...profiles.map((profile) => ({ id: profile.id, name: profile.name, called: profile.name, hint: mindHint(profile) })),
  ]
  return (
    <fieldset className="choice choice-cards minds">
      <legend className="unseen">{label}</legend>
      <div className="choice-options">
        {minds.map((mind) => (
          <div key={mind.id} className="mind-row">
            <label className={mind.id === inUse ? 'chosen' : ''}>
              <input type="radio" name={name} value={mind.id} checked={mind.id === inUse} onChange={() => choose(mind.id, mind.called)} />
              <span className="choice-name">{mind.name}</span>
              {hinted && <span className="soft choice-hint">{mind.hint}</span>}
            </label>
            {onEdit && mind.id !== BUILTIN_ID && <IconButton icon="pen" label={`Change ${mind.name}`} aria-pressed={edited === mind.id} onClick={() => onEdit(mind.id)} />}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function hostOf(address: string): string {
  try {
    return new URL(address).host
  } catch {
    return ''
  }
}
