/** What the page and the minds worker say to each other. */
import type { NpcId } from '#core/ids.ts'
import type { ThoughtOutcome } from '#simulation/commands.ts'
import type { ThoughtKind, WorldEvent } from '#simulation/events.ts'
import type { ModelCall } from '#simulation/recorded-model-call.ts'
import type { Deliberation } from './deliberation/deliberation.ts'
import type { Chaos, EndpointSettings, ModelLoading, ModelStatus, ProbeReport, ThoughtGroup, Trial } from './language-model.ts'
import type { FinderStatus } from './memory/meanings.ts'
import type { MemoryView } from './memory/memory.ts'
import type { PromptShare } from './prompts/prompt.ts'
import type { PrivateView } from './private-view.ts'
import type { Attention } from './scheduler/attention.ts'
import type { Budget } from './scheduler/budget.ts'

/** An event as those who noticed it can remember it: with names and place in words. */
export type Observation = { event: WorldEvent; worldSeconds: number; place: { x: number; z: number; name: string }; names: { [actorId: string]: string } }

/** One trip to the mind. `attention`: how the player attends to the person, where somebody can say. */
export type ThoughtRequest = { thoughtId: number; kind: ThoughtKind; view: PrivateView; cause: string; attention?: Attention | undefined; /** Whether its calls are to be told with it. */ record?: boolean }

/** What came of it, with all that the inspector shows. */
export type ThoughtResult = {
  thoughtId: number
  npcId: NpcId
  kind: ThoughtKind
  outcome: ThoughtOutcome
  /** Memories recalled for this thought, best first, with scores. */
  recalled: MemoryView[]
  /** What was considered, with weights; the one chosen is marked. */
  considered: Array<{ label: string; weight: number; chosen: boolean; note: string }>
  /** The futures that were weighed for it; null where none were. */
  deliberation: Deliberation | null
  /** Who produced the words: built-in mind, or provider and model; on fallback why. */
  producer: string
  reason: string | null
  /** The prompt, when a model was asked; keys are never in it. */
  prompt: string | null
  /** How much of the prompt each of its parts takes; empty when none was made of parts. */
  promptShares: PromptShare[]
  /** What the model wrote, as it wrote it, as far as it is read; null when none was asked. */
  answer: string | null
  tokensIn: number
  tokensOut: number
  ms: number
  /** Whether its words were thought ahead. */
  ahead?: boolean
  /** The calls that were made for it, where the thought is put on record. */
  calls?: ModelCall[]
  /** Ticks from asking after which it is to be applied, where a recording answered. */
  heldTicks?: number
}

/** Pieces of a reply while it streams. */
export type ThoughtProgress = { type: 'speech' | 'thinking'; text: string }

/** How much is remembered. */
export type MemoryStatus = {
  people: number
  memories: number
  /** Not on disk yet. */
  pendingWrites: number
  storageBytes: number | null
  /** `disk`: kept across reloads. `tab`: storage is unavailable or full, kept only while this tab lives; `problem` says why and what to do. */
  durability: 'disk' | 'tab'
  problem: string | null
  /** Said once: what became of memories that were deleted under the open world. */
  wiped?: string | null
  /** What finds memories by meaning, where the player has such a model. */
  finder?: FinderStatus | null
}

/** Whether what is learned is kept: `keep`; read but not written, since another tab keeps it: `read`; neither read nor touched: `fresh`. */
export type KeepingMode = 'keep' | 'read' | 'fresh'

/** The vocabulary of the minds worker. */
export type MindsProtocol = {
  tasks: {
    /** Opens the memories of a seed, closing those of the one before. */
    'world-open': [{ seed: string; mode: KeepingMode }, MemoryStatus, never]
    /** Another tab keeps this world from now on; `write` writes what is left first. */
    'world-let-go': [{ write: boolean }, MemoryStatus, never]
    /** Turns what was noticed into memories; resolves when what must be strict is on disk. */
    'events-observe': [{ observations: Observation[] }, { added: number }, never]
    'thought-think': [ThoughtRequest, ThoughtResult, ThoughtProgress]
    /** The player walks up to somebody: what it would say first is thought ahead, if its model is fast; resolves with whether something is ready. */
    'greeting-expect': [{ view: PrivateView; attention: Attention | undefined }, boolean, never]
    /** What the person would answer if the player said one of these lines next is thought ahead, if its model is fast; resolves with how many are ready. */
    'replies-expect': [{ view: PrivateView; lines: string[]; attention: Attention | undefined }, number, never]
    /** Weighs a question without acting on it, with as many branches as asked for, or as the mind can bear. */
    'question-weigh': [{ view: PrivateView; question: string; branches: number | null }, Deliberation, never]
    'memories-find': [{ npcId: NpcId; query: string | null; limit: number; view: PrivateView | null }, MemoryView[], never]
    'memory-edit': [{ id: string; change: { type: 'pin'; pinned: boolean } | { type: 'forget' } | { type: 'reword'; text: string } }, MemoryView[], never]
    /** Takes back the last memory of a person that was forgotten or reworded while the tab lives; empty when there is none. */
    'memory-undo': [{ npcId: NpcId }, MemoryView[], never]
    /** What one person remembers, as text for a file. */
    'person-export': [{ npcId: NpcId }, string, never]
    /** Puts the memories of such a text in the place of what a person remembers; all or nothing. */
    'person-import': [{ npcId: NpcId; memories: string }, { imported: number }, never]
    'memory-status': [null, MemoryStatus, never]
    /** Resolves when everything is on disk. */
    'memory-flush': [null, MemoryStatus, never]
    'world-export': [{ seed: string }, string, never]
    /** Memories of an exported world; all or nothing. */
    'world-import': [{ seed: string; memories: string }, { imported: number }, never]
    /** Wipes the memories of this seed, or of all. */
    'world-forget': [{ seed: string | null }, null, never]
    /** Who thinks from now on: `endpoint`, but for kinds of thought that have their own. Talks go on. */
    'endpoint-set': [{ endpoint: EndpointSettings; kinds: Partial<Record<ThoughtGroup, EndpointSettings>> }, ModelStatus, never]
    /** Something else thinks for a while in place of what was chosen; null ends that, as choosing does. */
    'trial-set': [{ trial: Trial | null }, ModelStatus, never]
    /** Trouble on purpose for every model from now on; null ends it. */
    'chaos-set': [{ chaos: Chaos | null }, ModelStatus, never]
    'endpoint-test': [{ endpoint: EndpointSettings }, ProbeReport, ProbeReport['steps'][number]]
    'budget-set': [Budget, ModelStatus, never]
    /** Brings a model file into memory before anybody thinks with it. */
    'model-load': [{ endpoint: EndpointSettings }, { ok: boolean; message: string }, never]
    /** Stops that, whoever began it. */
    'model-load-stop': [null, null, never]
  }
  news: { 'model-status': ModelStatus; 'memory-status': MemoryStatus; 'model-loading': ModelLoading | null }
}
