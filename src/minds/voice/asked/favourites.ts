/** What somebody is fond of, the same for life: drawn by who they are, and by their culture where people eat and drink differently. */
import { goodIn } from '#simulation/trade/goods.ts'
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import { wordsOf, stem } from '../../memory/tokens.ts'
import type { PrivateView } from '../../private-view.ts'
import { CRAFTS } from './crafts.ts'
import { tradeIdOf } from './trade-id.ts'

/** A thing one is fond of, and why. */
export type Fond = { thing: string; because: string }

type Choice = readonly [thing: string, because: string]
type Kind = { words: RegExp; choices: readonly Choice[]; of?: { readonly [culture: string]: readonly Choice[] } }

/** By what is asked for. */
const KINDS: readonly Kind[] = [
  {
    words: /\b(?:food|dish|meal|eat|supper|dinner|breakfast|bread|cook\w*)\b/,
    choices: [['bread still warm, with salt', 'the whole house smells of it'], ['bean stew on the second day', 'it has had time to think'], ['an egg straight from the ashes', 'nobody else gets to it first'], ['apples baked in the embers', 'they taste of winter evenings']],
    of: {
      skeld: [['smoked fish with black bread', 'it tastes of the boat'], ['barley porridge with butter', 'it holds until evening']], velmar: [['flat bread with oil and onions', 'it was all we had as children, and I never tired of it'], ['chestnuts from the pan', 'one burns one’s fingers, and it is worth it']],
      oshen: [['dates with goat’s cheese', 'sweet and salt should marry'], ['lentils with cumin', 'my grandmother let me stir']], tirin: [['leek broth', 'it mends what the wind does to you'], ['oat cakes with honey', 'they come on feast days only']], harrow: [['onion pie', 'it is the smell of harvest'], ['cheese and a pickled walnut', 'one needs nothing else']],
    },
  },
  {
    words: /\b(?:drink|ale|beer|wine|tea)\b/, choices: [['cold water from the well', 'after work there is nothing better'], ['ale, in the evening', 'it makes the others wittier'], ['warm milk', 'I sleep after it']],
    of: { oshen: [['mint tea, very sweet', 'one may sit as long as the pot is warm']], velmar: [['young wine with water', 'it tastes of the hill it came from']], skeld: [['mead', 'it keeps the dark out']] },
  },
  { words: /\bcolou?rs?\b/, choices: [['green', 'it means that the winter is over'], ['the blue after sunset', 'it lasts so short a time'], ['brown, like turned earth', 'it is an honest colour'], ['red', 'one sees it from far'], ['yellow', 'it warms a room'], ['grey, like doves', 'it never quarrels with anything']] },
  { words: /\b(?:season|time of (?:the )?year)s?\b/, choices: [['spring', 'everybody forgives everybody'], ['summer', 'the evenings don’t end'], ['autumn', 'the barn is full and the smoke smells of leaves'], ['winter', 'nobody expects anything of you after dark']] },
  { words: /\b(?:animal|beast|pet|creature)s?\b/, choices: [['the dog that sleeps by the well', 'it asks for nothing'], ['goats', 'they do as they please and look at you while they do it'], ['swallows', 'they come back'], ['hens', 'they gossip better than we do'], ['hares', 'they know when to run']] },
  { words: /\b(?:place|spot|corner)s?\b/, choices: [['the bench, when nobody sits on it', 'you hear everything and need say nothing'], ['the fire in the evening', 'people tell the truth there'], ['the edge of the fields', 'one sees who comes before they see you'], ['my own doorstep', 'I can be out and home at once'], ['the well, early', 'the water is so still that it has the sky in it']] },
  { words: /\b(?:time of day|hour|part of the day)s?\b/, choices: [['the hour before anybody is up', 'it belongs to nobody'], ['dusk', 'the work lets go of you'], ['noon', 'everything stands still for a breath']] },
  { words: /\b(?:day|holiday|feast|festival)s?\b/, choices: [['the day we all eat at one table', 'even enemies pass the salt'], ['the first warm day', 'the doors stand open'], ['the shortest day', 'from there it can only get lighter']] },
  { words: /\b(?:songs?|music|tunes?|instruments?)\b/, choices: [['the one they sing when the sheaves are in', 'everybody knows it, even those who can’t sing'], ['a slow one, with a fiddle', 'it says what I can’t'], ['whatever my mother hummed', 'I never learnt the words'], ['a drum and nothing else', 'the feet understand it']] },
  { words: /\b(?:story|stories|tale|tales|books?|legends?)\b/, choices: [['the one of how this place began', 'there is a bit of my family in it'], ['any with a fool who wins', 'one recognises people'], ['ghost stories, in company', 'the way home is shorter when one runs']] },
  { words: /\b(?:flower|tree|plant|herb)s?\b/, choices: [['poppies', 'they come where nobody sowed them'], ['an old oak', 'it has heard it all'], ['lime trees in bloom', 'the whole tree hums'], ['thyme', 'you step on it and it thanks you']] },
  { words: /\b(?:weather|sky)\b/, choices: [['rain on the roof when I’m under it', 'no one can ask me to go out'], ['a clear morning with frost', 'one hears every step'], ['wind', 'it brings news']] },
  { words: /\bnumbers?\b/, choices: [['seven', 'I was born on a seventh, they say'], ['three', 'two can quarrel, three can dance'], ['twelve', 'it shares out well']] },
  { words: /\b(?:games?|pastimes?|hobby|hobbies|fun)\b/, choices: [['nine stones', 'old people win at it'], ['whittling', 'the hands are busy and the head is free'], ['singing at the fire', 'nobody listens closely'], ['skipping stones', 'the water never laughs at you']] },
  { words: /\b(?:word|saying|proverb)s?\b/, choices: [['“Slowly is also a pace”', 'it has saved me a broken leg'], ['“Home”', 'it is short and everything is in it'], ['“Perhaps”', 'it is the kindest word for no']] },
  { words: /\b(?:thing|possession|tool)s?\b/, choices: [['a knife my grandfather made', 'it fits the hand'], ['a blue cup', 'it has been broken twice and still holds'], ['my Sunday coat', 'I am somebody else in it']] },
]
/** Things that everybody has a view on, beside what is sold. */
const COMMON = 'rain snow sun wind mist storm thunder winter summer spring autumn cold heat night morning evening dark sea river forest wood mountain hill walking swimming dancing singing music silence children baby dog cat horse bird flower garden travelling traveller stranger story feast wedding market cooking fishing hunting reading work bread fire star moon sunset sunrise water'.split(' ').map(stem)

/** A share in 0..1 that belongs to a person and a purpose. */
export function shareOf(npcId: string, purpose: string): number {
  return unitOf(hashCell(hashString(npcId), hashString(purpose)))
}

/** One of a list that belongs to a person. */
export function ownOf<T>(npcId: string, purpose: string, list: readonly T[]): T {
  return list[Math.floor(shareOf(npcId, purpose) * list.length)]!
}

/** What somebody likes best of what is asked for; null where nobody has a favourite. */
export function favouriteOf({ npcId, settlement }: Pick<PrivateView, 'npcId' | 'settlement'>, about: string): Fond | null {
  const kind = KINDS.find(({ words }) => words.test(about))
  if (!kind) return null
  const local = kind.of?.[settlement.culture] ?? []
  const [thing, because] = ownOf(npcId, `favourite ${kind.words.source}`, [...kind.choices, ...local, ...local])
  return { thing, because }
}

/** How somebody likes a thing: fond, cool or indifferent, and why; null for what they don’t know. Agrees with their favourites and their trade. */
export function tasteFor(view: PrivateView, about: string): { likes: 'fond' | 'cool' | 'even'; because: string } | null {
  const stems = wordsOf(about).map(stem)
  const fond = KINDS.map(({ words }) => favouriteOf(view, words.source.replace(/[^a-z|]/g, ' ').split('|').join(' '))).find((each) => each && wordsOf(each.thing).some((word) => word.length > 3 && stems.includes(stem(word))))
  if (fond) return { likes: 'fond', because: fond.because }
  const own = goodIn(about)
  const trade = tradeIdOf(view.trade)
  if (own && trade && own.trades[0] === trade) return { likes: 'fond', because: `it is my trade: ${CRAFTS[trade].best}` }
  const { temperament: t } = view
  if (stems.some((word) => ['rain'].map(stem).includes(word))) return ['farmer', 'miller', 'herbalist'].includes(view.trade) ? { likes: 'fond', because: 'without it nothing grows' } : shareOf(view.npcId, 'rain') < 0.5 ? { likes: 'cool', because: 'it gets into the boots' } : { likes: 'fond', because: 'it is quiet in a house when it rains' }
  if (stems.some((word) => ['stranger', 'travell', 'travel', 'visitor', 'guest'].map(stem).includes(word))) return t.extraversion + t.openness > 0 ? { likes: 'fond', because: 'they bring the world to the door' } : { likes: 'cool', because: 'one never knows what they want' }
  if (stems.some((word) => ['child', 'baby', 'kid'].map(stem).includes(word))) return t.agreeableness > -0.2 ? { likes: 'fond', because: 'they say what they think' } : { likes: 'cool', because: 'they are loud' }
  if (!own && !stems.some((word) => COMMON.includes(word))) return null
  const share = shareOf(view.npcId, `taste ${[...stems].sort().join(' ')}`)
  if (share < 0.55) return { likes: 'fond', because: ownOf(view.npcId, `fond ${about}`, ['it does me good', 'I grew up with it', 'a day with it is a better day', 'it costs little and gives much']) }
  return share < 0.8 ? { likes: 'even', because: 'one can live with it and without it' } : { likes: 'cool', because: ownOf(view.npcId, `cool ${about}`, ['I had too much of it as a child', 'it never did me any good', 'others can have my share']) }
}
