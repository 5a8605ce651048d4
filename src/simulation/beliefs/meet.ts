/** Meetings as statistics: people in one house or side by side exchange a word now and then, also where nobody listens. */
import { nextFloat } from '#core/rng.ts'
import type { Npc } from '../npc/npc.ts'
import { isAwake } from '../npc/perceive.ts'
import { changeRelation } from '../relations/change-relation.ts'
import { leaning } from '../skills/skill.ts'
import type { World } from '../world.ts'
import type { WorldEnv } from '../env.ts'
import { arrange } from '../appointments/propose.ts'
import { exchangeNews } from './tell.ts'

/** Ticks between two meetings of one person: a world hour. */
const MEETING_TICKS = 2400
/** How near others must be outdoors, metres. */
const BESIDE_METERS = 6
/** Nearer to the player than this, metres, what is said outdoors is said in words. */
const WORDS_METERS = 60
/** How often two who are together get to talk of news. */
const TALK_CHANCE = 0.55

/** Lets the meetings of the last `ticks` happen: each person has one chance in a world hour, at an own tick of it. */
export function updateMeetings(world: World, env: WorldEnv, ticks: number): void {
  for (let i = 0; i < world.npcs.length; i++) {
    if ((world.tick + i * 7) % MEETING_TICKS >= ticks) continue
    const npc = world.npcs[i]!
    if (!isAwake(npc) || npc.conversationId !== null) continue
    const other = findBeside(world, npc)
    if (other && nextFloat(npc.rng) < TALK_CHANCE * leaning(npc.temperament.extraversion, 0.3)) meet(world, env, npc, other)
  }
}

/** Two people meet: a word, at most one item of news, and at times they agree to meet again. */
export function meet(world: World, env: WorldEnv, npc: Npc, other: Npc): void {
  changeRelation(npc, other.id, { warmth: 0.004, familiarity: 0.01, reason: null })
  changeRelation(other, npc.id, { warmth: 0.004, familiarity: 0.01, reason: null })
  exchangeNews(world, npc, other)
  arrange(world, env, npc, other)
}

/** One of those beside a person, by their dice; null when nobody is, or when the player could listen. */
function findBeside(world: World, npc: Npc): Npc | null {
  const { body } = world.player
  if (!npc.indoors && (npc.body.x - body.x) ** 2 + (npc.body.z - body.z) ** 2 < WORDS_METERS * WORDS_METERS) return null
  let found: Npc | null = null
  let count = 0
  for (const other of world.npcs) {
    if (other === npc || other.settlementId !== npc.settlementId || other.conversationId !== null || other.indoors !== npc.indoors || !isAwake(other)) continue
    const together = npc.indoors ? other.insideId === npc.insideId : (other.body.x - npc.body.x) ** 2 + (other.body.z - npc.body.z) ** 2 < BESIDE_METERS * BESIDE_METERS
    // each of those beside is as likely, without a list of them
    if (together && nextFloat(npc.rng) * ++count < 1) found = other
  }
  return found
}
