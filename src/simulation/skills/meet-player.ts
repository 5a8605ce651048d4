/** Walking up to the stranger out of curiosity, or to somebody one has come to like. */
import { greetPlayer, hasGreetedPlayer } from '../conversations/greet-player.ts'
import { hoursBetween, leaning, weigh, type Skill } from './skill.ts'
import { nameOfActor } from '../words.ts'

/** How near the player must be to draw people, metres. */
const SIGHT_METERS = 20

/** Meet the player. */
export const meetPlayer: Skill = {
  id: 'meet-player',
  concerns: 'player',
  label: ({ world }) => `walk up to ${nameOfActor(world, 'player')}`,
  weigh(moment, weights) {
    const { npc, world } = moment
    if (npc.indoors || moment.playerMeters > SIGHT_METERS || world.player.conversationId !== null || world.player.body.swimming) return
    if (hasGreetedPlayer(world, npc)) return
    const relation = npc.relations.find((known) => known.otherId === 'player')
    weigh(weights, 'curiosity', (npc.age < 14 ? 0.8 : 0.52) * leaning(npc.temperament.openness * 0.6 + npc.temperament.extraversion * 0.4, 0.35))
    weigh(weights, 'liking', relation ? Math.max(0, 0.75 + relation.warmth * 0.5) : 0.85)
    weigh(weights, 'nearness', 1 - 0.4 * (moment.playerMeters / SIGHT_METERS))
    weigh(weights, 'daylight', 0.3 + 0.7 * hoursBetween(moment.hour, 6.5, 21, 1))
  },
  start(moment, run) {
    const { body } = moment.world.player
    const name = nameOfActor(moment.world, 'player')
    run.targetId = 'player'
    run.followId = 'player'
    run.targetX = body.x
    run.targetZ = body.z
    run.reach = moment.npc.age < 14 ? 3.4 : 2.6
    run.seconds = 7
    run.going = `walking up to ${name}`
    run.doing = `looking at ${name}`
    run.why = moment.npc.relations.some((relation) => relation.otherId === 'player') ? `glad to see ${name} again` : 'curious about a new face'
    return true
  },
  arrive(moment) {
    greetPlayer(moment.world, moment.npc, 'I walked up to them')
    return true
  },
}
