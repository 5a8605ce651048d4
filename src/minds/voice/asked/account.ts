/** What the partner has told of somebody or something of theirs in this talk, kept as one account: asked about, it is answered from. */
import { termsOf } from '../../memory/tokens.ts'
import { answer, type Answer } from '../answer.ts'
import { turned } from '../frames/clause.ts'
import { isOf } from '../frames/words.ts'
import { SOCIAL } from '../lines-social.ts'
import type { Scene } from '../scene.ts'
import { sentencesOf } from '../speak.ts'
import { ACCOUNT } from './lines-account.ts'
import { coreOf, isAsking, tidied, writtenOut } from './plain.ts'

/** Whom or what one may have, and tell of. */
const OWNED = /\b(?:my|our|an?|this|some) ((?:(?!(?:brother|sister|mother|father|son|daughter|wife|husband)\b)\w+ )?(?:brother|sister|mother|father|mum|mom|dad|son|daughter|wife|husband|child|baby|uncle|aunt|cousin|nephew|niece|grand\w+|friend|master|boss|neighbou?r|dog|hound|puppy|cat|kitten|horse|pony|donkey|mule|cow|goat|sheep|hen|bird|parrot|fish|pig|house|farm|ship|boat|cart|ring|sword|knife|bag|purse|hat|cloak|book|map|key|necklace|lute|fiddle|village|home|town|country|garden|shop|trade|job|dream|plan|story|secret|man|woman|girl|boy|stranger|lady))\b/i
const PRONOUN_FIRST = /^(?:(?:and|but|so|then|well|oh)[, ]+)*(?:he|she|it|they|his|her|its|their)\b/i
/** How alike in words a sentence must be to what is asked. */
const SHARE = 0.5

/** Whom or what a remark tells of; null where it names none, or asks. */
export function ownedIn(text: string): string | null {
  const told = sentencesOf(text).filter((part) => !isAsking(part))
  return told.map((part) => (/\b(?:my|our)\b|\bi(?:'ve| have| had| got| lost| own| bought| am looking for)\b/i.test(part) ? OWNED.exec(part)?.[1] : undefined)).findLast((found) => found !== undefined)?.toLowerCase() ?? null
}

/** Whether a question is about something of the asker’s own. */
export function isOfTheirs(text: string): boolean {
  return isAsking(text) && /\bmy\b/.test(coreOf(text)) && OWNED.test(coreOf(text))
}

/** All that the partner said of it in this talk, a sentence each, oldest first. */
function accountOf({ partnerTurns, heard }: Scene, noun: string): string[] {
  const head = noun.split(' ').at(-1) ?? noun
  const said: string[] = []
  let isMeant = false
  for (const part of [...partnerTurns, heard].flatMap((turn) => sentencesOf(tidied(turn)))) {
    if (isAsking(part)) continue
    const names = new RegExp(`\\b${head}s?\\b`, 'i').test(part)
    isMeant = names || (isMeant && PRONOUN_FIRST.test(part))
    if (isMeant) said.push(part)
  }
  return said
}

/** An answer from the account; null where nothing of the partner’s is asked about. */
export function answerAccount(scene: Scene): Answer | null {
  const core = coreOf(scene.heard)
  const noun = isAsking(scene.heard) ? OWNED.exec(core.replace(/\b(?:an?|this|some) /g, ''))?.[1] : undefined
  if (noun === undefined && /\b(?:do|did|am|have|was|will) i\b(?! (?:get|find|buy|go|reach|eat|sleep|pay|do|look|know|need|start|begin|owe)\b)/.test(core) && isAsking(scene.heard)) return answerTold(scene, core)
  if (noun === undefined || !/\bmy\b/.test(core) || /^(?:can|could|will|would|shall|should|may|do you (?:want|like|need|have|know a|know (?:who|where|why|when|how))|are you)\b/.test(core)) return null
  const said = accountOf(scene, noun)
  if (said.length === 0) return null
  if ((/\b(?:seen|see|met|meet|found|noticed|heard of)\b/.test(core) && /\byou\b/.test(core)) || /\b(?:come|came|been|passed|walked|gone|go) (?:through |by |past |along )?(?:here|this way|through|by|past)\b/.test(core)) return answer(scene, { key: 'on-sorry-for', slots: { object: noun, name: scene.partnerName ?? 'this one' } }, [SOCIAL['not-seen'], { object: noun }])
  const found = asked(core, said)
  const inner = { key: 'on-topic' } as const
  return found === null ? answer(scene, inner, [ACCOUNT['not-told']]) : answer(scene, inner, [ACCOUNT.told, { item: found }], [{ any: ['{Item}; you said so.', 'You said it: {item}.'] }, { item: found }])
}

/** A question about what the partner does or is, from what they said of it; null where they said nothing of the kind. */
function answerTold({ partnerTurns, ...scene }: Scene, core: string): Answer | null {
  const terms = new Set(termsOf(core))
  if (terms.size === 0) return null
  const told = partnerTurns.flatMap((turn) => sentencesOf(tidied(turn))).filter((part) => !isAsking(part) && /\b(?:i|my|i'm|i've)\b/i.test(part))
  const best = told.map((part) => ({ part, share: termsOf(part).filter((term) => terms.has(term)).length / terms.size })).sort((a, b) => b.share - a.share)[0]
  return best && best.share > SHARE ? answer({ ...scene, partnerTurns }, { key: 'on-topic' }, [ACCOUNT.told, { item: turned(writtenOut(best.part).replace(/[.!]+$/, '')) }]) : null
}

/** What of an account answers a question; null where nothing does. */
function asked(core: string, said: readonly string[]): string | null {
  const name = said.map((part) => /\b(?:named|called|name is|name was|names? (?:him|her|it)|call (?:him|her|it)) (\p{Lu}[\p{L}'-]+)/u.exec(part)?.[1]).find((found) => found !== undefined)
  if (/\b(?:name|called)\b/.test(core)) return name ?? null
  const back = (part: string): string => turned(part.replace(/[.!]+$/, '').replace(/^(?:and|but|so|well|oh),? /i, '')).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
  const fit = /\bhow old\b|\bage\b/.test(core) ? said.find((part) => /\b(?:years?|old|young|\d+)\b/i.test(part)) : /\bwhere\b/.test(core) ? said.findLast((part) => /\b(?:in|at|on|near|by|from|to) (?:the |a )?\w+/i.test(part)) : /\bwhen\b/.test(core) ? said.find((part) => /\b(?:yesterday|today|last|ago|morning|night|week|year|winter|summer)\b/i.test(part)) : /\blook\w* like\b|\bdescribe\b/.test(core) ? said.findLast((part) => /\b(?:has|had|is|was|with|wears?)\b/i.test(part)) : /\bwhat happened\b/.test(core) ? said.find((part) => part.toLowerCase().split(/[^\p{L}]+/u).some((word) => isOf(word, 'woe'))) : undefined
  if (fit) return back(fit)
  if (/\bhow old\b|\bwhere\b|\bwhen\b|\blook\w* like\b/.test(core)) return null
  const terms = new Set(termsOf(core))
  const scored = said.map((part) => ({ part, share: termsOf(part).filter((term) => terms.has(term)).length / Math.max(1, terms.size) })).sort((a, b) => b.share - a.share)[0]
  return scored && scored.share >= SHARE ? back(scored.part) : null
}
