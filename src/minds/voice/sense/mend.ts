/** Broken English put right: the little words that are left out and the order of questions, as people write who learnt it late or type in haste. */
import { remembered } from '../remembered.ts'

const BE_OR_MODAL = '(?:am|is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must|think|mean|about|ever|not)'
const MENDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(he|she|it|i|we|they|you) not (?=(?!a\b|the\b|my\b|so\b|very\b|sure\b|that\b|in\b|at\b|from\b|here\b|yet\b|only\b|to\b)[a-z]{2,})(?![a-z]+ing\b)/gi, '$1 do not '],
  [/\bi am come\b/gi, 'I have come'], [/\b(?:is|are|was) (?:he|she|they) all what i have\b/gi, 'all that I have'], [/\b(he|she|they) (is|are) all what i have\b/gi, '$1 $2 all that I have'],
  [/^(my|the|our) (\w+) (he|she|it|they) (?=\w)/gi, '$1 $2 '],
  [/^since (two|three|four|five|six|many|some|\d+) (days|weeks|months|years) (he|she|i|it|we|they) (.+)$/gi, '$3 $4 for $1 $2'],
  [/\bi can working\b/gi, 'I can work'], [/\bi (?:search|look) (?!for\b|at\b|like\b|after\b|into\b)(?=(?:the|a|my|some)\b)/gi, 'I am looking for '],
  [new RegExp(`^((?:what|which) (?!${BE_OR_MODAL}\\b)[a-z]+|how (?:much|many|long|far|old|often)|what|where|when|why|how) (i|you|we|they|he|she|it|people) (?!${BE_OR_MODAL}\\b)(needs?\\b|[a-z])`, 'gi'), '$1 do $2 $3'],
  [/^(what \w+) do they needs\b/gi, '$1 do they need'], [/^(?:whatever|ok(?:ay)?|k|anyway|alright|well|so)[,.]? (?=(?:good)?bye\b|see (?:you|ya)\b)/gi, ''], [/^(?:then |come on,? |come now,? )?(?:at least|come on|come now),? (?=\S)/gi, ''], [/^k,? th(?:x|anks)\b/gi, 'thanks'],
  [/^(you) (have|know|like|want|need|sell|make|live|work|see|hear|speak) ([^?]*)\?$/gi, 'do $1 $2 $3?'], [/^(you) (can|could|will|would) ([^?]+)\?$/gi, '$2 $1 $3?'],
  [/^(?:and )?(it|this|he|she) (is) ([^?]+)\?$/gi, '$2 $1 $3?'], [/^where is (?!(?:the|a|an|your|my|he|she|it|this|that|everybody|everyone)\b)([a-z]+)\b/g, 'where is the $1'],
  [/^(?:can|could) (pet|see|touch|have|get|eat|sleep|stay|go)\b/gi, 'can I $1'], [/\bhow do you call\b/gi, 'what do you call'],
]

/** The remark in plain English; as it is where there is nothing to mend. */
export const mended = remembered(mend)

function mend(text: string): string {
  const at = text.search(/\S/)
  if (at < 0) return text
  const plain = text.split(/(?<=[.!?])\s+/).map((part) => MENDS.reduce((words, [broken, whole]) => words.replace(broken, whole), part)).join(' ')
  return plain === text ? text : plain.charAt(0).toUpperCase() + plain.slice(1).replace(/^(\S+ )(?:You|He|She|It|They|We)\b/, (words) => words.toLowerCase())
}
