/** The session's end of the minds worker, over real message channels. */
import { describe, expect, it } from 'vitest'
import { serve } from '#core/tasks/serve.ts'
import type { Port } from '#core/tasks/protocol.ts'
import type { Thread } from '#core/tasks/thread.ts'
import { NO_LIMITS } from '#minds/scheduler/budget.ts'
import { createMindsLink } from '#session/minds-link.ts'

type FakeWorker = Thread & { die(): void; readonly told: Array<[string, unknown]> }

function spawnInto(workers: FakeWorker[]): () => Thread {
  return () => {
    const told: Array<[string, unknown]> = []
    const { port1, port2 } = new MessageChannel()
    const note = (name: string, result: unknown) => ({
      run: (request: unknown) => {
        told.push([name, request])
        return name === 'memories-find' ? new Promise<never>(() => undefined) : result
      },
    })
    const names = ['world-open', 'world-let-go', 'events-observe', 'thought-think', 'memories-find', 'memory-edit', 'memory-status', 'memory-flush', 'world-export', 'world-import', 'world-forget', 'endpoint-set', 'endpoint-test', 'trial-set', 'chaos-set', 'budget-set']
    serve(port2 as unknown as Port, Object.fromEntries(names.map((name) => [name, note(name, {})])) as never)
    let die = (): void => undefined
    port1.start()
    const worker: FakeWorker = {
      told,
      postMessage: (message, transfer) => port1.postMessage(message, transfer),
      addEventListener: (type, listener) => {
        if (type === 'error') die = () => listener({ type: 'error', message: 'planted' })
        else port1.addEventListener(type, listener as never)
      },
      terminate: () => {
        port1.close()
        port2.close()
      },
      die: () => die(),
    }
    workers.push(worker)
    return worker
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))
const deaf = { trialEnded: () => undefined, modelStatus: () => undefined, memoryStatus: () => undefined, modelLoading: () => undefined }

describe('minds link', () => {
  it('[SES-7] sets world, endpoint and budget again in a worker that replaces a dead one', async () => {
    const workers: FakeWorker[] = []
    const alive: boolean[] = []
    const link = createMindsLink(spawnInto(workers), { ...deaf, restarted: (is) => alive.push(is) })
    await link.openWorld('amber', 'keep')
    await link.setEndpoint({ kind: 'builtin' })
    await link.setBudget({ ...NO_LIMITS, tokensPerDay: 5, paused: true })
    workers[0]?.die()
    await settle()
    expect(alive).toEqual([true])
    expect(workers[1]?.told).toEqual(workers[0]?.told)
    link.dispose()
  })

  it('[MOD-80] sets what is tried, and trouble on purpose, again in a worker that replaces a dead one; another choice ends it', async () => {
    const workers: FakeWorker[] = []
    let ended = 0
    const link = createMindsLink(spawnInto(workers), { ...deaf, trialEnded: () => ended++, restarted: () => undefined })
    await link.setChaos({ share: 0.5, kinds: ['drop'] })
    await link.setTrial({ kind: 'rules-at-speed', tokensPerSecond: 43 })
    workers[0]?.die()
    await settle()
    expect(workers[1]?.told).toEqual(workers[0]?.told)
    expect(ended).toBe(0)
    await link.setEndpoint({ kind: 'builtin' })
    expect(ended).toBe(1)
    workers[1]?.die()
    await settle()
    expect(workers[2]?.told.join(' ')).not.toContain('trial')
    link.dispose()
  })

  it('[MOD-109] what is tried is not told as tried where something else was chosen before the minds answered', async () => {
    const workers: FakeWorker[] = []
    const link = createMindsLink(spawnInto(workers), { ...deaf, restarted: () => undefined })
    const [overtaken, chosen] = [link.setTrial({ kind: 'rules-at-speed', tokensPerSecond: 43 }), link.setEndpoint({ kind: 'builtin' })]
    const [older, newer] = [link.setTrial({ kind: 'rules-at-speed', tokensPerSecond: 43 }), link.setTrial({ kind: 'rules-at-speed', tokensPerSecond: 250 })]
    expect([await overtaken, await older]).toEqual([null, null])
    expect([await chosen, await newer]).not.toContain(null)
    link.dispose()
  })

  it('[SES-8] rejects what a dead worker owed', async () => {
    const workers: FakeWorker[] = []
    const link = createMindsLink(spawnInto(workers), { ...deaf, restarted: () => undefined })
    const owed = link.ask('memories-find', { npcId: 'npc:0,0/1', query: null, limit: 1, view: null })
    await settle()
    workers[0]?.die()
    await expect(owed).rejects.toThrow('stopped')
    link.dispose()
  })

  it('[SES-7] gives up after five deaths and says so', async () => {
    const workers: FakeWorker[] = []
    const alive: boolean[] = []
    const link = createMindsLink(spawnInto(workers), { ...deaf, restarted: (is) => alive.push(is) })
    for (let i = 0; i < 6; i++) workers.at(-1)?.die()
    expect(alive).toEqual([true, true, true, true, true, false])
    await expect(link.ask('memory-status', null)).rejects.toThrow('stopped')
    link.dispose()
  })

  it('[SES-13] starts after the first picture, and then asks in order what waited', async () => {
    const workers: FakeWorker[] = []
    let begin = (): void => undefined
    const link = createMindsLink(spawnInto(workers), { ...deaf, restarted: () => undefined }, new Promise((resolve) => (begin = resolve)))
    const asked = [link.openWorld('amber', 'keep'), link.setEndpoint({ kind: 'builtin' }), link.ask('memory-status', null)]
    await settle()
    expect(workers).toEqual([])
    begin()
    await Promise.all(asked)
    expect(workers).toHaveLength(1)
    expect(workers[0]?.told.map(([name]) => name)).toEqual(['world-open', 'endpoint-set', 'memory-status'])
    link.dispose()
  })

  it('[SES-13] rejects what waited when the session ends before the first picture', async () => {
    const workers: FakeWorker[] = []
    let begin = (): void => undefined
    const link = createMindsLink(spawnInto(workers), { ...deaf, restarted: () => undefined }, new Promise((resolve) => (begin = resolve)))
    const owed = link.ask('memory-status', null)
    link.dispose()
    await expect(owed).rejects.toThrow('ended')
    begin()
    await settle()
    expect(workers).toEqual([])
  })
})
