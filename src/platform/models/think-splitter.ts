/** Tells thinking aloud from speech in a stream of text: `<think>` and its kin, split anywhere, never closed, or closed without being opened. */

/** Names between brackets that open or close thinking, lower case. */
const NAMES = ['think', 'thinking', 'thought', 'thoughts', 'reasoning', 'reflection', 'analysis', 'scratchpad', 'inner_monologue', 'seed:think', 'ant:thinking', 'antml:thinking', 'mm:think']
/** Such tags as they are mostly written, lower case; what may become one is held back. */
const TAGS = [...NAMES.map((name) => `<${name}>`), '[think]', '[thinking]', '[reasoning]', '◁think▷', '◁thinking▷'].flatMap((tag) => [tag, `${tag.charAt(0)}/${tag.slice(1)}`]).concat('&lt;think&gt;', '&lt;/think&gt;')
/** The same with white space or attributes in them, or closed at once. */
const LOOSE_TAG = new RegExp(`^<\\s?(/?)\\s?(?:${NAMES.join('|')})(?:\\s[\\w-]+=[^<>]{0,40})?\\s?(/?)>`)
const LOOSE_BEGINNING = new RegExp(`^<\\s?/?\\s?(?:(?:${NAMES.join('|')})(?:\\s(?:[\\w-]{1,20}(?:=[^<>]{0,40})?)?|\\s?/?)?|[a-z_:]{0,14})$`)
const LONGEST = 84
const SUSPECT = /[<[◁&]/

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

/** Splits text; a few dozen characters at most are held back while they may be the beginning of a tag. */
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
        if (tag.turns) {
          if (tag.closes && !thinking) listener.onAllWasReasoning()
          thinking = !tag.closes
        }
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
    if (code === 60 || code === 91 || code === 0x25c1 || code === 38) return i
  }
  return -1
}

/** The tag at the beginning of a text in lower case; one that closes itself turns nothing. */
function findTag(rest: string): { closes: boolean; turns: boolean; length: number } | null {
  const tag = TAGS.find((each) => rest.startsWith(each))
  if (tag !== undefined) return { closes: /^(?:.|&lt;)\//.test(tag), turns: true, length: tag.length }
  const loose = LOOSE_TAG.exec(rest)
  return loose === null ? null : { closes: loose[1] === '/', turns: loose[2] !== '/', length: loose[0].length }
}

function isBeginningOfTag(rest: string): boolean {
  return TAGS.some((tag) => tag.startsWith(rest)) || LOOSE_BEGINNING.test(rest)
}
