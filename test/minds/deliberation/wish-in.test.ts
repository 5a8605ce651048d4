/** What a whispered thought asks for. */
import { expect, it } from 'vitest'
import { wishIn } from '#minds/deliberation/wish-in.ts'
import { SKILL_IDS } from '#simulation/skills/skill-id.ts'
import { createTestWorld, meetSomebody, runTicks } from '#test/support/create-test-world.ts'
import { BORAN, makeView, MIRA } from '../support/make-view.ts'

it.each([
  ['I should go to the shrine', 'pray', null], ['I must help Boran', 'visit', BORAN], ['Better go home', 'go-to', null], ['I am hungry, I should eat', 'eat', null], ['I should warn Boran', 'talk', BORAN],
])('[MIND-152] “%s” is the wish to %s', (text, skillId, targetId) => {
  expect(wishIn(makeView(MIRA, { worldSeconds: 13 * 3600 }), text)).toMatchObject({ skillId, targetId })
})

it('[MIND-152] a thought that asks for nothing, for the impossible or for somebody unknown is no wish', () => {
  for (const text of ['How blue the hills are', 'I should help Gandalf', 'kjh sdf', '']) expect(wishIn({ ...makeView(MIRA, { worldSeconds: 13 * 3600 }) }, text), text).toBeNull()
})

it('[MIND-152] whispered, it is thought, remembered as thought, and done', () => {
  const { world, env } = createTestWorld(11 * 3600)
  const npc = meetSomebody(world, env)
  const events = runTicks(world, env, 1, [{ type: 'thought-whisper', npcId: npc.id, text: 'I should sit down a while.', decision: { skillId: 'sit', targetId: null, reason: 'it came to me' } }])
  expect(events).toContainEqual({ type: 'thought-had', npcId: npc.id, text: 'I should sit down a while.', source: 'builtin' })
  expect(npc.thought?.text).toBe('I should sit down a while.')
  expect(npc.intention?.skillId ?? npc.skill?.skillId).toBe('sit')
  expect(runTicks(world, env, 1, [{ type: 'thought-whisper', npcId: npc.id, text: '   ', decision: null }]).some(({ type }) => type === 'thought-had')).toBe(false)
  expect(SKILL_IDS).toContain('sit')
})
