/** More ways to say what one feels. */
import type { Lines } from './manner.ts'

/** See `FEELINGS`. */
export const MORE_FEELINGS: { readonly [key: string]: Lines } = {
  bad: {
    warm: ['To tell you the truth, {you}, I’m {feeling}. {Cause}.', 'I’m {feeling}, and I won’t hide it. {Cause}.'], gruff: ['{Cause}. So I’m {feeling}.', '{Feeling}, since you ask. {Cause}.'], shy: ['A bit… {feeling}. {Cause}.', '{Cause}… so I’m {feeling}.'],
    merry: ['Today even I am {feeling}. {Cause}.', '{Feeling}, can you believe it? {Cause}.'], grave: ['{Cause}. It leaves me {feeling}.', 'I am {feeling}. {Cause}, and one does not shake that off.'], dreamy: ['I’m {feeling}, like a house after guests. {Cause}.', '{Cause}. It makes everything a bit {feeling}.'],
  },
  good: {
    warm: ['I’m so {feeling}, {you}! {Cause}.', '{Cause}, and it’s made me {feeling}.'], gruff: ['{Feeling}. {Cause}. Don’t tell anybody.', '{Cause}. So, yes, {feeling}.'], shy: ['Quite {feeling}, really… {cause}.', '{Cause}… and I’m {feeling}.'],
    merry: ['{Feeling} as a goat in a garden! {Cause}!', '{Cause}, so I’m {feeling}, and it shows!'], grave: ['{Cause}, and I am {feeling}.', 'I am {feeling}, I will own. {Cause}.'], dreamy: ['{Feeling}, as if somebody had lit a lamp. {Cause}.', 'A bit {feeling}, all along the edges. {Cause}.'],
  },
  'avoid-truth': { warm: ['I’ll tell you, {you}: {memory}. That’s why I go round {what}.'], merry: ['No joke this time. {Memory}. So I leave {what} alone.'], grave: ['{Memory}. Since then I keep away from {what}.'], dreamy: ['{Memory}. It still stands there, near {what}, so I don’t.'] },
  'avoid-other': { warm: ['Oh, it just never suits, {you}.'], grave: ['I have my reasons, and they are mine.'], dreamy: ['My feet prefer the other way.'] },
}
