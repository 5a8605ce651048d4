/** The animals around a viewer: no minds, nothing saved; a function of seed and place that moves by small steps. */
import { createRng, nextFloat } from '#core/rng.ts'
import { hashCell } from '#core/hash.ts'
import type { Ground } from '../physics/ground.ts'
import { type Animal, stepAnimal, type Threat } from './animal.ts'
import { floorAt, mayStand } from './animal-ground.ts'
import { ANIMAL_KINDS } from './animal-kinds.ts'
import { findHerd, HERD_CELL_METERS, type Herd } from './find-herd.ts'

/** The most animals at once. */
export const MOST_ANIMALS = 60
/** Herds come and go at this distance of their home and beyond; animals are drawn fading from FADE_METERS on. Metres. */
const HERD_METERS = 150
/** Nobody appears nearer than this, except where the viewer has just arrived. */
const APPEAR_METERS = 118
/** A viewer that moved this far between two steps has been put elsewhere. */
const JUMP_METERS = 40
const REACH_CELLS = Math.ceil(HERD_METERS / HERD_CELL_METERS)
/** Animals sleep from this hour to the other. */
const SLEEP_HOUR = 20.5
const WAKE_HOUR = 5.5

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

function seatHerd(herd: Herd, ground: Ground, animals: Animal[], asleep: boolean): void {
  const kind = ANIMAL_KINDS[herd.kind]!
  for (let i = 0; i < herd.count && animals.length < MOST_ANIMALS; i++) {
    const rng = createRng(hashCell(herd.seed, i, 77))
    let { x, z } = herd
    const reach = kind.aloft ? 14 : 2 + herd.count * 0.9
    for (let attempt = 0; attempt < 8; attempt++) {
      const tryX = herd.x + (nextFloat(rng) - 0.5) * 2 * reach
      const tryZ = herd.z + (nextFloat(rng) - 0.5) * 2 * reach
      if (!kind.aloft && !mayStand(ground, kind, tryX, tryZ)) continue
      x = tryX
      z = tryZ
      break
    }
    const size = 0.85 + 0.3 * nextFloat(rng)
    const y = floorAt(ground, x, z) + (kind.aloft ? 12 + 22 * (size - 0.85) : 0)
    const yaw = (nextFloat(rng) - 0.5) * Math.PI * 2
    animals.push({ kind, row: herd.kind, herd, rng, size, x, y, z, yaw, previous: { x, y, z, yaw }, doing: kind.aloft ? 'fly' : asleep ? 'sleep' : 'graze', left: nextFloat(rng) * 4, toX: x, toZ: z, speed: kind.aloft ? kind.run : 0 })
  }
}

/** No animals yet. */
export function createWildlife(ground: Ground): Wildlife {
  const animals: Animal[] = []
  const known = new Map<number, Herd | null>()
  const seated = new Set<Herd>()
  const moment = { ground, seconds: 0, asleep: false }
  let lastX = Infinity
  let lastZ = Infinity
  let cursor = 0

  function herdAt(cellX: number, cellZ: number): Herd | null {
    const key = (cellX + 0x2000000) * 0x4000000 + (cellZ + 0x2000000)
    let herd = known.get(key)
    if (herd === undefined) {
      if (known.size > 600) known.clear()
      herd = findHerd(ground, cellX, cellZ)
      known.set(key, herd)
    }
    return herd
  }

  function leave(viewer: { x: number; z: number }, asleep: boolean): void {
    for (let i = animals.length - 1; i >= 0; i--) {
      const animal = animals[i]!
      const dx = animal.x - viewer.x
      const dz = animal.z - viewer.z
      const away = dx * dx + dz * dz
      if (away > HERD_METERS * HERD_METERS * 1.5 || (animal.kind.aloft && asleep && away > APPEAR_METERS * APPEAR_METERS)) {
        animals[i] = animals[animals.length - 1]!
        animals.pop()
        let others = false
        for (const other of animals) others ||= other.herd === animal.herd
        if (!others) seated.delete(animal.herd)
      }
    }
  }

  function consider(viewer: { x: number; z: number }, cell: number, arriving: boolean, asleep: boolean): void {
    const side = REACH_CELLS * 2 + 1
    const herd = herdAt(Math.floor(viewer.x / HERD_CELL_METERS) + (cell % side) - REACH_CELLS, Math.floor(viewer.z / HERD_CELL_METERS) + Math.floor(cell / side) - REACH_CELLS)
    if (!herd) return
    const dx = herd.x - viewer.x
    const dz = herd.z - viewer.z
    const away = Math.sqrt(dx * dx + dz * dz)
    const aloft = ANIMAL_KINDS[herd.kind]!.aloft
    if (away > HERD_METERS || (!arriving && away < APPEAR_METERS + 16) || (aloft && asleep)) return
    for (const other of seated) if (other.seed === herd.seed) return
    if (animals.length + herd.count > MOST_ANIMALS) return
    seated.add(herd)
    seatHerd(herd, ground, animals, asleep)
  }

  return {
    animals,
    step(viewer, threats, hour, seconds) {
      const asleep = isAnimalNight(hour)
      const side = REACH_CELLS * 2 + 1
      const cells = side * side
      const arriving = !(Math.abs(viewer.x - lastX) + Math.abs(viewer.z - lastZ) < JUMP_METERS)
      lastX = viewer.x
      lastZ = viewer.z
      if (arriving) {
        animals.length = 0
        seated.clear()
        // from the middle outwards, so that what is near has room
        for (let ring = 0; ring <= REACH_CELLS; ring++) {
          for (let cell = 0; cell < cells; cell++) {
            if (Math.max(Math.abs((cell % side) - REACH_CELLS), Math.abs(Math.floor(cell / side) - REACH_CELLS)) === ring) consider(viewer, cell, true, asleep)
          }
        }
      } else {
        leave(viewer, asleep)
        cursor = (cursor + 1) % cells
        consider(viewer, cursor, false, asleep)
      }
      moment.seconds = seconds
      moment.asleep = asleep
      for (const animal of animals) {
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
        stepAnimal(animal, moment, fright)
      }
    },
  }
}
