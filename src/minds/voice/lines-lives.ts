/** Lines about who died, where they lie, and who was born. */
import type { Lines } from './manner.ts'

/** Deaths, graves, births. */
export const LIVES = {
  died: { warm: ['{list}. We miss the voice, at the fire.'], gruff: ['{list}. That’s how it goes.'], shy: ['{list}… I don’t like to speak of it.'], merry: ['{list}. Even I had no joke for it.'], grave: ['{list}. May they rest.'], dreamy: ['{list}. The place at the table is still warm, it seems to me.'], any: ['{list}.'] },
  'died-none': { warm: ['Nobody of late, thank heavens.'], gruff: ['Nobody. Not lately.'], any: ['Nobody has died here of late.', 'Nobody that I know of.'] },
  buried: { warm: ['{Dead} lies in the burying ground, {distance} to the {direction}. Go and say a word, if you like.'], gruff: ['In the burying ground. {Direction}, {distance}.'], shy: ['In the burying ground… {distance} to the {direction}. I go there sometimes.'], grave: ['{Dead} was laid in the burying ground, {direction} of here, {distance}.'], any: ['{Dead} lies in the burying ground, {distance} to the {direction}. There is a board with the name.', 'In the burying ground: {direction}, {distance}.'] },
  'buried-here': { any: ['{Dead} lies just here.', 'Here. You are standing by it.'] },
  'buried-somewhere': { any: ['{Dead} is buried, but I could not show you where.'] },
  'not-buried': { any: ['{Dead} is not buried yet. We go with {dead} {when}.', 'That is still to come: {when}.'] },
  alive: { any: ['{person}? Alive and well, the last I saw!', '{person} is not dead! Who says such a thing?'] },
  'is-dead': { warm: ['{Dead} is dead, {you}. {Kin} That was {ago}.'], gruff: ['Dead. {ago}. {Kin}'], shy: ['{Dead}… died. {Ago}. {Kin}'], grave: ['{Dead} died {ago}. {Kin}'], any: ['{Dead} is dead. {Kin} That was {ago}.', '{Dead} died {ago}. {Kin}'] },
  born: { warm: ['Yes, and what a joy: {list}!'], gruff: ['{list}. Loud one.'], merry: ['{list}! One more to feed, one more to tease!'], any: ['{list}.', 'Have you not heard? {list}.'] },
  'born-none': { any: ['No child has been born here of late.', 'None of late. The old ones complain of it.'] },
  child: { warm: ['Little {child}? {Whose}, {age}. Such small hands!'], gruff: ['{Whose}. {Age}.'], any: ['{Child} is {whose}, {age}.', 'Little {child} is {whose}: {age}.'] },
  age: { any: ['{Child} is {age}.', '{age}, no more.'] },
  away: { warm: ['You missed something! {list}'], gruff: ['{list}'], shy: ['Well… {list}'], merry: ['Where to begin? {list}'], grave: ['While you were gone: {list}'], dreamy: ['The days went on without you: {list}'], any: ['While you were away: {list}', 'What happened? {list}'] },
  'away-none': { any: ['Nothing. The days went by as they do.', 'Nothing that you would have wanted to see.'] },
} as const satisfies { readonly [key: string]: Lines }
