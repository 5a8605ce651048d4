/** A dense pool of instances handed out in pages of fixed size: freeing moves the last page into the hole, so that nothing empty is drawn. */

/** Instances in a page. */
export const PAGE_INSTANCES = 16

/** What owns pages; `pages` is kept up to date when one of them moves. */
export type PageOwner = { pages: number[] }

/** A pool of pages; it moves numbers only, the owner of the arrays copies when told. */
export type PagePool = {
  /** Pages in use: those numbered below this. */
  readonly used: number
  /** Takes a page for `owner`; null when all are taken. */
  take(owner: PageOwner): number | null
  /** Frees all pages of `owner`; `move(from, to)` tells to copy a page's instances. */
  free(owner: PageOwner, move: (from: number, to: number) => void): void
  clear(): void
}

/** A pool of `capacity` pages. */
export function createPagePool(capacity: number): PagePool {
  const owners: PageOwner[] = []
  return {
    get used() {
      return owners.length
    },
    take(owner) {
      if (owners.length >= capacity) return null
      owner.pages.push(owners.length)
      owners.push(owner)
      return owners.length - 1
    },
    free(owner, move) {
      while (owner.pages.length > 0) {
        const hole = owner.pages.pop()!
        const last = owners.length - 1
        const lastOwner = owners.pop()!
        if (hole === last) continue
        move(last, hole)
        owners[hole] = lastOwner
        lastOwner.pages[lastOwner.pages.indexOf(last)] = hole
      }
    },
    clear() {
      for (const owner of owners) owner.pages.length = 0
      owners.length = 0
    },
  }
}
