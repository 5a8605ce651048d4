/** What a river is made of: straight segments, packed one after the other into one array of numbers. */

/** Numbers of one segment, and where they lie: start and way in metres, 1 / length², then start and change of the water's height, half width and depth, height of the levee above the water; then reach and speed; then the foot of the fall or steep stretch above it, behind which its valley ends: a vector down the river, of length 1 below a fall and shorter below what is less steep, and how far along it that lies; 0, 0, 0 without one; then how much of a mire lies along it, 0..1, and how that changes; and how much of a plain its valley is, 0..1. */
export const SEGMENT = { ax: 0, az: 1, dx: 2, dz: 3, perSquare: 4, level: 5, fall: 6, half: 7, widening: 8, depth: 9, deepening: 10, levee: 11, reach: 12, speed: 13, lipX: 14, lipZ: 15, lipAt: 16, mire: 17, mireRise: 18, plain: 19 } as const
/** See `SEGMENT`. */
export const SEGMENT_STRIDE = 20
