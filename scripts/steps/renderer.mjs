/** Asks a Chromium what draws for it: a graphics card, Mesa or SwiftShader; it explains how fast the browser tests are. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from './run.mjs'

const ARGS = ['--no-sandbox', '--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist', '--enable-unsafe-swiftshader']

/** The renderer's name, or a sentence why there is none. */
export async function readRenderer(executablePath) {
  try {
    const { chromium } = createRequire(join(ROOT, 'package.json'))('@playwright/test')
    const browser = await chromium.launch({ executablePath, args: ARGS, timeout: 60_000 })
    const page = await browser.newPage()
    const name = await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2')
      if (gl === null) return 'none: this Chromium offers no WebGL2'
      const names = gl.getExtension('WEBGL_debug_renderer_info')
      return String(gl.getParameter(names === null ? gl.RENDERER : names.UNMASKED_RENDERER_WEBGL))
    })
    await browser.close()
    return name
  } catch (error) {
    return `unknown: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
  }
}
