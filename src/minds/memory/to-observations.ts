/** From events of a tick to observations: names and place put into words while the world still knows them. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { ActorId } from '#core/ids.ts'
import type { WorldEvent } from '#simulation/events.ts'
import type { World } from '#simulation/world.ts'
import type { Land } from '#worldgen/land.ts'
import type { Observation } from '../minds-protocol.ts'
import { STRANGER } from '../private-view.ts'

/** Events that nobody remembers, however they are told. */
const FORGOTTEN: ReadonlySet<WorldEvent['type']> = new Set(['thought-request', 'day-start', 'settlement-populate', 'player-place'])

/** What happened in the world's last tick, as those who noticed it can remember it. Empty for most ticks. */
export function toObservations(world: DeepReadonly<World>, land: Land, events: readonly DeepReadonly<WorldEvent>[] = world.events): Observation[] {
  const observations: Observation[] = []
  for (const happened of events) {
    const event = happened as WorldEvent
    if (FORGOTTEN.has(event.type)) continue
    if ('witnessIds' in event && event.witnessIds.length === 0 && !('npcId' in event)) continue
    const actors = actorsOf(event)
    const names: { [actorId: string]: string } = {}
    for (const id of actors) {
      const npc = world.npcs.find((other) => other.id === id)
      names[id] = id === 'player' ? STRANGER : npc ? `${npc.given} ${npc.family}`.trim() : (nameOfDead(world, id) ?? 'somebody')
    }
    const first = actors.find((id) => id !== 'player') ?? null
    const body = (first ? world.npcs.find(({ id }) => id === first)?.body : null) ?? world.player.body
    const near = land.findSettlements(body.x, body.z, 400)[0]
    const kind = near?.buildings.filter(({ kind }) => kind !== 'cottage').find((building) => Math.hypot(building.x - body.x, building.z - body.z) < 16)?.kind
    const name = near ? (kind ? `the ${kind} of ${near.name}` : Math.hypot(near.x - body.x, near.z - body.z) < 16 ? `the square of ${near.name}` : near.name) : land.describe(body.x, body.z).region
    observations.push({ event: structuredClone(event), worldSeconds: event.type === 'happening' ? event.happening.worldSeconds : world.worldSeconds, place: { x: Math.round(body.x), z: Math.round(body.z), name }, names })
  }
  return observations
}

function nameOfDead(world: DeepReadonly<World>, id: ActorId): string | undefined {
  const death = world.chronicle.deaths.find(({ npcId }) => npcId === id)
  return death && `${death.given} ${death.family}`.trim()
}

function actorsOf(event: WorldEvent): ActorId[] {
  switch (event.type) {
    case 'speech-said': return [event.speakerId, event.toId, event.news?.fromId ?? null].filter((id) => id !== null)
    case 'happening': return [event.happening.sufferId, event.happening.doerId, ...event.witnessIds.slice(0, 1)].filter((id) => id !== null)
    case 'appointment-end': return [event.appointment.npcId, event.appointment.withId]
    case 'conversation-start': return [event.npcId, event.openerId]
    case 'conversation-end': return [event.participants[1], event.participants[0]]
    case 'actor-seen': return [event.npcId, event.otherId]
    case 'skill-start':
    case 'skill-end':
    case 'thought-had': return [event.npcId]
    case 'goods-pass': return [event.npcId, 'player' as const, event.deal.otherId].filter((id) => id !== null)
    case 'neighbours-deal': return [event.buyerId, event.sellerId]
    case 'player-use':
    case 'player-drink': return ['player']
    default: return 'witnessIds' in event ? event.witnessIds.slice(0, 1) : []
  }
}
