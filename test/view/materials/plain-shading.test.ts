/** Tests of what the low preset changes for all materials. */
import { ShaderMaterial } from 'three'
import { describe, expect, it } from 'vitest'
import { followShading, setPlainShading } from '#view/materials/plain-shading.ts'
import { beginResolution, resolution } from '#view/scene/resolution.ts'

describe('plain shading', () => {
  it('[ST-33] is told to every material that follows it, as long as it lives', () => {
    const early = followShading(new ShaderMaterial())
    const gone = followShading(new ShaderMaterial())
    expect(early.defines).not.toHaveProperty('PLAIN')
    gone.dispose()
    setPlainShading(true)
    const late = followShading(new ShaderMaterial())
    expect(early.defines).toHaveProperty('PLAIN')
    expect(late.defines).toHaveProperty('PLAIN')
    expect(gone.defines).not.toHaveProperty('PLAIN')
    const { version } = early
    setPlainShading(true)
    expect(early.version).toBe(version)
    setPlainShading(false)
    expect(early.version).toBeGreaterThan(version)
    for (const material of [early, late]) expect(material.defines).not.toHaveProperty('PLAIN')
  })

  it('[ST-34] begins with fewer pixels where a processor draws', () => {
    beginResolution(true)
    expect(resolution).toMatchObject({ share: 0.75, leastShare: 0.6 })
    beginResolution(false)
    expect(resolution).toMatchObject({ share: 1, leastShare: 0.75 })
  })
})
