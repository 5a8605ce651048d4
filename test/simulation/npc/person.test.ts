/** What the player can do to a whole person: freeze them, give them a mind from a file, let them say something differently. */
import { describe, expect, it } from 'vitest'
import { advanceWorld } from '#simulation/advance.ts'
import { commandSchema } from '#simulation/command-schema.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { readMindParts, toMindParts } from '#simulation/npc/mind-parts.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, meetSomebody, outcomeOf, runTicks } from '#test/support/create-test-world.ts'

function inTalk(): { world: World; env: ReturnType<typeof createTestWorld>['env']; npc: Npc } {
  const { world, env } = createTestWorld(10 * 3600)
  const npc = meetSomebody(world, env)
  runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])
  runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: npc.thoughtId!, npcId: npc.id, outcome: outcomeOf({ reply: 'Good day.' }) }])
  return { world, env, npc }
}

describe('a frozen person', () => {
  it('[SIM-129] stands still, thinks and hears nothing, near and far, until released; a world keeps it', () => {
    const { world, env, npc } = inTalk()
    runTicks(world, env, 1, [{ type: 'person-freeze', npcId: npc.id, frozen: true }])
    expect(npc.conversationId).toBeNull()
    const { x, z } = npc.body
    const before = structuredClone({ needs: npc.needs, beliefs: npc.beliefs, mood: npc.mood })
    const events = runTicks(world, env, 400, [{ type: 'conversation-say', npcId: npc.id, text: 'You are an idiot' }])
    for (const _ of advanceWorld(world, env, 86_400)) void _
    events.push(...runTicks(world, env, 100))
    expect([npc.body.x, npc.body.z]).toEqual([x, z])
    expect({ needs: npc.needs, beliefs: npc.beliefs, mood: npc.mood }).toEqual(before)
    expect(events.filter((event) => 'npcId' in event && event.npcId === npc.id && event.type === 'thought-request')).toEqual([])
    expect(world.conversations).toEqual([])
    const kept = fromSnapshot(structuredClone(toSnapshot(world)))
    expect(kept.ok && kept.value.npcs.find(({ id }) => id === npc.id)?.frozen).toBe(true)
    runTicks(world, env, 1, [{ type: 'person-freeze', npcId: npc.id, frozen: false }])
    for (const _ of advanceWorld(world, env, 3 * 3600)) void _
    expect(npc.needs).not.toEqual(before.needs)
    // worlds from before anybody could be frozen
    const old = structuredClone(toSnapshot(world))
    for (const other of old.npcs) delete (other as Partial<Npc>).frozen
    const read = fromSnapshot(old)
    expect(read.ok && read.value.npcs.every(({ frozen }) => !frozen)).toBe(true)
  })
})

describe('a line taken back', () => {
  it('[SIM-130] leaves the talk with the meeting it agreed to, and other words are asked for', () => {
    const { world, env, npc } = inTalk()
    runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'Meet me at the square at noon' }])
    runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: npc.thoughtId!, npcId: npc.id, outcome: outcomeOf({ reply: 'I will come.', agrees: { place: 'square', atSeconds: 12 * 3600 } }) }])
    expect(world.appointments.length).toBe(1)
    const events = runTicks(world, env, 1, [{ type: 'conversation-retake' }])
    expect(events).toContainEqual(expect.objectContaining({ type: 'speech-unsaid', speakerId: npc.id, text: 'I will come.' }))
    expect(world.conversations[0]?.turns.map(({ text }) => text)).toEqual(['Good day.', 'Meet me at the square at noon'])
    expect(world.conversations[0]?.unsaid).toEqual(['I will come.'])
    expect(world.appointments).toEqual([])
    expect(npc.thoughtKind).toBe('converse')
    // while words are awaited, and after the player's own, there is nothing to take back
    const turns = structuredClone(world.conversations[0]!.turns)
    runTicks(world, env, 1, [{ type: 'conversation-retake' }])
    expect(world.conversations[0]!.turns).toEqual(turns)
    runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: npc.thoughtId!, npcId: npc.id, outcome: outcomeOf({ reply: 'No, I cannot.' }) }])
    expect(world.conversations[0]?.turns.at(-1)?.text).toBe('No, I cannot.')
    runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'A pity.' }])
    expect(world.conversations[0]?.unsaid).toEqual([])
  })
})

describe('a mind from a file', () => {
  it('[SIM-131] is put into its person; what it believed since is gone and no number comes twice', () => {
    const { world, env, npc } = inTalk()
    const file = JSON.parse(JSON.stringify(toMindParts(npc))) as unknown
    runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'The old bridge fell into the river' }])
    expect(npc.beliefs.length).toBeGreaterThan(0)
    const { nextBeliefId } = npc
    const read = readMindParts(file)
    if (!read.ok) throw new Error(read.reason)
    const command = { type: 'mind-put' as const, npcId: npc.id, mind: read.value }
    expect(commandSchema.safeParse(JSON.parse(JSON.stringify(command))).success).toBe(true)
    runTicks(world, env, 1, [command])
    expect(npc.beliefs).toEqual([])
    expect(npc.nextBeliefId).toBe(nextBeliefId)
    expect(fromSnapshot(structuredClone(toSnapshot(world))).ok).toBe(true)
  })

  it('[SIM-131] that is damaged is refused in words', () => {
    const { npc } = inTalk()
    const mind = toMindParts(npc)
    for (const broken of [null, 7, {}, { ...mind, mood: { pleasure: 9, arousal: 0, dominance: 0 } }, { ...mind, beliefs: [{ id: 'x' }] }, { ...mind, lenses: [1] }, { ...mind, relations: [{ otherId: 'rm -rf' }] }]) {
      const read = readMindParts(broken)
      expect(read.ok).toBe(false)
      if (!read.ok) expect(read.reason).toMatch(/^it is damaged \(.+\)$/)
    }
  })
})
