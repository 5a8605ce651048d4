/** Weak models fall into saying one thing over and over; where a text begins to, so that it is cut there and not paid for or read out to its end. */

/** The longest piece, in characters, that counts as said over and over. */
const LONGEST_PIECE = 240
/** So often must a piece stand, and so many characters must all of it be: “ha ha ha” and a refrain are no circle. */
const TIMES = 4
const CHARACTERS = 72

/** The index at which the end of a text, said over and over, was said once; -1 where it is not. A piece cut off in its last repetition counts as one. Takes time that grows with the circle, not with the text. */
export function circleAt(text: string): number {
  const end = text.length
  for (let piece = 1; piece <= LONGEST_PIECE && piece * TIMES <= end; piece++) {
    let from = end - 1
    while (from >= piece && text[from] === text[from - piece]) from--
    const length = end - 1 - from + piece
    if (length >= CHARACTERS && length >= piece * TIMES) return end - length + piece
  }
  return -1
}
