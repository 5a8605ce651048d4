/** The land as it was when its fingerprints were last agreed on: if this fails, GENERATION_VERSION must rise. */
import { createLand } from '#worldgen/create-land.ts'
import { fingerprint } from '#core/hash.ts'
import { expect, it } from 'vitest'
import { chunkPrint, freshChunk } from './chunk-scan.ts'

it('[WG-40] is the land of the kept fingerprints', async () => {
  const lines: string[] = []
  for (const seed of ['percipi', 'a', '']) {
    const land = createLand(seed)
    const start = land.startPlace()
    lines.push(`"${seed}" starts at ${start.x.toFixed(3)}, ${start.z.toFixed(3)} looking ${start.yaw.toFixed(6)}`)
    for (const level of [0, 1, 2, 4, 8]) {
      const width = 64 * 2 ** level
      const x = Math.floor(start.x / width)
      const z = Math.floor(start.z / width)
      for (const [dx, dz] of [[0, 0], [1, -1]] as const) lines.push(`  level ${level} chunk ${x + dx}, ${z + dz}: ${chunkPrint(freshChunk(land, { x: x + dx, z: z + dz, level }))}`)
    }
    for (const plan of land.findSettlements(start.x, start.z, 3000)) {
      const print = fingerprint(new Uint8Array([...JSON.stringify(plan)].map((letter) => letter.charCodeAt(0))))
      lines.push(`  ${plan.id} ${plan.name} (${plan.culture}, ${plan.kind}, ${plan.buildings.length} buildings): ${print}`)
    }
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/worldgen.txt')
})
