/** The key of an endpoint: as it can be sent, and kept out of what is heard. */
import { redact } from './failure.ts'
import { withoutInvisible } from './loose.ts'

const AROUND = /^["'`“”‘’<>,;\s]+|["'`“”‘’<>,;\s]+$/g
/** What is pasted along with a key: the line of a shell, the name of a header, the word before it. */
const BEFORE = /^(?:(?:export|set)\s+|\$env:|[a-z][a-z0-9_]*(?:key|token)\s*=|(?:proxy-)?authorization\s*:|(?:x-|x-goog-)?api[-_]?key\s*:|bearer(?:[\s:]+|$))/i
/** A key shorter than this is not looked for: it would be found in ordinary words. */
const SHORTEST = 8

/** The key as it can be sent: without what comes along when pasting; null when there is none. */
export function readKey(text: string | undefined): string | null {
  // a key that a terminal broke over two lines is one key
  let key = withoutInvisible(text ?? '').trim().replace(/\s*[\r\n]+\s*/g, '')
  for (let before = ''; before !== key; ) {
    before = key
    key = key.replace(AROUND, '').replace(BEFORE, '')
  }
  return key === '' ? null : key
}

/** See `createKeyGuard`. */
export type KeyGuard = {
  feed(text: string): void
  /** Nothing more comes: what was held back is let go. */
  end(): void
}

/** Passes text on without the key, however it is cut: what may be its beginning is held back until that is known. */
export function createKeyGuard(secret: string | null, pass: (text: string) => void): KeyGuard {
  if (secret === null || secret.length < SHORTEST) return { feed: pass, end: () => undefined }
  let held = ''
  return {
    feed(text) {
      const whole = withoutKey(held + text, secret)
      const begun = beginningOf(secret, whole)
      held = whole.slice(whole.length - begun)
      if (whole.length > begun) pass(whole.slice(0, whole.length - begun))
    },
    end() {
      if (held !== '') pass(held)
      held = ''
    },
  }
}

/** A server that repeats the key in its answer does not get it into the game. */
export function withoutKey(text: string, secret: string | null): string {
  return secret !== null && secret.length >= SHORTEST && text.includes(secret) ? redact(text, secret) : text
}

/** How many characters at the end of a text may be the beginning of the key. */
function beginningOf(secret: string, text: string): number {
  const first = secret.charAt(0)
  for (let at = text.indexOf(first, Math.max(0, text.length - secret.length + 1)); at !== -1; at = text.indexOf(first, at + 1)) {
    if (secret.startsWith(text.slice(at))) return text.length - at
  }
  return 0
}
