/** A trade in words: told as it came about, remembered, and spoken of again. */
import { describe, expect, it } from 'vitest'
import type { DealView } from '#minds/private-view.ts'
import { dealWords } from '#minds/prompts/deal-words.ts'
import { buildPrompt } from '#minds/prompts/prompt.ts'
import { DEAL_KINDS, DEAL_TROUBLES } from '#simulation/trade/deal-record.ts'
import { BORAN, ELSIN, makeView, MIRA } from '../support/make-view.ts'
import { createTalker, type Talker } from '../support/talker.ts'

const deal = (parts: Partial<DealView>): DealView => ({ kind: 'bought', goodId: 'loaf', count: 2, pennies: 2, left: 6, trouble: null, otherId: null, worldSeconds: 0, otherName: '', otherHome: '', ...parts })

/** Says something that comes to a trade. */
async function trade(talker: Talker, npcId: typeof MIRA, text: string, parts: Partial<DealView>): Promise<string> {
  const view = makeView(npcId, { turns: [...talker.turnsOf(npcId), { speakerId: 'player', text, worldSeconds: talker.now, source: 'player' }] })
  return (await talker.say(npcId, text, { conversation: { ...view.conversation!, deal: deal(parts) } })).outcome.reply ?? ''
}

describe('a trade', () => {
  it.each([MIRA, BORAN, ELSIN])('[MIND-261] is told as it came about by %s, whatever came of it', async (npcId) => {
    const talker = createTalker()
    await talker.meet(npcId)
    const bought = await trade(talker, npcId, 'I’d like two loaves', {})
    expect(bought).toMatch(/two loaves of bread|two pennies/i)
    expect(await trade(talker, npcId, 'How much is an axe?', { kind: 'asked', goodId: 'axe', count: 1, pennies: 18 })).toMatch(/a shilling and six pennies/i)
    for (const kind of DEAL_KINDS) if (kind !== 'refused') expect(await trade(talker, npcId, 'Well then', { kind, otherId: BORAN, otherName: 'Boran', otherHome: 'the smithy' }), kind).not.toMatch(/[{}]|undefined|null|^$/)
    for (const trouble of DEAL_TROUBLES) expect(await trade(talker, npcId, 'Well then', { kind: 'refused', trouble }), trouble).not.toMatch(/[{}]|undefined|null|^$/)
  })

  it.each([MIRA, BORAN, ELSIN])('[MIND-321] several things dealt in together are told together by %s, and what did not come about is told beside them', async (npcId) => {
    const talker = createTalker()
    await talker.meet(npcId)
    const cake = { kind: 'asked', goodId: 'cake', count: 1, pennies: 2, left: 3, trouble: null } as const
    for (const trouble of DEAL_TROUBLES) {
      const told = await trade(talker, npcId, 'How much are two loaves, a honey cake and a cheese?', { kind: 'asked', also: [cake, { ...cake, kind: 'refused', goodId: 'cheese', trouble }] })
      expect(told).toMatch(/four pennies/i)
      expect(told).toMatch(/cheese/i)
      expect(told).not.toMatch(/[{}]|undefined|null/)
    }
    expect(dealWords(deal({ also: [{ ...cake, kind: 'bought' }, { ...cake, kind: 'refused', goodId: 'cheese', trouble: 'not-sold' }] }))).toBe('You have sold them two loaves of bread and a honey cake for four pennies; you have 6 left. Nothing comes of it (a cheese): you sell no such thing.')
  })

  it('[MIND-261] is told to a model as it is', () => {
    const view = makeView(MIRA, { turns: [{ speakerId: 'player', text: 'I’d like ten loaves', worldSeconds: 1, source: 'player' }] })
    const told = (parts: Partial<DealView>): string => buildPrompt({ kind: 'converse', view: { ...view, conversation: { ...view.conversation!, deal: deal(parts) } }, cause: 'x' }, [], { facts: [], weighed: null }).messages[1]!.content
    expect(told({})).toContain('You have sold them two loaves of bread for two pennies')
    expect(told({ kind: 'refused', trouble: 'no-coin' })).toContain('they have not enough coin')
    const wares = buildPrompt({ kind: 'converse', view: { ...view, wares: [{ goodId: 'loaf', left: 5 }] }, cause: 'x' }, [], { facts: [], weighed: null }).messages[1]!.content
    expect(wares).toContain('You sell: a loaf of bread (a penny; 5 left).')
  })

  it('[MIND-262] is remembered, told when asked, and spoken of once', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    await talker.observe({ type: 'goods-pass', npcId: MIRA, deal: deal({}), witnessIds: [MIRA] })
    expect((await talker.ledger.person(MIRA)).memories.at(-1)?.text).toBe('The stranger bought two loaves of bread of me for two pennies.')
    talker.part(MIRA)
    talker.now += 86_400
    const greeting = (await talker.meet(MIRA)).outcome.reply ?? ''
    expect(greeting).toMatch(/two loaves of bread/i)
    expect((await talker.say(MIRA, 'What did I buy of you?')).outcome.reply).toMatch(/you bought two loaves of bread of me, yesterday|yesterday you bought two loaves of bread of me/i)
    talker.part(MIRA)
    talker.now += 86_400
    expect((await talker.meet(MIRA)).outcome.reply).not.toMatch(/loaves/)
  })

  it('[MIND-262] of a gift that was not there nobody says that it was given', async () => {
    const talker = createTalker()
    await talker.meet(BORAN)
    await talker.observe({ type: 'goods-pass', npcId: BORAN, deal: deal({ kind: 'refused', trouble: 'not-there', goodId: 'cheese', count: 1 }), witnessIds: [BORAN] })
    expect(await trade(talker, BORAN, 'Here is a cheese for you', { kind: 'refused', trouble: 'not-there', goodId: 'cheese', count: 1 })).toMatch(/cheese|hand/i)
    expect((await talker.say(BORAN, 'What did I give you?')).outcome.reply).not.toMatch(/cheese/)
    await talker.observe({ type: 'goods-pass', npcId: BORAN, deal: deal({ kind: 'given', goodId: 'fish', count: 1 }), witnessIds: [BORAN] })
    expect((await talker.say(BORAN, 'What did I give you?')).outcome.reply).toMatch(/a fish/i)
  })
})
