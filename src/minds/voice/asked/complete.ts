/** What a question leaves out at its beginning, what a correction puts in the place of what was said, and what “do you?” asks after a statement: written out in full. */
import type { Thread } from './full-words.ts'
import { coreOf, isAsking, tidied, writtenOut } from './plain.ts'

/** Verbs that follow “do you”, and those that follow “have you”. */
const DO_YOU = /^(?:need|want|like|know|remember|fancy|live|work|have|think|feel|believe|trust|love|hate|miss|speak|drink|eat|sleep|play|sing|dance|mind|agree|understand|enjoy|prefer|get|go|own|ever)\b/
const HAVE_YOU = /^(?:ever |just |already |not )*(?:been|seen|heard|met|eaten|tried|done|got|lived|slept|finished|had|gone|travelled|killed|lost|found)\b/
const ARE_YOU = /^(?:(?:so|very|really|all|still|feeling|not|a|too|quite) )*(?:ok|okay|alright|right|well|fine|good|happy|sad|tired|hungry|thirsty|busy|married|single|alone|lonely|angry|mad|sure|serious|scared|afraid|cold|ill|sick|bored|free|rich|poor|old|young|from|here|hurt|lost|real|new|local|\w+ing)\b/

/** The question with its beginning; unchanged where nothing is left out. */
export function completed(text: string): string {
  if (!/\?\s*$/.test(tidied(text))) return text
  const core = coreOf(text)
  const after = /^you (.+)$/.exec(core)?.[1]
  if (after !== undefined) {
    if (/^(?:said|told|know what|again)\b/.test(after)) return text
    if (HAVE_YOU.test(after)) return `have you ${after}?`
    if (ARE_YOU.test(after)) return `are you ${after}?`
    return DO_YOU.test(after) ? `do you ${after}?` : text
  }
  if (/^(?:need|want|like|remember|fancy|know|mind)\b(?! what$)/.test(core)) return `do you ${core}?`
  if (/^(?:ever )?(?:been|seen|heard|met|got|tried|eaten)\b/.test(core)) return `have you ${core}?`
  if (/^(?:sleep|slept) (?:well|badly|ok|okay)$/.test(core)) return 'did you sleep well?'
  if (/^(?:any|some)\b(?! questions?\b).*\b(?:to|for|around|here|near|nearby)\b/.test(core) && !/^(?:any|some)(?:thing|one|body)\b/.test(core)) return `is there ${core}?`
  return core.split(' ').length <= 3 && ARE_YOU.test(core) && !/^(?:right|well|fine|good|serious|sure|ok|okay|real|here|from|alone|going|coming|meaning|nothing|something|anything|everything)\b/.test(core) ? `are you ${core}?` : text
}

/** What somebody says that they meant instead; null where they correct nothing. */
export function corrected(text: string): string | null {
  const core = writtenOut(coreOf(text))
  if (/\b(?:i (?:mean|meant) (?:it|no|well|that|what|you|to)\b)/.test(core)) return null
  const meant = /^(?:(?:no|sorry|oh|not that|not that one|i am sorry)[, ]+)*(?:i (?:mean|meant|was asking about|asked about|am talking about|was talking about|am asking about)|what i meant (?:is|was)) (.+)$/.exec(core)?.[1] ?? /^(?:(?:no|sorry|oh|not that)[, ]+)*(.+?),? i (?:mean|meant)$/.exec(core)?.[1] ?? /^not (?:\w+ ){1,3}?but (.+)$/.exec(core)?.[1]
  return meant?.replace(/^(?:no|the other one),? /, '').trim() ?? null
}

/** “Do you?” after “I have a sister” is “do you have a sister?”; null where it follows no statement of the asker’s own. */
export function askedBack(text: string, { last }: Thread): string | null {
  const core = coreOf(text)
  if (!/^(?:and |but |so )?(?:(?:do|don't|are|aren't|have|did|can|would|will) you|you|what about you|how about you)(?: too| as well| also| not)?$/.test(core) || !last || last.heard === '' || isAsking(last.heard)) return null
  const told = writtenOut(coreOf(last.heard)).replace(/^(?:well|oh|so|and) /, '')
  const [, verb = '', rest = ''] = /^i (?:really |also |just )?(\w+) (.+)$/.exec(told) ?? []
  if (verb === '' || /^(?:will|shall|promise|swear)$/.test(verb)) return null
  if (verb === 'am') return `are you ${rest}?`
  if (verb === 'have' && /^(?:been|never|ever|seen)\b/.test(rest)) return `have you ${rest}?`
  if (verb === 'can' || verb === 'would' || verb === 'could') return `${verb} you ${rest}?`
  return verb.endsWith('ed') ? `have you ever ${verb} ${rest}?` : `do you ${verb === 'had' ? 'have' : verb} ${rest.replace(/\bmy\b/g, 'your')}?`
}
