/** What a person remembers, newest first or by what it is asked; to be pinned or forgotten. */
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { NpcId } from '#core/ids.ts'
import type { MemoryView } from '#minds/memory/memory.ts'
import { useSession } from '../session-context.ts'
import { Button, IconButton } from '../components/button.tsx'
import { Field } from '../components/fields.tsx'
import { PanelPart } from '../components/panel.tsx'
import { momentWords } from '../hud/words.ts'
import { MemoryStrip } from './memory-strip.tsx'
import { ScoreParts } from './score-parts.tsx'

type MemoryTimelineProps = { npcId: NpcId; name: string; memories: readonly MemoryView[]; onChanged(): void }

const TYPING_MS = 250

/** The memories of a person; what is typed is recalled for, with the parts of each score. */
export function MemoryTimeline({ npcId, name, memories, onChanged }: MemoryTimelineProps) {
  const session = useSession()
  const byMeaning = useStore(session.hud, ({ memory: { finder } }) => Boolean(finder && finder.trouble === null))
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<MemoryView[] | null>(null)
  const [edits, setEdits] = useState(0)
  const [rewording, setRewording] = useState<{ id: string; text: string } | null>(null)
  const [undoable, setUndoable] = useState<string | null>(null)
  useEffect(() => {
    if (query.trim() === '') {
      setFound(null)
      return
    }
    let wanted = true
    const timer = setTimeout(() => {
      session.findMemories(npcId, query.trim()).then(
        (list) => wanted && setFound(list),
        () => wanted && setFound([]),
      )
    }, TYPING_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [session, npcId, query, edits])
  const change = async (work: Promise<void>, done: string | null = null): Promise<void> => {
    try {
      await work
      setUndoable(done)
    } catch (error) {
      session.notify('error', `This memory could not be changed: ${error instanceof Error ? error.message : String(error)}`)
    }
    setEdits((count) => count + 1)
    onChanged()
  }
  const shown = found ?? memories
  const list = useRef<HTMLOListElement>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const choose = (id: string): void => {
    setChosen(id)
    list.current?.querySelector(`[data-memory="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <PanelPart title="Remembers">
      <Field label="Search the memories" type="search" value={query} placeholder="the mill, bread, your name" hint={byMeaning ? 'Found by words and by meaning.' : undefined} onChange={(event) => setQuery(event.currentTarget.value)} />
      {shown.length > 1 && <MemoryStrip name={name} memories={shown} nowSeconds={session.run.world.worldSeconds} chosen={chosen} onChoose={choose} />}
      {undoable !== null && (
        <p className="word memory-undo" role="status">
          {undoable} <Button tone="quiet" onClick={() => void change(session.undoMemory(npcId))}>Undo</Button>
        </p>
      )}
      {shown.length === 0 && <p className="empty">{query.trim() === '' ? 'Nothing yet.' : 'Nothing comes to mind.'}</p>}
      <ol className="memories" ref={list}>
        {shown.map((memory) => (
          <li key={memory.id} data-kind={memory.kind} data-memory={memory.id} data-chosen={memory.id === chosen}>
            <p className="soft memory-when">
              {momentWords(memory.worldSeconds)} · {memory.place} · {memory.kind}
              {memory.source && memory.source.hops > 1 && `, through ${memory.source.hops} mouths`}
            </p>
            {rewording?.id === memory.id ? (
              <form
                onSubmit={(event) => {
                  event.preventDefault()
                  setRewording(null)
                  void change(session.rewordMemory(memory.id, rewording.text), 'Reworded.')
                }}
              >
                <Field label="In other words" value={rewording.text} maxLength={240} autoFocus onChange={(event) => setRewording({ id: memory.id, text: event.currentTarget.value })} beside={<Button type="submit" disabled={rewording.text.trim() === ''}>Keep</Button>} />
              </form>
            ) : (
              <p>{memory.text}</p>
            )}
            {memory.parts && <ScoreParts parts={memory.parts} score={memory.score} />}
            <div className="memory-actions">
              <IconButton icon="pin" label={memory.pinned ? 'Let this memory fade' : 'Pin this memory'} aria-pressed={memory.pinned} onClick={() => void change(session.pinMemory(memory.id, !memory.pinned))} />
              <IconButton icon="pen" label={rewording?.id === memory.id ? 'Leave the words as they were' : 'Say this in other words'} onClick={() => setRewording(rewording?.id === memory.id ? null : { id: memory.id, text: memory.text })} />
              <IconButton icon="forget" label="Forget this memory" onClick={() => void change(session.forgetMemory(memory.id), 'Forgotten.')} />
            </div>
          </li>
        ))}
      </ol>
    </PanelPart>
  )
}
