/** The port to any language model: ask, hear it stream, get a value back; never throws. */
import type { NpcId } from '#core/ids.ts'
import type { CancelSignal } from '#core/tasks/protocol.ts'
import type { ThoughtKind } from '#simulation/events.ts'
import type { Spending } from './scheduler/budget.ts'
import type { RecordedModelCall } from '#simulation/recorded-model-call.ts'

/** Groups of kinds of thought; each can be given an endpoint of its own. */
export const THOUGHT_GROUPS = ['talk', 'decision', 'reflection', 'deliberation'] as const
/** One of `THOUGHT_GROUPS`. */
export type ThoughtGroup = (typeof THOUGHT_GROUPS)[number]

const GROUPS: { readonly [K in ThoughtKind]: ThoughtGroup } = { greet: 'talk', converse: 'talk', farewell: 'talk', chime: 'talk', plan: 'decision', monologue: 'decision', reflect: 'reflection', deliberate: 'deliberation' }

/** The group that a kind of thought belongs to. */
export function groupOf(kind: ThoughtKind): ThoughtGroup {
  return GROUPS[kind]
}

/** One message of a prompt. */
export type Message = { role: 'system' | 'user' | 'assistant'; content: string }

/** How a model is asked to write: labelled lines, or an object of a given shape. */
export type PromptForm = 'lines' | 'schema'

/** A JSON schema of one flat object, all fields required, in the order in which they are to be written. */
export type AnswerSchema = { name: string; properties: { [field: string]: { type: 'string'; maxLength?: number } | { type: 'integer'; enum: number[] } } }

/** Whose thought a call is for. */
export type CallTag = { npcId: NpcId; kind: ThoughtKind; thoughtId: number }

/** What is asked of a model. */
export type GenerateOptions = {
  messages: Message[]
  maxTokens: number
  temperature: number
  stop?: string[]
  /** How many answers are wanted in one call, where the endpoint was proven to give several; the others than the first come as `others`. */
  choices?: number
  /** The shape that the answer must have, where the endpoint was proven to honour one; else it is left out. */
  schema?: AnswerSchema
  /** Any JSON object, where no shape is given. */
  json?: boolean
  /** For whom and which thought it is; for whoever keeps a record, never sent. Thoughts that were not asked for have the number 0. */
  tag?: CallTag
  signal: CancelSignal
  /** Milliseconds; the whole call ends with reason `timeout` after `totalMs`. */
  limits: { firstTokenMs: number; idleMs: number; totalMs: number }
  /** Called with each piece as it arrives; reasoning is kept apart and never spoken. */
  onDelta?: (text: string, channel: 'speech' | 'reasoning') => void
}

/** Why there is no answer. */
export type ModelFailure =
  | 'unreachable' | 'blocked' | 'unauthorized' | 'payment' | 'forbidden' | 'model-missing' | 'too-long' | 'refused-parameter'
  | 'rate-limited' | 'overloaded' | 'server-error' | 'timeout' | 'malformed' | 'empty' | 'cancelled' | 'filtered'

/** What came back. */
export type Generation = {
  /** Words for speech, without reasoning; on failure what arrived before. */
  text: string
  reasoning: string
  /** It thought before it spoke and kept that to itself, wholly or in part: it needs as much room as one that thinks aloud. */
  hidThoughts?: boolean
  /** Further answers of the same call, where several were asked for and given. */
  others?: string[]
  /** Tokens as reported, else estimated. */
  tokensIn: number
  tokensOut: number
  /** Milliseconds to the first token and in all. */
  firstTokenMs: number | null
  totalMs: number
  /** For an answer on record: ticks from asking until it was applied. */
  heldTicks?: number
} & ({ ok: true; finish: 'stop' | 'length' | 'other' } | { ok: false; reason: ModelFailure; message: string })

/** A model behind the port. */
export type LanguageModel = {
  readonly provider: string
  readonly model: string
  generate(options: GenerateOptions): Promise<Generation>
}

/** Protocols that model servers are spoken to in. */
export type WireKind = 'openai-compatible' | 'anthropic' | 'gemini' | 'ollama'

/** The endpoint a player chose. */
export type EndpointSettings = {
  /** `browser` is the model that some browsers have of their own, `tab` a file that is run here. */
  kind: 'builtin' | 'browser' | 'tab' | WireKind
  /** Address up to and including `/v1`; normalised before use. */
  baseUrl?: string | undefined
  apiKey?: string | undefined
  model?: string | undefined
  /** The model at the same address that finds memories by their meaning; words alone find them where there is none. */
  embedding?: string | undefined
  /** Keep the key on this device (else for this tab only). */
  rememberKey?: boolean | undefined
}

/** What can be tried for a while in place of what was chosen, and is never kept: the built-in mind's words at a speed in tokens a second (0: without any model), or the answers of a recording. */
export type Trial = { kind: 'rules-at-speed'; tokensPerSecond: number } | { kind: 'recorded'; name: string; calls: RecordedModelCall[] }

/** Kinds of trouble that can be made on purpose. */
export const CHAOS_KINDS = ['drop', 'refuse', 'garbage', 'stall'] as const
/** One of `CHAOS_KINDS`: a connection broken off, 429, nonsense, thirty seconds of silence. */
export type ChaosKind = (typeof CHAOS_KINDS)[number]
/** Trouble on purpose: the share of calls, 0..1, that meet one of these kinds, at least one. */
export type Chaos = { share: number; kinds: ChaosKind[] }

/** A model file on its way into memory: how much of it was read, 0..1; null while it is made ready. */
export type ModelLoading = { name: string; share: number | null }

/** One step of a connection test, in words. */
export type ProbeStep = { id: 'address' | 'reachable' | 'allowed' | 'key' | 'models' | 'model' | 'answers' | 'streams' | 'speed' | 'extras' | 'finder'; ok: boolean | null; label: string; detail: string; cure: string | null }

/** What an endpoint was found to honour, whatever it claims; null where it could not be told. `sideBySide`: four calls at once began about as soon as one; `several`: one call gave more than one answer. */
export type ProbeExtras = { schema: boolean | null; json: boolean | null; stops: boolean | null; reasons: boolean; sideBySide: boolean | null; several?: boolean | null }

/** What is kept of a test of an endpoint, for when it is chosen again. */
export type Findings = { tier: number; form: PromptForm; sideBySide: boolean; several?: boolean | undefined }

/** What a connection test found. */
export type ProbeReport = {
  ok: boolean
  /** One sentence. */
  verdict: string
  provider: string
  model: string
  baseUrl: string
  /** Names of the models the endpoint offers. */
  models: string[]
  steps: ProbeStep[]
  tokensPerSecond: number
  firstTokenMs: number | null
  /** 0..4 as in the tiers of the models design. */
  tier: number
  /** Null where the test did not come so far. */
  extras: ProbeExtras | null
}

/** One endpoint in use: which groups of thoughts it thinks, how fast, and its own trouble. */
export type EndpointStatus = { groups: ThoughtGroup[]; provider: string; model: string; tier: number; /** What the tier means, as a sentence without a full stop. */ means: string; tokensPerSecond: number; firstTokenMs: number | null; inFlight: number; trouble: string | null; /** Where its price is kept, and whether it has none to pay. */ priceKey: string; isFree: boolean }

/** What the model side has done and is doing; sent to the page as news. Provider, model, tier and speed are those of the endpoint that talks, counts are of all. */
export type ModelStatus = {
  provider: string
  model: string
  tier: number
  /** As measured of whole answers; 0 before the first. */
  tokensPerSecond: number
  /** Milliseconds to the first token, smoothed. */
  firstTokenMs: number | null
  /** Tokens a second that arrive just now, over all calls. */
  flow: number
  inFlight: number
  queued: number
  calls: number
  failures: number
  tokensIn: number
  tokensOut: number
  /** Money spent today, in the money of the prices; null where a price is not known. */
  costEstimate: number | null
  /** With what is set aside for calls under way; `today` holds what this worker was told of and what it spent itself. */
  spending: Spending
  paused: boolean
  /** Set while answers come from the built-in mind because the endpoint fails: the exact reason, in words. */
  trouble: string | null
  /** Every endpoint in use; none while the built-in mind thinks everything. */
  endpoints: EndpointStatus[]
}
