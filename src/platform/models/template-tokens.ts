/** Tokens of chat templates that a server should have kept to itself: taken out of the text, with the thinking they set apart and with what a model goes on to say in other roles. */

/** Where the pieces go. */
export type TemplateListener = {
  onText(text: string): void
  onReasoning(text: string): void
  /** The model's turn is over: whatever comes is not its answer. */
  onEnd(): void
  /** Thinking that was closed and never opened: all text so far was part of it. */
  onAllWasReasoning?(): void
}

/** See `createTemplateFilter`. */
export type TemplateFilter = {
  /** Takes the next piece of text. */
  feed(text: string): void
  /** The text is over: what was held back in case it became a token is let go. */
  end(): void
}

/** `text`: an answer; `thinking`; `header`: the name of a role or channel; `skipped`: the prompt, said over; `between`: after a message, before the next; `ended`. */
type Mode = 'text' | 'thinking' | 'header' | 'skipped' | 'between' | 'ended'

/** Tokens between bars, of whatever name; and those that a few families of models use. */
const TOKEN =
  /<[|｜][^<>\n]{1,40}[|｜]>|<\|(?:channel|turn)>|<(?:channel|turn)\|>|<\/?s>|<(?:start|end)_of_turn>|<(?:bos|eos|sop|eop|pad|unk|mask|EOT|end_of_utterance|tool_call)>|<(?:SPECIAL|reserved)_\d{1,4}>|<function=[\w.-]{1,40}>|<[|｜]DSML[|｜]\w{1,20}>|<role>[A-Z]{4,12}<\/role>|\[gMASK\]|<\/?answer>|<0x[0-9A-Fa-f]{2}>|\[TOOL_CALLS\]|\[\/?INST\]|<<\/?SYS>>/g
/** What may still become one of them. */
const BEGINNING = /(?:<(?:[|｜][^<>\n]{0,41}|[\w/]{0,18}|function=[\w.-]{0,40}|role>[A-Z]{0,12}(?:<\/?\w{0,4})?|(?:channel|turn)\||<\/?S?Y?S?>?)|\[\/?g?[A-Z_]{0,11})$/
const LONGEST_BEGINNING = 52
const ENDING = /^(im_end|e[oe]t_id|eom_id|eot|eos|eod|endoftext|end_of_text|end_of_turn|end_of_sentence|end▁of▁sentence|end_of_turn_token|end_of_utterance|role_end|special_1[12]|return|call|\/s)$/
const HEADER = /^(start|im_start|start_header_id|header_start|start_of_turn|start_of_role|turn|im_(assistant|user|system))$/
const THINKS = /^((start|begin)_thinking|(start|begin)_of_thought|begin_think|inner_prefix|think|thinking)$/
const HAS_THOUGHT = /^(end_thinking|end_of_thought|end_think|inner_suffix|\/think|\/thinking)$/
const OTHERS = /^(user|system|human|user_token|system_token|reserved_10[26]|role>(?:human|user|system|observation)<\/role|\[inst\])$/
const MODEL = /^(assistant|chatbot_token|reserved_10[37]|role>assistant<\/role|\[\/inst\])$/
/** Where a call of a tool begins, which nobody asked for. */
const TOOL = /^(python_tag|tool_calls?|tool_call_start|function=.*|dsml[|｜].*|\[tool_calls\]|tool[_▁]calls[_▁]begin)$/
/** A token at which an answer was cut off. */
const CUT = /<(?:[|｜][\w▁]{1,40}[|｜]?|\/s|(?:start|end)_of_[a-z]{0,10})$/
/** A byte of a letter that the model's tokens do not have. */
const BYTE = /^<0x(..)>$/
/** A name of a role where a template's own words leaked without their tokens. */
const LEAKED_ROLE = /^(?:assistant|model)(?:\s*:)?\s*\n\s*/
const MAYBE_LEAKED_ROLE = /^(?:a(?:s(?:s(?:i(?:s(?:t(?:a(?:n(?:t\s*:?\s*)?)?)?)?)?)?)?)?|m(?:o(?:d(?:e(?:l\s*:?\s*)?)?)?)?)$/
/** Thinking of a model of channels whose tokens were stripped, but not its words. */
const BARE_ANALYSIS = /^analysis(?=[A-Z"“(])/
const BARE_FINAL = ['assistantfinal']
/** Thinking that is announced in words, and the answer, too. */
const TOLD_THOUGHT = ['Here is my thought process:', 'Here\'s my thought process:']
const TOLD_ANSWER = ['Here is my response:', 'Here\'s my response:']

/** Filters text; at most a few dozen characters are held back while they may be the beginning of a token. */
export function createTemplateFilter(listener: TemplateListener): TemplateFilter {
  let mode: Mode = 'text'
  let held = ''
  let header = ''
  /** Whether the header is that of a channel, not of a role. */
  let ofChannel = false
  let hasSpoken = false
  let bytes: number[] = []
  let bare: 'unknown' | 'thinking' | 'no' = 'unknown'
  /** Words that end thinking which is marked by words alone. */
  let answers: readonly string[] = BARE_FINAL

  function emit(text: string): void {
    if (text === '') return
    if (bytes.length > 0) emitBytes()
    if (mode === 'thinking') listener.onReasoning(text)
    else if (mode === 'header') readHeader(text)
    else if (mode === 'text') {
      if (!hasSpoken && text.trim() !== '') hasSpoken = true
      listener.onText(text)
    }
  }

  function emitBytes(): void {
    const text = new TextDecoder().decode(Uint8Array.from(bytes)).replaceAll('\ufffd', '')
    bytes = []
    emit(text)
  }

  function readHeader(text: string): void {
    const end = text.indexOf('\n')
    header += end === -1 ? text : text.slice(0, end)
    if (end === -1) return
    finishHeader()
    emit(text.slice(end + 1))
  }

  function finishHeader(): void {
    const name = header.trim().toLowerCase().split(/\s/)[0] ?? ''
    header = ''
    if (ofChannel) mode = name === 'final' ? 'text' : 'thinking'
    else if (/^(user|human|system|tool|ipython|observation|developer)/.test(name)) beOthers()
    else mode = 'text'
  }

  /** Words of others: before the model has spoken they are the prompt, after it they are made up. */
  function beOthers(): void {
    if (hasSpoken) stop()
    else mode = 'skipped'
  }

  function stop(): void {
    mode = 'ended'
    listener.onEnd()
  }

  function endThinking(): void {
    if (mode === 'text' && hasSpoken) {
      listener.onAllWasReasoning?.()
      hasSpoken = false
    }
    mode = 'text'
  }

  function openHeader(channel: boolean): void {
    mode = 'header'
    header = ''
    ofChannel = channel
  }

  function meet(token: string): void {
    if (mode === 'ended') return
    const byte = BYTE.exec(token)
    if (byte !== null) {
      bytes.push(parseInt(byte[1]!, 16))
      return
    }
    if (bytes.length > 0) emitBytes()
    const name = token.startsWith('<turn') ? 'end_of_turn' : token.replace(/^<[|｜]?|[|｜]?>$/g, '').toLowerCase()
    if (name === 'channel' && token.startsWith('<channel')) endThinking()
    else if (name === 'channel') openHeader(true)
    else if (HEADER.test(name)) {
      if (mode !== 'header') openHeader(false)
    } else if (mode === 'header') {
      if (name === 'constrain') header += ' '
      else finishHeader()
    } else if (THINKS.test(name)) mode = 'thinking'
    else if (HAS_THOUGHT.test(name)) endThinking()
    else if (name === 'end') mode = hasSpoken || mode === 'thinking' ? 'between' : mode
    else if (OTHERS.test(name)) beOthers()
    else if (MODEL.test(name)) mode = mode === 'skipped' ? 'text' : mode
    else if (TOOL.test(name)) {
      // an answer that is nothing but such a call may hold what was asked for
      if (hasSpoken) stop()
    } else if (ENDING.test(name)) {
      if (hasSpoken) stop()
      else if (mode === 'thinking') mode = 'between'
    }
  }

  function take(text: string, last: boolean): void {
    let from = 0
    for (const match of text.matchAll(TOKEN)) {
      emit(text.slice(from, match.index))
      meet(match[0])
      from = match.index + match[0].length
      if (mode === 'ended') return
    }
    const rest = last ? text.slice(from).replace(CUT, '') : text.slice(from)
    const beginning = last ? null : BEGINNING.exec(rest.slice(-LONGEST_BEGINNING))
    if (beginning === null) return emit(rest)
    emit(rest.slice(0, rest.length - beginning[0].length))
    held = beginning[0]
  }

  /** What can stand at the beginning only; null while that is not known yet. */
  function takeStart(text: string, last: boolean): string | null {
    const begun = text.trimStart()
    if (!last && (begun === '' || MAYBE_LEAKED_ROLE.test(begun) || 'analysis'.startsWith(begun) || TOLD_THOUGHT.some((words) => words.startsWith(begun)))) return null
    if (BARE_ANALYSIS.test(begun)) {
      bare = 'thinking'
      return begun.slice('analysis'.length)
    }
    const told = TOLD_THOUGHT.find((words) => begun.startsWith(words))
    if (told !== undefined) {
      bare = 'thinking'
      answers = TOLD_ANSWER
      return begun.slice(told.length)
    }
    bare = 'no'
    const leaked = LEAKED_ROLE.exec(begun)
    return leaked === null ? text : begun.slice(leaked[0].length)
  }

  function takeBareThinking(text: string, last: boolean): void {
    const found = answers.find((words) => text.includes(words))
    if (found !== undefined) {
      const end = text.indexOf(found)
      if (end > 0) listener.onReasoning(text.slice(0, end))
      bare = 'no'
      take(text.slice(end + found.length), last)
      return
    }
    const keep = last ? 0 : Math.min(text.length, Math.max(...answers.map(({ length }) => length)) - 1)
    if (text.length > keep) listener.onReasoning(text.slice(0, text.length - keep))
    held = text.slice(text.length - keep)
  }

  function run(text: string, last: boolean): void {
    if (mode === 'ended') return
    if (bare === 'unknown') {
      const rest = takeStart(text, last)
      if (rest === null) held = text
      else run(rest, last)
    } else if (bare === 'thinking') takeBareThinking(text, last)
    else take(text, last)
  }

  return {
    feed(text) {
      // almost every piece: nothing held, nothing that could begin a token
      if (held === '' && bare === 'no' && (mode === 'text' || mode === 'thinking') && !text.includes('<') && !text.includes('[')) return emit(text)
      const joined = held + text
      held = ''
      run(joined, false)
    },
    end() {
      const rest = held
      held = ''
      run(rest, true)
      if (bytes.length > 0) emitBytes()
    },
  }
}
