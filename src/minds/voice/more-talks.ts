/** More answers about earlier talks: variants of the lines that are heard most. */
import type { Lines } from './manner.ts'

/** See `TALKS`. */
export const MORE_TALKS: { readonly [key: string]: Lines } = {
  topics: { warm: ['We had a good talk about {item}, {when}.'], gruff: ['{When}. {Item}.'], shy: ['About {item}… {when}, I think.'], merry: ['{Item}, wasn’t it? {When}!'], grave: ['It was about {item}, {when}.'], dreamy: ['{Item}… {when}, and it’s still in the air a bit.'] },
  told: { warm: ['You told me {when} that {item}. I’ve thought of it since.'], gruff: ['{When} you said that {item}.'], shy: ['That {item}… you said it {when}.'], merry: ['How could I forget! You told me {when} that {item}!'], grave: ['You told me that {item}. That was {when}.'], dreamy: ['That {item}. You said it {when}, and it stayed.'] },
  name: {
    warm: ['{Name}. I’ve been saying it to myself since you told me {when}.', 'You’re {name}. You told me {when}, and I kept it.'], gruff: ['You’re {name}.', '{Name}. That was {when}. I’m not deaf.'], shy: ['You’re {name}. I remember… you said so {when}.', '{Name}. I’ve been careful not to lose it.', 'It’s {name}… I hope I say it right.'],
    merry: ['{Name}, {name}, {name}! You told me {when}, and I’ve used it ever since!', 'You’re {name}! Unless there are two of you!'], grave: ['{Name}. I remember it; you told me {when}.', '{Name} is your name. So you said {when}.'], dreamy: ['You’re {name}. It came along with you {when}.', '{Name}… yes. {When} you laid it down here.'],
  },
  'name-none': { warm: ['I don’t know it yet, {you}. What is your name?'], gruff: ['You gave none.'], shy: ['I don’t know it… you haven’t said.'], merry: ['A riddle! You never told me!'], grave: ['I could not say. You have not told me.'], dreamy: ['I’ve looked, and there’s no name there.'] },
  'gave-none': { warm: ['Nothing I could hold, {you}, but good company.'], gruff: ['Not a thing.'], shy: ['Nothing… that’s all right.'], merry: ['Not so much as a button!'], grave: ['Nothing so far. I do not reckon it up.'], dreamy: ['Nothing but the time, and that we shared.'] },
  'met-now': { warm: ['We have only just met, {you}, and I’m glad of it.'], gruff: ['Before today? Never.'], shy: ['I… never saw you before today.'], merry: ['Not before today, or I’d have talked of nothing else!'], grave: ['I did not know you before today.'], dreamy: ['Not before today, unless I dreamt you.'] },
  forgotten: { warm: ['{When} we talked, {you}, but what about has slipped away from me.'], gruff: ['{When}. What about, I’ve lost.'], shy: ['We did talk, {when}… I’ve lost what it was.'], merry: ['We talked {when}! About what? There’s a hole where it was!'], grave: ['We spoke {when}; I have not kept of what.'], dreamy: ['{When}… there were words. I only kept the sound.'] },
  'not-so': { warm: ['I don’t think so, {you}.'], gruff: ['No. Never.'], shy: ['No… I don’t believe so.'], merry: ['If so, I slept through it!'], grave: ['I do not recall that.'], dreamy: ['Not in any talk that I was in.'] },
}
