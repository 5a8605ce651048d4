/** From the world to what one person can know of it: the only door through which thoughts learn anything. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { ActorId, NpcId } from '#core/ids.ts'
import type { Conversation } from '#simulation/conversations/conversation.ts'
import { livelinessAt } from '#simulation/npc/liveliness.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { GRAVES } from '#simulation/happenings/graves.ts'
import { tradeOf } from '#simulation/npc/trades.ts'
import { goodsOf, isSelling, stockOf } from '#simulation/trade/wares.ts'
import type { World } from '#simulation/world.ts'
import type { Land } from '#worldgen/land.ts'
import type { BuildingPlan, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { viewFeelings } from './view-feelings.ts'
import { seenOfLate, viewLives } from './view-lives.ts'
import { heldBeliefs, tellingOf } from './held-beliefs.ts'
import { directionOf } from './place-words.ts'
import { kinWords } from './kin-words.ts'
import { STRANGER, type DealView, type KnownPerson, type OfferedOption, type PrivateView } from './private-view.ts'

/** Turns that a talk must have left for more than its end. */
const TURNS_TO_SPARE = 3
/** Metres within which others are noticed. */
const SIGHT_METERS = 45
/** Metres within which others count as present: they could hear. */
const HEARING_METERS = 12
/** Metres within which other settlements are known by name. */
const NEIGHBOUR_METERS = 9_000
/** How far from home people know the landmarks, metres, and how many of them. */
const COUNTRY_METERS = 2500
const MOST_LANDMARKS = 8
/** How near to their settlement a river is that people know by name, metres. */
const RIVER_METERS = 500
/** How far beyond their settlement its roads begin at most, metres. */
const ROAD_METERS = 36
/** How far people know the way to the sea, metres, and how finely it is looked for. */
const SEA_METERS = 4200
const SEA_STEP_METERS = 300
const EIGHT_WAYS = [[0, -1], [0.7071, -0.7071], [1, 0], [0.7071, 0.7071], [0, 1], [-0.7071, 0.7071], [-1, 0], [-0.7071, -0.7071]] as const
const seas = new WeakMap<SettlementPlan, { x: number; z: number } | null>()
/** Turns of a talk that are at hand at least, and how many go at once when there are more. */
const LEAST_TURNS = 17
const TURNS_THAT_GO = 8
const OFFERED_SKILLS = 6
/** The label of the option that ends a talk. */
export const END_TALK_LABEL = 'end this talk and go on with the day'
/** The label of the option that changes nothing. */
export const STAY_LABEL = 'go on as now'

/** What the person `npcId` knows of itself and its moment; null when there is no such person. Pure; copies, never shares. */
export function buildPrivateView(world: DeepReadonly<World>, land: Land, npcId: NpcId): PrivateView | null {
  const npc = world.npcs.find(({ id }) => id === npcId)
  if (!npc) return null
  const { x, z } = npc.body
  const near = land.findSettlements(x, z, NEIGHBOUR_METERS)
  const home = near.find(({ id }) => id === npc.settlementId) ?? near[0] ?? null
  const here = land.describe(x, z)
  const conversation = world.conversations.find(({ id }) => id === npc.conversationId) ?? null
  const partnerId = conversation ? (conversation.participants[0] === npcId ? conversation.participants[1] : conversation.participants[0]) : null
  const others = new Map(world.npcs.map((other) => [other.id, other]))
  const mine = new Set<ActorId>(npc.relations.map(({ otherId }) => otherId))
  const knows = npc.relations.flatMap((relation): KnownPerson[] => {
    if (relation.otherId === 'player') {
      return [{ id: 'player', name: STRANGER, sex: null, age: 0, trade: 'traveller', kinship: null, warmth: relation.warmth, trust: relation.trust, familiarity: relation.familiarity, lastReason: relation.lastReason, home: '', workplace: '', doing: null }]
    }
    const other = others.get(relation.otherId)
    if (!other) return []
    const seen = !other.indoors && metersBetween(npc, other) < SIGHT_METERS
    return [{
      id: other.id, name: fullName(other), sex: other.sex, age: other.age, trade: tradeOf(other.trade).label, kinship: relation.kinship, warmth: relation.warmth, trust: relation.trust, familiarity: relation.familiarity, lastReason: relation.lastReason,
      home: homeWords(home, other), workplace: workplaceWords(home, other), doing: seen ? other.activity : null,
      kin: other.relations.flatMap(({ otherId, kinship }) => (kinship !== null && otherId !== npcId && mine.has(otherId) ? [{ id: otherId, kinship }] : [])),
    }]
  })
  const known = new Set<ActorId>(knows.map(({ id }) => id))
  const callOf = (other: DeepReadonly<Npc>): string => (known.has(other.id) ? fullName(other) : `a ${other.sex === 'female' ? 'woman' : 'man'} I do not know`)
  const present: PrivateView['present'] = world.npcs
    .filter((other) => other.id !== npcId && !other.indoors && metersBetween(npc, other) < HEARING_METERS)
    .map((other) => ({ id: other.id, name: callOf(other), activity: other.activity }))
  const { player } = world
  if (Math.hypot(player.body.x - x, player.body.z - z) < HEARING_METERS) present.push({ id: 'player', name: STRANGER, activity: player.conversationId === null ? 'standing near' : 'talking' })

  return {
    npcId, name: fullName(npc), given: npc.given, sex: npc.sex, age: npc.age, trade: tradeOf(npc.trade).label,
    home: homeWords(home, npc), workplace: workplaceWords(home, npc),
    temperament: { ...npc.temperament }, needs: { ...npc.needs }, mood: { ...npc.mood }, activity: npc.activity, why: npc.why, worldSeconds: world.worldSeconds, weather: world.weather.kind,
    place: { x, z, name: placeName(home, x, z, here.region), biome: here.biome, region: here.region },
    settlement: home
      ? { name: home.name, culture: home.culture, trade: home.trade, lore: [...home.lore], neighbours: near.filter(({ id }) => id !== home.id).slice(0, 4).map((other) => ({ name: other.name, direction: directionOf(x, z, other.x, other.z), meters: Math.round(Math.hypot(other.x - x, other.z - z)) })) }
      : { name: here.region, culture: here.culture, trade: '', lore: [...here.lore], neighbours: [] },
    landmarks: home ? landmarksOf(home, x, z) : [],
    country: home ? countryOf(land, home, { x, z, asksSea: conversation?.turns.some(({ text }) => /\b(?:sea|ocean|coast)\b/i.test(text)) ?? false }) : [],
    knows, present,
    conversation: conversation && partnerId
      ? { id: conversation.id, partnerId, partnerName: partnerId === 'player' ? STRANGER : callOfId(partnerId, others.get(partnerId), callOf), others: othersIn(conversation, [npcId, partnerId]).map((id) => ({ id, name: id === 'player' ? STRANGER : callOfId(id, others.get(id as NpcId), callOf) })), unsaid: [...conversation.unsaid], turns: conversation.turns.slice(Math.max(0, Math.floor((conversation.turns.length - LEAST_TURNS) / TURNS_THAT_GO) * TURNS_THAT_GO)).map((turn) => ({ ...turn })), telling: tellingOf(conversation, npc, partnerId), ...(hasTime(world, conversation) ? { hasTime: true } : {}), proposal: conversation.proposal?.byId === npcId ? { ...conversation.proposal } : null, ...dealIn(conversation, home, others) }
      : null,
    ...viewFeelings(world, npc),
    ...viewLives(world, npc, home?.id === npc.settlementId ? home : null),
    beliefs: heldBeliefs(npc, { partnerId: partnerId ?? 'player', now: world.worldSeconds, callOf: (id) => callOfId(id, others.get(id as NpcId), callOf), kinOf: (id) => kinOf(knows, id) }),
    appointments: world.appointments.filter((word) => word.npcId === npcId || (word.withId === npcId && !(word.kind === 'promise' && word.state === 'kept'))).map(({ kind, purpose, withId, npcId: byId, what, atSeconds, madeSeconds, state }) => ({ kind, purpose, withId: byId === npcId ? withId : byId, what, atSeconds, madeSeconds, state: state === 'missed' && byId !== npcId ? 'broken' : state })),
    weighed: npc.options.map((option) => ({ ...option, parts: option.parts.map((part) => ({ ...part })) })),
    offered: offeredOptions(npc, conversation !== null),
    lenses: [...npc.lenses],
    ...(partnerId === 'player' ? { seenOfLate: seenOfLate(world, npc) } : {}),
    ...(partnerId === 'player' ? { wares: goodsOf(npc).flatMap((good) => (good.fixed || stockOf(npc, good, world.worldSeconds) === 0 || !isSelling(npc, world.worldSeconds) ? [] : [{ goodId: good.id, left: stockOf(npc, good, world.worldSeconds) }])) } : {}),
  }
}

/** Whether two neighbours of lively minds have turns left. */
function hasTime(world: DeepReadonly<World>, { participants, turnCap, turns }: DeepReadonly<Conversation>): boolean {
  return participants[0] !== 'player' && livelinessAt(world.liveliness).turns > 0 && turnCap - turns.length >= TURNS_TO_SPARE
}

/** What came of the player's last words about a trade; nothing where those were about something else. */
function dealIn({ deal, turns }: DeepReadonly<Conversation>, home: SettlementPlan | null, others: ReadonlyMap<NpcId, DeepReadonly<Npc>>): { deal?: DealView } {
  if (!deal || turns.findLast(({ speakerId }) => speakerId === 'player')?.worldSeconds !== deal.worldSeconds) return {}
  const other = deal.otherId === null ? undefined : others.get(deal.otherId)
  return { deal: { ...deal, otherName: other?.given ?? 'somebody', otherHome: other ? homeWords(home, other) : '' } }
}

/** What one calls one’s own kin, “my wife”; null for everybody else. */
function kinOf(knows: readonly KnownPerson[], id: ActorId): string | null {
  const person = knows.find((other) => other.id === id)
  return person?.kinship ? kinWords(person) : null
}

/** Who is in a talk, or has spoken in it, beside those. */
function othersIn(conversation: DeepReadonly<Conversation>, except: readonly ActorId[]): ActorId[] {
  return [...new Set<ActorId>([...conversation.participants, ...conversation.circle.map(({ id }) => id), ...conversation.turns.map(({ speakerId }) => speakerId)])].filter((id) => !except.includes(id))
}

/** What has a name around a settlement: the river by it, then the landmarks, the sea where a talk is of it (to look for it takes long), then the roads that leave it. */
function countryOf(land: Land, home: SettlementPlan, { x, z, asksSea }: { x: number; z: number; asksSea: boolean }): PrivateView['country'] {
  const river = land.riverNear(home.x, home.z, RIVER_METERS)
  const marks: ReadonlyArray<{ name: string; kind: string; story: string; x: number; z: number }> = land.findLandmarks(home.x, home.z, COUNTRY_METERS).slice(0, MOST_LANDMARKS)
  const roads = land.roadsNear(home.x, home.z, home.radius + ROAD_METERS).flatMap((road) => {
    const isOutward = road.from.x === home.x && road.from.z === home.z
    const end = isOutward ? road.to : road.from
    const far = isOutward || (road.to.x === home.x && road.to.z === home.z) ? land.findSettlements(end.x, end.z, 4)[0] : undefined
    const { name, story } = land.tellRoad(road)
    return far ? [{ name, kind: 'road', story: `It leads to ${far.name}. ${story}`, x: end.x, z: end.z }] : []
  })
  const sea = asksSea ? seaNear(land, home) : null
  return [...(river ? [{ ...river, kind: 'river' }] : []), ...marks, ...(sea ? [{ name: 'the sea', kind: 'sea', story: 'It goes on further than anybody has seen.', ...sea }] : []), ...roads].map(({ name, kind, story, ...mark }) => ({ name, kind, story, direction: directionOf(x, z, mark.x, mark.z), meters: Math.round(Math.hypot(mark.x - x, mark.z - z)) }))
}

/** Where the sea begins nearest to a settlement, looked for along eight ways; null where none is within reach. Found once for a settlement. */
function seaNear(land: Land, home: SettlementPlan): { x: number; z: number } | null {
  const known = seas.get(home)
  if (known !== undefined) return known
  let found: { x: number; z: number } | null = null
  for (let meters = SEA_STEP_METERS; found === null && meters <= SEA_METERS; meters += SEA_STEP_METERS) {
    for (const [dx, dz] of EIGHT_WAYS) {
      const x = home.x + dx * meters
      const z = home.z + dz * meters
      if (land.waterAt(x, z)?.kind !== 'sea') continue
      found = { x, z }
      break
    }
  }
  seas.set(home, found)
  return found
}

function fullName(npc: DeepReadonly<Npc>): string {
  return npc.family ? `${npc.given} ${npc.family}` : npc.given
}

function callOfId(id: ActorId, other: DeepReadonly<Npc> | undefined, callOf: (other: DeepReadonly<Npc>) => string): string {
  return other ? callOf(other) : id === 'player' ? STRANGER : 'somebody'
}

function metersBetween(a: DeepReadonly<Npc>, b: DeepReadonly<Npc>): number {
  return Math.hypot(a.body.x - b.body.x, a.body.z - b.body.z)
}

function homeWords(plan: SettlementPlan | null, npc: DeepReadonly<Npc>): string {
  const building = plan?.buildings.find(({ id }) => id === npc.homeId)
  return plan && building ? `the ${building.kind} ${whereIn(plan, building)}` : 'a house of this village'
}

function workplaceWords(plan: SettlementPlan | null, npc: DeepReadonly<Npc>): string {
  const building = plan?.buildings.find(({ id }) => id === npc.workplaceId)
  return plan && building ? (building.kind === 'cottage' ? `the cottage ${whereIn(plan, building)}` : `the ${building.kind}`) : 'out of doors'
}

function whereIn(plan: SettlementPlan, building: BuildingPlan): string {
  const meters = Math.hypot(building.x - plan.x, building.z - plan.z)
  return meters < plan.radius * 0.35 ? 'by the square' : `at the ${directionOf(plan.x, plan.z, building.x, building.z)} end of ${plan.name}`
}

function placeName(plan: SettlementPlan | null, x: number, z: number, region: string): string {
  if (!plan || Math.hypot(x - plan.x, z - plan.z) > plan.radius * 1.6) return region
  let best: BuildingPlan | null = null
  let bestMeters = 18
  for (const building of plan.buildings) {
    const meters = Math.hypot(building.x - x, building.z - z)
    if (building.kind !== 'cottage' && meters < bestMeters) {
      best = building
      bestMeters = meters
    }
  }
  if (best) return `the ${best.kind} of ${plan.name}`
  return Math.hypot(x - plan.x, z - plan.z) < 16 ? `the square of ${plan.name}` : plan.name
}

function landmarksOf(plan: SettlementPlan, x: number, z: number): PrivateView['landmarks'] {
  const marks = plan.buildings
    .filter(({ kind }) => kind !== 'cottage')
    .map((building) => ({ name: `the ${building.kind}`, kind: building.kind as string, direction: directionOf(x, z, building.x, building.z), meters: Math.round(Math.hypot(building.x - x, building.z - z)) }))
  for (const spot of plan.spots) marks.push({ name: spot.kind === 'graves' ? GRAVES : `the ${spot.kind}`, kind: spot.kind, direction: directionOf(x, z, spot.x, spot.z), meters: Math.round(Math.hypot(spot.x - x, spot.z - z)) })
  marks.push({ name: 'the square', kind: 'square', direction: directionOf(x, z, plan.x, plan.z), meters: Math.round(Math.hypot(plan.x - x, plan.z - z)) })
  return marks.sort((a, b) => a.meters - b.meters)
}

function offeredOptions(npc: DeepReadonly<Npc>, talking: boolean): OfferedOption[] {
  const best = [...npc.options].sort((a, b) => b.score - a.score).slice(0, OFFERED_SKILLS)
  const offered: OfferedOption[] = []
  const current = npc.skill
  if (current) offered.push({ number: 1, skillId: current.skillId, targetId: current.targetId, label: STAY_LABEL })
  for (const { skillId, label } of best) if (!offered.some((other) => other.label === label)) offered.push({ number: offered.length + 1, skillId, targetId: null, label })
  if (talking) offered.push({ number: offered.length + 1, skillId: current?.skillId ?? 'talk', targetId: null, label: END_TALK_LABEL })
  return offered
}
