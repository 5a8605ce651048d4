/** Having a word with somebody close by. */
import { meet } from '../beliefs/meet.ts'
import { openAmongPeople } from '../conversations/open-conversation.ts'
import { findPartner, isFree } from './company.ts'
import { findPerson, leaning, weigh, type Skill } from './skill.ts'

/** How far people go out of their way for a word, metres. */
const PARTNER_METERS = 14
/** Talks with words happen within this distance of the player; elsewhere the time just passes. */
const WORDS_METERS = 60

/** Talk. */
export const talk: Skill = {
  id: 'talk',
  concerns: 'person',
  label: () => 'have a word with somebody',
  weigh(moment, weights) {
    const { npc } = moment
    if (npc.indoors || moment.world.tick < npc.talkAgainTick) return
    weigh(weights, 'someone is near', findPartner(moment, PARTNER_METERS) ? 1 : 0)
    weigh(weights, 'loneliness', 0.25 + 0.75 * (1 - npc.needs.company))
    weigh(weights, 'sociability', 0.75 * leaning(npc.temperament.extraversion, 0.3))
  },
  start(moment, run) {
    const wished = findPerson(moment.world, run.targetId)
    const partner = wished && isFree(wished) ? wished : findPartner(moment, PARTNER_METERS)
    if (!partner || partner === moment.npc) return false
    run.targetId = partner.id
    run.followId = partner.id
    run.targetX = partner.body.x
    run.targetZ = partner.body.z
    run.reach = 1.7
    run.seconds = 14
    run.going = `walking over to ${partner.given}`
    run.doing = `talking with ${partner.given}`
    run.why = moment.npc.needs.company < 0.45 ? 'in need of company' : `${partner.given} is close by`
    return true
  },
  arrive(moment, run) {
    const { npc, world } = moment
    const partner = findPerson(world, run.targetId)
    if (!partner || !isFree(partner)) return false
    const heard = npc.fidelity === 'near' && moment.playerMeters < WORDS_METERS
    if (heard) openAmongPeople(moment, npc, partner)
    else {
      npc.talkAgainTick = world.tick + 1200
      meet(world, moment.env, npc, partner)
    }
    return true
  },
}
