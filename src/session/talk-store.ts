/** The talk as the interface shows it, before there is one; what happens in it is in `talk.ts`, which is read with the tick. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Game } from './game.ts'
import type { TalkState } from './hud-state.ts'

/** No talk. */
export const NO_TALK: TalkState = { npcId: null, name: '', role: '', turns: [], others: [], names: {}, speaker: null, partial: null, waiting: false, thought: null, suggestions: [], unsaid: '', lastResult: null, ended: null }

/** A store with no talk in it. */
export function createTalkStore(): StoreApi<TalkState> {
  return createStore<TalkState>(() => NO_TALK)
}

/** Forgets the talk on the screen, without a word: the world it was in is gone. */
export function dropTalk(game: Game): void {
  game.talk.setState(NO_TALK)
}
