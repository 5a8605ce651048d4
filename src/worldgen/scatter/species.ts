/** What grows and lies about: the list that scatter stores by position. Append only. */

/** All species, by the number that a scatter record stores. */
export const SPECIES = ['oak', 'birch', 'spruce', 'pine', 'willow', 'palm', 'cactus', 'bush', 'fern', 'reed', 'deadwood', 'boulder', 'stone', 'flower', 'heather', 'acacia', 'shrub', 'tussock', 'sedge'] as const
/** One of `SPECIES`. */
export type SpeciesId = (typeof SPECIES)[number]

/** Radius in metres, at scale 1, of what a walker cannot pass; 0 where one walks through. */
export const TRUNK_RADIUS_METERS: { readonly [S in SpeciesId]: number } = {
  oak: 0.45, birch: 0.22, spruce: 0.35, pine: 0.3, willow: 0.45, palm: 0.25, cactus: 0.35, bush: 0, fern: 0, reed: 0, deadwood: 0.25, boulder: 1.1, stone: 0, flower: 0, heather: 0, acacia: 0.35, shrub: 0, tussock: 0, sedge: 0,
}
