/** The same minutes of one village at several speeds of thinking; writes the page and the picture that show it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWorld } from '#simulation/create-world.ts'
import { dropThought } from '#simulation/conversations/request-thought.ts'
import type { WorldEnv } from '#simulation/env.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { tickWorld } from '#simulation/tick.ts'
import type { World } from '#simulation/world.ts'
import { createLand } from '#worldgen/create-land.ts'
import { liveMinute, type LivedMinute } from '#test/support/lived-minute.ts'
import { weighAtSpeeds, type Weighed } from '#test/support/same-choices.ts'
import type { Bench, Figure } from './bench.ts'
import { digits } from './support/measure.ts'
import { drawVelocity, velocityPage, type SpeedRow } from './support/velocity-page.ts'

const SEED = 'amber-heron'
const SPEEDS = [0, 43, 250, 1_000, 20_000] as const
/** World hours at which a minute begins: so many that what is rare in one, as lines of who stands by, can be compared; the hour that is drawn; and a minute's length in seconds of play. */
const HOURS = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19] as const
const SHOWN = HOURS.indexOf(10)
const SECONDS = 60
/** Ticks in which people come out and go about their day before the minute begins. */
const SETTLING_TICKS = 300
/** Of all choices of all minutes so many, evenly taken, are weighed at every speed. */
const MOST_CHOICES = 96

/** VEL: what a speed makes of a minute. */
export const velocityBench: Bench = {
  ids: ['VEL'],
  async run() {
    const land = createLand(SEED)
    const env: WorldEnv = { land, ground: createGround(land) }
    const all: LivedMinute[][] = []
    const shown = new Map<number, LivedMinute>()
    const minutes = HOURS.map((hour) => settle(env, hour))
    for (const tokensPerSecond of SPEEDS) {
      const lived: LivedMinute[] = []
      for (const world of minutes) lived.push(await liveMinute(structuredClone(world), env, { tokensPerSecond, seconds: SECONDS }))
      shown.set(tokensPerSecond, lived[SHOWN]!)
      all.push(lived)
    }
    const met = all.flat().flatMap(({ choices }) => choices)
    const choices = Array.from({ length: Math.min(MOST_CHOICES, met.length) }, (_, n) => met[Math.floor((n * met.length) / Math.min(MOST_CHOICES, met.length))]!)
    const weighed = await weighAtSpeeds(choices, SPEEDS)
    const rows = all.map((lived, n) => rowOf(lived, weighed[n]!))
    const root = process.cwd()
    writeFileSync(join(root, 'docs/pictures/velocity.svg'), drawVelocity(shown, { rows, seconds: SECONDS }))
    writeFileSync(join(root, 'docs/velocity.md'), velocityPage(rows, { seed: SEED, hours: HOURS, seconds: SECONDS, choices: choices.length, people: Math.round(minutes.reduce((sum, { npcs }) => sum + npcs.length, 0) / minutes.length) }))
    return rows.map(figureOf)
  },
}

function settle(env: WorldEnv, hour: number): World {
  const { land } = env
  const start = land.startPlace()
  const home = land.findSettlements(start.x, start.z, 4_000)[0]
  const world = createWorld({ seed: SEED, land, place: start, worldSeconds: hour * 3_600, weather: 'clear' })
  for (let tick = 0; tick < SETTLING_TICKS; tick++) tickWorld(world, env, tick === 0 && home ? [{ type: 'player-place', x: home.x, z: home.z }] : [])
  // what was asked for before anybody could answer is not waited for
  for (const npc of world.npcs) dropThought(npc)
  return world
}

function rowOf(lived: readonly LivedMinute[], { tokensPerSecond, branches, regret }: Weighed): SpeedRow {
  const mean = (of: (minute: LivedMinute) => number): number => lived.reduce((sum, minute) => sum + of(minute), 0) / lived.length
  const replies = lived.flatMap((minute) => minute.replies).sort((a, b) => a - b)
  const longest = ({ said }: LivedMinute): number => Math.max(0, ...said.map(({ talkId }) => said.filter((other) => talkId !== null && other.talkId === talkId).length))
  return {
    tokensPerSecond, thoughts: mean(({ thoughts }) => thoughts.length), byModel: mean(({ thoughts }) => thoughts.filter(({ byModel }) => byModel).length), fellBack: mean(({ thoughts }) => thoughts.filter(({ fellBack }) => fellBack).length),
    choices: mean(({ choices }) => choices.length), branches: mean((minute) => minute.branches), branchesOfChoice: branches, regret, talks: mean(({ talks }) => talks), speakers: mean(({ speakers }) => speakers), lines: mean(({ said }) => said.length), asides: mean(({ said }) => said.filter(({ isAside }) => isAside).length), longest: mean(longest),
    tokens: mean(({ tokens }) => tokens), replyMs: replies[Math.floor(replies.length / 2)] ?? null,
  }
}

function figureOf(row: SpeedRow): Figure {
  return {
    id: 'VEL', what: `a minute at ${row.tokensPerSecond.toLocaleString('en')} tokens a second: thoughts, by the model, branches, regret, talks, lines, tokens`, figure: `${digits(row.thoughts)}; ${digits(row.byModel)}; ${digits(row.branches)}; ${digits(row.regret, 3)}; ${digits(row.talks)}; ${digits(row.lines)}; ${digits(row.tokens, 0)}`, bar: '', ok: null,
    note: `means of ${HOURS.length} minutes; ${digits(row.branchesOfChoice)} branches of the same choice; ${digits(row.speakers)} speak, longest talk ${digits(row.longest)} lines; reply after ${row.replyMs ?? '–'} ms in the median`,
  }
}
