/** Answers of weak models: fifteen kinds of damage, and what is shown while they stream. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseAnswer, speechSoFar } from '#minds/parse-answer.ts'
import { countDamaged } from './support/corrupt-answers.ts'
import { makeView, MIRA } from './support/make-view.ts'

const { offered } = makeView(MIRA)
const read = (raw: string): ReturnType<typeof parseAnswer> => parseAnswer(raw, offered, { speaks: true, names: ['Mira Tanner', 'Mira'] })

it.each([
  ['plain lines', 'SAY: Come in, friend.\nTHINK: Cold out.\nFEEL: glad\nDO: 2'],
  ['another order', 'DO: 2\nFEEL: glad\nTHINK: Cold out.\nSAY: Come in, friend.'],
  ['marked up', '**SAY:** Come in, friend.\n**THINK:** Cold out.\n**DO:** 2.'],
  ['one line', 'SAY: Come in, friend. THINK: Cold out. FEEL: glad DO: 2'],
  ['lower case', 'say: Come in, friend.\nthink: Cold out.\ndo: option 2'],
  ['fenced', '```\nSAY: Come in, friend.\nTHINK: Cold out.\nDO: 2\n```'],
  ['reasoning first', '<think>They want words. SAY: no.</think>\nSAY: Come in, friend.\nTHINK: Cold out.\nDO: 2'],
  ['reasoning not opened', 'I should be kind.</think>SAY: Come in, friend.\nTHINK: Cold out.\nDO: 2'],
  ['json', '{"say": "Come in, friend.", "think": "Cold out.", "do": 2}'],
  ['json in prose and fence', 'Sure! Here it is:\n```json\n{"say": "Come in, friend.", "think": "Cold out.", "do": "2",}\n```'],
  ['json with single quotes', "{'say': 'Come in, friend.', 'think': 'Cold out.', 'do': 2}"],
  ['json cut off', '{"do": 2, "think": "Cold out.", "say": "Come in, friend.'],
  ['quoted, with a name', 'Mira: "Come in, friend."\nTHINK: Cold out.\nDO: 2'],
  ['stage directions', 'SAY: *smiles warmly* Come in, friend. (waves)\nTHINK: Cold out.\nDO: 2'],
  ['runs on', 'SAY: Come in, friend.\nTHINK: Cold out.\nDO: 2\nUser: And then?\nAssistant: SAY: More'],
  ['chat tokens', '<|im_start|>assistant\nSAY: Come in, friend.\nTHINK: Cold out.\nDO: 2<|im_end|>'],
  ['option by words', 'SAY: Come in, friend.\nTHINK: Cold out.\nDO: get on with the work of a baker'],
])('[MIND-51] %s', (kind, raw) => {
  const parsed = read(raw)
  expect(parsed.say).toBe('Come in, friend.')
  if (kind !== 'quoted, with a name') expect(parsed.think).toBe('Cold out.')
  expect(parsed.option?.number).toBe(2)
})

it('[MIND-51] bare words are speech, a bare digit is a choice, an illegal choice is none', () => {
  expect(read('Well met, stranger.').say).toBe('Well met, stranger.')
  expect(read('2').option?.number).toBe(2)
  expect(read('SAY: Hm.\nDO: 42').option).toBeNull()
  expect(read('<think>endless thoughts that never').say).toBeNull()
  expect(read('').say).toBeNull()
})

it('[MIND-51] at most sixty words are said', () => {
  expect(read(`SAY: ${'A few words more. '.repeat(60)}`).say?.split(' ').length).toBeLessThanOrEqual(60)
})

it('[MIND-51] anything at all can arrive', () => {
  const piece = fc.constantFrom('SAY:', 'THINK:', 'DO:', '{', '}', '"', "'", '<think>', '</think>', '```', '\n', '*', 'word ', '2', '<|im_end|>', ',', ':')
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 30 }), (pieces) => {
      const raw = pieces.join('')
      const parsed = read(raw)
      expect(parsed.option === null || offered.includes(parsed.option)).toBe(true)
      expect(parsed.say ?? '').not.toMatch(/<\/?think|<\|/)
      expect(typeof speechSoFar(raw)).toBe('string')
    }),
    { numRuns: 200 },
  )
})

it('[MIND-52] speech grows without labels and never shrinks back into them', () => {
  const raw = 'THINK: secret\nSAY: Good day, come in and sit.\nFEEL: calm\nDO: 1'
  let shown = ''
  for (let i = 1; i <= raw.length; i++) {
    const now = speechSoFar(raw.slice(0, i))
    expect('Good day, come in and sit.'.startsWith(now.trimEnd())).toBe(true)
    shown = now
  }
  expect(shown).toBe('Good day, come in and sit.')
  expect(speechSoFar('<think>secret plans about you')).toBe('')
  expect(speechSoFar('{"th')).toBe('')
})

it.each([['once', false], ['twice', true]] as const)('[MIND-183] of answers damaged in fifteen ways, %s, ninety-nine in a hundred come to a lawful act, and to what was meant', (_, twice) => {
  const { answers, lawful, meant, crashes, byKind } = countDamaged(offered, 40, twice)
  expect(Object.keys(byKind)).toHaveLength(15)
  expect(crashes).toBe(0)
  expect(lawful / answers).toBeGreaterThanOrEqual(0.99)
  expect(meant / answers).toBeGreaterThanOrEqual(0.97)
})

it('[MIND-183] quotation marks around a part of what is said stay, those around the whole go', () => {
  expect(read('SAY: “Good wood burns slow”, as he used to say.\nDO: 1').say).toBe('“Good wood burns slow”, as he used to say.')
  expect(read('SAY: “Come in, friend.”\nDO: 1').say).toBe('Come in, friend.')
  expect(read('SAY: "Come in, friend.\nDO: 1').say).toBe('Come in, friend.')
})

it('[MIND-182] words in an object are shown as they grow, and no others', () => {
  const raw = JSON.stringify({ do: 2, feel: 'glad', say: 'Come in, “friend”.\nIt is warm — really.', think: 'A secret.' })
  let shown = ''
  for (let i = 1; i <= raw.length; i++) {
    const now = speechSoFar(raw.slice(0, i))
    expect(now.startsWith(shown) || shown.startsWith(now)).toBe(true)
    if (now.length > shown.length) shown = now
  }
  expect(shown).toBe('Come in, “friend”. It is warm — really.')
  expect(read(raw)).toMatchObject({ say: expect.stringContaining('Come in'), think: 'A secret.', option: { number: 2 } })
})

it('[MOD-160] shows no more of a novel while it streams than what is said of it in the end', () => {
  const novel = Array.from({ length: 40 }, (_, i) => `The river rose for the ${i}th time.`).join(' ')
  const shown = speechSoFar(novel)
  expect(novel.startsWith(shown)).toBe(true)
  expect(shown.split(' ').length).toBe(60)
  expect(speechSoFar(novel.slice(0, 2 * shown.length))).toBe(shown)
  expect(speechSoFar(JSON.stringify({ say: novel }))).toBe(shown)
  const said = parseAnswer(novel, [], { speaks: true, names: [] }).say!
  expect(shown.startsWith(said.replace(/…$/, ''))).toBe(true)
})

it.each([
  ['line breaks written out', 'SAY: Come in, friend.\\nTHINK: Cold out.\\nDO: 2'],
  ['a text within a text', JSON.stringify(JSON.stringify({ say: 'Come in, friend.', think: 'Cold out.', do: 2 }))],
  ['the call of a tool, its arguments as text', JSON.stringify({ name: 'respond', arguments: JSON.stringify({ say: 'Come in, friend.', think: 'Cold out.', do: 2 }) })],
  ['an object for each label', '{"say": "Come in, friend."}\n{"think": "Cold out."}\n{"do": 2}'],
  ['the shape said over before the object', '{"type": "object", "properties": {"say": {"type": "string"}}}\n{"say": "Come in, friend.", "think": "Cold out.", "do": 2}'],
  ['two objects', '{"say": "Come in, friend.", "think": "Cold out.", "do": 2}\n{"say": "Go.", "think": "No.", "do": 1}'],
  ['full width', 'SAY：Come in, friend.\nTHINK：Cold out.\nDO：２'],
  ['ticks', '`SAY:` Come in, friend.\n`THINK:` Cold out.\n`DO`: 2'],
  ['blocks', 'say: |\n  Come in, friend.\nthink: >-\n  Cold out.\ndo: 2'],
  ['breaks as tags', 'SAY: Come in, friend.<br>THINK: Cold out.<br />DO: 2'],
  ['other line breaks', 'SAY: Come in, friend.\u2028THINK: Cold out.\u2028DO: 2'],
  ['a heading', '### Response:\nSAY: Come in, friend.\nTHINK: Cold out.\nDO: 2'],
  ['a word before', 'Answer:\nSAY: Come in, friend.\nTHINK: Cold out.\nDO: 2'],
  ['arrows', 'SAY -> Come in, friend.\nTHINK -> Cold out.\nDO -> 2'],
  ['other quotes', 'SAY: 「Come in, friend.」\nTHINK: Cold out.\nDO: 2'],
  ['a name with a manner', 'SAY: Mira (softly): Come in, friend.\nTHINK: Cold out.\nDO: 2'],
  ['pictures', '🗣️ SAY: Come in, friend.\n💭 THINK: Cold out.\n➡️ DO: 2'],
  ['characters that cannot be seen', '\u200bSAY:\u00a0Come in, friend.\n\u200bTHINK: Cold out.\nDO: 2'],
  ['a number in words', 'SAY: Come in, friend.\nTHINK: Cold out.\nDO: the second one'],
  ['entities', 'SAY: Come&nbsp;in, friend.\nTHINK: Cold out.\nDO: &quot;2&quot;'],
])('[MOD-154] %s', (_kind, raw) => {
  const parsed = read(raw)
  expect([parsed.say, parsed.think, parsed.option?.number]).toEqual(['Come in, friend.', 'Cold out.', 2])
  for (let i = 1; i <= raw.length; i++) expect(speechSoFar(raw.slice(0, i))).not.toMatch(/cold|think/i)
})
