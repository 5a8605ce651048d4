/** Plain lines as each manner of speaking puts them: the gruff stop after the first sentence, the shy and the dreamy trail off, the merry call out. */
import type { Scene } from '../scene.ts'
import { sentencesOf } from '../speak.ts'

/** Characters from which a first sentence says enough by itself. */
const ENOUGH = 9

/** The lines as the scene’s person would say them. */
export function inManner({ voice: { manner } }: Scene, lines: readonly string[]): string[] {
  switch (manner) {
    case 'gruff': return lines.map((line) => {
      const [first = line] = sentencesOf(line)
      return (first.length < ENOUGH ? line : first).replace(/,? (?:I should think|as far as I know|as far as one sees|to be honest)\b/g, '')
    })
    case 'shy': return lines.map((line, at) => (at % 2 === 0 ? line.replace(/\.$/, '…') : line.replace(/, /, '… ')))
    case 'merry': return lines.map((line) => line.replace(/\.$/, '!'))
    case 'dreamy': return lines.map((line) => line.replace(/[,;] (?=\p{Ll})/u, '… '))
    default: return [...lines]
  }
}
