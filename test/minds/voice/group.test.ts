/** Words of several people in one talk. */
import { describe, expect, it } from 'vitest'
import { createClaim, type Claim } from '#simulation/beliefs/claim.ts'
import { learn } from '#simulation/beliefs/learn.ts'
import { applyCommand } from '#simulation/commands.ts'
import { updateConversations } from '#simulation/conversations/update-conversations.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'
import { listenTo } from '#test/support/people-talks.ts'

/** The player in a talk, with somebody beside; `say` gives everybody's words since. */
async function group(): Promise<{ npc: Npc; beside: Npc; third: Npc; hold(npc: Npc, claim: Partial<Claim>, from?: Npc): void; say(text: string): Promise<Array<readonly [Npc['id'], string]>> }> {
  const { world, env } = createTestWorld(10 * 3600)
  const listener = listenTo(world, env)
  const [npc, beside, third] = world.npcs.filter(({ settlementId, age }) => settlementId === 'settlement:0,0' && age > 16)
  if (!npc || !beside || !third) throw new Error('group: nobody')
  for (const other of world.npcs) other.body.x = world.player.body.x + 500
  for (const [i, one] of [npc, beside].entries()) {
    Object.assign(one, { indoors: false, insideId: null, skill: null })
    Object.assign(one.body, { x: world.player.body.x + 1, z: world.player.body.z + i })
    one.temperament = { ...one.temperament, extraversion: 1, agreeableness: 0.5 }
    for (const relation of one.relations) Object.assign(relation, { kinship: null, warmth: 0.3, trust: 0.6 })
  }
  const settle = async (): Promise<Array<readonly [Npc['id'], string]>> => (await listener.settle()).flatMap((event) => (event.type === 'speech-said' && event.speakerId !== 'player' ? [[event.speakerId, event.text] as const] : []))
  applyCommand(world, env, { type: 'conversation-open', npcId: npc.id })
  await settle()
  return {
    npc, beside, third,
    hold(who, claim, from) {
      learn(who, { topic: 'goat', claim: createClaim('theft', { subject: { id: third.id, name: third.given }, object: 'a goat', ...claim }), confidence: 0.8, importance: 0.7, secrecy: 0, source: from ? { fromId: from.id, beliefId: 1 } : null, root: { happeningId: null, firstId: (from ?? who).id }, hops: from ? 1 : 0, mutations: [], happenedSeconds: world.worldSeconds }, world.worldSeconds)
    },
    async say(text) {
      applyCommand(world, env, { type: 'conversation-say', npcId: npc.id, text })
      const lines = await settle()
      for (let step = 0; step < 12; step++) {
        world.tick += 20
        updateConversations(world)
        lines.push(...(await settle()))
      }
      return lines
    },
  }
}

describe('several people', () => {
  it('[MIND-155] “and you, …?” asks the other what the first was asked, and a name calls somebody', async () => {
    const { npc, beside, say } = await group()
    const first = await say('How old are you?')
    expect(first[0]).toEqual([npc.id, expect.stringContaining(String(npc.age))])
    const [answer] = await say(`And you, ${beside.given}?`)
    expect(answer).toEqual([beside.id, expect.stringContaining(String(beside.age))])
    const [other] = await say(`${beside.given}, what do you do for a living?`)
    expect(other?.[0]).toBe(beside.id)
    // whoever asks back is answered first
    let last = other
    for (const reply of ['I am Ada.', 'I come from the sea.', 'I am looking for my brother.', 'That is a long story.']) if (last?.[1].endsWith('?')) [last] = await say(reply)
    expect(last?.[1]).not.toMatch(/\?$/)
    expect((await say('What is the weather like?'))[0]?.[0]).toBe(npc.id)
  })

  it('[MIND-155] who knows something of what is said adds it, with where it is from, and says it once', async () => {
    const { npc, beside, third, hold, say } = await group()
    hold(npc, { place: 'the barn' })
    hold(beside, { place: 'the barn' }, third)
    const chimes: string[] = []
    for (let turn = 0; turn < 12; turn++) for (const [id, text] of await say(turn % 2 === 0 ? `What do you know of ${third.given}?` : 'Is it true that a goat was stolen?')) if (id === beside.id) chimes.push(text)
    expect(chimes.length).toBeGreaterThan(0)
    expect(chimes.some((text) => text.includes(third.given) || text.includes('goat'))).toBe(true)
    expect(new Set(chimes).size).toBe(chimes.length)
    for (const text of chimes) expect(text.length).toBeLessThan(175)
  })

  it('[MIND-155] nobody adds what is a secret of theirs', async () => {
    const { beside, third, hold, say } = await group()
    hold(beside, { place: 'the barn', subject: { id: beside.id, name: beside.given } })
    beside.beliefs.at(-1)!.secrecy = 1
    const lines: string[] = []
    for (let turn = 0; turn < 8; turn++) for (const [id, text] of await say(`Who stole the goat from the barn? Was it ${third.given}?`)) if (id === beside.id) lines.push(text)
    for (const text of lines) expect(text).not.toMatch(/goat|stole|barn/)
  })
})
