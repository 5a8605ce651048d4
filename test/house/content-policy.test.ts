/** The policy that the built page is given. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentPolicy, EMBEDDING_POLICY, policyOf, policyOfModelThread, withContentPolicy } from '../../scripts/steps/content-policy.mjs'

describe('the content policy', () => {
  const html = readFileSync('index.html', 'utf8')

  it('[MOD-66] lets in nothing but the page itself and model servers, and no code made out of text', () => {
    const policy = policyOf(withContentPolicy(html, false)) ?? ''
    for (const rule of ["default-src 'none'", "script-src 'self';", "worker-src 'self';", "connect-src 'self' https: http:;", "base-uri 'none'", "form-action 'none'", "object-src 'none'"]) expect(policy).toContain(rule)
    expect(policy).not.toMatch(/unsafe|blob:|\*/)
    expect(EMBEDDING_POLICY).toContain('frame-ancestors')
  })

  it('[MOD-66] knows inline styles by their hash, wherever they stand, and inline scripts not at all', () => {
    expect(contentPolicy({ styles: ['a{}'] })).toContain("style-src 'self' 'sha256-")
    expect(policyOf(withContentPolicy(html.replace('</style>', ' </style>'), false))).not.toBe(policyOf(withContentPolicy(html, false)))
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|javascript:/)
    // the policy is said before anything that it governs
    const at = withContentPolicy(html, false).indexOf('Content-Security-Policy')
    expect(at).toBeGreaterThan(0)
    expect(at).toBeLessThan(html.indexOf('<link'))
  })

  it('[MOD-133] widens for the thread that runs a model file by nothing but WebAssembly and its own worker', () => {
    const page = contentPolicy()
    const thread = policyOfModelThread(page)
    expect(thread.split(/[; ]+/).filter((word) => !page.split(/[; ]+/).includes(word))).toEqual(["'wasm-unsafe-eval'", 'blob:'])
    expect(thread).toMatch(/script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:;/)
  })

  it('[MOD-66] lets live reload in where it is served for working on it', () => {
    expect(policyOf(withContentPolicy(html, true))).toMatch(/script-src 'self' 'unsafe-inline'.*ws:/)
  })
})
