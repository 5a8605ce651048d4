/** The count of the day: over reloads, over tabs, over a thread that was replaced. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { NO_LIMITS, type Budget } from '#minds/scheduler/budget.ts'
import { createPurse } from '#minds/scheduler/purse.ts'
import { createHudStore } from '#session/create-hud-store.ts'
import { keepBudget } from '#session/spending.ts'
import type { Settings } from '#session/settings.ts'
import { createFakeStorage } from '../support/fake-storage.ts'

const listeners = new Set<(event: { key: string }) => void>()
beforeEach(() => {
  vi.stubGlobal('window', { localStorage: createFakeStorage(), sessionStorage: createFakeStorage(), addEventListener: (_: string, hear: never) => listeners.add(hear), removeEventListener: (_: string, hear: never) => listeners.delete(hear) })
})
afterEach(() => {
  listeners.clear()
  vi.unstubAllGlobals()
})

/** A tab with a thread that does nothing but spend. */
async function openTab(): Promise<{ spend(tokens: number): void; restart(): void; today(): number; told: Budget[]; settings: StoreApi<Pick<Settings, 'limits'>> }> {
  const told: Budget[] = []
  let clock = 1_000 + Math.random()
  let purse = createPurse(() => clock)
  const hud = createHudStore()
  const statusNow = (): ReturnType<typeof hud.getState>['model'] => ({ ...hud.getState().model, spending: purse.spending })
  const settings = createStore<Pick<Settings, 'limits'>>(() => ({ limits: { paused: false, tokensPerMinute: null, tokensPerDay: 500, moneyPerDay: null, prices: {} } }))
  const minds = {
    setBudget(budget: Budget) {
      told.push(budget)
      purse.setBudget(budget)
      return Promise.resolve(statusNow())
    },
  }
  await keepBudget({ settings, minds, hud } as never)
  return {
    told, settings,
    spend(tokens) {
      const settle = purse.reserve({ tokensIn: tokens * 2, tokensOut: 0 }, null)
      hud.setState({ model: statusNow() })
      settle({ tokensIn: tokens, tokensOut: 0 })
      hud.setState({ model: statusNow() })
    },
    restart() {
      clock += 10
      purse = createPurse(() => clock)
      purse.setBudget(told.at(-1) ?? NO_LIMITS)
      hud.setState({ model: statusNow() })
    },
    today: () => purse.spending.today.tokens,
  }
}

it('[MIND-177] what was spent today counts after a reload, in other tabs, and when the thread was replaced', async () => {
  const first = await openTab()
  first.spend(100)
  first.spend(50)
  const second = await openTab()
  expect(second.today()).toBe(150)
  second.spend(30)
  for (const hear of listeners) hear({ key: 'percipi.spending' })
  await Promise.resolve()
  expect([first.today(), second.today()]).toEqual([180, 180])
  first.restart()
  await Promise.resolve()
  expect(first.today()).toBe(180)
  first.spend(20)
  expect((await openTab()).today()).toBe(200)
})

it('[MIND-177] limits changed in the settings are told to the minds at once', async () => {
  const { settings, told } = await openTab()
  settings.setState({ limits: { ...settings.getState().limits, paused: true } })
  expect(told.at(-1)).toMatchObject({ paused: true, tokensPerDay: 500 })
})
