/** What people say when something happens before one's eyes: by kind, cause and manner of the moment; chosen by given dice. */
import { pick, type Rng } from '#core/rng.ts'
import type { Claim } from '../beliefs/claim.ts'

/** Openings of a quarrel by what it is over, then what is thrown back and forth. */
const QUARREL_OPENINGS: ReadonlyArray<readonly [cause: RegExp, lines: readonly string[]]> = [
  [/boundary/, ['That stone stood by my ditch before you ever held a spade!', 'You moved the boundary stone again. I saw the marks!']],
  [/debt/, ['You still owe me, and you know it!', 'Three times you promised to pay. Three times!']],
  [/goat/, ['That goat was lame when you sold it to me!', 'You sold me a lame goat and smiled doing it!']],
  [/water/, ['I was here first. You can wait for your water!', 'Every day you push in before me. Enough!']],
  [/saw/, ['You borrowed my saw whole and brought it back without teeth!', 'Where is my saw? And what have you done to it?']],
  [/insult/, ['I have not forgotten what you called me before the whole inn!', 'Say it again, what you said of me back then. Say it!']],
  [/fence/, ['Your beasts broke my fence, and you will mend it!', 'Look at that fence. Look at it! That was your doing!']],
]
const QUARREL_REPLIES = ['That is not how it was, and you know it!', 'Ha! You should look to your own doorstep!', 'I will not be shouted at by you!', 'You have told that story so often that you believe it!'] as const
const QUARREL_RETORTS = ['Everybody here knows what you are like!', 'Then ask anybody! Anybody!', 'You never once owned up to a thing!', 'I should have known better than to trust you!'] as const
const QUARREL_ENDS = ['I am done with you.', 'We will see who laughs last.', 'Go home. I have nothing more to say to you.', 'Do not speak to me again.'] as const
const CRIES = ['Help! Somebody, help me!', 'Help! Over here, quick!', 'Oh! Help! I cannot get up!'] as const
const COMINGS = ['Hold on, I am coming!', 'Stay still! I am here!', 'I see you! Hold on!'] as const
const LIFTS = ['Give me your hand. Slowly, slowly…', 'There. Lean on me. That’s it.', 'I have you. Up you come.'] as const
const THANKS = ['Thank you… I thought that was the end of me.', 'I will not forget this. Thank you.', 'Bless you. I do not know what I would have done.'] as const
const CALLS = ['Come, all of you! There is food and ale for everybody!', 'Leave your work, friends! Today we feast!', 'Everybody, come! The table is laid!'] as const
const TOASTS = ['To the one who pays!', 'May the year go on like this!', 'Another cup, and then a song!', 'To those who are no longer with us!', 'I have not eaten like this since the harvest!', 'Drink up, it will not keep!'] as const
const LOSSES = ['My {thing}! Somebody has taken my {thing}!', 'It is gone! My {thing} is gone!', 'Thief! There is a thief in this village!'] as const

/** A line of a scene. */
export type SceneLine = 'opening' | 'reply' | 'retort' | 'end' | 'cry' | 'coming' | 'lift' | 'thanks' | 'call' | 'toast' | 'loss'

/** The words of a line for what happens. */
export function sceneLine(rng: Rng, line: SceneLine, claim: Claim): string {
  switch (line) {
    case 'opening': return pick(rng, QUARREL_OPENINGS.find(([cause]) => cause.test(claim.cause))?.[1] ?? ['You! I have a bone to pick with you!'])
    case 'reply': return pick(rng, QUARREL_REPLIES)
    case 'retort': return pick(rng, QUARREL_RETORTS)
    case 'end': return pick(rng, QUARREL_ENDS)
    case 'cry': return pick(rng, CRIES)
    case 'coming': return pick(rng, COMINGS)
    case 'lift': return pick(rng, LIFTS)
    case 'thanks': return pick(rng, THANKS)
    case 'call': return pick(rng, CALLS)
    case 'toast': return pick(rng, TOASTS)
    case 'loss': return pick(rng, LOSSES).replaceAll('{thing}', claim.object.replace(/^an? /, ''))
  }
}
