/** The browser's own model on the page: whether it is there, its download, and one session for each prompt; every failure becomes a sentence. */
import type { CancelSignal } from '#core/tasks/protocol.ts'
import type { BrowserModelAnswer, BrowserModelRequest, BrowserModelState } from './browser-model-protocol.ts'
import { failureOf } from './failure.ts'

/** As much of a session as is used. */
type Session = { promptStreaming(input: string, options: { signal: AbortSignal }): ReadableStream<string>; destroy(): void }
type Monitor = { addEventListener(type: 'downloadprogress', listener: (event: { readonly loaded: number }) => void): void }
type Languages = ReadonlyArray<{ type: 'text'; languages: readonly string[] }>
type CreateOptions = { initialPrompts?: ReadonlyArray<{ role: string; content: string }>; expectedInputs: Languages; expectedOutputs: Languages; signal?: AbortSignal; monitor?(monitor: Monitor): void }

/** The browser's interface, as far as it is used; untyped by the platform still. */
export type BrowserApi = { availability(options: Pick<CreateOptions, 'expectedInputs' | 'expectedOutputs'>): Promise<string>; create(options: CreateOptions): Promise<Session> }

const ENGLISH: Languages = [{ type: 'text', languages: ['en'] }]
const LANGUAGES = { expectedInputs: ENGLISH, expectedOutputs: ENGLISH } as const
const STATES: readonly string[] = ['unavailable', 'downloadable', 'downloading', 'available'] satisfies readonly BrowserModelState[]
/** Letters of a token, roughly, for a limit that the browser does not offer. */
const LETTERS_A_TOKEN = 4
/** From so many letters on, a piece that begins with all that came before is the whole text again. */
const AGAIN_FROM = 8

/** The interface of this page; null where the browser has none. */
export function findBrowserApi(page: object): BrowserApi | null {
  const api = 'LanguageModel' in page ? (page.LanguageModel as BrowserApi | undefined) : undefined
  return typeof api?.availability === 'function' && typeof api.create === 'function' ? api : null
}

/** Whether the model can be used now; never rejects. */
export async function readState(api: BrowserApi | null): Promise<BrowserModelState> {
  if (!api) return 'absent'
  try {
    const state = await api.availability(LANGUAGES)
    return STATES.includes(state) ? (state as BrowserModelState) : 'unavailable'
  } catch {
    return 'unavailable'
  }
}

/** Has the browser fetch its model; must be called from a press. `onProgress` hears 0..1. Rejects with a sentence. */
export async function download(api: BrowserApi, onProgress: (share: number) => void, signal: AbortSignal): Promise<void> {
  try {
    const session = await api.create({ ...LANGUAGES, signal, monitor: (monitor) => monitor.addEventListener('downloadprogress', ({ loaded }) => onProgress(Math.min(1, Math.max(0, loaded)))) })
    session.destroy()
  } catch (error) {
    throw new Error(explain(error).message)
  }
}

/** Asks in a session of its own, which is gone afterwards; `onPiece` hears what is added. Never rejects. */
export async function askBrowser(api: BrowserApi | null, { messages, maxTokens, stop }: BrowserModelRequest, onPiece: (text: string) => void, signal: CancelSignal): Promise<BrowserModelAnswer> {
  const state = await readState(api)
  if (!api || state !== 'available') return { ok: false, ...wordsOfState(state) }
  const controller = new AbortController()
  const unlisten = signal.onCancel(() => controller.abort())
  let session: Session | null = null
  try {
    const last = messages.findLastIndex(({ role }) => role === 'user')
    const before = messages.filter((_, i) => i !== last)
    session = await api.create({ ...LANGUAGES, signal: controller.signal, ...(before.length > 0 ? { initialPrompts: systemFirst(before) } : {}) })
    const finish = await listen(session.promptStreaming(messages[last]?.content ?? '', { signal: controller.signal }), { letters: maxTokens * LETTERS_A_TOKEN, stop }, onPiece)
    return { ok: true, finish }
  } catch (error) {
    const { reason, message } = signal.cancelled ? failureOf('cancelled', 'The call was cancelled.') : explain(error)
    return { ok: false, reason, message }
  } finally {
    unlisten()
    controller.abort()
    session?.destroy()
  }
}

/** Hears an answer out, until a stop string or the limit. */
async function listen(stream: ReadableStream<string>, limit: { letters: number; stop: readonly string[] }, onPiece: (text: string) => void): Promise<'stop' | 'length'> {
  const reader = stream.getReader()
  const longest = Math.max(0, ...limit.stop.map(({ length }) => length - 1))
  let whole = ''
  let told = 0
  const tell = (to: number): void => {
    if (to > told) onPiece(whole.slice(told, to))
    told = Math.max(told, to)
  }
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    // older versions send the whole text again with every piece
    whole += whole.length >= AGAIN_FROM && value.length > whole.length && value.startsWith(whole) ? value.slice(whole.length) : value
    const cut = Math.min(...limit.stop.map((word) => whole.indexOf(word, Math.max(0, told - longest))).map((at) => (at === -1 ? Infinity : at)))
    if (cut < Infinity || whole.length > limit.letters) {
      tell(Math.min(cut, limit.letters))
      void reader.cancel().catch(() => undefined)
      return cut <= limit.letters ? 'stop' : 'length'
    }
    // what may be the beginning of a stop string waits
    tell(whole.length - longest)
  }
  tell(whole.length)
  return 'stop'
}

/** The browser takes an instruction only as the first prompt. */
function systemFirst(messages: ReadonlyArray<{ role: string; content: string }>): Array<{ role: string; content: string }> {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content).join('\n\n')
  const rest = messages.filter(({ role }) => role !== 'system')
  return system === '' ? rest : [{ role: 'system', content: system }, ...rest]
}

/** Why a model in this state cannot be asked, and what to do. */
export function wordsOfState(state: BrowserModelState): ReturnType<typeof failureOf> {
  switch (state) {
    case 'absent':
      return failureOf('unreachable', 'This browser has no model of its own. Desktop Chrome has one from version 148 on; or choose another model.')
    case 'downloadable':
      return failureOf('model-missing', 'The browser has not fetched its model yet. Under Settings, Mind, let it be fetched; it takes some gigabytes, once.')
    case 'downloading':
      return failureOf('overloaded', 'The browser is still fetching its model. It will think when that is done.')
    case 'available':
      return failureOf('server-error', 'The browser’s model could not be asked. Try again.')
    default:
      return failureOf('model-missing', 'The browser’s own model cannot run on this machine. It wants some 22 GB of free disk, and 4 GB of graphics memory or 16 GB of memory. Choose another model.')
  }
}

function explain(error: unknown): ReturnType<typeof failureOf> {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  const said = error instanceof Error && error.message !== '' ? ` It says: “${error.message.slice(0, 200)}”` : ''
  switch (name) {
    case 'QuotaExceededError':
      return failureOf('too-long', `The prompt is longer than the browser’s model takes. Choose a model with a longer context for this kind of thought.${said}`)
    case 'NotAllowedError':
      return failureOf('forbidden', `The browser does not let this page use its model. Look in the site settings, or press once more: a download begins only with a press.${said}`)
    case 'NotSupportedError':
      return failureOf('refused-parameter', `The browser’s model does not take this language or form.${said}`)
    case 'NotReadableError':
      return failureOf('filtered', `The browser stopped the answer by its content rules. Say it differently or choose another model.${said}`)
    case 'NetworkError':
      return failureOf('unreachable', `The browser could not fetch its model. Check the connection and the free disk, then try again.${said}`)
    case 'AbortError':
      return failureOf('cancelled', 'The call was cancelled.')
    default:
      return failureOf('server-error', `The browser’s model failed. Try again, or start the browser anew.${said}`)
  }
}
