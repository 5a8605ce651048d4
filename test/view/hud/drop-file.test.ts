/** What is dropped on the page. */
import { expect, it } from 'vitest'
import type { Session } from '#session/session.ts'
import { kindOfFile, takeFile } from '#view/hud/drop-file.tsx'
import { createFakeSession } from '../fake-session.ts'

type Told = { tone: string; text: string; action?: { label: string; run(): void } }

function begin() {
  const told: Told[] = []
  const done: string[] = []
  const session = Object.assign(createFakeSession(), {
    notify: (tone: string, text: string, action?: Told['action']) => void told.push({ tone, text, ...(action ? { action } : {}) }),
    exportWorld: async () => new Blob(['as it was']),
    importWorld: async (file: Blob) => void done.push(`world ${(await file.text()).slice(0, 9)}`),
    exportPerson: async () => new Blob(['a mind']),
    importPerson: async (npcId: string) => void done.push(`person ${npcId}`),
    replay: async () => {
      throw new Error('It is damaged. Nothing was changed.')
    },
  }) as unknown as Session
  return { session, told, done }
}
const file = (name: string, content: string): File => new File([content], name)

it('[UI-135] a file is taken for what it says it is, wherever it is dropped', () => {
  expect(kindOfFile('{"format":"percipi-world","version":1')).toEqual({ kind: 'world', npcId: null })
  expect(kindOfFile('{\n  "format": "percipi-minds"')).toEqual({ kind: 'minds', npcId: null })
  expect(kindOfFile('{"format":"percipi-person","version":1,"seed":"a","npcId":"npc:0,0/1"')).toEqual({ kind: 'person', npcId: 'npc:0,0/1' })
  for (const foreign of ['', 'GGUF', '{"a":1}', '{"format":"other-world"}']) expect(kindOfFile(foreign)).toBeNull()
})

it('[UI-135] [UI-132] what a dropped file replaced can be taken back, and what cannot be used is told', async () => {
  const { session, told, done } = begin()
  await takeFile(session, file('w.json', '{"format":"percipi-world"}'))
  expect(done).toEqual(['world {"format"'])
  expect(told[0]).toMatchObject({ tone: 'quiet', action: { label: 'Take it back' } })
  told[0]!.action!.run()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(done[1]).toBe('world as it was')
  await takeFile(session, file('p.json', '{"format":"percipi-person","npcId":"npc:0,0/1"}'))
  expect(done[2]).toBe('person npc:0,0/1')
  await takeFile(session, file('r.json', '{"format":"percipi-recording"}'))
  expect(told.at(-1)).toMatchObject({ tone: 'error', text: 'It is damaged. Nothing was changed.' })
  await takeFile(session, file('holiday.png', '\u0089PNG'))
  expect(told.at(-1)!.text).toContain('“holiday.png” is nothing that Percipi saved')
  await takeFile(session, file('small.gguf', 'GGUF'))
  expect(told.at(-1)!.text).toContain('under Settings, Mind')
})
