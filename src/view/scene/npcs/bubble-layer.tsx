/** Names, thoughts and speech over heads. For eyes only: the transcript says the same to screen readers. */
import { useEffect, useRef } from 'react'
import { readCovers } from '../../hud/covers.ts'
import { useEachFrame } from '../../hud/use-each-frame.ts'
import { useSession } from '../../session-context.ts'
import { createBubbles, type Bubbles } from './bubbles.ts'
import './bubble-layer.css'

/** A layer over the canvas; mounted once beside it. */
export function BubbleLayer() {
  const session = useSession()
  const layer = useRef<HTMLDivElement>(null)
  const bubbles = useRef<Bubbles | null>(null)
  useEffect(() => {
    if (!layer.current) return
    const made = createBubbles(session, layer.current, readCovers)
    bubbles.current = made
    return () => {
      bubbles.current = null
      made.dispose()
    }
  }, [session])
  useEachFrame(() => bubbles.current?.update())
  return <div ref={layer} className="bubbles" aria-hidden="true" />
}
