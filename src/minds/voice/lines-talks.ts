/** Lines about the talks themselves: what was asked, told, given and promised, and what is forgotten. */
import { withMore, type Lines } from './manner.ts'
import { MORE_TALKS } from './more-talks.ts'

/** `item` is what is remembered, `when` how long ago. */
export const TALKS = withMore({
  asked: {
    warm: ['Of course, {you}. {When} you asked me {item}', 'You asked {item} {When}, I think, and I was glad you did.'], gruff: ['{Item} That’s what you asked. {When}.'], shy: ['You… asked me {item} That was {when}, wasn’t it?'], merry: ['I’m not deaf yet! {Item} That was {when}.'],
    grave: ['{When} you asked me {item} I answered as well as I could.'], dreamy: ['{Item} {When} you put that down here, and it is still lying about.'], any: ['You asked me {item} That was {when}.', '{When} you wanted to know: {item}'],
  },
  topics: {
    warm: ['We spoke of {item}, {when}. I liked that.', 'Of {item}; that was {when}, {you}.'], gruff: ['{Item}. {When}.', 'Of {item}. What of it?'], shy: ['It was… {item}, I think. That was {when}.'], merry: ['Of {item}! {When} it was, and my ears are still warm.'],
    grave: ['{When} we spoke of {item}.'], dreamy: ['{When}… there was {item} in it, and some silence.'], any: ['{When} we talked about {item}.', 'We talked about {item}; that was {when}.'],
  },
  told: {
    warm: ['I kept it: {item}. You told me {when}.'], gruff: ['That {item}. You said so {when}.'], shy: ['You told me that {item}… {when}.'], merry: ['I never forget a good story: {item}! You told me {when}.'], grave: ['{When} you told me that {item}.'], dreamy: ['{When} you let it fall that {item}. I picked it up.'], any: ['You told me {when} that {item}.', 'That {item}; you told me {when}.'],
  },
  'told-words': {
    warm: ['{When} you said to me: {item}'], gruff: ['You said {item} {When}.'], shy: ['You said… {item} That was {when}.'], merry: ['Word for word? {Item} That was {when}.'], grave: ['Your words, {when}, were: {item}'], dreamy: ['{Item} You left that here {when}.'], any: ['{When} you said: {item}', 'You said {item} That was {when}.'],
  },
  name: {
    warm: ['You’re {name}. How could I forget?', '{Name}, of course. You told me {when}.'], gruff: ['{Name}. I can hold one name.', '{Name}. You said so {when}.'], shy: ['{Name}… isn’t it? You told me {when}.'], merry: ['{Name}! I could shout it across the square!', '{Name}, unless you’ve changed it! You told me {when}.'], grave: ['Your name is {name}. You told me {when}.', 'You are {name}.'], dreamy: ['{Name}. I say it now and then, to keep it.', '{Name}. You gave me that name {when}.'], any: ['{Name}.', 'You are {name}; you told me {when}.'],
  },
  'name-none': {
    warm: ['You never told me your name, {you}. What is it?', 'That you kept to yourself so far. Will you tell me?'], gruff: ['You never said.', 'How should I know? You never gave a name.'], shy: ['You… never told me. I’d like to know.'], merry: ['Your name? You’ve been hiding it from me! Out with it!'], grave: ['You have not given me a name.', 'I do not know your name; you never told me.'], dreamy: ['You came without one. What is your name?'], any: ['You have never told me your name.', 'I never heard your name.'],
  },
  said: { warm: ['I said: {item}'], gruff: ['{Item} Listen better.', '{Item} That’s what I said.'], shy: ['I only said… {item}'], merry: ['For you, once more: {item}'], grave: ['My words were: {item}'], dreamy: ['I said {item} Or the wind did.'], any: ['What I said was: {item}', 'I said: {item}'] },
  gave: { warm: ['You gave me {item}, {when}. I was so pleased.'], gruff: ['{Item}. {When}. I said thanks.'], shy: ['You gave me {item}… {when}. I still have to smile.'], merry: ['{Item}! {When} it was, and the best of that day.'], grave: ['{When} you gave me {item}. I have not forgotten it.'], dreamy: ['{Item}. {When} it changed hands, yours to mine.'], any: ['You gave me {item}; that was {when}.'] },
  'gave-none': { warm: ['You gave me your time, {you}. Nothing else, that I remember.'], gruff: ['Nothing.', 'You gave me nothing yet.'], shy: ['I… don’t think you gave me anything.'], merry: ['Nothing but trouble so far! I jest, I jest.'], grave: ['You have given me nothing that I remember.'], dreamy: ['Only words, and those weigh nothing.'], any: ['Nothing that I remember.', 'You have given me nothing so far.'] },
  owed: { warm: ['You said you would {item}. {Stands}'], gruff: ['To {item}. {Stands}'], shy: ['You said you’d {item}… {stands}'], merry: ['Ha, you were going to {item}! {Stands}'], grave: ['You gave your word to {item}. {Stands}'], dreamy: ['To {item}. {Stands} I keep promises where I can see them.'], any: ['You promised to {item}. {Stands}'] },
  'owed-none': { warm: ['You promised me nothing, {you}; don’t worry.'], gruff: ['Nothing. Luckily for you.'], shy: ['Nothing… not that I know.'], merry: ['Not a thing! Shall we change that?'], grave: ['You have promised me nothing.'], dreamy: ['No promise of yours lies here.'], any: ['You have promised me nothing that I know of.'] },
  vowed: { warm: ['I said I would {item}. {Stands}'], gruff: ['To {item}. {Stands}'], shy: ['I… said I’d {item}. {Stands}'], merry: ['That I’d {item}! {Stands}'], grave: ['I gave you my word to {item}. {Stands}'], dreamy: ['To {item}. {Stands}'], any: ['I promised to {item}. {Stands}'] },
  'vowed-none': { warm: ['I don’t think I promised you anything, {you}.'], gruff: ['Nothing. I don’t promise.'], shy: ['I didn’t promise anything… did I?'], merry: ['Me, promise? Only ever on feast days, and not to you!'], grave: ['I promised you nothing. I would remember it.'], dreamy: ['I gave you no promise. Only the time of day.'], any: ['I promised you nothing that I know of.'] },
  appointed: { warm: ['At {item}, {when}. I’m looking forward to it.'], gruff: ['{Item}. {When}. As agreed.'], shy: ['At {item}, {when}… you’ll come, won’t you?'], merry: ['At {item}, {when}! I’ve not forgotten!'], grave: ['{When}, at {item}. We agreed on it.'], dreamy: ['At {item}, {when}, if the day finds its way there.'], any: ['We meet at {item}, {when}.'] },
  'appointed-none': { warm: ['We haven’t agreed on anything, {you}. Shall we?'], gruff: ['We agreed on nothing.'], grave: ['There is nothing agreed between us.'], any: ['We have agreed on no meeting.', 'Nothing is agreed between us.'] },
  met: { warm: ['I know you, {you}. {Item}'], gruff: ['Yes, yes. {Item}'], shy: ['Of course I… {item}'], merry: ['Forget you? Never! {Item}'], grave: ['I remember you. {Item}'], dreamy: ['Your step I know. {Item}'], any: ['{Item}', 'I remember. {Item}'] },
  'met-now': { warm: ['We have only just met, {you}. But I’ll know you from now on.'], gruff: ['Never saw you before today.'], shy: ['We… met only just now.'], merry: ['We met five minutes ago! A long friendship!'], grave: ['We met today, for the first time.'], dreamy: ['Just now. It feels longer.'], any: ['We have only just met.', 'This is the first time that we talk.'] },
  // what was said but is not in mind any more
  forgotten: { warm: ['We talked, {when}, but I’ve let go of what it was. Forgive me.'], gruff: ['We talked {when}. Don’t ask me of what.'], shy: ['I’m sorry… we talked {when}, and I’ve forgotten about what.'], merry: ['{When} we talked, and it fell straight through my head!'], grave: ['We spoke {when}. What was said I no longer know.'], dreamy: ['{When} there was talk between us. The words have blown off.'], any: ['We talked {when}, but I have forgotten what it was about.'] },
  // never said at all, as far as one knows
  'not-so': { warm: ['Not that I remember, {you}, and I think I would.'], gruff: ['No. You didn’t.'], shy: ['I don’t think so… sorry.'], merry: ['Not to me! Was it the goat?'], grave: ['Not that I know of.'], dreamy: ['If you did, the wind took it.'], any: ['Not that I remember.', 'I remember nothing of that.'] },
} as const satisfies { readonly [key: string]: Lines }, MORE_TALKS)
