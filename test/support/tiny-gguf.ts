/** Writes the smallest model that runs: the Llama architecture with random weights and a vocabulary of letters; its words mean nothing. */

type Value = string | number | { u32: number } | { strings: string[] } | { floats: number[] } | { ints: number[] }

const TEXT = 8
const LIST = 9
const U32 = 4
const I32 = 5
const F32 = 6
const ALIGNMENT = 32
const WIDTH = 32
const INNER = 64
const LAYERS = 1
const HEADS = 2
const SEED = 7

/** The parts of a head, for files that are wrong on purpose. */
export function ggufHead(entries: ReadonlyArray<readonly [string, Value]>, { magic = 'GGUF', version = 3, tensors = 1, count = entries.length }: { magic?: string; version?: number; tensors?: number | bigint; count?: number | bigint } = {}): Uint8Array<ArrayBuffer> {
  return joined([new TextEncoder().encode(magic), u32(version), u64(tensors), u64(count), ...entries.flatMap(([key, value]) => [text(key), ...valueOf(value)])])
}

/** A whole model of some hundred kilobytes. `template`: the form of its turns. */
export function tinyGguf({ contextLength = 4096, template = null, architecture = 'llama' }: { contextLength?: number; template?: string | null; architecture?: string } = {}): Uint8Array<ArrayBuffer> {
  const words = ['<unk>', '<s>', '</s>', ...Array.from({ length: 256 }, (_, i) => `<0x${i.toString(16).toUpperCase().padStart(2, '0')}>`), '▁', ...'abcdefghijklmnopqrstuvwxyz'.split(''), '▁the', '▁and', '▁you', 'th', 'he', 'er', 'in', 'ou']
  const kinds = words.map((_, i) => (i === 0 ? 2 : i < 3 ? 3 : i < 259 ? 6 : 1))
  const vocabulary = words.length
  const shapes: Array<[string, number[]]> = [['token_embd.weight', [WIDTH, vocabulary]], ['output_norm.weight', [WIDTH]], ['output.weight', [WIDTH, vocabulary]]]
  for (let layer = 0; layer < LAYERS; layer++) {
    const at = (name: string): string => `blk.${layer}.${name}.weight`
    shapes.push([at('attn_norm'), [WIDTH]], [at('ffn_norm'), [WIDTH]], ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((name): [string, number[]] => [at(name), [WIDTH, WIDTH]]), [at('ffn_gate'), [WIDTH, INNER]], [at('ffn_up'), [WIDTH, INNER]], [at('ffn_down'), [INNER, WIDTH]])
  }
  let offset = 0
  const infos: Uint8Array[] = []
  const data: Uint8Array[] = []
  let state = SEED
  const random = (): number => ((state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff - 0.5) * 0.6
  for (const [name, shape] of shapes) {
    const numbers = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => (shape.length === 1 ? 1 : random()))
    const bytes = padded(new Uint8Array(numbers.buffer))
    infos.push(text(name), u32(shape.length), ...shape.map(u64), u32(0), u64(offset))
    data.push(bytes)
    offset += bytes.length
  }
  const head = ggufHead([
    ['general.architecture', architecture], ['general.name', 'Tiny random'], [`${architecture}.context_length`, { u32: contextLength }], [`${architecture}.embedding_length`, { u32: WIDTH }], [`${architecture}.block_count`, { u32: LAYERS }],
    [`${architecture}.feed_forward_length`, { u32: INNER }], [`${architecture}.attention.head_count`, { u32: HEADS }], [`${architecture}.attention.head_count_kv`, { u32: HEADS }], [`${architecture}.rope.dimension_count`, { u32: WIDTH / HEADS }],
    [`${architecture}.attention.layer_norm_rms_epsilon`, 1e-5], [`${architecture}.vocab_size`, { u32: vocabulary }], ['tokenizer.ggml.model', 'llama'], ['tokenizer.ggml.tokens', { strings: words }],
    ['tokenizer.ggml.scores', { floats: words.map((word, i) => (i < 259 ? 0 : word.length - 20)) }], ['tokenizer.ggml.token_type', { ints: kinds }],
    ['tokenizer.ggml.bos_token_id', { u32: 1 }], ['tokenizer.ggml.eos_token_id', { u32: 2 }], ['tokenizer.ggml.unknown_token_id', { u32: 0 }], ...(template === null ? [] : [['tokenizer.chat_template', template] as const]),
  ], { tensors: shapes.length })
  return joined([padded(joined([head, ...infos])), ...data])
}

function valueOf(value: Value): Uint8Array[] {
  if (typeof value === 'string') return [u32(TEXT), text(value)]
  if (typeof value === 'number') return [u32(F32), new Uint8Array(Float32Array.of(value).buffer)]
  if ('u32' in value) return [u32(U32), u32(value.u32)]
  if ('strings' in value) return [u32(LIST), u32(TEXT), u64(value.strings.length), ...value.strings.map(text)]
  if ('floats' in value) return [u32(LIST), u32(F32), u64(value.floats.length), new Uint8Array(Float32Array.from(value.floats).buffer)]
  return [u32(LIST), u32(I32), u64(value.ints.length), new Uint8Array(Int32Array.from(value.ints).buffer)]
}

function u32(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer)
}

function u64(value: number | bigint): Uint8Array {
  return new Uint8Array(BigUint64Array.of(BigInt(value)).buffer)
}

function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value)
  return joined([u64(bytes.length), bytes])
}

function padded(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(Math.ceil(bytes.length / ALIGNMENT) * ALIGNMENT)
  all.set(bytes)
  return all
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
