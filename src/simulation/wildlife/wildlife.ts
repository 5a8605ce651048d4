/** The animals around a viewer: no minds, nothing saved; a function of seed and place that moves by small steps. */
import { createRng, nextFloat } from '#core/rng.ts'
import { hashCell } from '#core/hash.ts'
import type { Ground } from '../physics/ground.ts'
import { type Animal, stepAnimal, type Threat } from './animal.ts'
import { ANIMAL_KINDS } from './animal-kinds.ts'
import { findHerd, HERD_CELL_METERS, type Herd } from './find-herd.ts'
import { createFooting, type Footing } from './footing.ts'

/** The most animals at once. */
export const MOST_ANIMALS = 60
/** Herds come and go at this distance of their home and beyond; animals are drawn fading from FADE_METERS on. Metres. */
const HERD_METERS = 150
/** Nobody appears nearer than this, except where the viewer has just arrived. */
const APPEAR_METERS = 118
/** A viewer that moved this far between two steps has been put elsewhere. */
const JUMP_METERS = 40
const REACH_CELLS = Math.ceil(HERD_METERS / HERD_CELL_METERS)
const SIDE_CELLS = REACH_CELLS * 2 + 1
/** The most animals in the air by nature: a fifth of those at once, and of those already there. */
const MOST_ALOFT = 8
const ALOFT_SHARE = 0.2
/** Animals further than this take one long step for so many short ones. Metres. */
const NEAR_METERS = 45
const FAR_STEPS = 4
/** Animals sleep from this hour to the other; flocks in the air fly away before. */
const SLEEP_HOUR = 20.5
const WAKE_HOUR = 5.5
const LEAVE_HOUR = 20

/** The cells around a viewer's own, nearest first: steps along x and z in turn. */
const NEAREST_CELLS: readonly (readonly [number, number])[] = Array.from({ length: SIDE_CELLS * SIDE_CELLS }, (_, cell) => [(cell % SIDE_CELLS) - REACH_CELLS, Math.floor(cell / SIDE_CELLS) - REACH_CELLS] as const).sort((a, b) => a[0] * a[0] + a[1] * a[1] - b[0] * b[0] - b[1] * b[1])

/** The animals of a run. */
export type Wildlife = {
  readonly animals: Animal[]
  /** One step of `seconds` around a viewer at hour `hour`; `threats` are the places of the player and of people nearby. */
  step(viewer: { x: number; z: number }, threats: readonly Threat[], hour: number, seconds: number): void
}

/** Whether animals sleep at an hour of the day. */
function isAnimalNight(hour: number): boolean {
  return hour >= SLEEP_HOUR || hour < WAKE_HOUR
}

function seatHerd(herd: Herd, footing: Footing, animals: Animal[], asleep: boolean): void {
  const kind = ANIMAL_KINDS[herd.kind]!
  for (let i = 0; i < herd.count && animals.length < MOST_ANIMALS; i++) {
    const rng = createRng(hashCell(herd.seed, i, 77))
    let { x, z } = herd
    const reach = kind.aloft ? 14 : 2 + herd.count * 0.9
    for (let attempt = 0; attempt < 8; attempt++) {
      const tryX = herd.x + (nextFloat(rng) - 0.5) * 2 * reach
      const tryZ = herd.z + (nextFloat(rng) - 0.5) * 2 * reach
      if (!kind.aloft && !footing.mayStand(kind, tryX, tryZ)) continue
      x = tryX
      z = tryZ
      break
    }
    const size = 0.85 + 0.3 * nextFloat(rng)
    const floor = footing.floorAt(x, z)
    const y = floor + (kind.aloft ? 12 + 22 * (size - 0.85) : 0)
    const yaw = (nextFloat(rng) - 0.5) * Math.PI * 2
    animals.push({ kind, row: herd.kind, herd, rng, size, x, y, z, yaw, previous: { x, y, z, yaw }, doing: kind.aloft ? 'fly' : asleep ? 'sleep' : 'graze', left: nextFloat(rng) * 4, toX: x, toZ: z, speed: kind.aloft ? kind.run : 0, span: 0, since: 0, floor, floorX: x, floorZ: z })
  }
}

function frightOf(animal: Animal, threats: readonly Threat[]): Threat | null {
  let fright: Threat | null = null
  let nearest = 1
  for (const threat of threats) {
    const reach = animal.kind.startle * threat.alarm
    const dx = animal.x - threat.x
    const dz = animal.z - threat.z
    const share = (dx * dx + dz * dz) / (reach * reach + 0.001)
    if (share < nearest) {
      nearest = share
      fright = threat
    }
  }
  return fright
}

/** No animals yet. */
export function createWildlife(ground: Ground): Wildlife {
  const footing = createFooting(ground)
  const animals: Animal[] = []
  const known = new Map<number, Herd | null>()
  const seated = new Set<Herd>()
  let lastX = Infinity
  let lastZ = Infinity
  let cursor = 0
  /** Cells yet to look at after an arrival, and the cell arrived in. */
  let arriving = 0
  let homeX = 0
  let homeZ = 0

  function herdAt(cellX: number, cellZ: number): Herd | null {
    const key = (cellX + 0x2000000) * 0x4000000 + (cellZ + 0x2000000)
    let herd = known.get(key)
    if (herd === undefined) {
      if (known.size > 600) known.clear()
      herd = findHerd(footing, cellX, cellZ)
      known.set(key, herd)
    }
    return herd
  }

  function leave(viewer: { x: number; z: number }, leaving: boolean): void {
    for (let i = animals.length - 1; i >= 0; i--) {
      const animal = animals[i]!
      const dx = animal.x - viewer.x
      const dz = animal.z - viewer.z
      const away = dx * dx + dz * dz
      const goes = leaving && animal.kind.aloft
      if (goes) {
        // straight on and out of sight
        animal.toX = animal.x + dx * 4
        animal.toZ = animal.z + dz * 4
      }
      if (away < (goes ? APPEAR_METERS * APPEAR_METERS : HERD_METERS * HERD_METERS * 1.5)) continue
      animals[i] = animals[animals.length - 1]!
      animals.pop()
      let others = false
      for (const other of animals) others ||= other.herd === animal.herd
      if (!others) seated.delete(animal.herd)
    }
  }

  function consider(viewer: { x: number; z: number }, herd: Herd | null, leaving: boolean, asleep: boolean): void {
    if (!herd) return
    const dx = herd.x - viewer.x
    const dz = herd.z - viewer.z
    const away = Math.sqrt(dx * dx + dz * dz)
    if (away > HERD_METERS || (arriving === 0 && away < APPEAR_METERS + 16)) return
    for (const other of seated) if (other.seed === herd.seed) return
    if (animals.length + herd.count > MOST_ANIMALS) return
    if (ANIMAL_KINDS[herd.kind]!.aloft) {
      let aloft = herd.count
      for (const animal of animals) if (animal.kind.aloft) aloft++
      if (leaving || aloft > MOST_ALOFT || aloft > ALOFT_SHARE * (animals.length + herd.count)) return
    }
    seated.add(herd)
    seatHerd(herd, footing, animals, asleep)
  }

  /** One cell a step, for a herd costs milliseconds to find: nearest first after an arrival, then round and round. */
  function seek(viewer: { x: number; z: number }, leaving: boolean, asleep: boolean): void {
    if (arriving === 0) {
      homeX = Math.floor(viewer.x / HERD_CELL_METERS)
      homeZ = Math.floor(viewer.z / HERD_CELL_METERS)
    }
    const [stepX, stepZ] = NEAREST_CELLS[cursor]!
    consider(viewer, herdAt(homeX + stepX, homeZ + stepZ), leaving, asleep)
    cursor = (cursor + 1) % NEAREST_CELLS.length
    if (arriving > 0) arriving--
  }

  return {
    animals,
    step(viewer, threats, hour, seconds) {
      const asleep = isAnimalNight(hour)
      const leaving = asleep || hour >= LEAVE_HOUR
      if (!(Math.abs(viewer.x - lastX) + Math.abs(viewer.z - lastZ) < JUMP_METERS)) {
        animals.length = 0
        seated.clear()
        cursor = 0
        arriving = NEAREST_CELLS.length
        homeX = Math.floor(viewer.x / HERD_CELL_METERS)
        homeZ = Math.floor(viewer.z / HERD_CELL_METERS)
      }
      lastX = viewer.x
      lastZ = viewer.z
      leave(viewer, leaving)
      seek(viewer, leaving, asleep)
      for (const animal of animals) {
        animal.since += seconds
        const far = Math.abs(animal.x - viewer.x) + Math.abs(animal.z - viewer.z) > NEAR_METERS
        if (far && animal.since < seconds * FAR_STEPS - 1e-6) continue
        stepAnimal(animal, { footing, seconds: animal.since, asleep: animal.kind.aloft ? leaving : asleep }, frightOf(animal, threats))
      }
    },
  }
}
