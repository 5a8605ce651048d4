/** A person for the inspector, asked for again while it is open. */
import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { NpcId } from '#core/ids.ts'
import type { PersonView } from '#session/session.ts'
import { useSession } from '../session-context.ts'

const REFRESH_MS = 2000

/** The newest view of a person; `gone` when there is no such person. */
export function usePerson(npcId: NpcId): { person: PersonView | null; gone: boolean; refresh(): void } {
  const session = useSession()
  const lastResult = useStore(session.talk, (talk) => talk.lastResult)
  const [person, setPerson] = useState<PersonView | null>(null)
  const [gone, setGone] = useState(false)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let wanted = true
    const ask = (): void => {
      session.person(npcId).then(
        (found) => {
          if (!wanted) return
          setGone(found === null)
          if (found) setPerson(found)
        },
        // the minds worker may be restarting: what is shown stays, and the next time answers
        () => undefined,
      )
    }
    ask()
    const timer = setInterval(ask, REFRESH_MS)
    return () => {
      wanted = false
      clearInterval(timer)
    }
  }, [session, npcId, lastResult, asked])
  const refresh = useCallback(() => setAsked((count) => count + 1), [])
  return { person, gone, refresh }
}
