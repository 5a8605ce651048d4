/** Going to a certain building or person: only when a mind wishes it. */
import type { BuildingId } from '#core/ids.ts'
import { findDue, targetOf, WAIT_SECONDS } from '../appointments/due.ts'
import { WORLD_SECONDS_PER_SECOND } from '../clock.ts'
import { sceneTarget } from '../happenings/scene.ts'
import { findScene } from '../happenings/find-scene.ts'
import { aimAtScene } from '../happenings/scene-marks.ts'
import { aimAtDoor, aimNear, findBuilding } from './places.ts'
import { findPerson, weigh, type Skill } from './skill.ts'
import { buildingWords, nameOfActor } from '../words.ts'

/** Go somewhere. */
export const goTo: Skill = {
  id: 'go-to',
  concerns: 'building',
  label: () => 'go somewhere',
  weigh({ npc, world }, weights) {
    // who waits for somebody stays
    weigh(weights, 'wish', npc.intention?.skillId === 'go-to' ? 0.6 : npc.skill?.skillId === 'go-to' && (findDue(world, npc) || findScene(world, npc)) ? 1.4 : 0)
  },
  start(moment, run) {
    const scene = findScene(moment.world, moment.npc)
    if (scene && run.targetId === sceneTarget(scene, moment.npc.id)) {
      aimAtScene(moment, run, scene)
      return true
    }
    const due = findDue(moment.world, moment.npc)
    if (due && run.targetId === targetOf(due)) {
      const other = nameOfActor(moment.world, due.npcId === moment.npc.id ? due.withId : due.npcId)
      aimNear(moment, run, due, 1.6)
      run.seconds = Math.max(15, (due.atSeconds + WAIT_SECONDS - moment.world.worldSeconds) / WORLD_SECONDS_PER_SECOND)
      run.going = `going to meet ${other} at ${due.what}`
      run.doing = `waiting for ${other} at ${due.what}`
      run.why = moment.npc.intention?.reason ?? 'we agreed to meet'
      return true
    }
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
