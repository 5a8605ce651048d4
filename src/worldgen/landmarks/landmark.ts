/** Reasons to climb the next hill: ruins, stones, cairns and the like, away from settlements. */

/** What a landmark is. Append only. */
export const LANDMARK_KINDS = ['ruin', 'shrine', 'stones', 'cairn', 'tree', 'cave', 'hut', 'wreck', 'pier', 'oasis'] as const
/** One of `LANDMARK_KINDS`. */
export type LandmarkKind = (typeof LANDMARK_KINDS)[number]

/** A turned block that nobody walks through: centre, foot and turn as buildings have them, size in metres. One that `carries` can be stood on; its top rises by so much for each metre along x and z. */
export type Solid = { x: number; z: number; y: number; yaw: number; width: number; depth: number; wallHeight: number; carries?: { readonly riseX: number; readonly riseZ: number } }

/** A place where one stood, by seed alone; what it is called and what is told of it needs the whole land. */
export type LandmarkSite = {
  id: `landmark:${string}`
  kind: LandmarkKind
  hash: number
  /** Centre in metres; `y` is the ground there. */
  x: number
  z: number
  y: number
  /** Its front looks along (sin yaw, cos yaw): down the slope, towards the water, or anywhere. */
  yaw: number
  /** Everything of it lies within this distance of the centre, metres. */
  radius: number
  /** Walls, stones and trunks, as bodies meet them and as they are drawn. */
  solids: Solid[]
}

/** A landmark as people know it. */
export type Landmark = LandmarkSite & {
  name: string
  /** One sentence that agrees with the map. */
  story: string
}
