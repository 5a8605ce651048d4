/** What runs a model file, asked directly in its own thread: stopping, little room, forms of turns, damage. */
import { readdirSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { tinyGguf } from '#test/support/tiny-gguf.ts'

const SCRIPT = `./assets/${readdirSync('dist/assets').find((name) => /^tab-model\.worker-.*\.js$/.test(name)) ?? ''}`

type Asked = { result: { ok: boolean; reason?: string; message?: string; contextTokens?: number }; chunks: string[]; ms: number; stoppedMs: number }

/** A bare page of the same origin with these files kept, and the thread of the model. */
async function openEngine(page: Page, files: { [name: string]: Uint8Array }): Promise<void> {
  await page.goto('./assets/')
  for (const [name, bytes] of Object.entries(files)) {
    await page.evaluate(async ([called, text]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('models', { create: true })
      const writing = await (await folder.getFileHandle(called, { create: true })).createWritable()
      await writing.write(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))
      await writing.close()
    }, [name, Buffer.from(bytes).toString('base64')] as const)
  }
  await page.evaluate((script) => {
    const worker = new Worker(script, { type: 'module' })
    let next = 1
    Object.assign(window, {
      ask: (name: string, request: unknown, cancelAfter = Infinity) => new Promise((resolve) => {
        const id = next++
        const chunks: string[] = []
        const begun = performance.now()
        let stoppedAt = 0
        worker.addEventListener('message', ({ data }) => {
          if (data.id !== id) return
          if (data.type === 'progress') {
            chunks.push(data.progress)
            if (chunks.length === cancelAfter) {
              stoppedAt = performance.now()
              worker.postMessage({ type: 'cancel', id })
            }
          } else resolve({ result: data.result ?? { ok: false, message: data.message }, chunks, ms: performance.now() - begun, stoppedMs: performance.now() - stoppedAt })
        })
        worker.postMessage({ type: 'task', id, name, request })
      }),
    })
  }, SCRIPT.replace('./assets/', '/assets/'))
}

const ask = (page: Page, name: string, request: unknown, cancelAfter?: number): Promise<Asked> =>
  page.evaluate(([task, wanted, after]) => (window as unknown as { ask(name: string, request: unknown, after?: number): Promise<Asked> }).ask(task, wanted, after), [name, request, cancelAfter] as const)
const bodyOf = (content: string, more: object = {}): string => JSON.stringify({ messages: [{ role: 'system', content: 'You are a miller.' }, { role: 'user', content }], max_tokens: 24, temperature: 0, stream: true, stream_options: { include_usage: true }, ...more })

test('[MOD-134] the real thing: it stops when it is told to, obeys a shape, cuts what is too long, takes turns in any form, and outlives damage', async ({ page }) => {
  const whole = tinyGguf({ contextLength: 1024 })
  await openEngine(page, {
    'tiny.gguf': whole,
    'strict.gguf': tinyGguf({ template: "{% for m in messages %}{% if m['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}<{{ m['role'] }}>{{ m['content'] }}{% endfor %}" }),
    'dreams.gguf': tinyGguf({ architecture: 'dreams' }),
    'cut.gguf': whole.subarray(0, whole.length - 20_000),
  })
  expect((await ask(page, 'tab-load', { name: 'gone.gguf' })).result).toMatchObject({ ok: false, reason: 'model-missing' })
  const cut = await ask(page, 'tab-load', { name: 'cut.gguf' })
  expect(cut.result.ok).toBe(false)
  expect(cut.result.message).toContain('cut short')
  expect((await ask(page, 'tab-load', { name: 'dreams.gguf' })).result).toMatchObject({ ok: false, message: expect.stringContaining('known family') })
  const loaded = await ask(page, 'tab-load', { name: 'tiny.gguf' })
  expect(loaded.result).toMatchObject({ ok: true, contextTokens: 1024 })

  const long = await ask(page, 'tab-ask', { name: 'tiny.gguf', body: bodyOf('Speak.', { max_tokens: 600, ignore_eos: true }) }, 5)
  expect(long.result).toMatchObject({ ok: false, reason: 'cancelled' })
  expect(long.chunks.length).toBeLessThan(60)
  expect(long.stoppedMs).toBeLessThan(2_000)

  const shaped = await ask(page, 'tab-ask', { name: 'tiny.gguf', body: bodyOf('Speak.', { max_tokens: 200, response_format: { type: 'json_schema', json_schema: { name: 'x', strict: true, schema: { type: 'object', properties: { do: { type: 'integer', enum: [7] } }, required: ['do'], additionalProperties: false } } } }) })
  const said = shaped.chunks.map((chunk) => (JSON.parse(chunk) as { choices?: Array<{ delta?: { content?: string | null } }> }).choices?.[0]?.delta?.content ?? '').join('')
  expect(JSON.parse(said)).toEqual({ do: 7 })
  expect(shaped.chunks.some((chunk) => chunk.includes('"prompt_tokens"'))).toBe(true)

  // letters are its tokens: far more of them than characters were reckoned for
  const memories = `You remember:\n${'- it rained and the mill stood still all day long\n'.repeat(40)}`
  const fitted = await ask(page, 'tab-ask', { name: 'tiny.gguf', body: bodyOf(`${memories}\n\nAnswer.`) })
  expect(fitted.result).toEqual({ ok: true })
  expect((await ask(page, 'tab-ask', { name: 'tiny.gguf', body: bodyOf('Answer. '.repeat(1_000)) })).result).toMatchObject({ ok: false, reason: 'too-long' })

  expect((await ask(page, 'tab-ask', { name: 'strict.gguf', body: bodyOf('Speak.') })).result).toEqual({ ok: true })
  expect((await ask(page, 'tab-ask', { name: 'tiny.gguf', body: bodyOf('Speak.') })).result).toEqual({ ok: true })
})
