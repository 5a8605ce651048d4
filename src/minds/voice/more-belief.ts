/** More ways to tell news, and to speak of words given. */
import type { Lines } from './manner.ts'

/** See `BELIEF`. */
export const MORE_BELIEF: { readonly [key: string]: Lines } = {
  tell: {
    warm: ['There’s this, {you}: {item}', 'You’ll want to hear this: {item}'], gruff: ['Only this: {item}', 'This much: {item}'], shy: ['I heard something… {item}', 'Perhaps you know it already… {item}'], merry: ['Wait till you hear this: {item}', 'I’ve been bursting to tell it: {item}'],
    grave: ['Since you ask: {item}', 'It is right that you should know: {item}'], dreamy: ['There’s a thing in the air… {item}', 'This came past me: {item}'],
  },
  'never-heard': { warm: ['That’s news to me, {you}.'], gruff: ['Never heard of it.'], shy: ['Nobody told me that…'], merry: ['No! And I thought I heard everything!'], grave: ['I have heard nothing of the kind.'], dreamy: ['It may be so somewhere. Not here, yet.'] },
  'is-true': { warm: ['Yes, {you}, I was there myself.'], gruff: ['It is. Saw it.'], shy: ['It’s true… I saw it.'], merry: ['True, every bit of it, and I had the best seat!'], grave: ['It is so. I was witness to it.'], dreamy: ['It happened. I was looking that way.'] },
  'is-likely': { warm: ['I do think so, {you}; {source} told me.'], gruff: ['Likely. {source} says so.'], shy: ['I think it’s true… {source} said it.'], merry: ['If {source} says it, it’s as good as carved in stone!'], grave: ['I hold it to be true. It comes from {source}.'], dreamy: ['It sounds true, the way {source} told it.'] },
  'is-said': { warm: ['{source} told me so, {you}. I can’t say more.'], gruff: ['{source} says so. That’s all I know.'], shy: ['It’s what {source} said…'], merry: ['So {source} says, and {source} says a great deal!'], grave: ['I have it from {source}. I did not see it.'], dreamy: ['It came to me by way of {source}. Words change on the road.'] },
  'is-doubtful': { warm: ['I doubt it, {you}. I only have it from {source}.'], gruff: ['I doubt it. {source} talks.'], shy: ['I… wouldn’t swear to it. {source} said so.'], merry: ['I wouldn’t swear to it! {source} told me, and {source} stretches things!'], grave: ['I doubt it. It comes from {source}.'], dreamy: ['I doubt it. {source} told it, and it had no weight.'] },
  'source-saw': { warm: ['Nobody, {you}. I saw it happen.'], gruff: ['My own eyes.'], shy: ['Nobody… I saw it.'], merry: ['These two eyes, and they’re honest!'], grave: ['I saw it myself.'], dreamy: ['Nobody. I was there when it happened.'] },
  'source-told': { warm: ['It was {source} who told me, {you}.'], gruff: ['{source}.'], shy: ['{source} did…'], merry: ['Who else but {source}!'], grave: ['I was told it by {source}.'], dreamy: ['{source}, I think. Yes, {source}.'] },
}

/** See `WORDS_GIVEN`. */
export const MORE_WORDS_GIVEN: { readonly [key: string]: Lines } = {
  agree: { warm: ['I’d like that. At {place}, {when}.', 'Of course, {you}. {When}, at {place}.'], gruff: ['Fine. {Place}, {when}.', '{When}, {place}. I’ll wait, but not long.'], shy: ['All right… at {place}, {when}.', '{When}? Yes… at {place}.'], merry: ['At {place}, {when}, and I’m bringing my good mood!', 'Done! {When}, at {place}!'], grave: ['Agreed. At {place}, {when}.', 'You will find me at {place}, {when}.'], dreamy: ['At {place}, {when}… I’ll listen for your steps.', '{When}, at {place}. It has a nice sound.'] },
  refuse: { warm: ['Not yet, {you}. Let us know each other a little first.'], gruff: ['No. I don’t know you.'], shy: ['I don’t think so… please don’t mind.'], merry: ['With you? I’d have to know your jokes first! No!'], grave: ['No. I do not meet those I do not know.'], dreamy: ['No… I’d forget, and you’d stand there.'] },
  'refuse-neighbour': { grave: ['I cannot, {name}. I have given that hour away.'], dreamy: ['Not then, {name}. I’d only be half there.'] },
  here: { warm: ['There you are! I’m so glad you came.'], gruff: ['You came. Good.'], shy: ['You came… I’m glad.'], merry: ['Here you are! I’d begun to talk to the stones!'], grave: ['You are here, as agreed. That is well.'], dreamy: ['You came. I’d half dreamt it.'] },
  kept: { warm: ['It was lovely that you came to {what}.'], gruff: ['You came to {what}. Noted.'], shy: ['You came to {what}… that was nice.'], merry: ['You came to {what}, and I’m still smiling!'], grave: ['You came to {what}, as you had said you would.'], dreamy: ['You came to {what}. It’s still bright in my mind.'] },
  broken: { warm: ['I’m ashamed, {you}: I never got to {what}.'], gruff: ['Didn’t make it to {what}.'], shy: ['I’m so sorry… I didn’t come to {what}.'], merry: ['I never got to {what}. Scold me, I’ve earned it!'], grave: ['I failed to come to {what}. I regret it.'], dreamy: ['I lost my way to {what}. Forgive me.'] },
}
