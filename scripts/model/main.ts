/** `npm run model`: reads the flags, starts the server, and says what it is. */
import type { AddressInfo } from 'node:net'
import { FAULT_WORDS, FAULTS, readFaults } from './faults.ts'
import { createModelServer, MODEL_NAME } from './serve-model.ts'

const HELP = `npm run model -- [flags]

A model server without a model, for developers and for feeling speeds: it speaks the OpenAI
protocol on this machine, and its words come from rules, the built-in mind's.

  --tps N        tokens a second of all answers together (43; 0: as fast as can be)
  --latency MS   before the first word (60)
  --jitter MS    how far that wanders to either side (20)
  --port P       where it listens (8043)
  --faults LIST  what goes wrong, with shares: drop:0.1,429:20%  (none)
${FAULTS.map((fault) => `                   ${fault.padEnd(13)}${FAULT_WORDS[fault]}`).join('\n')}
`

const args = process.argv.slice(2)
const read = (name: string, otherwise: string): string => {
  const at = args.indexOf(name)
  return at === -1 ? otherwise : (args[at + 1] ?? otherwise)
}
function fail(words: string): never {
  console.error(words)
  process.exit(2)
}
function number(name: string, otherwise: number, most: number): number {
  const value = Number(read(name, String(otherwise)))
  return value >= 0 && value <= most ? value : fail(`${name} should be a number from 0 to ${most}.`)
}

if (args.includes('--help') || args.includes('-h')) {
  console.log(HELP)
  process.exit(0)
}
const stranger = args.find((arg) => arg.startsWith('-') && !['--tps', '--latency', '--jitter', '--port', '--faults'].includes(arg))
if (stranger !== undefined) fail(`There is no flag ${stranger}. Ask with --help.`)
const faults = readFaults(read('--faults', 'none'))
if (typeof faults === 'string') fail(faults)
const tokensPerSecond = number('--tps', 43, 10_000_000)
const server = createModelServer({ tokensPerSecond, latencyMs: number('--latency', 60, 600_000), jitterMs: number('--jitter', 20, 600_000), faults, random: Math.random })
server.on('error', (error) => fail(`The server could not start: ${error.message}. Choose another port with --port.`))
server.listen(number('--port', 8_043, 65_535), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  const speed = tokensPerSecond === 0 ? 'as fast as can be' : `${tokensPerSecond.toLocaleString('en')} tokens a second`
  const wrong = Object.entries(faults).map(([fault, share]) => `${fault} ${Math.round(share * 100)} %`)
  console.log(`${MODEL_NAME} at http://localhost:${port}/v1, ${speed}${wrong.length > 0 ? `; goes wrong: ${wrong.join(', ')}` : ''}.
No model is behind it: its words come from rules. Settings, Mind, A model of yours takes the address; no key is needed. Ctrl-C ends it.`)
})
