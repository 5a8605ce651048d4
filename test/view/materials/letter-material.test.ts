/** Words on planks: one program for all of them, and pictures that go with their boards. */
import { Texture } from 'three'
import { describe, expect, it } from 'vitest'
import { createLetterMaterial, disposeLetterMaterial } from '#view/materials/letter-material.ts'

describe('letters', () => {
  it('[ST-61] shares its shaders among all boards, and lets the picture go with the board', () => {
    const letters = new Texture()
    let freed = 0
    letters.addEventListener('dispose', () => freed++)
    const one = createLetterMaterial(letters)
    const other = createLetterMaterial(new Texture())
    expect([other.vertexShader, other.fragmentShader, other.defines]).toEqual([one.vertexShader, one.fragmentShader, one.defines])
    disposeLetterMaterial(one)
    expect(freed).toBe(1)
  })
})
