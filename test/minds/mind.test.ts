/** Thinking with a model: its words within bounds, the built-in mind whenever it fails. */
import { describe, expect, it } from 'vitest'
import { NO_LIMITS } from '#minds/scheduler/budget.ts'
import { BORAN, MIRA } from './support/make-view.ts'
import { createFakeModel, type FakeModel } from './support/fake-model.ts'
import { createTalker } from './support/talker.ts'

describe('thinking with a model', () => {
  it('[MIND-51] words, thought, feeling and choice of a model become an outcome', async () => {
    const model = createFakeModel('SAY: The bread is warm, take some.\nTHINK: She looks hungry.\nFEEL: glad\nDO: 3')
    const talker = createTalker({ model })
    await talker.meet(MIRA)
    model.script = 'SAY: You may have one loaf.\nTHINK: I can spare it.\nFEEL: warm\nDO: 3'
    const { outcome, producer, prompt, considered, reason } = await talker.say(MIRA, 'I am hungry')
    expect(outcome).toMatchObject({ reply: 'You may have one loaf.', thought: 'I can spare it.', source: 'model', decision: { skillId: 'eat' } })
    expect(outcome.mood?.pleasure).toBeGreaterThan(0)
    expect(producer).toContain('parrot-1')
    expect(prompt).toContain('I am hungry')
    expect(considered.find(({ chosen }) => chosen)?.label).toBe('have something to eat')
    expect(reason).toBeNull()
  })

  it('[MIND-125] a model finds the words, the rules keep or refuse the meeting', async () => {
    const model = createFakeModel('SAY: Very well, I will be there.\nTHINK: why')
    const talker = createTalker({ model })
    await talker.meet(MIRA)
    expect((await talker.say(MIRA, 'Meet me at the mill at dusk')).outcome).toMatchObject({ source: 'model', agrees: { place: 'mill', atSeconds: 19 * 3600 } })
    model.script = 'SAY: I cannot come, I am sorry.\nTHINK: no'
    expect((await talker.say(MIRA, 'Come to the mill tomorrow at dusk')).outcome).toMatchObject({ source: 'model', agrees: null })
  })

  it('[MIND-52] only what is said aloud streams', async () => {
    const model = createFakeModel('THINK: A secret worry of mine.\nSAY: “Good day to you, come in.”\nFEEL: calm\nDO: 1')
    const talker = createTalker({ model })
    await talker.meet(MIRA)
    const streamed = talker.heardPieces.map(({ text }) => text).join('')
    expect(streamed).toContain('Good day to you, come in.')
    expect(streamed).not.toMatch(/secret|THINK|FEEL|DO|SAY|calm/)
  })

  it('[MIND-91] a flood is shown and read no further than its beginning', async () => {
    const model = createFakeModel(`SAY: ${'The river rose last night. '.repeat(4_000)}`)
    const talker = createTalker({ model })
    const { outcome } = await talker.meet(MIRA)
    const streamed = talker.heardPieces.map(({ text }) => text).join('')
    expect(streamed).toContain('The river rose')
    expect(streamed.length).toBeLessThanOrEqual(4_000)
    expect(outcome.reply).toContain('The river rose')
  })

  it('[MIND-53] a failing model is told exactly, and the built-in mind answers', async () => {
    const model = createFakeModel({ fails: 'unauthorized', message: 'The server refused the key (401).' })
    const talker = createTalker({ model })
    const { outcome, reason, producer } = await talker.meet(MIRA)
    expect(outcome.source).toBe('fallback')
    expect(outcome.reply?.length).toBeGreaterThan(5)
    expect(reason).toBe('The server refused the key (401).')
    expect(producer).toBe('built-in mind')
    expect(talker.scheduler.status.trouble).toBe('The server refused the key (401).')
    expect(talker.scheduler.status.failures).toBe(1)
  })

  it('[MIND-53] a model that throws, or says nothing, or is cut off after a whole sentence', async () => {
    const talker = createTalker({ model: { provider: 'x', model: 'y', generate: () => Promise.reject(new Error('boom')) } })
    expect((await talker.meet(MIRA)).reason).toContain('boom')
    const silent = createTalker({ model: createFakeModel('  \n ') })
    expect((await silent.meet(MIRA)).outcome.source).toBe('fallback')
    const cut = createTalker({ model: createFakeModel({ fails: 'timeout', message: 'too slow', after: 'SAY: I have only a moment, but welcome.' }) })
    const { outcome, reason } = await cut.meet(MIRA)
    expect(outcome).toMatchObject({ source: 'model', reply: 'I have only a moment, but welcome.' })
    expect(reason).toBe('too slow')
  })

  it('[MIND-54] paused means no call at all', async () => {
    const model = createFakeModel('SAY: Never said.')
    const talker = createTalker({ model })
    talker.scheduler.setBudget({ ...NO_LIMITS, paused: true })
    const { outcome, reason } = await talker.meet(MIRA)
    await talker.say(MIRA, 'Hello')
    await talker.think(MIRA, 'reflect')
    expect(model.asked).toHaveLength(0)
    expect(outcome.source).toBe('fallback')
    expect(reason).toContain('switched off')
    expect(talker.scheduler.status).toMatchObject({ paused: true, calls: 0 })
  })

  it('[MIND-54] the budget of a minute holds and comes back', async () => {
    let time = 0
    const model = createFakeModel('SAY: One of many lines, friend.')
    const talker = createTalker({ model, clock: () => time })
    talker.scheduler.setBudget({ ...NO_LIMITS, tokensPerMinute: 1_000 })
    expect((await talker.meet(MIRA)).outcome.source).toBe('model')
    expect((await talker.meet(BORAN)).outcome.source).toBe('fallback')
    expect(model.asked).toHaveLength(1)
    time += 61_000
    expect((await talker.meet(BORAN)).outcome.source).toBe('model')
  })

  it('[MIND-58] the player hears what the chosen model says, even twice', async () => {
    const model = createFakeModel('SAY: The mill grinds slowly, but it grinds.')
    const talker = createTalker({ model })
    await talker.meet(MIRA)
    const { outcome, reason } = await talker.say(MIRA, 'And what else?')
    expect(outcome).toMatchObject({ source: 'model', reply: expect.stringContaining('grinds slowly') })
    expect(reason).toBeNull()
  })

  it('[MIND-57] a newer thought of the same person cancels the older', async () => {
    const model = createFakeModel('waits')
    const talker = createTalker({ model })
    const first = talker.meet(MIRA)
    await new Promise((resolve) => setTimeout(resolve, 5))
    model.script = 'SAY: The newer word wins.'
    const second = await talker.say(MIRA, 'Hurry!')
    expect(second.outcome.reply).toBe('The newer word wins.')
    const old = await first
    expect(old.outcome.source).toBe('fallback')
    expect(old.reason).toBe('cancelled')
    expect(talker.scheduler.status.failures).toBe(0)
  })
})

describe('a model that proposes', () => {
  const fast = (script: FakeModel['script']): { model: FakeModel; talker: ReturnType<typeof createTalker> } => {
    const model = createFakeModel(script)
    return { model, talker: createTalker({ model, tier: 4 }) }
  }

  it('[MIND-147] its plans are weighed beside those of the lenses, and the best is acted on', async () => {
    const { model, talker } = fast('3 because the work waits\n12 Boran then 3 because he knows iron')
    const { outcome, deliberation, producer, tokensOut } = await talker.think(MIRA, 'deliberate')
    expect(model.asked).toHaveLength(1)
    expect(model.asked[0]!.messages[1]!.content).toContain('talk it over with <name>')
    const origins = deliberation!.branches.map(({ origin }) => origin)
    const first = origins.slice(0, origins.length - deliberation!.rounds.reduce((sum, { grown }) => sum + grown, 0))
    expect(first.filter((origin) => origin === 'model')).toHaveLength(2)
    expect(origins.length).toBeGreaterThan(6)
    expect(outcome).toMatchObject({ source: 'model', decision: { skillId: deliberation!.branches.find(({ id }) => id === deliberation!.chosen)!.steps[0]!.skillId } })
    expect(producer).toContain('parrot-1')
    expect(tokensOut).toBe(20)
  })

  it('[MIND-147] a fast model is asked from several angles side by side; every call is counted and ends', async () => {
    const { model, talker } = fast('SAY: Quick words, many of them, as fast as they come.')
    model.speed = { tokensOut: 4000, totalMs: 210 }
    await talker.meet(MIRA)
    const before = model.asked.length
    model.script = '1 because I hunger'
    await talker.think(MIRA, 'deliberate')
    const calls = model.asked.slice(before)
    expect(calls.length).toBeGreaterThanOrEqual(4)
    expect(new Set(calls.map(({ messages }) => messages[1]!.content)).size).toBe(calls.length)
    expect(talker.scheduler.status).toMatchObject({ inFlight: 0, calls: before + calls.length })
  })

  it('[MIND-147] one that proposes nothing usable, or fails, leaves the choice to the lenses and is told', async () => {
    const { model, talker } = fast('I would rather not say, as an assistant.')
    const vague = await talker.think(BORAN, 'deliberate')
    expect(vague).toMatchObject({ reason: 'the model proposed nothing that can be done', producer: 'built-in mind', outcome: { source: 'fallback' } })
    expect(vague.deliberation!.chosen).not.toBeNull()
    model.script = { fails: 'server-error', message: 'It broke (500).' }
    expect((await talker.think(BORAN, 'deliberate')).reason).toBe('It broke (500).')
  })

  it('[MIND-146] an open question is weighed by code before the model finds words for it', async () => {
    const model = createFakeModel('SAY: I would lock the door and wait.')
    const talker = createTalker({ model })
    await talker.meet(MIRA)
    const { deliberation, prompt, outcome } = await talker.say(MIRA, 'What would you do if a wolf came to the village?')
    expect(outcome.source).toBe('model')
    const choice = deliberation!.branches.find(({ id }) => id === deliberation!.chosen)!
    expect(prompt).toContain(`You would ${choice.label}`)
  })
})
