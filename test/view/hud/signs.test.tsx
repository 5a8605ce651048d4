/** Signs at the edges of the picture. */
import { describe, expect, it } from 'vitest'
import { memorySign, mindSign } from '#view/hud/mind-sign.tsx'
import { Notices } from '#view/hud/notices.tsx'
import { FailureScreen } from '#view/hud/screens.tsx'
import { StartCard } from '#view/hud/start-card.tsx'
import { TalkPrompt } from '#view/hud/talk-prompt.tsx'
import { KeptHere } from '#view/panels/kept-here.tsx'
import { createFakeSession, drawWith, modelStatus } from '../fake-session.ts'

describe('the mind', () => {
  it('[UI-21] names who thinks, and how fast', () => {
    expect(mindSign(modelStatus()).text).toBe('Built-in mind')
    expect(mindSign(modelStatus({ provider: 'openai-compatible', model: 'qwen3:8b', tokensPerSecond: 84.2, inFlight: 1 }))).toEqual({ tone: 'busy', text: 'qwen3:8b · 84 tokens/s' })
    expect(mindSign(modelStatus({ provider: 'openai-compatible', model: 'qwen3:8b' })).text).toBe('qwen3:8b')
  })

  it('[UI-21] says exactly why the built-in mind answers in its stead', () => {
    const sign = mindSign(modelStatus({ provider: 'openai-compatible', model: 'qwen3:8b', trouble: 'localhost:11434 did not answer within 8 seconds' }))
    expect(sign.tone).toBe('trouble')
    expect(sign.text).toContain('built-in mind')
    expect(sign.text).toContain('did not answer within 8 seconds')
  })

  it('[UI-22] says when memories are not kept, and why', () => {
    const memory = { people: 1, memories: 1, pendingWrites: 0, storageBytes: null, durability: 'disk' as const, problem: null }
    expect(memorySign(memory, 'this-tab')).toBeNull()
    expect(memorySign({ ...memory, durability: 'tab', problem: 'The disk is full.' }, 'this-tab')).toEqual({ tone: 'trouble', text: expect.stringContaining('Settings, World') })
    const fresh = memorySign({ ...memory, durability: 'tab' }, 'nobody')
    expect(fresh?.tone).toBe('calm')
    expect(memorySign({ ...memory, durability: 'tab', problem: 'Long words.' }, 'other-tab')?.text).toMatch(/^Another tab keeps this world/)
    expect(fresh?.text).toContain('fresh')
  })
})

describe('what is offered', () => {
  it('[UI-62] where another tab keeps the world, the notice and the settings offer to keep it here', () => {
    const notice = { id: 1, tone: 'warning' as const, text: 'Another tab keeps this world now.', untilMs: null, action: 'keep-here' as const }
    expect(drawWith(createFakeSession({ hud: { notices: [notice] } }), <Notices />)).toContain('Keep here instead')
    expect(drawWith(createFakeSession({ hud: { notices: [{ ...notice, action: null }] } }), <Notices />)).not.toContain('Keep here instead')
    const settings = (keeper: 'this-tab' | 'other-tab') => drawWith(createFakeSession({ hud: { keeper } }), <KeptHere onWord={() => undefined} />)
    expect(settings('other-tab')).toContain('Keep here instead')
    expect(settings('this-tab')).not.toContain('Keep here instead')
  })

  const near = { id: 'npc:0,0/1' as const, name: 'Mirel', role: 'baker', activity: 'kneading bread', meters: 2 }

  it('[UI-24] offers to talk with whoever is near', () => {
    const keyboard = drawWith(createFakeSession({ hud: { near } }), <TalkPrompt touch={false} />)
    expect(keyboard.replace(/<[^>]*>/g, '')).toContain('Press E to talk with Mirel, the baker')
    const touch = drawWith(createFakeSession({ hud: { near } }), <TalkPrompt touch />)
    expect(touch).toMatch(/^<button/)
    expect(touch).not.toContain('<kbd')
    expect(drawWith(createFakeSession(), <TalkPrompt touch />)).toBe('')
    const words = (hud: { drink: string; near?: typeof near }) => drawWith(createFakeSession({ hud }), <TalkPrompt touch={false} />).replace(/<[^>]*>/g, '')
    expect(words({ drink: 'the Wenlow' })).toBe('Press E to drink from the Wenlow')
    expect(words({ drink: 'the Wenlow', near })).toContain('talk')
  })

  it('[UI-25] shows three lines to a newcomer, and nothing to others', () => {
    const card = drawWith(createFakeSession({ settings: { startSeen: false } }), <StartCard touch={false} />)
    expect(card.match(/<li>/g)).toHaveLength(3)
    expect(card).toContain('Give them a brain')
    expect(drawWith(createFakeSession({ settings: { startSeen: true } }), <StartCard touch={false} />)).toBe('')
  })

  it('[UI-26] leaves a page with a way on when the world fails', () => {
    const page = drawWith(createFakeSession(), <FailureScreen failure="This browser does not offer WebGL 2. Turn on hardware acceleration." />)
    expect(page).toContain('role="alert"')
    expect(page).toContain('Turn on hardware acceleration')
    expect(page).toContain('Try again')
  })
})
