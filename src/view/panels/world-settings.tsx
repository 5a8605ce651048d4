/** The hour, and what is kept of this world: carrying it away, bringing it back, forgetting it. */
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { ConfirmButton } from '../components/confirm-button.tsx'
import { Slider, Switch } from '../components/fields.tsx'
import { PanelPart } from '../components/panel.tsx'
import { clockWords, partOfDay } from '../hud/words.ts'
import { KeptHere } from './kept-here.tsx'
import { RecordingPart } from './recording-part.tsx'
import { saveFile } from './save-file.ts'

/** Settings of the world. */
export function WorldSettings() {
  const session = useSession()
  const hour = useStore(session.hud, (hud) => Math.round(hud.hour * 4) / 4)
  const seed = useStore(session.hud, (hud) => hud.seed)
  const file = useRef<HTMLInputElement>(null)
  const [badMemories, setBadMemories] = useState(session.run.world.wounds)
  const [word, setWord] = useState('')
  const told = useRef<HTMLParagraphElement>(null)
  // what came of a press is seen, however low on the sheet it stands
  useEffect(() => {
    // newer browsers answer with a promise, which is nothing that an effect may return
    if (word !== '') told.current?.scrollIntoView({ block: 'nearest' })
  }, [word])
  const [others, setOthers] = useState(0)
  const [before, setBefore] = useState<Blob | null>(null)
  useEffect(() => setBadMemories(session.run.world.wounds), [session, seed])
  useEffect(() => void session.otherWorlds().then((seeds) => setOthers(seeds.length)), [session, seed])

  const attempt = async (what: string, work: () => Promise<void>, done: string): Promise<void> => {
    setWord(`${what} …`)
    try {
      await work()
      setWord(done)
    } catch (error) {
      setWord(`${what} did not work: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  /** Does something that replaces this world, and keeps it as it was until the next such thing, so that it can be taken back. */
  const replace = (what: string, work: () => Promise<void>, done: string): Promise<void> =>
    attempt(
      what,
      async () => {
        const was = await session.exportWorld()
        setBefore(null)
        await work()
        setBefore(was)
      },
      done,
    )
  const takeBack = (was: Blob): void => {
    setBefore(null)
    void attempt('Taking it back', () => session.importWorld(was), 'The world is as it was.')
  }
  const carryAway = (): Promise<void> =>
    attempt(
      'Writing the file',
      async () => {
        saveFile(await session.exportWorld(), seed)
      },
      'The file is written. It holds this world and its memories, and no key.',
    )
  return (
    <>
      <PanelPart title="Time of day">
        <Slider label="Hour" value={hour} lowest={0} highest={23.75} step={0.25} words={`${clockWords(hour)}, ${partOfDay(hour)}`} onChange={(next) => session.setHour(next)} />
      </PanelPart>
      <PanelPart title="People">
        <Switch label="Bad memories" hint="What was too much for somebody may come back to them, and fade. Off: none form, and none show." checked={badMemories} onChange={(enabled) => {
          session.setBadMemories(enabled)
          setBadMemories(enabled)
        }} />
      </PanelPart>
      <PanelPart title="What is kept here">
        <KeptHere onWord={setWord} />
        <div className="row">
          <Button onClick={() => void carryAway()}>Save to a file</Button>
          <Button onClick={() => file.current?.click()}>Open a file</Button>
        </div>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="A world’s file"
          accept=".json,application/json"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (chosen) void replace('Reading the file', () => session.importWorld(chosen), 'The world of the file is here.')
          }}
        />
        <ConfirmButton
          icon="forget"
          label="Forget this world"
          question={`Everything that the people of ${seed} remember is lost.`}
          confirm="Forget it"
          onConfirm={() => void replace('Forgetting', () => session.forgetWorld(), 'Nobody here remembers you.')}
        />
        {others > 0 && (
          <ConfirmButton
            icon="forget"
            label={others === 1 ? 'Forget the other world' : `Forget the ${others} other worlds`}
            question={`Everything that is kept of ${others === 1 ? 'one other world' : `${others} other worlds`} is lost; this one stays.`}
            confirm="Forget"
            onConfirm={() =>
              void attempt(
                'Forgetting',
                async () => {
                  await session.forgetOtherWorlds()
                  setOthers((await session.otherWorlds()).length)
                },
                'The other worlds are forgotten.',
              )
            }
          />
        )}
        <p ref={told} className="word" role="status">
          {word}{' '}
          {before && (
            <Button tone="quiet" className="button-compact" onClick={() => takeBack(before)}>
              Take it back
            </Button>
          )}
        </p>
      </PanelPart>
      <RecordingPart />
    </>
  )
}
