/** One tab writes a world's memories: the right to do so, held as a lock while the tab lives. */

/** Whether this tab may write, and why not. */
export type WriterClaim = { readonly writes: boolean; readonly reason: 'other-tab' | null; release(): void }

const FREE: WriterClaim = { writes: true, reason: null, release: () => undefined }

/** Claims the memories of a seed; where browsers have no locks everybody may write. */
export async function claimWriter(seed: string): Promise<WriterClaim> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as { locks?: LockManager }).locks
  if (!locks) return FREE
  return new Promise((resolve) => {
    locks
      .request(`percipi memories of ${seed}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve({ writes: false, reason: 'other-tab', release: () => undefined })
          return undefined
        }
        return new Promise<void>((release) => resolve({ writes: true, reason: null, release }))
      })
      .catch(() => resolve(FREE))
  })
}
