/** What the large perception map counts: how much land exists, of which fineness, and how much came and went lately. */
import type { CSSProperties } from 'react'
import { CHUNK_METERS } from '#worldgen/chunk.ts'
import type { MapCell } from './map-cells.ts'
import { LATELY_SECONDS } from './map-traces.ts'

/** Counts of one moment; levels from the finest on. */
export type Tally = {
  readonly exist: number
  readonly inView: number
  readonly came: number
  readonly went: number
  readonly levels: ReadonlyArray<{ readonly level: number; readonly exist: number; readonly inView: number }>
}

/** Counts the chunks that a picture of the map shows. */
export function tallyOf(cells: readonly MapCell[], { came, went }: { came: number; went: number }): Tally {
  const levels: { level: number; exist: number; inView: number }[] = []
  let exist = 0
  let inView = 0
  for (const { chunk, isDrawn, coordinate } of cells) {
    if (!chunk) continue
    let row = levels.find(({ level }) => level === coordinate.level)
    if (!row) levels.push((row = { level: coordinate.level, exist: 0, inView: 0 }))
    row.exist++
    exist++
    if (!isDrawn) continue
    row.inView++
    inView++
  }
  return { exist, inView, came, went, levels: levels.sort((a, b) => a.level - b.level) }
}

/** "41 pieces of land exist, 18 in view". */
export function mapWords(exist: number, inView: number): string {
  return `${exist} ${exist === 1 ? 'piece' : 'pieces'} of land ${exist === 1 ? 'exists' : 'exist'}, ${inView} in view`
}

/** "64 m", "1 km": the side of a chunk of a level. */
export function sideWords(level: number): string {
  const meters = CHUNK_METERS * 2 ** level
  return meters < 1000 ? `${meters} m` : `${Math.round(meters / 1000)} km`
}

/** The counts in words, and a row of squares that grow with the levels, filled as far as they are in view. */
export function MapTally({ tally }: { tally: Tally }) {
  const { exist, inView, came, went, levels } = tally
  return (
    <div className="map-tally">
      <p className="map-tally-words">{mapWords(exist, inView)}. There is no more.</p>
      <p className="soft">
        In the last {LATELY_SECONDS} seconds <b className="map-came">{came} came to be</b>, <b className="map-went">{went} were let go</b>.
      </p>
      <ul className="map-levels" aria-label="Pieces of land by the length of their sides">
        {levels.map((row) => (
          <li key={row.level} title={`${row.exist} pieces with sides of ${sideWords(row.level)}, ${row.inView} in view`}>
            <span className="map-level" style={{ '--side': `${(7 + row.level * 2.6) / 16}rem`, '--seen': `${Math.round((row.inView / row.exist) * 100)}%` } as CSSProperties} />
            <b>{row.exist}</b>
            <span className="soft">{sideWords(row.level)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
