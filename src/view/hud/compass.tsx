/** A small compass: the rose turns, the notch on top is where one looks. */
import { useRef } from 'react'
import { useSession } from '../session-context.ts'
import { useEachFrame } from './use-each-frame.ts'
import { compassLetters, compassWords } from './words.ts'

/** The heading; `yaw` is the slow one for words, the rose follows the eye itself. */
export function Compass({ yaw }: { yaw: number }) {
  const session = useSession()
  const rose = useRef<SVGGElement>(null)
  useEachFrame(() => {
    const degrees = (session.camera.yaw * 180) / Math.PI
    rose.current?.setAttribute('transform', `rotate(${degrees.toFixed(1)} 24 24)`)
  })
  return (
    <svg className="dial" viewBox="0 0 48 48" role="img" aria-label={`Looking ${compassWords(yaw)}`}>
      <circle className="dial-face" cx="24" cy="24" r="21.5" />
      <g ref={rose}>
        <path className="dial-north" d="M24 3.8l4.1 8.2c-2.8-1-5.5-1-8.2 0z" />
        <path className="dial-line" d="M43.5 24h-4M24 43.5v-4M4.5 24h4M38 10l-1.8 1.8M38 38l-1.8-1.8M10 38l1.8-1.8M10 10l1.8 1.8" />
      </g>
      <circle className="dial-rim" cx="24" cy="24" r="21.5" />
      <text className="dial-letters" x="24" y="29" textAnchor="middle">
        {compassLetters(yaw)}
      </text>
    </svg>
  )
}
