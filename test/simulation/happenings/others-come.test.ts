/** Those whom something does not befall have a part in it, too: they turn up, step between, sit by, and let work rest. */
import { expect, it } from 'vitest'
import { createRng } from '#core/rng.ts'
import type { ClaimKind } from '#simulation/beliefs/claim.ts'
import { createCircle, drawOfKind, type HappeningDraft } from '#simulation/happenings/draw-happening.ts'
import { happen } from '#simulation/happenings/happen.ts'
import { stopsOf } from '#simulation/happenings/scene-marks.ts'
import type { Scene } from '#simulation/happenings/scene.ts'
import { stage } from '#simulation/happenings/stage.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { momentOf } from '#simulation/npc/update-npcs.ts'
import { findPartner } from '#simulation/skills/company.ts'
import { work } from '#simulation/skills/work.ts'
import { findVillage, type Village } from '#simulation/village.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

type Said = { by: Npc['id']; text: string; beat: number }

function village(): { world: World; env: ReturnType<typeof createTestWorld>['env']; people: Npc[]; village: Village } {
  const { world, env } = createTestWorld(15 * 3600)
  const people = world.npcs.filter(({ settlementId }) => settlementId === 'settlement:0,0')
  return { world, env, people, village: findVillage(env.land, 'settlement:0,0', people[0]!.body)! }
}

function drawFor({ world, people, village: { plan } }: ReturnType<typeof village>, kind: ClaimKind, accept: (draft: HappeningDraft) => boolean = () => true): HappeningDraft {
  for (let seed = 1; seed < 200; seed++) {
    const draft = drawOfKind(kind, createCircle(world, { rng: createRng(seed), people, plan, worldSeconds: world.worldSeconds }))
    if (draft && accept(draft)) return draft
  }
  throw new Error(`others-come: no ${kind}`)
}

/** Plays it before the player; `watch` sees every tick. */
function play(set: ReturnType<typeof village>, draft: HappeningDraft, watch: (scene: Scene) => void): { said: Said[]; scene: Scene } {
  const { world, env } = set
  const [place] = stopsOf(set.village, draft, world.chronicle.deaths)
  runTicks(world, env, 200, [{ type: 'player-place', x: place!.x + 9, z: place!.z + 9 }])
  for (let t = 0; t < 4000 && world.chronicle.scenes.length === 0; t += 20) if (!stage(world, set.village, draft, { word: 77, seconds: world.worldSeconds })) runTicks(world, env, 20)
  const [scene] = world.chronicle.scenes
  if (!scene) throw new Error('others-come: nobody could play it')
  const said: Said[] = []
  for (let t = 0; t < 9000 && world.chronicle.scenes.length > 0; t++) {
    for (const event of runTicks(world, env, 1)) if (event.type === 'speech-said' && event.conversationId === null && event.speakerId !== 'player') said.push({ by: event.speakerId, text: event.text, beat: scene.beat })
    watch(scene)
  }
  return { said, scene }
}

it('[SIM-238] a quarrel brings those who hear it: they stand off, one steps between the two; these stand face to face, go home after it, and have no word with each other', () => {
  const set = village()
  const { world, env } = set
  const draft = drawFor(set, 'quarrel', ({ claim }) => claim.place === 'the square' || claim.place === 'the well')
  const apart: number[] = []
  let between = Infinity
  const doings = new Set<string>()
  const { said, scene } = play(set, draft, ({ beat, company }) => {
    const [one, other] = [draft.doer!, draft.sufferer!]
    if (beat >= 2) apart.push(Math.hypot(one.body.x - other.body.x, one.body.z - other.body.z))
    for (const npc of world.npcs) if (npc.id === one.id || npc.id === other.id || company.includes(npc.id)) doings.add(npc.activity)
    const maker = world.npcs.find(({ id }) => id === company[0])
    if (beat >= 4 && maker) between = Math.min(between, Math.hypot(maker.body.x - (one.body.x + other.body.x) / 2, maker.body.z - (one.body.z + other.body.z) / 2))
  })
  expect(scene.company.length).toBeGreaterThan(0)
  expect(Math.max(...apart)).toBeLessThan(2.6)
  expect(Math.min(...apart)).toBeGreaterThan(0.55)
  expect(between).toBeLessThan(2.2)
  expect([...doings]).toEqual(expect.arrayContaining([`quarrelling with ${draft.sufferer!.given}`, `quarrelling with ${draft.doer!.given}`, `trying to part ${draft.doer!.given} and ${draft.sufferer!.given}`, 'going to see what the shouting is']))
  expect(said.some(({ by, text }) => by === scene.company[0] && /Enough|Leave it|neighbours|Hands down/.test(text))).toBe(true)
  for (const npc of [draft.doer!, draft.sufferer!]) {
    runTicks(world, env, 12)
    expect(npc.skill?.skillId === 'withdraw' || npc.intention?.skillId === 'withdraw' || npc.conversationId !== null).toBe(true)
    for (const other of world.npcs) if (other !== npc) other.frozen = other !== draft.doer && other !== draft.sufferer
    expect(findPartner(momentOf(world, env, npc)!, 100)).toBe(null)
    for (const other of world.npcs) other.frozen = false
  }
}, 30_000)

it('[SIM-239] whoever is dying is called for by the house, one sits with them, others wait before the door and say a word of comfort', () => {
  const set = village()
  const draft = drawFor(set, 'death')
  const old = draft.sufferer!
  for (let t = 0; t < 9000 && (old.indoors || old.conversationId !== null); t += 20) runTicks(set.world, set.env, 20)
  let wasWith = 0
  const doings = new Set<string>()
  const { said, scene } = play(set, draft, ({ company, inside, houseId }) => {
    const visitor = set.world.npcs.find(({ id }) => id === company[1])
    for (const { id, activity } of set.world.npcs) if (company.includes(id)) doings.add(activity)
    if (visitor && inside.includes(visitor.id) && visitor.insideId === houseId && old.insideId === houseId) wasWith++
  })
  const [caller, visitor, other] = scene.company
  expect([caller, visitor, other].every((id) => id !== undefined)).toBe(true)
  expect(wasWith).toBeGreaterThan(100)
  expect([...doings]).toEqual(expect.arrayContaining([`going to the house of ${old.given}`, `sitting with ${old.given}`, 'waiting before the house']))
  expect(doings).not.toContain('going home slowly')
  const by = (id: string | undefined): string => said.filter((line) => line.by === id).map(({ text }) => text).join(' ')
  expect(by(caller)).toMatch(/failing|last the day|goodbye/)
  expect(by(visitor)).toMatch(/sit with|go in|hold a hand/)
  expect(by(other)).toMatch(/sorry|not alone|Sit down/)
}, 30_000)

it('[SIM-240] while somebody lies dead in a settlement its people want to work less; after the burial they work again', () => {
  const set = village()
  const { world, env, people, village: { plan } } = set
  const smith = people.find(({ age, trade }) => age > 20 && age < 60 && trade !== 'elder')!
  const wish = (): Record<string, number> => {
    const weights = { names: [] as string[], values: [] as number[], count: 0 }
    work.weigh(momentOf(world, env, smith)!, weights)
    return Object.fromEntries(weights.names.slice(0, weights.count).map((name, i) => [name, weights.values[i]!]))
  }
  expect(wish()).not.toHaveProperty('somebody lies dead')
  const circle = createCircle(world, { rng: createRng(1), people, plan, worldSeconds: world.worldSeconds })
  happen(world, circle, drawFor(set, 'death'), world.worldSeconds)
  expect(wish()['somebody lies dead']).toBeLessThan(0.6)
  world.chronicle.deaths[0]!.isBuried = true
  expect(wish()).not.toHaveProperty('somebody lies dead')
})
