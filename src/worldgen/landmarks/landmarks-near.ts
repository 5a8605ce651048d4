/** Landmarks and what grows: nothing tall stands in their walls, and the cells in reach of a place. */
import type { LandFields } from '../fields.ts'
import { LANDMARK_CELL_METERS } from './find-landmarks.ts'

/** The widest a landmark keeps the ground clear around it, metres. */
const CLEAR_METERS = 36

/** Whether a landmark's clearing may reach into the rectangle. */
export function isLandmarkNear(fields: LandFields, within: { west: number; north: number; east: number; south: number }): boolean {
  const { west, north, east, south } = within
  const side = LANDMARK_CELL_METERS
  for (let cellZ = Math.floor(north / side); cellZ * side <= south; cellZ++) {
    for (let cellX = Math.floor(west / side); cellX * side <= east; cellX++) {
      const site = fields.landmarks.landmarkOfCell(cellX, cellZ)
      if (site !== null && site.x + CLEAR_METERS > west && site.x - CLEAR_METERS < east && site.z + CLEAR_METERS > north && site.z - CLEAR_METERS < south) return true
    }
  }
  return false
}

/** Whether a plant would stand among the stones of a landmark. Landmarks keep to their cells. */
export function isMarked(fields: LandFields, x: number, z: number, isTall: boolean): boolean {
  const site = fields.landmarks.landmarkOfCell(Math.floor(x / LANDMARK_CELL_METERS), Math.floor(z / LANDMARK_CELL_METERS))
  if (site === null) return false
  const reach = isTall ? site.radius + 2 : site.radius * (site.kind === 'oasis' ? 0.5 : 0.75)
  return (site.x - x) * (site.x - x) + (site.z - z) * (site.z - z) < reach * reach
}
