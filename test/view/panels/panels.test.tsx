/** What panels decide and show. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ThoughtResult } from '#minds/minds-protocol.ts'
import { BeliefList, wayWords } from '#view/panels/belief-list.tsx'
import { BehindWords, producerWords } from '#view/panels/behind-words.tsx'
import { ConnectionTest } from '#view/panels/connection-test.tsx'
import { originOf } from '#session/kept-keys.ts'
import { addressProblem, keyFor } from '#view/panels/endpoint-draft.ts'
import { MindGroups } from '#view/panels/mind-groups.tsx'
import { MindSettings } from '#view/panels/mind-settings.tsx'
import { ProfileEditor } from '#view/panels/profile-editor.tsx'
import { KeptHere, keptWords } from '#view/panels/kept-here.tsx'
import { MoodSquare } from '#view/panels/mood-square.tsx'
import { NeedBars } from '#view/panels/need-bars.tsx'
import { seedProblem } from '#view/panels/seed-panel.tsx'
import { throwSeed } from '#view/panels/seed-words.ts'
import { WeighedOptions } from '#view/panels/weighed-options.tsx'
import { MindMenu } from '#view/hud/mind-menu.tsx'
import { MindSign } from '#view/hud/mind-sign.tsx'
import { createFakeSession, drawWith, modelStatus } from '../fake-session.ts'

const quiet = createFakeSession()

describe('seeds', () => {
  it('[UI-40] refuses what is no seed, with a sentence', () => {
    for (const good of ['amber-heron', 'Ærø 7', ' x ', 'a'.repeat(64)]) expect(seedProblem(good)).toBeNull()
    expect(seedProblem('  ')).toContain('at least one letter')
    expect(seedProblem('a'.repeat(65))).toContain('this has 65')
    expect(seedProblem('a\u0007b')).toContain('on one line')
  })

  it('[UI-40] throws two plain words that are a seed', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (number) => {
        const seed = throwSeed(() => number)
        expect(seed).toMatch(/^[a-z]+-[a-z]+$/)
        expect(seedProblem(seed)).toBeNull()
      }),
    )
    expect(throwSeed(() => 0)).not.toBe(throwSeed(() => 0.99))
  })
})

describe('endpoints', () => {
  it('[UI-41] says what is wrong with an address', () => {
    expect(addressProblem('http://localhost:11434/v1')).toBeNull()
    expect(addressProblem('')).toContain('Which server?')
    expect(addressProblem('localhost 11434')).toContain('not an address')
    expect(addressProblem('ftp://localhost/v1')).toContain('http://')
    expect(addressProblem('https://me:secret@example.org/v1')).toContain('key has its own field')
  })

  it('[UI-42] offers a key to no other origin', () => {
    const own = { id: 'p1', name: 'Own', endpoint: { kind: 'openai-compatible' as const, baseUrl: 'https://api.example.org/v1', apiKey: 'k' } }
    const bare = { ...own, id: 'p2', endpoint: { ...own.endpoint, apiKey: undefined } }
    const other = { ...own, id: 'p3', endpoint: { ...own.endpoint, apiKey: 'k3' } }
    expect(keyFor([own], 'p1', 'https://api.example.org/other/v1')).toBe(own)
    for (const address of ['http://api.example.org/v1', 'https://api.example.org.evil.net/v1', 'https://api.example.org:8443/v1', '', 'nonsense']) expect(keyFor([own, other], 'p1', address)).toBeNull()
    // a new model of the same service takes the key that is there; one with a key of its own keeps to that
    expect(keyFor([bare, own], 'p2', own.endpoint.baseUrl)).toBe(own)
    expect(keyFor([own, other], 'p3', own.endpoint.baseUrl)).toBe(other)
    expect(keyFor([bare], 'p2', own.endpoint.baseUrl)).toBeNull()
    expect(originOf('nonsense')).toBeNull()
  })

  it('[UI-43] shows the steps of a test with their cures, and the verdict', () => {
    const steps = [
      { id: 'reachable' as const, ok: true, label: 'Something answers there', detail: 'after 12 ms', cure: null },
      { id: 'allowed' as const, ok: false, label: 'It lets this page in', detail: '', cure: 'Start it with CORS.' },
      { id: 'models' as const, ok: null, label: 'It offers models', detail: '', cure: null },
    ]
    const report = { ok: false, verdict: 'It does not let this page in.', provider: '', model: '', baseUrl: '', models: [], steps, tokensPerSecond: 0, firstTokenMs: null, tier: 0, extras: null }
    const shown = drawWith(quiet, <ConnectionTest steps={steps} report={report} busy={false} />)
    expect(shown.match(/<li/g)).toHaveLength(3)
    for (const words of [': yes', ': no', ': not tried', 'Start it with CORS.', 'It does not let this page in.']) expect(shown).toContain(words)
    expect(drawWith(quiet, <ConnectionTest steps={[]} report={null} busy={false} />)).toBe('')
  })

  it('[UI-45] keeps a key that is set out of the markup', () => {
    const profile = { id: 'p1', name: 'Mine', endpoint: { kind: 'openai-compatible' as const, baseUrl: 'http://localhost:8080/v1', model: 'qwen3', apiKey: 'sk-very-secret' } }
    const session = createFakeSession({ settings: { profileId: 'p1', profiles: [profile] } })
    const before = globalThis.window
    // the panel names the origin of this page to the server's owner
    globalThis.window = { location: { origin: 'http://localhost:4173' } } as Window & typeof globalThis
    const shown = drawWith(session, <ProfileEditor profile={profile} onClose={() => undefined} onSaved={() => undefined} onRemove={async () => undefined} />)
    globalThis.window = before
    expect(shown).toContain('a key is set')
    expect(shown).toContain('type="password"')
    expect(shown).toContain('start llama-server with --cors-origins http://localhost:4173.')
    expect(shown).not.toContain('sk-very-secret')
  })

  const minds = { profileId: 'p2', profiles: [{ id: 'p1', name: 'Quick', endpoint: { kind: 'ollama' as const, baseUrl: 'http://localhost:11434' } }, { id: 'p2', name: 'Deep', endpoint: { kind: 'gemini' as const, baseUrl: 'https://g.example/v1beta', model: 'pro', apiKey: 'sk-very-secret' } }] }

  it('[UI-92] shows every mind with its model and place, the one in use chosen, each to be changed but the built-in one', () => {
    const shown = drawWith(createFakeSession({ settings: minds }), <MindSettings />)
    expect(shown.match(/type="radio"/g)).toHaveLength(3)
    expect(/<input[^>]*checked[^>]*>/.exec(shown)?.[0]).toContain('value="p2"')
    for (const words of ['its first model at localhost:11434', 'pro at g.example · with a key', 'aria-label="Change Quick"', 'aria-label="Change Deep"', 'Another model']) expect(shown).toContain(words)
    expect(shown).not.toContain('Change Built-in')
    expect(shown).not.toContain('sk-very-secret')
    expect(drawWith(quiet, <MindSettings />)).toContain('A model of yours')
  })

  it('[UI-93] offers a mind for each kind of thought, the same as all unless chosen', () => {
    const shown = drawWith(createFakeSession({ settings: { ...minds, kinds: { reflection: 'p1' } } }), <MindGroups onFailure={() => undefined} />)
    expect(shown.match(/<select/g)).toHaveLength(4)
    expect(shown).toContain('1 of its own')
    expect(shown.match(/<option value="" selected/g)).toHaveLength(3)
    expect(shown.match(/<option value="p1" selected/g)).toHaveLength(1)
  })

  it('[UI-94] the sign of the mind opens a menu once there is a choice', () => {
    const sign = (menuOpen: boolean | null) => drawWith(quiet, <MindSign model={modelStatus()} memory={quiet.hud.getState().memory} keeper="this-tab" recording="none" menuOpen={menuOpen} onOpen={() => undefined} />)
    expect(sign(null)).not.toContain('aria-haspopup')
    expect(sign(true)).toMatch(/aria-haspopup="dialog" aria-expanded="true"/)
    const menu = drawWith(createFakeSession({ settings: minds }), <MindMenu onClose={() => undefined} />)
    expect(menu.match(/type="radio"/g)).toHaveLength(3)
    expect(menu).toContain('Change minds')
  })
})

describe('a mind, opened', () => {
  const memory: ThoughtResult['recalled'][number] = {
    id: 'npc:0,0/1#3', kind: 'said', text: 'The stranger came over the pass.', worldSeconds: 4000, place: 'the well', importance: 0.5, pinned: false, about: [], source: null,
    score: 0.81, parts: { relevance: 0.9, recency: 0.4, importance: 0.5, mood: 0.2, presence: 1 },
  }
  const result: ThoughtResult = {
    thoughtId: 1, npcId: 'npc:0,0/1', kind: 'converse',
    outcome: { reply: 'I remember you.', thought: null, decision: null, mood: null, relation: null, foresight: null, endsTalk: false, tells: null, agrees: null, source: 'fallback' },
    recalled: [memory], considered: [], deliberation: null, producer: 'built-in mind', reason: 'localhost did not answer', prompt: null, promptShares: [], answer: null, tokensIn: 0, tokensOut: 0, ms: 3,
  }

  it('[UI-44] reads needs and mood aloud', () => {
    const needs = drawWith(quiet, <NeedBars needs={{ food: 0.1, rest: 0.5, company: 0.9, duty: 1, safety: 1, shelter: 1 }} />)
    expect(needs.match(/role="meter"/g)).toHaveLength(6)
    for (const words of ['starving', 'tired', 'among friends']) expect(needs).toContain(`aria-valuetext="${words}"`)
    expect(drawWith(quiet, <MoodSquare mood={{ pleasure: 0.4, arousal: -0.2, dominance: 0 }} word="content" />)).toContain('aria-label="Mood: content; pleasure 0.4, arousal -0.2"')
  })

  it('[UI-44] lists what was weighed, strongest first, the chosen one marked', () => {
    const options = [
      { skillId: 'eat' as const, label: 'eat at home', score: 0.2, parts: [] },
      { skillId: 'work' as const, label: 'work', score: 0.8, parts: [{ name: 'tired', value: -0.1 }] },
    ]
    const shown = drawWith(quiet, <WeighedOptions options={options} chosen="work" />)
    expect(shown.indexOf('work')).toBeLessThan(shown.indexOf('eat at home'))
    expect(shown.match(/data-chosen="true"/g)).toHaveLength(1)
    expect(shown).toContain('tired −0.10')
  })

  it('[UI-82] lists beliefs with the way they came', () => {
    const belief = { id: 1, text: 'Anna stole a goat', confidence: 0.3, chain: ['Boran', 'Mirel'], isWhole: true, doubters: ['Anna'], isSecret: false, hasEnded: false, bent: ['number'] }
    const shown = drawWith(quiet, <BeliefList name="Cole" beliefs={[belief]} />)
    for (const words of ['Anna stole a goat.', 'held possible, 30 %', 'From Boran, who had it from Mirel.', 'Bent on the way: number.', 'Anna said otherwise.']) expect(shown).toContain(words)
    expect(drawWith(quiet, <BeliefList name="Cole" beliefs={[]} />)).toContain('heard of nothing yet')
    expect(wayWords({ ...belief, chain: [], bent: [], doubters: [] })).toBe('Seen or done.')
  })

  it('[UI-44] tells what is behind the last words', () => {
    const shown = drawWith(quiet, <BehindWords result={result} name="Mirel" />)
    for (const words of ['I remember you.', 'By the built-in mind in 3 ms.', 'localhost did not answer', 'The stranger came over the pass.', 'Score 0.81: meaning 0.90']) expect(shown).toContain(words)
    expect(producerWords({ producer: 'Ollama, qwen3', ms: 2340, tokensIn: 900, tokensOut: 41 })).toBe('By Ollama, qwen3 in 2.3 s, 900 tokens read, 41 written.')
  })
})

describe('what is kept', () => {
  const memory = { people: 1, memories: 348, pendingWrites: 0, storageBytes: 5_000, durability: 'disk' as const, problem: null }
  const storage = { promised: false, usedBytes: 1_240_000, roomBytes: 2_000_000_000 }

  it('[UI-61] says what, how much, and whether it was promised', () => {
    const words = keptWords({ memory, storage })
    expect(words).toContain('1 person holds 348 memories')
    expect(words).toContain('about 1.2 MB of the 2.0 GB')
    expect(words).toContain('has not promised')
    expect(keptWords({ memory, storage: { ...storage, promised: true } })).toContain('promised not to clear them')
    const silent = keptWords({ memory, storage: { promised: null, usedBytes: null, roomBytes: null } })
    expect(silent).toContain('about 5 kB.')
    expect(silent).toContain('does not say for how long')
    expect(keptWords({ memory: { ...memory, durability: 'tab', problem: 'The disk is full.' }, storage })).toBe('1 person holds 348 memories. The disk is full.')
  })

  it('[UI-61] offers to ask only where the browser can be asked and has not promised', () => {
    const draw = (promised: boolean | null) => drawWith(createFakeSession({ hud: { memory, storage: { ...storage, promised } } }), <KeptHere onWord={() => undefined} />)
    expect(draw(false)).toContain('Ask the browser to keep it')
    expect(draw(true)).not.toContain('<button')
    expect(draw(null)).not.toContain('<button')
  })
})
