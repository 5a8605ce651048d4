/** What has to come out the same, and what has to leave no trace: a run lived again from its record (M8), and hostile words (M10). */
import { assail, CHANNELS } from '#test/minds/support/hostile-talks.ts'
import { liveAgain, liveOnRecord } from '#test/support/recorded-run.ts'
import { isChosen, type Bench, type Figure } from './bench.ts'

const FRAME_RATES = [20, 47, 144] as const
const MOST_EXAMPLES = 3

/** M8: runs recorded at three frame rates, each lived again at all three. */
function measureReplay(): Figure {
  let compared = 0
  const differed: string[] = []
  for (const recordedAt of FRAME_RATES) {
    const file = JSON.stringify(liveOnRecord(recordedAt))
    for (const livedAt of FRAME_RATES) {
      const again = liveAgain(file, livedAt)
      compared += again.compared.length
      differed.push(...again.differed.map((tick) => `recorded at ${recordedAt}, lived at ${livedAt}: tick ${tick}`))
    }
  }
  const runs = FRAME_RATES.length ** 2
  return { id: 'M8', what: 'a recorded run lived again: state hashes of every 1,000 ticks that are equal', figure: `${compared - differed.length} of ${compared}`, bar: 'all', ok: compared >= 4 * runs && differed.length === 0, note: `recorded and lived again at ${FRAME_RATES.join(', ')} frames a second, ${runs} ways${differed.length > 0 ? `; not: ${differed.slice(0, MOST_EXAMPLES).join('; ')}` : ''}` }
}

/** M10: sixty hostile texts by each channel. */
async function measureHostile(): Promise<Figure> {
  let tried = 0
  const changed: string[] = []
  const leaked: string[] = []
  for (const channel of CHANNELS) {
    const found = await assail(channel)
    tried += found.texts
    changed.push(...found.changed.map((what) => `${channel} ${what}`))
    leaked.push(...found.leaked.map((what) => `${channel} ${what}`))
  }
  return { id: 'M10', what: `${tried / CHANNELS.length} hostile texts by ${CHANNELS.length} channels: changes beyond the record of the talk; leaks`, figure: `${changed.length}; ${leaked.length}`, bar: '0; 0', ok: changed.length + leaked.length === 0, note: `channels: ${CHANNELS.join(', ')}${[...changed, ...leaked].slice(0, MOST_EXAMPLES).map((each) => `; ${each}`).join('')}` }
}

/** M8 and M10. */
export const recordsBench: Bench = {
  ids: ['M8', 'M10'],
  async run(options) {
    const figures: Figure[] = []
    if (isChosen(options, 'M8')) figures.push(measureReplay())
    if (isChosen(options, 'M10')) figures.push(await measureHostile())
    return figures
  },
}
