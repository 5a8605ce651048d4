/** Types of drop-unused.mjs. */

/** The renderer's module (`three.module.js`) with stand-ins for what is not used. */
export function dropUnusedParts(code: string): string
/** The renderer's core (`three.core.js`) without what keeps unused classes in it. */
export function dropUnusedClasses(code: string): string
