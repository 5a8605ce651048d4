/** Whom a person knows, as a picture. */
import { expect, it } from 'vitest'
import { placeRelations, RelationGraph } from '#view/panels/relation-graph.tsx'
import { createFakeSession, drawWith } from '../fake-session.ts'

const relation = (id: string, name: string, warmth: number, kinship: string | null = null) => ({ id, name, kinship, warmth, trust: 0.5, respect: 0, fear: 0, debt: 0, familiarity: 0.6, lastReason: '', hasDied: false })
const RELATIONS = [relation('npc:0,0/2', 'Boran Ashby', -0.8), relation('npc:0,0/3', 'Elsin Reed', 0.9, 'sibling'), relation('npc:0,0/4', 'Cole Marsh', 0), relation('player', 'you', 0.2)]

it('[UI-81] the dear are nearer the middle than the disliked, nobody leaves the picture, and a name opens that mind', () => {
  const placed = placeRelations(RELATIONS)
  // along the ellipse: as a share of the way to the edge
  const far = (id: string): number => {
    const { x, y } = placed.find((one) => one.id === id)!
    return Math.hypot((x - 170) / (170 - 62), (y - 118) / (118 - 20))
  }
  expect(far('npc:0,0/3')).toBeLessThan(far('player'))
  expect(far('player')).toBeLessThan(far('npc:0,0/4'))
  expect(far('npc:0,0/4')).toBeLessThan(far('npc:0,0/2'))
  for (const { x, y } of placed) expect(x > 0 && x < 340 && y > 0 && y < 236).toBe(true)
  const shown = drawWith(createFakeSession(), <RelationGraph name="Mira" relations={RELATIONS} />)
  expect(shown).toContain('aria-label="Open the mind of Elsin Reed, sibling"')
  expect(shown.match(/role="button"/g)).toHaveLength(3)
  expect(shown).toContain('>You<')
})

it('[UI-81] names never lie on each other, and who died is told and opens nothing', () => {
  const village = Array.from({ length: 14 }, (_, n) => ({ ...relation(`npc:0,0/${n}`, `Person${n} Reed`, Math.sin(n * 2.3)), hasDied: n === 5 }))
  const placed = placeRelations(village)
  for (const side of ['start', 'end']) {
    const rows = placed.filter(({ anchor }) => anchor === side).map(({ labelY }) => labelY).toSorted((a, b) => a - b)
    for (let n = 1; n < rows.length; n++) expect(rows[n]! - rows[n - 1]!).toBeGreaterThanOrEqual(12)
    for (const row of rows) expect(row > 8 && row < 236).toBe(true)
  }
  const shown = drawWith(createFakeSession(), <RelationGraph name="Mira" relations={village} />)
  expect(shown).toContain('Person5 Reed, who died')
  expect(shown.match(/role="button"/g)).toHaveLength(13)
})
