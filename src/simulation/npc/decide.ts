/** What a person does next: every skill is weighed, habit and wish added, and the plan kept unless something is clearly better. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import { avoidedBy, readStance, shun, sway } from '../affect/sway.ts'
import { lyingInWith } from '../happenings/newborn.ts'
import { SKILLS } from '../skills/index.ts'
import { LYING_IN } from '../skills/lie-in.ts'
import { scoreOf, type Moment, type Weights } from '../skills/skill.ts'
import { startSkill } from './carry-out.ts'
import type { Npc, WeighedOption } from './npc.ts'

/** How much better something must be to drop what one is at: the cure for dithering. */
const COMMITMENT = 0.14
/** How much more that is at full arousal. */
const AROUSED_COMMITMENT = 0.8
/** What a wish of the mind adds. */
const INTENTION_BONUS = 0.45
/** Moods of the half hour: small, and different for everybody. */
const WHIM = 0.07
/** Options kept for others to see. */
const SHOWN_OPTIONS = 6
/** Below this nothing is worth getting up for. */
const LEAST_SCORE = 0.02

const weights: Weights = { names: [], values: [], count: 0 }
const scores = new Float64Array(SKILLS.length)
/** The same, as if no bad memory had a say. */
const freeScores = new Float64Array(SKILLS.length)
const tried = new Uint8Array(SKILLS.length)
/** Whether whoever weighs now lies in with a newborn child: asked once for all that is weighed. */
let liesIn = false

/** Weighs everything and begins what is best, unless what is being done is good enough. */
export function decide(moment: Moment): void {
  const { npc, world } = moment
  if (npc.intention && world.tick > npc.intention.untilTick) npc.intention = null
  readBounds(moment)
  let best = -1
  for (let s = 0; s < SKILLS.length; s++) {
    scores[s] = weighSkill(moment, s)
    if (best < 0 || scores[s]! > scores[best]!) best = s
  }
  npc.decidedTick = world.tick
  const current = npc.skill ? SKILLS.findIndex((skill) => skill.id === npc.skill!.skillId) : -1
  if (current >= 0) {
    const wished = npc.intention !== null && best >= 0 && SKILLS[best]!.id === npc.intention.skillId && best !== current
    // a stirred mind narrows: it holds on to what it is at
    const hold = COMMITMENT * (1 + AROUSED_COMMITMENT * Math.max(0, npc.mood.arousal))
    if (best === current || scores[best]! < scores[current]! + hold * (wished ? 0.3 : 1)) return
  }
  npc.affect.avoids = best < 0 ? null : findAvoided(moment, best)
  keepOptions(moment)
  begin(moment, best)
}

/** Brings `npc.options` up to date, for whoever looks: the best few with what spoke for and against them. */
export function keepOptions(moment: Moment): void {
  const { npc } = moment
  readBounds(moment)
  for (let s = 0; s < SKILLS.length; s++) scores[s] = weighSkill(moment, s)
  tried.fill(0)
  npc.options.length = 0
  for (let rank = 0; rank < SHOWN_OPTIONS; rank++) {
    const s = bestUntried()
    if (s < 0) break
    tried[s] = 1
    npc.options.push(toOption(moment, s))
  }
}

/** Reads what bends and bounds the choice of the person of this moment. */
function readBounds(moment: Moment): void {
  readStance(moment)
  liesIn = lyingInWith(moment.world, moment.npc) !== undefined
}

function toOption(moment: Moment, s: number): WeighedOption {
  const skill = SKILLS[s]!
  const score = weighSkill(moment, s)
  const parts: WeighedOption['parts'] = []
  for (let i = 0; i < weights.count; i++) parts.push({ name: weights.names[i]!, value: Math.round(weights.values[i]! * 100) / 100 })
  sway(moment, skill.id, parts)
  const left = shun(moment, skill.id)
  if (left < 0.98) parts.push({ name: 'a bad memory', value: Math.round(left * 100) / 100 })
  if (moment.npc.intention?.skillId === skill.id) parts.push({ name: 'wish', value: INTENTION_BONUS })
  return { skillId: skill.id, label: skill.label(moment), score: Math.round(score * 1000) / 1000, parts }
}

/** Begins the best option; when it turns out impossible, the next best, and so on. */
function begin(moment: Moment, first: number): void {
  const { npc } = moment
  tried.fill(0)
  for (let s = first; s >= 0; s = bestUntried()) {
    tried[s] = 1
    const skill = SKILLS[s]!
    // what is going on already is not begun again
    if (npc.skill?.skillId === skill.id) return
    const wish = npc.intention?.skillId === skill.id ? npc.intention : null
    if (!startSkill(moment, skill, wish?.targetId ?? null)) continue
    if (wish) {
      npc.why = wish.reason
      if (skill.id !== 'accompany') npc.intention = null
    }
    return
  }
  if (npc.skill) return
  npc.activity = npc.indoors ? 'resting indoors' : 'standing about'
  npc.why = 'nothing calls'
}

/** What would have been done but for a bad memory; null when nothing else would have been. */
function findAvoided(moment: Moment, best: number): Npc['affect']['avoids'] {
  let wanted = best
  for (let s = 0; s < SKILLS.length; s++) if (freeScores[s]! > freeScores[wanted]!) wanted = s
  return wanted === best ? null : avoidedBy(moment, SKILLS[wanted]!.id)
}

function bestUntried(): number {
  let best = -1
  for (let s = 0; s < SKILLS.length; s++) if (!tried[s] && scores[s]! > LEAST_SCORE && (best < 0 || scores[s]! > scores[best]!)) best = s
  return best
}

function weighSkill(moment: Moment, s: number): number {
  const { npc, world } = moment
  const skill = SKILLS[s]!
  weights.count = 0
  freeScores[s] = 0
  if (liesIn && !LYING_IN.has(skill.id)) return 0
  skill.weigh(moment, weights)
  let score = scoreOf(weights)
  if (score === 0) return 0
  score *= sway(moment, skill.id, null)
  const left = shun(moment, skill.id)
  freeScores[s] = score
  score *= left
  score += WHIM * (unitOf(hashCell(hashString(npc.id), s, Math.floor(world.worldSeconds / 1800))) - 0.5)
  if (npc.intention?.skillId === skill.id) score += INTENTION_BONUS
  return Math.max(0, score)
}
