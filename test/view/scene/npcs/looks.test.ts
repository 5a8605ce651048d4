/** Looks fit their rooms. */
import { describe, expect, it } from 'vitest'
import { createClaim } from '#simulation/beliefs/claim.ts'
import type { Npc, SkillRun } from '#simulation/npc/npc.ts'
import { TRADES } from '#simulation/npc/trades.ts'
import { carryingIn } from '#simulation/happenings/newborn.ts'
import { isOnWatch } from '#simulation/skills/night-watch.ts'
import { FEASTING } from '#simulation/skills/gather.ts'
import { composePerson, thingsOf, type PersonLook } from '#view/scene/npcs/compose-person.ts'
import { FAR_SIZE, FULL_SIZE } from '#view/scene/npcs/crowd.ts'
import { doingOf } from '#view/scene/npcs/gestures.ts'
import { MARKS } from '#view/scene/npcs/figure.ts'
import { heldBy } from '#view/scene/npcs/held.ts'

function* looks(): Generator<PersonLook> {
  let turn = 0
  for (const trade of [...Object.keys(TRADES), 'traveller']) {
    for (const garment of ['trousers', 'dress', 'robe'] as const) {
      const hairStyle = (['braid', 'long', 'bun', 'short', 'bald'] as const)[turn % 5]!
      const hat = (['cap', 'straw', 'hood', 'kerchief', 'none'] as const)[(turn * 3) % 5]!
      turn++
      yield { appearance: { height: 1.7, build: 1.1, skin: '#c98d6a', hair: '#3a2a20', hairStyle, beard: true, hat, garment, coat: '#445566', cloth: '#665544', accent: '#aa8844' }, age: 70, female: turn % 2 === 0, trade, cloak: trade === 'traveller' ? '#a5563f' : null }
    }
  }
}

describe('looks', () => {
  it('[FOLK-5] fit the room they are given', () => {
    const sums = { near: 0, far: 0 }
    for (const look of looks()) {
      const near = composePerson(look, true)
      const far = composePerson(look, false)
      expect(near.vertexCount).toBeLessThanOrEqual(FULL_SIZE.slotVertices)
      expect(near.indexCount).toBeLessThanOrEqual(FULL_SIZE.slotIndices)
      expect(far.vertexCount).toBeLessThanOrEqual(FAR_SIZE.slotVertices)
      expect(far.indexCount).toBeLessThanOrEqual(FAR_SIZE.slotIndices)
      expect(near.positions.subarray(0, near.vertexCount * 3).every(Number.isFinite)).toBe(true)
      sums.near += near.indexCount
      sums.far += far.indexCount
    }
    expect(sums.far * 3).toBeLessThan(sums.near)
  })

  it('[FOLK-5] the richest look of all fits too', () => {
    const look: PersonLook = { appearance: { height: 1.8, build: 1.2, skin: '#c98d6a', hair: '#3a2a20', hairStyle: 'braid', beard: true, hat: 'cap', garment: 'trousers', coat: '#445566', cloth: '#665544', accent: '#aa8844' }, age: 70, female: false, trade: 'herbalist', cloak: '#a5563f' }
    expect(composePerson(look, true).vertexCount).toBeLessThanOrEqual(FULL_SIZE.slotVertices)
  })

  it('[SIM-150] a mother who is up again carries her child before her until it is some weeks old', () => {
    const born = { homeId: 'building:0,0/1', parentId: 'npc:0,0/1', otherParentId: null, given: 'Ada', sex: 'female', worldSeconds: 0, visitorIds: [] } as const
    const carries = (day: number): boolean => carryingIn({ chronicle: { births: [born], scenes: [] }, worldSeconds: day * 86_400 }).has('npc:0,0/1')
    // when it has just come it is shown by the midwife, then by the father
    const claim = createClaim('birth', {})
    const shown = (beat: number): string[] => [...carryingIn({ chronicle: { births: [], scenes: [{ claim, beat, company: ['npc:0,0/7', 'npc:0,0/8', 'npc:0,0/9'] }] }, worldSeconds: 0 })]
    expect([shown(3), shown(6), shown(8)]).toEqual([[], ['npc:0,0/7'], ['npc:0,0/8']])
    for (const look of looks()) {
      const withChild = composePerson({ ...look, child: true, wet: true }, true)
      expect(withChild.vertexCount).toBeLessThanOrEqual(FULL_SIZE.slotVertices)
      expect(withChild.indexCount).toBeLessThanOrEqual(FULL_SIZE.slotIndices)
    }
    expect([carries(0.5), carries(2), carries(20), carries(60)]).toEqual([false, true, true, false])
    for (const look of [...looks()].filter(({ female }) => female)) {
      for (const [fine, size] of [[true, FULL_SIZE], [false, FAR_SIZE]] as const) {
        const plain = composePerson(look, fine)
        const withChild = composePerson({ ...look, child: true }, fine)
        expect(withChild.vertexCount).toBeGreaterThan(plain.vertexCount)
        expect(withChild.vertexCount).toBeLessThanOrEqual(size.slotVertices)
        expect(withChild.indexCount).toBeLessThanOrEqual(size.slotIndices)
      }
    }
  })

  it('[FOLK-20] whoever brings home what was bought carries a basket, whatever the trade, and fits the room of a body with it', () => {
    for (const look of looks()) {
      expect(thingsOf({ ...look, holds: 'basket' }).tool).toBe('basket')
      const { vertexCount, indexCount } = composePerson({ ...look, holds: 'basket' }, true)
      expect(vertexCount).toBeLessThanOrEqual(FULL_SIZE.slotVertices)
      expect(indexCount).toBeLessThanOrEqual(FULL_SIZE.slotIndices)
    }
  })

  it('[LOOK-4] a guest at a feast holds a cup, whatever the trade, and is drawn with it', () => {
    for (const look of looks()) {
      expect(thingsOf({ ...look, holds: 'cup' }).tool).toBe('cup')
      const guest = composePerson({ ...look, holds: 'cup' }, true)
      expect(guest.vertexCount).toBeLessThanOrEqual(FULL_SIZE.slotVertices)
      expect(guest.indexCount).toBeLessThanOrEqual(FULL_SIZE.slotIndices)
    }
    expect(doingOf('gather', 'baker', FEASTING)).toBe('eat')
  })

  it('[FOLK-11] whoever keeps watch carries a burning lantern, seen from near and far, in the hours of the watch', () => {
    const burns = (look: PersonLook, fine: boolean): boolean => {
      const { surface, vertexCount } = composePerson(look, fine)
      for (let vertex = 0; vertex < vertexCount; vertex++) if (surface[vertex * 4 + 3] === MARKS.flame) return true
      return false
    }
    for (const look of looks()) {
      for (const [fine, size] of [[true, FULL_SIZE], [false, FAR_SIZE]] as const) {
        const onWatch = composePerson({ ...look, holds: 'lantern' }, fine)
        expect([burns({ ...look, holds: 'lantern' }, fine), burns(look, fine)]).toEqual([true, false])
        expect(onWatch.vertexCount).toBeLessThanOrEqual(size.slotVertices)
        expect(onWatch.indexCount).toBeLessThanOrEqual(size.slotIndices)
      }
      expect(thingsOf({ ...look, holds: 'lantern' }).tool).toBe('lantern')
    }
    const watchAt = (hour: number): boolean => isOnWatch({ worldSeconds: hour * 3600 }, { id: 'npc:0,0/0', age: 30, trade: 'smith' })
    expect([20, 22, 23.5, 24.5, 26, 27, 46].map(watchAt)).toEqual([false, true, true, true, true, false, false])
  })
})

describe('in rain and in the dark', () => {
  it('[SIM-237] people have a sack over head and shoulders, but who wears straw or a hood, and a light on their way, but who would rather not be seen', () => {
    for (const look of looks()) {
      for (const [fine, size] of [[true, FULL_SIZE], [false, FAR_SIZE]] as const) {
        const wet = composePerson({ ...look, wet: true, child: look.female }, fine)
        expect(wet.vertexCount).toBeLessThanOrEqual(size.slotVertices)
        expect(wet.indexCount).toBeLessThanOrEqual(size.slotIndices)
        const dry = composePerson({ ...look, child: look.female }, fine)
        const isCovered = (look.appearance.hat === 'straw' || look.appearance.hat === 'hood') && thingsOf(look).shawl
        expect(String(wet.positions.subarray(0, wet.vertexCount * 3)) === String(dry.positions.subarray(0, dry.vertexCount * 3))).toBe(isCovered)
      }
    }
    const held = (hour: number, skill: Partial<SkillRun>, age = 30): string | null => heldBy({ worldSeconds: hour * 3600 }, { id: 'npc:0,0/1', age, trade: 'smith', skill: { doing: '', going: '', ...skill }, trading: { buying: null } } as unknown as Npc)
    expect([held(23.2, { skillId: 'sleep', phase: 'walk' }), held(4.5, { skillId: 'work', phase: 'walk' }), held(4.5, { skillId: 'work', phase: 'do' })]).toEqual(['lantern', 'lantern', null])
    expect([held(20, { skillId: 'sleep', phase: 'walk' }), held(22, { skillId: 'vigil', phase: 'walk' }), held(22, { skillId: 'withdraw', phase: 'walk' }), held(22, { skillId: 'eat', phase: 'walk' }, 8)]).toEqual([null, null, null, null])
    expect([held(14, { skillId: 'eaves', phase: 'walk', going: 'running in with the washing' }), held(14, { skillId: 'fetch', phase: 'do', doing: 'setting the buckets under the drip of the eaves' }), held(20, { skillId: 'gather', phase: 'do', doing: 'standing before the inn with a cup' })]).toEqual(['basket', 'bucket', 'cup'])
  })
})

describe('what hands hold', () => {
  const world = { worldSeconds: 12 * 3600 }
  const person = (skill: Partial<SkillRun> | null, trade: Npc['trade'] = 'smith'): Npc => ({ id: 'npc:0,0/1', age: 30, trade, skill, trading: { buying: null } }) as unknown as Npc
  it('[FOLK-21] is what is being done: a bucket to and from the well, a hammer at mending, chores and harvest with what they need, else the tool of the trade', () => {
    const held = (skillId: SkillRun['skillId'], phase: SkillRun['phase'], doing: string, trade?: Npc['trade']): string | null => heldBy(world, person({ skillId, phase, doing, going: '' }, trade))
    expect([held('fetch', 'walk', 'drawing water at the well'), held('fetch', 'do', 'drawing water at the well')]).toEqual(['bucket', null])
    expect([held('go-to', 'do', 'mending what the storm broke'), held('go-to', 'walk', 'mending what the storm broke')]).toEqual(['hammer', null])
    expect([held('tend', 'do', 'sweeping the doorstep'), held('tend', 'do', 'feeding the hens'), held('tend', 'do', 'splitting kindling')]).toEqual(['broom', 'basket', 'axe'])
    expect([held('go-to', 'do', 'bringing it in', 'farmer'), held('go-to', 'do', 'bringing it in', 'baker')]).toEqual(['hoe', 'basket'])
    expect([held('gather', 'do', FEASTING), held('work', 'do', 'sweeping the step of the inn'), heldBy(world, person(null))]).toEqual(['cup', null, null])
    for (const look of looks()) for (const holds of ['bucket', 'hammer', 'broom'] as const) {
      const { vertexCount, indexCount } = composePerson({ ...look, holds }, true)
      expect(vertexCount).toBeLessThanOrEqual(FULL_SIZE.slotVertices)
      expect(indexCount).toBeLessThanOrEqual(FULL_SIZE.slotIndices)
    }
  })
})
