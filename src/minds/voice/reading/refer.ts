/** References resolved: a remark in small letters whose names, kin, trades, places, goods and pronouns are marks for what they mean. */
import { GOODS, type Good } from '#simulation/trade/goods.ts'
import type { KnownPerson, PrivateView } from '../../private-view.ts'
import { whoIn } from '../discourse/matters.ts'
import { coreOf, isAsking, writtenOut } from '../asked/plain.ts'
import { kinAsked } from '../people.ts'
import { meantBy, PERSON_REACH, wordsFor, type Discourse, type Referent, type Referred, type Theirs } from './referents.ts'

/** Words for goods that mean other things as often. */
const NO_GOOD = /^(?:board|bench|door|oil|log|tool|bowl|book|stay|sleep|room|night|bed|wood|horse|donkey|fish|lodging|window|beam|paper)$/
const goodByWord: ReadonlyMap<string, Good> = new Map(GOODS.flatMap((good) => good.words.filter((word) => !NO_GOOD.test(word)).flatMap((word) => [word, `${word}s`, `${word}es`, word.replace(/fe?$/, 'ves')].map((form) => [form, good] as const))).toReversed())
const OF_GOODS = /\b(?:an? |the |some |any |your |of |these |those )?(?:good |new |old |fresh |of |loaf of |pair of |jug of )?([a-z]{3,})\b/g
const LETTERS = { person: 'p', people: 'g', kin: 'k', spot: 's', good: 'n', theirs: 't', thing: 'x' } as const
const KIN = 'wife|husband|spouse|mother|father|mum|mom|dad|parents?|sisters?|brothers?|siblings?|sons?|daughters?|child|children|kids?|family'
const OF_KIN: { readonly [word: string]: readonly [NonNullable<KnownPerson['kinship']>, KnownPerson['sex']] } = { wife: ['spouse', 'female'], husband: ['spouse', 'male'], spouse: ['spouse', null], mother: ['parent', 'female'], mum: ['parent', 'female'], mom: ['parent', 'female'], father: ['parent', 'male'], dad: ['parent', 'male'], parent: ['parent', null], sister: ['sibling', 'female'], brother: ['sibling', 'male'], sibling: ['sibling', null], son: ['child', 'male'], daughter: ['child', 'female'], child: ['child', null], children: ['child', null], kid: ['child', null] }
const YOUR_KIN = new RegExp(`\\b(?:your|you have (?:an?|any)) (?:(?:older|younger|little|big|own|dear|two|three) )?(${KIN})\\b`, 'g')
const MY_KIN = new RegExp(`\\bmy (?:(?:older|younger|little|big|own|dear|two|three) )?(${KIN})\\b`, 'g')
const THEIR_KIN = new RegExp(`<p(\\d+)>’s (?:own )?(${KIN})\\b`, 'g')
/** What follows “his” and “her” where they own something. */
const OWNS = '(?= (?:own )?(?!now\\b|too\\b|then\\b|about\\b|for\\b|to\\b|in\\b|at\\b|on\\b|and\\b|or\\b|if\\b|again\\b|a\\b|the\\b|this\\b|that\\b|when\\b|by\\b|with\\b|is\\b|as\\b|home\\b|well\\b|last\\b)[a-z])'
const SEXES = [[/\b(?:he|him)\b/g, new RegExp(`\\bhis${OWNS}`, 'g'), 'male'], [/\b(?:she|her)\b/g, new RegExp(`\\bher${OWNS}`, 'g'), 'female']] as const
/** Other words for who has a trade. */
const TRADES: ReadonlyArray<readonly [RegExp, string]> = [[/\b(?:the )?(?:boss|owner|keeper|landlord|landlady|woman|man|one)(?: of| at| from| who (?:runs|owns|keeps))? (?:the )?inn\b|\b(?:the )?(?:landlord|landlady)\b/g, 'the innkeeper'], [/\b(?:the )?blacksmith\b/g, 'the smith'], [/\bthe (?:fellow|man|woman|person|one) (?:with|at) the sheep\b/g, 'the shepherd'], [/\bthe (?:man|woman|one) (?:who|that) works? with iron\b/g, 'the smith']]
const BEASTS = /^(?:dog|hound|puppy|cat|kitten|horse|pony|donkey|mule|bird|parrot|goat|cow|pig|hen|sheep|frog|rabbit|mouse|duck)$/
/** “it”, “that” and “there” that mean nothing that was spoken of. */
const EMPTY = /\bmake it (?:up|good|there)\b|\b(?:is|was|will|would|does|did|has) it (?:going to |really |ever |always |so |been |get )?(?:rain\w*|snow\w*|late|early|cold|warm|dark|true|safe here|possible|ok(?:ay)?|normal|matter|like here|far to)\b|\b(?:how(?: is|'s) it going|what time is it|like it here|what is it like here|who is it|is it you|will it (?:stay|hold|last)|it is|it was)\b/
/** A noun that is only named, by what stands before it. */
const NAMED = /\b(?:an?|any|some|the|this|that|these|those|of|seen|like|about|what|which|many|much|no) ((?:(?:big|little|old|new|good|young|wild|nice|real|own) )?[a-z]{3,})(?=$| (?:in|on|at|with|that|who|here|there|from|for|to|by|around|came|is|are|was|were|do|does)\b)/g
const NO_NOUN = /^(?:one|ones|thing|things|way|time|day|people|anything|something|somebody|someone|anyone|place|lot|bit|kind|sort|else|more|most|best|worst|other|others|here|there|this|that|them|you|it|him|her|she|they|much|many|all|long|same|new|about|are|did|does|was|were|will|would|can|could|should|have|has|think|know|happened|happen|first|last|next|minute|moment|question|night|morning|evening|village|town|the|what|who|how|why|when|where|than|name|your|his|their|say|said|tell|ask|get|take|make|like|your|mine|yours|years|well)$/

/** Resolves the references of a remark against a talk; without one only what is named outright. */
export function refer(view: PrivateView, remark: string, talk: Discourse | null): Referred {
  const read: Referred = { text: writtenOut(coreOf(remark)).replace(/\b(he|she|they|it|we|who)'d\b/g, '$1 would').replace(/[’']s\b/g, '’s').replace(/^(?:(?:and|but|so|then|well|or|also|oh|hm+)[, ]+)+(?=\S)/, ''), refs: [], leans: false, open: '' }
  for (const [words, plain] of TRADES) read.text = read.text.replace(words, plain)
  named(view, read, talk)
  if (talk) {
    theirs(read, talk, remark)
    pronouns(view, read, talk, isAsking(remark))
  }
  if (talk && !read.refs.some(({ kind }) => kind !== 'good')) things(read)
  compact(read)
  return read
}

/** The remark in full words again. */
export function fullOf({ text, refs }: Referred): string {
  return text.replace(/<[a-z](\d+)>/g, (_, at: string) => {
    const ref = refs[Number(at)]
    return ref ? (ref.kind === 'theirs' ? `${ref.theirs.isOwn ? 'my' : 'the'} ${ref.theirs.noun}` : wordsFor(ref)) : ''
  })
}

/** Without what the text names no more, numbered anew; and with its verb where a question has it. */
function compact(read: Referred): void {
  const order = [...new Set([...read.text.matchAll(/<[a-z](\d+)>/g)].map(([, at]) => Number(at)))]
  read.text = read.text.replace(/<([a-z])(\d+)>/g, (_, letter: string, at: string) => `<${letter}${order.indexOf(Number(at))}>`).replace(/\s+/g, ' ').trim()
  read.refs = order.map((at) => read.refs[at]!)
}

function mark(read: Referred, ref: Referent): string {
  const same = read.refs.findIndex((other) => wordsFor(other) === wordsFor(ref) && other.kind === ref.kind)
  const at = same >= 0 ? same : read.refs.push(ref) - 1
  return `<${LETTERS[ref.kind]}${at}>`
}

const escaped = (words: string): string => words.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const refOf = (people: readonly KnownPerson[]): Referent | null => (people.length === 0 ? null : people.length === 1 ? { kind: 'person', person: people[0]! } : { kind: 'people', people })

/** People, kin, trades, places and goods that are named outright. */
function named(view: PrivateView, read: Referred, talk: Discourse | null): void {
  const put = (pattern: RegExp, of: (found: RegExpExecArray) => Referent | null): void => {
    read.text = read.text.replace(pattern, (...found) => {
      const ref = of(found as unknown as RegExpExecArray)
      return ref === null ? (found[0] as string) : mark(read, ref)
    })
  }
  const others = view.knows.filter(({ id }) => id !== 'player')
  for (const person of others) {
    const [given = '', family = ''] = person.name.split(' ')
    if (read.text.includes(given.toLowerCase())) put(new RegExp(`(?<![\\p{L}<])${escaped(given)}(?: ${escaped(family)})?(?![\\p{L}])`, 'gu'), () => ({ kind: 'person', person }))
  }
  put(talk ? YOUR_KIN : MY_KIN, (found) => refOf(kinAsked(view, found[1]!)) ?? (/^(?:mother|father|mum|mom|dad|parents?)$/.test(found[1]!) ? { kind: 'kin', of: null, word: found[1]! } : null))
  kinOf(view, read)
  put(/\b(?:the|our|an?) (?:old |other |local )?([a-z]+)\b/g, (found) => {
    const fits = others.filter(({ trade }) => trade === found[1])
    return found[1] === view.trade && fits.length === 0 ? null : refOf(fits.slice(0, 1))
  })
  for (const mark of view.landmarks) if (mark.kind !== 'board' && mark.kind !== 'square' && read.text.includes(mark.kind)) put(new RegExp(`(?<![<\\p{L}])(?:the |that |this |your |our )(?:old )?${escaped(mark.kind)}(?![\\p{L}])(?! (?:wheel|door|roof|wall|keeper))`, 'gu'), () => ({ kind: 'spot', spot: mark }))
  for (const other of view.settlement.neighbours) if (read.text.includes(other.name.toLowerCase())) put(new RegExp(`(?<![\\p{L}])${escaped(other.name)}(?![\\p{L}])`, 'gu'), () => ({ kind: 'spot', spot: { ...other, kind: 'settlement' } }))
  for (const mark of view.country) if (read.text.includes(mark.name.replace(/^the /i, '').toLowerCase()) || read.text.includes(mark.kind) || read.text.includes(mark.name.split(' ').at(-1)!.toLowerCase())) put(new RegExp(`(?<![\\p{L}<])(?:the )?${escaped(mark.name.replace(/^the /i, ''))}(?![\\p{L}])|\\b(?:the|this|that|your) (?:${escaped(mark.kind)}|${escaped(mark.name.split(' ').at(-1)!)})\\b`, 'gu'), () => ({ kind: 'spot', spot: mark }))
  if (talk !== null || /\ban? /.test(read.text)) put(OF_GOODS, (found) => {
    const good = talk !== null || /^an? /.test(found[0]) ? goodByWord.get(found[1]!) : undefined
    return good ? { kind: 'good', good } : null
  })
}

/** “Boran’s wife”: who that is, as far as one knows. */
function kinOf(view: PrivateView, read: Referred): void {
  read.text = read.text.replace(THEIR_KIN, (_, at: string, word: string) => {
    const ref = read.refs[Number(at)]
    if (ref?.kind !== 'person') return _
    return mark(read, refOf(kinOfPerson(view, ref.person, word)) ?? { kind: 'kin', of: ref.person, word })
  })
}

/** Kin of somebody by the word for it, as far as one knows them. */
export function kinOfPerson(view: PrivateView, person: KnownPerson, word: string): KnownPerson[] {
  const [kinship, sex] = OF_KIN[word] ?? OF_KIN[word.replace(/s$/, '')] ?? [null, null]
  return (person.kin ?? []).filter((kin) => kinship === null || kin.kinship === kinship).flatMap(({ id }) => view.knows.filter((other) => other.id === id && (sex === null || other.sex === sex)))
}

/** What is the partner’s: told of before, or named here. */
function theirs(read: Referred, talk: Discourse, remark: string): void {
  // “her name was Ilse; she was my friend” is of one
  const named = /\b(his|her|its) name (?:is|was) (\p{L}[\p{L}'’-]+)/u.exec(read.text)
  if (named && !isAsking(remark) && meantBy(talk, (ref) => ref.kind === 'theirs') === null && !/\bmy\b/.test(read.text)) {
    const own: Theirs = { isOwn: false, noun: named[1] === 'his' ? 'man' : named[1] === 'her' ? 'woman' : 'thing', name: null, pro: named[1] === 'his' ? 'he' : named[1] === 'her' ? 'she' : 'it', told: [] }
    read.text = read.text.replace(named[1]!, () => `${mark(read, { kind: 'theirs', theirs: own })}’s`)
    return
  }
  const is = /^(?:he|she|it) (?:is|was) (?:my|our) (?:\w+ )?(\w+)$/.exec(read.text)
  const meant = is && meantBy(talk, (ref) => ref.kind === 'theirs')
  if (meant?.kind === 'theirs' && is) {
    meant.theirs.noun = is[1]!
    read.text = read.text.replace(/^(?:he|she|it)/, () => mark(read, meant))
    return
  }
  for (const own of talk.theirs) {
    if (own.name !== null) read.text = read.text.replace(new RegExp(`(?<![\\p{L}])${escaped(own.name)}(?![\\p{L}])`, 'gu'), () => mark(read, { kind: 'theirs', theirs: own }))
    read.text = read.text.replace(new RegExp(`\\b(?:my|our|the) (?:\\w+ )?${escaped(own.noun)}\\b`, 'gu'), () => mark(read, { kind: 'theirs', theirs: own }))
  }
  if (isAsking(remark) && !/\bmy\b/i.test(remark)) return
  const who = whoIn(remark)
  const noun = who?.noun ?? /\b(?:my|our) (?:(?:little|old|new|own|big|best|dear) )?([a-z]{3,})\b(?! (?:and|or) \w+ing)/.exec(read.text)?.[1]
  if (noun === undefined || /^(?:name|life|way|self|god|turn|fault|question|feet|foot|head|hand|hands|eyes|back|word|mind|opinion|country|mistake|pleasure|friend’s|english)$/.test(noun) || talk.theirs.some((own) => own.noun === noun)) return
  const own: Theirs = { noun, isOwn: who === null || who.who.startsWith('your') || who.noun === 'friend', name: null, pro: BEASTS.test(noun) ? 'any' : who ? (who.noun === 'friend' ? 'they' : who.pro) : 'it', told: [] }
  const at = new RegExp(`\\b(?:my|our|an?|the|some|this) (?:[a-z]+ ){0,2}${escaped(noun)}\\b`)
  if (at.test(read.text)) read.text = read.text.replace(at, () => mark(read, { kind: 'theirs', theirs: own })).replace(/(<t\d+>) of (?:mine|ours)\b/, '$1')
}

const isSheOrHe = (ref: Referent, sex: 'female' | 'male'): boolean => (ref.kind === 'person' ? ref.person.sex === sex : ref.kind === 'theirs' ? ref.theirs.pro === 'any' || ref.theirs.pro === 'they' || ref.theirs.pro === (sex === 'female' ? 'she' : 'he') : isGone(ref) && ref.word !== 'parents' && (sex === 'female') === /^(?:mother|mum|mom|grandmother)$/.test(ref.word))
const isGone = (ref: Referent): ref is Referent & { kind: 'kin' } => ref.kind === 'kin' && ref.of === null
const isPerson = (ref: Referent): boolean => ref.kind === 'person' || isGone(ref) || (ref.kind === 'theirs' && ref.theirs.pro !== 'it')

/** Whoever of that sex works at the place that was spoken of. */
function workerAt(view: PrivateView, talk: Discourse, sex: 'female' | 'male'): Referent | null {
  const spot = meantBy(talk, ({ kind }) => kind === 'spot')
  const person = spot?.kind === 'spot' ? view.knows.find((other) => other.sex === sex && other.workplace.includes(spot.spot.kind)) : undefined
  return person ? { kind: 'person', person } : null
}

/** Pronouns, by what stands highest among what agrees with them. */
function pronouns(view: PrivateView, read: Referred, talk: Discourse, asks: boolean): void {
  const put = (pattern: RegExp, ref: Referent | null, with_ = ''): void => {
    const found = read.text.match(pattern)?.[0]
    if (found === undefined) return
    if (ref === null) read.open ||= found.trim()
    else {
      read.leans = true
      read.text = read.text.replace(pattern, (said: string) => `${ref.kind === 'thing' ? (said === 'one' ? 'a ' : 'the ') : ''}${mark(read, ref)}${with_}`)
    }
  }
  const here = (fits: (ref: Referent) => boolean): Referent | null => read.refs.find(fits) ?? null
  for (const [subject, own, sex] of SEXES) {
    if (read.text.search(subject) < 0 && read.text.search(own) < 0) continue
    const fits = (ref: Referent): boolean => isSheOrHe(ref, sex)
    const before = Math.max(read.text.search(subject), read.text.search(own))
    const ref = (asks ? null : here((other) => fits(other) && read.text.indexOf(mark(read, other)) < before)) ?? meantBy(talk, fits, PERSON_REACH) ?? workerAt(view, talk, sex) ?? meantBy(talk, isPerson)
    put(own, ref, '’s')
    put(subject, ref)
  }
  kinOf(view, read)
  const many = meantBy(talk, (ref) => ref.kind === 'people' || isPerson(ref) || ref.kind === 'good')
  put(/\btheir(?= [a-z])/g, many, '’s')
  if (!/\bdo they (?:say|tell)\b/.test(read.text)) put(/\b(?:they|them)\b/g, many)
  if (!asks) return
  const place = meantBy(talk, ({ kind }) => kind === 'spot')
  if (place && !/\b(?:is|are|was|were) there\b/.test(read.text)) put(/(?<=\b(?:live|lives|work|works|go|goes|been|get|see|find|sleep|stay|do|eat|drink|there is|far|lies|like|rest|buy|meet|bed|long|way|happens?|out)(?: to| from| over)?) there\b|^why there$/g, place, '')
  if (EMPTY.test(read.text)) return
  const thing = meantBy(talk, (ref) => ref.kind === 'spot' || ref.kind === 'good' || ref.kind === 'thing' || (ref.kind === 'theirs' && (ref.theirs.pro === 'it' || ref.theirs.pro === 'any')))
  if (thing) put(/(?<=^(?:is|was|does|did|has|how (?:much|old|long|far|big|deep|good)(?: is| does| will| did)?|which way (?:is|was)|who (?:built|made|owns|keeps|sells|brings|repairs|baked|bakes|makes|runs|bought|found|mends)|what is|where is|where does|when was|why is|what does|can|will|would|could|in|of|for|with|from|eat|drink|buy|use|sell|ask for|take|carry|sharpen|mend|fix|make|bake|bring|get|put|pick|keep|lend|like) )it\b|(?<=\b(?:get|buy|take|sharpen|mend|fix|make|bake|bring|pick|put|carry|repairs?|do|does|build|built|keep|holds?|of|for|with|from|in|cross|use|sell|sells|see|seen|find|reach|to|at) )it\b/g, thing)
  put(/(?<=\b(?:seen|see|have|want|need|make|makes|take|takes|got|buy|own|had|like|of|for|with|get|catch|met|eat|eaten|caught|living|be|is|wear|keep|ride|hear|heard) )one\b/g, meantBy(talk, ({ kind }) => kind === 'good' || kind === 'thing'))
}

/** Things that are only named, for “it” and “one” to mean later. */
function things(read: Referred): void {
  const nouns = [...read.text.matchAll(NAMED)].map(([, noun = '']) => noun.replace(/^(?:the|an?) /, '')).filter((noun) => !NO_NOUN.test(noun) && !NO_NOUN.test(noun.split(' ').at(-1)!))
  const last = nouns.at(-1)
  if (last !== undefined) read.text = read.text.replace(new RegExp(`\\b${last}\\b`), () => mark(read, { kind: 'thing', noun: last }))
}
