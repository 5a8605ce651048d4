/** What shaders of water compute, asked of the shaders themselves: each function is drawn into a row of pixels and read. */
import { expect, test, type Page } from '@playwright/test'
import { fieldFunctions } from '../../src/view/scene/scatter/ground-field.ts'
import { rainRings } from '../../src/view/scene/water/rain-rings.ts'

/** What `value` (GLSL of `float at`, 0..1 along the row) is at each of `count` places; `textures` are filled with one depth each, `numbers` are uniforms. */
async function along(page: Page, { functions, value, count, textures = {}, numbers = {} }: { functions: string; value: string; count: number; textures?: { [name: string]: number }; numbers?: { [name: string]: number[] } }): Promise<number[]> {
  return page.evaluate(({ functions: code, value: expression, count: width, textures: fills, numbers: uniforms }) => {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = 1
    const gl = canvas.getContext('webgl2')!
    gl.getExtension('EXT_color_buffer_float')
    gl.getExtension('OES_texture_float_linear')
    const program = gl.createProgram()
    const sources = [
      [gl.VERTEX_SHADER, '#version 300 es\nvoid main() { gl_Position = vec4(vec2[](vec2(-1.0), vec2(3.0, -1.0), vec2(-1.0, 3.0))[gl_VertexID], 0.0, 1.0); }'],
      [gl.FRAGMENT_SHADER, `#version 300 es\nprecision highp float; precision highp sampler2D;\n#define texture2D texture\nuniform float uSeconds; uniform float uRain; out vec4 result;\n${code}\nvoid main() { float at = gl_FragCoord.x / ${width}.0; result = vec4(${expression}); }`],
    ] as const
    for (const [kind, source] of sources) {
      const shader = gl.createShader(kind)!
      gl.shaderSource(shader, source)
      gl.compileShader(shader)
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? 'no shader')
      gl.attachShader(program, shader)
    }
    gl.linkProgram(program)
    gl.useProgram(program)
    Object.entries(fills).forEach(([name, depth], unit) => {
      gl.activeTexture(gl.TEXTURE0 + unit)
      gl.bindTexture(gl.TEXTURE_2D, gl.createTexture())
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, 1, 1, 0, gl.RGBA, gl.FLOAT, new Float32Array([depth, 1, 0, 0]))
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST)
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST)
      gl.uniform1i(gl.getUniformLocation(program, name), unit)
    })
    for (const [name, numbersOf] of Object.entries(uniforms)) {
      const place = gl.getUniformLocation(program, name)
      if (numbersOf.length === 1) gl.uniform1fv(place, numbersOf)
      else if (numbersOf.length === 2) gl.uniform2fv(place, numbersOf)
      else gl.uniform4fv(place, numbersOf)
    }
    gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer())
    gl.activeTexture(gl.TEXTURE7)
    const target = gl.createTexture()
    gl.bindTexture(gl.TEXTURE_2D, target)
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, width, 1, 0, gl.RGBA, gl.FLOAT, null)
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, target, 0)
    gl.viewport(0, 0, width, 1)
    gl.drawArrays(gl.TRIANGLES, 0, 3)
    const out = new Float32Array(width * 4)
    gl.readPixels(0, 0, width, 1, gl.RGBA, gl.FLOAT, out)
    return [...out].filter((_, i) => i % 4 === 0)
  }, { functions, value, count, textures, numbers })
}

test('[LOOK-6] outward from the eye what is known of the depth of water changes without a step', async ({ page }) => {
  // squares that know quite different depths, as a coarse one does of a shore; the way out is followed evenly in its logarithm, from 30 m to 8 km
  const way = { functions: fieldFunctions, count: 800, textures: { uFieldDepth0: -10, uFieldDepth1: -30, uFieldDepth2: -50 }, numbers: { uField0: [0, 0, 1 / 2, 122], uField1: [0, 0, 1 / 12, 732], uField2: [0, 0, 1 / 96, 5856], uFieldMiddle: [0, 0] } }
  const depths = await along(page, { ...way, value: 'mix(25.0, -fieldDepth(vec2(30.0 * exp(at * 5.586), 0.0)).x, fieldDepth(vec2(30.0 * exp(at * 5.586), 0.0)).y)' })
  expect(depths[0]).toBeCloseTo(10, 1)
  expect(Math.max(...depths)).toBeCloseTo(50, 1)
  expect(depths.at(-1)).toBeCloseTo(25, 1)
  expect(Math.max(...depths.slice(1).map((depth, i) => Math.abs(depth - depths[i]!)))).toBeLessThan(1)
})

test('[LOOK-7] rain makes rings on water, more the harder it falls, none while it is dry and none far off', async ({ page }) => {
  const crests = async (rain: number, meters: number): Promise<number> => {
    const row = await along(page, { functions: rainRings, value: `rainRings(vec2(at * 60.0, 3.0), ${meters.toFixed(1)}).z`, count: 2048, numbers: { uSeconds: [12.3], uRain: [rain] } })
    return row.reduce((sum, crest) => sum + crest, 0) / row.length
  }
  const [dry, drizzle, pouring, far] = [await crests(0, 4), await crests(0.25, 4), await crests(1, 4), await crests(1, 60)]
  expect(dry).toBe(0)
  expect(far).toBe(0)
  expect(drizzle).toBeGreaterThan(0)
  expect(pouring).toBeGreaterThan(drizzle * 1.5)
})
