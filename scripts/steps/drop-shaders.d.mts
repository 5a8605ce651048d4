/** Types of drop-shaders.mjs. */

/** What our shaders include, and what the renderer puts before them. */
export const KEPT_SHADERS: readonly string[]
/** The renderer's code with every shader emptied that is not kept. */
export function dropShaders(code: string): string
