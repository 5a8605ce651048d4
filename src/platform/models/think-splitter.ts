/** Tells thinking aloud from speech in a stream of text: `<think>` and its kin, split anywhere, never closed, or closed without being opened. */

/** Names between brackets that open or close thinking, lower case. */
const NAMES = ['think', 'thinking', 'thought', 'thoughts', 'reasoning', 'reflection', 'analysis', 'scratchpad', 'inner_monologue', 'seed:think', 'ant:thinking', 'antml:thinking', 'mm:think']
const OPENING = [...NAMES.map((name) => `<${name}>`), '[think]', '[thinking]', '[reasoning]', '◁think▷', '◁thinking▷']
const CLOSING = OPENING.map((tag) => `${tag.charAt(0)}/${tag.slice(1)}`)
const LONGEST = Math.max(...CLOSING.map(({ length }) => length))
const SUSPECT = /[<[◁]/

/** See `createThinkSplitter`. */
export type ThinkSplitter = {
  /** Takes the next piece of text. */
  feed(text: string): void
  /** The text is over: what was held back in case it became a tag is let go. */
  end(): void
}

/** Where the pieces go. */
export type ThinkListener = {
  onSpeech(text: string): void
  onReasoning(text: string): void
  /** A closing tag without an opening one: all speech so far was thinking. */
  onAllWasReasoning(): void
}

/** Splits text; at most two dozen characters are held back while they may be the beginning of a tag. */
export function createThinkSplitter(listener: ThinkListener): ThinkSplitter {
  let thinking = false
  let held = ''

  const emit = (text: string): void => {
    if (text === '') return
    if (thinking) listener.onReasoning(text)
    else listener.onSpeech(text)
  }

  function take(text: string, last: boolean): void {
    let from = 0
    for (let at = nextSuspect(text, 0); at !== -1; at = nextSuspect(text, at)) {
      const rest = text.slice(at, at + LONGEST).toLowerCase()
      const tag = findTag(rest)
      if (tag !== null) {
        emit(text.slice(from, at))
        if (tag.closes && !thinking) listener.onAllWasReasoning()
        thinking = !tag.closes
        at += tag.length
        from = at
      } else if (!last && isBeginningOfTag(rest)) {
        emit(text.slice(from, at))
        held = text.slice(at)
        return
      } else at += 1
    }
    emit(from === 0 ? text : text.slice(from))
  }

  return {
    feed(text) {
      if (held === '' && !SUSPECT.test(text)) return emit(text)
      const joined = held + text
      held = ''
      take(joined, false)
    },
    end() {
      const rest = held
      held = ''
      take(rest, true)
    },
  }
}

function nextSuspect(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 60 || code === 91 || code === 0x25c1) return i
  }
  return -1
}

function findTag(rest: string): { closes: boolean; length: number } | null {
  for (const tag of OPENING) if (rest.startsWith(tag)) return { closes: false, length: tag.length }
  for (const tag of CLOSING) if (rest.startsWith(tag)) return { closes: true, length: tag.length }
  return null
}

function isBeginningOfTag(rest: string): boolean {
  return OPENING.some((tag) => tag.startsWith(rest)) || CLOSING.some((tag) => tag.startsWith(rest))
}
