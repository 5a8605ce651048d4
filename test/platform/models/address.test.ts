/** What players type as an address. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostKindOf, normaliseBaseUrl } from '#platform/models/address.ts'

const GOOD: ReadonlyArray<[typed: string, base: string]> = [
  ['http://localhost:11434/v1', 'http://localhost:11434/v1'],
  ['localhost:11434', 'http://localhost:11434/v1'],
  ['  http://localhost:1234/v1/  ', 'http://localhost:1234/v1'],
  ['http://localhost:1234/v1/chat/completions', 'http://localhost:1234/v1'],
  ['http://localhost:1234/v1/chat/completions/', 'http://localhost:1234/v1'],
  ['http://localhost:8080/v1/models', 'http://localhost:8080/v1'],
  ['HTTP://LocalHost:8080', 'http://localhost:8080/v1'],
  ['http:/localhost:8080', 'http://localhost:8080/v1'],
  ['http//localhost:8080', 'http://localhost:8080/v1'],
  ['http://localhost:11434/api/chat', 'http://localhost:11434/v1'],
  ['http://localhost:11434/api', 'http://localhost:11434/v1'],
  ['0.0.0.0:11434', 'http://localhost:11434/v1'],
  ['192.168.1.20:8000', 'http://192.168.1.20:8000/v1'],
  ['[::1]:8000', 'http://[::1]:8000/v1'],
  ['my-box.lan:8000/v1', 'http://my-box.lan:8000/v1'],
  ['https://openrouter.ai/api', 'https://openrouter.ai/api/v1'],
  ['https://api.groq.com/openai/v1', 'https://api.groq.com/openai/v1'],
  ['https://generativelanguage.googleapis.com/v1beta/openai/', 'https://generativelanguage.googleapis.com/v1beta/openai'],
  ['api.openai.com', 'https://api.openai.com/v1'],
  ['"https://api.openai.com/v1",', 'https://api.openai.com/v1'],
  ['https://example.com//v1//', 'https://example.com/v1'],
  ['https://example.com/v1?x=1#y', 'https://example.com/v1'],
  ['https://example.com/proxy', 'https://example.com/proxy/v1'],
]

const BAD: ReadonlyArray<[typed: string, says: RegExp]> = [
  ['', /No address/],
  ['   ', /No address/],
  ['ftp://example.com', /begins with ftp/],
  ['file:///etc/passwd', /begins with file/],
  ['javascript:alert(1)', /begins with javascript/],
  ['http://', /names no host/],
  ['https:///v1', /names no host/],
  ['http://:8080/v1', /names no host/],
  ['http://user:secret@example.com/v1', /name or password/],
  ['https://example.com/v1?api_key=sk-123', /has a key in it/],
  ['http://local host:8080', /space/],
  ['http://localhost:99999', /not an address/],
  ['http://localhost:port', /not an address/],
  ['http://..', /not a/],
]

describe('addresses', () => {
  it.each(GOOD)('[MOD-1] “%s” means %s', (typed, base) => {
    expect(normaliseBaseUrl(typed)).toEqual({ ok: true, value: base })
    expect(normaliseBaseUrl(base)).toEqual({ ok: true, value: base })
  })

  it.each(BAD)('[MOD-2] “%s” is refused in words', (typed, says) => {
    const result = normaliseBaseUrl(typed)
    expect(result.ok ? result.value : '').toBe('')
    expect(result.ok ? '' : result.reason).toMatch(says)
    expect(result.ok ? '' : result.reason).not.toMatch(/secret|sk-123/)
  })

  it('[MOD-1] normalising twice is normalising once, whatever is typed, and never throws', () => {
    const piece = fc.oneof(fc.constantFrom('http://', 'https://', 'localhost', ':8080', '/v1', '/', '/chat/completions', '/api', 'a.b', '?', '#', '@', ' ', '//', '[::1]', 'v1', '/models'), fc.string({ maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const once = normaliseBaseUrl(pieces.join(''))
        if (once.ok) expect(normaliseBaseUrl(once.value)).toEqual(once)
        else expect(once.reason).toMatch(/\.$/)
      }),
      { numRuns: 400 },
    )
  })

  it('[MOD-3] tells this machine, the local network and the internet apart', () => {
    expect(['localhost', 'a.localhost', '127.0.0.1', '[::1]'].map(hostKindOf)).toEqual(Array(4).fill('loopback'))
    expect(['10.0.0.2', '192.168.0.9', '172.16.0.1', '[fd00::1]'].map(hostKindOf)).toEqual(Array(4).fill('lan-number'))
    expect(['box', 'box.lan', 'printer.local', 'x.fritz.box'].map(hostKindOf)).toEqual(Array(4).fill('lan-name'))
    expect(['api.openai.com', '8.8.8.8', '172.32.0.1'].map(hostKindOf)).toEqual(Array(3).fill('public'))
  })
})
