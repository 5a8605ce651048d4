/** The shape of every species, built by code; metres at scale 1. */
import { type BufferGeometry, Color, Vector3 } from 'three'
import type { SpeciesId } from '#worldgen/scatter/species.ts'
import { PlantBuilder, type Blob, type Paint } from './plant-builder.ts'

const UP = new Vector3(0, 1, 0)

function wood(hex: string, sway = 0): Paint {
  return { color: new Color(hex), leaf: 0, sway }
}

function leaves(hex: string, sway: number): Paint {
  return { color: new Color(hex), leaf: 1, sway }
}

function blob(x: number, y: number, z: number, r: number): Blob {
  return { x, y, z, r }
}

/** Leaf cards that stand crossed around the axis: heather, sprigs. */
function crossed(plant: PlantBuilder, look: { tile: 'sprig' | 'blade'; cards: number; width: number; height: number; spread: number }, paint: Paint): void {
  for (let i = 0; i < look.cards; i++) {
    const angle = (i / look.cards) * Math.PI + plant.between(-0.3, 0.3)
    const lean = plant.between(-0.25, 0.25)
    const height = look.height * plant.between(0.8, 1.15)
    const right = new Vector3(Math.cos(angle), 0, Math.sin(angle))
    const up = new Vector3(right.z * lean, 1, -right.x * lean).normalize()
    const middle = new Vector3(plant.between(-look.spread, look.spread), height * 0.5, plant.between(-look.spread, look.spread))
    plant.card(middle, { right: right.multiplyScalar(look.width / 2), up: up.multiplyScalar(height / 2) }, { tile: look.tile, normal: UP, low: 0.62, high: 1.2 }, paint)
  }
}

const BUILDERS: { readonly [S in SpeciesId]: (plant: PlantBuilder) => void } = {
  oak(plant) {
    const bark = wood('#6d5540')
    plant.tube([[0, -0.5, 0, 0.52], [0.05, 0.7, 0, 0.34], [0.1, 2.6, 0.05, 0.27], [0.2, 4.6, 0.1, 0.18]], 6, bark)
    plant.tube([[0.1, 2.3, 0, 0.17], [1.2, 3.7, 0.5, 0.1]], 4, bark).tube([[0.1, 2.5, 0, 0.16], [-1.1, 4, -0.6, 0.1]], 4, bark)
    const boughs = [blob(0.1, 6.5, 0, 2.3), blob(1.9, 5.1, 0.7, 1.75), blob(-1.8, 5.2, -0.5, 1.8), blob(0.2, 5, 1.9, 1.6), blob(-0.2, 4.9, -1.9, 1.65), blob(-1, 6.4, 1.1, 1.5), blob(1.2, 6.3, -1.1, 1.5)]
    plant.limbs([0.14, 3.4, 0.06], boughs, 0.13, bark).crown(boughs, { tile: 'clump', cards: 13, size: 0.62, core: true }, leaves('#5f8a3c', 0.22))
  },
  birch(plant) {
    plant.tube([[0, -0.4, 0, 0.22], [0.05, 1.5, 0, 0.15], [-0.05, 4.5, 0.05, 0.11], [0.1, 8, 0, 0.05]], 5, wood('#d9d3c6', 0.06))
    const boughs = [blob(0.1, 8.6, 0, 1.05), blob(0.55, 7, 0.3, 1.3), blob(-0.6, 6.6, -0.2, 1.3), blob(0.1, 5.4, 0.7, 1.25), blob(0.2, 5.1, -0.75, 1.25), blob(-0.3, 7.6, 0.5, 1.05)]
    plant.limbs([0, 4.4, 0.05], boughs.slice(1), 0.06, wood('#8f857a', 0.1)).crown(boughs, { tile: 'clumpLoose', cards: 12, size: 0.64, core: false }, leaves('#86a64a', 0.34))
  },
  spruce(plant) {
    plant.tube([[0, -0.4, 0, 0.32], [0, 2, 0, 0.22], [0, 11.5, 0, 0.05]], 5, wood('#5d4a3a'))
    const layers = 8
    for (let i = 0; i < layers; i++) {
      const t = i / (layers - 1)
      const bottom = 1.1 + t * 9.2
      const radius = 3 * Math.pow(1 - t, 0.82) + 0.55
      plant.skirt([bottom + 2.5 - t * 0.4, radius * 0.12], [bottom, radius * plant.between(0.94, 1.06)], { sides: 9, turn: plant.between(0, 6), low: 0.74 + 0.38 * t, high: 0.62 + 0.5 * t }, leaves('#3f6b52', 0.1 + 0.2 * t))
    }
    plant.skirt([13.4, 0.02], [11.4, 0.5], { sides: 5, turn: 0, low: 1.2, high: 1.3 }, leaves('#3f6b52', 0.34))
  },
  pine(plant) {
    plant.tube([[0, -0.4, 0, 0.36], [0.1, 3, 0, 0.25], [0.3, 6.5, 0.1, 0.18], [0.2, 9.6, 0, 0.1]], 6, wood('#8f5f42'))
    plant.tube([[0.25, 6.2, 0, 0.1], [1.7, 7.5, 0.4, 0.05]], 4, wood('#8f5f42')).tube([[0.3, 7, 0, 0.1], [-1.3, 8.2, -0.5, 0.05]], 4, wood('#8f5f42'))
    plant.crown(
      [blob(0.3, 10.4, 0, 1.5), blob(1.7, 8.3, 0.5, 1.25), blob(-1.3, 9, -0.6, 1.35), blob(0.1, 9.2, 1.3, 1.2), blob(0.5, 8.9, -1.4, 1.15), blob(-0.9, 7.1, 0.9, 0.85)],
      { tile: 'needles', cards: 15, size: 0.62, core: true }, leaves('#4f7a52', 0.2))
  },
  willow(plant) {
    plant.tube([[0, -0.5, 0, 0.55], [0.15, 1.2, 0, 0.4], [0.3, 3, 0.1, 0.3], [0.1, 4.6, 0, 0.18]], 6, wood('#6e5c46'))
    const boughs = [blob(0.1, 5.8, 0, 1.9), blob(1.5, 5.2, 0.5, 1.5), blob(-1.4, 5.1, -0.4, 1.5), blob(0.1, 5.1, -1.4, 1.4), blob(0, 5.2, 1.4, 1.4)]
    plant.limbs([0.28, 2.9, 0.1], boughs, 0.14, wood('#6e5c46')).crown(boughs, { tile: 'clumpLoose', cards: 9, size: 0.66, core: true }, leaves('#7c9a4e', 0.3))
    for (let i = 0; i < 22; i++) {
      const angle = i * 2.39996
      const reach = plant.between(2, 3.2)
      const length = plant.between(2.2, 3.9)
      const top = plant.between(4.8, 5.9)
      const right = new Vector3(-Math.sin(angle), 0, Math.cos(angle))
      const normal = new Vector3(Math.cos(angle), 0.5, Math.sin(angle)).normalize()
      plant.card(new Vector3(Math.cos(angle) * reach, top - length / 2, Math.sin(angle) * reach), { right: right.multiplyScalar(0.75), up: new Vector3(-Math.cos(angle) * 0.3, length / 2, -Math.sin(angle) * 0.3) }, { tile: 'strand', normal, low: 0.86, high: 1.16 }, leaves('#84a152', 0.55))
    }
  },
  palm(plant) {
    plant.tube([[0, -0.4, 0, 0.3], [0.25, 1.5, 0, 0.2], [0.8, 4, 0.1, 0.16], [1.7, 6.9, 0.2, 0.13]], 6, wood('#8d7355', 0.12))
    for (let i = 0; i < 11; i++) {
      const angle = i * 2.39996
      const long = plant.between(2.5, 3.3)
      const rise = i % 3 === 0 ? 1.1 : plant.between(0.1, 0.7)
      const points = [0, 0.33, 0.66, 1].map((t) => [1.7 + Math.cos(angle) * long * t, 6.9 + rise * Math.sin(t * 2.4) - 1.7 * t * t, 0.2 + Math.sin(angle) * long * t, 0.66 * (t < 0.05 ? 0.7 : 1)] as const)
      plant.strip(points, new Vector3(-Math.sin(angle), 0.12, Math.cos(angle)).normalize(), { tile: 'frond', along: 'u' }, leaves('#6f9448', 0.6))
    }
  },
  cactus(plant) {
    const flesh = leaves('#74806a', 0)
    plant.tube([[0, -0.3, 0, 0.3], [0, 1.2, 0, 0.34], [0, 2.6, 0, 0.3], [0, 3.1, 0, 0.14], [0, 3.2, 0, 0.01]], 9, flesh)
    plant.tube([[0.2, 1.2, 0, 0.16], [0.85, 1.35, 0, 0.19], [1, 1.7, 0, 0.19], [1, 2.4, 0, 0.15], [1, 2.5, 0, 0.01]], 7, flesh)
    plant.tube([[-0.2, 1.6, 0, 0.14], [-0.7, 1.7, 0.05, 0.16], [-0.8, 2, 0.05, 0.16], [-0.8, 2.5, 0.05, 0.12], [-0.8, 2.58, 0.05, 0.01]], 7, flesh)
  },
  acacia(plant) {
    const bark = wood('#6b5641')
    plant.tube([[0, -0.4, 0, 0.36], [0.1, 1.2, 0, 0.25], [0.2, 2.5, 0, 0.2]], 6, bark)
    plant.tube([[0.2, 2.3, 0, 0.16], [1.7, 4.9, 0.4, 0.07]], 4, bark).tube([[0.2, 2.2, 0, 0.16], [-1.4, 4.8, -0.5, 0.07]], 4, bark).tube([[0.2, 2.4, 0, 0.14], [0.3, 5, 1.1, 0.06]], 4, bark)
    plant.crown([[1.7, 5.4, 0.4], [-1.5, 5.3, -0.6], [0.3, 5.6, 1.3], [0.2, 5.8, -0.8], [2.7, 5.1, -0.6], [-2.6, 5.1, 0.6], [0.2, 5.9, 0.3]].map(([x, y, z]) => blob(x!, y!, z!, 1.15)), { tile: 'clumpLoose', cards: 9, size: 0.8, core: false }, leaves('#8a9a4c', 0.16))
  },
  deadwood(plant) {
    const bark = wood('#8c8174')
    plant.tube([[0, -0.4, 0, 0.32], [0.05, 1, 0, 0.22], [-0.15, 3, 0.1, 0.14], [0.3, 5, 0, 0.03]], 6, bark)
    plant.tube([[-0.05, 2, 0, 0.11], [1, 3.1, 0.4, 0.06], [1.3, 4.1, 0.5, 0.01]], 4, bark).tube([[-0.1, 2.6, 0, 0.1], [-1.1, 3.6, -0.4, 0.05], [-1.2, 4.5, -0.9, 0.01]], 4, bark)
    plant.tube([[0, 1.5, 0, 0.09], [-0.6, 2.1, 0.7, 0.02]], 4, bark)
  },
  boulder(plant) {
    const stone = new Color('#958d80')
    const moss = new Color('#7d8a58')
    const paintAt = (normal: Vector3): Color => stone.clone().lerp(moss, Math.max(0, normal.y - 0.45) * 0.9).multiplyScalar(0.72 + 0.34 * (normal.y * 0.5 + 0.5))
    plant.blob(blob(0, 0.42, 0, 1.22), { color: stone, leaf: 1, sway: 0 }, { detail: 2, dent: 0.42, flat: 0.78, paintAt })
    plant.blob(blob(0.95, 0.05, 0.6, 0.5), { color: stone, leaf: 1, sway: 0 }, { detail: 1, dent: 0.4, flat: 0.8, paintAt })
  },
  stone(plant) {
    const stone = new Color('#9a9184')
    const paintAt = (normal: Vector3): Color => stone.clone().multiplyScalar(0.72 + 0.36 * (normal.y * 0.5 + 0.5))
    plant.blob(blob(0, 0.08, 0, 0.3), { color: stone, leaf: 1, sway: 0 }, { detail: 1, dent: 0.45, flat: 0.66, paintAt })
    plant.blob(blob(0.34, 0.02, 0.16, 0.15), { color: stone, leaf: 1, sway: 0 }, { detail: 0, dent: 0.4, flat: 0.7, paintAt })
  },
  bush(plant) {
    const boughs = [blob(0, 0.75, 0, 0.72), blob(0.6, 0.5, 0.2, 0.55), blob(-0.55, 0.5, -0.2, 0.58), blob(0.05, 0.48, -0.6, 0.5), blob(-0.1, 0.5, 0.6, 0.52)]
    plant.limbs([0, -0.1, 0], boughs, 0.035, wood('#6d5540')).crown(boughs, { tile: 'clump', cards: 8, size: 0.72, core: true }, leaves('#638545', 0.12))
  },
  fern(plant) {
    // one large and two small that grow from the same ground
    for (const [x, z, size, fronds] of [[0, 0, 1, 8], [0.75, 0.3, 0.66, 6], [-0.5, 0.68, 0.55, 5]] as const) {
      for (let i = 0; i < fronds; i++) {
        const angle = (i / fronds) * Math.PI * 2 + plant.between(-0.3, 0.3)
        const long = plant.between(0.62, 0.95) * size
        const points = [0, 0.5, 1].map((t) => [x + Math.cos(angle) * long * t, 0.05 + 0.62 * Math.sin(t * 2.3) * long, z + Math.sin(angle) * long * t, 0.05 + size * (0.13 * Math.sin(t * Math.PI) + 0.03 * (1 - t))] as const)
        plant.strip(points, new Vector3(-Math.sin(angle), 0, Math.cos(angle)), { tile: 'frond', along: 'u' }, leaves('#5d8248', 0.16))
      }
    }
  },
  reed(plant) {
    for (let i = 0; i < 18; i++) {
      const angle = plant.between(0, Math.PI)
      const x = plant.between(-0.45, 0.45)
      const z = plant.between(-0.45, 0.45)
      const high = plant.between(1.1, 1.9)
      const lean = plant.between(-0.3, 0.3)
      const middle = [x + lean * 0.3, high * 0.6, z + lean * 0.2] as const
      const tip = [x + lean, high, z + lean * 0.6] as const
      if (i % 4 !== 0) {
        plant.strip([[x, -0.3, z, 0.026], [...middle, 0.024], [...tip, 0.004]], new Vector3(Math.cos(angle), 0, Math.sin(angle)), { tile: 'solid', along: 'u' }, leaves('#75894f', 0.4))
        continue
      }
      // what bears a head is round, or from its edge the head would hang in the air
      plant.tube([[x, -0.3, z, 0.016], [...middle, 0.013], [...tip, 0.01]], 3, leaves('#a09a5a', 0.4))
      plant.tube([[x + lean * 0.8, high * 0.86, z + lean * 0.5, 0.035], [x + lean * 0.97, high * 1.03, z + lean * 0.6, 0.03]], 4, wood('#6b4a32', 0.4))
    }
  },
  shrub(plant) {
    // thorny twigs from one foot, with few dry leaves about their ends
    const twig = wood('#8a7a66')
    for (let i = 0; i < 7; i++) {
      const angle = i * 2.39996
      const reach = plant.between(0.35, 0.75)
      const high = plant.between(0.55, 1)
      const [x, z] = [Math.cos(angle) * reach, Math.sin(angle) * reach]
      plant.tube([[0, -0.1, 0, 0.035], [x * 0.5, high * 0.55, z * 0.5, 0.022], [x, high, z, 0.006]], 3, twig)
      plant.card(new Vector3(x * 0.85, high * 0.9, z * 0.85), { right: new Vector3(-Math.sin(angle), 0.2, Math.cos(angle)).multiplyScalar(0.34), up: new Vector3(x * 0.3, 0.27, z * 0.3) }, { tile: 'sprig', normal: UP, low: 0.7, high: 1.15 }, leaves('#8d8763', 0.1))
    }
  },
  tussock(plant) {
    for (let i = 0; i < 12; i++) {
      const angle = i * 2.39996
      const out = plant.between(0.16, 0.46)
      const high = plant.between(0.32, 0.62)
      const [x, z] = [Math.cos(angle), Math.sin(angle)]
      plant.strip([[x * 0.06, -0.06, z * 0.06, 0.022], [x * out * 0.5, high * 0.75, z * out * 0.5, 0.018], [x * out, high, z * out, 0.004]], new Vector3(-z, 0, x), { tile: 'solid', along: 'u' }, leaves(i % 3 === 0 ? '#c9b078' : '#b79f68', 0.35))
    }
  },
  sedge(plant) {
    // a tuft on a foot of its own old leaves, arching to all sides
    for (let i = 0; i < 26; i++) {
      const angle = i * 2.39996
      const share = Math.sqrt((i + 0.5) / 26)
      const out = share * plant.between(0.42, 0.7)
      const high = plant.between(0.5, 0.86) * (1.15 - 0.5 * share)
      const [x, z] = [Math.cos(angle), Math.sin(angle)]
      const foot = 0.16 * share
      plant.strip([[x * foot, -0.1, z * foot, 0.03], [x * (foot + out * 0.45), high, z * (foot + out * 0.45), 0.024], [x * (foot + out), high * (0.9 - 0.45 * share), z * (foot + out), 0.004]], new Vector3(-z, 0, x), { tile: 'solid', along: 'u' }, leaves(i % 5 === 0 ? '#a89f62' : i % 2 === 0 ? '#7d9550' : '#6c8748', 0.3))
    }
  },
  flower(plant) {
    for (let i = 0; i < 12; i++) {
      const reach = 0.95 * Math.sqrt((i + 0.5) / 12)
      const x = Math.cos(i * 2.39996) * reach + plant.between(-0.15, 0.15)
      const z = Math.sin(i * 2.39996) * reach + plant.between(-0.15, 0.15)
      const high = plant.between(0.24, 0.5)
      const angle = plant.between(0, Math.PI)
      plant.strip([[x, -0.05, z, 0.014], [x + 0.03, high, z, 0.01]], new Vector3(Math.cos(angle), 0, Math.sin(angle)), { tile: 'solid', along: 'u' }, { ...wood('#6f8f47'), sway: 0.3 })
      const tip = plant.between(0.4, 1)
      const facing = new Vector3(Math.cos(angle) * tip, 1, Math.sin(angle) * tip).normalize()
      const right = new Vector3(-facing.z, 0, facing.x).normalize()
      const size = plant.between(0.05, 0.08)
      plant.card(new Vector3(x + 0.03, high, z), { right: right.clone().multiplyScalar(size), up: new Vector3().crossVectors(facing, right).multiplyScalar(size) }, { tile: 'petals', normal: UP, low: 1, high: 1.12 }, { color: new Color(1, 1, 1), leaf: 1, sway: 0.3 })
    }
  },
  heather(plant) {
    crossed(plant, { tile: 'sprig', cards: 4, width: 0.9, height: 0.5, spread: 0.22 }, leaves('#a4708f', 0.08))
    crossed(plant, { tile: 'sprig', cards: 2, width: 0.8, height: 0.34, spread: 0.3 }, leaves('#7a8458', 0.06))
  },
}

/** The geometry of a species: position, normal, paint (linear colour, leaf share), uv into the leaf picture, sway. */
export function createPlantGeometry(species: SpeciesId, seed: number): BufferGeometry {
  const plant = new PlantBuilder(seed)
  BUILDERS[species](plant)
  return plant.build()
}
