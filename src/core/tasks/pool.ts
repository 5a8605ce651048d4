/** Several workers of one kind behind one queue: most urgent first, what nobody wants is dropped, a dead worker is replaced. */
import { createClient, type Client } from './client.ts'
import type { Port, Protocol, RequestOf, ResultOf, TaskName, Transferable } from './protocol.ts'

/** One piece of work, and whom to tell of its end; exactly one of `done`, `failed` and `dropped` is called, unless the pool forgets it. */
export type Job<P extends Protocol, N extends TaskName<P> = TaskName<P>> = {
  readonly name: N
  /** How soon it is wanted: the smallest number goes first, null = not any more. Asked again whenever a worker is free. */
  urgency(): number | null
  /** Makes the request just before it is sent, so that buffers are lent only to work that starts; called again when a worker died with it. */
  prepare(): { readonly request: RequestOf<P, N>; readonly transfer: Transferable[] }
  done(result: ResultOf<P, N>): void
  /** The worker refused, or workers died with it `MOST_DEATHS` times, or no worker is left; `reason` in words. */
  failed(reason: string): void
  /** It left the queue without being sent. */
  dropped(): void
}

/** How a pool is made. */
export type PoolOptions = {
  readonly ports: readonly Port[]
  /** Jobs that wait at one port at a time, so that a worker never idles and never hoards. Default 2. */
  readonly maxPerPort?: number
  /** A new port in place of a dead one, or null when there is none to be had. */
  readonly respawn?: (index: number, reason: string) => Port | null
}

/** See `createPool`. */
export type Pool<P extends Protocol> = {
  /** Puts a job in the queue; sending begins after the caller's turn, so that of a batch the most urgent goes first. */
  submit<N extends TaskName<P>>(job: Job<P, N>): void
  /** Takes a job out of the queue; one that was sent already goes on, but its result is ignored. */
  cancel<N extends TaskName<P>>(job: Job<P, N>): void
  /** Sends what can be sent now and drops what nobody wants; called by itself after every answer. */
  pump(): void
  /** Empties the queue; every answer still on its way will be ignored. No job is told. */
  forget(): void
  /** The worker at `index` died: its jobs are asked again elsewhere. */
  portFailed(index: number, reason: string): void
  /** Ends all channels; jobs are forgotten. */
  close(reason: string): void
  readonly queued: number
  readonly running: number
  /** Ports that still work. */
  readonly alive: number
}

/** A job that killed this many workers is given up. */
export const MOST_DEATHS = 3

type AnyJob = Job<Protocol, string>
/** A job on its way: whether its answer still counts, and how many workers died with it. */
type Entry = { readonly job: AnyJob; wanted: boolean; deaths: number }
type Seat = { client: Client<Protocol> | null; readonly running: Set<Entry> }

/** Opens a pool over `ports`. */
export function createPool<P extends Protocol>(options: PoolOptions): Pool<P> {
  const { maxPerPort = 2, respawn } = options
  const seats: Seat[] = options.ports.map((port) => ({ client: createClient(port), running: new Set() }))
  const queue: Entry[] = []
  let pumpAwaited = false

  function takeMostUrgent(): Entry | null {
    let best: Entry | null = null
    let bestUrgency = Infinity
    let kept = 0
    for (let i = 0; i < queue.length; i++) {
      const entry = queue[i]!
      const urgency = entry.job.urgency()
      if (urgency === null) {
        entry.job.dropped()
        continue
      }
      queue[kept++] = entry
      if (urgency < bestUrgency || best === null) {
        best = entry
        bestUrgency = urgency
      }
    }
    queue.length = kept
    if (best) queue.splice(queue.indexOf(best), 1)
    return best
  }

  function freestSeat(): Seat | null {
    let freest: Seat | null = null
    for (const seat of seats) {
      if (seat.client && seat.running.size < maxPerPort && (!freest || seat.running.size < freest.running.size)) freest = seat
    }
    return freest
  }

  function send(seat: Seat, client: Client<Protocol>, entry: Entry): void {
    const { request, transfer } = entry.job.prepare()
    seat.running.add(entry)
    // an entry that left the seat before its answer came belonged to a worker that died
    const leave = (): boolean => seat.client === client && seat.running.delete(entry) && entry.wanted
    client.ask(entry.job.name, request, { transfer }).then(
      (result) => {
        if (leave()) entry.job.done(result)
        pump()
      },
      (error: unknown) => {
        if (leave()) entry.job.failed(error instanceof Error ? error.message : String(error))
        pump()
      },
    )
  }

  function pump(): void {
    for (;;) {
      const seat = freestSeat()
      if (!seat?.client) return
      const entry = takeMostUrgent()
      if (!entry) return
      send(seat, seat.client, entry)
    }
  }

  function pumpSoon(): void {
    if (pumpAwaited) return
    pumpAwaited = true
    void Promise.resolve().then(() => {
      pumpAwaited = false
      pump()
    })
  }

  const isDead = (): boolean => seats.every((seat) => seat.client === null)

  return {
    submit(job) {
      const entry: Entry = { job: job as unknown as AnyJob, wanted: true, deaths: 0 }
      if (isDead()) entry.job.failed('pool: no worker is left')
      else queue.push(entry)
      pumpSoon()
    },
    cancel(job) {
      const place = queue.findIndex((entry) => (entry.job as unknown) === job)
      if (place >= 0) queue.splice(place, 1)[0]!.job.dropped()
      for (const seat of seats) for (const entry of seat.running) if ((entry.job as unknown) === job) entry.wanted = false
    },
    pump,
    forget() {
      queue.length = 0
      for (const seat of seats) for (const entry of seat.running) entry.wanted = false
    },
    portFailed(index, reason) {
      const seat = seats[index]
      if (!seat?.client) return
      const dying = seat.client
      const port = respawn?.(index, reason) ?? null
      seat.client = port ? createClient(port) : null
      const orphans = [...seat.running]
      seat.running.clear()
      dying.close(reason)
      for (const entry of orphans) {
        if (!entry.wanted) continue
        entry.deaths++
        if (entry.deaths < MOST_DEATHS && !isDead()) queue.push(entry)
        else entry.job.failed(reason)
      }
      if (isDead()) for (const entry of queue.splice(0)) entry.job.failed(reason)
      pumpSoon()
    },
    close(reason) {
      queue.length = 0
      for (const seat of seats) {
        const { client } = seat
        seat.client = null
        seat.running.clear()
        client?.close(reason)
      }
    },
    get queued() {
      return queue.length
    },
    get running() {
      return seats.reduce((sum, seat) => sum + seat.running.size, 0)
    },
    get alive() {
      return seats.reduce((sum, seat) => sum + (seat.client ? 1 : 0), 0)
    },
  }
}
