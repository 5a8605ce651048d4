/** The settings and the sign of trouble on purpose. */
import { describe, expect, it } from 'vitest'
import { ChaosSign } from '#view/hud/chaos-sign.tsx'
import { ChaosPart } from '#view/panels/chaos-part.tsx'
import { createFakeSession, drawWith } from '../fake-session.ts'

describe('chaos', () => {
  it('[UI-101] is off at first, dosed by kind while on, and said on a sign', () => {
    const calm = createFakeSession()
    expect(drawWith(calm, <ChaosSign />)).toBe('')
    expect(drawWith(calm, <ChaosPart />).match(/type="checkbox"/g)).toHaveLength(1)
    const wild = createFakeSession({ hud: { chaos: { share: 0.35, kinds: ['drop', 'stall'] } } })
    expect(drawWith(wild, <ChaosSign />).replace(/<[^>]*>/g, '')).toContain('35 %')
    const part = drawWith(wild, <ChaosPart />)
    expect(part.match(/type="checkbox"/g)).toHaveLength(5)
    expect(part.match(/checked=""/g)).toHaveLength(3)
    expect(part).toContain('35 %')
  })
})
