/** The pictures of an open mind. */
import { expect, it } from 'vitest'
import type { MemoryView } from '#minds/memory/memory.ts'
import { PartJumps } from '#view/components/part-jumps.tsx'
import { momentWords } from '#view/hud/words.ts'
import { BeliefWay, wayStops } from '#view/panels/belief-way.tsx'
import { Feelings } from '#view/panels/feelings.tsx'
import { layOutStrip, MemoryStrip } from '#view/panels/memory-strip.tsx'
import { createFakeSession, drawWith } from '../fake-session.ts'

const DAY = 86_400
const memory = (sequence: number, worldSeconds: number, change: Partial<MemoryView> = {}): MemoryView => ({ id: `npc:0,0/1#${sequence}`, kind: 'said', text: `memory ${sequence}`, worldSeconds, place: 'the well', importance: 0.5, pinned: false, about: [], source: null, score: null, parts: null, ...change })

it('[UI-128] memories stand along time, newest at the right, as high as they weigh, with moments named apart', () => {
  const now = 40 * DAY
  const { marks, moments } = layOutStrip([memory(4, now), memory(3, now - 600, { importance: 1, kind: 'heard' }), memory(2, now - DAY, { importance: 0, kind: 'reflection' }), memory(1, now - 39 * DAY)], now)
  for (let n = 1; n < marks.length; n++) expect(marks[n]!.x).toBeLessThan(marks[n - 1]!.x)
  expect(marks[1]!.top).toBeLessThan(marks[0]!.top)
  expect(marks[2]!.top).toBeGreaterThan(marks[0]!.top)
  expect(marks.map(({ group }) => group)).toEqual(['own', 'noticed', 'thought', 'own'])
  for (const { x, top } of marks) expect(x >= 0 && x <= 340 && top > 0 && top < 66).toBe(true)
  expect(moments[0]).toMatchObject({ words: 'now' })
  for (let n = 1; n < moments.length; n++) expect(moments[n - 1]!.x - moments[n]!.x).toBeGreaterThan(50)
  // a fresh mind, and one whose oldest memory is of this moment
  expect(layOutStrip([], now).marks).toEqual([])
  expect(layOutStrip([memory(1, now)], now).marks[0]!.x).toBeGreaterThan(300)
  const shown = drawWith(createFakeSession(), <MemoryStrip name="Mira" memories={[memory(1, 0), memory(2, DAY)]} nowSeconds={2 * DAY} chosen="npc:0,0/1#2" onChoose={() => undefined} />)
  expect(shown).toContain('2 memories of Mira along time')
  expect(shown.match(/data-chosen="true"/g)).toHaveLength(1)
})

it('[UI-129] the way of a belief is drawn from mouth to mouth, long ones with their middle counted, lost ends broken off', () => {
  expect(wayStops('Cole', ['Boran Ashby', 'you'])).toEqual(['Cole', 'Boran', 'you'])
  expect(wayStops('Cole', ['A B', 'C D', 'E F', 'G H', 'I J'])).toEqual(['Cole', 'A', '3 more', 'I'])
  const draw = (isWhole: boolean): string => drawWith(createFakeSession(), <BeliefWay name="Cole" chain={['Boran Ashby']} isWhole={isWhole} confidence={0.4} words="From Boran." />)
  expect(draw(true)).toMatch(/aria-label="From Boran\."[\s\S]*data-root="true"/)
  expect(draw(true)).not.toContain('way-lost')
  expect(draw(false)).toContain('way-lost')
  expect(draw(false)).not.toContain('data-root="true"')
})

it('[UI-130] a bad memory is a mark whose ring closes as it heals, filled while it is back', () => {
  const draw = (growth: number, isBack: boolean): string => drawWith(createFakeSession(), <Feelings name="Mira" load={0} feelings={[]} badMemories={[{ of: 'the flood', cues: [], isBack, growth }]} />)
  const arc = (growth: number): number => Number(/class="wound-healed"[^>]*stroke-dasharray="([\d.]+) /.exec(draw(growth, false))?.[1])
  expect(arc(0)).toBe(0)
  expect(arc(0.8)).toBeGreaterThan(arc(0.3))
  expect(draw(0.3, true)).toContain('data-back="true"')
})

it('[UI-131] a long mind has a row of words that leads to its parts', () => {
  const shown = drawWith(createFakeSession(), <PartJumps label="Parts" jumps={[['Now', 'Now'], ['Body', 'Needs']]} />)
  expect(shown.match(/<button/g)).toHaveLength(2)
  expect(shown).toMatch(/aria-current="true"[^>]*>Now/)
})

it('[UI-20] what was before the first day is told by how long before', () => {
  expect(momentWords(2 * DAY + 7 * 3600 + 40 * 60)).toBe('day 3, 7:40')
  expect(momentWords(-DAY + 10 * 3600)).toBe('the day before you came, 10:00')
  expect(momentWords(-5 * DAY + 10 * 3600)).toBe('5 days before you came, 10:00')
  expect(momentWords(-480 * DAY)).toBe('10 years before you came')
})
