/** Sentences of the player that are news: read as who did what, or what befell what, with the player as their source. */
import { expect, it } from 'vitest'
import { claimWords } from '#simulation/beliefs/claim.ts'
import { tidingsFromPlayer } from '#simulation/beliefs/claim-from-words.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { createTestWorld, meetSomebody, runTicks } from '#test/support/create-test-world.ts'

const { world } = createTestWorld()
const people = world.npcs.filter(({ settlementId, age }) => settlementId === 'settlement:0,0' && age > 16)
const [hearer, tom, anna] = people as [Npc, Npc, Npc]
const T = tom.given
const A = anna.given

it.each([
  [`${T} stole bread`, 'theft', `${T} stole bread`],
  [`${T} took three hens from ${A}`, 'theft', `${T} stole three hens from ${A}`],
  ['The mill burned down', 'ruin', 'the mill burnt down'],
  ['I heard that the old barn is on fire', 'ruin', 'the old barn burnt down'],
  ['The bridge fell into the river', 'ruin', 'the bridge fell into the river'],
  [`${A} had a child`, 'birth', `${A} had a baby`],
  [`Guess what, ${A} has given birth to a son called Brand`, 'birth', `${A} had a baby, Brand`],
  [`${T} has died in his sleep`, 'death', `${T} died, in his sleep`],
  [`${T} is dead`, 'death', `${T} died`],
  [`${T} saved ${A} at the well`, 'rescue', `${T} helped ${A} at the well`],
  [`${T} quarrelled with ${A}`, 'quarrel', `${T} quarrelled with ${A}`],
  [`${T} gave a feast at the inn`, 'feast', `${T} gave a feast at the inn`],
  ['There is a wolf at the bridge', 'danger', 'there is a wolf at the bridge'],
  ['I saw two bears near the mill', 'danger', 'there are two bears near the mill'],
  ['Bandits are hiding in the wood', 'danger', 'there are two bandits in the wood'],
  ['The king has lowered the tax on salt', 'said', 'The king has lowered the tax on salt'],
])('[SIM-132] “%s” is news', (text, kind, words) => {
  const tidings = tidingsFromPlayer(world, hearer, text)
  expect(tidings?.claim.kind).toBe(kind)
  expect(claimWords(tidings!.claim)).toBe(words)
  expect(tidings!.root).toEqual({ happeningId: null, firstId: 'player' })
})

it.each(['How is the mill?', 'Is there a wolf at the bridge?', 'I am as hungry as a wolf', 'The mill', 'My dog died', 'You burned the bread', 'I will steal bread', 'Let us go to the bridge', `${T} is my friend`.replace(T, 'He')])('[SIM-132] “%s” is none that a rule reads', (text) => {
  const tidings = tidingsFromPlayer(world, hearer, text)
  expect(tidings === null || tidings.claim.kind === 'said').toBe(true)
})

it('[SIM-132] danger frightens who hears of it, and the same matter is not believed twice', () => {
  const near = createTestWorld(10 * 3600)
  const npc = meetSomebody(near.world, near.env)
  const { safety } = npc.needs
  runTicks(near.world, near.env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'There is a wolf at the bridge!' }])
  expect(npc.beliefs.at(-1)).toMatchObject({ claim: { kind: 'danger', object: 'a wolf' }, source: { fromId: 'player' } })
  expect(npc.needs.safety).toBeLessThan(safety)
  expect(npc.affect.emotions.some(({ kind, cause }) => kind === 'fear' && cause.includes('wolf'))).toBe(true)
  const count = npc.beliefs.length
  runTicks(near.world, near.env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'I saw a wolf near the bridge' }])
  expect(npc.beliefs.length).toBe(count)
})
