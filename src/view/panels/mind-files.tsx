/** Carrying minds to another browser: a file with names and addresses, never with a key. */
import { useRef } from 'react'
import { Button } from '../components/button.tsx'
import { useSession } from '../session-context.ts'
import { saveFile } from './save-file.ts'

/** The two ways of a file; `onWord` hears what came of it. */
export function MindFiles({ hasMinds, onWord }: { hasMinds: boolean; onWord(words: string): void }) {
  const session = useSession()
  const file = useRef<HTMLInputElement>(null)
  const attempt = (work: Promise<string>): void => void work.then(onWord, (error: unknown) => onWord(error instanceof Error ? error.message : String(error)))
  const save = async (): Promise<string> => {
    saveFile((await session.profiles()).exportFile(), 'minds')
    return 'The file is written. It holds names, addresses and models, and no key.'
  }
  return (
    <div className="row">
      {hasMinds && (
        <Button tone="quiet" onClick={() => attempt(save())}>
          Save minds to a file
        </Button>
      )}
      <Button tone="quiet" onClick={() => file.current?.click()}>
        Add minds from a file
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        aria-label="A file of minds"
        accept=".json,application/json"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (chosen) attempt(session.profiles().then((desk) => desk.importFile(chosen)))
        }}
      />
    </div>
  )
}
