/** The interface's store, empty as it is before the first world. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ModelStatus } from '#minds/language-model.ts'
import type { MemoryStatus } from '#minds/minds-protocol.ts'
import type { HudState } from './hud-state.ts'

const NO_MODEL: ModelStatus = {
  provider: 'builtin', model: 'built-in mind', tier: 0, tokensPerSecond: 0, inFlight: 0, queued: 0, calls: 0, failures: 0,
  tokensIn: 0, tokensOut: 0, costEstimate: null, paused: false, trouble: null, endpoints: [], firstTokenMs: null, flow: 0,
  spending: { minuteTokens: 0, begunMs: 0, own: { day: 0, tokens: 0, money: 0 }, today: { day: 0, tokens: 0, money: 0 }, isPriced: true },
}
const NO_MEMORY: MemoryStatus = { people: 0, memories: 0, pendingWrites: 0, storageBytes: null, durability: 'disk', problem: null }

/** A new store. */
export function createHudStore(): StoreApi<HudState> {
  return createStore<HudState>(() => ({
    phase: 'starting', failure: null, seed: '', day: 0, hour: 8, season: 'spring', weather: 'clear',
    place: { region: '', settlement: null, landmark: null, biome: '' }, yaw: 0, near: null, drink: null, grave: null, satchel: null, swimming: false, paused: false, pointerLocked: false, hands: 'other',
    panel: null, inspectedId: null, model: NO_MODEL, loading: null, trial: null, chaos: null, memory: NO_MEMORY, worldProblem: null, keeper: 'this-tab', storage: { promised: null, usedBytes: null, roomBytes: null }, recording: 'none', notices: [], chunks: { drawn: 0, resident: 0, pending: 0 },
  }))
}
