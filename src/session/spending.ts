/** What models may spend and what they spent today, kept on this device: told to the minds, counted over reloads and over all tabs. */
import * as z from 'zod/mini'
import type { DaySpent, Spending } from '#minds/scheduler/budget.ts'
import { keep, listenToKept, readKept } from '#platform/storage/kept-values.ts'
import type { Game } from './game.ts'

const KEY = 'spending'
const spentSchema = z.object({ day: z.number(), tokens: z.number().check(z.gte(0)), money: z.number().check(z.gte(0)) })
const NOTHING: DaySpent = { day: 0, tokens: 0, money: 0 }

/** Tells the minds the limits of the settings, now and whenever they change, and keeps count of the day. Resolves when the minds know them; gives what ends it. */
export async function keepBudget({ settings, minds, hud }: Pick<Game, 'settings' | 'minds' | 'hud'>): Promise<() => void> {
  /** What this tab has added to the kept sum. */
  let added = NOTHING
  let begunMs = 0

  function readSum(): DaySpent {
    const parsed = z.safeParse(spentSchema, readKept('device', KEY))
    return parsed.success ? parsed.data : NOTHING
  }

  async function tell(): Promise<void> {
    const sum = readSum()
    const mine = added.day === sum.day ? added : NOTHING
    // what this thread spent itself, it knows
    const spentBefore = { day: sum.day, tokens: Math.max(0, sum.tokens - mine.tokens), money: Math.max(0, sum.money - mine.money) }
    hud.setState({ model: await minds.setBudget({ ...settings.getState().limits, spentBefore, zoneMinutes: new Date().getTimezoneOffset() }) })
  }

  function count({ own, begunMs: begun }: Spending): void {
    // a thread that was replaced begins at nothing: what the one before spent stays in the sum, and is told to it
    const isReplaced = begun !== begunMs
    if (isReplaced) added = NOTHING
    begunMs = begun
    if (own.day !== added.day || own.tokens !== added.tokens || own.money !== added.money) {
      const sum = readSum()
      const start = sum.day === own.day ? sum : NOTHING
      const mine = added.day === own.day ? added : NOTHING
      keep('device', KEY, { day: own.day, tokens: Math.max(0, start.tokens + own.tokens - mine.tokens), money: Math.max(0, start.money + own.money - mine.money) })
      added = own
    }
    if (isReplaced) void tell().catch(() => undefined)
  }

  const stopSettings = settings.subscribe((next, before) => {
    if (next.limits !== before.limits) void tell().catch(() => undefined)
  })
  const stopOthers = listenToKept(KEY, () => void tell().catch(() => undefined))
  await tell()
  begunMs = hud.getState().model.spending.begunMs
  const stopCount = hud.subscribe(({ model }, before) => {
    if (model !== before.model) count(model.spending)
  })
  return () => {
    stopSettings()
    stopCount()
    stopOthers()
  }
}
