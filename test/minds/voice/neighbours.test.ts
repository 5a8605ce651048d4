/** What neighbours say to each other about meeting: proposed, agreed to or declined, and spoken of afterwards. */
import { describe, expect, it } from 'vitest'
import { meetingAsked, whenWords } from '#minds/voice/answer-meeting.ts'
import { PURPOSES, type Purpose } from '#simulation/appointments/appointment.ts'
import { openAmongPeople } from '#simulation/conversations/open-conversation.ts'
import { updateConversations } from '#simulation/conversations/update-conversations.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'
import { listenTo } from '#test/support/people-talks.ts'

/** A whole talk of two neighbours, with what they said; `prepare` sees the talk as it begins. */
async function talk(prepare: (world: World, npc: Npc, partner: Npc) => void, warmth = 0.4): Promise<{ world: World; npc: Npc; partner: Npc; lines: string[] }> {
  const { world, env } = createTestWorld(10 * 3600)
  const listener = listenTo(world, env)
  const [npc, partner] = world.npcs.filter(({ settlementId, age }, at, all) => settlementId === 'settlement:0,0' && age > 18 && all.findIndex(({ homeId }) => homeId === all[at]!.homeId) === at)
  if (!npc || !partner) throw new Error('neighbours: nobody')
  for (const [one, other] of [[npc, partner], [partner, npc]] as const) {
    one.indoors = false
    Object.assign(one.relations.find(({ otherId }) => otherId === other.id)!, { kinship: null, warmth, trust: 0.6 })
  }
  partner.body.x = npc.body.x + 1.2
  partner.body.z = npc.body.z
  openAmongPeople({ world, env }, npc, partner)
  prepare(world, npc, partner)
  const lines: string[] = []
  for (let step = 0; step < 300 && world.conversations.length > 0; step++) {
    for (const event of await listener.settle()) if (event.type === 'speech-said') lines.push(event.text)
    world.tick += 20
    updateConversations(world)
  }
  return { world, npc, partner, lines }
}

function proposing(purpose: Purpose, atSeconds = 19 * 3600) {
  return (world: World, npc: Npc): void => {
    const [conversation] = world.conversations
    Object.assign(conversation!, { telling: null, turnCap: 8, proposal: { byId: npc.id, purpose, place: 'well', atSeconds } })
  }
}

describe('neighbours in a talk', () => {
  it('[MIND-154] propose to meet in words that are understood, and what is agreed to is agreed in the world, for what it was proposed', async () => {
    for (const purpose of PURPOSES) {
      const { world, npc, partner, lines } = await talk(proposing(purpose))
      const asked = lines.filter((line) => meetingAsked(line, world.worldSeconds)?.place === 'well')
      expect(asked.length, `${purpose}: ${lines.join(' / ')}`).toBe(1)
      expect(asked[0]).toContain('at dusk')
      expect(world.appointments).toMatchObject([{ npcId: partner.id, withId: npc.id, purpose, what: 'the well', atSeconds: 19 * 3600, state: 'agreed' }])
      expect(world.conversations).toEqual([])
    }
  })

  it('[MIND-154] decline those they do not like, but come to make up', async () => {
    const cold = await talk((world, npc, partner) => {
      partner.temperament = { ...partner.temperament, agreeableness: 0, extraversion: 0 }
      proposing('company')(world, npc)
    }, -0.4)
    expect(cold.world.appointments).toEqual([])
    expect(cold.lines.length).toBeGreaterThan(2)
    const sorry = await talk((world, npc, partner) => {
      partner.temperament = { ...partner.temperament, agreeableness: 0, extraversion: 0 }
      proposing('amends')(world, npc)
    }, -0.4)
    expect(sorry.world.appointments).toMatchObject([{ purpose: 'amends' }])
  })

  it('[MIND-154] speak of a word that was kept, and of one that was not', async () => {
    for (const [state, words] of [['kept', /as we agreed|You came|keep your word/], ['missed', /did not come|didn’t come|Where were you/]] as const) {
      const { lines } = await talk((world, npc, partner) => {
        world.appointments.push({ id: 1, kind: 'meet', purpose: 'company', npcId: npc.id, withId: partner.id, what: 'the mill', x: 0, z: 0, madeSeconds: 0, atSeconds: world.worldSeconds - 600, state })
      })
      expect(lines[0], state).toMatch(words)
    }
  })

  it('[MIND-154] say hours as they are understood', () => {
    for (const now of [7 * 3600, 10.5 * 3600]) for (const hour of [12, 15, 19, 20, 24 + 9, 24 + 12]) expect(meetingAsked(`Shall we meet at the well ${whenWords(hour * 3600, now)}?`, now)).toMatchObject({ place: 'well', atSeconds: hour * 3600 })
  })
})
