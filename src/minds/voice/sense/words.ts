/** Verbs by their forms and by what they mean, and nouns by their field: the closed knowledge of English that remarks are read with. */

/** What a verb means. */
export type Cls = 'be' | 'have' | 'want' | 'move' | 'know' | 'sense' | 'find' | 'like' | 'dislike' | 'fear' | 'make' | 'give' | 'help' | 'take' | 'lose' | 'hurt' | 'die' | 'kill' | 'promise' | 'say' | 'think' | 'work' | 'eat' | 'sleep' | 'dream' | 'live' | 'trade' | 'play' | 'feel' | 'fight' | 'love' | 'forgive' | 'teach' | 'happen' | 'do' | 'seem' | 'weep' | 'harm' | 'grow' | 'marry' | 'other' | ''

const CLASSES: { readonly [C in Cls]?: string } = {
  be: 'be become', have: 'have own keep carry hold wear', want: 'want need wish hope intend plan', move: 'go come leave walk travel cross ride run return arrive wander climb flee follow move visit pass reach sail enter escape march turn back', know: 'know remember understand recognise recognize forget learn',
  sense: 'see hear watch notice smell look listen', find: 'find meet discover encounter search seek', like: 'like enjoy prefer adore', dislike: 'hate dislike despise mind detest bore', fear: 'fear worry', make: 'make build bake cook sew mend fix write paint carve plant sow weave brew repair chop dig', give: 'give bring lend offer share send show hand feed pour', help: 'help save protect rescue carry', take: 'take steal rob grab cheat borrow', lose: 'lose miss vanish disappear', hurt: 'hurt wound injure break bite kick limp bleed ache fall cut burn sting suffer cough tread', die: 'die drown perish bury', kill: 'kill murder slay strangle poison stab slaughter', promise: 'promise swear vow', say: 'say tell ask speak talk shout call answer whisper mention explain lie sing chat yell scream laugh greet', think: 'think believe guess suppose reckon imagine expect doubt consider trust', work: 'work toil serve earn', eat: 'eat drink taste starve', sleep: 'sleep rest wake lie', dream: 'dream', live: 'live stay dwell remain', trade: 'buy sell pay cost charge owe trade haggle afford hire', play: 'play dance joke win bet race', feel: 'feel', fight: 'fight quarrel argue battle hit beat attack threaten shoot', love: 'love kiss fancy adore flirt', forgive: 'forgive apologise apologize pardon', teach: 'teach train', happen: 'happen occur', do: 'do', seem: 'seem sound appear', weep: 'cry weep grieve mourn', harm: 'destroy ruin flood wash trample rot spoil', grow: 'grow ripen bloom', marry: 'marry wed',
}

const FORMS = 'be:am is are was were been being;have:has had having;do:does did done doing;go:goes went gone going;come:came;leave:left leaving;run:ran running;ride:rode ridden riding;flee:fled;know:knew known;understand:understood;forget:forgot forgotten;learn:learnt;see:saw seen;hear:heard;find:found;meet:met;seek:sought;make:made making;build:built;sew:sewn;write:wrote written writing;give:gave given giving;bring:brought;lend:lent;send:sent;show:shown;feed:fed;take:took taken taking;steal:stole stolen;lose:lost losing;hurt:hurting;break:broke broken breaking;bite:bit bitten biting;bleed:bled;fall:fell fallen;cut:cutting;tread:trod trodden;die:dying dead;bury:buried;swear:swore sworn;say:said;tell:told;speak:spoke spoken;sing:sang sung;think:thought;eat:ate eaten;drink:drank drunk;sleep:slept;wake:woke woken waking;lie:lay lain lying;dream:dreamt;buy:bought;sell:sold;pay:paid;cost:;win:won;feel:felt;fight:fought;hit:hitting;beat:beaten;shoot:shot;forgive:forgave forgiven;teach:taught;keep:kept;hold:held;wear:wore worn;grow:grew grown;dig:dug;sow:sown;weep:wept;burn:burnt;spoil:spoilt;begin:began begun;blow:blew blown;catch:caught;choose:chose chosen;draw:drew drawn;drive:drove driven;fly:flew flown;get:got gotten getting;hide:hid hidden;lead:led;let:letting;mean:meant;put:putting;read:;rise:rose risen;sit:sat sitting;stand:stood;strike:struck;swim:swam swum;tear:tore torn;throw:threw thrown;bear:bore borne;cry:cried cries crying;carry:carried carries;marry:married marries;try:tried tries;worry:worried worries;mean:meant;shut:;set:;spend:spent;sink:sank sunk;swell:swelled swollen;ruin:ruined;rot:rotted rotting;drown:drowned;rob:robbed;stab:stabbed;chop:chopped chopping;plan:planned;stop:stopped stopping;drop:dropped;beg:begged;wash:washed'

const lemmaOf = new Map<string, string>()
const clsOf = new Map<string, Cls>()
for (const [cls, verbs] of Object.entries(CLASSES) as Array<[Cls, string]>) for (const verb of verbs.split(' ')) if (!clsOf.has(verb)) clsOf.set(verb, cls)
for (const entry of FORMS.split(';')) {
  const [verb = '', forms = ''] = entry.split(':')
  lemmaOf.set(verb, verb)
  for (const form of forms.split(' ')) if (form !== '') lemmaOf.set(form, verb)
}
const PAST: ReadonlySet<string> = new Set(FORMS.split(';').flatMap((entry) => (entry.split(':')[1] ?? '').split(' ')).filter((form) => form !== '' && !/(?:ing|s)$/.test(form) && !['is', 'am', 'are', 'has', 'does', 'goes'].includes(form)).concat('was', 'were', 'had', 'did'))

/** The plain form of a verb: “trod” is “tread”, “sews” is “sew”; a word that is no known verb is cut by its ending. */
export function lemma(word: string): string {
  const known = lemmaOf.get(word)
  if (known !== undefined) return known
  if (clsOf.has(word)) return word
  for (const form of [word.replace(/ies$/, 'y'), word.replace(/ied$/, 'y'), word.replace(/es$/, ''), word.replace(/s$/, ''), word.replace(/ed$/, ''), word.replace(/d$/, ''), word.replace(/ing$/, ''), word.replace(/ing$/, 'e'), word.replace(/(.)\1(?:ed|ing)$/, '$1')]) if (form !== word && (clsOf.has(form) || lemmaOf.has(form))) return form
  return word
}

/** What a verb in its plain form means; `other` for what is in no class. */
export function classOf(verb: string): Cls {
  return verb === '' ? '' : (clsOf.get(verb) ?? 'other')
}

/** Whether a form is past, or a participle. */
export function isPastForm(word: string): boolean {
  return PAST.has(word) || (word.length > 4 && /[^e]ed$/.test(word))
}

/** Whether a word may be the verb that ends a longer subject. */
export function isFinite(word: string): boolean {
  return PAST.has(word) || (/(?:ed|s)$/.test(word) && clsOf.has(lemma(word)) && lemma(word) !== word)
}

const NOUNS = {
  child: 'daughter son child baby boy girl kid infant grandchild toddler', kin: 'mother father mum mom mama papa dad wife husband brother sister grandmother grandfather grandma grandpa uncle aunt cousin parents family niece nephew', friend: 'friend companion comrade partner neighbour master mate sweetheart',
  beast: 'dog cat horse mule donkey ox cow goat sheep lamb pig hen bird fox wolf bear mare pony hound puppy kitten bull calf ewe crow raven', herd: 'sheep flock herd cattle goats hens pigs cows lambs bees', body: 'foot feet leg arm hand head back eye tooth stomach belly knee finger throat shoulder ankle', water: 'river stream lake well water sea pond brook spring',
  wares: 'ribbon ribbons needle needles thread honey cloth pots pans knives spices salt wares goods silk lace buttons beads jar jars candles soap tools seed rope cheese wool furs hides rugs glass combs trinkets', weather: 'rain fog storm hail frost snow drought wind flood thunder lightning mist', crop: 'barley wheat oats rye grain corn hay harvest field crop crops seed beans turnips cabbages orchard apples',
  omen: 'ghost spirit crow raven shadow light lights voice voices singing sign mark bone bones stranger footprints knocking', crime: 'theft thief murder robbery crime burglary killing', treasure: 'gold silver cup ring purse coin coins money jewel jewels treasure chest necklace', deadly: 'killed murdered stabbed dead corpse body',
} as const
/** A field that nouns belong to. */
export type NounField = keyof typeof NOUNS
const fieldByNoun = new Map<string, Set<NounField>>()
for (const [field, nouns] of Object.entries(NOUNS) as Array<[NounField, string]>) for (const noun of nouns.split(' ')) fieldByNoun.set(noun, (fieldByNoun.get(noun) ?? new Set()).add(field))

/** Whether a noun, or its singular, belongs to a field. */
export function isNoun(word: string, field: NounField): boolean {
  return (fieldByNoun.get(word)?.has(field) ?? false) || (fieldByNoun.get(word.replace(/s$/, ''))?.has(field) ?? false)
}

/** The first of `words` in a field; null for none. */
export function nounOf(words: readonly string[], field: NounField): string | null {
  return words.find((word) => isNoun(word, field)) ?? null
}
