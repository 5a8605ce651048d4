/** The land in Node: cost of the kernel, garbage, payload, jobs through a worker, identity, seams, ground. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createNoise2D } from 'simplex-noise'
import { createRng, nextFloat } from '#core/rng.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { buildChunk, buildSurface } from '#worldgen/build-chunk.ts'
import { CHUNK_BYTES } from '#worldgen/chunk-arrays.ts'
import { CHUNK_METERS, CHUNK_QUADS, SCATTER_BYTES, WATER_BYTES, WATER_NODES, type ChunkCoordinate } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { MACRO_METERS } from '#worldgen/hydrology/macro-nodes.ts'
import type { Road } from '#worldgen/roads/road.ts'
import { isChosen, type Bench, type BenchOptions, type Figure } from './bench.ts'
import { digestOf, digestOfAll, identityCoordinates, nameOf, SEEDS } from './support/hash-chunks.ts'
import { digits, median, ratioTo } from './support/measure.ts'
import type * as NotedNoiseModule from './support/noted-noise.ts'
import { startTerrainThread } from './support/terrain-thread.ts'

const land = createLand('bench')

async function measureKernel(options: BenchOptions): Promise<Figure> {
  const quads = 64
  const side = quads + 1
  const out = { heights: new Float32Array((quads + 3) ** 2), normals: new Uint8Array(side * side * 2), ground: new Uint8Array(side * side * 4) }
  const places = Array.from({ length: 24 }, (_, i) => ({ firstX: (i * 7 - 80) * quads, firstZ: (i * 5 - 60) * quads, spacing: 1, quads }))
  const work = (): void => {
    for (const lattice of places) buildSurface(land, lattice, out)
  }
  const { noteNoiseOf } = (await import(pathToFileURL(join(options.bundle, 'noted-noise.js')).href)) as typeof NotedNoiseModule
  const { x, z } = noteNoiseOf('bench', places, out)
  const evaluations = x.length
  const rng = createRng(1)
  const noise = createNoise2D(() => nextFloat(rng))
  const sums = new Float64Array(512)
  // The same evaluations in the same order, added up in an array as the kernel must; no number leaves the loop, for that would cost memory.
  const reference = (): void => {
    for (let i = 0; i < evaluations; i++) sums[i & 511] = sums[i & 511]! + noise(x[i]!, z[i]!)
  }
  // Rivers and settlements are found once for many chunks: only what every chunk asks for is measured.
  work()
  const { ratio, workMs, referenceMs } = ratioTo(reference, work, 9)
  const perChunk = evaluations / places.length
  return { id: 'L1', what: 'chunk kernel 65×65 over its noise', figure: digits(ratio), bar: '<= 1.25', ok: ratio <= 1.25, note: `${digits(workMs / places.length, 3)} ms a chunk, ${digits(referenceMs / places.length, 3)} ms for its ${digits(perChunk, 0)} evaluations` }
}

function measureGarbage(): Figure {
  const gc = globalThis.gc
  if (gc === undefined) return { id: 'L2', what: 'garbage a chunk', figure: '–', bar: '<= 8 KB', ok: null, note: 'node runs without --expose-gc' }
  const buffer = new ArrayBuffer(CHUNK_BYTES)
  const build = (i: number): void => void buildChunk(land, { x: i % 40, z: Math.floor(i / 40), level: i % 3 }, buffer)
  for (let i = 0; i < 400; i++) build(i)
  const rounds = Array.from({ length: 7 }, (_, round) => {
    gc()
    const before = process.memoryUsage().heapUsed
    for (let i = 0; i < 60; i++) build(i + round)
    return (process.memoryUsage().heapUsed - before) / 60 / 1024
  })
  const kilobytes = median(rounds)
  return { id: 'L2', what: 'garbage a chunk', figure: `${digits(kilobytes)} KB`, bar: '<= 8 KB', ok: kilobytes <= 8 }
}

function measurePayload(): Figure {
  const sizes: number[] = []
  const filled: number[] = []
  for (let i = 0; i < 60; i++) {
    const chunk = buildChunk(land, { x: i, z: -i, level: i % 4 })
    const fixed = chunk.water.byteLength + chunk.heights.byteLength + chunk.normals.byteLength + chunk.ground.byteLength
    // all arrays lie in one buffer
    sizes.push(chunk.heights.buffer.byteLength / 1024)
    filled.push((fixed + chunk.scatterCount * SCATTER_BYTES) / 1024)
  }
  return { id: 'L3', what: 'payload a chunk, 35×35', figure: `${digits(Math.max(...sizes), 1)} KB`, bar: '<= 16 KB', ok: Math.max(...sizes) <= 16, note: `filled: ${digits(median(filled), 1)} KB in the middle` }
}

/** Jobs a second of one worker thread, median of five rounds. */
async function jobsPerSecond(bundle: string, file: string, bytes: number): Promise<number> {
  const { client, stop } = startTerrainThread(bundle, file)
  let number = 0
  const pool = Array.from({ length: 8 }, () => new ArrayBuffer(bytes))
  const lane = async (until: number): Promise<void> => {
    while (number < until) {
      const i = number++
      const buffer = pool.pop() ?? new ArrayBuffer(bytes)
      const chunk = await client.ask('chunk-build', { seed: 'bench', coordinate: { x: i % 50, z: Math.floor(i / 50), level: 0 }, buffer }, { transfer: [buffer] })
      pool.push(chunk.heights.buffer as ArrayBuffer)
    }
  }
  await Promise.all([lane(200), lane(200), lane(200)])
  const rates: number[] = []
  for (let round = 0; round < 5; round++) {
    const started = performance.now()
    const until = number + 300
    await Promise.all([lane(until), lane(until), lane(until)])
    rates.push(300_000 / (performance.now() - started))
  }
  await stop()
  return median(rates)
}

async function measureJobs(options: BenchOptions): Promise<Figure> {
  const quads = 64
  const extra = 4 * ((quads + 3) ** 2 - (CHUNK_QUADS + 3) ** 2) + 6 * ((quads + 1) ** 2 - (CHUNK_QUADS + 1) ** 2) + WATER_BYTES * ((quads / 2 + 1) ** 2 - WATER_NODES ** 2)
  // a chunk of the game has 35×35 heights; the bar speaks of 65×65, which a worker with a finer lattice over the same square builds, plants, roads and water included
  const own = await jobsPerSecond(options.bundle, 'terrain.js', CHUNK_BYTES)
  const finer = await jobsPerSecond(options.bundle, 'terrain-65.js', CHUNK_BYTES + extra)
  return { id: 'L4', what: 'complete chunk jobs 65×65 a second, one worker, Node', figure: digits(finer, 0), bar: '>= 300', ok: finer >= 300, note: `64 m at 1 m, with plants, roads and water; the game's own lattice, 35×35 over the same square: ${digits(own, 0)}` }
}

async function measureIdentity(options: BenchOptions): Promise<Figure> {
  const here = new Map<string, string>()
  for (const seed of SEEDS) {
    const own = createLand(seed)
    for (const coordinate of identityCoordinates()) here.set(nameOf(seed, coordinate), digestOf(buildChunk(own, coordinate)))
  }
  const there = new Map<string, string>()
  const { client, stop } = startTerrainThread(options.bundle)
  // another order, seeds mixed, each chunk built after others were dropped
  const all = SEEDS.flatMap((seed) => identityCoordinates().map((coordinate) => ({ seed, coordinate })))
  const shuffled = all.map((each, i) => ({ each, at: (i * 7919) % all.length })).sort((a, b) => a.at - b.at)
  for (const { each } of shuffled.slice(0, 320)) {
    const buffer = new ArrayBuffer(CHUNK_BYTES)
    there.set(nameOf(each.seed, each.coordinate), digestOf(await client.ask('chunk-build', { ...each, buffer }, { transfer: [buffer] })))
  }
  await stop()
  const unequal = [...there].filter(([name, digest]) => here.get(name) !== digest).length
  return { id: 'L12', what: 'chunks that differ: Node, its worker, another order', figure: String(unequal), bar: '0', ok: unequal === 0, note: `sha256 ${digestOfAll(here).slice(0, 16)} of ${here.size} chunks` }
}

/** Heights of a chunk by vertex of the world's lattice at its level. */
function heightsOf(coordinate: ChunkCoordinate): (i: number, j: number) => number {
  const { heights } = buildChunk(land, coordinate)
  return (i, j) => heights[(j + 1) * (CHUNK_QUADS + 3) + i + 1]!
}

function measureSeams(): Figure {
  let unequal = 0
  let compared = 0
  const compare = (a: number, b: number): void => {
    compared++
    if (!Object.is(a, b)) unequal++
  }
  for (const level of [0, 1, 2, 3, 5]) {
    for (const [x, z] of [[0, 0], [-3, 7], [1_200, -900], [-156_250, 156_250]] as const) {
      const own = heightsOf({ x, z, level })
      const east = heightsOf({ x: x + 1, z, level })
      const south = heightsOf({ x, z: z + 1, level })
      const parent = heightsOf({ x: Math.floor(x / 2), z: Math.floor(z / 2), level: level + 1 })
      const half = CHUNK_QUADS / 2
      const offsetX = (x - 2 * Math.floor(x / 2)) * half
      const offsetZ = (z - 2 * Math.floor(z / 2)) * half
      for (let k = -1; k <= CHUNK_QUADS + 1; k++) {
        compare(own(CHUNK_QUADS, k), east(0, k))
        compare(own(k, CHUNK_QUADS), south(k, 0))
        compare(own(CHUNK_QUADS + 1, k), east(1, k))
      }
      for (let j = 0; j <= half; j++) for (let i = 0; i <= half; i++) compare(own(2 * i, 2 * j), parent(offsetX + i, offsetZ + j))
    }
  }
  return { id: 'L13', what: 'shared vertices that differ, of neighbours and levels', figure: String(unequal), bar: '0', ok: unequal === 0, note: `${digits(compared, 0)} compared` }
}

function measureGround(): Figure {
  const ground = createGround(land)
  const rng = createRng(7)
  const spacing = CHUNK_METERS / CHUNK_QUADS
  const worst = (originChunk: number): number => {
    let most = 0
    for (let n = 0; n < 50; n++) {
      const x = originChunk + n
      const own = heightsOf({ x, z: -n, level: 0 })
      for (let k = 0; k < 200; k++) {
        const u = nextFloat(rng) * CHUNK_QUADS
        const v = nextFloat(rng) * CHUNK_QUADS
        const i = Math.min(CHUNK_QUADS - 1, Math.floor(u))
        const j = Math.min(CHUNK_QUADS - 1, Math.floor(v))
        const fu = u - i
        const fv = v - j
        // each cell is split from (i, j + 1) to (i + 1, j)
        const drawn = fu + fv <= 1 ? own(i, j) + fu * (own(i + 1, j) - own(i, j)) + fv * (own(i, j + 1) - own(i, j)) : own(i + 1, j + 1) + (1 - fu) * (own(i, j + 1) - own(i + 1, j + 1)) + (1 - fv) * (own(i + 1, j) - own(i + 1, j + 1))
        most = Math.max(most, Math.abs(drawn - ground.heightAt((x * CHUNK_QUADS + u) * spacing, (-n * CHUNK_QUADS + v) * spacing)))
      }
    }
    return most
  }
  const near = worst(0)
  const far = worst(10_000_000 / CHUNK_METERS)
  return { id: 'L14', what: 'ground underfoot against the drawn triangles: here; at 10,000 km', figure: `${digits(near * 100, 3)} cm; ${digits(far * 100, 3)} cm`, bar: '<= 1 cm; <= 2 cm', ok: near <= 0.01 && far <= 0.02, note: '10,000 points each' }
}

/** Rivers of 200 x 200 km, roads of the 64 x 64 km in its middle. */
function measureWays(): Figure {
  const { waters, sites, roads } = fieldsOf(land)
  const reach = Math.floor(100_000 / MACRO_METERS)
  let uphill = 0
  let edges = 0
  for (let cellZ = -reach; cellZ < reach; cellZ++) {
    for (let cellX = -reach; cellX < reach; cellX++) {
      const node = waters.nodes.nodeOf(cellX, cellZ)
      const down = waters.nodes.downstreamOf(node)
      if (down === null) continue
      edges++
      if (waters.nodes.surfaceOf(down) > waters.nodes.surfaceOf(node)) uphill++
    }
  }
  const found = new Map<string, Road>()
  const joined = new Set<string>()
  for (let cellZ = -22; cellZ < 22; cellZ++) for (let cellX = -22; cellX < 22; cellX++) for (const road of roads.cellOf(cellX, cellZ)) found.set(road.id, road)
  const slopes: number[] = []
  for (const { from, to, points, levels } of found.values()) {
    joined.add(`${from.cellX},${from.cellZ}`).add(`${to.cellX},${to.cellZ}`)
    for (let i = 0; i + 1 < levels.length; i++) {
      const run = Math.hypot(points[i * 2 + 2]! - points[i * 2]!, points[i * 2 + 3]! - points[i * 2 + 1]!)
      if (run > 0.5) slopes.push(Math.abs(levels[i + 1]! - levels[i]!) / run)
    }
  }
  let without = 0
  for (let cellZ = -20; cellZ < 20; cellZ++) {
    for (let cellX = -20; cellX < 20; cellX++) {
      const site = sites.siteOfCell(cellX, cellZ)
      if (site === null || joined.has(`${cellX},${cellZ}`)) continue
      const hasNeighbour = Array.from({ length: 81 }, (_, n) => sites.siteOfCell(cellX + (n % 9) - 4, cellZ + Math.floor(n / 9) - 4)).some((other) => other !== null && other !== site && Math.hypot(other.x - site.x, other.z - site.z) < 4800)
      if (hasNeighbour) without++
    }
  }
  slopes.sort((a, b) => a - b)
  const steep = slopes[Math.floor(slopes.length * 0.95)]! * 100
  return { id: 'L15', what: 'uphill river edges; settlements without a road; road slope p95', figure: `${uphill}; ${without}; ${digits(steep, 1)} %`, bar: '0; 0; <= 12 %', ok: uphill === 0 && without === 0 && steep <= 12, note: `${digits(edges, 0)} edges, ${found.size} roads` }
}

/** L1, L2, L3, L4, L12, L13, L14, L15 without a browser. */
export const landBench: Bench = {
  ids: ['L1', 'L2', 'L3', 'L4', 'L12', 'L13', 'L14', 'L15'],
  apart: true,
  async run(options) {
    const parts: Array<[id: string, measure: () => Figure | Promise<Figure>]> = [
      ['L1', () => measureKernel(options)],
      ['L2', measureGarbage],
      ['L3', measurePayload],
      ['L4', () => measureJobs(options)],
      ['L12', () => measureIdentity(options)],
      ['L13', measureSeams],
      ['L14', measureGround],
      ['L15', measureWays],
    ]
    const figures: Figure[] = []
    for (const [id, measure] of parts) if (isChosen(options, id)) figures.push(await measure())
    return figures
  },
}
