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
const COUNTS = ['', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** What the player's words tell a hearer as news, before trust is weighed; null when they are only talk. */
export function tidingsFromPlayer(world: World, hearer: Npc, text: string): Pick<Tidings, 'topic' | 'claim' | 'importance' | 'root' | 'happenedSeconds'> | null {
  if (text.includes('?') && !LEAD.test(text)) return null
  const words = (text.replace(/[’`]/g, "'").split(/(?<=[.!?;])\s+/)[0] ?? '').replace(LEAD, '').replace(/[.!?;\s]+$/, '').trim().slice(0, LONGEST_WORDS)
  if (words.split(/\s+/).length < 2 || TALK.test(words)) return null
  const claim = deedIn(world, hearer, words) ?? (words.split(/\s+/).length >= FEWEST_WORDS && STATES.test(words) ? createClaim('said', { object: words.charAt(0).toUpperCase() + words.slice(1) }) : null)
  if (!claim) return null
  // what is known already under another heading is the same matter
  const known = hearer.beliefs.find((belief) => belief.endedSeconds === null && belief.claim.kind === claim.kind && claim.kind !== 'said' && (sameParty(belief.claim.subject, claim.subject) || belief.claim.subject === null) && (claim.kind !== 'theft' || stemOf(belief.claim.object) === stemOf(claim.object)))
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
    return createClaim('theft', { subject: thief, target: partyOf(stole[4]), object: count > 1 ? thing : `${/^an?$/i.test(stole[2] ?? '') ? stole[2]!.toLowerCase() : 'the'} ${thing}`, count })
  }
  const quarrel = /^(\p{L}[\p{L}'-]*) (?:has )?(?:quarrell?ed|fought|argued) with (\p{L}[\p{L}'-]*)/iu.exec(words)
  const [one, other] = [partyOf(quarrel?.[1]), partyOf(quarrel?.[2])]
  return one && other ? createClaim('quarrel', { subject: one, target: other }) : null
}

function stemOf(object: string): string {
  return (object.toLowerCase().replace(/^(?:an?|the|his|her|their) /, '').split(' ').at(-1) ?? '').replace(/s$/, '')
}
