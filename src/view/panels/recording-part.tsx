/** A run on record: beginning it, saving it, living one again. */
import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { PanelPart } from '../components/panel.tsx'
import { saveFile } from './save-file.ts'

/** Records and replays. */
export function RecordingPart() {
  const session = useSession()
  const { recording, seed } = useStore(session.hud)
  const tried = useStore(session.hud, (hud) => hud.trial)
  const file = useRef<HTMLInputElement>(null)
  const answers = useRef<HTMLInputElement>(null)
  const [word, setWord] = useState('')
  const attempt = (work: Promise<void>): void => {
    setWord('')
    work.catch((error: unknown) => setWord(error instanceof Error ? error.message : String(error)))
  }
  const save = async (): Promise<void> => {
    saveFile(await session.stopRecording(), seed, 'recording')
    setWord('The recording is written. It holds this world as it was and what was said and thought, and no key.')
  }
  return (
    <PanelPart title="Recording" note="Everything that happens, with what models were asked and answered, so that it can be lived again to the last bit: to show it, or to send it with a report of something that went wrong. The answers alone can be given again, too, in place of a model.">
      <div className="row">
        {recording === 'recording' ? <Button tone="main" onClick={() => attempt(save())}>Stop and save</Button> : <Button disabled={recording !== 'none'} onClick={() => attempt(session.startRecording())}>Begin to record</Button>}
        <Button onClick={() => file.current?.click()}>Live one again</Button>
        <Button onClick={() => answers.current?.click()}>Let one answer</Button>
        {tried?.trial.kind === 'recorded' && <Button tone="main" onClick={() => attempt(session.tryMind(null))}>Back to {tried.before.name}</Button>}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        aria-label="A recording"
        accept=".json,application/json"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (chosen) attempt(session.replay(chosen))
        }}
      />
      <input
        ref={answers}
        type="file"
        hidden
        aria-label="A recording that answers"
        accept=".json,application/json"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (chosen) attempt(session.answerFrom(chosen).then((count) => setWord(`${count} answers of this recording are given again to whoever is asked the same, each after as long as it took.`)))
        }}
      />
      <p className="word" role="status">
        {word || RECORDING_WORDS[recording]}
      </p>
    </PanelPart>
  )
}

const RECORDING_WORDS = {
  none: '', recording: 'Recording.', replaying: 'A recording is being lived again. Nothing of it is kept, and your own world waits as you left it.', astray: 'A recording is being lived again, but it is not what was recorded any more.',
} as const
