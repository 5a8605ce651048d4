/** News in what the player says: a few sentences are read as who did what to whom, the rest is kept as words. */
import { hashString } from '#core/hash.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import type { Tidings } from './belief.ts'
import { createClaim, sameParty, type Claim, type Party } from './claim.ts'

/** How important words are that no rule reads, and those that a rule does. */
const WORDS_IMPORTANCE = 0.45
const DEED_IMPORTANCE = 0.8
const LONGEST_WORDS = 140
const FEWEST_WORDS = 4
/** Beginnings that are about the talk and not about the world. */
const TALK = /^(?:i|i'm|i've|i'll|you|your|you're|my|we|me|please|hello|hi|hey|thanks?|good|yes|no|ok|okay|let|tell|give|come|go|meet|can|could|what|who|whom|where|when|why|how|do|does|did|is|are|follow|look|show|bring|wait|stop|sorry|if|then|that|this|it|it's|that's|here|well|oh|ah|and|but|maybe|perhaps|nice|farewell|goodbye|bye|see|ignore|say|sing|help|would|will|should|never|not)\b/i
const LEAD = /^(?:(?:have you heard|did you (?:hear|know)|listen|you know|i (?:saw|heard|know|think|believe)|they say|people say|guess what)(?: that)?[,:]? )+/i
/** Something that says that something is or was. */
const STATES = /\b(?:is|are|was|were|has|have|had|will|came|went|broke|burnt|fell|saw|took|stole|lost|found|died|gave|ran|sold|bought|hid|hit|cheated|lied|killed|got|made|said|told|met|won|drowned|\p{L}{2,}ed)\b/iu
/** Kinds that are told apart by what they are about. */
const BY_OBJECT: ReadonlySet<Claim['kind']> = new Set(['theft', 'ruin', 'danger', 'passer'])
const COUNTS = ['', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** What the player's words tell a hearer as news, before trust is weighed; null when they are only talk. */
export function tidingsFromPlayer(world: World, hearer: Npc, text: string): Pick<Tidings, 'topic' | 'claim' | 'importance' | 'root' | 'happenedSeconds'> | null {
  if (text.includes('?') && !LEAD.test(text)) return null
  const words = (text.replace(/[’`]/g, "'").split(/(?<=[.!?;])\s+/)[0] ?? '').replace(LEAD, '').replace(/[.!?;\s]+$/, '').trim().slice(0, LONGEST_WORDS)
  if (words.split(/\s+/).length < 2 || TALK.test(words)) return null
  const claim = deedIn(world, hearer, words) ?? (words.split(/\s+/).length >= FEWEST_WORDS && STATES.test(words) ? createClaim('said', { object: words.charAt(0).toUpperCase() + words.slice(1) }) : null)
  if (!claim) return null
  // what is known already under another heading is the same matter
  const known = hearer.beliefs.find((belief) => belief.endedSeconds === null && belief.claim.kind === claim.kind && claim.kind !== 'said' && (sameParty(belief.claim.subject, claim.subject) || belief.claim.subject === null) && (!BY_OBJECT.has(claim.kind) || stemOf(belief.claim.object) === stemOf(claim.object)))
  const topic = known?.topic ?? `told:${claim.kind}:${claim.subject?.id ?? ''}:${claim.target?.id ?? ''}:${hashString(claim.object.toLowerCase())}`
  return { topic, claim, importance: claim.kind === 'said' ? WORDS_IMPORTANCE : DEED_IMPORTANCE, root: { happeningId: null, firstId: 'player' }, happenedSeconds: world.worldSeconds }
}

function deedIn(world: World, hearer: Npc, words: string): Claim | null {
  const people = world.npcs.filter((npc) => npc.settlementId === hearer.settlementId)
  const partyOf = (name: string | undefined): Party | null => {
    const first = name?.trim().split(/\s+/)[0]?.toLowerCase()
    const npc = people.find(({ given }) => given.toLowerCase() === first)
    return npc ? { id: npc.id, name: npc.given } : null
  }
  const stole = /^(\p{L}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)?) (?:has |have )?(?:stole|stolen|took|taken) (an?|the|his|her|their|some|two|three|four|five|six|seven|eight|nine|ten)? ?([\p{L}' -]{2,40}?)(?: (?:from|of) (\p{L}[\p{L}'-]*))?$/iu.exec(words)
  const thief = partyOf(stole?.[1])
  if (stole && (thief || /^(?:somebody|someone)$/i.test(stole[1] ?? ''))) {
    const count = Math.max(1, COUNTS.indexOf((stole[2] ?? 'a').toLowerCase()))
    const thing = (stole[3] ?? '').trim()
    return createClaim('theft', { subject: thief, target: partyOf(stole[4]), object: count > 1 || stole[2] === undefined ? thing : `${/^an?$/i.test(stole[2]) ? stole[2].toLowerCase() : 'the'} ${thing}`, count })
  }
  return quarrelIn(words, partyOf) ?? lifeIn(words, partyOf) ?? eventIn(words, partyOf)
}

type FindParty = (name: string | undefined) => Party | null

function quarrelIn(words: string, partyOf: FindParty): Claim | null {
  const quarrel = /^(\p{L}[\p{L}'-]*) (?:has )?(?:quarrell?ed|fought|argued) with (\p{L}[\p{L}'-]*)/iu.exec(words)
  const [one, other] = [partyOf(quarrel?.[1]), partyOf(quarrel?.[2])]
  return one && other ? createClaim('quarrel', { subject: one, target: other }) : null
}

/** Births, deaths and help. */
function lifeIn(words: string, partyOf: FindParty): Claim | null {
  const birth = /^(\p{L}[\p{L}'-]*)(?: \p{Lu}[\p{L}'-]*)? (?:has |just |has just )?(?:had|given birth to|gave birth to|has) (?:a|her|his|their|another) (?:new )?(?:little )?(?:child|baby|son|daughter|boy|girl)(?:(?:,| called| named)+ (\p{Lu}[\p{L}'-]*))?/iu.exec(words)
  const parent = partyOf(birth?.[1])
  if (birth && parent) return createClaim('birth', { subject: parent, object: birth[2] ?? '' })
  const death = /^(?:(?:old|young|poor) )?(\p{L}[\p{L}'-]*)(?: \p{Lu}[\p{L}'-]*)? (?:has |is |was |has been )?(?:died|dead|killed|passed away|drowned)\b ?(in (?:his|her|their) sleep|last night|at sea|in the river)?/iu.exec(words)
  const dead = partyOf(death?.[1])
  if (death && dead) return createClaim('death', { subject: dead, cause: death[2] ?? '' })
  const help = /^(\p{L}[\p{L}'-]*) (?:has )?(?:helped|saved|rescued|pulled) (\p{L}[\p{L}'-]*)(?: (?:at|by|near|out of|from) (the [\p{L} -]{3,20}))?/iu.exec(words)
  const [helper, helped] = [partyOf(help?.[1]), partyOf(help?.[2])]
  return help && helper && helped ? createClaim('rescue', { subject: helper, target: helped, place: help[3]?.trim() ?? '' }) : null
}

/** Fires and falls, beasts and bandits, feasts. */
function eventIn(words: string, partyOf: FindParty): Claim | null {
  const ruin = /^(?:(?:somebody|someone) )?(the [\p{L}'-]+(?: [\p{L}'-]+)?|\p{Lu}[\p{L}]*'s? (?:house|barn|shed|cottage|roof)) (?:has |was |is |has been )?(?:(burn(?:ed|t|ing)?(?: down)?|on fire|caught fire)|(fell|fallen|collapsed|came down|broke|broken|has broken)|(flooded|under water|washed away))\b ?(into the (?:river|sea|water)|last night)?/iu.exec(words)
  if (ruin?.[1]) {
    const how = ruin[2] ? 'burnt down' : ruin[4] ? 'was flooded' : ruin[5]?.startsWith('into') ? `fell ${ruin[5]}` : 'fell down'
    return createClaim('ruin', { object: ruin[1].replace(/^The /, 'the '), cause: how })
  }
  const beast = /^(?:there (?:is|are|was|were) )?(an?|two|three|four|five|six|some|many|the)? ?((?:hungry |mad |white |black |grey |great )?(?:wol(?:f|ves)|bears?|boars?|bandits?|robbers?|raiders?|wild dogs?|snakes?))\b(?:.*?\b((?:at|near|by|in|on|under|behind|beyond) the [\p{L}-]+(?: [\p{L}-]+)?))?/iu.exec(words)
  if (beast?.[2]) {
    const many = /(?:wolves|[^s]s)$/i.test(beast[2])
    const count = many ? Math.max(2, COUNTS.indexOf((beast[1] ?? 'two').toLowerCase())) : 1
    return createClaim('danger', { object: many ? beast[2].toLowerCase() : `a ${beast[2].toLowerCase()}`, count, place: beast[3]?.toLowerCase() ?? '' })
  }
  const feast = /^(\p{L}[\p{L}'-]*) (?:gave|is giving|gives|will give|held|holds) a feast(?: at (the [\p{L}-]+))?/iu.exec(words)
  const host = partyOf(feast?.[1])
  return feast && host ? createClaim('feast', { subject: host, place: feast[2] ?? '' }) : null
}

function stemOf(object: string): string {
  return (object.toLowerCase().replace(/^(?:an?|the|his|her|their) /, '').split(' ').at(-1) ?? '').replace(/s$/, '')
}
