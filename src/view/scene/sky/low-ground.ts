/** Low ground around the viewer, where mist gathers. */
import { KEPT_METERS } from '#worldgen/roads/left-to-roads.ts'

/** How far off it is looked for, metres, and in how many ways at each distance. */
const RINGS_METERS = [256, 704]
const WAYS = 8

type Place = { readonly x: number; readonly z: number }
type Heights = { heightAt(x: number, z: number): number }

/** What tells the height in metres of the lowest ground within some 700 m of a place. It looks one way further each time, for heights are not free; `fresh` asks it to look every way at once. */
export function createLowGround(): (land: Heights, at: Place, fresh: boolean) => number {
  const seen = new Float64Array(RINGS_METERS.length * WAYS)
  let next = 0
  return (land, at, fresh) => {
    for (let looks = fresh ? seen.length : 1; looks > 0; looks--) {
      const way = ((next % WAYS) / WAYS) * 2 * Math.PI
      const meters = RINGS_METERS[Math.floor(next / WAYS)]!
      seen[next] = land.heightAt(nearestKept(at.x + Math.sin(way) * meters), nearestKept(at.z + Math.cos(way) * meters))
      next = (next + 1) % seen.length
    }
    return Math.min(land.heightAt(at.x, at.z), ...seen)
  }
}

/** The nearest coordinate at which the ground is known without laying the roads there, which takes longer than a frame has. */
function nearestKept(at: number): number {
  return Math.round(at / KEPT_METERS) * KEPT_METERS
}
