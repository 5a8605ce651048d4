/** Which chunks exist now: plans, asks workers, keeps slots, drops what is out of view. */
import type { Chunk, ChunkCoordinate } from '#worldgen/chunk.ts'

/** From where, in which direction and how fast the world is looked at. Metres, radians, metres a second. */
export type Viewpoint = { x: number; y: number; z: number; yaw: number; pitch: number; velocityX: number; velocityZ: number; /** Vertical field of view. */ fieldOfView: number; aspect: number }

/** A chunk that has a slot; the view keeps its heights, normals and ground at `slot` of its array textures. */
export type ResidentChunk = {
  readonly key: string
  readonly coordinate: ChunkCoordinate
  readonly slot: number
  readonly chunk: Chunk
  /** When it began to be drawn in its parent's place, on the clock of `update`, for fading in; -Infinity when it took nobody's place. */
  bornSeconds: number
  /** Slot of the chunk of the next coarser level that covers this one; -1 when there is none. */
  parentSlot: number
  /** How it meets its neighbours: two bits each for the sides of low x, high x, low z, high z: 0 same level, 1 neighbour coarser, 2 finer. */
  edges: number
}

/** Who draws chunks listens here. */
export type ChunkListener = {
  /** The chunk's arrays must be uploaded to its slot before it is drawn. */
  chunkReady(resident: ResidentChunk): void
  /** The slot is free again; its arrays go back to the pool after this call. */
  chunkDropped(resident: ResidentChunk): void
}

/** Counts of the stream; `holes` are places in view with nothing to draw. */
export type TerrainCounts = { drawn: number; resident: number; pending: number; cachedBytes: number; residentBytes: number; built: number; dropped: number; holes: number }

/** View distance in metres, the k of split at distance < k·size, and how many chunks may be resident. */
export type StreamDetail = { viewMeters: number; splitFactor: number; slots: number }

/** The stream of one world. */
export type TerrainStream = {
  /** Plans, asks, drops; called once a frame. `seconds` is time since start, any clock. */
  update(viewpoint: Viewpoint, seconds: number): void
  /** What to draw this frame: chunks that cover the land in view without overlap. Same array each frame, refilled. */
  readonly drawn: readonly ResidentChunk[]
  /** All chunks that hold slots. */
  readonly resident: ReadonlyMap<string, ResidentChunk>
  /** Listens from now on; what is resident already is in `resident`. Returns a function that stops listening. */
  listen(listener: ChunkListener): () => void
  /** Clock of the last update. */
  readonly seconds: number
  /** The k of split at distance < k·size as it is now: less than asked for when slots are scarce. */
  readonly splitFactor: number
  /** Whether the chunk under (x, z) is drawn at level 0. */
  isGroundReady(x: number, z: number): boolean
  /** Whether everything in view is drawn at the level it should have. */
  readonly settled: boolean
  /** Whether the picture is covered: nothing in it is bare up to the horizon. */
  readonly covered: boolean
  readonly counts: TerrainCounts
  /** Changes view distance in metres and detail (k of split at distance < k·size). */
  setDetail(detail: StreamDetail): void
  /** Never more slots than the graphics card has room for, whatever the detail asks; told by who draws. */
  limitSlots(slots: number): void
  dispose(): void
}
