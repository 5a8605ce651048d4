/** What the build leaves of the renderer's parts. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { dropUnusedClasses, dropUnusedParts } from '../../scripts/steps/drop-unused.mjs'

const VIEW = join(import.meta.dirname, '../../src/view')
const THREE = dirname(createRequire(import.meta.url).resolve('three'))
const read = (file: string): string => readFileSync(join(THREE, file), 'utf8')

it('[HOUSE-32] the build leaves out what of the renderer nothing uses, and what stands in for it answers all that is asked of it', () => {
  const whole = read('three.module.js')
  const lean = dropUnusedParts(whole)
  expect(lean.length).toBeLessThan(whole.length - 60_000)
  expect(lean).not.toContain('requestReferenceSpace')
  // planes that cut, shared uniforms, deep pictures: none of them leaves more behind than what the renderer asks of it
  for (const inner of ['projectPlanes(', 'prepareUniformsGroup', 'hasRenderPass = ', 'new DataTexture( DATA']) expect(lean).not.toContain(inner)
  // what is asked of headsets while nobody wears one
  const standIn = /\nclass WebXRManager extends EventDispatcher \{.*\}\n/.exec(lean)![0]
  const guarded = new Set(['updateCamera', 'getCamera', 'getDepthSensingMesh'])
  const inherited = new Set(['addEventListener', 'removeEventListener'])
  for (const [, name] of lean.matchAll(/\bxr\.(\w+)/g)) if (!guarded.has(name!) && !inherited.has(name!)) expect(standIn).toMatch(new RegExp(`\\b${name}\\b`))
  const core = read('three.core.js')
  const leanCore = dropUnusedClasses(core)
  expect(leanCore).not.toMatch(/^(\w*KeyframeTrack|PropertyBinding|Loader)\.\w+/m)
  // nothing else is taken away
  expect(leanCore.match(/^(class|function) /gm)).toEqual(core.match(/^(class|function) /gm))
  expect(leanCore).toContain("Euler.DEFAULT_ORDER = 'XYZ';")
  expect(() => dropUnusedParts('class WebXRManager {}')).toThrow('look at how it is written now')
  expect(() => dropUnusedClasses(leanCore)).toThrow('look at how it is written now')
  for (const file of readdirSync(VIEW, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))) {
    expect(readFileSync(join(VIEW, file), 'utf8'), file).not.toMatch(/\b(castShadow|receiveShadow|shadowMap|morphAttributes|AnimationMixer|KeyframeTrack|PMREMGenerator|\w*Loader|CubeCamera|ArrayCamera|clippingPlanes|localClippingEnabled|UniformsGroup|outputBufferType|setEffects|[Mm]esh(Standard|Physical)Material)\b|\.environment\b|\.xr\b|<Canvas shadows/)
  }
})
