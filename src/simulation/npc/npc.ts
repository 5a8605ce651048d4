/** A person: who they are, where they are, what drives them and what they are doing. Plain data. */
import type { ActorId, BuildingId, NpcId, SettlementId } from '#core/ids.ts'
import type { Rng } from '#core/rng.ts'
import type { Affect, Mood } from '../affect/affect.ts'
import type { Belief } from '../beliefs/belief.ts'
import type { ThoughtKind } from '../events.ts'
import type { Body } from '../physics/body.ts'
import type { SkillId } from '../skills/skill-id.ts'
import type { Foresight } from './lenses.ts'
import type { Trading } from '../trade/wares.ts'
import type { TradeId } from './trades.ts'

/** Mood as in `affect.ts`. */
export type { Mood }

/** The Big Five, each −1..1 (Costa & McCrae). */
export type Temperament = { openness: number; conscientiousness: number; extraversion: number; agreeableness: number; neuroticism: number }

/** How well each need is met: 1 content .. 0 desperate. */
export type Needs = { food: number; rest: number; company: number; duty: number; safety: number; shelter: number }

/** What one person is to another, seen from one side. */
export type Relation = {
  otherId: ActorId
  kinship: 'spouse' | 'parent' | 'child' | 'sibling' | null
  /** −1 hate .. 1 love. */
  warmth: number
  /** 0..1. */
  trust: number
  /** −1 contempt .. 1 awe. */
  respect: number
  /** 0..1. */
  fear: number
  /** −1 they owe me much .. 1 I owe them much. */
  debt: number
  /** 0 stranger .. 1 life-long. */
  familiarity: number
  /** Why it last changed, in a few words. */
  lastReason: string
}

/** What a person looks like; colours are sRGB hex. */
export type Appearance = {
  /** Metres. */
  height: number
  /** 0.8 slight .. 1.25 stout. */
  build: number
  skin: string
  hair: string
  hairStyle: 'short' | 'long' | 'bun' | 'bald' | 'braid'
  beard: boolean
  hat: 'none' | 'straw' | 'cap' | 'hood' | 'kerchief'
  garment: 'trousers' | 'dress' | 'robe'
  coat: string
  cloth: string
  accent: string
}

/** A skill being carried out. */
export type SkillRun = {
  skillId: SkillId
  /** Where it takes place, metres. */
  targetX: number
  targetZ: number
  /** Whom or what it concerns. */
  targetId: string | null
  phase: 'walk' | 'do'
  startedTick: number
  /** When the doing ends, once it began. */
  untilTick: number
  /** Way points x0, z0, x1, z1, … still ahead. */
  path: number[]
  /** What it is called on the way and while it is done: "walking to the well", "drawing water". */
  going: string
  doing: string
  why: string
  /** How long the doing lasts, seconds of play. */
  seconds: number
  /** Metres from the target at which the walk is over. */
  reach: number
  /** The building that is entered on arrival. */
  insideId: BuildingId | null
  /** Where to look while doing, radians; null: wherever. */
  facing: number | null
  /** Whoever moves the target along with them. */
  followId: ActorId | null
  /** Metres a second on the way. */
  pace: number
  /** Least distance to the next way point so far, and since when: how being stuck is noticed. */
  nearestMeters: number
  nearestTick: number
  /** How often the way was looked for again. */
  retries: number
}

/** One option weighed at a decision, with what spoke for and against it. */
export type WeighedOption = { skillId: SkillId; label: string; score: number; parts: Array<{ name: string; value: number }> }

/** A wish of the mind: a skill to prefer for a while. */
export type Intention = { skillId: SkillId; targetId: string | null; reason: string; untilTick: number }

/** A sign made with the body. */
export type Gesture = { kind: 'nod' | 'wave' | 'shrug' | 'bow' | 'startle' | 'shake' | 'reach' | 'fall'; toId: ActorId | null; fromTick: number; untilTick: number }

/** Words shown over a head. */
export type Utterance = { text: string; fromTick: number; untilTick: number; source: 'model' | 'builtin' | 'fallback' }

/** A person. */
export type Npc = {
  id: NpcId
  settlementId: SettlementId
  given: string
  family: string
  sex: 'female' | 'male'
  age: number
  trade: TradeId
  homeId: BuildingId
  workplaceId: BuildingId | null
  temperament: Temperament
  appearance: Appearance
  relations: Relation[]
  body: Body
  /** Whom they look at. */
  gazeId: ActorId | null
  /** Inside a building: not drawn, not spoken to. */
  indoors: boolean
  needs: Needs
  /** How one feels now: the mood with the emotions of the moment over it. */
  mood: Mood
  /** What that is made of. */
  affect: Affect
  skill: SkillRun | null
  intention: Intention | null
  /** What they are doing and why, for people: "baking bread", "hungry, and it is noon". */
  activity: string
  why: string
  options: WeighedOption[]
  decidedTick: number
  /** The thought awaited; an answer with another id is void. */
  thoughtId: number | null
  conversationId: number | null
  speech: Utterance | null
  thought: Utterance | null
  /** Whom they greeted, and when (world seconds), to greet once in a while only. */
  greeted: Array<{ id: ActorId; worldSeconds: number }>
  fidelity: 'near' | 'far'
  /** Own dice, so that nobody's chance depends on who else is there. */
  rng: Rng
  /** The building they are in; set exactly while `indoors`. */
  insideId: BuildingId | null
  gesture: Gesture | null
  /** What the awaited thought is for, and since which tick. */
  thoughtKind: ThoughtKind | null
  thoughtTick: number
  /** From which tick on an idle thought may come. */
  museTick: number
  /** The last day a plan was asked for, and a reflection; −1 never. */
  plannedDay: number
  reflectedDay: number
  /** Tick at which each skill (by its place in SKILL_IDS) last ended; below zero when that was before the world began. */
  lastEndedTicks: number[]
  /** What was already told of this day: one event for each skill is enough. */
  toldDay: number
  toldSkills: SkillId[]
  /** When the player was last in sight, world seconds; −1 never. */
  playerSeenWorldSeconds: number
  /** From which tick on they are free for a talk among themselves again. */
  talkAgainTick: number
  /** How much each lens of deliberation weighs, in the order of LENS_IDS. */
  lenses: number[]
  /** What the last choice that was deliberated on is expected to come to. */
  foresight: Foresight | null
  /** From which tick on something may be deliberated on again. */
  deliberateTick: number
  /** What they take to be so, oldest first. */
  beliefs: Belief[]
  nextBeliefId: number
  /** Whether the player has let them stand still. */
  frozen: boolean
  /** What is missing from their shelf, what they have, and what they are buying. */
  trading: Trading
}
