/** One tab keeps a world and its memories: the right to do so, held as a lock while the tab lives, and how it passes to another tab. */

/** Whether this tab may write, and why not; both change when the right passes to another tab. */
export type WriterClaim = { readonly writes: boolean; readonly reason: 'other-tab' | null; release(): void }

/** How a right is claimed. */
export type ClaimWishes = {
  /** Takes the right from the tab that has it: that tab is asked to write what is left and let go; one that does not answer loses it. */
  take?: boolean
  /** Called when another tab takes the right: resolves once all that is left is written. */
  beforeHandOver?(): Promise<void>
  /** Called when the right has passed to another tab. */
  lost?(): void
}

const FREE: WriterClaim = { writes: true, reason: null, release: () => undefined }
const TAKEN: WriterClaim = { writes: false, reason: 'other-tab', release: () => undefined }
/** How long one waits for a page that is just being left, as in a reload, milliseconds. */
const PATIENCE_MS = 400
/** How long one waits for a tab to write what is left, milliseconds; one that sleeps answers never. */
const HAND_OVER_MS = 5_000
const LET_GO = 'let go'

/** Claims what is kept of a seed; where browsers have no locks everybody may write. */
export async function claimWriter(seed: string, wishes: ClaimWishes = {}): Promise<WriterClaim> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as { locks?: LockManager }).locks
  if (!locks) return FREE
  const name = `percipi world of ${seed}`
  // without a clock first: a page too busy to hear in time that the lock is its own must not take itself for a second tab
  if (wishes.take !== true) return (await hold(locks, name, { ifAvailable: true }, wishes)) ?? (await hold(locks, name, { signal: AbortSignal.timeout(PATIENCE_MS) }, wishes)) ?? TAKEN
  const channel = openChannel(name)
  channel?.postMessage(LET_GO)
  const handed = await hold(locks, name, { signal: AbortSignal.timeout(HAND_OVER_MS) }, wishes)
  channel?.close()
  return handed ?? (await hold(locks, name, { steal: true }, wishes)) ?? TAKEN
}

/** Waits for the lock; null when it did not come in time. */
function hold(locks: LockManager, name: string, options: LockOptions, wishes: ClaimWishes): Promise<WriterClaim | null> {
  return new Promise((resolve) => {
    let claim: { writes: boolean; reason: 'other-tab' | null; release(): void } | null = null
    let stopListening = (): void => undefined
    const lose = (): void => {
      if (!claim?.writes) return
      claim.writes = false
      claim.reason = 'other-tab'
      stopListening()
      wishes.lost?.()
    }
    locks
      .request(name, options, (lock) => lock === null ? resolve(null) : new Promise<void>((free) => {
        claim = {
          writes: true,
          reason: null,
          release() {
            if (claim) claim.writes = false
            stopListening()
            free()
          },
        }
        stopListening = listenForTakers(name, async () => {
          await wishes.beforeHandOver?.().catch(() => undefined)
          lose()
          free()
        })
        resolve(claim)
      }))
      .catch((error: unknown) => {
        // a lock that was held and is lost was taken by force
        if (claim) lose()
        else resolve(error instanceof DOMException && (error.name === 'AbortError' || error.name === 'TimeoutError') ? null : FREE)
      })
  })
}

/** Calls back once when another tab asks for the lock; returns a function that stops listening. */
function listenForTakers(name: string, asked: () => Promise<void>): () => void {
  const channel = openChannel(name)
  if (!channel) return () => undefined
  channel.onmessage = ({ data }) => {
    if (data !== LET_GO) return
    channel.onmessage = null
    void asked()
  }
  return () => channel.close()
}

function openChannel(name: string): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
}
