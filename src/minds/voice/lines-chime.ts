/** Lines of somebody who stands by while others talk. */
import { withMore, type Lines } from './manner.ts'
import { MORE_CHIME } from './more-chime.ts'

/** What a bystander adds: about themselves, what they saw or heard, and those they are fond of or cannot bear. */
export const CHIME = withMore({
  named: { warm: ['I heard my name! Only good things, I hope?'], gruff: ['I’m standing right here.', 'Say it to my face, then.'], shy: ['Oh… was that about me?'], merry: ['My ears are burning! What have I done now?'], grave: ['If you speak of me, I had better listen.'], dreamy: ['Somebody said my name, and I came back from far away.'], any: ['Did I hear my name?'] },
  saw: { warm: ['Forgive me, I could not help hearing: {item}.'], gruff: ['I saw it: {item}.'], shy: ['If I may… {item}. I saw it.'], merry: ['Oh, I was there! {Item}.'], grave: ['I can speak to that: {item}. I saw it myself.'], any: ['I was there: {item}.', 'It is so, I saw it: {item}.'] },
  heard: { warm: ['They told me, too, dear: {item}. I have it from {source}.'], gruff: ['{Source} says this: {item}.'], shy: ['I… heard that {item}. From {source}.'], merry: ['Ah, that one! {Source} told me that {item}!'], any: ['What I heard from {source} is this: {item}.', '{Source} told me that {item}.'] },
  agree: { gruff: ['True.', 'That’s how it was.'], merry: ['And that’s the truth, for once!'], any: ['It is true, I was there.', 'Yes, that is what I saw, too.'] },
  same: { any: ['I heard the same from {source}.', 'So {source} says, too.'] },
  kin: { gruff: ['Mind what you say. {Person} is {kin}.'], shy: ['{Person} is {kin}, you know…'], merry: ['{Person}? That’s {kin} you’re talking of!'], any: ['{Person} is {kin}, so mind your words.', 'You speak of {kin}, you know.'] },
  fond: { any: ['{Person} is a good soul, if you ask me.', 'I won’t hear a bad word of {person}.'] },
  join: { warm: ['May I stand with you a while?', 'I could not walk past the two of you.'], gruff: ['Don’t stop for me.', 'I’ll just stand here.'], shy: ['I… don’t mind me.', 'May I listen?'], merry: ['What are the two of you plotting?', 'Make room, I want to laugh, too!'], grave: ['Is there room for a third?', 'I’d like to hear this.'], dreamy: ['Your voices carried me over.', 'I was going somewhere, and then I was here.'], any: ['Is there any news?', 'What are you two talking about?', 'Let me hear, too.'] },
  foe: { gruff: ['{Person}? Pah.'], warm: ['{Person} and I… well, the less said.'], any: ['Don’t get me started on {person}.', 'I would not trust {person} with a broom.'] },
} as const satisfies { readonly [key: string]: Lines }, MORE_CHIME)
