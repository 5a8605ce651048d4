/** A run on record lives again to the last bit, however the frames fell. */
import { describe, expect, it } from 'vitest'
import { readRecording } from '#simulation/read-recording.ts'
import { fingerprintOf } from '#simulation/recording.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'
import { liveAgain, liveOnRecord } from '#test/support/recorded-run.ts'

describe('a recording', () => {
  it.each([[20, 144], [47, 20], [144, 47]])('[SIM-122] lives again to the same state every thousand ticks, recorded at %i frames a second and lived again at %i (M8)', (recordedAt, livedAt) => {
    const recording = liveOnRecord(recordedAt)
    const { compared, differed } = liveAgain(JSON.stringify(recording), livedAt)
    expect(compared.length).toBeGreaterThanOrEqual(4)
    expect(differed).toEqual([])
    // what did not change was not put down again and again
    expect(recording.steps.length).toBeLessThanOrEqual(recording.endTick)
  })

  it('[SIM-122] is noticed to go astray when one answer is another', () => {
    const recording = liveOnRecord(20)
    const step = recording.steps.find((one) => 'commands' in one && one.commands.some(({ type }) => type === 'thought-apply'))!
    if ('commands' in step) for (const command of step.commands) if (command.type === 'thought-apply') command.outcome.decision = { skillId: 'pray', targetId: null, reason: 'something else' }
    expect(liveAgain(JSON.stringify(recording), 20).differed.length).toBeGreaterThan(0)
  })

  it('[SIM-122] keeps what models were asked and answered', () => {
    const read = readRecording(JSON.parse(JSON.stringify(liveOnRecord(20))))
    expect(read.ok && read.value.recording.calls[0]).toMatchObject({ prompt: 'Say something.', answer: 'SAY: Something.', tokensOut: 2 })
  })

  it('[SIM-123] that is damaged, newer or nothing at all is refused in words', () => {
    const recording = liveOnRecord(20)
    for (const broken of [null, 7, {}, { ...recording, steps: [{ tick: -1, commands: [] }] }, { ...recording, steps: [{ tick: 5, commands: [{ type: 'rm' }] }] }, { ...recording, start: { version: 4 } }, { ...recording, version: 9 }, { ...recording, seed: 'other' }]) {
      const read = readRecording(broken)
      expect(read.ok).toBe(false)
      if (!read.ok) expect(read.reason).toMatch(/^(?:This|The) .+\.$/)
    }
  })

  it('[SIM-122] the fingerprint changes with the smallest change of the state', () => {
    const { world } = createTestWorld()
    const before = fingerprintOf(world)
    world.npcs[3]!.needs.food += 1e-12
    expect(fingerprintOf(world)).not.toBe(before)
  })
})
