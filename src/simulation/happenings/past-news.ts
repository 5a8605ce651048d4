/** What happened in a settlement before the player ever came: the last days by seed and day, told round among its people, with nobody's dice used up. */
import { hashCell, hashString } from '#core/hash.ts'
import type { SettlementId } from '#core/ids.ts'
import { createRng, nextInt } from '#core/rng.ts'
import { exchangeNews } from '../beliefs/tell.ts'
import { DAY_WORLD_SECONDS, dayOf } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import type { Npc } from '../npc/npc.ts'
import type { Village } from '../village.ts'
import type { World } from '../world.ts'
import { drawHappening, type Circle } from './draw-happening.ts'
import { happen } from './happen.ts'
import { dueSeconds, FEWEST_PEOPLE, HAPPENING_LAYER } from './update-happenings.ts'

/** Meetings of each person in a day at which news may be passed on. */
const MEETINGS = 3

/** Lets the days before the player's first visit have happened for the people of a settlement that have just come into the world. */
export function bringPast(world: World, env: WorldEnv, village: Village, people: readonly Npc[]): void {
  const { plan } = village
  const { pastDays } = world.chronicle
  if (pastDays <= 0 || people.length < FEWEST_PEOPLE) return
  const word = hashCell(env.land.seedWord, hashString(plan.id), HAPPENING_LAYER)
  // what is long over neither changes what comes nor presses today
  const before = people.map(({ rng, needs }) => ({ rng: { ...rng }, needs: { ...needs } }))
  const today = dayOf(world.worldSeconds)
  for (let day = today - pastDays; day <= today; day++) {
    const due = dueSeconds(word, day)
    if (due < world.worldSeconds && !isTold(world, plan.id, due)) {
      const circle: Circle = { rng: createRng(hashCell(word, day)), people, plan, isStormy: false }
      const draft = drawHappening(circle)
      // those who are there have not died
      if (draft && draft.claim.kind !== 'death') happen(world, circle, draft, due)
    }
    if (day < today) goRound(world, people, hashCell(word, day, 3))
  }
  people.forEach((npc, i) => Object.assign(npc, before[i]))
  // what was a reason to come together is over
  world.chronicle.gatherings = world.chronicle.gatherings.filter(({ untilSeconds }) => untilSeconds >= world.worldSeconds)
}

/** A day of meetings: whoever meets, by the day's own dice. */
function goRound(world: World, people: readonly Npc[], word: number): void {
  const rng = createRng(word)
  for (let meeting = 0; meeting < people.length * MEETINGS; meeting++) {
    const npc = people[nextInt(rng, 0, people.length - 1)]!
    const other = people[nextInt(rng, 0, people.length - 1)]!
    if (npc !== other) exchangeNews(world, npc, other)
  }
}

/** Whether this world has lived through that day already. */
function isTold({ chronicle }: World, id: SettlementId, due: number): boolean {
  return chronicle.happenings.some(({ settlementId, worldSeconds }) => settlementId === id && Math.abs(worldSeconds - due) < DAY_WORLD_SECONDS / 48)
}
