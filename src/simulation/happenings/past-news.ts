/** What happened in a settlement before the player ever came: the last days by seed and day, told round among its people, with nobody's dice used up. */
import { hashCell, hashString } from '#core/hash.ts'
import type { SettlementId } from '#core/ids.ts'
import { createRng, nextInt } from '#core/rng.ts'
import { exchangeNews } from '../beliefs/tell.ts'
import { DAY_WORLD_SECONDS, dayOf } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import type { Npc } from '../npc/npc.ts'
import type { Village } from '../village.ts'
import type { World } from '../world.ts'
import { draftBurial } from './draft-burial.ts'
import { createCircle, drawHappening } from './draw-happening.ts'
import { settlementOf } from './graves.ts'
import { dieBefore, missDeadOfOld } from './past-death.ts'
import { happen } from './happen.ts'
import { draftReaping, reapingsOf, yearOf } from './reap.ts'
import { dueSeconds, FEWEST_PEOPLE, HAPPENING_LAYER } from './update-happenings.ts'

/** Meetings of each person in a day at which news may be passed on. */
const MEETINGS = 3

/** Lets the days before the player's first visit have happened for the people of a settlement that have just come into the world. */
export function bringPast(world: World, env: WorldEnv, village: Village, people: readonly Npc[]): void {
  const { plan } = village
  const { pastDays } = world.chronicle
  missDeadOfOld(people, world.chronicle.deaths)
  if (pastDays <= 0 || people.length < FEWEST_PEOPLE) return
  const word = hashCell(env.land.seedWord, hashString(plan.id), HAPPENING_LAYER)
  // what is long over neither changes what comes nor presses today
  const before = people.map(({ rng, needs }) => ({ rng: { ...rng }, needs: { ...needs } }))
  const today = dayOf(world.worldSeconds)
  for (let day = today - pastDays; day <= today; day++) {
    const due = dueSeconds(word, day)
    if (due < world.worldSeconds && !isTold(world, plan.id, due)) {
      const circle = createCircle({ weather: { ...world.weather, kind: 'clear' }, chronicle: world.chronicle }, { rng: createRng(hashCell(word, day)), people, plan, worldSeconds: due })
      const drawn = drawHappening(circle)
      // those who are there have not died: it was somebody else
      const draft = drawn?.claim.kind === 'death' ? dieBefore(circle, world.chronicle.deaths) : drawn
      if (draft) happen(world, circle, draft, due)
    }
    reapBefore(world, plan, people, { word, day })
    buryBefore(world, plan, people, (day + 1) * DAY_WORLD_SECONDS)
    if (day < today) goRound(world, people, hashCell(word, day, 3))
  }
  people.forEach((npc, i) => Object.assign(npc, before[i]))
  // what was a reason to come together is over
  world.chronicle.gatherings = world.chronicle.gatherings.filter(({ untilSeconds }) => untilSeconds >= world.worldSeconds)
}

/** Lets the fields be reaped whose day this was, before now. */
function reapBefore(world: World, plan: SettlementPlan, people: readonly Npc[], { word, day }: { word: number; day: number }): void {
  for (const reaping of reapingsOf(plan, word, yearOf(day * DAY_WORLD_SECONDS))) {
    if (dayOf(reaping.due) !== day || reaping.due >= world.worldSeconds || isTold(world, plan.id, reaping.due)) continue
    const circle = createCircle(world, { rng: createRng(hashCell(word, reaping.number, day)), people, plan, worldSeconds: reaping.due })
    const draft = draftReaping(circle, reaping)
    if (draft) happen(world, circle, draft, reaping.due)
  }
}

/** Lets those of a settlement be buried whose burial was due before `untilSeconds` and is over. */
function buryBefore(world: World, plan: SettlementPlan, people: readonly Npc[], untilSeconds: number): void {
  for (const death of world.chronicle.deaths) {
    if (death.isBuried || settlementOf(death.npcId) !== plan.id || death.burialSeconds >= Math.min(untilSeconds, world.worldSeconds)) continue
    const circle = createCircle(world, { rng: createRng(hashString(death.npcId)), people, plan, worldSeconds: death.burialSeconds })
    happen(world, circle, draftBurial(people, plan, death), death.burialSeconds)
  }
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
