/** The page and the picture of a minute at several speeds, written from what was measured. */
import type { LivedMinute } from '#test/support/lived-minute.ts'
import { digits } from './measure.ts'

/** A speed's minute in the mean; regret and reply are null where there was none. */
export type SpeedRow = { tokensPerSecond: number; thoughts: number; byModel: number; fellBack: number; branches: number; regret: number | null; choices: number; talks: number; lines: number; tokens: number; replyMs: number | null }

const nameOf = (tokensPerSecond: number): string => (tokensPerSecond === 0 ? 'no model' : tokensPerSecond.toLocaleString('en'))

/** The page in Markdown. */
export function velocityPage(rows: readonly SpeedRow[], { seed, hours, seconds, people }: { seed: string; hours: readonly number[]; seconds: number; people: number }): string {
  const line = (what: string, of: (row: SpeedRow) => string): string => `| ${what} | ${rows.map(of).join(' | ')} |`
  return `# The same minute at five speeds

This page and its picture are written by \`npm run bench -- --only VEL\`; no number in it was typed.

![Thoughts of one minute at five speeds](pictures/velocity.svg)

The village of the seed \`${seed}\`, ${people} people, ${hours.length} minutes of play (${seconds} s, ${Math.round(seconds / 2)} world minutes each) that begin at ${hours.map((hour) => `${hour}`).join(', ')} o'clock. Each is lived from the same state
to the last bit, in which the player stands in the village, goes up to somebody and asks three questions. What differs is how many tokens a second
the mind that thinks may have, all calls together. The words come from rules at that speed, so what differs is the speed and nothing else.
Means of a minute:

| tokens a second | ${rows.map(({ tokensPerSecond }) => nameOf(tokensPerSecond)).join(' | ')} |
|---|${rows.map(() => '--:').join('|')}|
${line('thoughts had', ({ thoughts }) => digits(thoughts, 1))}
${line('of these with the model', ({ byModel }) => digits(byModel, 1))}
${line('by rules, for want of the model', ({ fellBack }) => digits(fellBack, 1))}
${line('branches weighed', ({ branches }) => digits(branches, 0))}
${line('regret of a choice', ({ regret, choices }) => (regret === null ? '–' : `${digits(regret, 3)} (${choices})`))}
${line('talks begun', ({ talks }) => digits(talks, 1))}
${line('lines said', ({ lines }) => digits(lines, 1))}
${line('tokens written', ({ tokens }) => Math.round(tokens).toLocaleString('en'))}
${line('a reply to the player after, ms', ({ replyMs }) => (replyMs === null ? '–' : Math.round(replyMs).toLocaleString('en')))}

*Regret*: how much worse a choice is, as things would really go (which nobody in the world knows), than the best that anybody thought of; in the worth of the
small world in which futures are tried, with the number of choices in all ${hours.length} minutes. *Branches* are futures weighed and dropped. A reply counts from the tick in which the question was
heard to the one in which the answer is said, so its least is one tick, 50 ms.

Speed changes how many thoughts are had at all: the faster minds are, the oftener people near muse, weigh smaller choices, notice whom they meet, chime in
and talk with a neighbour again (\`simulation/npc/liveliness.ts\`). It changes how many of these are the model's own, how soon they come, and how many
futures a choice is weighed in. Below the fastest tier what nobody hears is thought with thrift, so that rules do more of it than the speed alone would
need; whoever cannot have the model soon makes do with rules and thinks on. What each speed is for is told by the ladder in the game (Settings, Mind), where every rung can be tried; \`npm run model -- --tps N\`
([model-server.md](model-server.md)) lets any client feel it.
`
}

const WIDTH = 720
const ROW = 74
const LEFT = 96
const INK = '#2b2a33'
const CLAY = '#b4684a'
const WATER = '#3f7f8c'

/** The picture: a row for each speed, a dot for each thought, a fan for each choice with as many lines as branches. */
export function drawVelocity(shown: ReadonlyMap<number, LivedMinute>, seconds: number): string {
  const x = (second: number): number => LEFT + (second / seconds) * (WIDTH - LEFT - 24)
  const rows = [...shown].map(([speed, { thoughts }], n) => {
    const base = 30 + n * ROW + 40
    const used = new Map<number, number>()
    const marks = thoughts.map(({ second, byModel, branches }) => {
      const at = Math.round(x(second) / 5) * 5
      const height = used.get(at) ?? 0
      used.set(at, height + 1)
      const y = base - 5 - height * 6
      const fan = Array.from({ length: branches }, (_, i) => {
        const angle = Math.PI * (0.12 + (0.76 * (i + 0.5)) / branches)
        return `M${at} ${y}l${round(Math.cos(angle) * 26)} ${round(-Math.sin(angle) * 26)}`
      }).join('')
      return `${fan === '' ? '' : `<path d="${fan}" stroke="${WATER}" stroke-width=".7" opacity=".7"/>`}<circle cx="${at}" cy="${y}" r="2.4" fill="${byModel ? CLAY : 'none'}" stroke="${byModel ? CLAY : INK}" stroke-width=".8"/>`
    })
    return `<path d="M${LEFT} ${base}H${WIDTH - 24}" stroke="${INK}" stroke-width=".8" opacity=".5"/><text x="${LEFT - 12}" y="${base}" text-anchor="end" font-size="15">${nameOf(speed)}</text>${marks.join('')}`
  })
  const height = 30 + shown.size * ROW + 28
  const legend = `<circle cx="${LEFT + 4}" cy="${height - 14}" r="2.4" fill="${CLAY}"/><text x="${LEFT + 12}" y="${height - 10}" font-size="12">thought with the model</text><circle cx="${LEFT + 154}" cy="${height - 14}" r="2.4" fill="none" stroke="${INK}" stroke-width=".8"/><text x="${LEFT + 162}" y="${height - 10}" font-size="12">thought by rules</text><path d="M${LEFT + 282} ${height - 9}l-6 -9m6 9l0 -11m0 11l6 -9" stroke="${WATER}" stroke-width=".8"/><text x="${LEFT + 294}" y="${height - 10}" font-size="12">a choice, a line for each branch</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Thoughts of one minute at ${shown.size} speeds" font-family="Georgia, serif" fill="${INK}"><rect width="${WIDTH}" height="${height}" rx="10" fill="#f6efe0"/><text x="${LEFT}" y="24" font-size="13">one minute of play, thoughts as they came (tokens a second at the left)</text>${rows.join('')}${legend}</svg>\n`
}

const round = (value: number): number => Math.round(value * 10) / 10
