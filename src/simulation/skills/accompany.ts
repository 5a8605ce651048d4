/** Walking along with somebody: only when a mind wishes it. */
import { TICKS_PER_SECOND } from '../clock.ts'
import { findPerson, weigh, type Skill } from './skill.ts'
import { nameOfActor } from '../words.ts'

/** How long one walks along, seconds of play. */
const LONGEST_SECONDS = 240

/** Accompany. */
export const accompany: Skill = {
  id: 'accompany',
  concerns: 'person',
  label: ({ world }) => `walk along with ${nameOfActor(world, 'player')}`,
  weigh({ npc, world }, weights) {
    // while they talk it can be asked for; nobody does it unasked
    const asked = npc.conversationId !== null && npc.conversationId === world.player.conversationId
    weigh(weights, 'wish', npc.intention?.skillId === 'accompany' ? 0.6 : asked ? 0.04 : 0)
  },
  start(moment, run) {
    const other = run.targetId === null || run.targetId === 'player' ? moment.world.player : findPerson(moment.world, run.targetId)
    if (!other || other === moment.npc) return false
    run.targetId = other.id
    run.followId = other.id
    run.targetX = other.body.x
    run.targetZ = other.body.z
    run.reach = 2.4
    run.seconds = 0.5
    run.pace *= 1.9
    run.going = `walking along with ${nameOfActor(moment.world, other.id)}`
    run.doing = run.going
    run.why = moment.npc.intention?.reason ?? 'it was asked for'
    return true
  },
  onward(moment, run) {
    return moment.world.tick - run.startedTick <= LONGEST_SECONDS * TICKS_PER_SECOND
  },
}
