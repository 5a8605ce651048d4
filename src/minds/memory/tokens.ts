/** Words of a text as search terms: folded, cut, stop words dropped, lightly stemmed. */

/** Words that carry no subject: grammar, and the scaffolding of questions. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor so if then than that this these those there here it its of to in on at by for from with without into onto over under about as ' +
    'i me my mine myself we us our ours you your yours yourself he him his himself she her hers herself they them their theirs ' +
    'am is are was were be been being do does did done doing have has had having will would shall should can could may might must cant dont didnt doesnt wont isnt wasnt arent couldnt wouldnt ' +
    'im ive ill id youre youve youll hes shes theyre weve were thats whats theres lets ' +
    'what which who whom whose when where why how not no yes oh ah hey hi hello well just really very too also even still only ever any some such both each either ' +
    'kind kinds type types sort sorts many much likely often usually tell told please remember recall know say says said saying thing things something anything lot lots etc per via ' +
    'get gets got getting go goes let yeah ok okay wow thank thanks up out off down again more most other another own same all'
  ).split(' '),
)

/** Forms that no suffix rule can undo, by what they stem from. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'went:go gone:go ran:run bought:buy brought:bring thought:think taught:teach caught:catch sold:sell felt:feel left:leave met:meet made:make took:take taken:take gave:give given:give ' +
    'saw:see seen:see came:come knew:know known:know grew:grow grown:grow threw:throw thrown:throw flew:fly flown:fly drew:draw drawn:draw wrote:write written:write rode:ride ridden:ride ' +
    'drove:drive driven:drive broke:break broken:break spoke:speak spoken:speak woke:wake stole:steal stolen:steal chose:choose chosen:choose froze:freeze frozen:freeze ate:eat eaten:eat ' +
    'fell:fall fallen:fall slept:sleep kept:keep lost:lose built:build sent:send spent:spend lent:lend dug:dig hung:hang won:win stood:stand understood:understand held:hold heard:hear paid:pay ' +
    'laid:lay lay:lie swam:swim swum:swim sang:sing sung:sing drank:drink drunk:drink began:begin begun:begin sank:sink sunk:sink bit:bite bitten:bite hid:hide hidden:hide forgot:forget forgotten:forget ' +
    'wore:wear worn:wear tore:tear torn:tear swore:swear born:bear bore:bear shook:shake shot:shoot fed:feed led:lead fled:flee bled:bleed bred:breed wept:weep swept:sweep dreamt:dream learnt:learn burnt:burn ' +
    'children:child men:man women:woman wives:wife lives:life knives:knife wolves:wolf leaves:leaf loaves:loaf sheaves:sheaf calves:calf halves:half geese:goose mice:mouse oxen:ox feet:foot teeth:tooth people:person ' +
    'better:good best:good worse:bad worst:bad older:old oldest:old dying:die lying:lie died:die dead:die death:die kids:child kid:child mum:mother mom:mother dad:father'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** Words in -er that are no doers. */
const PLAIN_ER: ReadonlySet<string> = new Set(
  'mother father brother sister daughter summer winter river weather letter number dinner supper matter water never together whether rather either neither another after later offer over corner finger shoulder silver copper timber butter pepper ginger flower tower power shower paper leather feather border order ladder danger anger hunger winner proper cover clever under lower member december november october september center computer paper later offer enter tiger sober cider elder fever meter refer super outer inner upper layer poker laser liter river under wafer easter eager deer beer steer cheer career'.split(' '),
)

const cache = new Map<string, string>()
const CACHE_LIMIT = 20_000

/** The stem of one lower-case word: plural, tense, doer and adverb endings undone, a final e or y evened out. Words of one family share a stem; it need not be a word. */
export function stem(word: string): string {
  const known = cache.get(word)
  if (known !== undefined) return known
  const result = evenEnd(stripSuffix(IRREGULAR.get(word) ?? word))
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(word, result)
  return result
}

function stripSuffix(word: string): string {
  let w = word
  if (w.length > 3 && w.endsWith('s') && !/(ss|us|is)$/.test(w)) w = w.endsWith('ies') ? `${w.slice(0, -3)}y` : /(sh|ch|x|z|ss)es$/.test(w) ? w.slice(0, -2) : w.slice(0, -1)
  if (w.length > 5 && w.endsWith('ing') && /[aeiouy]/.test(w.slice(0, -3))) return undouble(w.slice(0, -3))
  if (w.length > 4 && w.endsWith('ied')) return `${w.slice(0, -3)}y`
  if (w.length > 4 && w.endsWith('ed') && !w.endsWith('eed') && /[aeiouy]/.test(w.slice(0, -2))) return undouble(w.slice(0, -2))
  if (w.length > 5 && w.endsWith('ly')) return w.slice(0, -2)
  if (w.length > 6 && w.endsWith('ness')) return w.slice(0, -4)
  if (w.length > 6 && w.endsWith('ment')) return w.slice(0, -4)
  if (w.length > 6 && w.endsWith('ation')) return w.slice(0, -5)
  if (w.length > 6 && w.endsWith('ion')) return w.slice(0, -3)
  if (w.length > 4 && /(?:er|[ts]or)$/.test(w) && !PLAIN_ER.has(w)) return undouble(w.slice(0, -2))
  if (w.length > 6 && w.endsWith('est')) return undouble(w.slice(0, -3))
  return w
}

function undouble(w: string): string {
  return w.length > 3 && w.at(-1) === w.at(-2) && !/[lsz]$/.test(w) ? w.slice(0, -1) : w
}

function evenEnd(w: string): string {
  if (w.length > 3 && w.endsWith('e')) return w.slice(0, -1)
  if (w.length > 2 && w.endsWith('y')) return `${w.slice(0, -1)}i`
  return w
}

/** Lower-case words of a text without accents and apostrophes, in order. Letters and digits of every script count. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/['’]s\b/g, '').replace(/['’]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether a lower-case word is grammar only. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word)
}

/** Search terms of a text, in order, repeats kept. Single letters are dropped, digits stay. */
export function termsOf(text: string): string[] {
  const terms: string[] = []
  for (const word of wordsOf(text)) {
    if (STOP_WORDS.has(word) || (word.length < 2 && !/\d/.test(word))) continue
    terms.push(stem(word))
  }
  return terms
}
