/** Integer hashes: of strings, of a seed with coordinates, and of whole arrays for fingerprints. Exact on every engine. */

/** Spreads the bits of a 32-bit integer over all 32 (the `lowbias32` constants by Chris Wellons, "Prospecting for Hash Functions", 2018). */
export function mix(word: number): number {
  let h = word >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** A 32-bit hash of a string, by UTF-16 code unit (FNV-1a, then `mix` for avalanche). */
export function hashString(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i)
    h = Math.imul(h, 0x01000193)
  }
  return mix(h ^ text.length)
}

/** Sixteen hexadecimal digits of a text: `hashString` of it, and of it after its length and a colon, in one pass over the text. */
export function fingerprintText(text: string): string {
  const before = `${text.length}:`
  let a = 0x811c9dc5
  let b = a
  for (let i = 0; i < before.length; i++) b = Math.imul(b ^ before.charCodeAt(i), 0x01000193)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x01000193)
  }
  const hex = (word: number): string => word.toString(16).padStart(8, '0')
  return hex(mix(a ^ text.length)) + hex(mix(b ^ (text.length + before.length)))
}

/** A 32-bit hash of a seed and up to three integers; coordinates beyond 32 bits keep their high part. */
export function hashCell(seed: number, a: number, b = 0, c = 0): number {
  let h = mix(seed ^ 0x9e3779b9)
  h = mix(h ^ (a | 0) ^ Math.imul(Math.floor(a / 4294967296) | 0, 0x85ebca6b))
  h = mix((h + 0x632be5ab) ^ (b | 0) ^ Math.imul(Math.floor(b / 4294967296) | 0, 0xc2b2ae35))
  return mix((h + 0x1b873593) ^ (c | 0))
}

/** The 32-bit hash `word` as a number from 0 (included) to 1 (excluded). */
export function unitOf(word: number): number {
  return (word >>> 0) / 4294967296
}

/** A fingerprint of bytes as eight hexadecimal digits; equal arrays have equal fingerprints on every engine. */
export function fingerprint(bytes: Uint8Array): string {
  let h = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193)
  return mix(h ^ bytes.length).toString(16).padStart(8, '0')
}
