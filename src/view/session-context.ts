/** How a component reaches the session. */
import { createContext, useContext } from 'react'
import type { Session } from '#session/session.ts'

/** Holds the session of this tab; set once by the app (and inside the canvas, which is another React root). */
export const SessionContext = createContext<Session | null>(null)

/** The session; must be called below a provider. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('session-context: no session above this component')
  return session
}
