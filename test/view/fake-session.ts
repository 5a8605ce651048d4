/** A session that stands still: stores with given states, and doors that lead nowhere. */
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createStore } from 'zustand/vanilla'
import type { HudState, TalkState } from '#session/hud-state.ts'
import type { Session } from '#session/session.ts'
import type { Settings } from '#session/settings.ts'
import { SessionContext } from '#view/session-context.ts'

const MODEL: HudState['model'] = {
  provider: 'builtin', model: 'built-in mind', tier: 0, tokensPerSecond: 0, inFlight: 0, queued: 0, calls: 0, failures: 0,
  tokensIn: 0, tokensOut: 0, costEstimate: null, paused: false, trouble: null, endpoints: [], firstTokenMs: null, flow: 0,
  spending: { minuteTokens: 0, begunMs: 0, own: { day: 0, tokens: 0, money: 0 }, today: { day: 0, tokens: 0, money: 0 }, isPriced: true },
}

/** A model status with some parts replaced. */
export function modelStatus(change: Partial<HudState['model']> = {}): HudState['model'] {
  return { ...MODEL, ...change }
}

type Change = { hud?: Partial<HudState>; talk?: Partial<TalkState>; settings?: Partial<Settings> }

/** A session whose stores differ from a quiet morning by `change`. */
export function createFakeSession(change: Change = {}): Session {
  const hud: HudState = {
    phase: 'ready', failure: null, seed: 'amber-heron', day: 2, hour: 8.5, season: 'spring', weather: 'clear',
    place: { region: 'Marrowdale', settlement: 'Elder Ford', landmark: null, biome: 'birch-wood' }, yaw: 0, near: null, drink: null, grave: null, satchel: { pennies: 12, purse: 'a shilling', isFed: false, items: [] }, paused: false, swimming: false, pointerLocked: false, hands: 'other',
    panel: null, inspectedId: null, model: MODEL, loading: null, trial: null, chaos: null, memory: { people: 12, memories: 348, pendingWrites: 0, storageBytes: null, durability: 'disk', problem: null },
    worldProblem: null, keeper: 'this-tab', storage: { promised: null, usedBytes: null, roomBytes: null }, recording: 'none', notices: [], chunks: { drawn: 0, resident: 0, pending: 0 }, ...change.hud,
  }
  const talk: TalkState = { npcId: null, name: '', role: '', turns: [], others: [], names: {}, speaker: null, partial: null, waiting: false, thought: null, suggestions: [], unsaid: '', lastResult: null, ended: null, ...change.talk }
  const settings: Settings = {
    quality: 'medium', autoQuality: false, camera: 'third', fieldOfView: 60, lookSpeed: 1, invertLook: false, runToggles: false, keys: {}, reducedMotion: false, textSize: 1, showThoughts: true, volume: 0.7, muted: false, showMap: true, startSeen: true,
    recentSeeds: [], profiles: [], profileId: 'builtin', kinds: {}, limits: { paused: false, tokensPerMinute: null, tokensPerDay: null, moneyPerDay: null, prices: {} }, ...change.settings,
  }
  const session: Partial<Session> = {
    hud: createStore(() => hud),
    talk: createStore(() => talk),
    settings: createStore(() => settings),
    runs: createStore(() => ({ number: 1 })),
    peopleNear: () => [],
    shareLink: () => 'https://example.org/?seed=amber-heron',
  }
  return session as Session
}

/** What a component shows first, as markup. */
export function drawWith(session: Session, content: ReactNode): string {
  return renderToStaticMarkup(createElement(SessionContext, { value: session }, content))
}
