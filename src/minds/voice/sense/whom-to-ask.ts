/** Whom one sends somebody to, and why just them: by what is needed, from the people one knows. */
import type { KnownPerson, PrivateView } from '../../private-view.ts'
import { kinWords } from '../../kin-words.ts'
import { givenOf } from '../people.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import type { TradeId } from '#simulation/npc/trades.ts'

/** What somebody may need another for. */
export type Need = 'heal' | 'beast' | 'search' | 'crops' | 'work' | 'lore' | 'law' | 'buy-food' | 'buy-cloth' | 'buy' | 'bed' | 'bread' | 'talk' | 'iron' | 'seen'

const BY_NEED: { readonly [N in Need]: readonly TradeId[] } = {
  heal: ['herbalist', 'keeper', 'elder', 'innkeeper'], beast: ['shepherd', 'farmer', 'smith', 'herbalist'], search: ['shepherd', 'woodcutter', 'farmer', 'fisher', 'smith'], crops: ['farmer', 'miller'], work: ['farmer', 'innkeeper', 'miller', 'smith', 'baker', 'carpenter', 'shepherd'], lore: ['elder', 'keeper', 'innkeeper'], law: ['elder', 'keeper', 'innkeeper', 'smith'], 'buy-food': ['innkeeper', 'baker', 'merchant'], 'buy-cloth': ['weaver', 'merchant', 'innkeeper'], buy: ['merchant', 'innkeeper', 'farmer'], bed: ['innkeeper', 'keeper', 'farmer'], bread: ['baker', 'innkeeper', 'farmer'], talk: ['innkeeper', 'keeper', 'elder', 'baker'], iron: ['smith'], seen: ['innkeeper', 'shepherd', 'fisher', 'baker'],
}

/** What each trade is good for, said of whoever has it. */
const REASON: { readonly [T in TradeId]?: { readonly [N in Need]?: string } & { readonly any: string } } = {
  herbalist: { any: 'knows what grows against what' }, keeper: { any: 'sits with whoever is in need', lore: 'keeps the old names at the shrine' }, elder: { any: 'has seen more winters than the rest of us', law: 'is whom we listen to when there is a quarrel' }, innkeeper: { any: 'hears whatever is said in this place', bed: 'has the beds', 'buy-food': 'cooks for whoever comes', seen: 'sees whoever comes through', work: 'always lacks a pair of hands in the evening' },
  shepherd: { any: 'is out there all day and knows every hollow', beast: 'has pulled more beasts through than anybody', seen: 'sees from the pasture who comes and goes', work: 'could use somebody to walk behind the flock' }, farmer: { any: 'never has hands enough', crops: 'knows each of these fields by its temper', beast: 'keeps beasts and has doctored most of them' }, smith: { any: 'is strong, and nobody talks over that hammer', beast: 'has had every hoof of this place on one knee', work: 'has more iron waiting than one back can lift', iron: 'works all the iron here' },
  woodcutter: { any: 'knows the wood' }, fisher: { any: 'is by the water from first light' }, miller: { any: 'has every sack of this place through those hands', work: 'cannot lift every sack alone' }, baker: { any: 'has everybody at the door once a day', bread: 'bakes it', work: 'is up long before anybody who could help' }, merchant: { any: 'buys what can be sold again' }, weaver: { any: 'has cloth and thread in hand all day' }, carpenter: { any: 'can use whoever holds the other end of a plank' },
}

/** What anybody may be asked for, where nobody has the trade for it. */
const FOR_ANYBODY: ReadonlySet<Need> = new Set(['heal', 'search', 'work', 'law', 'talk', 'lore', 'seen', 'beast'])

/** The person to go to for something, with why; null where there is nobody. `not`: who has been named already. */
export function whoFor(view: PrivateView, need: Need, not: readonly string[] = []): { person: KnownPerson; reason: string } | null {
  const grown = view.knows.filter(({ id, age }) => id !== 'player' && age > 15 && !not.includes(id))
  for (const trade of BY_NEED[need]) {
    const person = grown.filter((one) => tradeIdOf(one.trade) === trade).sort((a, b) => b.warmth - a.warmth)[0]
    if (person) return { person, reason: reasonFor(person, need) }
  }
  if (!FOR_ANYBODY.has(need)) return null
  const person = [...grown].sort((a, b) => b.warmth + b.trust - a.warmth - a.trust)[0]
  return person ? { person, reason: reasonFor(person, need) } : null
}

/** Whether one is oneself who would be asked for it before anybody else. */
export function isMyTrade(view: PrivateView, need: Need): boolean {
  const id = tradeIdOf(view.trade)
  const at = id ? BY_NEED[need].indexOf(id) : -1
  return at >= 0 && !view.knows.some((one) => { const other = tradeIdOf(one.trade); return one.id !== 'player' && other !== null && BY_NEED[need].indexOf(other) >= 0 && BY_NEED[need].indexOf(other) < at })
}

/** “she knows what grows against what”: why somebody is whom to ask. */
export function reasonFor(person: KnownPerson, need: Need): string {
  const he = person.sex === 'female' ? 'she' : person.sex === 'male' ? 'he' : 'they'
  const id = tradeIdOf(person.trade)
  const reason = id && REASON[id]
  if (reason) return `${he} ${reason[need] ?? reason.any}`
  return person.kinship ? `${he} is ${kinWords(person)}, and I’d go there first myself` : `${he} can be talked to`
}

/** A person by name and trade: “Greta, the innkeeper”; one’s own by what they are to one. */
export function withTrade(person: KnownPerson): string {
  return person.kinship ? `${kinWords(person)} ${givenOf(person)}, the ${person.trade}` : `${givenOf(person)}, the ${person.trade}`
}
