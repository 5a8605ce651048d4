/** What a person remembers, as a picture: the newest at the right, every stem as high as it weighs. */
import type { MemoryView } from '#minds/memory/memory.ts'
import { DAY_WORLD_SECONDS as DAY, SEASON_DAYS } from '#simulation/clock.ts'

const WIDTH = 340
const HEIGHT = 86
const LEFT = 8
const RIGHT = WIDTH - 10
const GROUND = 66
const TALLEST = 54
/** Seconds that take as much room at the right as the tenfold does farther left. */
const NEAR_SECONDS = 900
/** Moments that are named where they lie between the oldest memory and now. */
const MARKS: ReadonlyArray<readonly [seconds: number, words: string]> = [[3600, 'an hour ago'], [DAY, 'a day'], [4 * DAY, 'four days'], [SEASON_DAYS * DAY, 'a season'], [4 * SEASON_DAYS * DAY, 'a year'], [40 * SEASON_DAYS * DAY, 'ten years']]
/** Pixels that two marks stand apart at least. */
const MARK_PIXELS = 52

/** A memory on the picture; `group` is whether it was done or said, noticed or heard, or thought. */
export type StripMark = { id: string; x: number; top: number; group: 'own' | 'noticed' | 'thought'; pinned: boolean; title: string }

/** Where memories and moments stand, seen from `nowSeconds` of the world. */
export function layOutStrip(memories: readonly MemoryView[], nowSeconds: number): { marks: StripMark[]; moments: Array<{ x: number; words: string }> } {
  const oldest = memories.reduce((most, { worldSeconds }) => Math.max(most, nowSeconds - worldSeconds), NEAR_SECONDS)
  const far = Math.log1p(oldest / NEAR_SECONDS)
  const at = (age: number): number => RIGHT - ((RIGHT - LEFT) * Math.log1p(Math.max(0, age) / NEAR_SECONDS)) / far
  const marks = memories.map(({ id, kind, text, worldSeconds, importance, pinned }): StripMark => ({
    id, pinned, title: text, x: at(nowSeconds - worldSeconds), top: GROUND - 6 - TALLEST * Math.min(1, Math.max(0, importance)),
    group: kind === 'did' || kind === 'said' ? 'own' : kind === 'perceived' || kind === 'heard' ? 'noticed' : 'thought',
  }))
  const moments: Array<{ x: number; words: string }> = [{ x: RIGHT, words: 'now' }]
  for (const [seconds, words] of MARKS) {
    const x = at(seconds)
    if (seconds < oldest && x > LEFT + MARK_PIXELS / 2 && moments.at(-1)!.x - x > MARK_PIXELS) moments.push({ x, words })
  }
  return { marks, moments }
}

type MemoryStripProps = { name: string; memories: readonly MemoryView[]; nowSeconds: number; chosen: string | null; onChoose(id: string): void }

/** The picture; the list below it says the same in words, so it is for eyes and pointers alone. */
export function MemoryStrip({ name, memories, nowSeconds, chosen, onChoose }: MemoryStripProps) {
  const { marks, moments } = layOutStrip(memories, nowSeconds)
  return (
    <figure className="memory-strip">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${marks.length === 1 ? 'One memory' : `${marks.length} memories`} of ${name} along time; the higher, the more it weighs`}>
        <path className="strip-ground" d={`M${LEFT} ${GROUND} H${RIGHT}`} />
        {moments.map(({ x, words }) => (
          <g key={words} className="strip-moment">
            <path d={`M${x} ${GROUND} v4`} />
            <text x={x} y={GROUND + 16} textAnchor={words === 'now' ? 'end' : 'middle'}>
              {words}
            </text>
          </g>
        ))}
        {marks.map(({ id, x, top, group, pinned, title }) => (
          <g key={id} className="strip-mark" data-group={group} data-chosen={id === chosen} onClick={() => onChoose(id)}>
            <title>{title}</title>
            <path className="strip-reach" d={`M${x} ${top - 6} V${GROUND}`} />
            <path className="strip-stem" d={`M${x} ${GROUND} V${top}`} />
            <circle cx={x} cy={top} r={pinned ? 4.2 : 3} data-pinned={pinned} />
          </g>
        ))}
      </svg>
      <figcaption className="strip-key soft">
        <span data-group="own">done or said</span>
        <span data-group="noticed">noticed or heard</span>
        <span data-group="thought">thought</span>
      </figcaption>
    </figure>
  )
}
