/** How large the interface is on which screen. */
import { expect, it } from 'vitest'
import { readFiles } from '../../support/source-files.ts'

const styles = readFiles('src/view', /\.css$/)
/** Words in drawings, which are scaled with the drawing. */
const IN_DRAWINGS = /(?:\btext|\.mood-label|\.mood-word|\.tree-count|\.dial-letters)$/

it('[UI-153] the measure of everything is that of the browser up to 1920 x 1080, and grows three quarters as fast as larger screens', () => {
  const page = styles.find(({ path }) => path.endsWith('/page.css'))?.text ?? ''
  const rule = /html \{\s*font-size: max\(100%, (\d+)% \+ min\(([\d.]+)vw, ([\d.]+)vh\)\);/.exec(page)?.slice(1).map(Number)
  const [share = NaN, wide = NaN, high = NaN] = rule ?? []
  const remOn = (width: number, height: number): number => Math.max(16, 16 * (share / 100) + Math.min((width * wide) / 100, (height * high) / 100))
  for (const [width, height, rem] of [[390, 844, 16], [844, 390, 16], [1280, 720, 16], [1920, 1080, 16], [1920, 2160, 16], [2560, 1440, 20], [3840, 2160, 28], [5120, 1440, 20]] as const) expect(remOn(width, height), `${width} x ${height}`).toBeCloseTo(rem, 1)
})

it('[UI-153] nothing is measured in pixels but hairlines and words in drawings', () => {
  const wrong = styles.flatMap(({ path, text }) => {
    const rules = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@(?:media|container)[^{]*\{/g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)
    return [...rules].flatMap(([, selector = '', body = '']) => (IN_DRAWINGS.test(selector.trim()) ? [] : [...body.matchAll(/([\d.]+)px/g)].filter(([, size]) => Number(size) > 2 && Number(size) < 999).map(([size]) => `${path} ${selector.trim()} ${size}`)))
  })
  expect(wrong).toEqual([])
  expect(styles.length).toBeGreaterThan(10)
})
