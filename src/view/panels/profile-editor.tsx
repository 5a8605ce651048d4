/** One model of the player's: its name, server, key and model; tested, used, kept, deleted. */
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { EndpointSettings, WireKind } from '#minds/language-model.ts'
import { originOf } from '#session/kept-keys.ts'
import { PRESETS } from '#session/server-presets.ts'
import { BUILTIN_ID, LONGEST_NAME, type Profile } from '#session/settings.ts'
import { Button } from '../components/button.tsx'
import { Field, Switch } from '../components/fields.tsx'
import { useLater } from '../components/use-later.ts'
import { useSession } from '../session-context.ts'
import { BrowserModelPart } from './browser-model-part.tsx'
import { ConnectionTest } from './connection-test.tsx'
import { addressProblem, keyFor } from './endpoint-draft.ts'
import { FinderField } from './finder-field.tsx'
import { useConnectionTest } from './use-connection-test.ts'

/** Read only by whoever wants a model in the tab. */
const readTabModels = () => import('./tab-model-part.tsx')

/** Protocols a server can be spoken to in, the most common first. */
const PROTOCOLS: ReadonlyArray<{ id: WireKind; label: string }> = [
  { id: 'openai-compatible', label: 'OpenAI chat (most servers)' },
  { id: 'anthropic', label: 'Anthropic messages' },
  { id: 'gemini', label: 'Gemini' },
  { id: 'ollama', label: 'Ollama’s own' },
]

/** Protocols in which a server can be asked for the meaning of texts. */
const FINDERS: ReadonlySet<string> = new Set<WireKind>(['openai-compatible', 'ollama'])

const OWN = 'browser'
const TAB = 'tab'
const hasBrowserModel = (): boolean => 'LanguageModel' in window

type ProfileEditorProps = {
  /** Null makes a new one. */
  profile: Profile | null
  onClose(): void
  onSaved(id: string): void
  onRemove(id: string, name: string): Promise<void>
}

/** The form of one profile; nothing of it counts until it is used or kept. */
export function ProfileEditor({ profile, onClose, onSaved, onRemove }: ProfileEditorProps) {
  const session = useSession()
  const profiles = useStore(session.settings, (settings) => settings.profiles)
  const inUse = useStore(session.settings, (settings) => profile !== null && settings.profileId === profile.id)
  const kept = profile?.endpoint
  const [name, setName] = useState(profile?.name ?? '')
  const [kind, setKind] = useState<WireKind | 'browser' | 'tab'>(kept === undefined || kept.kind === BUILTIN_ID ? 'openai-compatible' : kept.kind)
  const [baseUrl, setBaseUrl] = useState(kept?.baseUrl ?? '')
  const [model, setModel] = useState(kept?.model ?? '')
  const [embedding, setEmbedding] = useState(kept?.embedding ?? '')
  const [remember, setRemember] = useState(kept?.rememberKey ?? false)
  const [hasTyped, setHasTyped] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  // the key never enters React's state or the page's markup, only the field it is typed into
  const key = useRef<HTMLInputElement>(null)
  const test = useConnectionTest(setProblem)
  const form = useRef<HTMLElement>(null)
  useEffect(() => {
    // without the braces the promise that some browsers return would pass for a way to clean up
    form.current?.scrollIntoView({ block: 'start' })
  }, [])

  const preset = PRESETS.find((each) => each.baseUrl === baseUrl)
  const choosePreset = (id: string): void => {
    const chosen = PRESETS.find((each) => each.id === id)
    setBaseUrl(chosen?.baseUrl ?? '')
    setProblem(null)
    if (id === TAB || kind === TAB) setModel('')
    setKind(id === OWN || id === TAB ? id : (chosen?.kind ?? 'openai-compatible'))
  }
  const held = keyFor(profiles, profile?.id ?? null, baseUrl)
  const isHere = kind === OWN || kind === TAB
  const draft = (): EndpointSettings => {
    if (kind === OWN) return { kind }
    if (kind === TAB) return { kind, ...(model === '' ? {} : { model }) }
    const typed = key.current?.value.trim() ?? ''
    const apiKey = typed !== '' ? typed : held?.endpoint.apiKey
    return { kind, baseUrl: baseUrl.trim(), rememberKey: remember, ...(model.trim() === '' ? {} : { model: model.trim() }), ...(embedding.trim() === '' || !FINDERS.has(kind) ? {} : { embedding: embedding.trim() }), ...(apiKey === undefined ? {} : { apiKey }) }
  }
  const isWrong = (): boolean => {
    const wrong = kind === TAB ? (model === '' ? 'Choose a model file first.' : null) : kind === OWN ? null : addressProblem(baseUrl)
    setProblem(wrong)
    return wrong !== null
  }
  const runTest = async (): Promise<void> => {
    if (isWrong()) return
    const found = await test.run(draft())
    if (found !== null && !isHere && model.trim() === '' && found.model !== '') setModel(found.model)
  }
  const save = async (use: boolean): Promise<void> => {
    if (isWrong()) return
    setBusy(true)
    try {
      const desk = await session.profiles()
      const id = await desk.save(profile?.id ?? null, name, draft())
      if (use) await desk.use(id)
      if (key.current) key.current.value = ''
      setHasTyped(false)
      if (use) session.notify('quiet', `People think with ${kind === OWN ? 'the browser’s own model' : kind === TAB ? 'the model in this tab' : model.trim() || 'the model of this server'} from now on. Talks go on.`)
      onSaved(id)
    } catch (error) {
      setProblem(`This mind could not be set: ${error instanceof Error ? error.message : String(error)}`)
    }
    setBusy(false)
  }
  const signIn = async (presetId: string): Promise<void> => {
    try {
      await session.signIn({ presetId, profileId: profile?.id ?? null, name, model: model.trim(), rememberKey: remember })
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  const forgetKey = async (id: string): Promise<void> => {
    await (await session.profiles()).forgetKey(id)
    setRemember(false)
    setHasTyped(false)
    if (key.current) key.current.value = ''
  }
  const changed = hasTyped || name !== (profile?.name ?? '') || kind !== (kept?.kind ?? 'openai-compatible') || baseUrl.trim() !== (kept?.baseUrl ?? '') || model.trim() !== (kept?.model ?? '') || embedding.trim() !== (kept?.embedding ?? '') || remember !== (kept?.rememberKey ?? false)
  const own = held !== null && held.id === profile?.id
  return (
    <section ref={form} className="profile-editor" aria-label={profile ? `Change ${profile.name}` : 'A new mind'}>
      <div className="field">
        <label htmlFor="preset">Server</label>
        <select id="preset" value={isHere ? kind : (preset?.id ?? '')} onChange={(event) => choosePreset(event.currentTarget.value)}>
          <option value="">Another address</option>
          {PRESETS.map((each) => (
            <option key={each.id} value={each.id}>
              {each.label}
            </option>
          ))}
          <option value={TAB}>A model file, run in this tab</option>
          {(kind === OWN || hasBrowserModel()) && <option value={OWN}>This browser’s own model</option>}
        </select>
        {preset && <p className="field-hint soft">{preset.trap(window.location.origin)}</p>}
        {!isHere && !preset && !hasBrowserModel() && <p className="field-hint soft">This browser has no model of its own; desktop Chrome has, from version 148 on.</p>}
      </div>
      {kind === OWN ? <BrowserModelPart /> : kind === TAB ? <LaterTabModels model={model} onModel={setModel} /> : <>
      <div className="field">
        <label htmlFor="protocol">It speaks</label>
        <select id="protocol" value={kind} onChange={(event) => setKind(PROTOCOLS.find(({ id }) => id === event.currentTarget.value)?.id ?? 'openai-compatible')}>
          {PROTOCOLS.map((each) => (
            <option key={each.id} value={each.id}>
              {each.label}
            </option>
          ))}
        </select>
      </div>
      <Field label="Address" type="url" inputMode="url" value={baseUrl} placeholder="http://localhost:11434/v1" problem={problem} hint="Up to and including the version, where it has one." onChange={(event) => setBaseUrl(event.currentTarget.value)} />
      <Field
        ref={key}
        label={preset && !preset.needsKey ? 'Key (not needed here)' : 'Key'}
        type="password"
        autoComplete="off"
        placeholder={held === null ? 'none' : own ? 'a key is set' : `as for ${held.name}`}
        hint={`Sent only to ${originOf(baseUrl) ?? 'that address'}. Whoever uses this browser, and its extensions, could read it: take a key with a spending limit.`}
        beside={own && <Button tone="quiet" icon="forget" onClick={() => void forgetKey(held.id)}>Forget key</Button>}
        onChange={() => setHasTyped(true)}
      />
      {preset?.signIn && (
        <div className="sign-in">
          <Button onClick={() => void signIn(preset.id)}>Sign in at {preset.label}</Button>
          <p className="field-hint soft">Goes there in this tab and comes back with a key of your own. The world is kept meanwhile.</p>
        </div>
      )}
      <Switch label="Keep the key on this device" hint="Otherwise it is gone when this tab closes." checked={remember} onChange={setRemember} />
      <Field label="Model" value={model} list="models" placeholder="as the server names it" hint={test.report && test.report.models.length > 0 ? `${test.report.models.length} found; choose or type.` : 'Left empty, the first that the server offers.'} onChange={(event) => setModel(event.currentTarget.value)} />
      <datalist id="models">
        {test.report?.models.map((each) => <option key={each} value={each} />)}
      </datalist>
      {FINDERS.has(kind) && <FinderField value={embedding} placeholder={preset?.embedding ?? 'none'} inUse={inUse && !changed} onChange={setEmbedding} />}
      </>}
      {isHere && problem !== null && <p className="field-problem">{problem}</p>}
      <Field label="Name" value={name} maxLength={LONGEST_NAME} placeholder={preset?.label ?? 'as you like'} hint="What you call this mind. Left empty, it is called after its server." onChange={(event) => setName(event.currentTarget.value)} />
      <ConnectionTest steps={test.steps} report={test.report} busy={test.busy} />
      <div className="row mind-actions">
        <Button onClick={() => void runTest()} disabled={test.busy || busy}>
          {test.busy ? 'Testing' : 'Test connection'}
        </Button>
        <Button tone={inUse && !changed ? 'plain' : 'main'} {...(inUse && !changed ? { icon: 'check' as const } : {})} onClick={() => void save(true)} disabled={busy}>
          {inUse && !changed ? 'In use' : 'Use this mind'}
        </Button>
        {!inUse && (
          <Button onClick={() => void save(false)} disabled={busy || !changed}>
            Only keep it
          </Button>
        )}
        <Button tone="quiet" onClick={onClose}>
          {changed ? 'Discard' : 'Close'}
        </Button>
        {profile && (
          <Button tone="quiet" icon="forget" onClick={() => void onRemove(profile.id, profile.name)}>
            Delete
          </Button>
        )}
      </div>
      {changed && <p className="soft">What you changed here is not kept yet.</p>}
    </section>
  )
}

function LaterTabModels(chosen: { model: string; onModel(name: string): void }) {
  const { part, problem, again } = useLater(readTabModels)
  if (part) return <part.TabModelPart {...chosen} />
  if (problem === null) return <p className="soft">Looking …</p>
  return (
    <div role="alert">
      <p className="field-problem">The model files could not be shown: the connection is gone, or the page was renewed since you opened it.</p>
      <div className="row">
        <Button onClick={again}>Try again</Button>
        <Button onClick={() => window.location.reload()}>Load the page again</Button>
      </div>
      <p className="soft">What you typed is still here. ({problem})</p>
    </div>
  )
}
