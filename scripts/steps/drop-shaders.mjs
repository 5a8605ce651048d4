/** Takes the renderer's own shaders out of the build: everything here is drawn with shaders of its own, and these are a good part of what is read before the first picture. */

/** What our shaders include, and what the renderer puts before them. */
export const KEPT_SHADERS = ['tonemapping_fragment', 'tonemapping_pars_fragment', 'colorspace_fragment', 'colorspace_pars_fragment']
/** Fewer than these, and the renderer is written in another way than this step knows. */
const FEWEST = 100

/** The renderer's code with every shader emptied that is not kept. */
export function dropShaders(code) {
  let dropped = 0
  const out = code.replace(/^(var|const) ([a-z_0-9$]+) = "(?:[^"\\]|\\.)*";$/gim, (line, word, name) => {
    if (KEPT_SHADERS.includes(name) || !line.includes('\\n')) return line
    dropped++
    return `${word} ${name} = "";`
  })
  if (dropped < FEWEST) throw new Error(`only ${dropped} shaders of the renderer were found: look at how it keeps them now`)
  return out
}
