/** Small habits of speech, of which every person has a few: openers, tails, tics, ways to call others, exclamations, favourite words. */
import type { Manner } from '../manner.ts'

type ByManner = { readonly [M in Manner]: readonly string[] }
type ByCulture = { readonly [culture: string]: readonly string[] }

/** Words that one begins with now and then, by manner; those that end in a comma run on. */
export const OPENERS: ByManner = {
  warm: ['Oh,', 'Ah,', 'Well now,', 'Bless you,', 'Let me see.', 'Now then,', 'Ah well,', 'Goodness,'],
  gruff: ['Hm.', 'Pah.', 'Hmph.', 'Right.', 'Well.', 'Huh.', 'Eh.', 'Bah.'],
  shy: ['Um,', 'Oh…', 'Er,', 'Well…', 'Hm…', 'Oh, er,', 'Ah…', 'Yes, well,'],
  merry: ['Ha!', 'Oho!', 'Well, well!', 'Ah!', 'Aha!', 'Ho!', 'My, my!', 'Heh!'],
  grave: ['Well.', 'So.', 'Ah.', 'Let me think.', 'Hm.', 'Now.', 'Well now.', 'I see.'],
  dreamy: ['Ah…', 'You know,', 'Mm…', 'Oh…', 'Hm…', 'Let me think…', 'Mm,', 'Now…'],
}

/** What softens or stresses an opinion at its end, by manner. */
export const TAILS: ByManner = {
  warm: ['I’d say', 'if you ask me', 'I dare say', 'to my mind', 'I should think', 'when you think of it'],
  gruff: ['if you must know', 'I’d say', 'like it or not', 'as anybody knows', 'mind you', 'for what it’s worth'],
  shy: ['I suppose', 'I think', 'or so they tell me', 'I’d have thought', 'at least to me', 'I believe'],
  merry: ['if you ask me', 'take it from me', 'upon my boots', 'between you and me', 'or I’m a goose', 'and that’s flat'],
  grave: ['as I see it', 'to my mind', 'on the whole', 'as far as one can judge', 'I should say', 'when all is said'],
  dreamy: ['or so it seems', 'I sometimes think', 'in a way', 'more or less', 'as far as I can tell', 'it seems to me'],
}

/** Tics, by manner: a few letters long, so that they stay small. */
export const TICS: ByManner = {
  warm: ['There now.', 'Bless us.', 'There it is.', 'So, so.'], gruff: ['That’s that.', 'There.', 'As I say.', 'Simple.'], shy: ['Anyway.', 'So, yes.', 'I suppose.', 'Mm.'],
  merry: ['So there!', 'And how!', 'Oh yes!', 'Just so!'], grave: ['So it is.', 'That is all.', 'There it is.', 'Enough said.'], dreamy: ['So it goes.', 'Or nearly.', 'Somehow.', 'Who knows.'],
}

/** How one comes to one’s pet subject, by manner. */
export const DRIFTS: ByManner = {
  warm: ['That reminds me: ', 'As I always say, ', 'You know, '], gruff: ['One thing, though: ', 'As I always say, ', 'Mind you, '], shy: ['I was just thinking… ', 'It’s silly, but ', 'I do think that '],
  merry: ['And another thing: ', 'While we’re at it: ', 'As I always say, '], grave: ['It puts me in mind of this: ', 'As I say now and then, ', 'As they used to say, '], dreamy: ['I was thinking of something else… ', 'It’s odd, but ', 'And all the while I think: '],
}

/** What one cries at something unexpected, by culture. */
export const EXCLAMATIONS: ByCulture = {
  harrow: ['My word!', 'Well I never!', 'Goodness me!', 'Hearth and home!'], skeld: ['By frost and fire!', 'Ice and iron!', 'By the long night!'], velmar: ['Sun above!', 'By sun and vine!', 'Sweet olives!'],
  oshen: ['Sand and stars!', 'By the deep wells!', 'By shade and water!'], tirin: ['Rain and stone!', 'By hill and water!', 'By the old stones!'],
}

/** What one calls somebody whose name one does not know, by manner, by culture and by trade. */
export const ADDRESS: ByManner = {
  warm: ['friend', 'dear', 'my dear', 'traveller'], gruff: ['stranger', 'traveller', 'wanderer'], shy: ['traveller', 'stranger', 'friend'], merry: ['friend', 'wanderer', 'my friend', 'my fine traveller'], grave: ['traveller', 'stranger', 'wayfarer'], dreamy: ['wanderer', 'traveller', 'wayfarer'],
}
/** See `ADDRESS`. */
export const ADDRESS_OF_CULTURE: ByCulture = { harrow: ['neighbour', 'friend'], skeld: ['wayfarer', 'guest'], velmar: ['my friend', 'good friend'], oshen: ['guest', 'honoured guest'], tirin: ['wanderer', 'good heart'] }
/** See `ADDRESS`. */
export const ADDRESS_OF_TRADE: ByCulture = { innkeeper: ['guest'], trader: ['good friend'], 'keeper of the shrine': ['pilgrim'], fisher: ['landsman'], shepherd: ['wanderer'], elder: ['young one'] }
/** What one calls somebody one has come to like, by manner. */
export const ADDRESS_OF_FRIENDS: ByManner = {
  warm: ['my dear', 'dear friend', 'love'], gruff: ['friend', 'old boot'], shy: ['friend', 'my friend'], merry: ['old friend', 'my treasure', 'you rascal'], grave: ['friend', 'my friend'], dreamy: ['friend', 'kind heart', 'my friend'],
}

/** Greetings in the place of “good morning”, by culture; `{part}` is the part of the day. */
export const GREETINGS: ByCulture = { harrow: ['good {part}', 'good {part} to you', 'a good {part}'], skeld: ['good {part}', 'well met', 'hail'], velmar: ['good {part}', 'a bright {part} to you', 'a lovely {part}'], oshen: ['peace on your {part}', 'good {part}', 'peace to you'], tirin: ['good {part}', 'a fair {part} to you', 'a soft {part}'] }
/** Last words in the place of “goodbye”, by culture. */
export const GOODBYES: ByCulture = { harrow: ['goodbye', 'fare you well', 'so long'], skeld: ['go well', 'farewell', 'goodbye'], velmar: ['go in sunlight', 'goodbye', 'go with a light heart'], oshen: ['go in peace', 'peace go with you', 'goodbye'], tirin: ['go softly', 'farewell', 'safe home'] }
/** What stands for “very”, by culture. */
export const INTENSIFIERS: ByCulture = { harrow: ['very', 'right', 'ever so'], skeld: ['very', 'mighty', 'truly'], velmar: ['most', 'very', 'so very'], oshen: ['most', 'truly', 'very'], tirin: ['ever so', 'very', 'truly'] }
/** What stands for “yes”, by culture. */
export const YESES: ByCulture = { harrow: ['yes', 'aye', 'yes'], skeld: ['aye', 'yes'], velmar: ['yes', 'yes, yes', 'yes'], oshen: ['yes', 'yes, indeed'], tirin: ['aye', 'yes'] }
/** What stands for “people”, by culture. */
export const FOLK: ByCulture = { harrow: ['people', 'folk'], skeld: ['people', 'folk'], velmar: ['people'], oshen: ['people'], tirin: ['people', 'folk'] }
