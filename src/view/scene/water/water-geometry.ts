/** The sea's shape: rings around the viewer, each wider than the last, so that triangles are small where one stands. */
import { BufferAttribute, BufferGeometry } from 'three'

/** Radius of the first ring and of the last, metres. */
const FIRST_RING_METERS = 2
const LAST_RING_METERS = 60_000

/** Positions (x, 0, z) and triangles of `rings` × `spokes` quads around a middle fan. */
function ringPositions(rings: number, spokes: number): { positions: Float32Array; indices: Uint16Array } {
  const positions = new Float32Array((1 + rings * spokes) * 3)
  const indices: number[] = []
  const growth = Math.pow(LAST_RING_METERS / FIRST_RING_METERS, 1 / (rings - 1))
  let radius = FIRST_RING_METERS
  for (let ring = 0; ring < rings; ring++) {
    for (let spoke = 0; spoke < spokes; spoke++) {
      const angle = (spoke / spokes) * Math.PI * 2
      const at = (1 + ring * spokes + spoke) * 3
      positions[at] = Math.cos(angle) * radius
      positions[at + 2] = Math.sin(angle) * radius
      const next = (spoke + 1) % spokes
      const here = 1 + ring * spokes
      if (ring === 0) indices.push(0, here + next, here + spoke)
      else {
        const inner = here - spokes
        indices.push(inner + spoke, inner + next, here + spoke, here + spoke, inner + next, here + next)
      }
    }
    radius *= growth
  }
  return { positions, indices: new Uint16Array(indices) }
}

/** The sea as geometry. */
export function createWaterGeometry(rings: number, spokes: number): BufferGeometry {
  const { positions, indices } = ringPositions(rings, spokes)
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(positions, 3))
  geometry.setIndex(new BufferAttribute(indices, 1))
  return geometry
}
