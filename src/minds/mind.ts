/** One trip to the mind: recall, then words and wishes from a model where there is one, else from the built-in mind; never throws for what a model does. */
import type { CancelSignal } from '#core/tasks/protocol.ts'
import type { Mood } from '#simulation/npc/npc.ts'
import type { ThoughtOutcome } from '#simulation/commands.ts'
import { END_TALK_LABEL, STAY_LABEL } from './build-private-view.ts'
import type { Ahead, ReadyWords } from './ahead.ts'
import { thinkBuiltin, type BuiltinThought } from './builtin-mind.ts'
import type { Deliberation } from './deliberation/deliberation.ts'
import type { Generation } from './language-model.ts'
import { draftMemory, toMemoryView, type MemoryDraft } from './memory/make-memory.ts'
import type { PersonMemory } from './memory/person-memory.ts'
import { importanceOf } from './memory/importance.ts'
import type { RecalledMemory } from './memory/memory.ts'
import { isInDanger, salienceOf, type Wanted } from './scheduler/attention.ts'
import type { Asked, Scheduler } from './scheduler/scheduler.ts'
import type { ThoughtProgress, ThoughtRequest, ThoughtResult } from './minds-protocol.ts'
import { parseAnswer, speechSoFar, type ParsedAnswer } from './parse-answer.ts'
import { buildPrompt, roomFor, type Prompt } from './prompts/prompt.ts'
import { propose } from './propose.ts'
import { weighAsked } from './voice/answer-would.ts'
import { diceOf, isRepeat, roll } from './voice/speak.ts'
import { meetingAsked } from './voice/answer-meeting.ts'
import { isSupported } from './voice/muse.ts'
import { wordsOf } from './memory/tokens.ts'
import { branchesFor, isUnshared } from './tiers.ts'
import { toldIn } from './told-in.ts'

/** What a thought needs beside the request. */
export type MindPorts = {
  memory: PersonMemory
  scheduler: Scheduler
  /** Milliseconds. */
  now(): number
  /** Pieces of the reply as they stream; only what is said aloud. */
  report(progress: ThoughtProgress): void
  /** Fires when the thought is no longer wanted. */
  signal: CancelSignal
  /** The meaning of what was heard, where a model told it in time. */
  meaning?: Float32Array | null
  /** What was thought ahead, where anything is. */
  ahead?: Ahead
  /** Keeps insights of the night. */
  keep(drafts: readonly MemoryDraft[]): void
}

/** Memories recalled for one thought, before the slots that are always on. */
const RECALL_COUNT = 10
/** Characters of an answer that are looked at: while it streams, to be shown, and in all. */
const LONGEST_SHOWN = 4_000
const LONGEST_ANSWER = 20_000
/** A talk waits this long for a model in all; other thoughts longer. */
const TALK_LIMITS = { firstTokenMs: 8_000, idleMs: 4_000, totalMs: 12_000 }
const QUIET_LIMITS = { firstTokenMs: 20_000, idleMs: 8_000, totalMs: 26_000 }
const FEEL_SHIFTS: ReadonlyArray<readonly [RegExp, Partial<Mood>]> = [
  [/^(?:happy|glad|joy|pleased|amused|content|delight|cheer|warm|grateful|proud|excited|hope)/, { pleasure: 0.08, arousal: 0.03 }],
  [/^(?:sad|grief|sorrow|lonely|hurt|low|melanchol|miserable)/, { pleasure: -0.08, arousal: -0.03 }],
  [/^(?:ang|annoy|irritat|furious|cross|offend|disgust)/, { pleasure: -0.08, arousal: 0.08, dominance: 0.04 }],
  [/^(?:afraid|fear|scared|anx|worr|nervous|uneasy|wary|suspicious)/, { pleasure: -0.06, arousal: 0.08, dominance: -0.05 }],
  [/^(?:calm|peace|relaxed|quiet|tired)/, { arousal: -0.05 }],
]

/** Words that refuse. */
const REFUSAL = /\b(?:no|not|never|cannot|(?:can|won|don)['’]t|refuse|rather)\b/i

/** Thinks one thought. */
export async function think(request: ThoughtRequest, ports: MindPorts): Promise<ThoughtResult> {
  const started = ports.now()
  const { view, kind } = request
  const talk = view.conversation
  const last = talk?.turns.at(-1)
  const heard = talk && last && last.speakerId === talk.partnerId ? last.text : ''
  const dice = diceOf(view.npcId, request.thoughtId)
  const recalled = ports.memory.find(
    {
      text: heard || `${request.cause} ${talk?.partnerName ?? ''}`, now: view.worldSeconds, mood: view.mood, present: [...new Set([...(talk ? [talk.partnerId] : []), ...view.present.map(({ id }) => id)])],
      ...(talk ? { conversation: talk.id } : {}), ...(ports.meaning ? { vector: ports.meaning } : {}), chance: roll(dice, 'old memory'),
    },
    RECALL_COUNT,
  )
  const remembering = { memories: ports.memory.memories, find: (query: string, k: number) => ports.memory.find({ text: query, now: view.worldSeconds }, k) }
  const builtin = (): BuiltinThought => thinkBuiltin(request, remembering, recalled)
  // what was thought ahead is for this moment, or for none; and never for one in which something changed hands
  const ready = kind === 'greet' || (kind === 'converse' && !talk?.deal) ? (ports.ahead?.take(view) ?? null) : null
  const finish = (part: Pick<ThoughtResult, 'outcome' | 'considered' | 'deliberation' | 'producer' | 'reason' | 'prompt' | 'promptShares' | 'answer' | 'tokensIn' | 'tokensOut'>): ThoughtResult => ({
    thoughtId: request.thoughtId, npcId: view.npcId, kind, recalled: recalled.map(({ memory, score, parts }) => toMemoryView(memory, { score, parts })), ms: ports.now() - started, ...(ready ? { ahead: true } : {}), ...part,
  })
  const byRules = (reason: string | null, spent: { prompt: string | null; promptShares: ThoughtResult['promptShares']; answer: string | null; tokensIn: number; tokensOut: number }): ThoughtResult => {
    const { outcome, considered, insights, deliberation } = builtin()
    ports.keep(insights)
    return finish({ outcome: { ...outcome, source: reason === null ? 'builtin' : 'fallback' }, considered, deliberation, producer: 'built-in mind', reason, ...spent })
  }

  if (kind === 'deliberate') {
    const proposed = await propose({ view, question: null, recalled, wanted: wantedOf(request, ports.signal) }, ports.scheduler)
    const { proposals, branches, reason, producer, ...spent } = proposed
    const { outcome, considered, deliberation } = thinkBuiltin(request, remembering, recalled, { proposals, branches })
    const isMeant = spent.prompt !== null || reason !== null
    return finish({ outcome: { ...outcome, source: proposals.length > 0 ? 'model' : isMeant ? 'fallback' : 'builtin' }, considered, deliberation, producer: proposals.length > 0 ? producer : 'built-in mind', reason, promptShares: [], ...spent, answer: spent.prompt === null ? null : spent.answer })
  }
  const facts = talk ? ports.memory.memories.filter((memory) => memory.kind === 'fact' && memory.validTo === null && memory.triple?.[0] === talk.partnerId) : []
  const speaks = isSpoken(kind)
  const words = showWords(ports)
  let asking: { prompt: Prompt; weighed: Deliberation | null } | null = null
  if (ready) words(ready.generation.text, 'speech')
  const asked = ready ? spokenAhead(ready) : await ports.scheduler.ask(wantedOf(request, ports.signal), ({ reasons, form, tokensPerSecond }) => {
    // an open question is weighed by code, and the model finds words for what came of it
    const weighed = asking?.weighed ?? (kind === 'converse' && talk?.partnerId === 'player' ? weighAsked(view, heard, branchesFor(tokensPerSecond)) : null)
    const prompt = buildPrompt(request, recalled, { facts, weighed, form, isBrief: isUnshared(tokensPerSecond) })
    asking = { prompt, weighed }
    return [{ messages: prompt.messages, maxTokens: roomFor(prompt.maxTokens, reasons), temperature: prompt.temperature, ...(prompt.schema ? { schema: prompt.schema } : {}), limits: speaks ? TALK_LIMITS : QUIET_LIMITS, ...(speaks ? { onDelta: words } : {}) }]
  })
  const generation = asked.ok ? asked.generations[0] : undefined
  if (!asked.ok || !generation || !(asking ?? ready)) return byRules(asked.ok ? null : asked.reason, { prompt: null, promptShares: [], answer: null, tokensIn: 0, tokensOut: 0 })
  const { prompt, weighed } = asking ?? ready!
  const spent = { prompt: prompt.messages.map(({ role, content }) => `[${role}]\n${content}`).join('\n\n'), promptShares: prompt.shares, answer: generation.text.slice(0, LONGEST_ANSWER), tokensIn: generation.tokensIn, tokensOut: generation.tokensOut }
  if (!generation.ok && !isWholeEnough(generation, speaks)) return byRules(generation.message || generation.reason, spent)

  const names = [view.name, view.given]
  const parsed = parseAnswer(generation.text.slice(0, LONGEST_ANSWER), prompt.offered, { speaks, names })
  const fault = faultOf(parsed, { request, speaks, ownLines: talk?.turns.filter(({ speakerId }) => speakerId === view.npcId).map(({ text }) => text) ?? [] })
  if (fault) return byRules(fault, spent)
  if (generation.ok) asked.keep()
  if (kind === 'reflect') ports.keep(insightsOf(parsed, request, ports.memory))
  return finish({ outcome: { ...outcomeOf(parsed, request), agrees: kind === 'converse' && meetingAsked(heard, view.worldSeconds) ? agreedIn(parsed.say, builtin) : null }, considered: consideredOf(prompt, parsed), deliberation: weighed, producer: asked.producer, reason: generation.ok ? null : generation.message, ...spent })
}

/** Whether a thought is words to somebody. */
function isSpoken(kind: ThoughtRequest['kind']): boolean {
  return kind === 'greet' || kind === 'converse' || kind === 'farewell' || kind === 'chime'
}

function spokenAhead({ producer, generation }: ReadyWords): Asked {
  return { ok: true, producer, generations: [generation], keep: () => undefined }
}

/** The thought as the scheduler weighs it. */
export function wantedOf({ kind, view, attention, thoughtId = 0 }: Pick<ThoughtRequest, 'kind' | 'view' | 'attention'> & { thoughtId?: number }, signal: CancelSignal): Wanted {
  const partnerId = view.conversation?.partnerId
  return { npcId: view.npcId, kind, thoughtId, purpose: 'thought', withPlayer: partnerId === 'player', isHail: kind === 'greet' && partnerId === undefined, attention: attention ?? null, salience: salienceOf(view), isDanger: isInDanger(view), signal }
}

/** Shows what is said aloud while it streams. */
function showWords({ report, signal }: MindPorts): (text: string, channel: 'speech' | 'reasoning') => void {
  let raw = ''
  let shown = ''
  return (text, channel) => {
    // nobody is shown more than this of one answer, so a flood of words costs no more than its beginning
    if (channel !== 'speech' || signal.cancelled || raw.length >= LONGEST_SHOWN) return
    raw = (raw + text).slice(0, LONGEST_SHOWN)
    const now = speechSoFar(raw)
    if (now.length > shown.length && now.startsWith(shown)) {
      report({ type: 'speech', text: now.slice(shown.length) })
      shown = now
    }
  }
}

/** Whether what arrived before a failure is a whole sentence of speech: then it is said rather than thrown away. */
function isWholeEnough(generation: Generation, speaks: boolean): boolean {
  if (generation.ok || !speaks || generation.reason === 'cancelled' || generation.reason === 'filtered') return false
  const said = speechSoFar(generation.text)
  return wordsOf(said).length >= 5 && /[.!?…]["”]?\s*$/.test(said)
}

/** Why an answer cannot be used; null when it can. */
function faultOf(parsed: ParsedAnswer, { request, speaks, ownLines }: { request: ThoughtRequest; speaks: boolean; ownLines: readonly string[] }): string | null {
  if (speaks) {
    if (!parsed.say) return parsed.repairs.includes('circle') ? 'the model said one thing over and over' : 'the model’s answer held no words to say'
    const { say } = parsed
    // among themselves people would go round in circles; a player who asks again hears what the chosen model says
    const partnerId = request.view.conversation?.partnerId
    if (partnerId !== 'player' && ownLines.some((line) => isRepeat(say, line))) return 'the model repeated itself'
    return null
  }
  if (request.kind === 'plan') return parsed.option ? null : 'the model chose nothing that was offered'
  return parsed.think ? null : 'the model’s answer held no thought'
}

/** Whether a meeting that was asked for is agreed to: by rule, whatever the model would promise, and only where its words do not refuse. */
function agreedIn(said: string | null, builtin: () => BuiltinThought): ThoughtOutcome['agrees'] {
  return said === null || REFUSAL.test(said) ? null : builtin().outcome.agrees
}

function outcomeOf(parsed: ParsedAnswer, { kind, view }: ThoughtRequest): ThoughtOutcome {
  const speaks = isSpoken(kind)
  const mood = FEEL_SHIFTS.find(([pattern]) => parsed.feel !== null && pattern.test(parsed.feel))?.[1] ?? null
  const ends = kind === 'farewell' || parsed.option?.label === END_TALK_LABEL
  const chosen = parsed.option && parsed.option.label !== END_TALK_LABEL && parsed.option.label !== STAY_LABEL ? parsed.option : null
  return {
    reply: speaks ? parsed.say : null, thought: parsed.think, mood, relation: null, foresight: null, endsTalk: speaks && ends, tells: speaks ? toldIn(parsed.say, view) : null, agrees: null, source: 'model',
    decision: chosen && kind !== 'monologue' && kind !== 'reflect' ? { skillId: chosen.skillId, targetId: chosen.targetId, reason: parsed.think ?? chosen.label } : null,
  }
}

function consideredOf(prompt: Prompt, parsed: ParsedAnswer): ThoughtResult['considered'] {
  return [...prompt.offered.map((option) => ({ label: option.label, weight: option === parsed.option ? 1 : 0, chosen: option === parsed.option, note: '' })), ...(parsed.repairs.length > 0 ? [{ label: 'answer mended', weight: 0, chosen: false, note: parsed.repairs.join(', ') }] : [])]
}

/** Insights of a model rest on what was recalled about whom they name; one that names nobody remembered is dropped. */
function insightsOf(parsed: ParsedAnswer, { view }: ThoughtRequest, memory: PersonMemory): MemoryDraft[] {
  return parsed.thoughts.slice(0, 3).flatMap((text) => {
    const people = [...view.knows.map(({ id, name }) => ({ id, name })), { id: 'player' as const, name: 'stranger' }]
    const about = people.find(({ name }) => wordsOf(name).some((word) => word.length > 2 && wordsOf(text).includes(word)))
    if (!about) return []
    const evidence: RecalledMemory[] = memory.find({ text, now: view.worldSeconds }, 12).filter((found) => found.memory.about.includes(about.id)).slice(0, 4)
    const draft = draftMemory({ npcId: view.npcId, worldSeconds: view.worldSeconds, place: { x: view.place.x, z: view.place.z, name: view.place.name }, kind: 'reflection', text, importance: importanceOf('reflection', 0) }, { about: [about.id], evidence: evidence.map((found) => found.memory.id) })
    return isSupported(draft, memory.memories) ? [draft] : []
  })
}
