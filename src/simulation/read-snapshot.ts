/** A kept world checked through and through and made live again; apart from `snapshot.ts`, because a first visit reads none. */
import type { Result } from '#core/result.ts'
import * as z from 'zod/mini'
import { endAllConversations } from './conversations/end-conversation.ts'
import { dropThought } from './conversations/request-thought.ts'
import { migrate } from './migrations.ts'
import { worldSchema } from './world-schema.ts'
import { WORLD_VERSION, type World } from './world.ts'

const headSchema = z.looseObject({ version: z.int().check(z.minimum(1)) })

/** A world from whatever was stored, or in words why it cannot be used. Talks have ended meanwhile, and no thought is awaited. */
export function fromSnapshot(stored: unknown): Result<World, string> {
  const parsed = parseSnapshot(stored)
  if (parsed.ok) leaveMoment(parsed.value)
  return parsed
}

/** A world exactly as it was stored, in the middle of its talks and thoughts. */
export function parseSnapshot(stored: unknown): Result<World, string> {
  const head = headSchema.safeParse(stored)
  if (!head.success) return { ok: false, reason: 'it is not a stored world' }
  if (head.data.version > WORLD_VERSION) return { ok: false, reason: `it was written by a newer version of Percipi (form ${head.data.version}, this one reads up to ${WORLD_VERSION})` }
  let migrated: unknown
  try {
    migrated = migrate(head.data, WORLD_VERSION)
  } catch {
    // what an older form promised is not there
    return { ok: false, reason: `it is damaged (its form ${head.data.version} is not whole)` }
  }
  const parsed = worldSchema.safeParse(migrated)
  if (!parsed.success) return { ok: false, reason: `it is damaged (${firstProblem(parsed.error)})` }
  return { ok: true, value: { ...parsed.data, events: [] } }
}

/** Nobody waits any more for words or thoughts of the time before. */
function leaveMoment(world: World): void {
  endAllConversations(world, 'called-away')
  for (const npc of world.npcs) {
    dropThought(npc)
    // to them the player has been away, and may be greeted again
    npc.playerSeenWorldSeconds = -1
    npc.greeted = npc.greeted.filter((greeting) => greeting.id !== 'player')
  }
  world.events = []
}

function firstProblem(error: z.core.$ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}` : 'unknown'
}
