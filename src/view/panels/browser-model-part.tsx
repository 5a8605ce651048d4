/** The browser's own model in the settings: whether it is there, and having it fetched. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { Meter } from '../components/meter.tsx'

/** What is known of it, with its download where that is wanted. */
export function BrowserModelPart() {
  const session = useSession()
  const [found, setFound] = useState<{ state: string; words: string } | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)
  const look = useCallback((): void => void session.browserModel().then(async (desk) => setFound(await desk.look())), [session])
  useEffect(() => {
    look()
    return () => running.current?.abort()
  }, [look])
  const fetchIt = async (): Promise<void> => {
    const controller = new AbortController()
    running.current = controller
    setProblem(null)
    setShare(0)
    try {
      await (await session.browserModel()).fetch(setShare, controller.signal)
    } catch (error) {
      if (!controller.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
    }
    setShare(null)
    look()
  }
  return (
    <div className="own-model" role="status">
      <p className="soft">{found?.words ?? 'Looking …'}</p>
      {share !== null && <Meter label="Fetching" value={share} words={`${Math.round(share * 100)} %`} />}
      {problem !== null && <p className="field-problem">{problem}</p>}
      {share === null && (found?.state === 'downloadable' || found?.state === 'downloading') && <Button onClick={() => void fetchIt()}>Have it fetched</Button>}
      {share !== null && (
        <Button tone="quiet" onClick={() => running.current?.abort()}>
          Stop waiting
        </Button>
      )}
    </div>
  )
}
