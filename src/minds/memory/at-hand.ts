/** Whose memories are at hand: whoever was heard of or asked lately; the others are put away and come back when they are wanted. */
import type { NpcId } from '#core/ids.ts'

/** See `createAtHand`. */
export type AtHand<Person> = {
  /** Somebody, loaded when not at hand. */
  get(npcId: NpcId): Promise<Person>
  /** Somebody, loaded anew in place of who is at hand. */
  again(npcId: NpcId): Promise<Person>
  /** Tells how late it is in the world, in world seconds. */
  hear(worldSeconds: number): void
  /** The latest moment heard of, world seconds. */
  readonly latest: number
  /** Puts away who was not used for a while, those of them that `keep` gives back; whoever is used meanwhile stays. `gone` hears of each who went. */
  putAway(keep: (npcIds: readonly NpcId[]) => Promise<readonly NpcId[]>, gone: (npcId: NpcId, person: Person) => void): Promise<void>
  clear(): void
  readonly size: number
}

/** So many people stay, those used last; others do for so long, world seconds, and go so many at a time. */
const MOST_PEOPLE = 48
const STAY_SECONDS = 1_200
const FEWEST = 8

/** Somebody at hand; `uses` and `at`, in world seconds, tell when last. */
type Held<Person> = { person: Promise<Person>; uses: number; at: number }

/** Nobody yet. Whoever `stays` is never put away. */
export function createAtHand<Person>(load: (npcId: NpcId) => Promise<Person>, stays: (npcId: NpcId) => boolean): AtHand<Person> {
  /** Who was used longest ago comes first. */
  const people = new Map<NpcId, Held<Person>>()
  let latest = 0
  let isBusy = false

  return {
    get(npcId) {
      const held = people.get(npcId) ?? { person: load(npcId), uses: 0, at: latest }
      held.uses++
      held.at = latest
      people.delete(npcId)
      people.set(npcId, held)
      return held.person
    },
    again(npcId) {
      const held = people.get(npcId)
      people.set(npcId, { person: load(npcId), uses: (held?.uses ?? 0) + 1, at: latest })
      return people.get(npcId)!.person
    },
    hear(worldSeconds) {
      latest = Math.max(latest, worldSeconds)
    },
    async putAway(keep, gone) {
      const over = [...people].slice(0, Math.max(0, people.size - MOST_PEOPLE))
      const idle = over.filter(([npcId, { at }]) => latest - at > STAY_SECONDS && !stays(npcId)).map(([npcId, held]) => ({ npcId, held, uses: held.uses }))
      if (isBusy || idle.length < FEWEST) return
      isBusy = true
      try {
        const loaded = await Promise.all(idle.map(({ held }) => held.person))
        const whole = new Set(await keep(idle.map(({ npcId }) => npcId)))
        idle.forEach(({ npcId, held, uses }, n) => {
          if (!whole.has(npcId) || people.get(npcId) !== held || held.uses !== uses) return
          people.delete(npcId)
          gone(npcId, loaded[n]!)
        })
      } finally {
        // one that failed is tried again
        isBusy = false
      }
    },
    clear() {
      people.clear()
      latest = 0
    },
    get latest() {
      return latest
    },
    get size() {
      return people.size
    },
  }
}
