/** Greetings thought ahead: said once if the moment comes, never heard of if it passes. */
import { expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { createAhead } from '#minds/ahead.ts'
import { wantedOf } from '#minds/mind.ts'
import { findGoal } from '#session/approach.ts'
import type { PersonGlance } from '#session/session.ts'
import { createFakeModel } from './support/fake-model.ts'
import { makeView, MIRA } from './support/make-view.ts'
import { createTalker } from './support/talker.ts'

function makeBench(tier = 3) {
  const model = createFakeModel('SAY: I saw you come up the lane, friend.\nTHINK: In a hurry.\nDO: 1')
  const talker = createTalker({ model, tier })
  const time = { now: 0 }
  const ahead = createAhead(() => time.now)
  const view = makeView(MIRA, { turns: [] })
  return {
    model, talker, time, ahead, view,
    async expectGreeting(source = createCancelSource()): Promise<boolean> {
      return ahead.expect(view, { wanted: wantedOf({ kind: 'greet', view }, source.signal), scheduler: talker.scheduler, memory: await talker.ledger.person(MIRA), signal: source.signal })
    },
  }
}

it('[MIND-181] is said at once when the player comes, once, and leaves no trace before', async () => {
  const { model, talker, ahead, view, expectGreeting } = makeBench()
  expect(await expectGreeting()).toBe(true)
  expect((await talker.ledger.person(MIRA)).memories).toEqual([])
  expect(talker.turnsOf(MIRA)).toEqual([])
  const ready = ahead.take(view)
  expect(ready?.generation.text).toContain('come up the lane')
  expect(ahead.take(view)).toBeNull()
  expect(model.asked).toHaveLength(1)
})

it('[MIND-181] becomes the greeting, word for word, without another call', async () => {
  const { model, talker, ahead, expectGreeting } = makeBench()
  await expectGreeting()
  talker.ahead = ahead
  const { outcome } = await talker.meet(MIRA, { place: makeView(MIRA).place, worldSeconds: makeView(MIRA).worldSeconds, present: [] })
  expect(outcome).toMatchObject({ source: 'model', reply: 'I saw you come up the lane, friend.' })
  expect(talker.heardPieces.map(({ text }) => text).join('')).toContain('come up the lane')
  expect(model.asked).toHaveLength(1)
})

it('[MIND-181] is thrown away when the moment has passed: another place, other weather, news to tell, too long ago, turned away', async () => {
  const passed = [{ weather: 'rain' }, { place: { ...makeView(MIRA).place, name: 'the mill' } }, { conversation: { ...makeView(MIRA, { turns: [] }).conversation!, telling: { beliefId: 1, text: 'x' } } }]
  for (const change of passed) {
    const { ahead, view, expectGreeting } = makeBench()
    await expectGreeting()
    expect(ahead.take({ ...view, ...change })).toBeNull()
  }
  const late = makeBench()
  await late.expectGreeting()
  late.time.now = 20_000
  expect(late.ahead.take(late.view)).toBeNull()
  const away = makeBench()
  const source = createCancelSource()
  source.cancel()
  expect(await away.expectGreeting(source)).toBe(false)
  expect(away.ahead.take(away.view)).toBeNull()
})

it('[MIND-181] is not thought below tier 3', async () => {
  const { model, expectGreeting } = makeBench(2)
  expect(await expectGreeting()).toBe(false)
  expect(model.asked).toHaveLength(0)
})

it('[MIND-181] somebody is walked up to who stands ahead and comes nearer', () => {
  const glance = (id: string, meters: number, bearing: number, indoors = false): PersonGlance => ({ id: id as never, name: '', role: '', settlement: '', activity: '', meters, bearing, indoors })
  const before = new Map([['npc:0,0/1', 8], ['npc:0,0/2', 6], ['npc:0,0/3', 5]])
  expect(findGoal(before, [glance('npc:0,0/1', 7.6, 0.1), glance('npc:0,0/2', 5.7, 0.9), glance('npc:0,0/3', 5, 0)])?.id).toBe('npc:0,0/1')
  expect(findGoal(before, [glance('npc:0,0/1', 8.2, 0), glance('npc:0,0/2', 5.7, 0, true), glance('npc:0,0/4', 3, 0)])).toBeNull()
})

const TURNS = [{ speakerId: MIRA, text: 'Good day to you.', worldSeconds: 0, source: 'model' as const }]
const said = (text: string) => [...TURNS, { speakerId: 'player' as const, text, worldSeconds: 5, source: 'player' as const }]

function makeTalk(tier = 4) {
  const bench = makeBench(tier)
  const view = makeView(MIRA, { turns: TURNS })
  return {
    ...bench, view,
    async expectReplies(lines: readonly string[], source = createCancelSource()): Promise<number> {
      const memory = await bench.talker.ledger.person(MIRA)
      const ready = await Promise.all(lines.map((text, line) => bench.ahead.expectReply(view, text, { wanted: { ...wantedOf({ kind: 'converse', view }, source.signal), line }, scheduler: bench.talker.scheduler, memory, signal: source.signal })))
      return ready.filter(Boolean).length
    },
    viewAfter: (text: string) => ({ ...view, conversation: { ...view.conversation!, turns: said(text) } }),
  }
}

it('[MOD-106] several answers are ready side by side; the line that is said, in whatever case and stops, takes its own, and the others are gone', async () => {
  const { model, ahead, expectReplies, viewAfter } = makeTalk()
  expect(await expectReplies(['What are you doing?', 'Any news?'])).toBe(2)
  expect(model.asked).toHaveLength(2)
  const ready = ahead.take(viewAfter('any news'))
  expect(ready?.prompt.messages.at(-1)?.content).toContain('Any news?')
  expect(ahead.take(viewAfter('What are you doing?'))).toBeNull()
})

it('[MOD-106] it is thrown away where another line is said, the talk went on, the line is taken back, or anything it may speak of has changed; and below tier 3 none is thought', async () => {
  const changes = [
    { weather: 'storm' }, { activity: 'running' }, { feelings: [{ kind: 'fear' as const, intensity: 0.9, cause: 'a wolf', aboutId: null }] }, { present: [{ id: 'npc:0,0/99' as const, name: 'Somebody', activity: 'near' }] },
    { beliefs: [{ id: 9, text: 'the bridge is down', about: [], confidence: 0.9, fromId: null, fromName: null, hops: 0, happenedSeconds: 0, learntSeconds: 0, wish: 0, doubters: [] }] },
  ]
  for (const change of changes) {
    const { ahead, expectReplies, viewAfter } = makeTalk()
    await expectReplies(['Any news?'])
    expect(ahead.take({ ...viewAfter('Any news?'), ...change })).toBeNull()
    expect(ahead.take(viewAfter('Any news?'))).toBeNull()
  }
  const other = makeTalk()
  await other.expectReplies(['Any news?'])
  expect(other.ahead.take(other.viewAfter('Is there any news of Boran?'))).toBeNull()
  const longer = makeTalk()
  await longer.expectReplies(['Any news?'])
  const view = longer.viewAfter('Any news?')
  expect(longer.ahead.take({ ...view, conversation: { ...view.conversation, turns: [...said('Hm.'), ...said('Any news?')] } })).toBeNull()
  const back = makeTalk()
  await back.expectReplies(['Any news?'])
  expect(back.ahead.take({ ...view, conversation: { ...view.conversation, unsaid: ['No.'] } })).toBeNull()
  const late = makeTalk()
  await late.expectReplies(['Any news?'])
  late.time.now = 45_000
  expect(late.ahead.take(view)).toBeNull()
  const away = createCancelSource()
  away.cancel()
  expect(await makeTalk().expectReplies(['Any news?'], away)).toBe(0)
  expect(await makeTalk(2).expectReplies(['Any news?'])).toBe(0)
})
