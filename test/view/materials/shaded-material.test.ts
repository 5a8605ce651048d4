/** What all materials have in common: plain shading on the low preset, and programs that outlive them. */
import { describe, expect, it } from 'vitest'
import { ShadedMaterial, setPlainShading } from '#view/materials/shaded-material.ts'
import { beginResolution, resolution } from '#view/scene/resolution.ts'

describe('plain shading', () => {
  it('[ST-33] is told to every material that follows it, as long as it lives', () => {
    const early = new ShadedMaterial({})
    const gone = new ShadedMaterial({})
    expect(early.defines).not.toHaveProperty('PLAIN')
    gone.dispose()
    setPlainShading(true)
    const late = new ShadedMaterial({})
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

  it('[ST-35] lets a material go only when another of its kind goes, and keeps nothing that it was drawn with', async () => {
    const ended: string[] = []
    const shared = { value: 1 }
    const make = (name: string, vertexShader: string): ShadedMaterial => {
      const material = new ShadedMaterial({ vertexShader, uniforms: { shared } })
      material.addEventListener('dispose', () => ended.push(name))
      material.onBeforeRender()
      return material
    }
    const [first, second, other] = [make('first', 'a'), make('second', 'a'), make('other', 'b')]
    first.dispose()
    other.dispose()
    first.dispose()
    expect(ended).toEqual([])
    await Promise.resolve()
    expect(first.uniforms).toEqual({})
    expect(second.uniforms).toEqual({ shared })
    second.dispose()
    expect(ended).toEqual(['first'])
    const unseen = new ShadedMaterial({ vertexShader: 'a' })
    unseen.addEventListener('dispose', () => ended.push('unseen'))
    unseen.dispose()
    expect(ended).toEqual(['first', 'unseen'])
  })

  it('[ST-34] begins with fewer pixels where a processor draws', () => {
    beginResolution(true)
    expect(resolution).toMatchObject({ share: 0.75, leastShare: 0.6 })
    beginResolution(false)
    expect(resolution).toMatchObject({ share: 1, leastShare: 0.75 })
  })
})
