/** Runs the benches that were chosen and prints one table; the figures also go to a file. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, BenchOptions, Figure } from './bench.ts'
import { browserBench } from './browser.ts'
import { clusterBench } from './cluster.ts'
import { killsBench } from './kills.ts'
import { landBench } from './land.ts'
import { mindsBench } from './minds.ts'
import { recordsBench } from './records.ts'
import { streamBench } from './stream.ts'
import { velocityBench } from './velocity.ts'
import { wireBench } from './wire.ts'

const BENCHES: readonly Bench[] = [landBench, mindsBench, recordsBench, killsBench, streamBench, wireBench, velocityBench, clusterBench, browserBench]

type MainOptions = BenchOptions & { output: string; isApart?: boolean }
const options = JSON.parse(process.env['PERCIPI_BENCH'] ?? '{}') as MainOptions

/** Runs this file once more for one bench and reads what it measured. */
function runApart(bench: Bench): Figure[] {
  const output = join(options.bundle, 'apart.json')
  const only = bench.ids.filter((id) => options.only.length === 0 || options.only.includes(id))
  const env = { ...process.env, PERCIPI_BENCH: JSON.stringify({ ...options, only, output, isApart: true } satisfies MainOptions) }
  spawnSync(process.execPath, ['--expose-gc', '--max-semi-space-size=128', '--min-semi-space-size=128', join(options.bundle, 'main.js')], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return (JSON.parse(readFileSync(output, 'utf8')) as { figures: Figure[] }).figures
}

const figures: Figure[] = []
for (const bench of BENCHES) {
  if (options.only.length > 0 && !bench.ids.some((id) => options.only.includes(id))) continue
  try {
    figures.push(...(bench.apart && !options.isApart ? runApart(bench) : await bench.run(options)))
  } catch (error) {
    figures.push({ id: bench.ids.join(' '), what: 'could not be measured', figure: '–', bar: '', ok: null, note: error instanceof Error ? error.message.split('\n')[0]! : String(error) })
  }
}

const HEADS: Array<keyof Figure> = ['id', 'what', 'figure', 'bar', 'ok', 'note']
const word = (figure: Figure, head: keyof Figure): string => (head === 'ok' ? (figure.ok === null ? '?' : figure.ok ? 'yes' : 'NO') : String(figure[head] ?? ''))
const widths = HEADS.map((head) => Math.max(head.length, ...figures.map((figure) => word(figure, head).length)))
const line = (words: string[]): string => words.map((each, i) => (i === words.length - 1 ? each : each.padEnd(widths[i]!))).join('  ')
console.log(line(HEADS.map(String)))
console.log(line(widths.map((width) => '─'.repeat(width))))
for (const figure of figures) console.log(line(HEADS.map((head) => word(figure, head))))
writeFileSync(options.output, `${JSON.stringify({ when: new Date().toISOString(), node: process.version, options: { ...options, output: undefined, bundle: undefined, dist: undefined, chromium: undefined }, figures }, null, 2)}\n`)
// workers and browsers that a failed bench left behind do not keep the table waiting
process.exit(figures.some((figure) => figure.ok === false) ? 1 : 0)
