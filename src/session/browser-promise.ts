/** Asking the browser to keep what is kept here: once of itself, after the first talk that is remembered; again only when the player wishes. */
import { askToPersist, readBrowserStorage } from '#platform/storage/browser-storage.ts'
import { keep, readKept } from '#platform/storage/kept-values.ts'
import type { Game } from './game.ts'

/** Under this name the tab notes that it has asked, so that a reload does not ask again. */
const ASKED = 'asked-to-persist'

type Asking = Pick<Game, 'hud' | 'talk' | 'fresh'>

/** Reads what the browser says of its storage into the interface. */
export async function refreshStorage({ hud }: Pick<Game, 'hud'>): Promise<void> {
  hud.setState({ storage: await readBrowserStorage() })
}

/** Asks the browser to promise; resolves with whether it does, null where it cannot be asked. */
export async function askBrowserToKeep({ hud }: Pick<Game, 'hud'>): Promise<boolean | null> {
  keep('tab', ASKED, true)
  const promised = await askToPersist()
  await refreshStorage({ hud })
  return promised
}

/** Asks after the first talk whose words are on disk, unless the browser has promised or this tab has asked before; returns a function that stops waiting. */
export function askAfterFirstTalk(game: Asking): () => void {
  const stop = game.talk.subscribe((now, before) => {
    // a browser that asks the player in turn is not to do so while somebody speaks
    const isOver = before.npcId !== null && before.ended === null && (now.npcId !== before.npcId || now.ended !== null)
    if (!isOver || game.fresh || game.hud.getState().memory.durability !== 'disk' || !before.turns.some(({ speakerId }) => speakerId === 'player')) return
    stop()
    if (readKept('tab', ASKED) !== null) return
    void readBrowserStorage().then(({ promised }) => (promised === false ? askBrowserToKeep(game) : null))
  })
  return stop
}
