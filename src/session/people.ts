/** People as the interface names and finds them. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { wrapAngle } from '#core/scalar.ts'
import type { NpcId } from '#core/ids.ts'
import type { Mood, Npc } from '#simulation/npc/npc.ts'
import type { Game, GameRun } from './game.ts'
import type { PersonGlance } from './session.ts'

/** How near a person must be to be spoken to, and how far off the gaze, metres and radians. */
const TALK_METERS = 4.5
const TALK_ANGLE = 1.1
/** How near a door one knocks at it, metres, and how much later than others those behind it are thought of. */
const KNOCK_METERS = 2.6
const BEHIND_DOOR = 100
const GLANCE_METERS = 300
/** How far from home people are looked for, metres. */
const HOME_REACH_METERS = 2000

/** Given and family name. */
export function nameOf(npc: DeepReadonly<Npc>): string {
  return `${npc.given} ${npc.family}`
}

/** What someone is in the village, in a word. */
export function roleOf(npc: DeepReadonly<Npc>): string {
  return npc.trade
}

/** A mood in a word (octants of pleasure, arousal, dominance; Mehrabian 1996). */
export function moodWord(mood: DeepReadonly<Mood>): string {
  const { pleasure, arousal, dominance } = mood
  if (Math.abs(pleasure) < 0.12 && Math.abs(arousal) < 0.25) return 'calm'
  if (pleasure >= 0) return arousal >= 0 ? (dominance >= 0 ? 'cheerful' : 'eager') : dominance >= 0 ? 'content' : 'gentle'
  return arousal >= 0 ? (dominance >= 0 ? 'angry' : 'anxious') : dominance >= 0 ? 'sullen' : 'low'
}

/** The name of the settlement a person belongs to. */
export function settlementNameOf(run: GameRun, npc: DeepReadonly<Npc>): string {
  const known = run.settlementNames.get(npc.settlementId)
  if (known !== undefined) return known
  for (const { id, name } of run.land.findSettlements(npc.body.x, npc.body.z, HOME_REACH_METERS)) run.settlementNames.set(id, name)
  return run.settlementNames.get(npc.settlementId) ?? ''
}

/** People within a walk of the player, nearest first. */
export function findPeopleNear(game: Game): PersonGlance[] {
  const { run, look } = game
  const { body } = run.world.player
  const glances: PersonGlance[] = []
  for (const npc of run.world.npcs) {
    const dx = npc.body.x - body.x
    const dz = npc.body.z - body.z
    const meters = Math.sqrt(dx * dx + dz * dz)
    if (meters > GLANCE_METERS) continue
    const bearing = wrapAngle(Math.atan2(-dx, -dz) - look.yaw)
    glances.push({ id: npc.id, name: nameOf(npc), role: roleOf(npc), settlement: settlementNameOf(run, npc), activity: npc.activity, meters, bearing, indoors: npc.indoors })
  }
  return glances.sort((a, b) => a.meters - b.meters)
}

/** The person that one key would speak to now. */
export function findTalkable(game: Game): PersonGlance | null {
  let best: PersonGlance | null = null
  let bestScore = Infinity
  for (const glance of findPeopleNear(game)) {
    if (glance.meters > TALK_METERS) break
    if (Math.abs(glance.bearing) > TALK_ANGLE || (glance.indoors && glance.meters > KNOCK_METERS)) continue
    // whoever stands before one comes before whoever is behind a door
    const score = glance.meters * (1 + Math.abs(glance.bearing)) + (glance.indoors ? BEHIND_DOOR : 0)
    if (score < bestScore) {
      best = glance.indoors ? { ...glance, activity: 'behind this door: knock' } : glance
      bestScore = score
    }
  }
  return best
}

/** The person one is in talk with, while they stand near. */
export function findTalkPartner(game: Game): PersonGlance | null {
  const { npcId, ended } = game.talk.getState()
  if (npcId === null || ended !== null) return null
  return findPeopleNear(game).find((person) => person.id === npcId && !person.indoors && person.meters < TALK_METERS * 2) ?? null
}

/** Turns the eye towards a person. */
export function lookAtPerson(game: Game, npcId: NpcId): void {
  const glance = findPeopleNear(game).find((person) => person.id === npcId)
  if (!glance) return
  game.look.yaw = wrapAngle(game.look.yaw + glance.bearing)
  game.look.pitch = -0.05
}
