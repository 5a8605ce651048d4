/** A claim: what is said to have happened, as data that can be compared, bent and put into words. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { ActorId } from '#core/ids.ts'

/** What claims are about; `said` holds words as they were spoken, where no rule reads them. */
export const CLAIM_KINDS = ['birth', 'death', 'feast', 'theft', 'quarrel', 'harvest', 'storm', 'rescue', 'passer', 'said', 'met', 'stood-up', 'amends', 'ruin', 'danger', 'burial', 'gift', 'bought', 'mending', 'shirked'] as const
/** One of `CLAIM_KINDS`. */
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** Somebody in a claim; without an id it is somebody from elsewhere. */
export type Party = { id: ActorId | null; name: string }

/** Subject, verb (the kind) and object of what happened. Empty words mean: not known. */
export type Claim = {
  kind: ClaimKind
  subject: Party | null
  target: Party | null
  object: string
  /** How many of the object; 1 where nothing is counted. */
  count: number
  place: string
  cause: string
  /** Whether it says that the subject did not do it. */
  denied: boolean
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A claim with everything that is not told left empty. */
export function createClaim(kind: ClaimKind, parts: Partial<Claim>): Claim {
  return { kind, subject: null, target: null, object: '', count: 1, place: '', cause: '', denied: false, ...parts }
}

/** The claim as a clause without a full stop, as `speakerId` says it to `hearerId`: whoever speaks is “I”, whoever listens “you”. */
export function claimWords(claim: DeepReadonly<Claim>, speakerId: ActorId | null = null, hearerId: ActorId | null = null): string {
  const call = (party: DeepReadonly<Party> | null, me: string, other: string): string => (party === null ? other : party.id !== null && party.id === speakerId ? me : party.id !== null && party.id === hearerId ? 'you' : party.name)
  const who = call(claim.subject, 'I', 'somebody')
  const whom = call(claim.target, 'me', 'somebody')
  const at = claim.place === '' ? '' : ` at ${claim.place}`
  const why = claim.cause === '' ? '' : `, ${claim.cause}`
  const things = thingsIn(claim)
  if (claim.denied) return claim.kind === 'theft' ? `it was not ${who === 'I' ? 'me' : who} who stole ${things}${claim.target ? ` from ${whom}` : ''}` : `it is not true of ${who === 'I' ? 'me' : who}`
  switch (claim.kind) {
    case 'birth': return `${who} had ${claim.cause === '' ? 'a baby' : claim.cause}${claim.object === '' ? '' : `, ${claim.object}`}`
    case 'death': return `${who} died${why}`
    case 'feast': return `${who} gave a feast${at}${why}`
    case 'theft': return `${who} stole ${things}${claim.target ? ` from ${whom}` : ''}${at}`
    case 'quarrel': return `${who} quarrelled with ${whom}${at}${why}`
    case 'harvest': return `${who} brought in ${things}${claim.place === '' ? '' : ` from ${claim.place}`}${why}`
    case 'burial': return `${who} was buried${claim.place === '' ? '' : ` in ${claim.place}`}`
    case 'gift': return `${who} brought ${whom} ${things}${claim.cause === '' ? '' : ` ${claim.cause}`}`
    case 'bought': return `${who} bought ${things} of ${whom}${why}`
    case 'storm': return `the storm ${claim.target ? claim.object.replace(/\bthe /, `${whom === 'me' ? 'my' : whom === 'you' ? 'your' : `${whom}’s`} `) : claim.object}`
    case 'mending': return claim.target ? `${who} helped ${whom} ${claim.object}` : `${who} ${claim.object}${why}`
    case 'shirked': return `${who} would not help ${whom} ${claim.object}`
    case 'rescue': return `${who} helped ${whom}${at}${claim.object === '' ? '' : ` when ${whom === 'me' ? `I ${claim.object}` : `${whom === 'you' ? 'you' : 'they'} ${claim.object.replace(/^was /, 'were ')}`}`}`
    case 'passer': return `${who} passed through${claim.object === '' ? '' : ` ${claim.object}`}${why}`
    case 'said': return claim.object
    case 'ruin': return `${claim.object} ${claim.cause === '' ? 'came to harm' : claim.cause}`
    case 'danger': return `there ${claim.count > 1 ? 'are' : 'is'} ${things}${claim.place === '' ? '' : ` ${claim.place}`}`
    case 'met': return `${bothWords(who, whom)} met${at}${why}`
    case 'stood-up': return `${who} did not come to ${claim.place}, where ${whom === 'me' ? 'I' : whom} waited`
    case 'amends': return `${bothWords(who, whom)} made up${at}`
  }
}

/** What was done or taken, with its number: “a goat”, “three hens”. */
export function thingsIn({ count, object }: DeepReadonly<Pick<Claim, 'count' | 'object'>>): string {
  return count > 1 ? `${NUMBERS[count] ?? String(count)} ${object}` : object
}

/** Two as the ones who did it; whoever speaks comes last. */
function bothWords(who: string, whom: string): string {
  return who === 'I' ? `${whom} and I` : `${who} and ${whom === 'me' ? 'I' : whom}`
}

/** Whether two claims about one matter agree on who did it and whether it was so; numbers, places and causes may differ. */
export function agrees(a: Claim, b: Claim): boolean {
  return a.denied === b.denied && a.kind === b.kind && sameParty(a.subject, b.subject)
}

/** Whether two are the same one. */
export function sameParty(a: Party | null, b: Party | null): boolean {
  return a === b || (a !== null && b !== null && a.id === b.id && (a.id !== null || a.name === b.name))
}

/** Those named in a claim. */
export function partiesOf(claim: DeepReadonly<Claim>): ActorId[] {
  return [claim.subject?.id ?? null, claim.target?.id ?? null].filter((id) => id !== null)
}
