/** A row of words under the head of a long panel: each brings its part into sight, and the one in sight is marked. */
import { useEffect, useRef, useState } from 'react'

type PartJumpsProps = { label: string; /** What each is called, and the title of the part it leads to. */ jumps: ReadonlyArray<readonly [label: string, part: string]> }

/** Pixels below the upper edge up to which a part counts as being read. */
const READ_PIXELS = 90

/** The row; its parts stand in the body of the same panel. */
export function PartJumps({ label, jumps }: PartJumpsProps) {
  const row = useRef<HTMLElement>(null)
  const [current, setCurrent] = useState(0)
  const partOf = (title: string): HTMLElement | null => row.current?.parentElement?.querySelector<HTMLElement>(`[data-part="${CSS.escape(title)}"]`) ?? null
  useEffect(() => {
    const body = row.current?.parentElement?.querySelector<HTMLElement>('.panel-body')
    if (!body) return
    const mark = (): void => {
      const { top } = body.getBoundingClientRect()
      const isAtEnd = body.scrollTop > 0 && body.scrollTop + body.clientHeight >= body.scrollHeight - 2
      const read = jumps.findLastIndex(([, title]) => {
        const part = partOf(title)
        return part !== null && part.getBoundingClientRect().top < top + READ_PIXELS
      })
      setCurrent(isAtEnd ? jumps.length - 1 : Math.max(0, read))
    }
    mark()
    body.addEventListener('scroll', mark, { passive: true })
    return () => body.removeEventListener('scroll', mark)
  }, [jumps])
  const jump = (title: string): void => {
    const part = partOf(title)
    if (!part) return
    // motion is told to the styles; they decide whether this glides
    part.scrollIntoView({ block: 'start' })
    part.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true })
  }
  return (
    <nav ref={row} className="jumps" aria-label={label}>
      {jumps.map(([name, title], number) => (
        <button key={title} type="button" aria-current={number === current} onClick={() => jump(title)}>
          {name}
        </button>
      ))}
    </nav>
  )
}
