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
      <circle className="dial-face" cx="24" cy="24" r="21.500" />
      <g ref={rose}>
        <path className="dial-north" d="M24 4.200l3.200 6.300c-2.200-.7-4.300-.7-6.400 0z" />
        <path className="dial-line" d="M43.500 24h-4M24 43.500v-4M4.500 24h4M38 10l-1.800 1.800M38 38l-1.800-1.800M10 38l1.800-1.800M10 10l1.800 1.800" />
      </g>
      <circle className="dial-rim" cx="24" cy="24" r="21.500" />
      <text className="dial-letters" x="24" y="29" textAnchor="middle">
        {compassLetters(yaw)}
      </text>
    </svg>
  )
}
