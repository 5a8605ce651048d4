/** Types of later-parts.mjs. */

/** The code of a part with its imports of other parts read by `readPart`. */
export function readLaterParts(code: string): string
