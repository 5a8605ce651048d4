/** Lets parts of the page that are read later be read by `readPart` (src/platform/read-part.ts), which tries again where a browser would not. */

/**
 * The code of a part with its imports of other parts read so; imports of anything else stay.
 * @param {string} code
 * @returns {string}
 */
export function readLaterParts(code) {
  return code.replace(/\bimport\(\s*([`'"])(\.\/[\w.-]+\.js)\1\s*\)/g, 'readPart(`$2`)')
}
