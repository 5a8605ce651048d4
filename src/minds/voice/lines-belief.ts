/** Lines about what one takes to be so, and about words given. */
import { withMore, type Lines } from './manner.ts'
import { MORE_BELIEF, MORE_WORDS_GIVEN } from './more-belief.ts'

/** News, sources, truth. */
export const BELIEF = withMore({
  tell: { warm: ['Well, {item}', 'Have you heard? {Item}'], gruff: ['{Item}'], shy: ['I… {item}'], merry: ['Oh, listen: {item}', 'You’ll like this: {item}'], grave: ['This much I know: {item}'], dreamy: ['It goes from door to door: {item}'], any: ['{Item}', 'They talk of this: {item}', 'What I know is this: {item}'] },
  'never-heard': { warm: ['I never heard that. Who says so?'], gruff: ['First I hear of it.'], shy: ['I… never heard of that.'], merry: ['Ha, that’s new even to me!'], grave: ['Nobody told me so.'], dreamy: ['That story has not come by here.'], any: ['I have not heard that.', 'That is new to me.'] },
  'is-true': { any: ['It is true. I saw it myself.', 'Yes. I was there: {item}.', 'True as I stand here. I saw it.'] },
  'is-likely': { any: ['I believe it. {source} told me.', 'It must be so; I have it from {source}.'] },
  'is-said': { any: ['So {source} told me. I can’t say more than that.', '{source} said so. It may be true.', 'People say so; I have it from {source}.'] },
  'is-doubtful': { any: ['I doubt it. {source} told me, but who knows where that comes from.', 'I wouldn’t swear to it. {source} said so.'] },
  'is-disputed': { any: ['{source} says so, and {doubter} says it isn’t true.', 'I was told so by {source}, but {doubter} denies it.'] },
  'source-saw': { any: ['Nobody told me. I saw it with my own eyes.', 'I was there myself.'] },
  'source-saw-again': { any: ['As I said: I saw it.', 'My own eyes told me.'] },
  'source-told': { any: ['{source} told me.', 'I have it from {source}.', '{source} said so; whether it is true, I can’t swear.'] },
  'source-told-again': { any: ['It was {source}, as I said.', '{source}, I tell you.'] },
} as const satisfies { readonly [key: string]: Lines }, MORE_BELIEF)

/** Meetings agreed to, refused, kept and missed. */
export const WORDS_GIVEN = withMore({
  agree: { warm: ['Gladly. At {place}, {when}. I’ll be there.'], gruff: ['{Place}, {when}. Don’t be late.'], shy: ['At {place}? …All right. {When}.'], merry: ['{Place}, {when}! I’ll race you there!'], grave: ['{When}, at {place}. You have my word.'], dreamy: ['{When}, at {place}. I’ll follow my feet.'], any: ['Good. {When}, at {place}.', 'At {place}, {when}. I will come.'] },
  refuse: { warm: ['I’m afraid I can’t, {you}. I hardly know you yet.'], gruff: ['No. I’ve better things to do.'], shy: ['I… would rather not. I’m sorry.'], merry: ['Ha, and leave my supper? No, not I.'], grave: ['I will not promise what I do not mean to keep. No.'], dreamy: ['My evenings belong to the clouds. No.'], any: ['No, I will not come.', 'I would rather not meet you there.'] },
  'refuse-neighbour': { warm: ['Not this time, {name}, forgive me.'], gruff: ['No. I’ve enough to do.'], shy: ['I… cannot, {name}. I’m sorry.'], merry: ['Ha, ask me another day, {name}!'], any: ['I can’t, {name}. Another day, maybe.', 'No, {name}, I would rather not.'] },
  'refuse-help': { gruff: ['I can’t, {name}. I’ll bring you my good axe tomorrow instead.'], any: ['I can’t come, {name}, but I will bring you something to eat tomorrow.', 'Not then, {name}. I’ll bring you a hand of nails tomorrow, if that helps.'] },
  'promise-kept': { warm: ['You kept your word, {name}: you said you would {what}. Thank you.'], gruff: ['You said you’d {what}, and did. Good.'], shy: ['You did {what}, as you said… thank you.'], merry: ['{Name}, a word-keeper! You said you’d {what}, and did!'], grave: ['You said that you would {what}, and you did. I will not forget it.'], dreamy: ['You said you would {what}, and it came true.'], any: ['You said that you would {what}, and you did. Thank you.'] },
  forgiven: { warm: ['It’s all right, {you}. You didn’t {what}, but you came and said so.'], gruff: ['You didn’t {what}. Fine. Don’t promise next time.'], shy: ['It’s… all right that you didn’t {what}.'], merry: ['So you didn’t {what}. The world still turns! Forgiven.'], grave: ['You did not {what}. But you own up to it; let it rest.'], dreamy: ['Promises drift. That you didn’t {what} has drifted off too.'], any: ['That you did not {what} is forgiven.'] },
  'vow-kept': { warm: ['I said I would {what}, {you}, and I kept my word.'], gruff: ['Said I’d {what}. It’s done.'], shy: ['I… did {what}, as I said.'], merry: ['Who kept a promise? I said I’d {what}, and it’s done!'], grave: ['I gave my word to {what}. It is done.'], dreamy: ['I said I’d {what}, and the day let me.'], any: ['I said that I would {what}. It is done.', 'What I promised you is done: to {what}.'] },
  'vow-broken': { warm: ['I said I would {what}, {you}, and I did not get to it. I’m sorry.'], gruff: ['I didn’t {what}. Had my hands full.'], shy: ['I’m so sorry… I didn’t {what}.'], merry: ['I said I’d {what}, and then the day ran off with me. Sorry!'], grave: ['I did not {what}, though I gave my word. I am ashamed of it.'], dreamy: ['I meant to {what}. It slipped through my fingers.'], any: ['I said that I would {what}, and I did not. I am sorry.'] },
  'promise-broken': { any: ['I have not forgotten what I promised you, {name}. I am sorry.', 'I owe you something still, {name}. I know it.'] },
  'propose-company': { warm: ['Come to {place} {when}, {name}, will you?'], gruff: ['Will you come to {place} {when}, {name}?'], merry: ['Shall we meet at {place} {when}, {name}, and let work be work?'], any: ['Shall we meet at {place} {when}, {name}?'] },
  'propose-feast': { merry: ['We ought to drink to something. Will you come to {place} {when}, {name}?'], any: ['Let us drink to good luck. Will you come to {place} {when}, {name}?'] },
  'propose-help': { gruff: ['I can’t do it alone. Will you come to {place} {when}, {name}?'], any: ['I could use a hand at work. Would you come to {place} {when}, {name}?', 'There is more work than hands. Will you come to {place} {when}, {name}?'] },
  'propose-amends': { gruff: ['This has gone on long enough. Will you meet me at {place} {when}, and we make it up?'], shy: ['I… I am sorry that we are at odds. Would you meet me at {place} {when}, to make it up?'], any: ['I am tired of being at odds, {name}. Will you meet me at {place} {when}, so that we make it up?'] },
  reconciled: { gruff: ['You came. Then let it be forgotten, {name}.'], shy: ['You came… I am so glad. I am sorry, {name}.'], any: ['I am glad you came, {name}. Let the old quarrel rest.', 'I was wrong too, {name}. Here is my hand.'] },
  'no-place': { any: ['There is no such place here that I know.', 'Where would that be? I know no such place here.'] },
  missed: { warm: ['I waited for you at {what}, and you did not come.'], gruff: ['You didn’t come to {what}. I waited like a fool.'], shy: ['I… waited at {what}. You didn’t come.'], merry: ['I stood at {what} and talked to the crows. Where were you?'], grave: ['We had agreed on {what}. You did not come.'], dreamy: ['I waited at {what} until the light went. You did not come.'], any: ['I waited at {what}. You did not come.'] },
  kept: { any: ['It was good that you came to {what}.', 'You came to {what}, as you had said.'] },
  broken: { any: ['I could not come to {what}. I am sorry.', 'Forgive me, I did not get to {what} in time.'] },
  here: { any: ['There you are, as we agreed.', 'You came! I was not sure you would.', 'Good. You keep your word.'] },
  owed: { warm: ['You said you would {what}. I haven’t forgotten!'], gruff: ['You said you’d {what}. Well?'], shy: ['You said you’d {what}… but never mind.'], merry: ['And your promise? You were going to {what}!'], grave: ['You gave your word to {what}.'], any: ['You said you would {what}.'] },
} as const satisfies { readonly [key: string]: Lines }, MORE_WORDS_GIVEN)
