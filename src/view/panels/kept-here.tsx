/** What this browser keeps of the game, how much that is, and whether it promised not to clear it. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { HudState } from '#session/hud-state.ts'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { KeepHereButton } from '../components/keep-here-button.tsx'
import { byteWords } from '../hud/words.ts'

/** What is said on memories and their keeping. */
export function keptWords({ memory, storage }: Pick<HudState, 'memory' | 'storage'>): string {
  const held = `${memory.people} ${memory.people === 1 ? 'person holds' : 'people hold'} ${memory.memories} ${memory.memories === 1 ? 'memory' : 'memories'}.`
  if (memory.durability !== 'disk') return `${held} ${memory.problem ?? 'They last only as long as this tab.'}`
  const used = storage.usedBytes ?? memory.storageBytes
  const size = used === null ? '' : `, about ${byteWords(used)}${storage.roomBytes === null ? '' : ` of the ${byteWords(storage.roomBytes)} it has room for`}`
  return `${held} They are kept in this browser with the world and your settings${size}. ${PROMISE_WORDS[String(storage.promised) as keyof typeof PROMISE_WORDS]}`
}

const PROMISE_WORDS = {
  true: 'The browser promised not to clear them until you do.',
  false: 'The browser has not promised to keep them: it may clear them when the disk is full, and some browsers do after a week without a visit.',
  null: 'This browser does not say for how long: it may clear them when the disk is full or after a week without a visit. Save the world to a file to be sure.',
} as const

/** What is said when the browser has answered. */
const ANSWER_WORDS = {
  true: 'The browser promised to keep it.',
  false: 'The browser did not promise it now. Many do once the page is installed, bookmarked or visited more often; until then save the world to a file from time to time.',
  null: 'This browser cannot be asked. Save the world to a file from time to time.',
} as const

/** The words, and a button where the browser can be asked for more. */
export function KeptHere({ onWord }: { onWord(word: string): void }) {
  const session = useSession()
  const memory = useStore(session.hud, (hud) => hud.memory)
  const keeper = useStore(session.hud, (hud) => hud.keeper)
  const storage = useStore(session.hud, (hud) => hud.storage)
  useEffect(() => void session.refreshStorage(), [session, memory])
  return (
    <>
      <p>{keptWords({ memory, storage })}</p>
      {keeper === 'other-tab' && (
        <div className="row">
          <KeepHereButton />
        </div>
      )}
      {memory.durability === 'disk' && storage.promised === false && (
        <div className="row">
          <Button onClick={() => void session.askBrowserToKeep().then((promised) => onWord(ANSWER_WORDS[String(promised) as keyof typeof ANSWER_WORDS]))}>Ask the browser to keep it</Button>
        </div>
      )}
    </>
  )
}
