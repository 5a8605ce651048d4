/** Model files that run in this tab, in the settings: kept ones to choose from, adding one from this machine or an address, and deleting. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { ModelOffer, TabModelDesk } from '#session/tab-model-desk.ts'
import { Button } from '../components/button.tsx'
import { ConfirmButton } from '../components/confirm-button.tsx'
import { Field } from '../components/fields.tsx'
import { Meter } from '../components/meter.tsx'
import { useSession } from '../session-context.ts'
import './tab-model-part.css'

type Kept = Awaited<ReturnType<TabModelDesk['look']>>
type Progress = { share: number | null; words: string }

/** The files; `model` is the one that is chosen. */
export function TabModelPart({ model, onModel }: { model: string; onModel(name: string): void }) {
  const session = useSession()
  const [kept, setKept] = useState<Kept | null>(null)
  const [address, setAddress] = useState('')
  const [offer, setOffer] = useState<ModelOffer | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [loaded, setLoaded] = useState<string | null>(null)
  const loading = useStore(session.hud, (state) => state.loading)
  const [over, setOver] = useState(false)
  const running = useRef<AbortController | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const look = useCallback(async (): Promise<void> => setKept(await (await session.tabModels()).look()), [session])
  useEffect(() => {
    void look()
    return () => running.current?.abort()
  }, [look])

  /** Runs one thing that can be stopped; what goes wrong is told. */
  const run = async (work: (desk: TabModelDesk, signal: AbortSignal) => Promise<void>): Promise<void> => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setProblem(null)
    try {
      await work(await session.tabModels(), controller.signal)
    } catch (error) {
      if (!controller.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
    }
    setProgress(null)
    await look()
  }
  const weigh = (from: File | string): void => {
    setOffer(null)
    setProgress({ share: null, words: 'Looking at it …' })
    void run(async (desk, signal) => setOffer(await desk.weigh(from, signal)))
  }
  const add = (wanted: ModelOffer): void => {
    setProgress({ share: 0, words: '' })
    void run(async (desk, signal) => {
      onModel(await desk.add(wanted, (share, words) => setProgress({ share, words }), signal))
      setOffer(null)
      setAddress('')
    })
  }
  const load = (name: string): void => {
    setLoaded(null)
    void run(async () => {
      const { ok, message } = await session.loadTabModel(name)
      if (!ok) throw new Error(message)
      setLoaded(message)
    })
  }
  const remove = (name: string): void => void run(async (desk) => {
    await desk.remove(name)
    if (model === name) onModel('')
  })

  return (
    <div
      className="tab-model"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) weigh(file)
      }}
    >
      <p className="soft">A model file (GGUF) thinks on this machine’s processor, inside this tab: no server, no key, and nothing that is said leaves. Sensible are instruct models of 0.5 to 1.5 billion parameters at four bits (Q4_K_M), some 400 MB to 1 GB: small ones of the Qwen, Llama, Gemma or SmolLM families. Expect a few words a second, more from the smallest: enough for whoever you talk to. The test below measures it on this machine.</p>
      {kept?.obstacle != null && <p className="field-problem">{kept.obstacle}</p>}
      {kept && kept.models.length > 0 && (
        <fieldset className="choice choice-cards minds">
          <legend>Kept in this browser</legend>
          <div className="choice-options">
            {kept.models.map(({ name, size }) => (
              <div key={name} className="mind-row">
                <label className={name === model ? 'chosen' : ''}>
                  <input type="radio" name="tab-model" value={name} checked={name === model} onChange={() => onModel(name)} />
                  <span className="choice-name">{name}</span>
                  <span className="soft choice-hint">{size}</span>
                </label>
                <ConfirmButton label="Delete file" question={`Delete ${name}?`} confirm="Delete" icon="forget" compact onConfirm={() => remove(name)} />
              </div>
            ))}
          </div>
        </fieldset>
      )}
      {loading !== null ? (
        <div className="tab-offer" role="status">
          <Meter label={`${loading.name} on its way into memory`} value={loading.share ?? 1} words={loading.share === null ? 'made ready …' : `${Math.floor(loading.share * 100)} % read`} />
          <Button tone="quiet" onClick={() => session.stopLoading()}>
            Stop loading
          </Button>
        </div>
      ) : (
        model !== '' &&
        progress === null && (
          <div className="row">
            <Button onClick={() => load(model)}>Load it now</Button>
            <span className="soft" role="status">
              {loaded ?? 'Else the first thought waits for it.'}
            </span>
          </div>
        )
      )}
      {progress === null && offer === null && (
        <>
          <div className="row">
            <Button onClick={() => picker.current?.click()}>Choose a file</Button>
            <span className="soft">or drop one here</span>
          </div>
          <Field label="Address of a file" type="url" inputMode="url" value={address} placeholder="https://…/model.gguf" hint="Its size is shown before anything is fetched. Only this address is asked, and where it sends on to." onChange={(event) => setAddress(event.currentTarget.value)} beside={<Button onClick={() => weigh(address)} disabled={address.trim() === ''}>Look at it</Button>} />
        </>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="A model file"
        accept=".gguf"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (chosen) weigh(chosen)
        }}
      />
      {offer !== null && progress === null && (
        <div className="tab-offer" role="group" aria-label="The file you chose">
          <p>
            <strong>{offer.name}</strong> · {offer.size}
          </p>
          <p className="soft">{offer.advice}</p>
          <div className="row">
            <Button tone="main" onClick={() => add(offer)}>
              {offer.from instanceof File ? 'Keep it in this browser' : 'Fetch it'}
            </Button>
            <Button tone="quiet" onClick={() => setOffer(null)}>
              Not this one
            </Button>
          </div>
        </div>
      )}
      {progress !== null && (
        <div className="tab-offer" role="status">
          {progress.share === null ? <p className="soft">{progress.words}</p> : <Meter label="Being kept" value={progress.share} words={progress.words} />}
          <Button tone="quiet" onClick={() => running.current?.abort()}>
            Stop
          </Button>
        </div>
      )}
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
