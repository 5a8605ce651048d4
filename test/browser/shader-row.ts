/** A function of a shader, asked of a graphics card: it is drawn into a row of pixels and read. */
import type { Page } from '@playwright/test'

/** What `value` (GLSL of `float at`, 0..1 along the row) is at each of `count` places; `textures` are filled with one depth each, `numbers` are uniforms, declared by `uniforms`. */
export async function along(page: Page, { functions, value, count, textures = {}, numbers = {}, uniforms: declared = 'uniform float uSeconds; uniform float uRain;' }: { functions: string; value: string; count: number; textures?: { [name: string]: number }; numbers?: { [name: string]: number[] }; uniforms?: string }): Promise<number[]> {
  return page.evaluate(({ functions: code, value: expression, count: width, textures: fills, numbers: uniforms, declared: declarations }) => {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = 1
    const gl = canvas.getContext('webgl2')!
    gl.getExtension('EXT_color_buffer_float')
    gl.getExtension('OES_texture_float_linear')
    const program = gl.createProgram()
    const sources = [
      [gl.VERTEX_SHADER, '#version 300 es\nvoid main() { gl_Position = vec4(vec2[](vec2(-1.0), vec2(3.0, -1.0), vec2(-1.0, 3.0))[gl_VertexID], 0.0, 1.0); }'],
      [gl.FRAGMENT_SHADER, `#version 300 es\nprecision highp float; precision highp sampler2D;\n#define texture2D texture\n${declarations} out vec4 result;\n${code}\nvoid main() { float at = gl_FragCoord.x / ${width}.0; result = vec4(${expression}); }`],
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
      else if (numbersOf.length === 3) gl.uniform3fv(place, numbersOf)
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
  }, { functions, value, count, textures, numbers, declared })
}
