/** Lines for what no field covers: a nod, a request for leave, a question about oneself that one never asked oneself. */
import type { Lines } from '../manner.ts'

/** By what is met. */
export const ASIDE = {
  nod: { warm: ['Yes.', 'Just so, {you}.'], gruff: ['Hm.', 'Mm.'], shy: ['Yes…', 'Mm-hm.'], merry: ['So it is!', 'There you have it!'], grave: ['So it is.', 'Yes.'], dreamy: ['Mm…', 'Yes, so it goes.'], any: ['Yes.', 'That’s how it is.', 'Well, then.'] },
  again: { warm: ['As I said, {you}: {item}'], gruff: ['As I said. {Item}'], shy: ['I said it before… {item}'], merry: ['Once more for good listeners: {item}'], grave: ['I say it again: {item}'], dreamy: ['It is still so: {item}'], any: ['As I told you: {item}', 'Once more: {item}'] },
  believe: { warm: ['When you tell it like that, {you}, I nearly do.'], gruff: ['Travellers’ tales.'], shy: ['I’d like to… it’s beautiful.'], merry: ['Every word, if you tell another!'], grave: ['I was not there. I neither believe it nor doubt it.'], dreamy: ['Yes. Such things are truer than most.'], any: ['I can’t say; I was never there.', 'It’s a good story, true or not.'] },
  may: { warm: ['If it harms nobody, {you}, who would mind?'], gruff: ['Do as you like. Break nothing.'], shy: ['I think so… ask the others, too.'], merry: ['If you bring it back in one piece!'], grave: ['As long as it wrongs nobody.'], dreamy: ['Who should stop you?'], any: ['I see nothing against it.', 'I suppose so; others may think differently.'] },
  'of-me': { warm: ['I’d have to think about that, {you}. Nobody ever asked me.'], gruff: ['What’s it to you?', 'Never thought about it.'], shy: ['I… don’t know. Sometimes, perhaps.'], merry: ['On good days yes, on others no!'], grave: ['That I cannot answer with yes or no.'], dreamy: ['Perhaps. I’d have to look inside, and it is dim there.'], any: ['I couldn’t say yes, and I couldn’t say no.', 'Nobody ever asked me that.', 'Not that I ever noticed.'] },
} as const satisfies { readonly [key: string]: Lines }
