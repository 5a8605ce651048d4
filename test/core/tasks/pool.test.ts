/** Tests of the pool, over real message channels and over ports that a test holds in its hand. */
import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { createPool, MOST_DEATHS, type Job } from '#core/tasks/pool.ts'
import type { Port, ToWorker } from '#core/tasks/protocol.ts'
import { serve } from '#core/tasks/serve.ts'

type Doubling = { tasks: { double: [number, number, never] }; news: Record<never, never> }
type Doubled = Job<Doubling, 'double'> & { outcome: string }

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function jobOf(number: number, urgency: () => number | null = () => number): Doubled {
  const job: Doubled = {
    name: 'double',
    outcome: 'open',
    urgency,
    prepare: () => ({ request: number, transfer: [] }),
    done: (result) => (job.outcome = `done ${result}`),
    failed: (reason) => (job.outcome = `failed ${reason}`),
    dropped: () => (job.outcome = 'dropped'),
  }
  return job
}

/** A port that only notes what it was asked. */
function createStillPort(): Port & { asked: number[]; reply(number: number): void } {
  const ids = new Map<number, number>()
  const port = {
    onmessage: null as Port['onmessage'],
    asked: [] as number[],
    postMessage(message: unknown) {
      const told = message as ToWorker
      if (told.type !== 'task') return
      ids.set(told.request as number, told.id)
      port.asked.push(told.request as number)
    },
    reply(number: number) {
      port.onmessage?.({ data: { type: 'result', id: ids.get(number), result: number * 2 } })
    },
  }
  return port
}

const channels: MessageChannel[] = []
afterEach(() => {
  for (const channel of channels.splice(0)) channel.port1.close()
})

/** A port whose other end doubles numbers on another channel end. */
function createChannelPort(): Port {
  const channel = new MessageChannel()
  channels.push(channel)
  const portOf = (end: MessageChannel['port1']): Port => {
    const port: Port = { postMessage: (message, transfer) => end.postMessage(message, transfer), onmessage: null }
    end.on('message', (data: unknown) => port.onmessage?.({ data }))
    return port
  }
  serve<Doubling>(portOf(channel.port2), {
    double: {
      run(number) {
        if (number < 0) throw new Error('too small')
        return number * 2
      },
    },
  })
  return portOf(channel.port1)
}

describe('pool', () => {
  it('[ST-22] gives every job its own answer, over message channels', async () => {
    const pool = createPool<Doubling>({ ports: [createChannelPort(), createChannelPort()] })
    const jobs = Array.from({ length: 40 }, (_, i) => jobOf(i))
    const bad = jobOf(-1)
    for (const job of [...jobs, bad]) pool.submit(job)
    for (let i = 0; i < 200 && pool.queued + pool.running > 0; i++) await settle()
    await settle()
    expect(jobs.map((job) => job.outcome)).toEqual(jobs.map((_, i) => `done ${i * 2}`))
    expect(bad.outcome).toBe('failed too small')
  })

  it('[ST-23] sends the most urgent first, two to a port, and asks for urgency anew each time', async () => {
    const port = createStillPort()
    const pool = createPool<Doubling>({ ports: [port] })
    let reversed = false
    for (const number of [5, 1, 4, 2, 3]) pool.submit(jobOf(number, () => (reversed ? -number : number)))
    await settle()
    expect(port.asked).toEqual([1, 2])
    expect(pool.running).toBe(2)
    reversed = true
    port.reply(1)
    await settle()
    expect(port.asked).toEqual([1, 2, 5])
  })

  it('[ST-24] drops what nobody wants without sending it, and lends nothing to it', async () => {
    const port = createStillPort()
    const pool = createPool<Doubling>({ ports: [port], maxPerPort: 1 })
    let wanted = true
    let prepared = 0
    const jobs = [1, 2, 3].map((number) => {
      const job = jobOf(number, () => (wanted ? number : null))
      return Object.assign(job, { prepare: () => (prepared++, { request: number, transfer: [] }) })
    })
    for (const job of jobs) pool.submit(job)
    await settle()
    wanted = false
    pool.pump()
    port.reply(1)
    await settle()
    expect(port.asked).toEqual([1])
    expect(prepared).toBe(1)
    expect(jobs.map((job) => job.outcome)).toEqual(['done 2', 'dropped', 'dropped'])
  })

  it('[ST-25] cancels by taking out of the queue, and ignores the answer of what was sent already', async () => {
    const port = createStillPort()
    const pool = createPool<Doubling>({ ports: [port], maxPerPort: 1 })
    const sent = jobOf(1)
    const queued = jobOf(2)
    const kept = jobOf(3)
    for (const job of [sent, queued, kept]) pool.submit(job)
    await settle()
    pool.cancel(sent)
    pool.cancel(queued)
    expect(port.asked).toEqual([1])
    port.reply(1)
    await settle()
    port.reply(3)
    await settle()
    expect([sent.outcome, queued.outcome, kept.outcome]).toEqual(['open', 'dropped', 'done 6'])
  })

  it('[ST-26] replaces a worker that died and asks its jobs again', async () => {
    const first = createStillPort()
    const second = createStillPort()
    const pool = createPool<Doubling>({ ports: [first], respawn: () => second })
    const jobs = [1, 2, 3].map((number) => jobOf(number))
    for (const job of jobs) pool.submit(job)
    await settle()
    pool.portFailed(0, 'it broke')
    await settle()
    expect(second.asked).toEqual([1, 2])
    // an answer of the dead is not heard
    first.reply(1)
    await settle()
    expect(jobs[0]!.outcome).toBe('open')
    for (const number of [1, 2, 3]) {
      second.reply(number)
      await settle()
    }
    expect(jobs.map((job) => job.outcome)).toEqual(['done 2', 'done 4', 'done 6'])
  })

  it('[ST-27] gives up a job that kills worker after worker, and everything when no worker is left', async () => {
    const ports = Array.from({ length: MOST_DEATHS + 1 }, createStillPort)
    let next = 1
    const pool = createPool<Doubling>({ ports: [ports[0]!], maxPerPort: 1, respawn: () => ports[next++] ?? null })
    const deadly = jobOf(1)
    pool.submit(deadly)
    for (let death = 0; death < MOST_DEATHS; death++) {
      await settle()
      pool.portFailed(0, 'it broke')
    }
    expect(deadly.outcome).toBe('failed it broke')
    const waiting = [jobOf(7), jobOf(8)]
    for (const job of waiting) pool.submit(job)
    await settle()
    pool.portFailed(0, 'it broke for good')
    expect(pool.alive).toBe(0)
    expect(waiting.map((job) => job.outcome)).toEqual(['failed it broke for good', 'failed it broke for good'])
    const late = jobOf(9)
    pool.submit(late)
    expect(late.outcome).toContain('no worker is left')
  })

  it('[ST-28] forgets a world: the queue is empty and late answers are ignored', async () => {
    const port = createStillPort()
    const pool = createPool<Doubling>({ ports: [port] })
    const jobs = [1, 2, 3].map((number) => jobOf(number))
    for (const job of jobs) pool.submit(job)
    await settle()
    pool.forget()
    const fresh = jobOf(4)
    pool.submit(fresh)
    port.reply(1)
    port.reply(2)
    await settle()
    port.reply(4)
    await settle()
    expect(jobs.map((job) => job.outcome)).toEqual(['open', 'open', 'open'])
    expect(fresh.outcome).toBe('done 8')
  })
})
