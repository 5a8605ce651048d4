/** The button that takes the keeping of this world over from another tab. */
import { useState } from 'react'
import { useSession } from '../session-context.ts'
import { Button } from './button.tsx'

/** Pressed, it waits until the other tab has written what is left. */
export function KeepHereButton() {
  const session = useSession()
  const [waiting, setWaiting] = useState(false)
  const keep = async (): Promise<void> => {
    setWaiting(true)
    try {
      await session.keepHere()
    } catch (error) {
      session.notify('error', `The world could not be taken over: ${error instanceof Error ? error.message : String(error)}. Close the other tab and load this page again.`)
    }
    setWaiting(false)
  }
  return (
    <Button className="button-compact" disabled={waiting} onClick={() => void keep()}>
      {waiting ? 'Taking it over …' : 'Keep here instead'}
    </Button>
  )
}
