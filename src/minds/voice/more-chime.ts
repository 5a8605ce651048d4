/** More words of somebody who stands by. */
import type { Lines } from './manner.ts'

/** See `CHIME`. */
export const MORE_CHIME: { readonly [key: string]: Lines } = {
  named: { warm: ['You were speaking of me, and I’m right here!'], gruff: ['I have ears, you know.'], shy: ['You said my name…'], merry: ['Speak louder, I’m my favourite subject!'], grave: ['I heard my name.'], dreamy: ['That was my name, wasn’t it, in among the others.'] },
  agree: { warm: ['Yes, that’s just how it was.'], shy: ['It’s true… I was there.'], grave: ['I can vouch for it.'], dreamy: ['Yes. I saw that, too, from further off.'] },
  same: { warm: ['That’s what {source} told me, too.'], gruff: ['{Source} says the same.'], shy: ['{Source} told me that, too…'], merry: ['{Source} tells it just the same, only louder!'], grave: ['It agrees with what {source} told me.'], dreamy: ['I had that from {source}. It seems to be going round.'] },
  fond: { warm: ['{Person} is a dear, I must say.'], gruff: ['{Person}’s all right. Leave it at that.'], shy: ['I like {person}…'], merry: ['{Person}! Three cheers for {person}!'], grave: ['I think highly of {person}.'], dreamy: ['{Person} has a good light about them.'] },
  foe: { shy: ['{Person}… I’d rather go.'], merry: ['{Person}! Now my beer’s gone flat!'], grave: ['Of {person} I would rather not hear.'], dreamy: ['{Person}… and there goes the sun.'] },
}
