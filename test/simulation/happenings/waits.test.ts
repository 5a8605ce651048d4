/** What is due before the player's eyes waits for those it concerns. */
import { expect, it } from 'vitest'
import { hashCell, hashString } from '#core/hash.ts'
import { createRng } from '#core/rng.ts'
import { createCircle, drawHappening, drawOfKind } from '#simulation/happenings/draw-happening.ts'
import { draftReaping, reapingsOf } from '#simulation/happenings/reap.ts'
import { stage } from '#simulation/happenings/stage.ts'
import { dueSeconds, HAPPENING_LAYER, updateHappenings } from '#simulation/happenings/update-happenings.ts'
import { isLaden } from '#simulation/npc/laden.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { findVillage } from '#simulation/village.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

const ID = 'settlement:0,0'

/** The village at noon with the player on its square, everybody awake and at hand. */
function village(): ReturnType<typeof createTestWorld> & { plan: NonNullable<ReturnType<typeof findVillage>>['plan'] } {
  const { world, env } = createTestWorld(12 * 3600)
  const { plan } = findVillage(env.land, ID, { x: 0, z: 0 })!
  runTicks(world, env, 3, [{ type: 'player-place', x: plan.x + 4, z: plan.z + 4 }])
  for (const npc of world.npcs) Object.assign(npc, { fidelity: 'near', conversationId: null, skill: null })
  return { world, env, plan }
}

/** The same, a moment after a quarrel was due whose first is in a talk. */
function talkedInto(): ReturnType<typeof village> & { doer: ReturnType<typeof village>['world']['npcs'][number] } {
  const { world, env, plan } = village()
  const people = world.npcs.filter(({ settlementId }) => settlementId === ID)
  const word = hashCell(env.land.seedWord, hashString(ID), HAPPENING_LAYER)
  for (let day = 1; day < 400; day++) {
    const due = dueSeconds(word, day)
    if (due === Infinity) continue
    const draft = drawHappening(createCircle(world, { rng: createRng(hashCell(word, day)), people, plan, worldSeconds: due }))
    if (draft?.claim.kind !== 'quarrel' || !draft.doer) continue
    world.worldSeconds = due + 1
    world.chronicle.untilSeconds = due - 1
    draft.doer.conversationId = 1
    updateHappenings(world, env)
    return { world, env, plan, doer: draft.doer }
  }
  throw new Error('waits: nobody quarrels')
}
const quarrels = ({ chronicle }: ReturnType<typeof village>['world']): number => chronicle.happenings.filter(({ claim }) => claim.kind === 'quarrel').length

it('[SIM-189] a quarrel that finds one of the two in a talk waits, in a kept world as well, and is played out when the talk is over', () => {
  const { world, env, doer } = talkedInto()
  const before = quarrels(world)
  expect(world.chronicle.scenes).toEqual([])
  expect(world.chronicle.waiting.length).toBe(1)
  const kept = fromSnapshot(structuredClone(toSnapshot(world)))
  expect(kept.ok && kept.value.chronicle.waiting).toEqual(world.chronicle.waiting)
  world.worldSeconds += 1500
  updateHappenings(world, env)
  expect(world.chronicle.waiting.length).toBe(1)
  doer.conversationId = null
  updateHappenings(world, env)
  expect(world.chronicle.waiting).toEqual([])
  expect(world.chronicle.scenes.map(({ claim, doerId }) => [claim.kind, doerId])).toEqual([['quarrel', doer.id]])
  expect(quarrels(world)).toBe(before)
})

it('[SIM-189] it simply happens when it has waited too long, or the player has left', () => {
  for (const leave of [(world: ReturnType<typeof village>['world']) => void (world.worldSeconds += 2800), (world: ReturnType<typeof village>['world']) => void (world.player.body.x += 400)]) {
    const { world, env } = talkedInto()
    const before = quarrels(world)
    leave(world)
    updateHappenings(world, env)
    expect(world.chronicle.waiting).toEqual([])
    expect(world.chronicle.scenes).toEqual([])
    expect(quarrels(world)).toBe(before + 1)
  }
})

it('[SIM-189] a world from before anything waited is read', () => {
  const { world } = village()
  const { waiting: _, ...chronicle } = world.chronicle
  const kept = fromSnapshot({ ...structuredClone(toSnapshot(world)), chronicle })
  expect(kept.ok && kept.value.chronicle.waiting).toEqual([])
})

it('[SIM-190] a reaping is played out before whoever stands on the square', () => {
  const { world, env, plan } = village()
  const people = world.npcs.filter(({ settlementId }) => settlementId === ID)
  const place = findVillage(env.land, ID, { x: 0, z: 0 })!
  for (const reaping of reapingsOf(plan, 1, 0)) {
    const draft = draftReaping(createCircle(world, { rng: createRng(5), people, plan, worldSeconds: reaping.due }), reaping)!
    expect(stage(world, place, draft, { word: 9, seconds: world.worldSeconds })).toBe(true)
    world.chronicle.scenes = []
  }
})

it('[SIM-191] a thief who was not found out makes off home in haste, laden, and is there', () => {
  const { world, env, plan } = village()
  const people = world.npcs.filter(({ settlementId }) => settlementId === ID)
  const place = findVillage(env.land, ID, { x: 0, z: 0 })!
  let thief = people[0]!
  for (let seed = 1; world.chronicle.scenes.length === 0 && seed < 200; seed++) {
    const draft = drawOfKind('theft', createCircle(world, { rng: createRng(seed), people, plan, worldSeconds: world.worldSeconds }))!
    if (!draft.doer!.indoors && stage(world, place, draft, { word: 77, seconds: world.worldSeconds })) thief = draft.doer!
  }
  for (let t = 0; t < 4000 && world.chronicle.scenes.length > 0; t++) {
    expect(isLaden(thief)).toBe(false)
    runTicks(world, env, 1)
  }
  runTicks(world, env, 40)
  expect(thief.skill?.skillId).toBe('withdraw')
  expect(isLaden(thief)).toBe(true)
  for (let t = 0; t < 3000 && !thief.indoors; t += 20) runTicks(world, env, 20)
  expect(thief.insideId).toBe(thief.homeId)
  expect(isLaden(thief)).toBe(false)
})

it('[SIM-191] whoever wishes to be alone goes home, whatever there is to do', () => {
  const { world, env } = village()
  const npc = world.npcs.find(({ settlementId, age, indoors }) => settlementId === ID && age > 20 && !indoors)!
  npc.intention = { skillId: 'withdraw', targetId: null, reason: 'to think it over', untilTick: world.tick + 600 }
  runTicks(world, env, 60)
  expect(npc.skill?.skillId).toBe('withdraw')
  expect(npc.why).toBe('to think it over')
})
