/** From what happened to what each witness keeps of it: first person, concrete names, weighed by a table; junk is not kept. */
import type { ActorId, NpcId } from '#core/ids.ts'
import { claimWords } from '#simulation/beliefs/claim.ts'
import type { Appointment } from '#simulation/appointments/appointment.ts'
import type { Happening as WorldHappening } from '#simulation/happenings/happening.ts'
import type { WorldEvent } from '#simulation/events.ts'
import type { Observation } from '../minds-protocol.ts'
import { factsIn, factSentence, isSingle, nameIn, type Fact, type FactKey } from './facts.ts'
import { importanceOf, IMPORTANCE_FLOOR, type Happening } from './importance.ts'
import { capText, draftMemory, type MemoryDraft } from './make-memory.ts'
import type { Memory } from './memory.ts'
import type { Deal } from '#simulation/trade/deal-record.ts'
import { amountOf, goodOf } from '#simulation/trade/goods.ts'
import { dealMemory } from './deal-memory.ts'
import { priceWords } from '#simulation/trade/price-words.ts'
import { toneOf, type Tone } from '#simulation/affect/tone.ts'

/** What a witness brings along: what they call others, what they remember already. */
export type Witness = {
  npcId: NpcId
  /** What this person calls the player: a name once told, else "the stranger". */
  playerName: string
  /** How often the like of `key` was kept within three days. */
  timesBefore(key: string): number
  /** The facts about `whom` that still hold. */
  factsAbout(whom: ActorId): readonly Memory[]
  /** What this person last asked of the player in this talk, by the kind of answer. */
  asked: FactKey | null
}

/** Drafts for one witness, the keys by which repetition is counted, and the facts that end. */
export type Kept = { drafts: MemoryDraft[]; keys: string[]; ended: Memory[]; strict: boolean }

const FIRST_CONFIDENCE = 0.9
/** Characters kept of words that were heard or said. */
const LONGEST_QUOTE = 170
/** How much surer the teller is than the one told. */
const HOP_CONFIDENCE = 0.85
const TONE_HAPPENINGS: { readonly [T in Tone]: Happening } = { insult: 'insult', threat: 'threat', thanks: 'thanks', sorry: 'apology', compliment: 'compliment', gift: 'gift', greeting: 'greeting' }

/** What a meeting that was kept was for. */
const PURPOSE_WORDS: { readonly [P in Appointment['purpose']]: string } = { company: '', feast: ', and drank to good luck', help: ', to get work done', amends: ', and made up our quarrel' }

type Part = { happening: Happening; key: string; draft: MemoryDraft }

/** What `witness` keeps of an observation; nothing for most. */
export function observe({ event, worldSeconds, place, names }: Observation, witness: Witness): Kept {
  const kept: Kept = { drafts: [], keys: [], ended: [], strict: false }
  const me = witness.npcId
  const nameOf = (id: ActorId): string => (id === 'player' ? witness.playerName : (names[id] ?? 'somebody'))
  const base = { npcId: me, worldSeconds, place }

  function keep({ happening, key, draft }: Part): void {
    const importance = importanceOf(happening, witness.timesBefore(key), draft.felt.intensity)
    if (importance < IMPORTANCE_FLOOR) return
    kept.drafts.push({ ...draft, importance })
    kept.keys.push(key)
  }
  function part(happening: Happening, key: string, words: readonly [MemoryDraft['kind'], string], more: Partial<MemoryDraft> = {}): Part {
    return { happening, key, draft: draftMemory({ ...base, kind: words[0], text: sentence(words[1]), importance: 0 }, more) }
  }

  switch (event.type) {
    case 'speech-said':
      observeSpeech(event)
      break
    case 'conversation-start': {
      const other = event.npcId === me ? event.openerId : event.openerId === me ? event.npcId : null
      if (!other) break
      const first = other === 'player' && witness.factsAbout('player').length === 0 && witness.timesBefore('talk player') === 0
      keep(part(first ? 'first-meeting' : 'greeting', `talk ${other}`, ['perceived', first ? `I met ${nameOf(other)} and we spoke for the first time, at ${place.name}` : `I stopped to talk with ${nameOf(other)} at ${place.name}`], { about: [other], present: [other, me], triple: ['I', 'met', nameOf(other)], conversationId: event.conversationId }))
      kept.strict ||= other === 'player'
      break
    }
    case 'conversation-end': {
      if (!event.participants.includes(me)) break
      const other = event.participants[0] === me ? event.participants[1] : event.participants[0]
      const how = { farewell: `${nameOf(other)} and I parted`, left: `${nameOf(other)} walked off in the middle of our talk`, silence: `${nameOf(other)} and I fell silent and parted`, refused: `I did not want to talk with ${nameOf(other)}`, 'called-away': `I had to leave ${nameOf(other)} in the middle of our talk` }[event.reason]
      if (event.reason === 'farewell' || event.reason === 'silence') break
      keep(part(event.reason === 'refused' || event.reason === 'left' ? 'talk-refused' : 'talk-end', `end ${other} ${event.reason}`, ['perceived', how], { about: [other], present: [other, me], conversationId: event.conversationId }))
      break
    }
    case 'skill-start': {
      if (event.npcId === me) keep(part('did-routine', `do ${event.skillId}`, ['did', `I was ${event.activity} at ${place.name}: ${event.why}`], { triple: ['I', event.skillId, place.name], present: [me] }))
      else keep(part('seen-routine', `see ${event.npcId} ${event.skillId}`, ['perceived', `I saw ${nameOf(event.npcId)} ${event.activity} at ${place.name}`], { about: [event.npcId], present: [event.npcId, me], triple: [nameOf(event.npcId), event.skillId, place.name] }))
      break
    }
    case 'skill-end':
      if (event.npcId === me && event.result === 'failed') keep(part('skill-failed', `fail ${event.skillId}`, ['did', `I could not go on ${event.activity} at ${place.name}`], { triple: ['I', 'failed', event.activity], present: [me], felt: { pleasure: -0.3, arousal: 0.1, dominance: -0.2, emotion: 'vexed', intensity: 0.3 } }))
      break
    case 'actor-seen':
      if (event.npcId !== me) break
      if (event.otherId === 'player') keep(part(witness.timesBefore('see player') === 0 ? 'seen-stranger' : 'seen-known', 'see player', ['perceived', `I saw ${nameOf('player')} at ${place.name}`], { about: ['player'], present: ['player', me], triple: [nameOf('player'), 'was at', place.name] }))
      else keep(part('seen-known', `see ${event.otherId}`, ['perceived', `I saw ${nameOf(event.otherId)} at ${place.name}`], { about: [event.otherId], present: [event.otherId, me], triple: [nameOf(event.otherId), 'was at', place.name] }))
      break
    case 'weather-change':
      keep(part('weather', `weather ${event.weather}`, ['perceived', { clear: `The sky cleared over ${place.name}`, cloudy: `Clouds came up over ${place.name}`, overcast: `It turned grey over ${place.name}`, rain: `Rain came over ${place.name}`, mist: `Mist settled on ${place.name}`, storm: `A thunderstorm broke over ${place.name}`, snow: `Snow fell on ${place.name}` }[event.weather]]))
      break
    case 'player-drink':
      keep(part('seen-drinking', `drink ${event.water}`, ['perceived', `I saw ${nameOf('player')} drink from the ${event.water} at ${place.name}`], { about: ['player'], present: ['player', me], triple: [nameOf('player'), 'drank from', `the ${event.water}`] }))
      break
    case 'player-use':
      keep(part(event.makerIds.includes(me) ? 'favour' : 'seen-drinking', `use ${event.goodId}`, ['perceived', `I saw ${nameOf('player')} ${goodOf(event.goodId).use === 'sleep' ? 'go to bed at the inn' : `${goodOf(event.goodId).use === 'drink' ? 'drink' : 'eat'} ${goodOf(event.goodId).name}`} at ${place.name}${event.makerIds.includes(me) ? ', which I had made' : ''}`], { about: ['player'], present: ['player', me], triple: [nameOf('player'), 'used', goodOf(event.goodId).name] }))
      break
    case 'goods-pass':
      observeDeal(event.deal)
      break
    case 'neighbours-deal': {
      const other = event.buyerId === me ? event.sellerId : event.buyerId
      const thing = `${amountOf(event.goodId, event.count)}`
      keep(part('neighbour-traded', `trade ${other}`, event.buyerId === me ? ['did', `I bought ${thing} of ${nameOf(other)} for ${priceWords(event.pennies)}`] : ['did', `I sold ${nameOf(other)} ${thing} for ${priceWords(event.pennies)}`], { about: [other], present: [other, me], triple: ['I', event.buyerId === me ? 'bought' : 'sold', thing] }))
      break
    }
    case 'happening':
      observeHappening(event.happening)
      break
    case 'appointment-end':
      observeAppointment(event.appointment)
      break
    case 'thought-had':
      if (event.npcId === me) keep(part('thought', `think ${event.text.slice(0, 40)}`, ['thought', event.text], { present: [me] }))
      break
    default:
      break
  }
  return kept

  /** Whoever was robbed did not see the thief, and what a thief did stays unsaid. */
  function observeHappening({ claim, doerId, sufferId, importance, good }: WorldHappening): void {
    const theft = claim.kind === 'theft'
    const seen = theft && me === sufferId ? { ...claim, subject: null } : claim
    const kind = theft && me === doerId ? 'thought' : me === doerId ? 'did' : 'perceived'
    const about = [...(seen.subject?.id ? [seen.subject.id] : []), ...(sufferId ? [sufferId] : [])].filter((id) => id !== me)
    const mine = me === doerId || me === sufferId ? 1 : 0.5
    keep(part(claim.kind === 'death' && about.length > 0 ? 'death' : importance > 0.65 ? 'great-happening' : 'happening', `happening ${claim.kind} ${claim.object}`, [kind, claimWords(seen, me)], {
      about, present: [...new Set([me, ...about])], triple: [seen.subject?.id === me ? 'I' : (seen.subject?.name ?? 'somebody'), claim.kind, claim.object || (claim.target?.name ?? '')],
      felt: { pleasure: good * mine, arousal: Math.abs(good) * 0.5, dominance: good * 0.3, emotion: good < -0.3 ? (claim.kind === 'theft' || claim.kind === 'quarrel' ? 'angry' : 'sad') : good > 0.3 ? 'glad' : 'calm', intensity: Math.abs(good) * mine },
    }))
  }

  function observeAppointment({ kind, purpose, npcId, withId, what, state }: Appointment): void {
    const other = npcId === me ? withId : npcId
    const who = nameOf(other)
    const words = state === 'forgiven' ? `${who} was sorry not to have kept the promise to ${what}, and I let it be` : kind === 'vow' || (kind === 'promise' && me !== npcId) ? (state === 'kept' ? `I did what I had promised ${who}` : `I did not do what I had promised ${who}`) : kind === 'promise' ? (state === 'kept' ? `${who} kept the promise to ${what}` : `${who} did not ${what}, though it was promised`) : state === 'kept' ? `${who} and I met at ${what}, as we had agreed${PURPOSE_WORDS[purpose]}` : state === 'missed' ? (me === npcId ? `I waited for ${who} at ${what}, and nobody came` : `I did not come to ${what}, where ${who} waited for me`) : `I could not come to ${what}, where I was to meet ${who}`
    keep(part(state === 'kept' || state === 'forgiven' ? 'word-kept' : 'word-broken', `word ${other} ${what} ${state}`, ['perceived', words], { about: [other], present: state === 'kept' ? [me, other] : [me], triple: [who, state === 'kept' ? 'kept' : state === 'forgiven' ? 'was sorry for' : 'broke', what], felt: { pleasure: state === 'kept' ? 0.3 : -0.4, arousal: 0.2, dominance: 0, emotion: state === 'kept' ? 'pleased' : 'let down', intensity: 0.4 } }))
    kept.strict ||= other === 'player'
  }

  function observeDeal(deal: Deal): void {
    const told = dealMemory(deal, nameOf('player'), deal.otherId === null ? '' : nameOf(deal.otherId))
    if (!told) return
    keep(part(told.happening, `deal ${deal.kind} ${deal.goodId}`, [deal.kind === 'bought' || deal.kind === 'spared' || deal.kind === 'taken' ? 'did' : 'perceived', told.text], { about: deal.otherId === null ? ['player'] : ['player', deal.otherId], present: ['player', me], triple: [nameOf('player'), told.verb, told.thing], felt: deal.kind === 'given' || deal.kind === 'coin' ? feltAt('gift') : feltAt(null) }))
    kept.strict = true
  }

  function observeSpeech({ speakerId, toId, text, source, news, conversationId }: Extract<WorldEvent, { type: 'speech-said' }>): void {
    const rules = source === 'builtin' || source === 'fallback'
    const told = speakerId === 'player' ? null : news
    // what villagers say by rules without news in it is only talk: that they talked is remembered, the words are not
    const chatter = rules && told === null && toId !== 'player'
    const said = capText(text, LONGEST_QUOTE)
    const present = [...new Set<ActorId>([speakerId, ...(toId ? [toId] : []), me])]
    const to = toId ? ` to ${nameOf(toId)}` : ''
    if (speakerId === me) {
      if (!chatter) keep(part('said-by-me', `said ${text.slice(0, 60)}`, ['said', `I said${to}: “${said}”`], { about: toId ? [toId] : [], present, conversationId }))
      kept.strict ||= toId === 'player'
      return
    }
    const toMe = toId === me
    if (chatter || (!toMe && toId === 'player' && told === null)) return
    const who = nameOf(speakerId)
    const tone = toMe && speakerId === 'player' ? toneOf(text) : null
    const happening: Happening = !toMe ? (news !== null ? 'rumour-overheard' : 'overheard') : tone ? TONE_HAPPENINGS[tone] : news !== null ? 'rumour' : 'said-to-me'
    const origin = told ? ` told me${told.fromId && told.fromId !== me ? `, who had it from ${nameOf(told.fromId)}` : ''}` : ' said to me'
    const words = toMe ? `${who}${origin}: “${told?.text ?? said}”` : `I heard ${who} say${to}: “${told?.text ?? said}”`
    keep(part(happening, `heard ${told?.text ?? `${speakerId} ${text.slice(0, 60)}`}`, ['heard', words], {
      about: [speakerId], present, conversationId, felt: feltAt(tone), triple: [who, 'said', said.split(' ').slice(0, 6).join(' ')],
      source: { fromId: speakerId, memoryId: null, hops: (told?.hops ?? 0) + 1, confidence: told ? Math.round(told.confidence * HOP_CONFIDENCE * 100) / 100 : FIRST_CONFIDENCE },
    }))
    kept.strict ||= speakerId === 'player' && toMe
    if (speakerId !== 'player') return
    // what the player tells of themselves: everything when told to me, the name when overheard
    const facts: Fact[] = toMe ? factsIn(text, witness.asked) : nameIn(text) ? [{ key: 'name', object: nameIn(text) ?? '' }] : []
    const named = facts.find(({ key }) => key === 'name')?.object
    for (const fact of facts) keepFact(fact, speakerId, named ?? who, conversationId)
  }

  function keepFact(fact: Fact, whom: ActorId, who: string, conversationId: number | null): void {
    const older = witness.factsAbout(whom).filter((memory) => memory.triple?.[1] === fact.key || (fact.key === 'found' && memory.triple?.[1] === 'lost' && (fact.object === 'it' || memory.triple[2] === fact.object)))
    if (older.some((memory) => memory.triple?.[1] === fact.key && memory.triple[2].toLowerCase() === fact.object.toLowerCase())) return
    const ends = isSingle(fact.key) || fact.key === 'found' ? older : []
    kept.ended.push(...ends)
    kept.strict = true
    const importance = importanceOf(fact.key === 'name' ? 'name-told' : fact.key === 'promise' ? 'promise' : 'fact-told', 0)
    kept.drafts.push(
      draftMemory({ ...base, kind: 'fact', text: factSentence(capitalise(fact.key === 'name' ? witness.playerName : who), fact), importance }, {
        triple: [whom, fact.key, fact.object], about: [whom], present: [whom, me], pinned: fact.key === 'name', supersedes: ends.at(-1)?.id ?? null, conversationId, source: { fromId: whom, memoryId: null, hops: 1, confidence: 0.9 },
      }),
    )
    kept.keys.push(`fact ${fact.key} ${fact.object}`)
  }
}

function feltAt(tone: ReturnType<typeof toneOf>): MemoryDraft['felt'] {
  switch (tone) {
    case 'insult': return { pleasure: -0.6, arousal: 0.5, dominance: 0.1, emotion: 'hurt', intensity: 0.6 }
    case 'threat': return { pleasure: -0.7, arousal: 0.8, dominance: -0.5, emotion: 'afraid', intensity: 0.8 }
    case 'thanks': return { pleasure: 0.4, arousal: 0.1, dominance: 0.2, emotion: 'pleased', intensity: 0.3 }
    case 'compliment': return { pleasure: 0.5, arousal: 0.2, dominance: 0.2, emotion: 'flattered', intensity: 0.4 }
    case 'gift': return { pleasure: 0.6, arousal: 0.3, dominance: 0.1, emotion: 'grateful', intensity: 0.5 }
    case 'sorry': return { pleasure: 0.2, arousal: 0, dominance: 0.2, emotion: 'softened', intensity: 0.2 }
    default: return { pleasure: 0, arousal: 0, dominance: 0, emotion: 'calm', intensity: 0 }
  }
}

function sentence(text: string): string {
  const end = text.trim()
  return /[.!?…”]$/.test(end) ? capitalise(end) : `${capitalise(end)}.`
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
