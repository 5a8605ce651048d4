/** Children's play: running about, more so where other children are. */
import { nextFloat, pick } from '#core/rng.ts'
import { aimNear } from './places.ts'
import { errandWeather, hoursBetween, weigh, type Moment, type Skill } from './skill.ts'
import type { Npc, SkillRun } from '../npc/npc.ts'

const WET_DOINGS = ['jumping in the puddles', 'letting a chip of bark sail down the gutter', 'catching drops with an open mouth'] as const
/** From how much rain on there are puddles, 0..1. */
const WET = 0.4
const DOINGS = ['skipping stones', 'playing catch', 'hiding and seeking', 'chasing a hoop'] as const

/** Play. */
export const play: Skill = {
  id: 'play',
  label: () => 'play',
  weigh(moment, weights) {
    const { npc } = moment
    if (npc.age >= 14) return
    weigh(weights, 'being young', 0.72)
    weigh(weights, 'daylight', hoursBetween(moment.hour, 7.5, 19, 1))
    weigh(weights, 'dry weather', errandWeather(moment, moment.world.weather.kind === 'rain' ? 0.35 : 0.8))
    weigh(weights, 'strength left', 0.4 + 0.6 * npc.needs.rest)
  },
  start(moment, run) {
    const mate = findPlaymate(moment)
    run.targetId = mate?.id ?? null
    run.going = mate ? `running about with ${mate.given}` : 'running about'
    run.why = mate ? `${mate.given} is out too` : 'there is nothing more important'
    run.pace = 2.7
    aimSomewhere(moment, run)
    return true
  },
  onward(moment, run) {
    if (moment.world.tick - run.startedTick > 1200) return false
    aimSomewhere(moment, run)
    return true
  },
}

function aimSomewhere(moment: Moment, run: SkillRun): void {
  const { npc, village } = moment
  const mate = moment.world.npcs.find((other) => other.id === run.targetId)
  const middle = mate && !mate.indoors ? mate.body : village.plan
  const angle = nextFloat(npc.rng) * Math.PI * 2
  const meters = 3 + nextFloat(npc.rng) * 9
  aimNear(moment, run, { x: middle.x + Math.cos(angle) * meters, z: middle.z + Math.sin(angle) * meters }, 0)
  run.seconds = 1 + nextFloat(npc.rng) * 4
  run.doing = pick(npc.rng, moment.world.weather.rain > WET ? WET_DOINGS : DOINGS)
}

function findPlaymate(moment: Moment): Npc | null {
  const { npc } = moment
  return moment.world.npcs.find((other) => other !== npc && other.age < 14 && other.settlementId === npc.settlementId && !other.indoors) ?? null
}
