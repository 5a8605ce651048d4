/** The app itself in Chromium, on the production build, through the console interface. */
import { isChosen, type Bench, type Figure } from './bench.ts'
import { measureFaults, measureSwap } from './browser/endpoints.ts'
import { measureFlights, measureLongFlight, measureSwaps, measureTurn } from './browser/flight.ts'
import { openApp } from './browser/open-app.ts'
import { measureCalls, measureScripts, measureStart } from './browser/start.ts'
import { measureFlood, measurePaced, measureReply } from './browser/words.ts'
import { measureWorkers } from './browser/workers.ts'

/** What the app shows in a browser. */
export const browserBench: Bench = {
  ids: ['L4C', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11', 'L12C', 'L16', 'M5', 'T1C', 'T2', 'T4', 'T5'],
  async run(options) {
    const app = await openApp(options)
    const parts: Array<[ids: string[], measure: () => Promise<Figure | Figure[]>]> = [
      [['L16'], () => measureScripts(app)],
      [['L5'], () => measureStart(app)],
      [['L10'], () => measureCalls(app)],
      [['L4C', 'L12C'], () => measureWorkers(app, options)],
      [['L6', 'L7'], () => measureFlights(app, options)],
      [['L8'], () => measureTurn(app)],
      [['L9'], () => measureLongFlight(app, options)],
      [['L11'], () => measureSwaps(app)],
      [['M5'], () => measureReply(app)],
      [['T1C'], () => measureFlood(app, options)],
      [['T2'], () => measurePaced(app, options)],
      [['T4'], () => measureSwap(app)],
      [['T5'], () => measureFaults(app)],
    ]
    const figures: Figure[] = []
    for (const [ids, measure] of parts) {
      if (!ids.some((id) => isChosen(options, id))) continue
      try {
        figures.push(...[await measure()].flat())
      } catch (error) {
        // one that fails is told, and does not keep the others
        figures.push({ id: ids.join(' '), what: 'could not be measured', figure: '–', bar: '', ok: null, note: error instanceof Error ? error.message.split('\n')[0]! : String(error) })
      }
    }
    await app.close()
    return figures
  },
}
