/** The line of a road as it is drawn through the places of its way: corners cut, hairpins opened, out of rivers it does not cross. */
import type { WaterIndex } from '../hydrology/water-index.ts'
import { findRiver } from '../hydrology/rivers.ts'

/** A turn sharper than this (cosine between the two ways out of it) becomes a loop with its limbs `LIMBS_METERS` to each side. */
const SHARP = 0.6
const LIMBS_METERS = 15
/** A road keeps so far from the banks of a river that it does not cross, metres. */
const BESIDE_METERS = 9

/** Gives sharp turns of a line of x, z, height the width of a loop: limbs that run together would be one slope from the higher to the lower. */
export function openHairpins(line: readonly number[]): number[] {
  const opened = line.slice(0, 3)
  for (let i = 3; i + 5 < line.length; i += 3) {
    const [x, z, height] = [line[i]!, line[i + 1]!, line[i + 2]!]
    const back = unitTo(line, i, i - 3)
    const on = unitTo(line, i, i + 3)
    if (back.x * on.x + back.z * on.z < SHARP) {
      opened.push(x, z, height)
      continue
    }
    // Across the middle of the two limbs, towards the side of the first.
    const mx = back.x + on.x
    const mz = back.z + on.z
    const length = Math.sqrt(mx * mx + mz * mz)
    const side = (back.x * on.z - back.z * on.x > 0 ? LIMBS_METERS : -LIMBS_METERS) / length
    opened.push(x + mz * side, z - mx * side, height, x - mz * side, z + mx * side, height)
  }
  opened.push(...line.slice(-3))
  return opened
}

function unitTo(line: readonly number[], from: number, to: number): { x: number; z: number } {
  const dx = line[to]! - line[from]!
  const dz = line[to + 1]! - line[from + 1]!
  const length = Math.sqrt(dx * dx + dz * dz) + 1e-9
  return { x: dx / length, z: dz / length }
}

/** Cuts the corners of a line of x, z, height (Chaikin, 1974). */
export function cutCorners(line: readonly number[]): number[] {
  const cut = line.slice(0, 3)
  for (let i = 0; i + 5 < line.length; i += 3) {
    for (const share of [0.25, 0.75]) for (let c = 0; c < 3; c++) cut.push(line[i + c]! * (1 - share) + line[i + 3 + c]! * share)
  }
  cut.push(...line.slice(-3))
  return cut
}

/** Moves points of a line that lie in a river or on its banks away from it, each to its own side, but for the first and the last. */
export function keepOutOfRivers(waters: WaterIndex, line: number[]): void {
  for (let i = 3; i + 5 < line.length; i += 3) {
    const river = findRiver(waters, line[i]!, line[i + 1]!, BESIDE_METERS)
    if (river === null) continue
    const dx = line[i]! - river.x
    const dz = line[i + 1]! - river.z
    const length = Math.sqrt(dx * dx + dz * dz)
    if (length < 0.01) continue
    const share = (BESIDE_METERS - river.gap) / length
    line[i] = line[i]! + dx * share
    line[i + 1] = line[i + 1]! + dz * share
  }
}
