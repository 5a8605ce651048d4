/** Several model servers behind one address, asked by the app's own client as fifty people would. */
import { afterEach, describe, expect, it } from 'vitest'
import { createOpenAiCompatible } from '#platform/models/openai-compatible.ts'
import { testEndpoint } from '#platform/models/probe.ts'
import { askModel } from '#test/support/ask-model.ts'
import { startCluster, talkRounds, type Cluster, type Routing } from '#test/support/cluster.ts'

const PEOPLE = 15
const ROUNDS = 3
const open: Cluster[] = []
afterEach(() => {
  for (const cluster of open.splice(0)) cluster.stop()
})

async function start(routing: Routing, mostOpen = Infinity): Promise<Cluster> {
  const cluster = await startCluster({ servers: 4, tokensPerSecond: 0, routing, mostOpen })
  open.push(cluster)
  return cluster
}

describe('a cluster behind one address', () => {
  it('[MOD-85] passes the connection test and shares the work of many calls at once by turns', async () => {
    const cluster = await start('turns')
    expect((await testEndpoint({ kind: 'openai-compatible', baseUrl: cluster.url }, () => undefined)).ok).toBe(true)
    const { answered, tokens } = await talkRounds(cluster, PEOPLE, ROUNDS)
    expect(answered).toBe(PEOPLE * ROUNDS)
    expect(tokens).toBeGreaterThan(500)
    expect(Math.max(...cluster.counts.answers) - Math.min(...cluster.counts.answers)).toBeLessThanOrEqual(1)
  })

  it('[MOD-85] the beginning of a person’s prompt is the same in every call, so that affinity finds it warm where turns do not', async () => {
    const [byTurns, byAffinity] = [await start('turns'), await start('affinity')]
    for (const cluster of [byTurns, byAffinity]) expect((await talkRounds(cluster, PEOPLE, ROUNDS)).answered).toBe(PEOPLE * ROUNDS)
    const share = ({ counts }: Cluster) => counts.warm / (counts.warm + counts.cold)
    // each person's first call is cold wherever it goes
    expect(share(byAffinity)).toBeCloseTo((ROUNDS - 1) / ROUNDS, 2)
    expect(share(byTurns)).toBeLessThan(0.2)
    expect(byAffinity.counts.answers.filter((count) => count > 0).length).toBeGreaterThan(1)
  })

  it('[MOD-85] a cluster that is full asks to wait a moment, is waited for, and everybody gets an answer', async () => {
    const cluster = await start('affinity', 3)
    const { answered } = await talkRounds(cluster, PEOPLE, ROUNDS)
    expect(cluster.counts.refused).toBeGreaterThan(0)
    expect(answered).toBe(PEOPLE * ROUNDS)
  })

  it('[MOD-85] no header is sent that a strict server would refuse in preflight', async () => {
    const seen = new Set<string>()
    const model = createOpenAiCompatible({ kind: 'openai-compatible', baseUrl: 'http://127.0.0.1:9', model: 'm', apiKey: 'sk-some-key-of-length' }, {
      fetch: (_, init) => {
        for (const name of new Headers(init?.headers).keys()) seen.add(name)
        return Promise.resolve(new Response('data: {"choices":[{"delta":{"content":"Good day."},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n', { headers: { 'content-type': 'text/event-stream' } }))
      },
    })
    expect((await askModel(model)).generation.ok).toBe(true)
    expect([...seen].sort()).toEqual(['authorization', 'content-type'])
  })
})
