/** Births, deaths, burials and harvests near the player: people come together, do it, and then it has happened. */
import { describe, expect, it } from 'vitest'
import { createRng } from '#core/rng.ts'
import type { ClaimKind } from '#simulation/beliefs/claim.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { draftBurial } from '#simulation/happenings/draft-burial.ts'
import { createCircle, drawOfKind, type HappeningDraft } from '#simulation/happenings/draw-happening.ts'
import { graveOf } from '#simulation/happenings/graves.ts'
import { draftReaping, reapingsOf } from '#simulation/happenings/reap.ts'
import { happen } from '#simulation/happenings/happen.ts'
import { stopsOf } from '#simulation/happenings/scene-marks.ts'
import type { Scene } from '#simulation/happenings/scene.ts'
import { stage } from '#simulation/happenings/stage.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { findVillage, type Village } from '#simulation/village.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

type Set = { world: World; env: ReturnType<typeof createTestWorld>['env']; village: Village; people: Npc[] }

function set(worldSeconds = 12 * 3600): Set {
  const { world, env } = createTestWorld(worldSeconds)
  const people = world.npcs.filter(({ settlementId }) => settlementId === 'settlement:0,0')
  return { world, env, village: findVillage(env.land, 'settlement:0,0', people[0]!.body)!, people }
}

function circleAt({ world, village, people }: Set, seed: number): ReturnType<typeof createCircle> {
  return createCircle(world, { rng: createRng(seed), people, plan: village.plan, worldSeconds: world.worldSeconds })
}

function drawn(scene: Set, kind: ClaimKind, accept: (draft: HappeningDraft) => boolean = () => true): HappeningDraft {
  for (let seed = 1; seed < 400; seed++) {
    const draft = drawOfKind(kind, circleAt(scene, seed))
    if (draft && accept(draft)) return draft
  }
  throw new Error(`played-out: no ${kind}`)
}

/** Stages it with the player a few steps off, and plays it to its end. `watch` is called every tick. */
function playOut({ world, env, village }: Set, draft: HappeningDraft, watch: (scene: Scene, tick: number) => void = () => undefined): { events: WorldEvent[]; lines: string[]; scene: Scene } {
  const [place] = stopsOf(village, draft, world.chronicle.deaths)
  runTicks(world, env, 20, [{ type: 'player-place', x: place!.x + 9, z: place!.z + 9 }])
  const untilStaged = 4000
  for (let t = 0; t < untilStaged && world.chronicle.scenes.length === 0; t += 20) {
    if (!stage(world, village, draft, { word: 77, seconds: world.worldSeconds })) runTicks(world, env, 20)
  }
  const [scene] = world.chronicle.scenes
  if (!scene) throw new Error('played-out: nobody could play it')
  const before = world.chronicle.happenings.length
  const events: WorldEvent[] = []
  for (let tick = 0; tick < 12_000 && world.chronicle.scenes.length > 0; tick++) {
    expect(world.chronicle.happenings.length).toBe(before)
    events.push(...runTicks(world, env, 1))
    watch(scene, tick)
  }
  const ids: unknown[] = [scene.doerId, scene.suffererId, ...scene.company]
  return { events, scene, lines: events.flatMap((event) => (event.type === 'speech-said' && event.conversationId === null && ids.includes(event.speakerId) ? [event.text] : [])) }
}

/** Lets one of the old die, and the draft of their burial. */
function died(scene: Set): { dead: Npc; burial: HappeningDraft } {
  const draft = drawn(scene, 'death')
  happen(scene.world, circleAt(scene, 1), draft, scene.world.worldSeconds)
  scene.people = scene.people.filter((npc) => npc !== draft.sufferer)
  const [death] = scene.world.chronicle.deaths
  return { dead: draft.sufferer!, burial: draftBurial(scene.people, scene.village.plan, death!) }
}

describe('near the player', () => {
  it('[SIM-138] a child is born: the midwife goes in, the others wait before the house, and the word is brought out to them', () => {
    const scene = set()
    const draft = drawn(scene, 'birth')
    const [midwife] = draft.company
    let midwifeWasIn = false
    let mostWaiting = 0
    const { events, lines } = playOut(scene, draft, ({ x, z, company }) => {
      midwifeWasIn ||= midwife!.indoors && midwife!.insideId === draft.doer!.homeId
      const waiting = scene.world.npcs.filter(({ id, indoors, body }) => company.includes(id) && !indoors && Math.hypot(body.x - x, body.z - z) < 7)
      if (midwife!.indoors) mostWaiting = Math.max(mostWaiting, waiting.length)
    })
    expect(midwifeWasIn).toBe(true)
    expect(mostWaiting).toBeGreaterThanOrEqual(2)
    expect(lines.length).toBeGreaterThanOrEqual(5)
    expect(lines.some((line) => line.toLowerCase().includes(draft.claim.cause))).toBe(true)
    expect(lines.some((line) => line.includes(draft.claim.object))).toBe(true)
    const event = events.find(({ type }) => type === 'happening')
    expect(event?.type === 'happening' && draft.company.filter(({ id }) => event.witnessIds.includes(id)).length).toBeGreaterThanOrEqual(2)
    expect(scene.world.chronicle.births).toMatchObject([{ given: draft.claim.object, parentId: draft.doer!.id, sex: draft.claim.cause === 'a girl' ? 'female' : 'male' }])
  }, 30_000)

  it('[SIM-140] the dead are carried from their house to the grave: people go behind the bier, stand round it, and words are said', () => {
    const scene = set()
    const { dead, burial } = died(scene)
    const grave = graveOf(scene.village.plan, scene.world.chronicle.deaths, scene.world.chronicle.deaths[0]!)!
    let mostAtGrave = 0
    const { events, lines } = playOut(scene, burial, ({ company, doerId, leg }) => {
      const there = scene.world.npcs.filter(({ id, body }) => (company.includes(id) || id === doerId) && Math.hypot(body.x - grave.x, body.z - grave.z) < 6)
      if (leg === 1) mostAtGrave = Math.max(mostAtGrave, there.length)
    })
    expect(mostAtGrave).toBeGreaterThanOrEqual(4)
    expect(lines.filter((line) => line.includes(dead.given) || /\b(?:mother|father)\b/.test(line)).length).toBeGreaterThanOrEqual(2)
    expect(scene.world.chronicle.deaths[0]!.isBuried).toBe(true)
    const event = events.find(({ type }) => type === 'happening')
    expect(event).toMatchObject({ happening: { claim: { kind: 'burial', subject: { id: dead.id } } } })
    for (const npc of scene.people.filter(({ relations }) => relations.some(({ otherId, kinship }) => otherId === dead.id && kinship !== null && true))) expect(npc.affect.emotions.some(({ kind }) => kind === 'grief' || kind === 'distress'), npc.given).toBe(true)
  }, 30_000)

  it('[SIM-151] no line of a burial is said twice, and those who stood at the grave have nothing to tell each other of the death', () => {
    for (const word of [0, 1, 2]) {
      const scene = set()
      const { dead, burial } = died(scene)
      const { lines, scene: played } = playOut(scene, { ...burial, company: burial.company.slice(0, 7 - word) })
      expect(new Set(lines).size).toBe(lines.length)
      const there = scene.world.npcs.filter(({ id }) => id === played.doerId || played.company.includes(id))
      for (const npc of there) {
        const belief = npc.beliefs.find(({ claim }) => claim.kind === 'death' && claim.subject?.id === dead.id)!
        for (const other of there) if (other !== npc) expect(belief.knownBy).toContain(other.id)
      }
    }
  }, 60_000)

  it('[SIM-141] nobody who is out of doors dies before the player’s eyes: they go home and lie down first, and somebody brings the word', () => {
    const scene = set(15 * 3600)
    const draft = drawn(scene, 'death')
    const old = draft.sufferer!
    for (let t = 0; t < 9000 && (old.indoors || old.conversationId !== null); t += 20) runTicks(scene.world, scene.env, 20)
    expect(old.indoors).toBe(false)
    let wasSeenOut = false
    const { lines } = playOut(scene, draft, () => (wasSeenOut = !old.indoors))
    expect(wasSeenOut).toBe(false)
    expect(old.insideId).toBe(old.homeId)
    expect(lines.at(-1)).toContain(old.given)
    expect(scene.world.npcs).not.toContain(old)
  }, 30_000)

  it('[SIM-144] a harvest is brought in by many together, in a row that comes along the field', () => {
    const scene = set()
    const draft = draftReaping(circleAt(scene, 1), reapingsOf(scene.village.plan, 1, 0).find(({ spot }) => spot.kind === 'field')!)!
    const seen = new Map<string, number>()
    const { scene: played, lines } = playOut(scene, draft, ({ leg, company, x, z }) => {
      for (const { id, body, activity } of scene.world.npcs) if (company.includes(id) && activity === 'bringing it in' && Math.hypot(body.x - x, body.z - z) < 9) seen.set(`${id} ${leg}`, 1)
    })
    expect(played.leg).toBe(3)
    expect(seen.size).toBeGreaterThanOrEqual(4)
    expect(lines.length).toBeGreaterThanOrEqual(2)
  }, 30_000)

  it('[SIM-149] a world is kept in the middle of a scene, lives on the same to the last bit, and forms of it before there were burials are read', () => {
    const scene = set()
    const { burial } = died(scene)
    let kept: World | null = null
    playOut(scene, burial, ({ leg }, tick) => {
      if (leg !== 1 || kept || tick % 60 !== 0) return
      const [one, other] = [structuredClone(scene.world), structuredClone(scene.world)]
      runTicks(one, scene.env, 300)
      runTicks(other, scene.env, 300)
      expect(other).toEqual(one)
      const read = fromSnapshot(structuredClone(toSnapshot(scene.world)))
      expect(read.ok && read.value.chronicle).toEqual(scene.world.chronicle)
      if (read.ok) kept = read.value
    })
    runTicks(kept!, scene.env, 6000)
    expect((kept as World | null)?.chronicle.deaths[0]?.isBuried).toBe(true)
    const old = structuredClone(toSnapshot(scene.world))
    old.chronicle.deaths = old.chronicle.deaths.map(({ npcId, given, family, worldSeconds }) => ({ npcId, given, family, worldSeconds }) as (typeof old.chronicle.deaths)[number])
    const read = fromSnapshot(old)
    expect(read.ok && read.value.chronicle.deaths).toMatchObject([{ age: null, homeId: null, isBuried: true }])
  }, 60_000)
})
