/** What this browser draws with. */

/** Whether WebGL2 is there, and whether a processor stands in for a graphics card. */
export type Graphics = { webgl2: boolean; software: boolean }

/** Renderer names of rasterisers that run on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i

/** Asks a context of its own, and lets it go. */
export function inspectGraphics(): Graphics {
  try {
    const gl = document.createElement('canvas').getContext('webgl2')
    if (!gl) return { webgl2: false, software: true }
    const names = gl.getExtension('WEBGL_debug_renderer_info')
    const renderer: unknown = gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER)
    gl.getExtension('WEBGL_lose_context')?.loseContext()
    return { webgl2: true, software: typeof renderer === 'string' && SOFTWARE.test(renderer) }
  } catch {
    return { webgl2: false, software: true }
  }
}
