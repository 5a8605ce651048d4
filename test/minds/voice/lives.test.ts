/** Asked about births, deaths and what was missed, people tell what they know, and nobody more. */
import { describe, expect, it } from 'vitest'
import { createRng } from '#core/rng.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import { momentSection } from '#minds/prompts/sections.ts'
import { advanceWorld } from '#simulation/advance.ts'
import { applyCommand } from '#simulation/commands.ts'
import { createCircle, drawOfKind, type HappeningDraft } from '#simulation/happenings/draw-happening.ts'
import { happen } from '#simulation/happenings/happen.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { findVillage } from '#simulation/village.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'
import { listenTo } from '#test/support/people-talks.ts'
import { BORAN, ELSIN, MIRA } from '../support/make-view.ts'
import { createTalker } from '../support/talker.ts'

type Place = ReturnType<typeof createTestWorld> & { people: Npc[]; ask(npc: Npc, text: string): Promise<string>; live(days: number): void; bring(kind: 'birth' | 'death'): HappeningDraft }

/** A village in which anybody can be spoken to anywhere. */
function village(): Place {
  const { world, env } = createTestWorld(10 * 3600)
  const listener = listenTo(world, env)
  const here = (): Npc[] => world.npcs.filter(({ settlementId, age }) => settlementId === 'settlement:0,0' && age > 16)
  return {
    world, env,
    get people() {
      return here()
    },
    async ask(npc, text) {
      npc.indoors = false
      npc.skill = null
      npc.body.x = world.player.body.x + 1
      npc.body.z = world.player.body.z
      for (const other of here()) if (other !== npc) other.body.x = world.player.body.x + 400
      applyCommand(world, env, { type: 'conversation-say', npcId: npc.id, text })
      const reply = (await listener.settle()).flatMap((event) => (event.type === 'speech-said' && event.speakerId === npc.id ? [event.text] : [])).join(' ')
      applyCommand(world, env, { type: 'conversation-close', npcId: npc.id })
      await listener.settle()
      return reply
    },
    live(days) {
      for (const events of advanceWorld(world, env, days * 86_400)) void events
    },
    bring(kind) {
      const people = world.npcs.filter(({ settlementId }) => settlementId === 'settlement:0,0')
      for (let seed = 1; seed < 80; seed++) {
        const circle = createCircle(world, { rng: createRng(seed), people, plan: findVillage(env.land, 'settlement:0,0', people[0]!.body)!.plan, worldSeconds: world.worldSeconds })
        const draft = drawOfKind(kind, circle)
        if (!draft) continue
        happen(world, circle, draft, world.worldSeconds)
        return draft
      }
      throw new Error(`lives: no ${kind}`)
    },
  }
}

describe('asked about the dead', () => {
  it('[SIM-146] kin tell of it at once, others when they have heard; where the grave is, and that nobody else is dead', async () => {
    const place = village()
    const before = await place.ask(place.people[0]!, 'Who died here of late?')
    expect(before).toMatch(/nobody|no one/i)
    const { given } = place.bring('death').sufferer!
    const death = place.world.chronicle.deaths[0]!
    const knows = (npc: Npc): boolean => npc.beliefs.some(({ claim }) => claim.kind === 'death')
    const kin = place.people.find((npc) => knows(npc))!
    const stranger = place.people.find((npc) => !knows(npc))!
    expect(await place.ask(kin, 'Who died?')).toContain(given)
    expect(await place.ask(stranger, 'Has anybody died?')).not.toContain(given)
    expect(await place.ask(kin, `Where is ${given} buried?`)).toMatch(/n[o’]t buried yet|still to come/)
    place.live(1.2)
    expect(death.isBuried).toBe(true)
    const where = await place.ask(kin, `Where is ${given}’s grave?`)
    expect(where).toMatch(/burying ground|just here|standing by it/i)
    expect(await place.ask(kin, `How is ${given}?`)).toMatch(/dead|died/i)
    const living = place.people.find((npc) => npc !== kin)!
    expect(await place.ask(kin, `Is ${living.given} dead?`)).toMatch(/alive|(?:not|isn’t) dead/i)
    expect(await place.ask(living, 'Where is the burying ground?')).toMatch(/north|south|east|west|standing|right here|turn round/i)
    expect(momentSection(buildPrivateView(place.world, place.env.land, kin.id)!)).toContain(`Dead of late: ${given}`)
  }, 30_000)
})

describe('asked about births', () => {
  it('[SIM-148] people tell whose the child is and how old, once they know', async () => {
    const place = village()
    const draft = place.bring('birth')
    const { object: child } = draft.claim
    const knowing = draft.company[1]!
    expect(await place.ask(knowing, 'Was anybody born here?')).toContain(child)
    const who = await place.ask(knowing, `Who is ${child}?`)
    expect(who).toContain(child)
    expect(who).toMatch(knowing.id === place.world.chronicle.births[0]!.otherParentId ? /my (?:son|daughter)/i : new RegExp(draft.doer!.given))
    place.live(4)
    expect(await place.ask(knowing, `How old is ${child}?`)).toMatch(/4 days old/)
    const unborn = village()
    expect(await unborn.ask(unborn.people[0]!, 'Any births of late?')).toMatch(/no child|none of late/i)
  }, 30_000)
})

describe('asked about the time away', () => {
  it('[SIM-147] the weightiest of what was learnt since the last talk is told, with its source, and not what one was told before', async () => {
    const place = village()
    const asked = place.people.slice(0, 5)
    for (const npc of asked) expect(await place.ask(npc, 'What happened while I was away?')).toMatch(/nothing|go by|went by/i)
    place.live(0.1)
    const since = place.world.worldSeconds
    place.bring('death')
    place.bring('birth')
    place.live(3)
    let told = 0
    for (const npc of asked.filter((other) => place.world.npcs.includes(other))) {
      const fresh = npc.beliefs.filter(({ endedSeconds, learntSeconds, claim }) => endedSeconds === null && learntSeconds >= since && ['death', 'birth'].includes(claim.kind))
      if (fresh.length === 0) continue
      told++
      const answered = await place.ask(npc, 'What happened while I was away?')
      expect(fresh.some(({ claim }) => answered.includes(claim.subject!.name) || /\bI had\b/.test(answered)), answered).toBe(true)
      if (fresh.every(({ source }) => source !== null)) expect(answered).toMatch(/says? that/)
      expect(await place.ask(npc, 'What did I miss?')).not.toBe(answered)
    }
    expect(told).toBeGreaterThan(1)
  }, 30_000)
})

it('[MIND-263] after a harvest or a burial nobody speaks of quiet days: what all could see is told, what the asker knows is named', async () => {
  for (const npcId of [MIRA, BORAN, ELSIN]) {
    const seen = createTalker()
    await seen.meet(npcId)
    expect((await seen.say(npcId, 'Any news?', { seenOfLate: [{ text: 'Ada brought in seven sacks of grain from the north field', happenedSeconds: seen.now - 7200 }] })).outcome.reply).toMatch(/seven sacks of grain from the north field/i)
    const known = createTalker()
    await known.meet(npcId)
    const belief = { id: 1, text: 'old Bel was buried', about: [], confidence: 1, fromId: null, fromName: null, hops: 0, happenedSeconds: known.now - 7200, learntSeconds: known.now - 7200, wish: 0, doubters: [] }
    expect((await known.say(npcId, 'Any news?', { beliefs: [belief] })).outcome.reply).toMatch(/old Bel was buried/i)
    const quiet = createTalker()
    await quiet.meet(npcId)
    expect((await quiet.say(npcId, 'Any news?', { beliefs: [{ ...belief, happenedSeconds: quiet.now - 3 * 86_400 }] })).outcome.reply).not.toMatch(/Bel/)
  }
})
