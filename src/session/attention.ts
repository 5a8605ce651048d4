/** How the player attends to somebody: how far, how many are nearer, in view, looked into. */
import { wrapAngle } from '#core/scalar.ts'
import type { NpcId } from '#core/ids.ts'
import type { Attention } from '#minds/scheduler/attention.ts'
import type { Game } from './game.ts'

/** The player's attention to a person, or to the talk it has with another; undefined when there is no such person. */
export function attentionTo({ run, look, camera, hud }: Game, npcId: NpcId): Attention | undefined {
  const { npcs, player, conversations } = run.world
  const metersTo = ({ body }: (typeof npcs)[number]): number => Math.hypot(body.x - player.body.x, body.z - player.body.z)
  const npc = npcs.find(({ id }) => id === npcId)
  if (!npc) return undefined
  const meters = metersTo(npc)
  const talk = conversations.find(({ id }) => id === npc.conversationId)
  const isAmongPeople = talk !== undefined && talk.participants[0] !== 'player'
  // in talk with another person, it is pairs that are counted
  const near = npcs.filter((other) => metersTo(other) < meters)
  const rank = isAmongPeople ? new Set(near.map((other) => other.conversationId).filter((id) => id !== null && id !== talk.id && id !== player.conversationId)).size : near.length
  const bearing = Math.abs(wrapAngle(Math.atan2(player.body.x - npc.body.x, player.body.z - npc.body.z) - look.yaw))
  const halfView = Math.atan(Math.tan((camera.fieldOfView * Math.PI) / 360) * camera.aspect)
  const { panel, inspectedId } = hud.getState()
  return { meters, rank, inView: !npc.indoors && bearing < halfView, inspected: panel === 'person' && inspectedId === npcId }
}
