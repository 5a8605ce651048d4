/** Settlements as meshes. */
import { Frustum, PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { BUILDING_KINDS, type SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { buildSettlement, type SettlementModel } from '#view/scene/settlements/build-settlement.ts'
import { hearthShare, lampShare } from '#view/scene/settlements/lamp-hours.ts'
import { bakeLamp } from '#view/scene/settlements/lamp-light.ts'
import { createDecalBuilder, layLane, toDecalGeometry } from '#view/scene/settlements/lanes.ts'
import { createMeshBuilder, dip } from '#view/scene/settlements/mesh-builder.ts'
import { createPartChoice } from '#view/scene/settlements/parts.ts'
import { patch } from '#view/scene/settlements/shapes.ts'

const heightAt = (x: number, z: number): number => 20 + x * 0.05 + Math.sin(z * 0.1)

function plan(culture: string): SettlementPlan {
  const buildings = BUILDING_KINDS.map((kind, i): SettlementPlan['buildings'][number] => {
    const x = (i % 4) * 22 - 33
    const z = Math.floor(i / 4) * 22 - 22
    const small = kind === 'well' || kind === 'stall'
    return { id: `building:0,0/${i}`, kind, x, z, y: heightAt(x, z), yaw: i * 0.7, width: small ? 2.6 : 8, depth: small ? 2 : 6, wallHeight: 2.7, doorX: x, doorZ: z + 4, variant: 0x12345678 * (i + 1) }
  })
  return {
    id: 'settlement:0,0', name: '', culture, kind: 'village', shape: 'green', x: 0, z: 0, y: 20, radius: 60, reach: 60, trade: '', families: [], lore: [], buildings,
    lanes: [{ points: [0, 0, 20, 5, 45, 2], width: 2.5 }],
    pier: null,
    wall: null,
    spots: (['bench', 'field', 'woodpile', 'fire', 'garden', 'shore'] as const).map((kind, i) => ({ kind, x: i * 8 - 20, z: 48, yaw: i })),
  }
}

function build(culture: string, detail: boolean): { model: SettlementModel; steps: number } {
  const work = buildSettlement(plan(culture), heightAt, detail)
  for (let steps = 1; ; steps++) {
    const step = work.next()
    if (step.done) return { model: step.value, steps }
  }
}

describe('settlement', () => {
  it('[ROOF-1] is sound in every culture', () => {
    for (const culture of ['oak', 'elm', 'ash', 'fir', 'yew', 'bay', 'box', 'may']) {
      const { solid, decals } = build(culture, true).model
      const position = solid.getAttribute('position')
      const normal = solid.getAttribute('normal')
      let shortest = Infinity
      let farthest = 0
      for (let i = 0; i < position.count; i++) {
        const length = Math.hypot(normal.getX(i), normal.getY(i), normal.getZ(i))
        shortest = Math.min(shortest, length)
        farthest = Math.max(farthest, Math.hypot(position.getX(i), position.getZ(i)))
        if (!Number.isFinite(position.getX(i) + position.getY(i) + position.getZ(i))) throw new Error(`${culture}: vertex ${i} is nowhere`)
      }
      expect(shortest).toBeGreaterThan(0.95)
      expect(farthest).toBeLessThan(75)
      const index = solid.getIndex()!
      let highest = 0
      for (let i = 0; i < index.count; i++) highest = Math.max(highest, index.getX(i))
      expect(highest).toBeLessThan(position.count)
      expect(decals).not.toBeNull()
    }
  })

  it('[ROOF-2] is the same for equal plans', () => {
    const [a, b] = [build('oak', true).model, build('oak', true).model]
    for (const name of ['position', 'paint', 'surface', 'stroke']) expect(Buffer.from(a.solid.getAttribute(name).array.buffer).equals(Buffer.from(b.solid.getAttribute(name).array.buffer))).toBe(true)
    expect(a.chimneys).toEqual(b.chimneys)
  })

  it('[ROOF-3] is built in steps, and simply from afar', () => {
    const near = build('oak', true)
    const far = build('oak', false)
    expect(near.steps).toBeGreaterThan(BUILDING_KINDS.length)
    expect(far.steps).toBeGreaterThanOrEqual(BUILDING_KINDS.length)
    expect(far.model.solid.getIndex()!.count * 10).toBeLessThan(near.model.solid.getIndex()!.count)
    expect(far.model.decals).toBeNull()
    expect(near.model.rotors.length).toBe(1)
  })

  it('[ROOF-20] marks buildings, and only them, as drawn twice, so that one drawing can give way to the other', () => {
    for (const detail of [true, false]) {
      const { solid, parts } = build('oak', detail).model
      const surface = solid.getAttribute('surface')
      const index = solid.getIndex()!
      parts.forEach(({ first, count }, number) => {
        for (let corner = first; corner < first + count; corner++) expect(surface.getW(index.getX(corner))).toBe(number < BUILDING_KINDS.length ? 1 : 0)
      })
    }
  })

  it('[ROOF-4] lights lamps in the evening and smokes when it is cold', () => {
    expect(lampShare(12)).toBe(0)
    expect(lampShare(20.5)).toBe(1)
    expect(lampShare(3)).toBeGreaterThan(0.1)
    expect(lampShare(3)).toBeLessThan(0.4)
    expect(lampShare(23.999)).toBeCloseTo(lampShare(0), 2)
    for (let hour = 0; hour < 24; hour += 0.25) {
      expect(hearthShare(hour, 0.1)).toBeGreaterThanOrEqual(hearthShare(hour, 0.9))
      expect(hearthShare(hour, 0.5)).toBeLessThanOrEqual(1)
    }
    expect(hearthShare(19, 0.2)).toBeGreaterThan(hearthShare(15, 0.2))
  })

  it('[ROOF-5] lays lanes on the ground with soft edges', () => {
    const decals = createDecalBuilder({ x: 5, y: 20, z: -3 }, heightAt)
    layLane(decals, { points: [0, 0, 20, 5, 45, 2], width: 2.5 }, 7)
    const geometry = toDecalGeometry(decals)
    const position = geometry.getAttribute('position')
    const paint = geometry.getAttribute('paint')
    for (let i = 0; i < position.count; i++) {
      const above = position.getY(i) + 20 - heightAt(position.getX(i) + 5, position.getZ(i) - 3)
      expect(above).toBeGreaterThan(0)
      expect(above).toBeLessThan(0.1)
      if (i % 5 === 0 || i % 5 === 4) expect(paint.getW(i)).toBe(0)
    }
    expect(position.count).toBeGreaterThan(100)
  })

  it('[ROOF-6] warms what faces a lamp nearby', () => {
    const mesh = createMeshBuilder()
    dip(mesh, '#808080')
    patch(mesh, [[-0.5, 0, 0], [0.5, 0, 0], [0.5, 1, 0], [-0.5, 1, 0]])
    patch(mesh, [[0.5, 0, -0.2], [-0.5, 0, -0.2], [-0.5, 1, -0.2], [0.5, 1, -0.2]])
    patch(mesh, [[-0.5, 0, -9], [0.5, 0, -9], [0.5, 1, -9], [-0.5, 1, -9]])
    bakeLamp(mesh, [0, 0.5, 1.5], () => false)
    const glow = (from: number): number => Math.max(...[0, 1, 2, 3].map((k) => mesh.paint[(from + k) * 4 + 3]!))
    expect(glow(0)).toBeGreaterThan(50)
    expect(glow(4)).toBe(0)
    expect(glow(8)).toBe(0)
  })

  it('[ROOF-10] is made of parts that cover it, and draws those that are near and in the picture', () => {
    const { solid, decals, parts, decalParts } = build('oak', true).model
    for (const [geometry, runs] of [[solid, parts], [decals!, decalParts]] as const) {
      let end = 0
      for (const { first, count } of runs) {
        expect(first).toBe(end)
        end += count
      }
      expect(end).toBe(geometry.index!.count)
    }
    const before = [...solid.index!.array]
    const choice = createPartChoice(solid, parts)
    const camera = new PerspectiveCamera(60, 1, 0.1, 1000)
    camera.position.set(0, 2, 200)
    camera.updateMatrixWorld()
    const frustum = new Frustum().setFromProjectionMatrix(camera.projectionMatrix.clone().multiply(camera.matrixWorldInverse))
    const view = { eye: camera.position, offset: new Vector3() }
    choice.choose(frustum, view, (part) => part === parts[2])
    expect(solid.drawRange).toEqual({ start: 0, count: parts[2]!.count })
    expect(Array.from(solid.index!.array.subarray(0, parts[2]!.count))).toEqual(before.slice(parts[2]!.first, parts[2]!.first + parts[2]!.count))
    expect([...choice.wanted].filter(Boolean)).toHaveLength(1)
    // all of it is behind the eye
    choice.choose(frustum, { ...view, offset: new Vector3(0, 0, 600) }, () => true)
    expect(solid.drawRange.count).toBe(0)
    expect(choice.wanted.every((wanted) => wanted === 1)).toBe(true)
    // what lies just out of the picture is drawn with it, so that a small turn of the head changes nothing
    choice.choose(frustum, view, () => true)
    const { version } = solid.index!
    camera.rotation.y = 0.03
    camera.updateMatrixWorld()
    choice.choose(new Frustum().setFromProjectionMatrix(camera.projectionMatrix.clone().multiply(camera.matrixWorldInverse)), view, () => true)
    expect(solid.index!.version).toBe(version)
    // what gives way to another drawing does so at once
    choice.choose(frustum, view, (part) => part !== parts[2])
    expect(solid.drawRange.count).toBe(solid.index!.count - parts[2]!.count)
  })
})

describe('what stands about', () => {
  it('[ROOF-24] is each culture’s own: the cover of its well, its benches and lamps, its fences', () => {
    const pieces = (culture: string, kinds: readonly string[]): string => {
      const { model } = build(culture, true)
      const spots = plan(culture).spots
      return model.parts.flatMap(({ count }, part) => (kinds.includes(part < BUILDING_KINDS.length ? BUILDING_KINDS[part]! : (spots[part - model.twins]?.kind ?? 'lamp')) ? [count] : [])).join()
    }
    const cultures = ['harrow', 'skeld', 'velmar', 'oshen', 'tirin']
    expect(new Set(cultures.map((culture) => pieces(culture, ['well']))).size).toBe(5)
    expect(new Set(cultures.map((culture) => pieces(culture, ['garden']))).size).toBeGreaterThanOrEqual(3)
    expect(new Set(cultures.map((culture) => pieces(culture, ['bench']))).size).toBe(2)
    expect(new Set(cultures.map((culture) => pieces(culture, ['well', 'garden', 'bench', 'stall', 'cottage']))).size).toBe(5)
  })
})
