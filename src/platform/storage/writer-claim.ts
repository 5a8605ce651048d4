/** One tab writes a world and its memories: the right to do so, held as a lock while the tab lives. */

/** Whether this tab may write, and why not. */
export type WriterClaim = { readonly writes: boolean; readonly reason: 'other-tab' | null; release(): void }

const FREE: WriterClaim = { writes: true, reason: null, release: () => undefined }
const TAKEN: WriterClaim = { writes: false, reason: 'other-tab', release: () => undefined }
/** How long one waits for a page that is just being left, as in a reload, milliseconds. */
const PATIENCE_MS = 400

/** Claims the kept state or the memories of a seed; where browsers have no locks everybody may write. */
export async function claimWriter(seed: string, what: 'world' | 'memories' = 'memories'): Promise<WriterClaim> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as { locks?: LockManager }).locks
  if (!locks) return FREE
  return new Promise((resolve) => {
    locks
      .request(`percipi ${what} of ${seed}`, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => new Promise<void>((release) => resolve({ writes: true, reason: null, release })))
      .catch((error: unknown) => resolve(error instanceof DOMException && (error.name === 'AbortError' || error.name === 'TimeoutError') ? TAKEN : FREE))
  })
}
