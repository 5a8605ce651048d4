/** People come into the world with their settlement: drawn from the seed, the same whoever comes from wherever. */
import { hashCell, hashString } from '#core/hash.ts'
import { createTrading } from '../trade/wares.ts'
import { startLenses } from './lenses.ts'
import type { NpcId } from '#core/ids.ts'
import { createRng, nextFloat, nextInt, type Rng } from '#core/rng.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { hourOf } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import { emit } from '../events.ts'
import { createAffect } from '../affect/affect.ts'
import { createBody } from '../physics/create-body.ts'
import { SKILL_IDS, type SkillId } from '../skills/skill-id.ts'
import { drawRelations } from '../relations/draw-relations.ts'
import { bringPast } from '../happenings/past-news.ts'
import { findVillage } from '../village.ts'
import type { World } from '../world.ts'
import { drawAppearance } from './appearance.ts'
import { drawResidents, type Resident } from './households.ts'
import type { Npc, Temperament } from './npc.ts'
import { settleIn } from './settle-in.ts'

/** Settlements within this distance of the player have their people, metres. */
const POPULATE_METERS = 900
/** Settlements whose people stay in the world whatever happens, the latest; nearer than this, in metres, nobody goes. */
const MOST_SETTLEMENTS = 12
const KEPT_METERS = 3000
/** How long ago, at most, people last did each thing when they come into the world: fifteen minutes of play. */
const LONGEST_AGO_TICKS = 18_000
/** Skills that came later than the people of stored worlds: their dice are not drawn. */
const LATER_SKILLS: ReadonlySet<SkillId> = new Set(['buy', 'lie-in', 'eaves', 'vigil'])
/** The mood in which people come into the world. */
const FIRST_MOOD = { pleasure: 0.1, arousal: 0, dominance: 0 }
/** Sub-seed of people. */
const PEOPLE_LAYER = 0x70656f70

/** Brings the people of every settlement near the player into the world, once. */
export function populateAround(world: World, env: WorldEnv): void {
  const { body } = world.player
  for (const plan of env.land.findSettlements(body.x, body.z, POPULATE_METERS)) {
    if (world.populated.includes(plan.id)) continue
    world.populated.push(plan.id)
    const dead = new Set(world.chronicle.deaths.map(({ npcId }) => npcId))
    const people = drawPeople(env.land.seedWord, plan, world.worldSeconds).filter(({ id }) => !dead.has(id))
    world.npcs.push(...people)
    for (const npc of people) settleIn(world, env, npc)
    const village = people[0] && findVillage(env.land, plan.id, people[0].body)
    if (village) bringPast(world, env, village, people)
    emit(world, { type: 'settlement-populate', settlementId: plan.id, npcIds: people.map((npc) => npc.id), witnessIds: [] })
    letGo(world)
  }
}

/** Lets people far away go whom the player never met, when there are many: their settlement draws the same ones again. */
function letGo(world: World): void {
  const { body } = world.player
  const kept = new Set(world.populated.slice(-MOST_SETTLEMENTS))
  for (const npc of world.npcs) {
    const near = (npc.body.x - body.x) ** 2 + (npc.body.z - body.z) ** 2 < KEPT_METERS ** 2
    if (near || npc.playerSeenWorldSeconds >= 0 || npc.conversationId !== null || npc.relations.some(({ otherId }) => otherId === 'player')) kept.add(npc.settlementId)
  }
  if (kept.size === world.populated.length) return
  world.populated = world.populated.filter((id) => kept.has(id))
  world.npcs = world.npcs.filter((npc) => kept.has(npc.settlementId))
}

/** The people of a settlement, before they are put anywhere. */
export function drawPeople(seedWord: number, plan: SettlementPlan, worldSeconds: number): Npc[] {
  const cell = plan.id.slice('settlement:'.length)
  const word = hashCell(seedWord, hashString(plan.id), PEOPLE_LAYER)
  const rng = createRng(word)
  const residents = drawResidents(rng, plan)
  const ids = residents.map((_, number): NpcId => `npc:${cell}/${number}`)
  const relations = drawRelations(rng, residents, ids)
  return residents.map((resident, number) => createNpc({ rng: createRng(hashCell(word, number)), plan, resident, id: ids[number]!, relations: relations[number]!, worldSeconds }))
}

function createNpc(birth: { rng: Rng; plan: SettlementPlan; resident: Resident; id: NpcId; relations: Npc['relations']; worldSeconds: number }): Npc {
  const { rng, plan, resident, id, relations, worldSeconds } = birth
  const temperament = drawTemperament(rng)
  const appearance = drawAppearance(rng, { culture: plan.culture, sex: resident.sex, age: resident.age, trade: resident.trade })
  const hour = hourOf(worldSeconds)
  const slept = hour < 6 ? 0.5 : 1 - (hour - 6) * 0.045
  return {
    id, settlementId: plan.id, given: resident.given, family: resident.family, sex: resident.sex, age: resident.age, trade: resident.trade, homeId: resident.homeId, workplaceId: resident.workplaceId,
    temperament, appearance, relations,
    body: createBody({ x: plan.x, y: plan.y, z: plan.z, yaw: nextFloat(rng) * 6 - 3 }, { radius: 0.28, height: appearance.height }),
    gazeId: null, indoors: false,
    needs: { food: 0.55 + nextFloat(rng) * 0.4, rest: Math.max(0.2, slept - nextFloat(rng) * 0.15), company: 0.35 + nextFloat(rng) * 0.5, duty: 0.2 + nextFloat(rng) * 0.5, safety: 1, shelter: 1 },
    mood: { ...FIRST_MOOD }, affect: createAffect(FIRST_MOOD, worldSeconds),
    skill: null, intention: null, activity: 'standing about', why: '', options: [], decidedTick: 0, thoughtId: null, conversationId: null, speech: null, thought: null, greeted: [], fidelity: 'far',
    rng, insideId: null, gesture: null, thoughtKind: null, thoughtTick: 0, museTick: Math.floor(nextFloat(rng) * 700), plannedDay: -1, reflectedDay: -1,
    lastEndedTicks: SKILL_IDS.map((id) => (LATER_SKILLS.has(id) ? -LONGEST_AGO_TICKS : -nextInt(rng, 1, LONGEST_AGO_TICKS))), toldDay: -1, toldSkills: [], playerSeenWorldSeconds: -1, talkAgainTick: Math.floor(nextFloat(rng) * 600), lenses: startLenses(temperament), foresight: null, deliberateTick: nextInt(rng, 200, 1200), beliefs: [], nextBeliefId: 1, frozen: false, trading: createTrading(),
  }
}

/** Five traits around the middle: the mean of three draws each. */
function drawTemperament(rng: Rng): Temperament {
  const trait = (): number => Math.round(((nextFloat(rng) + nextFloat(rng) + nextFloat(rng)) * (2 / 3) - 1) * 1.25 * 100) / 100
  const bounded = (): number => Math.max(-1, Math.min(1, trait()))
  return { openness: bounded(), conscientiousness: bounded(), extraversion: bounded(), agreeableness: bounded(), neuroticism: bounded() }
}
