/** Which mind people think with: the built-in one, or a model behind an address. */
import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { EndpointSettings, ProbeReport, ProbeStep } from '#minds/language-model.ts'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { Choice, Field, Switch } from '../components/fields.tsx'
import { ConnectionTest } from './connection-test.tsx'
import { addressProblem, hasKeyFor, originOf } from './endpoint-draft.ts'

const MINDS = [
  { id: 'builtin', label: 'Built-in mind', hint: 'Rules, needs and memories. Works without a connection and costs nothing.' },
  { id: 'model', label: 'A model of yours', hint: 'On your machine (Ollama, LM Studio, llama.cpp, vLLM) or any service with a key: OpenAI, Claude, Gemini, OpenRouter and others.' },
] as const

/** Protocols a server can be spoken to in, the most common first. */
const PROTOCOLS: ReadonlyArray<{ id: Exclude<EndpointSettings['kind'], 'builtin'>; label: string }> = [
  { id: 'openai-compatible', label: 'OpenAI chat (most servers)' },
  { id: 'anthropic', label: 'Anthropic messages' },
  { id: 'gemini', label: 'Gemini' },
  { id: 'ollama', label: 'Ollama’s own' },
]

/** The settings of the mind; what is typed here is used only when asked for. */
export function MindSettings() {
  const session = useSession()
  const endpoint = useStore(session.settings, (settings) => settings.endpoint)
  const model = useStore(session.hud, (hud) => hud.model)
  const [kind, setKind] = useState(endpoint.kind)
  const protocol = kind === 'builtin' ? 'openai-compatible' : kind
  const [baseUrl, setBaseUrl] = useState(endpoint.baseUrl ?? '')
  const [name, setName] = useState(endpoint.model ?? '')
  const [remember, setRemember] = useState(endpoint.rememberKey ?? false)
  const [report, setReport] = useState<ProbeReport | null>(null)
  const [steps, setSteps] = useState<ProbeStep[]>([])
  const [busy, setBusy] = useState<'testing' | 'using' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  // the key never enters React's state or the page's markup, only the field it is typed into
  const key = useRef<HTMLInputElement>(null)
  const latestTest = useRef(0)

  const preset = session.presets.find((each) => each.baseUrl === baseUrl)
  const choosePreset = (id: string): void => {
    const chosen = session.presets.find((each) => each.id === id)
    setBaseUrl(chosen?.baseUrl ?? '')
    if (chosen) setKind(chosen.kind)
  }
  const keyKept = hasKeyFor(endpoint, baseUrl)
  const draft = (): EndpointSettings => {
    // the server's address and model stay, so that switching back is one press
    if (kind === 'builtin') return { ...endpoint, kind: 'builtin' }
    const typed = key.current?.value.trim() ?? ''
    const apiKey = typed !== '' ? typed : keyKept ? endpoint.apiKey : undefined
    return { kind, baseUrl: baseUrl.trim(), rememberKey: remember, ...(name.trim() === '' ? {} : { model: name.trim() }), ...(apiKey === undefined ? {} : { apiKey }) }
  }
  const test = async (): Promise<void> => {
    const wrong = addressProblem(baseUrl)
    setProblem(wrong)
    if (wrong !== null) return
    const turn = ++latestTest.current
    setBusy('testing')
    setReport(null)
    setSteps([])
    try {
      const found = await session.testEndpoint(draft(), (step) => {
        if (turn === latestTest.current) setSteps((before) => [...before.filter((each) => each.id !== step.id), step])
      })
      if (turn !== latestTest.current) return
      setReport(found)
      setSteps(found.steps)
      if (name.trim() === '' && found.model !== '') setName(found.model)
    } catch (error) {
      setProblem(`The test itself failed: ${error instanceof Error ? error.message : String(error)}`)
    }
    setBusy(null)
  }
  const use = async (): Promise<void> => {
    const wrong = kind === 'builtin' ? null : addressProblem(baseUrl)
    setProblem(wrong)
    if (wrong !== null) return
    setBusy('using')
    try {
      await session.setEndpoint(draft())
      if (key.current) key.current.value = ''
      session.notify('quiet', kind === 'builtin' ? 'People think with the built-in mind from now on.' : `People think with ${name.trim() || 'the model of this server'} from now on. Talks go on.`)
    } catch (error) {
      setProblem(`This mind could not be set: ${error instanceof Error ? error.message : String(error)}`)
    }
    setBusy(null)
  }
  const forgetKey = (): void => {
    const { apiKey: _forgotten, ...rest } = endpoint
    void session.setEndpoint({ ...rest, rememberKey: false })
    setRemember(false)
    if (key.current) key.current.value = ''
  }
  const inUse = kind === endpoint.kind && (kind === 'builtin' || (baseUrl.trim() === endpoint.baseUrl && name.trim() === (endpoint.model ?? '')))
  return (
    <div className="mind-settings">
      <Choice
        label="Mind"
        look="cards"
        value={kind === 'builtin' ? 'builtin' : 'model'}
        options={MINDS}
        onChange={(next) => setKind(next === 'builtin' ? 'builtin' : endpoint.kind === 'builtin' ? 'openai-compatible' : endpoint.kind)}
      />
      {kind !== 'builtin' && (
        <>
          <div className="field">
            <label htmlFor="preset">Server</label>
            <select id="preset" value={preset?.id ?? ''} onChange={(event) => choosePreset(event.currentTarget.value)}>
              <option value="">Another address</option>
              {session.presets.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.label}
                </option>
              ))}
            </select>
            {preset && <p className="field-hint soft">{preset.trap(window.location.origin)}</p>}
          </div>
          <div className="field">
            <label htmlFor="protocol">It speaks</label>
            <select id="protocol" value={protocol} onChange={(event) => setKind(PROTOCOLS.find(({ id }) => id === event.currentTarget.value)?.id ?? 'openai-compatible')}>
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
            placeholder={keyKept ? 'a key is set' : 'none'}
            hint={`Sent only to ${originOf(baseUrl) ?? 'that address'}. Whoever uses this browser, and its extensions, could read it: take a key with a spending limit.`}
            beside={keyKept && <Button tone="quiet" icon="forget" onClick={forgetKey}>Forget key</Button>}
          />
          <Switch label="Keep the key on this device" hint="Otherwise it is gone when this tab closes." checked={remember} onChange={setRemember} />
          <Field label="Model" value={name} list="models" placeholder="as the server names it" hint={report && report.models.length > 0 ? `${report.models.length} found; choose or type.` : 'Left empty, the first that the server offers.'} onChange={(event) => setName(event.currentTarget.value)} />
          <datalist id="models">
            {report?.models.map((each) => <option key={each} value={each} />)}
          </datalist>
          <ConnectionTest steps={steps} report={report} busy={busy === 'testing'} />
        </>
      )}
      {model.trouble !== null && <p className="trouble">The built-in mind answers for now: {model.trouble}</p>}
      <div className="row mind-actions">
        {kind !== 'builtin' && (
          <Button onClick={() => void test()} disabled={busy !== null}>
            {busy === 'testing' ? 'Testing' : 'Test connection'}
          </Button>
        )}
        <Button tone={inUse ? 'plain' : 'main'} {...(inUse ? { icon: 'check' as const } : {})} onClick={() => void use()} disabled={busy === 'using'}>
          {inUse ? 'In use' : 'Use this mind'}
        </Button>
      </div>
    </div>
  )
}
