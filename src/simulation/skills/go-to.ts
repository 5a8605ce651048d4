/** Going to a certain building or person: only when a mind wishes it. */
import type { BuildingId } from '#core/ids.ts'
import { aimAtDoor, findBuilding } from './places.ts'
import { findPerson, weigh, type Skill } from './skill.ts'
import { buildingWords } from '../words.ts'

/** Go somewhere. */
export const goTo: Skill = {
  id: 'go-to',
  concerns: 'building',
  label: () => 'go somewhere',
  weigh({ npc }, weights) {
    weigh(weights, 'wish', npc.intention?.skillId === 'go-to' ? 0.6 : 0)
  },
  start(moment, run) {
    const person = findPerson(moment.world, run.targetId)
    const building = person?.indoors ? findBuilding(moment.village, person.insideId) : findBuilding(moment.village, (run.targetId as BuildingId | null) ?? moment.npc.homeId)
    run.seconds = 15
    run.why = moment.npc.intention?.reason ?? 'there is something to do there'
    if (person && !person.indoors) {
      run.followId = person.id
      run.targetX = person.body.x
      run.targetZ = person.body.z
      run.reach = 1.8
      run.going = `going to find ${person.given}`
      run.doing = `standing by ${person.given}`
      return true
    }
    if (!building) return false
    aimAtDoor(moment, run, building)
    const where = buildingWords(moment.world, building, moment.npc)
    run.going = where === 'home' ? 'going home' : `going to ${where}`
    run.doing = where === 'home' ? 'standing before the house' : `waiting by ${where}`
    return true
  },
}
