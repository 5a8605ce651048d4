/** What one can do to a whole person: let them stand still, carry their mind away as a file, and bring it back. */
import { useRef, useState } from 'react'
import type { NpcId } from '#core/ids.ts'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { Switch } from '../components/fields.tsx'
import { PanelPart } from '../components/panel.tsx'
import { saveFile } from './save-file.ts'

type MindFileProps = { npcId: NpcId; name: string; frozen: boolean; onChanged: () => void }

/** Freeze, save and open. */
export function MindFile({ npcId, name, frozen, onChanged }: MindFileProps) {
  const session = useSession()
  const file = useRef<HTMLInputElement>(null)
  const [word, setWord] = useState('')
  const [before, setBefore] = useState<Blob | null>(null)
  const attempt = async (what: string, work: () => Promise<void>, done: string): Promise<void> => {
    setWord(`${what} …`)
    try {
      await work()
      setWord(done)
      onChanged()
    } catch (error) {
      setWord(`${what} did not work: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return (
    <PanelPart title={`All of ${name}`}>
      <Switch label="Stand still" hint={frozen ? `${name} stands still and thinks nothing until you release them.` : `Freeze ${name}: they stand still and think nothing until you release them.`} checked={frozen} onChange={(next) => void attempt(next ? 'Freezing' : 'Releasing', () => session.freezePerson(npcId, next), next ? `${name} stands still.` : `${name} goes on with the day.`)} />
      <div className="row">
        <Button onClick={() => void attempt('Writing the file', async () => saveFile(await session.exportPerson(npcId), session.run.seed, name), `The file is written. It holds what ${name} remembers, believes and feels, and no key.`)}>Save this mind</Button>
        <Button onClick={() => file.current?.click()}>Open a mind</Button>
      </div>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={`A file of ${name}`}
        accept=".json,application/json"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (chosen) {
            void attempt(
              'Reading the file',
              async () => {
                const was = await session.exportPerson(npcId)
                await session.importPerson(npcId, chosen)
                setBefore(was)
              },
              `${name} is as the file says.`,
            )
          }
        }}
      />
      {word !== '' && (
        <p className="soft" role="status">
          {word}{' '}
          {before && (
            <Button
              tone="quiet"
              className="button-compact"
              onClick={() => {
                setBefore(null)
                void attempt('Taking it back', () => session.importPerson(npcId, before), `${name} is as before.`)
              }}
            >
              Take it back
            </Button>
          )}
        </p>
      )}
    </PanelPart>
  )
}
