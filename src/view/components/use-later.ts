/** Parts of the interface that are read when they are first wanted. */
import { useCallback, useEffect, useState } from 'react'

/** What `load` (the same function at every call) resolves with, once it is there; `problem` says why it could not be read, and `again` tries once more. */
export function useLater<Part>(load: () => Promise<Part>): { part: Part | null; problem: string | null; again(): void } {
  const [state, setState] = useState<{ part: Part | null; problem: string | null }>({ part: null, problem: null })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let wanted = true
    load().then(
      (part) => wanted && setState({ part, problem: null }),
      (error: unknown) => wanted && setState({ part: null, problem: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      wanted = false
    }
  }, [load, attempt])
  const again = useCallback(() => {
    setState({ part: null, problem: null })
    setAttempt((count) => count + 1)
  }, [])
  return { ...state, again }
}
