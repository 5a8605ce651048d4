/** Lines about what one feels and what one keeps away from. */
import { withMore, type Lines } from './manner.ts'
import { MORE_FEELINGS } from './more-feelings.ts'

/** By what is spoken of. */
export const FEELINGS = withMore({
  bad: {
    warm: ['I’ll be honest: I’m {feeling}. {Cause}.'], gruff: ['{Feeling}. {Cause}.'], shy: ['I’m… {feeling}. {Cause}, you see.'], merry: ['I’d make a joke of it, but I’m {feeling}. {Cause}.'],
    grave: ['I am {feeling}: {cause}.'], dreamy: ['{Feeling}, all the way through. {Cause}.'], any: ['I’m {feeling}. {Cause}.', '{Cause}, and I’m {feeling}.', 'How should I feel? {Cause}.'],
  },
  good: {
    warm: ['I’m {feeling}, truly. {Cause}.'], gruff: ['{Feeling}, if you must know. {Cause}.'], shy: ['I’m a little {feeling}. {Cause}.'], merry: ['{Feeling}! {Cause}, what more does one want?'],
    grave: ['I am {feeling}. {Cause}.'], dreamy: ['{Feeling}, like a window opened. {Cause}.'], any: ['I’m {feeling}. {Cause}.', '{Cause}. I’m {feeling}.', 'Quite {feeling}, in fact: {cause}.'],
  },
  'avoid-truth': {
    gruff: ['I keep away from {what}. {Memory}. That’s all you get.'], shy: ['It’s… {memory}. I don’t manage {what} yet.'], any: ['I’ll tell you, because it’s you: {memory}. I keep clear of {what}.', 'A bad memory of {memory}. It comes back when I’m near {what}.', 'Since {memory} I go the long way round {what}. It gets easier.'],
  },
  'avoid-other': {
    gruff: ['I’ve no business there.', 'Work to do. Elsewhere.'], shy: ['Oh, I… just never got round to it.'], merry: ['Me? I simply like other ways better!'], any: ['No reason. I had other things to do.', 'It isn’t on my way.', 'My knee is bad today, that’s all.'],
  },
  fears: { any: ['Since you ask, {what}. A bad memory of {memory}.', 'There is a bad memory of {memory}. It will not quite leave me.'] },
} as const satisfies { readonly [key: string]: Lines }, MORE_FEELINGS)
