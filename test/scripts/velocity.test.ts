/** What a speed of thinking makes of the same minute, and the page that tells it. */
import { describe, expect, it } from 'vitest'
import { dropThought } from '#simulation/conversations/request-thought.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'
import { liveMinute } from '#test/support/lived-minute.ts'
import { drawVelocity, velocityPage } from '../bench/support/velocity-page.ts'

describe('velocity', () => {
  it('[MOD-87] the same minute, lived again, is faster answered and more of it thought with the model at 20,000 than at 43; page and picture tell what was measured', async () => {
    const { world, env } = createTestWorld(10 * 3600)
    const near = world.npcs.find(({ indoors }) => !indoors) ?? world.npcs[0]!
    runTicks(world, env, 100, [{ type: 'player-place', x: near.body.x, z: near.body.z }])
    // what was asked for before anybody could answer is not waited for
    for (const npc of world.npcs) dropThought(npc)
    const live = (tokensPerSecond: number) => liveMinute(structuredClone(world), env, { tokensPerSecond, seconds: 30 })
    const [none, slow, fast] = [await live(0), await live(43), await live(20_000)]
    const share = ({ thoughts }: typeof fast) => thoughts.filter(({ byModel }) => byModel).length / thoughts.length
    expect(share(none)).toBe(0)
    expect(none.tokens).toBe(0)
    expect(share(slow)).toBeLessThan(share(fast))
    expect(slow.tokens).toBeGreaterThan(0)
    expect(fast.thoughts.length).toBeGreaterThan(none.thoughts.length)
    expect(fast.thoughts.filter(({ fellBack }) => fellBack)).toEqual([])
    expect(fast.branches).toBeGreaterThanOrEqual(slow.branches)
    expect(await live(20_000)).toEqual(fast)
    expect(fast.replies[0]).toBeLessThan(slow.replies[0]!)
    const row = { tokensPerSecond: 20_000, thoughts: 29.75, byModel: 28, fellBack: 0, choices: 8, branches: 146, branchesOfChoice: 48.2, regret: 0.0312, talks: 2.5, speakers: 6, lines: 10, asides: 1.5, longest: 7, tokens: 1_225, replyMs: 50 }
    const page = velocityPage([row, { ...row, tokensPerSecond: 0, regret: 0.1 }], { seed: 'oak', hours: [8, 10], seconds: 60, people: 30, choices: 96 })
    expect(page).toContain('| tokens a second | 20,000 | no model |')
    expect(page).toContain('| regret of the same choice | 0.031 | 0.100 |')
    const picture = drawVelocity(new Map([[43, slow], [20_000, fast]]), { rows: [row], seconds: 30 })
    expect(picture.match(/<circle/g)).toHaveLength(slow.thoughts.length + fast.thoughts.length + 2)
    expect(picture.match(/<rect/g)).toHaveLength(slow.said.length + fast.said.length + 2)
    expect(picture).toContain('48 branches a choice, regret 0.031')
    expect(picture).not.toContain('NaN')
  })
})
