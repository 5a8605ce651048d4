/** The shadow of a bridge: its deck and what stands under it, but not the rails, through which light falls on the deck, as a hull over the ground below. */
import { BufferAttribute, BufferGeometry } from 'three'
import { deckAt, groundUnder, underAt, type Bridge } from '#simulation/physics/bridge.ts'

const STEP_METERS = 1

/** Corners about the middle of the river; heights are over the ground or the water under them. */
export function createBridgeHull(bridge: Bridge): BufferGeometry {
  const { crossing, halfOutside } = bridge
  const positions: number[] = []
  const indices: number[] = []
  const put = (across: number, height: number, along: number): void => void positions.push(crossing.alongX * along - crossing.alongZ * across, height, crossing.alongZ * along + crossing.alongX * across)
  const count = Math.ceil((crossing.end - crossing.start) / STEP_METERS)
  for (let k = 0; k <= count; k++) {
    const along = crossing.start + ((crossing.end - crossing.start) * k) / count
    const ground = Math.max(groundUnder(bridge, along), crossing.water)
    const top = Math.max(0, deckAt(bridge, along) + 0.05 - ground)
    const under = Math.max(0, underAt(bridge, along) - ground)
    for (const side of [-1, 1]) {
      put(side * halfOutside, top, along)
      put(side * halfOutside, Math.min(under, top), along)
    }
    if (k === 0) continue
    const [a, b] = [(k - 1) * 4, k * 4]
    for (const [i, j] of [[0, 1], [2, 3], [0, 2], [1, 3]] as const) indices.push(a + i, a + j, b + j, a + i, b + j, b + i)
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setIndex(indices)
  return geometry
}
