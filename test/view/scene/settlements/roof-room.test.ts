/** The room that an eye keeps out of is as large as the roofs that are drawn. */
import { expect, it } from 'vitest'
import { isInRoof } from '#simulation/physics/roofs.ts'
import type { BuildingPlan } from '#worldgen/sites/settlement-plan.ts'
import { BUILDING_SIZES } from '#worldgen/sites/building-sizes.ts'
import { CULTURES } from '#worldgen/names/cultures.ts'
import { styleOf } from '#view/scene/settlements/culture-style.ts'
import { createMeshBuilder } from '#view/scene/settlements/mesh-builder.ts'
import { drawFlatRoof } from '#view/scene/settlements/roof-parts.ts'
import { drawRoof } from '#view/scene/settlements/roof.ts'

it('[ROOF-27] covers every roof of every culture, whichever way its ridge runs, and nothing a metre and a half off it', () => {
  const { width, depth, wallHeight } = BUILDING_SIZES.farmhouse
  for (const { id } of CULTURES) {
    const style = styleOf(id)
    for (const gableFront of [false, true]) {
      const building = { id: 'building:0,0/0', kind: 'farmhouse', x: 0, z: 0, y: 0, yaw: 0, width, depth, wallHeight, doorX: 0, doorZ: 4, variant: 1 } satisfies BuildingPlan
      const mesh = createMeshBuilder(4096)
      const shape = { length: gableFront ? depth : width, span: gableFront ? width : depth, eaves: wallHeight, color: '#aa8866', detail: true }
      if (style.roof.pitch > 0) drawRoof(mesh, style, shape)
      else drawFlatRoof(mesh, style, { ...shape, wall: '#ffffff', variant: 1 })
      for (let i = 0; i < mesh.vertexCount; i++) {
        const [along, y, across] = [mesh.positions[i * 3]!, mesh.positions[i * 3 + 1]!, mesh.positions[i * 3 + 2]!]
        const [x, z] = gableFront ? [across, along] : [along, across]
        if (y > wallHeight - 0.3 && !isInRoof(building, { x, y, z }, 0.15)) throw new Error(`${id}: a roof reaches ${x.toFixed(2)}, ${y.toFixed(2)}, ${z.toFixed(2)}`)
      }
      expect(mesh.vertexCount).toBeGreaterThan(20)
      for (const [x, y, z] of [[width / 2 + 1.5, wallHeight, 0], [0, wallHeight + 8, 0], [0, wallHeight - 1, depth / 2 + 0.4], [0, 1.6, depth / 2 + 0.5]] as const) expect(isInRoof(building, { x, y, z }, 0.15)).toBe(false)
    }
  }
})
