/** The page and the picture of a minute at several speeds, written from what was measured. */
import type { LivedMinute } from '#test/support/lived-minute.ts'
import { digits } from './measure.ts'

/** A speed's minute in the mean, and what it made of choices that are the same at every speed; a reply is null where there was none. */
export type SpeedRow = {
  tokensPerSecond: number; thoughts: number; byModel: number; fellBack: number; choices: number; branches: number
  /** Of the same choices: branches of one, and its regret. */
  branchesOfChoice: number; regret: number
  /** Talks begun, how many people spoke, lines they said, of these by one who stood by, and lines of the longest talk. */
  talks: number; speakers: number; lines: number; asides: number; longest: number
  tokens: number; replyMs: number | null
}

const nameOf = (tokensPerSecond: number): string => (tokensPerSecond === 0 ? 'no model' : tokensPerSecond.toLocaleString('en'))

/** The page in Markdown. */
export function velocityPage(rows: readonly SpeedRow[], { seed, hours, seconds, people, choices }: { seed: string; hours: readonly number[]; seconds: number; people: number; choices: number }): string {
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
${line('choices weighed', (row) => digits(row.choices, 1))}
${line('branches weighed in all', ({ branches }) => digits(branches, 0))}
${line('branches of the same choice', ({ branchesOfChoice }) => digits(branchesOfChoice, 1))}
${line('regret of the same choice', ({ regret }) => digits(regret, 3))}
${line('talks begun', ({ talks }) => digits(talks, 1))}
${line('people who spoke', ({ speakers }) => digits(speakers, 1))}
${line('lines said', ({ lines }) => digits(lines, 1))}
${line('of these by somebody who stood by', ({ asides }) => digits(asides, 1))}
${line('lines of the longest talk', ({ longest }) => digits(longest, 1))}
${line('tokens written', ({ tokens }) => Math.round(tokens).toLocaleString('en'))}
${line('a reply to the player after, ms', ({ replyMs }) => (replyMs === null ? '–' : Math.round(replyMs).toLocaleString('en')))}

*Regret*: ${choices} choices that people of these minutes stood before are weighed again as at each speed; regret is how much worse the one taken is, as things would really go
(which nobody in the world knows), than the best plan that any of the speeds thought of, in the worth of the small world in which futures are tried. So the same is
compared, and what differs is the branches. A reply counts from the tick in which the question was heard to the one in which the answer is said, so its least is one tick, 50 ms.

Speed changes how many thoughts are had at all: the faster minds are, the oftener people near muse, weigh smaller choices, notice whom they meet, chime in
and talk with a neighbour again (\`simulation/npc/liveliness.ts\`). It changes how many of these are the model's own, how soon they come, and how many
futures a choice is weighed in. Below the fastest tier what nobody hears is thought with thrift, so that rules do more of it than the speed alone would
need; whoever cannot have the model soon makes do with rules and thinks on. What each speed is for is told by the ladder in the game (Settings, Mind), where every rung can be tried; \`npm run model -- --tps N\`
([model-server.md](model-server.md)) lets any client feel it.
`
}

const WIDTH = 960
const ROW = 96
const LEFT = 96
const RIGHT = 232
const INK = '#2b2a33'
const CLAY = '#b4684a'
const WATER = '#3f7f8c'
const TALKS = ['#7a8f4e', '#a5825a', '#6d7fa8', '#a0647e', '#5f9488'] as const
/** Reach of a fan of fifty branches. */
const FAN = 40

/** The picture: a row for each speed, a dot for each thought, a fan for each choice with as many lines as branches, below it a bar for each line said, and the means beside it. */
export function drawVelocity(shown: ReadonlyMap<number, LivedMinute>, { rows: means, seconds }: { rows: readonly SpeedRow[]; seconds: number }): string {
  const end = WIDTH - RIGHT
  const x = (second: number): number => LEFT + (second / seconds) * (end - LEFT)
  const rows = [...shown].map(([speed, { thoughts, said }], n) => {
    const base = 34 + n * ROW + 58
    const used = new Map<number, number>()
    const marks = thoughts.map(({ second, byModel, branches }) => {
      const at = Math.round(x(second) / 5) * 5
      const height = used.get(at) ?? 0
      used.set(at, height + 1)
      const y = base - 5 - height * 6
      const reach = FAN * Math.sqrt(branches / 50)
      const fan = Array.from({ length: branches }, (_, i) => {
        const angle = Math.PI * (0.12 + (0.76 * (i + 0.5)) / branches)
        return `M${at} ${y}l${round(Math.cos(angle) * reach)} ${round(-Math.sin(angle) * reach)}`
      }).join('')
      return `${fan === '' ? '' : `<path d="${fan}" stroke="${WATER}" stroke-width=".6" opacity=".7"/>`}<circle cx="${at}" cy="${y}" r="2.6" fill="${byModel ? CLAY : 'none'}" stroke="${byModel ? CLAY : INK}" stroke-width=".8"/>`
    })
    const talks = [...new Set(said.map(({ talkId }) => talkId))]
    const words = said.map(({ second, talkId }) => `<rect x="${round(x(second))}" y="${base + 5 + (talks.indexOf(talkId) % 4) * 6}" width="${round(Math.min(x(4.2) - LEFT, end - x(second)))}" height="4.6" rx="2.3" fill="${TALKS[talks.indexOf(talkId) % TALKS.length]}"/>`)
    const row = means.find(({ tokensPerSecond }) => tokensPerSecond === speed)
    const told = row ? [`${digits(row.thoughts, 0)} thoughts, ${digits(row.byModel, 0)} the model’s`, `${digits(row.branchesOfChoice, 0)} branches a choice, regret ${digits(row.regret, 3)}`, `${digits(row.lines, 0)} lines said by ${digits(row.speakers, 0)} people`] : []
    return `<path d="M${LEFT} ${base}H${end}" stroke="${INK}" stroke-width=".8" opacity=".5"/><text x="${LEFT - 12}" y="${base}" text-anchor="end" font-size="16">${nameOf(speed)}</text>${marks.join('')}${words.join('')}${told.map((words, i) => `<text x="${end + 18}" y="${base - 20 + i * 17}" font-size="13">${words}</text>`).join('')}`
  })
  const height = 34 + shown.size * ROW + 34
  const foot = height - 14
  const legend = `<circle cx="${LEFT + 4}" cy="${foot}" r="2.6" fill="${CLAY}"/><text x="${LEFT + 12}" y="${foot + 4}" font-size="12">thought with the model</text><circle cx="${LEFT + 154}" cy="${foot}" r="2.6" fill="none" stroke="${INK}" stroke-width=".8"/><text x="${LEFT + 162}" y="${foot + 4}" font-size="12">thought by rules</text><path d="M${LEFT + 276} ${foot + 5}l-6 -9m6 9l0 -11m0 11l6 -9" stroke="${WATER}" stroke-width=".8"/><text x="${LEFT + 288}" y="${foot + 4}" font-size="12">a choice, a line for each branch</text><rect x="${LEFT + 474}" y="${foot - 2.3}" width="18" height="4.6" rx="2.3" fill="${TALKS[0]}"/><text x="${LEFT + 497}" y="${foot + 4}" font-size="12">words said, a colour for each talk</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Thoughts, choices and words of one minute at ${shown.size} speeds" font-family="Georgia, serif" fill="${INK}"><rect width="${WIDTH}" height="${height}" rx="10" fill="#f6efe0"/><text x="${LEFT}" y="24" font-size="13">one minute of play (tokens a second at the left, means of all minutes at the right)</text>${rows.join('')}${legend}</svg>\n`
}

const round = (value: number): number => Math.round(value * 10) / 10
