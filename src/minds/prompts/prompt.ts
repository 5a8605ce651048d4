/** Prompts for each kind of thought. Pure: a private view and memories in, messages out. */
import { dayOf } from '#simulation/clock.ts'
import type { Deliberation } from '../deliberation/deliberation.ts'
import { groupOf, type AnswerSchema, type Message, type PromptForm } from '../language-model.ts'
import type { Memory, RecalledMemory } from '../memory/memory.ts'
import type { ThoughtRequest } from '../minds-protocol.ts'
import type { OfferedOption } from '../private-view.ts'
import { fence, fenceMark, neutralise } from './fence.ts'
import { dealWords } from './deal-words.ts'
import { ANSWER_FORM, APART_RULES, beliefLines, BRIEF_FORM, memoryLines, momentSection, partnerLines, personSection, RULES, THOUGHT_RULES, weighedLines, wishLines, worldSection } from './sections.ts'
import { voiceSection } from './voice-section.ts'

/** At most this many options are offered; weak models pick a digit more reliably than they write structure. */
const MOST_OPTIONS = 9
/** Turns of a talk that are told at least, and how many go at once when there are more. */
const LEAST_TURNS = 12
const TURNS_THAT_GO = 8
/** Memories that are told; an idle thought needs few. */
const MEMORIES_FOR: { readonly [K in ThoughtRequest['kind']]: number } = { greet: 6, converse: 10, farewell: 4, chime: 6, monologue: 4, deliberate: 8, plan: 6, reflect: 10 }
/** The same where the player has no part in it, and how many beliefs and options there are then: what is said over a fence is told less. */
const MEMORIES_APART: typeof MEMORIES_FOR = { greet: 2, converse: 3, farewell: 1, chime: 3, monologue: 2, deliberate: 8, plan: 4, reflect: 10 }
const BELIEFS_APART = 2
/** Who comes up or leaves asks no way. */
const WITHOUT_WAYS: readonly ThoughtRequest['kind'][] = ['greet', 'farewell']
const OPTIONS_APART = 3
/** English takes about so many characters a token. */
const CHARACTERS_A_TOKEN = 4

/** How much of a prompt each part takes, in tokens as estimated from its characters. */
export type PromptShare = { part: string; tokens: number }

/** A prompt with what its answer may choose from. */
export type Prompt = { messages: Message[]; shares: PromptShare[]; offered: OfferedOption[]; maxTokens: number; temperature: number; /** The shape of the answer, where one was asked for. */ schema: AnswerSchema | null }

/** A model that reasons before it speaks needs so much more room. */
const REASONING_FACTOR = 5

/** Tokens to ask for so that an answer of at most `tokens` fits. */
export function roomFor(tokens: number, reasons: boolean): number {
  return tokens * (reasons ? REASONING_FACTOR : 1)
}

type Part = { part: string; text: string }

/** The prompt of a thought. `facts` are what is known of the partner, `weighed` what came of weighing an open question; `isBrief`: in an answer to the player every word is waited for. */
export function buildPrompt({ kind, view, cause }: Pick<ThoughtRequest, 'kind' | 'view' | 'cause'>, recalled: readonly RecalledMemory[], { facts, weighed, form = 'lines', isBrief = false }: { facts: readonly Memory[]; weighed: Deliberation | null; form?: PromptForm; isBrief?: boolean }): Prompt {
  const talk = view.conversation
  const isApart = talk ? talk.partnerId !== 'player' : kind !== 'greet'
  const mark = fenceMark(view.npcId, talk?.id ?? -dayOf(view.worldSeconds))
  // who only thinks chooses nothing, and two neighbours only whether they go on
  const choices = kind === 'monologue' || kind === 'reflect' ? [] : isApart && talk ? [...view.offered.slice(0, OPTIONS_APART - 1), ...view.offered.slice(OPTIONS_APART - 1).slice(-1)] : view.offered
  const offered = choices.slice(0, MOST_OPTIONS).map((option, i) => ({ ...option, number: i + 1 }))
  const options = offered.map(({ number, label }) => `${number}. ${neutralise(label, 80)}`).join('\n')
  const rules = groupOf(kind) !== 'talk' ? THOUGHT_RULES : isApart ? APART_RULES : RULES
  // who only thinks says nothing, and how it would is left out
  const [world, person] = [worldSection(view, isApart), `${personSection(view)}${groupOf(kind) === 'talk' ? `\n${voiceSection(view, isApart || !talk)}` : ''}`]
  const partner = talk?.partnerId === 'player' ? (facts.findLast((memory) => memory.triple?.[1] === 'name')?.triple?.[2] ?? 'the stranger') : (talk?.partnerName ?? '')
  const name = neutralise(partner, 40)
  // what was said is only ever added to: the oldest go eight at a time, so that servers can keep the beginning
  const said = talk?.turns ?? []
  const turns = said.slice(Math.max(0, Math.floor((said.length - LEAST_TURNS) / TURNS_THAT_GO) * TURNS_THAT_GO)).map((turn) => `${turn.speakerId === view.npcId ? 'You' : turn.speakerId === talk?.partnerId ? name : neutralise(talk?.others.find(({ id }) => id === turn.speakerId)?.name ?? 'somebody', 40)}: ${neutralise(turn.text)}`)
  const block = (part: string, title: string, lines: readonly string[]): Part[] => (lines.length === 0 ? [] : [{ part, text: `${title}\n${fence(mark, lines)}` }])
  const schema = form === 'schema' ? schemaFor(kind, offered) : null
  const asked = task({ kind, name, given: view.given, cause: neutralise(cause, 120), answer: isBrief && !isApart ? BRIEF_FORM : ANSWER_FORM })
  const parts: Part[] = [
    ...(talk ? block('beliefs', 'You take this to be so:', beliefLines(view, isApart ? BELIEFS_APART : undefined)) : []),
    ...(talk ? block('the other', `You are talking with ${name}${talk.others.length > 0 ? `; ${neutralise(talk.others.map((other) => other.name).join(' and '), 80)} stand by` : ''}. What you know of them:`, partnerLines(view, facts)) : []),
    ...block('the talk', 'The talk so far:', turns),
    { part: 'the moment', text: momentSection(view, isApart || WITHOUT_WAYS.includes(kind)) },
    ...(talk?.deal ? [{ part: 'the trade', text: `What has just come of it, and is so whatever was said: ${dealWords(talk.deal)} Say so in your own words.` }] : []),
    ...block('to tell', 'What you want of this talk:', wishLines(view)),
    ...block('taken back', 'You said this and took it back; say what you mean in other words:', (talk?.unsaid ?? []).slice(-2).map((line) => neutralise(line))),
    ...block('memories', 'You remember:', memoryLines(recalled, view.worldSeconds).slice(0, (isApart ? MEMORIES_APART : MEMORIES_FOR)[kind])),
    ...(weighed ? block('what was weighed', 'You have weighed what you were asked:', weighedLines(weighed)) : []),
    ...(options ? [{ part: 'options', text: `Options:\n${options}` }] : []),
    { part: 'the task', text: schema ? `${asked.split('\n')[0]!.replace(/ Answer in .*$/, '')}\n${describeSchema(schema)}` : asked },
  ]
  return {
    messages: [{ role: 'system', content: `${rules}\n\n${world}\n\n${person}` }, { role: 'user', content: parts.map(({ text }) => text).join('\n\n') }],
    shares: [{ part: 'rules', text: rules }, { part: 'the country', text: world }, { part: 'the person', text: person }, ...parts].map(({ part, text }) => ({ part, tokens: Math.ceil(text.length / CHARACTERS_A_TOKEN) })),
    offered, schema, maxTokens: kind === 'reflect' ? 260 : 160, temperature: kind === 'plan' ? 0.5 : 0.85,
  }
}

function task({ kind, name, given, cause, answer }: { kind: ThoughtRequest['kind']; name: string; given: string; cause: string; answer: string }): string {
  switch (kind) {
    case 'greet': return `${name} comes up to you. Greet them as ${given} would.\n${answer}`
    case 'converse': return `Answer what ${name} said last, as ${given} would. Do not repeat what you said before.\n${answer}`
    case 'farewell': return `The talk is over. Say goodbye to ${name} in one sentence, as ${given} would.\n${answer}`
    case 'chime': return `You stand by while others talk, and what was said last concerns you. Add one short sentence of at most 20 words, as ${given} would; nothing that was said already.\n${answer}`
    case 'monologue': return `You are alone with your thoughts (${cause}). Answer in one line only:\nTHINK: what goes through your head now, at most 18 words`
    case 'deliberate':
    case 'plan': return `Choose what to do next (${cause}). Answer in these lines only:\nTHINK: why, at most 15 words\nDO: the number of one option`
    case 'reflect': return 'It is night. What did the day teach you about the people in it? Answer with at most three lines, each resting only on what you remember:\nTHINK: one sentence, with the name of whom it is about'
  }
}

const FIELD_WORDS = { do: 'the number of one option', feel: 'one word', say: 'what you say aloud', think: 'what you think and do not say, at most 15 words' } as const

/** The shape of an answer: the decision before the words, so that the words follow it. Null where lines serve better. */
function schemaFor(kind: ThoughtRequest['kind'], offered: readonly OfferedOption[]): AnswerSchema | null {
  const choice: AnswerSchema['properties'] = offered.length > 0 ? { do: { type: 'integer', enum: offered.map(({ number }) => number) } } : {}
  const word = { type: 'string' } as const
  if (groupOf(kind) === 'talk') return { name: 'reply', properties: { ...choice, feel: word, say: word, think: word } }
  if (kind === 'plan') return offered.length > 0 ? { name: 'plan', properties: { ...choice, think: word } } : null
  return kind === 'monologue' ? { name: 'thought', properties: { think: word } } : null
}

function describeSchema({ properties }: AnswerSchema): string {
  return `Answer as one JSON object: ${Object.keys(properties).map((field) => `"${field}": ${FIELD_WORDS[field as keyof typeof FIELD_WORDS]}`).join(', ')}.`
}
