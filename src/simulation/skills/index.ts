/** What people can do: the list that decisions, prompts and panels are made from, in the order of SKILL_IDS. */
import { accompany } from './accompany.ts'
import { buy } from './buy.ts'
import { eat } from './eat.ts'
import { eaves } from './eaves.ts'
import { fetchWater } from './fetch.ts'
import { fleeRain } from './flee-rain.ts'
import { gather } from './gather.ts'
import { goTo } from './go-to.ts'
import { lieIn } from './lie-in.ts'
import { meetPlayer } from './meet-player.ts'
import { play } from './play.ts'
import { pray } from './pray.ts'
import { sit } from './sit.ts'
import type { Skill } from './skill.ts'
import { sleep } from './sleep.ts'
import { talk } from './talk.ts'
import { tend } from './tend.ts'
import { vigil } from './vigil.ts'
import { visit } from './visit.ts'
import { wander } from './wander.ts'
import { withdraw } from './withdraw.ts'
import { work } from './work.ts'

/** One of SKILL_IDS, under the name of the list. */
export type { SkillId } from './skill-id.ts'

/** All skills; the place of each is its place in SKILL_IDS. */
export const SKILLS: readonly Skill[] = [sleep, eat, work, fetchWater, wander, visit, talk, fleeRain, sit, gather, tend, play, pray, meetPlayer, accompany, goTo, withdraw, buy, lieIn, eaves, vigil]
