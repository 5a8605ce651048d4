/** The preset that a machine bears. */
import { describe, expect, it } from 'vitest'
import { createQualityGovernor } from '#session/quality-governor.ts'
import { QUALITIES, type Quality } from '#session/settings.ts'

/** Plays `seconds` of frames on a machine whose frames take as long as `cost` says; the presets it went through. */
function play(first: Quality, seconds: number, cost: (quality: Quality, now: number) => number): Quality[] {
  const governor = createQualityGovernor()
  const path = [first]
  for (let now = 0; now < seconds; ) {
    const quality = path.at(-1)!
    const took = cost(quality, now)
    now += took
    const next = governor.frame(took, quality)
    if (next) path.push(next)
  }
  return path
}

const bySpeed = (fps: { readonly [Q in Quality]: number }) => (quality: Quality) => 1 / fps[quality]

describe('the preset of quality', () => {
  it('[SES-35] rises while every frame is easy, and stays where the machine is busy', () => {
    expect(play('medium', 60, bySpeed({ low: 60, medium: 60, high: 60, ultra: 60 }))).toEqual(['medium', 'high', 'ultra'])
    expect(play('medium', 60, bySpeed({ low: 60, medium: 60, high: 45, ultra: 20 }))).toEqual(['medium', 'high'])
    expect(play('medium', 60, bySpeed({ low: 60, medium: 40, high: 25, ultra: 12 }))).toEqual(['medium'])
  })

  it('[SES-35] falls where frames are slow, at most to low', () => {
    expect(play('ultra', 90, bySpeed({ low: 8, medium: 5, high: 4, ultra: 3 }))).toEqual(['ultra', 'high', 'medium', 'low'])
    expect(play('medium', 30, bySpeed({ low: 35, medium: 20, high: 10, ultra: 5 }))).toEqual(['medium', 'low'])
  })

  it('[SES-35] does not try again what proved too dear', () => {
    expect(play('medium', 300, bySpeed({ low: 60, medium: 60, high: 22, ultra: 10 }))).toEqual(['medium', 'high', 'medium'])
  })

  it('[SES-35] is not moved by single long frames or a tab that was away', () => {
    let frame = 0
    expect(play('high', 120, () => (++frame % 40 === 0 ? 0.4 : 1 / 45))).toEqual(['high'])
    expect(createQualityGovernor().frame(30, 'high')).toBeNull()
    for (const quality of QUALITIES) expect(play(quality, 4, () => 1 / 40)).toEqual([quality])
  })
})
