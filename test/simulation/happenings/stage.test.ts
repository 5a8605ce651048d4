/** What happens near the player is played out: people come together, say and do it, and then it has happened. */
import { describe, expect, it } from 'vitest'
import { createRng } from '#core/rng.ts'
import { advanceWorld } from '#simulation/advance.ts'
import type { ClaimKind } from '#simulation/beliefs/claim.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { createCircle, drawOfKind, type HappeningDraft } from '#simulation/happenings/draw-happening.ts'
import { stage } from '#simulation/happenings/stage.ts'
import { updateFidelity } from '#simulation/npc/fidelity.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { momentOf } from '#simulation/npc/update-npcs.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { findVillage, type Village } from '#simulation/village.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

type Drawn = { world: World; env: ReturnType<typeof createTestWorld>['env']; village: Village; draft: HappeningDraft }

/** Something that is about to happen at noon in the village where the player stands, with everybody near. */
function drawn(kind: ClaimKind): Drawn {
  const { world, env } = createTestWorld(12 * 3600)
  const people = world.npcs.filter(({ settlementId, age }) => settlementId === 'settlement:0,0' && age >= 16)
  const village = findVillage(env.land, 'settlement:0,0', people[0]!.body)!
  runTicks(world, env, 2, [{ type: 'player-place', x: village.plan.x + 14, z: village.plan.z + 8 }])
  for (const npc of people) {
    const moment = momentOf(world, env, npc)
    if (moment) updateFidelity(moment)
  }
  for (let seed = 1; seed < 300; seed++) {
    const draft = drawOfKind(kind, createCircle(world, { rng: createRng(seed), people, plan: village.plan, worldSeconds: world.worldSeconds }))
    const place = draft?.claim.place
    if (draft && draft.doer?.homeId !== draft.sufferer?.homeId && (kind === 'theft' || place === 'the square' || place === 'the well' || place === 'the inn')) return { world, env, village, draft }
  }
  throw new Error(`stage: no ${kind}`)
}

/** Plays it to its end; what was said and shown by those in it. */
function playOut({ world, env, village, draft }: Drawn): { lines: string[]; gestures: Set<string>; events: WorldEvent[]; near: boolean } {
  if (!stage(world, village, draft, { word: 77, seconds: world.worldSeconds })) throw new Error('stage: nobody could play it')
  const events: WorldEvent[] = []
  const gestures = new Set<string>()
  let near = false
  const [scene] = world.chronicle.scenes
  for (let t = 0; t < 6000 && world.chronicle.scenes.length > 0; t++) {
    expect(events.some(({ type }) => type === 'happening')).toBe(false)
    events.push(...runTicks(world, env, 1))
    const cast = [draft.doer, draft.sufferer].filter((npc): npc is Npc => npc !== null)
    for (const npc of cast) if (npc.gesture) gestures.add(npc.gesture.kind)
    if (scene!.beat > 2 || draft.claim.kind === 'theft' || draft.claim.kind === 'feast') near ||= cast.slice(0, draft.claim.kind === 'theft' || draft.claim.kind === 'feast' ? 1 : 2).every(({ body }) => Math.hypot(body.x - scene!.x, body.z - scene!.z) < 4.5)
  }
  const ids = [draft.doer?.id, draft.sufferer?.id]
  return { lines: events.flatMap((event) => (event.type === 'speech-said' && ids.includes(event.speakerId as Npc['id']) && event.conversationId === null ? [event.text] : [])), gestures, events, near }
}

describe('near the player', () => {
  it('[SIM-128] a quarrel is fought out face to face with words and fists shaken, and has happened then', () => {
    const { lines, gestures, events, near } = playOut(drawn('quarrel'))
    expect(near).toBe(true)
    expect(lines.length).toBe(4)
    expect([...gestures]).toEqual(expect.arrayContaining(['shake', 'shrug']))
    expect(events.filter(({ type }) => type === 'happening').length).toBe(1)
  })

  it('[SIM-128] who is in danger falls and cries, is run to and helped up', () => {
    const { lines, gestures, events, near } = playOut(drawn('rescue'))
    expect(near).toBe(true)
    expect(lines[0]).toMatch(/Help/)
    expect(lines.length).toBeGreaterThanOrEqual(3)
    expect([...gestures]).toEqual(expect.arrayContaining(['fall', 'reach', 'bow']))
    expect(events.filter(({ type }) => type === 'happening').length).toBe(1)
  })

  it('[SIM-128] a thief goes to the door of who is robbed, says nothing, and takes it', () => {
    const { gestures, events, near } = playOut(drawn('theft'))
    expect(near).toBe(true)
    expect(gestures.has('reach')).toBe(true)
    expect(events.filter(({ type }) => type === 'happening').length).toBe(1)
  })

  it('[SIM-128] a feast is called out, people gather there, and cups are lifted', () => {
    const scene = drawn('feast')
    const { world, env } = scene
    const played = playOut(scene)
    expect(played.lines[0]).toMatch(/[!]$/)
    const [feast] = world.chronicle.gatherings
    const events = runTicks(world, env, 3000)
    const guests = world.npcs.filter((npc) => !npc.indoors && npc.skill?.skillId === 'gather' && Math.hypot(npc.body.x - feast!.x, npc.body.z - feast!.z) < 9)
    expect(guests.length).toBeGreaterThan(2)
    expect(events.some((event) => event.type === 'speech-said' && event.conversationId === null && guests.some(({ id }) => id === event.speakerId))).toBe(true)
  }, 20_000)

  it('[SIM-192] guests stand on all sides of a place before the inn, each with room', () => {
    const scene = drawn('feast')
    const { world, env, village } = scene
    playOut(scene)
    const [feast] = world.chronicle.gatherings
    const inn = village.plan.buildings.find(({ kind }) => kind === 'inn')!
    runTicks(world, env, 2400)
    const guests = world.npcs.filter((npc) => !npc.indoors && npc.skill?.skillId === 'gather' && npc.skill.phase === 'do')
    const ahead = guests.map(({ body }) => (body.x - feast!.x) * Math.sin(inn.yaw) + (body.z - feast!.z) * Math.cos(inn.yaw))
    expect(Math.min(...ahead)).toBeLessThan(-1)
    expect(Math.max(...ahead)).toBeGreaterThan(1)
    for (const { body } of guests) {
      expect(Math.hypot(body.x - feast!.x, body.z - feast!.z)).toBeLessThan(6)
      for (const other of guests) if (other.body !== body) expect(Math.hypot(body.x - other.body.x, body.z - other.body.z)).toBeGreaterThan(0.4)
    }
  }, 20_000)

  it('[SIM-128] what nobody can see, and what is run ahead of, simply happens; in the middle of it a world can be kept', () => {
    const far = drawn('quarrel')
    runTicks(far.world, far.env, 1, [{ type: 'player-place', x: 400, z: 400 }])
    expect(stage(far.world, far.village, far.draft, { word: 1, seconds: 0 })).toBe(false)
    const { world, env, village, draft } = drawn('quarrel')
    expect(stage(world, village, draft, { word: 1, seconds: world.worldSeconds })).toBe(true)
    runTicks(world, env, 100)
    const kept = fromSnapshot(structuredClone(toSnapshot(world)))
    expect(kept.ok && kept.value.chronicle.scenes).toEqual(world.chronicle.scenes)
    const seen: WorldEvent[] = []
    for (const events of advanceWorld(world, env, 600)) seen.push(...events)
    expect(world.chronicle.scenes).toEqual([])
    expect(world.chronicle.happenings.some(({ claim }) => claim.kind === 'quarrel')).toBe(true)
  })
})
