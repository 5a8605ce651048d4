/** Types of lean-shaders.mjs. */

/** The code with every template that is marked as a shader without comments, indentation and spaces round signs. */
export function leanShaders(code: string): string
