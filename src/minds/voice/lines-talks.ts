/** Lines about what was said before: what one was asked, told and said oneself, when, and how often. */
import type { Lines } from './manner.ts'

/** `words` is quoted, `when` is like "this morning", `items` a list of what a talk was about. */
export const TALKS = {
  asked: {
    warm: ['Of course. You asked me, {when}: “{words}”', 'I do, {you}: “{words}” That was {when}.'], gruff: ['“{words}” That’s what you asked, {when}.', '{When} you asked: “{words}” I’m not deaf.'], shy: ['You asked… “{words}” That was {when}.', 'I think it was “{words}”, {when}.'],
    merry: ['As if I’d forget! “{words}” That’s what you wanted to know, {when}.', '{When} it was “{words}”, word for word!'], grave: ['{When} you asked: “{words}”', 'Your question was “{words}” That was {when}.'], dreamy: ['It’s still hanging in the air: “{words}” You asked it {when}.', '“{words}” You asked that {when}, and I went on thinking of it.'], any: ['You asked: “{words}” That was {when}.', 'It was {when}. “{words}”, you asked.'],
  },
  told: {
    warm: ['You told me, {when}: “{words}”', 'I listened well, {you}. {When} you said: “{words}”'], gruff: ['“{words}” Your words, {when}.', '{When} you said: “{words}”'], shy: ['You said… “{words}” {When}, wasn’t it?', 'I remember: “{words}” That was {when}.'],
    merry: ['“{words}” I could sing it! You said so {when}.', '{When} you told me: “{words}”'], grave: ['You said {when}: “{words}”', 'These were your words, {when}: “{words}”'], dreamy: ['“{words}” You said it {when}; some of it is still here.', '{When} you said: “{words}”'], any: ['You said, {when}: “{words}”', '“{words}” So you said {when}.'],
  },
  said: {
    warm: ['I said, {when}: “{words}”', 'What I told you, {you}, was: “{words}” That was {when}.'], gruff: ['I said: “{words}”', '“{words}” I won’t say it a third time.'], shy: ['I… said “{words}”', 'I only said “{words}”, {when}.'], merry: ['My golden words, {when}: “{words}”', 'I said “{words}”, and I stand by it!'],
    grave: ['I said {when}: “{words}”', 'My words were: “{words}”'], dreamy: ['Something like “{words}” That was {when}.', 'I said “{words}” {When}, was it?'], any: ['I said: “{words}” That was {when}.', 'What I said {when} was “{words}”'],
  },
  about: {
    warm: ['We spoke {when}, {you}: {items}.', 'I remember it gladly. {Items}; that was {when}.'], gruff: ['{When}. {Items}.', '{Items}. That was {when}.'], shy: ['It was {when}, I think. {Items}.', '{Items}… that was {when}.'], merry: ['What a talk that was, {when}! {Items}.', 'All sorts of things, {when}: {items}.'],
    grave: ['We spoke {when}. {Items}.', '{When} we spoke of this: {items}.'], dreamy: ['Of many things, {when}: {items}.', '{When}… yes. {Items}.'], any: ['{When} we talked: {items}.', 'That was {when}. {Items}.'],
  },
  met: {
    warm: ['We last spoke {when}, {you}.', 'It was {when}. I was glad of it.'], gruff: ['{When}.', '{When}. Lost your calendar?'], shy: ['{When}, I think.', 'That was {when}…'], merry: ['{When}! Don’t say you’ve forgotten me!', '{When}, and it feels like no time at all.'], grave: ['We last spoke {when}.', 'It was {when}.'], dreamy: ['{When}, if days are what I think they are.', 'It was {when}, or so the light says.'], any: ['We spoke {when}.', 'That was {when}.'],
  },
  often: { gruff: ['{Count}. Is there a prize?'], merry: ['{Count}! I keep a tally on the door.'], any: ['{Count}, if I count this one.', '{Count} now.'] },
  'promised-meeting': { any: ['That I would meet you at {place}, {when}.', 'To be at {place} {when}. I have not forgotten.'] },
  'no-promise': { any: ['I promised you nothing that I know of.', 'I gave you no promise.', 'There is no promise of mine to you.'] },
  'not-asked': { any: ['You haven’t asked me anything before this.', 'This is the first thing you ask me.'] },
  'not-told': { any: ['You haven’t told me anything yet.', 'So far you have only asked.'] },
  'not-said': { any: ['I haven’t said much to you yet.', 'I have hardly opened my mouth so far.'] },
  'first-talk': { any: ['This is the first time we speak.', 'We have only just begun to talk.', 'We have never spoken before today.'] },
  faded: { any: ['We did speak {when}, but of what, I have lost.', 'It was {when}; what we said has gone from me.'] },
} as const satisfies { readonly [key: string]: Lines }
