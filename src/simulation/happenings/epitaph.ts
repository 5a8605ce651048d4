/** What stands on a grave: who lies there, how old they were, and a few words. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { hashString } from '#core/hash.ts'
import { dayOf, SEASON_DAYS, SEASONS } from '../clock.ts'
import type { Death } from './happening.ts'

/** Words of the culture-less kind that any village carves. */
const WORDS = ['Sleep well', 'The road was long', 'Home at last', 'Missed by many', 'Gone before us', 'The lamp still burns', 'At rest', 'We go on for you', 'Light be the earth', 'Kind to all', 'The door stays open', 'Until we meet'] as const

/** Three lines: the name, “lived 71 years” (empty where it is not known), and a few words. */
export function epitaphOf({ npcId, given, family, age }: DeepReadonly<Death>): [name: string, years: string, words: string] {
  return [`${given} ${family}`.trim(), age === null ? '' : `lived ${age} years`, WORDS[hashString(npcId) % WORDS.length]!]
}

/** The day somebody died, as one tells it: “on the 5th day of summer in the first year”. */
export function deathDayWords(worldSeconds: number): string {
  const day = dayOf(worldSeconds)
  const inSeason = ((day % SEASON_DAYS) + SEASON_DAYS) % SEASON_DAYS
  const season = SEASONS[((Math.floor(day / SEASON_DAYS) % SEASONS.length) + SEASONS.length) % SEASONS.length]!
  const ordinal = inSeason + 1
  return `on the ${ordinal}${['th', 'st', 'nd', 'rd'][ordinal > 3 && ordinal < 21 ? 0 : ordinal % 10] ?? 'th'} day of ${season}`
}
