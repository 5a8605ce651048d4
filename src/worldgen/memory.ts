/** How much a land remembers of what it worked out: enough for whom it serves, for what is forgotten is found again the same. */

/** Entries kept of each kind; at least so many of those used last, and at most twice as many. */
export type LandMemory = {
  /** Squares of 16 nodes of the lattice that rivers run on, 2 km a side; of what lies in a cell of it four times as many. */
  readonly rivers: number
  /** Tiles of 64 m and more that rivers and roads are cut into. */
  readonly tiles: number
  /** Cells with at most one settlement; its plan goes with it. */
  readonly sites: number
  readonly landmarks: number
  readonly roads: number
  /** Cells with the roads through them. */
  readonly roadCells: number
}

/** For threads that build chunks up to the horizon, and for whoever searches wide country. */
export const WIDE_MEMORY: LandMemory = { rivers: 384, tiles: 4096, sites: 1500, landmarks: 2000, roads: 2048, roadCells: 512 }

/** For the thread that shows the land: it asks for what lies around the eye and around people, and is never to grow with the way gone. */
export const NEAR_MEMORY: LandMemory = { rivers: 96, tiles: 512, sites: 256, landmarks: 256, roads: 256, roadCells: 128 }
