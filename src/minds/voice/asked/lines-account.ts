/** Lines for what the partner has told of their own. */
import type { Lines } from '../manner.ts'

/** By what is met. */
export const ACCOUNT = {
  told: { warm: ['{Item}, you said. I listened.', 'You told me: {item}.'], gruff: ['{Item}. You said so.'], shy: ['You said… {item}.'], merry: ['{Item}! I’ve an ear like a barn door!'], grave: ['You told me: {item}.'], dreamy: ['{Item}… you said it a moment ago.'], any: ['{Item}; that’s what you told me.', 'You said: {item}.'] },
  'not-told': { warm: ['That you haven’t told me yet.'], gruff: ['You didn’t say.'], shy: ['I don’t think you told me that…'], merry: ['You’ve kept that from me! Tell!'], grave: ['You have not told me that.'], dreamy: ['You hadn’t come to that yet.'], any: ['You haven’t told me.', 'That you didn’t say.'] },
  'listens-sad': { warm: ['That makes it all the harder. You were fond of each other, I can hear it.', 'I see. Go on, if it does you good.'], gruff: ['Hm. I’m sorry.', 'That’s hard.'], shy: ['Oh… I’m sorry. I’d be so sad.'], merry: ['I won’t joke about that. Go on, tell me.'], grave: ['I hear you. Such things weigh.', 'Go on. I am listening.'], dreamy: ['One carries such a thing about for long.'], any: ['I’m sorry. Tell me more, if you like.', 'I see. That must be hard.'] },
  listens: { warm: ['Is that so? And then?', 'I can just see it. Go on.'], gruff: ['And?', 'Hm. Go on.'], shy: ['Really? … Go on.'], merry: ['No! And then?', 'Ha! More of that!'], grave: ['I see. Go on.', 'And what came of it?'], dreamy: ['I see it before me. Go on.'], any: ['And then?', 'I see. Go on.', 'Really? Tell me more.'] },
} as const satisfies { readonly [key: string]: Lines }
