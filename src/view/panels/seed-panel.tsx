/** Another country: by a word of one's own, by the die, or back to one that was lived in. */
import { useState, type FormEvent } from 'react'
import { useStore } from 'zustand'
import * as z from 'zod/mini'
import { seedSchema } from '#session/launch-options.ts'
import { useSession } from '../session-context.ts'
import { Button, IconButton } from '../components/button.tsx'
import { Field } from '../components/fields.tsx'
import { Panel, PanelPart } from '../components/panel.tsx'
import { throwSeed } from './seed-words.ts'

/** What is wrong with a seed as typed, in words; null when nothing is. */
export function seedProblem(text: string): string | null {
  if (text.trim() === '') return 'A seed needs at least one letter.'
  if (text.trim().length > 64) return `A seed has at most 64 characters; this has ${text.trim().length}.`
  return z.safeParse(seedSchema, text).success ? null : 'A seed is letters, digits and signs on one line.'
}

/** The panel of seeds. */
export function SeedPanel() {
  const session = useSession()
  const seed = useStore(session.hud, (hud) => hud.seed)
  const swapping = useStore(session.hud, (hud) => hud.phase === 'swapping')
  const recent = useStore(session.settings, (settings) => settings.recentSeeds)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const link = session.shareLink()

  const go = async (next: string): Promise<void> => {
    const wrong = seedProblem(next)
    setProblem(wrong)
    if (wrong !== null) return
    session.openPanel(null)
    try {
      await session.setSeed(next.trim())
    } catch (error) {
      session.notify('error', `The land of ${next.trim()} could not begin: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void go(typed)
  }
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
    } catch {
      session.notify('warning', 'The browser did not let the page copy. Select the link and copy it by hand.')
    }
  }
  const others = recent.filter((each) => each !== seed)
  return (
    <Panel title="Another country" subtitle={<>You are in the land of <em>{seed}</em></>} onClose={() => session.openPanel(null)}>
      <PanelPart title="Grow one" note="Any word is a country, the same for everyone who types it.">
        <form onSubmit={submit}>
          <Field
            label="Seed"
            value={typed}
            placeholder="a word of your own"
            problem={problem}
            maxLength={80}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setProblem(null)
            }}
            beside={
              <IconButton
                icon="die"
                label="Throw the die"
                onClick={() => {
                  setTyped(throwSeed(Math.random))
                  setProblem(null)
                }}
              />
            }
          />
          <Button tone="main" type="submit" disabled={swapping}>
            {swapping ? 'The land wakes' : 'Go there'}
          </Button>
        </form>
      </PanelPart>
      {others.length > 0 && (
        <PanelPart title="Lived in before" note="Their people still know you.">
          <ul className="seeds">
            {others.map((each) => (
              <li key={each}>
                <button type="button" className="chip" disabled={swapping} onClick={() => void go(each)}>
                  {each}
                </button>
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
      <PanelPart title="Bring someone here">
        <Field
          label="Link to this place"
          value={link}
          readOnly
          hint={copied ? 'Copied.' : 'It carries the seed, where you stand and the hour, nothing about you.'}
          onFocus={(event) => event.currentTarget.select()}
          beside={
            <Button icon="share" onClick={() => void copy()}>
              Copy
            </Button>
          }
        />
      </PanelPart>
    </Panel>
  )
}
