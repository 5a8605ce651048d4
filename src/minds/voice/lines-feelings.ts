/** Lines about what one feels and what one keeps away from. */
import { spoken } from './manner.ts'

/** By what is spoken of. */
export const FEELINGS = spoken({
  bad: {
    warm: ['I’ll be honest: I’m {feeling}. {Cause}.', 'To tell you the truth, {you}, I’m {feeling}. {Cause}.', 'I’m {feeling}, and I won’t hide it. {Cause}.'], gruff: ['{Feeling}. {Cause}.', '{Cause}. So I’m {feeling}.', '{Feeling}, since you ask. {Cause}.'], shy: ['I’m… {feeling}. {Cause}, you see.', 'A bit… {feeling}. {Cause}.', '{Cause}… so I’m {feeling}.'], merry: ['I’d make a joke of it, but I’m {feeling}. {Cause}.', 'Today even I am {feeling}. {Cause}.', '{Feeling}, can you believe it? {Cause}.'],
    grave: ['I am {feeling}: {cause}.', '{Cause}. It leaves me {feeling}.', 'I am {feeling}. {Cause}, and one does not shake that off.'], dreamy: ['{Feeling}, all the way through. {Cause}.', 'I’m {feeling}, like a house after guests. {Cause}.', '{Cause}. It makes everything a bit {feeling}.'], any: ['I’m {feeling}. {Cause}.', '{Cause}, and I’m {feeling}.', 'How should I feel? {Cause}.'],
  },
  good: {
    warm: ['I’m {feeling}, truly. {Cause}.', 'I’m so {feeling}, {you}! {Cause}.', '{Cause}, and it’s made me {feeling}.'], gruff: ['{Feeling}, if you must know. {Cause}.', '{Feeling}. {Cause}. Don’t tell anybody.', '{Cause}. So, yes, {feeling}.'], shy: ['I’m a little {feeling}. {Cause}.', 'Quite {feeling}, really… {cause}.', '{Cause}… and I’m {feeling}.'], merry: ['{Feeling}! {Cause}, what more does one want?', '{Feeling} as a goat in a garden! {Cause}!', '{Cause}, so I’m {feeling}, and it shows!'],
    grave: ['I am {feeling}. {Cause}.', '{Cause}, and I am {feeling}.', 'I am {feeling}, I will own. {Cause}.'], dreamy: ['{Feeling}, like a window opened. {Cause}.', '{Feeling}, as if somebody had lit a lamp. {Cause}.', 'A bit {feeling}, all along the edges. {Cause}.'], any: ['I’m {feeling}. {Cause}.', '{Cause}. I’m {feeling}.', 'Quite {feeling}, in fact: {cause}.'],
  },
  'avoid-truth': {
    warm: ['I’ll tell you, {you}: {memory}. That’s why I go round {what}.'], gruff: ['I keep away from {what}. {Memory}. That’s all you get.'], shy: ['It’s… {memory}. I don’t manage {what} yet.'], merry: ['No joke this time. {Memory}. So I leave {what} alone.'], grave: ['{Memory}. Since then I keep away from {what}.'], dreamy: ['{Memory}. It still stands there, near {what}, so I don’t.'], any: ['I’ll tell you, because it’s you: {memory}. I keep clear of {what}.', 'A bad memory of {memory}. It comes back when I’m near {what}.', 'Since {memory} I go the long way round {what}. It gets easier.'],
  },
  'avoid-other': {
    warm: ['Oh, it just never suits, {you}.'], gruff: ['I’ve no business there.', 'Work to do. Elsewhere.'], shy: ['Oh, I… just never got round to it.'], merry: ['Me? I simply like other ways better!'], grave: ['I have my reasons, and they are mine.'], dreamy: ['My feet prefer the other way.'], any: ['No reason. I had other things to do.', 'It isn’t on my way.', 'My knee is bad today, that’s all.'],
  },
  fears: { any: ['Since you ask, {what}. A bad memory of {memory}.', 'There is a bad memory of {memory}. It will not quite leave me.'] },
})
