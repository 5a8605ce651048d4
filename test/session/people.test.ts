/** People as the interface finds and names them. */
import { describe, expect, it } from 'vitest'
import type { Game } from '#session/game.ts'
import { findTalkable, moodWord } from '#session/people.ts'

function gameWith(people: Array<{ given: string; x: number; z: number; indoors?: boolean }>, yaw = 0): Game {
  const npcs = people.map(({ given, x, z, indoors = false }, i) => ({ id: `npc:0,0/${i}`, given, family: 'Test', trade: 'baker', settlementId: 'settlement:0,0', activity: '', indoors, body: { x, y: 0, z } }))
  return { run: { settlementNames: new Map([['settlement:0,0', 'Testham']]), world: { npcs, player: { body: { x: 0, y: 0, z: 0 } } } }, look: { yaw } } as unknown as Game
}

describe('people', () => {
  it('[SES-11] offers the one most in front', () => {
    expect(findTalkable(gameWith([{ given: 'Side', x: 2, z: -1 }, { given: 'Front', x: 0, z: -2.4 }]))?.name).toBe('Front Test')
    expect(findTalkable(gameWith([{ given: 'Left', x: -3, z: 0 }], Math.PI / 2))?.name).toBe('Left Test')
  })

  it('[SES-11] offers nobody who is behind, far or deep indoors', () => {
    expect(findTalkable(gameWith([{ given: 'Behind', x: 0, z: 2 }, { given: 'Far', x: 0, z: -6 }, { given: 'Inside', x: 0, z: -3, indoors: true }]))).toBeNull()
  })

  it('[SES-11] offers to knock where nobody stands before the door', () => {
    const people = [{ given: 'Inside', x: 0, z: -2, indoors: true }]
    expect(findTalkable(gameWith(people))).toMatchObject({ name: 'Inside Test', activity: 'behind this door: knock' })
    expect(findTalkable(gameWith([...people, { given: 'Outside', x: 0.5, z: -3.5 }]))?.name).toBe('Outside Test')
  })

  it('[SES-12] has different words for opposite moods', () => {
    for (const [pleasure, arousal, dominance] of [[0.6, 0.5, 0.4], [0.5, 0.4, -0.4], [0.5, -0.4, 0.4], [0.5, -0.4, -0.4]] as const) {
      expect(moodWord({ pleasure, arousal, dominance })).not.toBe(moodWord({ pleasure: -pleasure, arousal: -arousal, dominance: -dominance }))
    }
    expect(moodWord({ pleasure: 0, arousal: 0, dominance: 0 })).toBe('calm')
  })
})
