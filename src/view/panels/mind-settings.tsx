/** Which mind people think with: the built-in one, or one of the player's models; switched, changed, and given to kinds of thoughts. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/button.tsx'
import { MindChoice } from '../components/mind-choice.tsx'
import { useSession } from '../session-context.ts'
import { MindFiles } from './mind-files.tsx'
import { MindGroups } from './mind-groups.tsx'
import { ProfileEditor } from './profile-editor.tsx'

/** The settings of the mind; what is typed here is used only when asked for. */
export function MindSettings() {
  const session = useSession()
  const profiles = useStore(session.settings, (settings) => settings.profiles)
  const trouble = useStore(session.hud, (hud) => hud.model.trouble)
  const [edited, setEdited] = useState<string | 'new' | null>(null)
  const [undo, setUndo] = useState<{ name: string; take: () => Promise<void> } | null>(null)
  const [word, setWord] = useState('')

  const profile = profiles.find(({ id }) => id === edited) ?? null
  const remove = async (id: string, name: string): Promise<void> => {
    const take = await (await session.profiles()).remove(id)
    setEdited(null)
    setWord('')
    setUndo({ name, take })
  }
  return (
    <div className="mind-settings">
      <MindChoice
        label="Who thinks"
        hinted
        onEdit={(id) => {
          setEdited(edited === id ? null : id)
          setWord('')
        }}
        edited={edited}
        onFailure={setWord}
      />
      {undo && (
        <div className="row undo" role="status">
          <span>“{undo.name}” is deleted.</span>
          <Button
            tone="quiet"
            onClick={() => {
              void undo.take()
              setUndo(null)
            }}
          >
            Take it back
          </Button>
        </div>
      )}
      {edited !== 'new' && (
        <Button icon="plus" className="add-mind" onClick={() => setEdited('new')}>
          {profiles.length === 0 ? 'A model of yours' : 'Another model'}
        </Button>
      )}
      {profiles.length === 0 && edited === null && <p className="soft">On your machine (Ollama, LM Studio, llama.cpp, vLLM) or any service with a key: OpenAI, Claude, Gemini, OpenRouter and others.</p>}
      {(edited === 'new' || profile !== null) && <ProfileEditor key={edited} profile={profile} onClose={() => setEdited(null)} onSaved={setEdited} onRemove={remove} />}
      {trouble !== null && <p className="trouble">The built-in mind answers for now: {trouble}</p>}
      {profiles.length > 0 && <MindGroups onFailure={setWord} />}
      <MindFiles hasMinds={profiles.length > 0} onWord={setWord} />
      <p className="word" role="status">
        {word}
      </p>
    </div>
  )
}
