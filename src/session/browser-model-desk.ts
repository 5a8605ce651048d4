/** The browser's own model as the settings show it: whether it is there, and its download. */
import { download, findBrowserApi, readState, wordsOfState } from '#platform/models/browser-api.ts'
import type { BrowserModelState } from '#platform/models/browser-model-protocol.ts'

/** See `browserModelDesk`. */
export type BrowserModelDesk = {
  /** What is to be known of it now, in words. */
  look(): Promise<{ state: BrowserModelState; words: string }>
  /** Has the browser fetch it; must be called from a press. `onProgress` hears 0..1. Rejects with a sentence. */
  fetch(onProgress: (share: number) => void, signal: AbortSignal): Promise<void>
}

/** The desk of this page. */
export const browserModelDesk: BrowserModelDesk = {
  async look() {
    const state = await readState(findBrowserApi(window))
    return { state, words: state === 'available' ? 'It is here and ready. It runs on this machine, without a key; nothing that is said leaves it.' : wordsOfState(state).message }
  },
  async fetch(onProgress, signal) {
    const api = findBrowserApi(window)
    if (!api) throw new Error(wordsOfState('absent').message)
    await download(api, onProgress, signal)
  },
}
