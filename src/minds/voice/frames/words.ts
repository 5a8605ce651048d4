/** Fields of meaning that words of a remark belong to, by stem: what is good or bad to hear of, what one bids, what a body does, what nobody in this world has heard of. */
import { stem } from '../../memory/tokens.ts'

const FIELDS = {
  /** What one wishes somebody joy of. */
  luck: 'birth win victory found find marry married wedding wed engaged betrothed fiance fiancee pregnant expecting birthday anniversary succeed recovered healed cured inherit promoted graduated celebrate celebrating treasure prize rich baby twins newborn grandchild lucky luck proud finished free safe',
  /** What one is sorry to hear. */
  woe: 'accident accidents wound injury hurting danger lost died dead dying killed lost stolen robbed robbery thief broke broken burnt burned drowned sick ill illness fever wounded hurt injured bleeding fell failed cheated betrayed abandoned alone lonely cry crying cried suffer suffering starving hungry thirsty cold freezing wet tired exhausted trouble troubles terrible awful horrible bad worst sad unhappy miserable heartbroken afraid scared frightened worried worry ashamed guilty jealous homesick hurting pain sore ache aching lame blind poor hopeless unlucky stuck nightmare grief mourning funeral divorce divorced fight quarrel quarrelled ruined missing homeless',
  /** What a body may do to its owner. */
  ache: 'hurt hurts ache aches aching sore pain pains itch itches burn burns bleed bleeding broken swollen stiff blister blisters cough limp',
  body: 'feet foot head back leg legs arm arms hand hands tooth teeth stomach belly knee knees eye eyes ear ears throat shoulder neck finger heart toe hip bones',
  /** Deeds nobody praises. */
  crime: 'kill murder steal stole rob robbed burn poison stab strangle kidnap cheat betray rape assassinate slay slaughter',
  weapon: 'knife sword dagger axe weapon gun bow spear club pistol rifle',
  harm: 'kill hurt harm hit beat stab cut burn break destroy punch strangle slap fight crush ruin smash kick bite curse',
  /** What nobody is, whatever he says. */
  wonder: 'king queen prince princess emperor god goddess ghost wizard witch sorcerer dragon vampire werewolf angel demon devil alien immortal president hero giant elf dwarf orc goblin fairy mermaid robot walrus prophet messiah legend unicorn monster superhero time-traveller pirate spy assassin',
  /** What is no small thing, wherever it was. */
  grave: 'body corpse bodies murder murdered blood poisoned poison stealing thief thieves stolen robbed following watching stalking collapsed blocked flooded burnt burned missing vanished disappeared plague attacked threatened cursed drowned ghost screaming screams shouting chasing kidnapped',
  danger: 'fire flames burning wolf wolves bear bandit bandits robbers raiders soldiers army flood storm dragon attack attacking attacked enemy enemies murderer thief thieves explosion earthquake avalanche monster snake boar behind collapsed collapsing',
  near: 'come coming comes here behind there now quick quickly run running attack attacking burning fire help look on',
  good: 'kind nice good great lovely beautiful handsome pretty cute wise clever smart funny sweet generous brave strong helpful wonderful amazing charming patient friendly best favourite favorite delicious tasty impressive talented gentle honest fun cool awesome skilled fine excellent brilliant fantastic perfect adorable gorgeous splendid pleasant polite cosy cozy peaceful magnificent marvellous interesting sensible warm wholesome nicest kindest loveliest prettiest cutest funniest wisest friendliest finest better welcome charming stunning super incredible',
  poor: 'bad ugly stupid dumb boring slow lazy rude mean useless worthless dull fat smelly dirty crazy mad weird strange annoying silly awful terrible horrible shabby dreadful miserable disgusting filthy poor small tiny loud noisy stubborn grumpy odd nosy clumsy crooked old-fashioned backward empty dead dreary gloomy stingy short bald skinny wrinkled no-fun quiet shy serious pale worst ugliest',
  weather: 'rain raining rains snow snowing sun sunny storm stormy wind windy cloud clouds cloudy fog foggy mist misty weather sky frost thunder hail drizzle breeze warm cold chilly hot cool freezing',
  meet: 'talk talking meet meeting met chat chatting speak speaking know knowing',
  place: 'village town place country land here valley settlement hamlet region spot view square',
  dwelling: 'house home cottage hut place roof hearth room bed fireplace',
  /** What one may be asked to do with one’s own body near another’s. */
  tender: 'kiss hug cuddle embrace hold touch marry undress sleep',
  come: 'come approach',
  along: 'follow join accompany walk go lead',
  stay: 'stop wait stay halt hold freeze pause',
  hurry: 'hurry hasten rush faster quicker quick',
  hush: 'quiet silent silence hush shh shhh quit',
  away: 'leave away off',
  flee: 'run flee hide duck escape',
  cheer: 'cheer smile relax calm worry cry sad mad afraid angry upset sorry easy brave strong happy shy nervous',
  prove: 'prove proof demonstrate',
  try: 'try guess imagine bet',
  /** What no one in this world has met with. */
  unheard: 'ai robot npc computer internet wifi wi-fi phone telephone smartphone television tv car cars plane airplane aeroplane train bus taxi electricity app website software google youtube facebook instagram twitter tiktok reddit discord netflix minecraft chatgpt gpt openai claude llm model bug code gpu server browser console controller keyboard mouse screen save load level quest xp inventory pixel graphics dollar dollars euro euros pound pizza coffee chocolate potato tomato hamburger football basketball president america europe china london paris berlin germany france england spain italy india japan russia usa york africa australia texas god-mode cheat cheats multiplayer player programmer developer elon musk trump microsoft apple-computer laptop printer camera radio nuclear bomb gun rocket spaceship helicopter motorcycle bicycle bike metro subway airport hotel restaurant supermarket credit-card bitcoin crypto email e-mail vaccine virus antibiotics dinosaur kangaroo tiger elephant giraffe university college',
} as const

/** A field of meaning. */
export type Field = keyof typeof FIELDS

const byWord = new Map<string, Set<Field>>()
for (const [field, words] of Object.entries(FIELDS) as Array<[Field, string]>) {
  for (const word of words.split(' ')) for (const form of new Set([word, stem(word)])) byWord.set(form, (byWord.get(form) ?? new Set()).add(field))
}

/** Whether a word belongs to a field. */
export function isOf(word: string, field: Field): boolean {
  return (byWord.get(word)?.has(field) ?? false) || (byWord.get(stem(word))?.has(field) ?? false)
}

/** The first of `words` that belongs to a field; null when none does. */
export function firstOf(words: readonly string[], field: Field): string | null {
  return words.find((word) => isOf(word, field)) ?? null
}
