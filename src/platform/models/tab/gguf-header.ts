/** Reads the head of a GGUF file, which may come from anywhere: what model it holds, before anything is loaded; every length in it is doubted. */
import type { Result } from '#core/result.ts'

/** What a head tells of its model; null where it does not say. */
export type GgufHeader = {
  architecture: string
  /** As its makers call it. */
  name: string | null
  /** Tokens that it was trained to keep in view. */
  contextLength: number | null
  layers: number | null
  /** Numbers that each layer keeps of a token. */
  keptPerToken: number | null
  /** Whether it brings a form for its turns; else the most common is used. */
  hasTemplate: boolean
  /** Files that it was split into. */
  parts: number
  /** Bytes that the whole file has at least: where its last weights end. */
  leastBytes: number
}

/** Bytes of a file that its head is looked for in: lists of words come to some megabytes. */
export const LONGEST_HEAD = 48 * 1024 * 1024

const MAGIC = 0x46554747
const VERSIONS = [2, 3]
const MOST_TENSORS = 100_000
const MOST_ENTRIES = 10_000
const LONGEST_KEY = 65_535
/** Longest text that is taken over. */
const LONGEST_TEXT = 400
/** Bytes of a value by its type; 0 where it says so itself. */
const SIZES = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8] as const
/** Numbers in a block of weights and the bytes it takes, by type: whole numbers, halves, and the common quantisations. */
const BLOCKS: { readonly [type: number]: readonly [numbers: number, bytes: number] } = { 0: [1, 4], 1: [1, 2], 2: [32, 18], 3: [32, 20], 6: [32, 22], 7: [32, 24], 8: [32, 34], 10: [256, 84], 11: [256, 110], 12: [256, 144], 13: [256, 176], 14: [256, 210], 15: [256, 292], 30: [1, 2] }
const MOST_DIMENSIONS = 4
const MOST_BYTES = 2 ** 46
const DEFAULT_ALIGNMENT = 32
const TEXT = 8
const LIST = 9

/** A part of a file by its name, as makers of such parts name them. */
const PART_NAME = /-(\d{5})-of-(\d{5})\.gguf$/i

/** How many parts a name promises. */
export function partsInName(name: string): number {
  return Math.max(1, Number(PART_NAME.exec(name)?.[2] ?? 1))
}

/** Whether these first bytes can begin a model. */
export function hasMagic(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === MAGIC
}

/** What is said of a file that ends before its weights do. */
export const CUT_SHORT = 'This GGUF file is damaged or cut short (its weights end before they should). Download it again.'

/** The head of a file, or a sentence why it is none. `bytes` may be all of the file or its beginning. */
export function readGgufHeader(bytes: Uint8Array): Result<GgufHeader, string> {
  if (!hasMagic(bytes)) return { ok: false, reason: 'This is not a GGUF file. Choose a model whose name ends in .gguf, and where it came from a page, take the file itself and not the page about it.' }
  try {
    return readEntries(new Cursor(bytes))
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    return { ok: false, reason: `This GGUF file is damaged or cut short (${error.message}). Download it again.` }
  }
}

/** A length in the file that leads nowhere. */
class Damaged extends Error {}

class Cursor {
  private at = 4
  private readonly bytes: Uint8Array
  private readonly view: DataView
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  get position(): number {
    return this.at
  }
  /** Goes on by so many bytes and gives where they begin. */
  skip(length: number): number {
    if (!(length >= 0 && length <= this.bytes.length - this.at)) throw new Damaged('a length reaches beyond its end')
    const from = this.at
    this.at += length
    return from
  }
  u32(): number {
    return this.view.getUint32(this.skip(4), true)
  }
  /** A count, at most `most`. */
  count(most: number): number {
    const count = this.view.getBigUint64(this.skip(8), true)
    if (count > BigInt(most)) throw new Damaged('a count is far too large')
    return Number(count)
  }
  /** The text, or its beginning where it is long. */
  text(longest = this.bytes.length): string {
    const length = this.count(longest)
    const from = this.skip(length)
    return new TextDecoder().decode(this.bytes.subarray(from, from + Math.min(length, LONGEST_TEXT)))
  }
  /** A number of this type; null where it is none. */
  number(type: number): number | null {
    const from = this.skip(SIZES[type] ?? 0)
    switch (type) {
      case 0: case 7: return this.view.getUint8(from)
      case 1: return this.view.getInt8(from)
      case 2: return this.view.getUint16(from, true)
      case 3: return this.view.getInt16(from, true)
      case 4: return this.view.getUint32(from, true)
      case 5: return this.view.getInt32(from, true)
      case 6: return this.view.getFloat32(from, true)
      case 10: return Number(this.view.getBigUint64(from, true))
      case 11: return Number(this.view.getBigInt64(from, true))
      default: return this.view.getFloat64(from, true)
    }
  }
  /** Passes over a list. */
  list(): void {
    const type = this.u32()
    const size = SIZES[type]
    if (size === undefined || type === LIST) throw new Damaged('a list of an unknown kind')
    const count = this.count(this.bytes.length)
    if (type !== TEXT) this.skip(count * size)
    else for (let i = 0; i < count; i++) this.skip(this.count(this.bytes.length))
  }
}

function readEntries(cursor: Cursor): Result<GgufHeader, string> {
  const version = cursor.u32()
  if (!VERSIONS.includes(version)) return { ok: false, reason: `This GGUF file is of version ${version}, which is not understood here. Take a newer copy of the model.` }
  const tensors = cursor.count(MOST_TENSORS)
  if (tensors === 0) throw new Damaged('it holds no weights')
  const found = new Map<string, string | number>()
  const entries = cursor.count(MOST_ENTRIES)
  for (let i = 0; i < entries; i++) {
    const key = cursor.text(LONGEST_KEY)
    const type = cursor.u32()
    if (type === TEXT) found.set(key, cursor.text())
    else if (type === LIST) cursor.list()
    else if (SIZES[type] === undefined) throw new Damaged('a value of an unknown kind')
    else {
      const value = cursor.number(type)
      if (value !== null && Number.isFinite(value)) found.set(key, value)
    }
  }
  const architecture = found.get('general.architecture')
  if (typeof architecture !== 'string' || architecture === '') throw new Damaged('it does not say what model it holds')
  if (architecture === 'clip') return { ok: false, reason: 'This file holds only the eyes of a model (a projector). Choose the file of the model itself.' }
  const alignment = found.get('general.alignment')
  const end = endOfWeights(cursor, tensors)
  const of = (key: string): number | null => {
    const value = found.get(`${architecture}.${key}`)
    return typeof value === 'number' && value > 0 ? value : null
  }
  const [heads, width] = [of('attention.head_count'), of('embedding_length')]
  const keyWidth = of('attention.key_length') ?? (heads !== null && width !== null ? width / heads : null)
  const keepers = of('attention.head_count_kv') ?? heads
  const name = found.get('general.name')
  return {
    ok: true,
    value: {
      architecture, name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 80) : null, contextLength: of('context_length'), layers: of('block_count'),
      keptPerToken: keyWidth !== null && keepers !== null ? 2 * keyWidth * keepers : null,
      hasTemplate: typeof found.get('tokenizer.chat_template') === 'string', parts: Math.max(1, Number(found.get('split.count') ?? 1)),
      leastBytes: alignedTo(typeof alignment === 'number' && alignment > 0 ? alignment : DEFAULT_ALIGNMENT, cursor.position) + end,
    },
  }
}

/** Where the last weights end, counted from the first. */
function endOfWeights(cursor: Cursor, tensors: number): number {
  let end = 0
  for (let i = 0; i < tensors; i++) {
    cursor.text(LONGEST_KEY)
    const dimensions = cursor.u32()
    if (dimensions > MOST_DIMENSIONS) throw new Damaged('weights of an unknown shape')
    let numbers = 1
    for (let d = 0; d < dimensions; d++) numbers *= cursor.count(MOST_BYTES)
    const [inBlock, bytes] = BLOCKS[cursor.u32()] ?? [1, 0]
    end = Math.max(end, cursor.count(MOST_BYTES) + (numbers / inBlock) * bytes)
  }
  return end
}

function alignedTo(alignment: number, position: number): number {
  return Math.ceil(position / alignment) * alignment
}
