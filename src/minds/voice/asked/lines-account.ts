/** Lines for what the partner has told of their own. */
import type { Lines } from '../manner.ts'

/** By what is met. */
export const ACCOUNT = {
  told: { warm: ['{Item}, you said. I listened.', 'You told me: {item}.'], gruff: ['{Item}. You said so.'], shy: ['You said… {item}.'], merry: ['{Item}! I’ve an ear like a barn door!'], grave: ['You told me: {item}.'], dreamy: ['{Item}… you said it a moment ago.'], any: ['{Item}; that’s what you told me.', 'You said: {item}.'] },
  'not-told': { warm: ['That you haven’t told me yet.'], gruff: ['You didn’t say.'], shy: ['I don’t think you told me that…'], merry: ['You’ve kept that from me! Tell!'], grave: ['You have not told me that.'], dreamy: ['You hadn’t come to that yet.'], any: ['You haven’t told me.', 'That you didn’t say.'] },
} as const satisfies { readonly [key: string]: Lines }
