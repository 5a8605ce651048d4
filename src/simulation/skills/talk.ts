/** Having a word with somebody close by. */
import { meet } from '../beliefs/meet.ts'
import { findTalkToJoin, joinCircle } from '../conversations/circle.ts'
import { openAmongPeople } from '../conversations/open-conversation.ts'
import { livelinessAt } from '../npc/liveliness.ts'
import { findPartner, isFree } from './company.ts'
import { findPerson, leaning, weigh, type Moment, type Skill } from './skill.ts'

/** Talks with words happen within this distance of the player; elsewhere the time just passes. */
const WORDS_METERS = 60

/** Whether words are said, not only time passed. */
function isHeard({ npc, playerMeters }: Moment): boolean {
  return npc.fidelity === 'near' && playerMeters < WORDS_METERS
}

/** How much a word is wished for: the more the livelier minds are, where it is heard. */
function wishAt(moment: Moment): { seek: number; reach: number } {
  return livelinessAt(isHeard(moment) ? moment.world.liveliness : 0)
}

/** A talk of neighbours that a lively mind may walk up to. */
function joinable(moment: Moment): ReturnType<typeof findTalkToJoin> {
  return isHeard(moment) && moment.world.liveliness > 0 ? findTalkToJoin(moment.world, moment.npc, wishAt(moment).reach) : undefined
}

/** Talk. */
export const talk: Skill = {
  id: 'talk',
  concerns: 'person',
  label: () => 'have a word with somebody',
  weigh(moment, weights) {
    const { npc } = moment
    if (npc.indoors || moment.world.tick < npc.talkAgainTick) return
    const { seek, reach } = wishAt(moment)
    weigh(weights, 'someone is near', findPartner(moment, reach) || joinable(moment) ? 1 : 0)
    weigh(weights, 'loneliness', (0.25 + 0.75 * (1 - npc.needs.company)) * seek)
    weigh(weights, 'sociability', 0.75 * leaning(npc.temperament.extraversion, 0.3))
  },
  start(moment, run) {
    const wished = findPerson(moment.world, run.targetId)
    const partner = wished && isFree(wished) ? wished : (findPartner(moment, wishAt(moment).reach) ?? joinable(moment)?.friend)
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
    const talk = joinable(moment)
    if (talk?.friend === partner) {
      joinCircle(world, talk!.conversation, npc)
      return true
    }
    if (!partner || !isFree(partner)) return false
    if (isHeard(moment)) openAmongPeople(moment, npc, partner)
    else {
      npc.talkAgainTick = world.tick + 1200
      meet(world, moment.env, npc, partner)
    }
    return true
  },
}
