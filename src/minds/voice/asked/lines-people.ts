/** Lines about third people: age, trade, home, how they are, who is near. */
import { withMore, type Lines } from '../manner.ts'
import { MORE_PEOPLE } from '../more-asked.ts'

/** `person` is a given name. */
export const PEOPLE = withMore({
  age: { warm: ['{Person} is {years}, {you}.'], gruff: ['{Years}.'], shy: ['{Person} is {years}, I think.'], merry: ['{Years}, though it depends on the day!'], grave: ['{Person} is {years} years old.'], dreamy: ['{Years} winters, {person} has seen.'], any: ['{Person} is {years}.', '{Years}, {person} is.'] },
  ages: { any: ['{List}.', 'Let me count: {list}.'] },
  trade: { warm: ['{Person} is the {theirTrade} here.'], gruff: ['{Person}? {TheirTrade}.'], any: ['{Person} is the {theirTrade}.', 'The {theirTrade}’s work.'] },
  'trade-child': { any: ['{Person} is a child; playing, mostly.', 'Nothing yet. {Person} is only {years}.'] },
  home: { any: ['{Person} lives in {theirHome}.', 'In {theirHome}.'] },
  doing: { any: ['{Person} is over there, {doing}.', '{Doing}, as you can see.'] },
  'doing-guess': { any: ['{Person}? I can’t see from here. At work, I should think.', 'I don’t have {person} in sight. {Seen}'] },
  how: { warm: ['{Person} was well when last we spoke, {you}.'], gruff: ['Well, I suppose. Ask {person}.'], shy: ['Well, I hope… I haven’t asked today.'], merry: ['{Person}? Up and about, and hungry!'], grave: ['In health, as far as I know.'], dreamy: ['{Person} is as {person} is.'], any: ['{Person} is well, as far as I know.', 'I’ve heard nothing bad of {person}.'] },
  alive: { any: ['{Person} is alive and well.', 'Very much so. {Seen}'] },
  married: { any: ['{Person} is married to me.', 'Yes, {person} and I are married.'] },
  private: { warm: ['That you must ask {person}, {you}.'], gruff: ['Ask {person}, not me.'], shy: ['I… don’t know that of {person}.'], merry: ['{Person} doesn’t tell me everything, alas!'], grave: ['That is for {person} to say.'], dreamy: ['People are like closed boxes. Ask {person}.'], any: ['I don’t know that of {person}. Ask for yourself.', 'You’d have to ask {person}.'] },
  name: { any: ['{Person}.', '{Person} is the name.'] },
  names: { any: ['{List}.', 'They are {list}.'] },
  good: { any: ['{Person} is. {Lately}', 'Yes, {person} is a good soul. {Lately}'] },
  bad: { any: ['I wouldn’t say so of {person}. {Lately}', 'Not to me. {Lately}'] },
  fair: { any: ['{Person}? I have nothing to complain of. {Lately}', 'As people go, yes. {Lately}'] },
  near: { warm: ['That’s {person}, the {theirTrade}. {Relation}'], gruff: ['{Person}. {TheirTrade}.'], shy: ['That’s {person}, I think… the {theirTrade}.'], merry: ['That one? {Person}, our {theirTrade}! {Relation}'], grave: ['That is {person}, the {theirTrade}. {Relation}'], dreamy: ['{Person}, {doing}, as always. {Relation}'], any: ['You mean {person}, the {theirTrade}? {Relation}', 'That must be {person}, {doing}. {Relation}'] },
  'near-more': { any: ['There’s {list}.', '{List}, as far as I can see.'] },
  'near-none': { warm: ['I see only you and me, {you}.'], gruff: ['Nobody. Just us.'], shy: ['There’s nobody… is there?'], merry: ['Besides us two? Only the hens!'], grave: ['I see nobody but you.'], dreamy: ['Only the two of us, and the light.'], any: ['There is nobody near but us.', 'I see no one just now.'] },
  lives: { any: ['{List} lives there.', 'That’s {list}’s home.'] },
  'lives-many': { any: ['{List} live there.', '{List}. It’s full under that roof.'] },
  'lives-none': { any: ['Nobody, as far as I know.', 'I couldn’t say who.'] },
  'lives-me': { any: ['I do!', 'That is my home.'] },
  count: { any: ['We are {n} that I know by name, children and old ones with us.', '{N}, if I count everybody I know.'] },
  most: { warm: ['{Person}, I’d say. {Why}', 'That’s {person}, {you}. {Why}'], gruff: ['{Person}. {Why}'], shy: ['{Person}, I think… {why}'], merry: ['{Person}, no question! {Why}'], grave: ['{Person}. {Why}'], dreamy: ['I think of {person}. {Why}'], any: ['{Person}. {Why}', 'That would be {person}. {Why}'] },
  'most-me': { any: ['I’m afraid that’s me. {Why}', 'You’re talking to them. {Why}'] },
  'most-none': { any: ['I wouldn’t want to judge that.', 'Ask ten people here and you get ten names.'] },
  leader: {
    warm: ['Nobody orders us about, {you}. What concerns all is talked over at the fire, and {person} has the longest memory.'], gruff: ['Nobody. We talk, then we do. {Person} talks longest.'], shy: ['Nobody, really… people listen to {person}, who is the oldest.'], merry: ['Lead? We couldn’t agree on whom! {Person} is the oldest, so we let {person} speak first.'],
    grave: ['We have no lord. What is to be decided is decided together, and {person}, as the oldest, is heard first.'], dreamy: ['Nobody, and it goes on all the same. When it matters we ask {person}, who remembers how it was done before.'], any: ['There’s no headman. We settle things at the fire, and {person}, the oldest, is heard first.'],
  },
  'leader-me': { any: ['Nobody does. But I’m the oldest, so they hear me first.', 'There is no headman. They ask me now and then, as I have seen most.'] },
  ruler: { warm: ['No king has ever sent for us, {you}. We get along.'], gruff: ['No kings, no taxes, no soldiers. Good.'], shy: ['I’ve never seen one… nobody comes here for that.'], merry: ['A king? If we have one he has lost the way to us!'], grave: ['Nobody rules here and nobody counts us. We keep the peace among ourselves.'], dreamy: ['Kings are in stories. Here there are only neighbours.'], any: ['There’s nothing of that kind here; we settle things among ourselves.', 'We hear of no king and no war. Each pays their debts, and that’s all.'] },
  crime: { any: ['Something goes missing now and then; everybody knows who, and that’s the punishment.', 'We have no prison. Whoever does wrong has to go on living here, among us.'] },
} as const satisfies { readonly [key: string]: Lines }, MORE_PEOPLE)
