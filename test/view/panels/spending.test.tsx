/** What models may spend and do spend, as it is shown and typed. */
import { expect, it } from 'vitest'
import type { EndpointStatus } from '#minds/language-model.ts'
import { MindSwitch } from '#view/hud/mind-switch.tsx'
import { mindSign } from '#view/hud/mind-sign.tsx'
import { MindLimits } from '#view/panels/mind-limits.tsx'
import { moneyWords, readAmount, tokenWords, usedLimits } from '#view/panels/spending-words.ts'
import { createFakeSession, drawWith, modelStatus } from '../fake-session.ts'

const endpoint: EndpointStatus = { groups: ['talk', 'decision', 'reflection', 'deliberation'], provider: 'openai-compatible', model: 'qwen3:8b', tier: 3, means: 'it thinks aloud for the ten nearest', tokensPerSecond: 250, firstTokenMs: 180, inFlight: 2, trouble: null, priceKey: 'https://api.example.org/v1 qwen3:8b', isFree: false }
const spending = { minuteTokens: 950, begunMs: 0, own: { day: 1, tokens: 0, money: 0 }, today: { day: 1, tokens: 48_200, money: 0.004 }, isPriced: true }
const model = modelStatus({ provider: 'openai-compatible', model: 'qwen3:8b', tier: 3, tokensPerSecond: 250, flow: 312, firstTokenMs: 180, inFlight: 2, queued: 5, costEstimate: 0.004, spending, endpoints: [endpoint] })
const limits = { paused: false, tokensPerMinute: 1000, tokensPerDay: 100_000, moneyPerDay: null, prices: {} }
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

it('[UI-88] the meter tells tokens a second now, what thinks and waits, the first word, the cost of today and what the speed allows', () => {
  const shown = plain(drawWith(createFakeSession({ hud: { model } }), <MindLimits />))
  for (const words of ['312 tokens a second, 2 thinking, 5 waiting', 'after 180 ms', '48k tokens, about 0.0040', 'qwen3:8b: 250 tokens a second: it thinks aloud for the ten nearest']) expect(shown).toContain(words)
  expect(plain(drawWith(createFakeSession({ hud: { model: { ...model, costEstimate: null } } }), <MindLimits />))).toContain('at a price that is not known')
  expect(drawWith(createFakeSession(), <MindLimits />)).not.toContain('mind-meter')
  expect(mindSign(model).text).toBe('qwen3:8b · 250 tokens/s · 5 waiting')
})

it('[UI-89] limits and prices are typed as people write numbers; what is none is told, and nothing is no limit', () => {
  expect(['', ' ', '1200', '1,200', '12 000', '50k', '1.5M', '0.25', '0,25'].map(readAmount)).toEqual([null, null, 1200, 1200, 12_000, 50_000, 1_500_000, 0.25, 0.25])
  for (const wrong of ['-3', 'many', '1e9x', '1..2']) expect(readAmount(wrong)).toContain('A number')
  expect([tokenWords(0), tokenWords(9_999), tokenWords(48_200), tokenWords(1_300_000)]).toEqual(['0', '9,999', '48k', '1.3 million'])
  expect([moneyWords(0), moneyWords(1.239), moneyWords(0.004)]).toEqual(['0.00', '1.24', '0.0040'])
  const shown = drawWith(createFakeSession({ hud: { model }, settings: { limits } }), <MindLimits />)
  for (const words of ['Tokens a minute', 'Tokens a day', 'Cost a day', 'Price of a million tokens of qwen3:8b', 'value="1000"']) expect(shown).toContain(words)
  expect(drawWith(createFakeSession({ hud: { model: { ...model, endpoints: [{ ...endpoint, isFree: true }] } } }), <MindLimits />)).not.toContain('Price of a million')
})

it('[UI-90] the off switch is in the settings and beside the sign, where a model thinks', () => {
  expect(drawWith(createFakeSession(), <MindSwitch />)).toBe('')
  expect(drawWith(createFakeSession({ hud: { model } }), <MindSwitch />)).toContain('Stop the model')
  const off = createFakeSession({ hud: { model: { ...model, paused: true } }, settings: { limits: { ...limits, paused: true } } })
  expect(drawWith(off, <MindSwitch />)).toContain('Let it think again')
  expect(drawWith(off, <MindLimits />)).toMatch(/type="checkbox" aria-describedby="[^"]*"\/>|type="checkbox"(?![^>]*checked)/)
  expect(mindSign({ ...model, paused: true }).text).toContain('switched off')
})

it('[UI-91] a bar tells how much of a limit is used: of each in the settings, of the nearest beside the sign', () => {
  expect(usedLimits(model, limits).map(({ share }) => share)).toEqual([0.95, 0.482])
  expect(usedLimits(model, { ...limits, tokensPerMinute: null, moneyPerDay: 0 }).map(({ share }) => share)).toEqual([0.482, 1])
  const beside = drawWith(createFakeSession({ hud: { model }, settings: { limits } }), <MindSwitch />)
  expect(beside).toContain('aria-label="Tokens this minute"')
  expect(beside).toContain('width:95%')
  expect(drawWith(createFakeSession({ hud: { model }, settings: { limits } }), <MindLimits />).match(/role="meter"/g)).toHaveLength(2)
  expect(drawWith(createFakeSession({ hud: { model } }), <MindSwitch />)).not.toContain('role="meter"')
})
