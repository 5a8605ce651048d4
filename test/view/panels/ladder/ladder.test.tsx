/** The ladder of speeds: its words, where one stands on it, what is counted. */
import { describe, expect, it } from 'vitest'
import { ladder, rungReached, TIERS, tierOf } from '#minds/tiers.ts'
import { LadderSign } from '#view/hud/ladder-sign.tsx'
import { LadderPanel, standingWords, triedWords } from '#view/panels/ladder/ladder-panel.tsx'
import { countsOf } from '#view/panels/ladder/lived-minute.tsx'
import { RungView } from '#view/panels/ladder/rung-view.tsx'
import { RecordingPart } from '#view/panels/recording-part.tsx'
import { createFakeSession, drawWith, modelStatus } from '../../fake-session.ts'

const trying = (tokensPerSecond: number) => ({ trial: { kind: 'rules-at-speed' as const, tokensPerSecond }, before: { name: 'qwen3:8b', tokensPerSecond: 84 } })
const words = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const session = (hud = {}) => Object.assign(createFakeSession({ hud }), { ladder: () => new Promise(() => undefined), tally: () => new Promise(() => undefined) })

describe('the ladder', () => {
  it('[MOD-86] has five rungs from the table of tiers, each for more than the one below', () => {
    const rungs = ladder()
    expect(rungs.map(({ tokensPerSecond, tier }) => [tokensPerSecond, tier])).toEqual([[0, 0], [43, 2], [250, 3], [1_000, 3], [20_000, 4]])
    for (const { tier, words: said } of rungs) expect(said).toBe(TIERS[tier]!.words)
    for (const { from } of TIERS.slice(2)) expect(tierOf(from)).toBe(tierOf(from - 0.1) + 1)
    const branches = rungs.map(({ unlocks }) => Number(/in (\d+) branches/.exec(unlocks.join(' '))?.[1]))
    expect(branches.at(-1)).toBe(50)
    const told = branches.filter((count) => !Number.isNaN(count))
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    for (const { unlocks } of rungs) expect(unlocks.length).toBeGreaterThan(0)
    expect(rungs[2]!.unlocks.join(' ')).toContain(`The ${TIERS[3].musing} nearest think aloud`)
    expect([0, 0.5, 43, 84, 999, 30_000].map((speed) => rungReached(rungs, speed))).toEqual([0, 0, 1, 1, 2, 4])
  })

  it('[UI-99] a rung tells its speed, what it is for and who stands on it', () => {
    const rung = ladder()[2]!
    const draw = (standing: { name: string; tokensPerSecond: number } | null, isTried = false): string => drawWith(createFakeSession(), <RungView rung={rung} standing={standing} isTried={isTried} onTry={() => undefined} />)
    expect(words(draw(null))).toContain('250 tokens a second')
    for (const line of rung.unlocks) expect(draw(null)).toContain(line)
    expect(words(draw({ name: 'qwen3:8b', tokensPerSecond: 284.2 }))).toContain('qwen3:8b stands here, at 284.')
    expect(draw(null)).toContain('aria-label="Try 250 tokens a second"')
    expect(draw(null, true)).not.toContain('<button')
    expect(standingWords('qwen3:8b', 84.2, false)).toBe('qwen3:8b answers at 84 tokens a second, as measured here.')
    expect(standingWords('qwen3:8b', 0, false)).toContain('not been measured yet')
    expect(standingWords('', 0, true)).toContain('You stand on the ground')
    const tally = (seconds: number, thoughts: number) => ({ seconds, thoughts, byModel: 0, branches: thoughts * 12, talks: 0, tokens: 5, ahead: thoughts, aheadSaid: 1 })
    expect(countsOf([tally(0, 3), tally(30, 5), tally(60, 9)])).toEqual([['thoughts', 6], ['at its speed', 0], ['branches weighed', 72], ['talks begun', 0], ['tokens', 0], ['thought ahead', 6], ['of these said', 0]])
  })

  it('[UI-110] a model in use can be measured with one press, and says so while nothing of it is; the built-in mind offers none', () => {
    const unmeasured = words(drawWith(session({ model: modelStatus({ provider: 'openai-compatible', model: 'qwen3:8b', tokensPerSecond: 0 }) }), <LadderPanel />))
    expect(unmeasured).toContain('qwen3:8b has not been measured yet. Measure it now')
    expect(unmeasured).toContain('Measure now')
    expect(words(drawWith(session({ model: modelStatus({ provider: 'builtin', model: 'built-in mind' }) }), <LadderPanel />))).not.toContain('Measure now')
    expect(words(drawWith(session({ trial: trying(250) }), <LadderPanel />))).not.toContain('Measure now')
  })

  it('[UI-100] while a rung is tried, page and sign say whose words they are, and offer the way back', () => {
    expect(words(drawWith(session(), <LadderSign />))).toContain('How fast they think')
    expect(words(drawWith(session({ trial: trying(250) }), <LadderSign />))).toContain('Trying 250 tokens/s, words by rules')
    const page = words(drawWith(session({ trial: trying(20_000), model: modelStatus({ provider: 'rules at speed', model: 'rules' }) }), <LadderPanel />))
    expect(page).toContain('The words come from rules, no model thinks here')
    expect(page).toContain('Back to qwen3:8b')
    expect(page).toContain('npm run model -- --tps 20000')
    expect(triedWords(trying(0))).toContain('without any model')
  })

  it('[UI-102] while a recording answers, sign and settings say so and offer the way back', () => {
    const recorded = { trial: { trial: { kind: 'recorded' as const, name: 'oak', calls: [] }, before: { name: 'qwen3:8b', tokensPerSecond: 84 } } }
    expect(words(drawWith(session(recorded), <LadderSign />))).toContain('A recording answers')
    expect(triedWords(recorded.trial)).toContain('given again')
    expect(words(drawWith(session(recorded), <RecordingPart />))).toContain('Back to qwen3:8b')
    const none = words(drawWith(session(), <RecordingPart />))
    expect(none).toContain('Let one answer')
    expect(none).not.toContain('Back to')
  })
})
