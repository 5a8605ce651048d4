/** A stand-in for the browser's lock manager, which Node does not have: exclusive locks, in order, with waiting that is given up and stealing. */

type Holder = { steal(): void }
type Waiter = { grant(): void }

/** Locks as pages of one browser share them. */
export function createFakeLocks(): Pick<LockManager, 'request'> {
  const holders = new Map<string, Holder>()
  const queues = new Map<string, Waiter[]>()

  function next(name: string): void {
    if (holders.has(name)) return
    queues.get(name)?.shift()?.grant()
  }

  function request(name: string, options: LockOptions, callback: (lock: Lock | null) => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const grant = (): void => {
        const holder: Holder = { steal: () => reject(new DOMException('stolen', 'AbortError')) }
        holders.set(name, holder)
        const finish = (): void => {
          if (holders.get(name) !== holder) return
          holders.delete(name)
          next(name)
        }
        Promise.resolve(callback({ name, mode: 'exclusive' })).then(resolve, reject).finally(finish)
      }
      if (options.steal) {
        holders.get(name)?.steal()
        holders.delete(name)
        grant()
        return
      }
      if (options.ifAvailable && holders.has(name)) {
        Promise.resolve(callback(null)).then(resolve, reject)
        return
      }
      const queue = queues.get(name) ?? []
      queues.set(name, queue)
      const waiter = { grant }
      options.signal?.addEventListener('abort', () => {
        const at = queue.indexOf(waiter)
        if (at < 0) return
        queue.splice(at, 1)
        reject(options.signal?.reason)
      })
      queue.push(waiter)
      next(name)
    })
  }
  return { request: request as LockManager['request'] }
}
