/** A line in one person's own words, before its slots are filled: what slots hold is never touched. */
import type { Idiolect } from './idiolect.ts'

/** What follows a verb in a question, where nothing can be written out: “isn’t it”. */
const NO_INVERSION = '(?! (?:I|you|he|she|it|we|they|that|there|one|this)\\b)'
const NEGATIONS: ReadonlyArray<readonly [short: string, long: string]> = [
  ['don’t', 'do not'], ['doesn’t', 'does not'], ['didn’t', 'did not'], ['isn’t', 'is not'], ['aren’t', 'are not'], ['wasn’t', 'was not'], ['weren’t', 'were not'], ['hasn’t', 'has not'], ['haven’t', 'have not'], ['hadn’t', 'had not'], ['won’t', 'will not'], ['wouldn’t', 'would not'], ['couldn’t', 'could not'], ['shouldn’t', 'should not'], ['needn’t', 'need not'], ['can’t', 'cannot'],
]
type Swap = readonly [RegExp, string]
const cased = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const FULL: readonly Swap[] = [
  [/\bhaven’t any\b/g, 'have none'],
  ...NEGATIONS.flatMap(([short, long]): Swap[] => [[new RegExp(`\\b${short}\\b${NO_INVERSION}`, 'g'), long], [new RegExp(`\\b${cased(short)}\\b${NO_INVERSION}`, 'g'), cased(long)]]),
  [/\bI’m\b/g, 'I am'], [/\bI’ll\b/g, 'I will'], [/\bI’ve\b/g, 'I have'], [/\bI’d (?=(?:rather|like|say|only|be|do|never|sooner|give|choose|weave|weigh|knead|let|run|dig|wish|throw|trade|believe|worry)\b)/g, 'I would '],
  [/\b([Yy])ou’re\b/g, '$1ou are'], [/\b([Yy])ou’ve\b/g, '$1ou have'], [/\b([Yy])ou’ll\b/g, '$1ou will'], [/\b([Ww])e’re\b/g, '$1e are'], [/\b([Ww])e’ve\b/g, '$1e have'], [/\b([Ww])e’ll\b/g, '$1e will'], [/\b([Tt])hey’re\b/g, '$1hey are'], [/\b([Tt])hey’ve\b/g, '$1hey have'], [/\b([Tt])hey’ll\b/g, '$1hey will'],
  [/\b([Ii]t|[Tt]hat)’ll\b/g, '$1 will'], [/\b([Ii]t|[Tt]hat)’s (?=(?:been|got|gone|come|had|taken|lost|begun)\b)/g, '$1 has '], [/\b([Ii]t|[Tt]hat|[Tt]here|[Hh]ere|[Ww]hat|[Nn]obody)’s\b/g, '$1 is'],
]
const LOOSE: readonly Swap[] = [
  ...NEGATIONS.filter(([, long]) => long !== 'need not').flatMap(([short, long]): Swap[] => [[new RegExp(`\\b${long}\\b`, 'g'), short], [new RegExp(`\\b${cased(long)}\\b(?! even)`, 'g'), cased(short)]]),
  [/(?<!\b(?:as|than|what|who|that|where|all|so|here) )\bI am(?= [\w{])/g, 'I’m'], [/\bI will(?= \w)/g, 'I’ll'], [/\bI have(?= (?:not|never|heard|told|seen|lost|forgotten|kept|nothing|no)\b)/g, 'I’ve'],
  [/(?<!\b(?:as|than|what|who|that|where|how|all|so) )\b([Yy])ou are(?= [\w{])/g, '$1ou’re'], [/\b([Yy])ou have(?= (?:not|never|given|told|walked|had|come|heard)\b)/g, '$1ou’ve'], [/\b([Yy])ou will(?= \w)/g, '$1ou’ll'], [/\b([Ww])e have(?= (?:not|never|only|met|spoken|talked|said)\b)/g, '$1e’ve'],
  [/(?<!\b(?:as|than|what|who|where|how|all|so|if) )\b([Ii])t is(?= [\w{])/g, '$1t’s'], [/\b([Tt])hat is(?= [\w{])/g, '$1hat’s'], [/\b([Tt])here is(?= [\w{])/g, '$1here’s'],
]

/** Puts a favourite in the place of a common word, large where that was large. */
function favour(line: string, pattern: RegExp, favourite: string): string {
  return line.replace(pattern, (found: string) => (/^(?!I\b)\p{Lu}/u.test(found) ? cased(favourite) : favourite))
}

/** The line as this person says it. Slots stay, but for the part of the day in greetings that name none. */
export function phrase(line: string, { words, contraction }: Idiolect): string {
  let text = line
  text = favour(text, /(?<!-)\b[Gg]ood \{part\}(?! (?:again|to you)\b)/g, words.greeting)
  text = favour(text, /\b[Gg]oodbye\b(?=, (?:\{you\}|then))/g, words.goodbye)
  text = favour(text, /\b[Hh]ello\b(?=[,.!…](?! hello| and hello))/g, words.hello)
  text = favour(text, /\bI think\b(?=[,.… ](?!well|ill|of\b|about|so\b|I would))/g, words.think)
  text = favour(text, /\b(?:[Pp]erhaps|[Mm]aybe)\b/g, words.maybe)
  text = favour(text, /(?<!\bI )\b[Tt]hank you\b/g, words.thanks)
  text = favour(text, /(?<=^|[.!?…] )I don’t know(?=[.,!])/g, cased(words.ignorant))
  text = favour(text, /(?<=^|[.!?…] )I’m sorry(?=,)/g, cased(words.sorry))
  text = favour(text, /\b[Yy]es\b(?=[,.!…])(?!, yes)/g, words.yes)
  text = favour(text, /\b[Pp]eople\b/g, words.folk)
  text = favour(text, /\b[Rr]eally\b(?! must)/g, words.truly)
  text = favour(text, /\bvery(?= (?:glad|good|kind|quiet|tired|fond|sorry|strong|cold|fine|proud|small|strange|dear)\b)/g, words.very)
  text = favour(text, /\b[Aa] (?:little|bit|touch)\b(?= (?:glad|tired|flat|worn|faded|cold|\{feeling\}|grey|golden|more here)\b)/g, words.bit)
  if (words.body === 'one') text = text.replace(/\b([Ss]ome|[Nn]o|[Ee]very|[Aa]ny)body\b/g, (_, start: string) => (/^no$/i.test(start) ? `${start} one` : `${start}one`))
  if (words.faltering !== '… ') text = text.replace(/(?<=\b(?:I|[Oo]h|[Nn]ot|you|[Ww]here|so|that|[Ww]hat|[Aa]nd|with|would|I’m))… (?=[a-z])/g, words.faltering)
  if (contraction === 'even') return text
  return (contraction === 'full' ? FULL : LOOSE).reduce((said, [pattern, put]) => said.replace(pattern, put), text)
}
