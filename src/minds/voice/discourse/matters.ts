/** What a remark may tell of, by the words that belong to it: how much it weighs, and what is said and asked of it by whoever hears it. */

import { isAsking } from '../asked/plain.ts'
import { sentencesOf } from '../speak.ts'

/** How a matter is met. */
export type Tone = 'sad' | 'good' | 'plain'

/** A matter. `{who}`, `{pro}` and `{him}` are the one it is about; a line that needs one is unsaid where there is none. */
export type Matter = { name: string; tone: Tone; /** What weighs most is answered. */ weight: number; words: RegExp; /** Whether it is only one where it is told of oneself: “I am hungry”, and not “the dog is hungry”. */ isOwn?: true; say: readonly string[]; ask: readonly string[] }

/** The heaviest first. */
const MATTERS: readonly Matter[] = [
  { name: 'astray', tone: 'plain', weight: 11, words: /\bi am (?:quite |a bit |rather |completely |so )?lost\b(?! without)|\b(?:lost|cannot find) my way\b|\bdo not know where i am\b/, say: ['You’re in {village}, and from here one finds every road.', 'This is {village}. You’re no longer lost, only early.'], ask: ['Where did you mean to go?', 'Whom were you with?'] },
  { name: 'death', tone: 'sad', weight: 10, words: /\b(?:die|died|dead|death|killed|buried|funeral|passed away|grave|widow(?:er)?|orphan|drowned|did not make it|did not come (?:back|home))\b/, say: ['That leaves a place nobody fills.', 'One learns to walk with it; one doesn’t put it down.', 'The dead are heavy for those who carry them.'], ask: ['Was it long ago?', 'What was {pro} like?', 'Who was with you then?'] },
  { name: 'parting', tone: 'sad', weight: 8, words: /\b(?:(?:he|she|they|wife|husband|woman|man|girl|boy|love|sweetheart|mother|father|friend) (?:just |simply )?(?:left|went away|ran (?:off|away)|walked out|is gone)|left me|leave me|abandon|divorced?|broke up|separated|without a word|never came back|(?:never|not) (?:\w+ ){0,3}say goodbye)\b/, say: ['To be left is a cold thing.', 'It’s the empty chair that talks loudest.', 'What one never got to say stays longest.'], ask: ['Have you heard anything of {him} since?', 'And there was no word before it?', 'How do you bear it?'] },
  { name: 'war', tone: 'sad', weight: 7, words: /\b(?:wars?|battles?|soldiers?|army|besieged|regiment)\b/, say: ['I know such things only from hearing, and that was enough.', 'Those who were there seldom speak of it.'], ask: ['How long were you in it?', 'Does it let you sleep?', 'Did many come home with you?'] },
  { name: 'loss', tone: 'sad', weight: 6, words: /\b(?:(?<!\b(?:got|get|getting|was|were) )lost|stole|stolen|robbed|burnt|burned|flooded|ruined|river took|taken from me|gone for good|lose everything)\b/, say: ['That’s bitter, to stand there with empty hands.', 'One begins again with less, and that’s hard.'], ask: ['What was left?', 'How did it come to that?', 'Did nobody help?'] },
  { name: 'illness', tone: 'sad', weight: 6, words: /\b(?:ill|sick|fever|cough|wound|wounded|hurt|hurts|injured|bleed|bleeding|pain|limp|sore|blind|lame|dizzy|poorly|weak)\b/, say: ['That wants rest, and somebody who looks in.', 'One only notices health when it’s gone.'], ask: ['Is it any better by now?', 'Has anybody had a look at it?'] },
  { name: 'pressed', tone: 'sad', weight: 6, words: /\b(?:wants? me to|want me to|made me|making me|makes me (?:go|work|marry)|force[sd]? me|against my will|ran away|run away|twice my age|not allowed|have no choice)\b/, say: ['And nobody asked what you want yourself.', 'It’s your life; they only pack it.'], ask: ['What would you rather do?', 'Have you told them so?', 'Does anybody stand by you?'] },
  { name: 'good-match', tone: 'good', weight: 6, words: /\b(?:marry|married|getting married|wedding|betrothed|engaged to|bride)\b/, say: ['May it be a long table and a warm house.', 'That’s news to raise a mug to.'], ask: ['When is it to be?', 'Where did the two of you meet?'] },
  { name: 'birth', tone: 'good', weight: 6, words: /\b(?:was born|newborn|baby|twins|pregnant|expecting a|became a (?:father|mother)|first child)\b/, say: ['Another mouth, and another reason to get up.', 'A house is louder and better for it.'], ask: ['Are both of them well?', 'Has it a name yet?'] },
  { name: 'quarrel', tone: 'sad', weight: 5, words: /\b(?:quarrel|quarrelled|argue|argued|fight|fought|fighting|shouted|yelled|bit my head off|rude|cheated|betrayed|lied to|laughed at|insulted|could(?: not|n't) agree|hates? me|not speak|unkind|mean to me|charged me|threw me out|sent me away|drinks)\b/, say: ['Such words stay longer than they should.', 'There are two sides to it, as a rule; yours I’ve heard now.', 'One swallows it and it comes up again at night.'], ask: ['What was it over?', 'Could it still be mended?', 'And what did you do?'] },
  { name: 'lonely', tone: 'sad', weight: 5, words: /\b(?:lonely|alone|nobody(?: is|'s)? (?:waiting|there|left)|(?:not|never) (?:talked?|spoken?) to (?:anyone|anybody|a soul)|no one (?:is )?(?:waiting|left)|nobody to|no friends|all by myself|nowhere to (?:be|go))\b/, say: ['One forgets how one’s own voice sounds.', 'Then it’s good that you stopped here.', 'That’s a wide road with one pair of feet on it.'], ask: ['How long has it been like that?', 'Is there nobody at home?', 'Would you rather it were otherwise?'] },
  { name: 'fear', tone: 'sad', weight: 5, words: /\b(?:afraid|scared|frightened|terrified|nightmares?|wake up at night|fear|anxious|worried|hunted|following me|after me)\b/, say: ['There is nothing at this door that bites.', 'One is less afraid where somebody stands beside one.'], ask: ['What is it that frightens you most?', 'Is it worse at night?'] },
  { name: 'guilt', tone: 'sad', weight: 5, isOwn: true, words: /\b(?:my fault|something i (?:said|did)|blame|ashamed|regret|guilty|mistake|failed|should have|should not have|wish i had|let (?:him|her|them) down|(?:keep|not stop|cannot stop) thinking)\b/, say: ['It’s seldom one word alone.', 'One is a hard judge where it’s oneself.', 'From behind one always knows better.'], ask: ['What would you do otherwise today?', 'Have you told anybody?'] },
  { name: 'hunger', tone: 'sad', weight: 5, isOwn: true, words: /\b(?:hungry|starving|have not eaten|had nothing to eat|hunger|thirsty)\b/, say: ['Nobody should stand here empty.', 'Then first of all you eat; ask for me at the inn.'], ask: ['When did you last have something warm?'] },
  { name: 'homeless', tone: 'sad', weight: 5, isOwn: true, words: /\b(?:(?:cannot|not) (?:just )?find (?:any )?work|no (?:work|job|home|house|roof)|used to have a (?:house|home|farm|shop)|nowhere to sleep|lost my (?:work|job|place))\b/, say: ['It takes little, and one stands outside.', 'That can happen to anybody with one bad year.'], ask: ['And how do you get by?', 'How long have you been on the road?'] },
  { name: 'poor', tone: 'sad', weight: 4, words: /\b(?:no money|not have (?:any )?(?:money|coin|coins)|have any money|poor|cannot (?:afford|pay)|owes? me|owe|debts?|penniless|in debt)\b/, say: ['Money is short with most of us; it’s no shame.', 'One can be owed a good deal and still eat dry bread.'], ask: ['How much would it take?', 'Can you wait for it?'] },
  { name: 'weary', tone: 'sad', weight: 4, isOwn: true, words: /\b(?:tired|exhausted|weary|soaked|wet through|freezing|cold|blisters?|feet (?:hurt|are)|not slept|walked all|before dawn|since dawn|bog|worn out)\b/, say: ['Then rest before you do anything else.', 'Dry feet first; the rest can wait.'], ask: ['Have you far to go still?', 'Where did you sleep last night?'] },
  { name: 'luck', tone: 'good', weight: 4, words: /\b(?:won|finished|succeeded|passed|healed|recovered|safe at last|found (?:it|him|her|them)|got the|inherited|paid off|proud of|good news|at last|born to)\b/, say: ['That’s worth a good supper.', 'One should ring a bell for such things.'], ask: ['How did you manage that?', 'And who knows of it yet?'] },
  { name: 'love', tone: 'good', weight: 4, words: /\b(?:in love|sweetheart|a girl|kissed|love (?:her|him)|fell for|handsome|the one for me)\b/, say: ['One doesn’t choose that; it chooses.', 'It shows, when you speak of it.'], ask: ['What is it about {him}?', 'And does it go both ways?'] },
  { name: 'secret', tone: 'plain', weight: 4, words: /\b(?:secret|hiding|hide|anyone i am here|do not tell|between you and me|keep quiet)\b/, say: ['What I’m told under the roof stays under it.', 'I’ve heard nothing and seen nobody.'], ask: ['Is somebody after you?', 'Who must not know?'] },
  { name: 'memory', tone: 'plain', weight: 3, isOwn: true, words: /\b(?:remind(?:s|ed)?|remember|still see|used to|when i was (?:little|small|a child|young)|childhood|smells? like|good to me|back then)\b/, say: ['Such things stay, when much else has gone.', 'One carries a whole house about in one’s head.'], ask: ['Is it a good memory?', 'Do you go back there, in your head?', 'What do you miss most of it?'] },
  { name: 'dream', tone: 'plain', weight: 3, isOwn: true, words: /\b(?:want to (?:be|become)|when i(?: am|'m) (?:big|grown|older)|wish|dream of|someday|one day i|always wanted|would rather be)\b/, say: ['That’s worth wishing for.', 'One gets there by beginning, mostly.'], ask: ['What draws you to it?', 'What stands in the way?'] },
  { name: 'learning', tone: 'plain', weight: 2, isOwn: true, words: /\b(?:books?|write|wrote|writing|read|studied|study|scholar|collecting|draw|drawing|paint|painting|poem|music|song|fiddle|pictures?|copy|map)\b/, say: ['I’ve known few who do such a thing.', 'That takes patience, I should think.'], ask: ['How did you come to it?', 'What will become of it when it’s done?', 'Who is it for?'] },
  { name: 'trade', tone: 'plain', weight: 2, isOwn: true, words: /\b(?:worked|work|working|trade|apprentice|job|farrier|butcher|merchant|sailor|carpenter|sell|sold|selling|employ|hired|customers?|office|wares|bargain)\b/, say: ['Then your hands know something.', 'One learns people that way, too.'], ask: ['What was the hardest of it?', 'Did it feed you?', 'Would you do it again?'] },
  { name: 'road', tone: 'plain', weight: 2, isOwn: true, words: /\b(?:travel(?:led|ling)?|(?:come|came|am|are) from|walked (?:for|all|from|since)|sailed|rode (?:for|all|from)|arrived|far country|from the (?:coast|sea|city|mountains|south|north|east|west)|bound for|on the way)\b/, say: ['That’s a long way for two feet.', 'One sees a good deal, going so far.'], ask: ['What is it like there?', 'Where will you go from here?', 'What was the worst of the way?'] },
  { name: 'stay', tone: 'plain', weight: 2, words: /\b(?:only here|till tomorrow|until tomorrow|leaving (?:soon|tomorrow)|staying|stay (?:a|for|here)|passing through|not staying)\b/, say: ['That’s a short time for a place.', 'One hardly knows the doors by then.'], ask: ['Where to, afterwards?', 'What would you like to see before you go?'] },
  { name: 'farm', tone: 'plain', weight: 2, isOwn: true, words: /\b(?:farm|orchard)\b|\b(?:my|our|have|had|keep|kept|own|owned) (?:\w+ ){0,2}(?:fields?|cows?|pigs?|goats?|hens|chickens|sheep|crops)\b/, say: ['Then you know what one cloud can do.', 'One is never done with beasts and fields.'], ask: ['What did you have the most of?', 'Who sees to it now?'] },
  { name: 'animal', tone: 'plain', weight: 2, isOwn: true, words: /\b(?:my|our|have|had|got|keep|kept|own|bought|found) (?:\w+ ){0,2}(?:dog|cat|horse|bird|donkey|mule|puppy|kitten|pony)s?\b/, say: ['They know more about us than we about them.', 'A beast tells one the truth.'], ask: ['Has it a name?', 'And were you not afraid of it?'] },
  { name: 'table', tone: 'plain', weight: 1, isOwn: true, words: /\b(?:meat|eat|cook|cooking|supper|dinner|breakfast|meal|taste|recipe)\b/, say: ['At the table one finds out about people.', 'Everybody has their own way with that.'], ask: ['And what do you eat at home?', 'How long have you kept to that?'] },
  { name: 'kin', tone: 'plain', weight: 1, words: /\b(?:brothers?|sisters?|mother|father|uncle|aunt|cousin|grand\w+|family|parents|son|daughter|mama|papa|mum|dad|friends?)\b/, say: ['One carries one’s people along, wherever one goes.', 'Every house has one like that.'], ask: ['Do you see {him} often?', 'And the others at home?', 'Are you much alike?'] },
]

const FEMALE = /^(?:wife|mother|mum|mom|mama|sister|daughter|aunt|grandmother|grandma|granny|girl|woman|lady|girlfriend|bride|niece|queen|widow)$/
const MALE = /^(?:husband|father|dad|papa|brother|son|uncle|grandfather|grandpa|boy|man|gentleman|fellow|boyfriend|groom|nephew|king|farrier|widower)$/
/** Whom one may have, meet and tell of. */
const PERSONS = 'wife|mother|mum|mom|mama|sister|daughter|aunt|grandmother|grandma|girl|woman|lady|girlfriend|bride|niece|husband|father|dad|papa|brother|son|uncle|grandfather|grandpa|boy|man|gentleman|fellow|boyfriend|groom|nephew|farrier|friend|friends|master|boss|neighbour|neighbor|parents|family|children|kids|child|baby|brothers|sisters|sons|daughters|teacher|captain|comrade|companion|partner|cousin|sweetheart|people|keeper|dog|cat|horse|donkey|mule|bird|sheep'
const OWN_PERSON = new RegExp(`\\b(my|our|a|an|the|this|some|two|three|his|her) ((?:(?!${PERSONS})[a-z]+ ){0,2})(${PERSONS})\\b`, 'gi')

/** Somebody of the partner’s, or whom they met: what they are called to the partner’s face, and as what one asks of them. */
export type Who = { who: string; noun: string; pro: 'he' | 'she' | 'they'; him: 'him' | 'her' | 'them' }

/** The person of the partner’s whom words tell of last; null where they tell of nobody. */
export function whoIn(text: string): Who | null {
  // whom a question names may be the listener’s
  const told = sentencesOf(text).filter((part) => !isAsking(part) || /\b(?:my|our)\b/i.test(part)).join(' ')
  const found = [...told.matchAll(OWN_PERSON)].at(-1)
  const bare = /\b(mama|papa|mum|mom|dad|granny|grandma|grandpa)\b/i.exec(told)?.[1]?.toLowerCase()
  if (!found) return bare === undefined ? null : { who: `your ${bare}`, noun: bare, ...sexOf(bare) }
  const [, article = '', quality = '', noun = ''] = found
  const isOwn = /^(?:my|our)$/i.test(article)
  const name = noun.toLowerCase()
  return { who: `${isOwn ? 'your' : /^(?:two|three|some)$/i.test(article) ? 'those' : /^(?:his|her)$/i.test(article) ? article.toLowerCase() : 'the'} ${isOwn ? '' : quality.toLowerCase()}${name}`, noun: name, ...sexOf(name) }
}

function sexOf(noun: string): Pick<Who, 'pro' | 'him'> {
  return FEMALE.test(noun) ? { pro: 'she', him: 'her' } : MALE.test(noun) ? { pro: 'he', him: 'him' } : { pro: 'they', him: 'them' }
}

const DENIES = /\b(?:not|never|nobody|nothing|nowhere|cannot|without|no)\b/
/** A denial that reaches the end of the words before it. */
const DENIED_BEFORE = /\b(?:not|never|cannot|nobody|no)\b(?!.*\b(?:since|because|when|after|until|who|that|and|but)\b)/
const OWN_WORDS = /\b(?:i|we|my|our|me|us)\b/

/** The weightiest matter of words in small letters, written out; null where they belong to none: what is denied, or only possible, is no loss and no luck. */
export function matterOf(text: string): Matter | null {
  return MATTERS.find((matter) => isTold(matter, text)) ?? null
}

function isTold({ tone, words, isOwn }: Matter, text: string): boolean {
  const found = words.exec(text)
  if (!found || (isOwn && !OWN_WORDS.test(text))) return false
  const before = text.slice(0, found.index)
  if (tone === 'plain') return true
  if (DENIED_BEFORE.test(before) && !DENIES.test(found[0])) return false
  if (tone === 'sad' && /\b(?:will|would|could|can|might|may) (?:\w+ )?$/.test(before) && !DENIES.test(found[0])) return false
  // who has killed is no mourner
  return !(/^(?:killed|hurt|wounded)/.test(found[0]) && /\b(?:i|we) (?:\w+ )?$/.test(before) && !/\b(?:my|our)\b/.test(text.slice(found.index).split(' ').slice(0, 2).join(' ')))
}
