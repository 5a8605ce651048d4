/** Coming together at the fire or on the square of an evening. */
import { nextFloat } from '#core/rng.ts'
import { aimNear, drawSpot, yawTowards } from './places.ts'
import { hoursBetween, leaning, rainNow, weigh, type Moment, type Skill } from './skill.ts'
import type { Gathering } from '../happenings/happening.ts'

/** Gather. */
export const gather: Skill = {
  id: 'gather',
  label: () => 'join the others at the fire',
  weigh(moment, weights) {
    const { npc } = moment
    const called = findGathering(moment)
    if (called) {
      weigh(weights, called.kind === 'feast' ? 'there is a feast' : 'the dead are mourned', called.kind === 'feast' ? 0.85 * leaning(npc.temperament.extraversion, 0.2) : 0.8)
      return
    }
    weigh(weights, 'evening', hoursBetween(moment.hour, 18.3, npc.age < 14 ? 20 : 21.7, 0.8))
    weigh(weights, 'sociability', 0.72 * leaning(npc.temperament.extraversion, 0.2))
    weigh(weights, 'loneliness', 0.5 + 0.5 * (1 - npc.needs.company))
    weigh(weights, 'dry weather', 1 - rainNow(moment))
  },
  start(moment, run) {
    const { npc, village } = moment
    const called = findGathering(moment)
    if (called) {
      aimNear(moment, run, called, 2 + nextFloat(npc.rng) * 2.5)
      run.facing = yawTowards({ x: run.targetX, z: run.targetZ }, called)
      run.seconds = 70 + nextFloat(npc.rng) * 60
      run.going = called.kind === 'feast' ? `walking to ${called.words}` : 'walking to the shrine'
      run.doing = called.kind === 'feast' ? 'feasting with the others' : 'mourning with the others'
      run.why = called.kind === 'feast' ? 'there is a feast' : `everybody comes ${called.words}`
      return true
    }
    const fire = drawSpot(moment, ['fire'])
    const place = fire ?? village.plan
    aimNear(moment, run, place, 1.9 + nextFloat(npc.rng) * 1.3)
    run.facing = yawTowards({ x: run.targetX, z: run.targetZ }, place)
    run.seconds = 50 + nextFloat(npc.rng) * 50
    run.going = fire ? 'walking to the fire' : 'walking to the square'
    run.doing = fire ? 'warming up by the fire with the others' : 'standing together on the square'
    run.why = 'it is evening, and the others are there'
    return true
  },
}

/** What the people of this settlement are called together for now; undefined for nothing. */
function findGathering({ npc, world }: Moment): Gathering | undefined {
  return world.chronicle.gatherings.find(({ settlementId, fromSeconds, untilSeconds }) => settlementId === npc.settlementId && fromSeconds <= world.worldSeconds && world.worldSeconds < untilSeconds)
}
