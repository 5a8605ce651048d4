/** What can go wrong with a model run in the tab, and how large it may be, in words. */
import type { GgufHeader } from './gguf-header.ts'
import type { TabFailure } from './tab-protocol.ts'

/** Tokens kept in view at most: our prompts and an answer fit, and memory is not wasted. */
const MOST_CONTEXT = 4_096
/** Bytes above which a processor reads a model too slowly for a talk. */
const SLOW_FROM = 1_300_000_000
/** Memory of a processor's work beside weights and context, bytes. */
const WORK_BYTES = 150_000_000
const BYTES_A_NUMBER = 2
const GIGA = 1e9

const failed = (reason: TabFailure['reason'], message: string): TabFailure => ({ ok: false, reason, message })

/** Bytes in words. */
export function byteWords(bytes: number): string {
  return bytes >= GIGA ? `${(bytes / GIGA).toFixed(1)} GB` : bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.max(1, Math.round(bytes / 1e3))} kB`
}

/** Tokens that a model is given to keep in view. */
export function contextFor({ contextLength }: Pick<GgufHeader, 'contextLength'>): number {
  return Math.min(MOST_CONTEXT, contextLength ?? MOST_CONTEXT)
}

/** Memory that a file takes while it thinks, bytes. */
export function memoryFor(bytes: number, header: GgufHeader | null): number {
  const kept = header?.keptPerToken && header.layers ? header.keptPerToken * header.layers * BYTES_A_NUMBER * contextFor(header) : 0
  return bytes + kept + WORK_BYTES
}

/** What to expect of a file of this size; `memoryGb` is what the browser says of the machine, at most 8. */
export function adviceFor(bytes: number | null, memoryGb: number | null, header: GgufHeader | null = null): string {
  if (bytes === null) return 'The server does not say how large it is. You can stop at any time.'
  const needed = memoryFor(bytes, header)
  const memory = `It takes some ${byteWords(needed)} of memory while it thinks.`
  if (memoryGb !== null && needed > (memoryGb * GIGA) / 2) return `${memory} That is more than this machine is likely to spare: the tab may be closed by the browser. Take a smaller one.`
  return bytes > SLOW_FROM ? `${memory} On a processor alone it will be slow, perhaps too slow for a talk; files below 1 GB do better.` : memory
}

/** Why this browser can run no model at all; null when it can. */
export function obstacleIn(wasm: typeof WebAssembly | undefined): string | null {
  if (!wasm?.validate(SIMD)) return 'This browser cannot run a model: it lacks WebAssembly with SIMD, or it is turned off. Update the browser or choose another mind.'
  if (!wasm.validate(MEMORY_64)) return 'This browser cannot run a model: it lacks the large memory of WebAssembly (Memory64). Chrome and Edge have it from version 133 on, Firefox from 134; or choose another mind.'
  return null
}

/** A program of one vector instruction, and one with a memory of 64-bit addresses. */
const SIMD = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11])
const MEMORY_64 = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 4, 1])

/** A file that is not there any more. */
export function missing(name: string): TabFailure {
  return failed('model-missing', name === '' ? 'No model file is chosen. Under Settings, Mind, choose one.' : `“${name}” is not in this browser any more. Under Settings, Mind, add the file again or choose another.`)
}

/** A file whose loading the player stopped. */
export function notLoaded(name: string): TabFailure {
  return failed('model-missing', `Loading “${name}” was stopped. Under Settings, Mind, load it when it suits you; until then people think by rules.`)
}

/** Why loading failed, from the words of what loads it. */
export function loadFailure(words: string, bytes: number): TabFailure {
  if (/content security|csp/i.test(words)) return failed('blocked', 'The server of this page does not let it run a model: its content policy forbids WebAssembly or workers of blobs to the model’s thread. Run the world with npm start, or ask whoever runs this server.')
  if (/unknown (model )?arch|unknown pre-?token/i.test(words)) return failed('unreachable', 'This kind of model is newer than what runs it here. Choose one of a known family: Llama, Qwen, Gemma, SmolLM, Phi.')
  if (isOutOfMemory(words)) return failed('unreachable', `The model (${byteWords(bytes)}) is too large for the memory that this tab gets. Close other tabs, or choose a smaller model or a smaller quantisation.`)
  if (/fetch|network|import|404/i.test(words)) return failed('unreachable', 'What runs the model could not be read from this page’s own server. Check the connection and load the page again.')
  return failed('unreachable', `The model could not be loaded (${short(words.replace(UNSAID, ''))}). The file may be damaged or of a kind not known here: add it again or choose another.`)
}

/** Why an answer failed. */
export function answerFailure(words: string): TabFailure {
  if (isOutOfMemory(words)) return failed('unreachable', 'The model ran out of memory while it thought. Close other tabs or choose a smaller one; it is loaded anew for the next thought.')
  if (/exceed|context/i.test(words)) return tooLong()
  return failed('server-error', `The model stopped in the middle of its work. It is loaded anew for the next thought.`)
}

/** A prompt for which there is no room, however it is cut. */
export function tooLong(): TabFailure {
  return failed('too-long', 'This model keeps too little in view for our prompts. Choose one with a context of 4,096 tokens or more.')
}

function isOutOfMemory(words: string): boolean {
  return /out of memory|\boom\b|alloc|memory access|could not (grow|reserve)|failed to (grow|create.*memory)/i.test(words)
}

/** What a program that failed inside says of itself, which tells a player nothing. */
const UNSAID = /invalid typed array length: \d+/gi

function short(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim() || 'it does not say why'
  return plain.length > 160 ? `${plain.slice(0, 157)}…` : plain
}
