/** Words cut into pieces of the size that models speak in, so that a speed in tokens a second means the same here as there. */

/** A short word with the space before it, a part of a longer one, or a mark. */
const PIECE = /\s*[\p{L}\p{N}]{1,6}|\s*[^\p{L}\p{N}\s]|\s+/gu

/** The pieces, in order; together they are the text. */
export function tokensOfText(text: string): string[] {
  return text.match(PIECE) ?? []
}
