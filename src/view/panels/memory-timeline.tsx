/** What a person remembers, newest first or by what it is asked; to be pinned or forgotten. */
import { useEffect, useState } from 'react'
import type { NpcId } from '#core/ids.ts'
import type { MemoryView } from '#minds/memory/memory.ts'
import { useSession } from '../session-context.ts'
import { IconButton } from '../components/button.tsx'
import { ConfirmButton } from '../components/confirm-button.tsx'
import { Field } from '../components/fields.tsx'
import { PanelPart } from '../components/panel.tsx'
import { momentWords } from '../hud/words.ts'
import { ScoreParts } from './score-parts.tsx'

type MemoryTimelineProps = { npcId: NpcId; memories: readonly MemoryView[]; onChanged(): void }

const TYPING_MS = 250

/** The memories of a person; what is typed is recalled for, with the parts of each score. */
export function MemoryTimeline({ npcId, memories, onChanged }: MemoryTimelineProps) {
  const session = useSession()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<MemoryView[] | null>(null)
  const [edits, setEdits] = useState(0)
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
  const change = async (work: Promise<void>): Promise<void> => {
    try {
      await work
    } catch (error) {
      session.notify('error', `This memory could not be changed: ${error instanceof Error ? error.message : String(error)}`)
    }
    setEdits((count) => count + 1)
    onChanged()
  }
  const shown = found ?? memories
  return (
    <PanelPart title="Remembers">
      <Field label="Search the memories" type="search" value={query} placeholder="the mill, bread, your name" onChange={(event) => setQuery(event.currentTarget.value)} />
      {shown.length === 0 && <p className="empty">{query.trim() === '' ? 'Nothing yet.' : 'Nothing comes to mind.'}</p>}
      <ol className="memories">
        {shown.map((memory) => (
          <li key={memory.id} data-kind={memory.kind}>
            <p className="soft memory-when">
              {momentWords(memory.worldSeconds)} · {memory.place} · {memory.kind}
              {memory.source && `, hearsay over ${memory.source.hops} ${memory.source.hops === 1 ? 'mouth' : 'mouths'}`}
            </p>
            <p>{memory.text}</p>
            {memory.parts && <ScoreParts parts={memory.parts} score={memory.score} />}
            <div className="memory-actions">
              <IconButton icon="pin" label={memory.pinned ? 'Let this memory fade' : 'Pin this memory'} aria-pressed={memory.pinned} onClick={() => void change(session.pinMemory(memory.id, !memory.pinned))} />
              <ConfirmButton compact icon="forget" label="Forget" question="Forget this for good?" confirm="Forget" onConfirm={() => void change(session.forgetMemory(memory.id))} />
            </div>
          </li>
        ))}
      </ol>
    </PanelPart>
  )
}
