/** The terrain worker of the build in Chromium, beside the running scene: its pace, and whether its bits are those of Node. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildChunk } from '#worldgen/build-chunk.ts'
import { CHUNK_BYTES } from '#worldgen/chunk-arrays.ts'
import { createLand } from '#worldgen/create-land.ts'
import { isChosen, type BenchOptions, type Figure } from '../bench.ts'
import { digestOf, identityCoordinates, nameOf, SEEDS } from '../support/hash-chunks.ts'
import { digits } from '../support/measure.ts'
import { untilSettled, type App } from './open-app.ts'

const JOBS = 300
/** Of the 960 chunks of the identity check, how many are built again in the browser. */
const CHECKED = 192

/** L4 in Chromium and L12 across Node and Chromium. */
export async function measureWorkers(app: App, options: BenchOptions): Promise<Figure[]> {
  const file = readdirSync(join(options.dist, 'assets')).find((name) => /terrain.*worker.*\.js$/.test(name))
  if (file === undefined) throw new Error('no terrain worker in the build')
  const { page } = await app.open()
  await untilSettled(page, 20_000)
  const figures: Figure[] = []
  const address = `assets/${file}`
  if (isChosen(options, 'L4C')) {
    const rate = await page.evaluate(
      async ([url, jobs, bytes]) => {
        const worker = new Worker(new URL(url, document.baseURI), { type: 'module' })
        let sent = 0
        let done = 0
        const send = (): void => {
          const buffer = new ArrayBuffer(bytes)
          worker.postMessage({ type: 'task', id: sent, name: 'chunk-build', request: { seed: 'bench', coordinate: { x: sent % 40, z: Math.floor(sent / 40), level: 0 }, buffer } }, [buffer])
          sent++
        }
        let started = 0
        const warm = 60
        return new Promise<number>((resolve, reject) => {
          worker.onerror = () => reject(new Error('the worker failed'))
          worker.onmessage = ({ data }: MessageEvent<{ type: string; message?: string }>) => {
            if (data.type === 'failure') return reject(new Error(data.message))
            if (++done === warm) started = performance.now()
            if (done === jobs + warm) {
              worker.terminate()
              return resolve((jobs * 1_000) / (performance.now() - started))
            }
            if (sent < jobs + warm) send()
          }
          for (let i = 0; i < 3; i++) send()
        })
      },
      [address, JOBS, CHUNK_BYTES] as const,
    )
    figures.push({ id: 'L4C', what: 'chunk jobs a second, one worker, Chromium while rendering', figure: digits(rate, 0), bar: '>= 80 (65×65)', ok: rate / (67 ** 2 / 35 ** 2) >= 80, note: '35×35; by area 3.7 times as many as 65×65' })
  }
  if (isChosen(options, 'L12C')) figures.push(await compareBits(page, address))
  await page.close()
  return figures
}

async function compareBits(page: Page, address: string): Promise<Figure> {
  const all = SEEDS.flatMap((seed) => identityCoordinates().map((coordinate) => ({ seed, coordinate })))
  const chosen = Array.from({ length: CHECKED }, (_, i) => all[(i * 7919) % all.length]!)
  const there = await page.evaluate(
    async ([url, wanted, length]) => {
      const worker = new Worker(new URL(url, document.baseURI), { type: 'module' })
      const digests: string[] = []
      for (const [id, each] of wanted.entries()) {
        const buffer = new ArrayBuffer(length)
        const chunk = await new Promise<{ heights: Float32Array; normals: Uint8Array; ground: Uint8Array; scatter: Uint8Array; scatterCount: number; lowest: number; highest: number; hasWater: boolean; water: Uint8Array; hasInlandWater: boolean }>((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent) => (data.type === 'result' ? resolve(data.result) : reject(new Error(data.message)))
          worker.postMessage({ type: 'task', id, name: 'chunk-build', request: { ...each, buffer } }, [buffer])
        })
        const parts = [chunk.heights, chunk.normals, chunk.ground, chunk.scatter.subarray(0, chunk.scatterCount * 8), ...(chunk.hasInlandWater ? [chunk.water] : [])].map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
        const tail = new TextEncoder().encode(`${chunk.scatterCount} ${chunk.lowest} ${chunk.highest} ${chunk.hasWater} ${chunk.hasInlandWater}`)
        const bytes = new Uint8Array([...parts, tail].reduce((sum, part) => sum + part.length, 0))
        let at = 0
        for (const part of [...parts, tail]) {
          bytes.set(part, at)
          at += part.length
        }
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
        digests.push([...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
      }
      worker.terminate()
      return digests
    },
    [address, chosen, CHUNK_BYTES] as const,
  )
  const lands = new Map(SEEDS.map((seed) => [seed, createLand(seed)]))
  const unequal = chosen.filter(({ seed, coordinate }, i) => digestOf(buildChunk(lands.get(seed)!, coordinate)) !== there[i]).map(({ seed, coordinate }) => nameOf(seed, coordinate))
  return { id: 'L12C', what: 'chunks that differ between Node and the worker in Chromium', figure: String(unequal.length), bar: '0', ok: unequal.length === 0, note: `${CHECKED} compared ${unequal.slice(0, 2).join(' ')}` }
}
