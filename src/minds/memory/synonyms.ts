/** Words that stand for one another when searching: of the world's daily life, and of people's lives at large. */
import { stem } from './tokens.ts'

/** Groups of near equals; searching for one finds the others at `SYNONYM_WEIGHT`. */
const EQUALS = `
child son daughter boy girl baby toddler|mother mum parent mama|father dad parent papa|wife husband spouse married marry wedding bride|friend companion mate buddy pal
house home cottage hut dwelling|inn tavern alehouse pub|shop market stall store trade|mill miller flour grind|smith smithy forge anvil iron blacksmith|bread bake bakery loaf oven baker
farm field harvest crop plough farmer barley wheat|sheep lamb wool shepherd flock|cow cattle milk calf|horse mare pony foal stable|dog hound puppy pup|cat kitten|fish fisher net boat catch
boat ship sail rowing|sea ocean shore coast beach|river stream brook water|forest wood tree grove|mountain hill peak|road lane path way track|storm rain thunder weather|snow frost ice winter cold
ill sick fever disease unwell ailing|hurt wound injured injury accident|die funeral grave bury killed|doctor healer nurse hospital medicine herb|afraid fear scared fright frightened|angry anger cross furious
sad grief sorrow mourn upset unhappy cry weep|happy glad joy delighted pleased|love adore fond|hate dislike despise|quarrel fight argue argument row feud|help aid support assist|gift present give gave
steal thief stolen rob theft|money coin silver pay price cost|work job trade craft career profession occupation|learn study school class course lesson|teach teacher lesson tutor
travel journey trip visit tour vacation holiday|move relocate moved|buy purchase bought acquire|begin start launch open|end finish stop quit complete|make craft create build crafted
song music sing tune melody concert|dance dancing ball|story tale book novel read reading legend|paint painting picture drawing art artwork draw|cook meal food dish recipe dinner lunch supper eat
drink ale beer wine tea coffee|run race marathon jog|walk hike stroll trek|swim swimming pool|camp camping campfire tent|garden flower plant grow|pet dog cat bird hamster turtle
birthday anniversary born age old|party celebration feast festival gathering|win award prize winner medal|plan goal hope dream aim intend|want wish desire|lose lost missing miss
find found discover|speak talk chat conversation|promise swear vow oath|secret hidden hide|danger threat risk|child family kin relatives|church shrine temple prayer god faith religion
car truck vehicle drive|phone call message text|game play video gaming|team sport match tournament|picture photo photograph camera|shop store business company|city town village|country nation land abroad
research study investigate|volunteer charity donate donation fundraiser|group club community meeting|relationship partner boyfriend girlfriend dating single|breakup divorce separated split|counsel therapy mental|job work hired fired promotion career
yesterday night evening|morning dawn sunrise|noon midday lunch|evening dusk sunset|recent late new`

/** A wide word and what it covers; searching for the wide one finds the narrow ones, not the reverse. */
const COVERS = `
activity:hike,camp,paint,swim,dance,cook,garden,pottery,run,yoga,game,read,sing,fish,knit,climb,ride,craft|hobby:hike,paint,garden,cook,read,music,game,knit,pottery,collect,photography,fish,carve
animal:dog,cat,horse,sheep,cow,bird,goat,pig,hen,fox,wolf,rabbit,fish,goose|instrument:guitar,piano,violin,flute,drum,fiddle,harp,clarinet,trumpet,lute,pipe|sport:soccer,football,basketball,tennis,baseball,hockey,run,swim,climb,surf,ski,golf
food:bread,cake,cheese,soup,stew,meat,fish,apple,pie,salad,pizza,pasta,chicken,honey,egg|drink:ale,tea,coffee,wine,cider,milk,juice,beer|fruit:apple,pear,plum,berry,cherry,peach|family:mother,father,brother,sister,son,daughter,wife,husband,child,grandmother,grandfather,aunt,uncle,cousin
sibling:brother,sister|parent:mother,father|relative:aunt,uncle,cousin,brother,sister,grandmother,grandfather|feeling:happy,sad,angry,afraid,proud,nervous,excited,grateful,worried,lonely|emotion:happy,sad,angry,afraid,proud,nervous,excited
weather:rain,snow,storm,sun,fog,wind,frost,mist|season:spring,summer,autumn,winter|colour:red,blue,green,yellow,white,black,purple,brown,grey|color:red,blue,green,yellow,white,black,purple,brown,pink
job:baker,smith,farmer,miller,teacher,nurse,doctor,engineer,actor,waiter,cook,artist,counselor|trade:baker,smith,farmer,miller,weaver,fisher,carpenter,shepherd|place:park,beach,forest,lake,museum,mountain,mill,inn,shrine,well,cafe|pet:dog,cat,puppy,kitten,rabbit,bird
music:song,band,guitar,piano,concert,sing,violin|art:paint,draw,sculpture,pottery,sketch,photography|event:festival,wedding,party,parade,concert,workshop,conference,meeting,race,fair,funeral|tool:hammer,axe,saw,plough,spade,sickle,knife|clothes:coat,dress,shirt,hat,cloak,boots,shoes
craft:pottery,weave,carve,knit,sew|health:ill,sick,diet,exercise,doctor,injury,yoga|country:france,italy,spain,england,germany,japan,canada,sweden,mexico,ireland|religious:church,faith,god,prayer,shrine|martial:karate,kickboxing,taekwondo,judo|degree:university,college,graduate,diploma,major
allergy:allergic,asthma|symbol:necklace,pendant,flag,ring,tattoo|gift:necklace,bracelet,book,flowers,letter|wildlife:deer,fox,bear,bird,wolf|crop:wheat,barley,oats,rye,beans|music:violin,guitar,song|state:california,texas,florida,oregon,alaska`

/** Share of a word's own weight that a synonym carries. */
const SYNONYM_WEIGHT = 0.35

const table = new Map<string, Array<{ term: string; weight: number }>>()

function relate(from: string, to: string): void {
  if (from === to) return
  const list = table.get(from)
  if (!list) table.set(from, [{ term: to, weight: SYNONYM_WEIGHT }])
  else if (!list.some(({ term }) => term === to)) list.push({ term: to, weight: SYNONYM_WEIGHT })
}

for (const group of EQUALS.trim().split(/[|\n]/)) {
  const stems = group.split(' ').map(stem)
  for (const a of stems) for (const b of stems) relate(a, b)
}
for (const line of COVERS.trim().split(/[|\n]/)) {
  const [wide = '', narrow = ''] = line.split(':')
  for (const word of narrow.split(',')) relate(stem(wide), stem(word))
}

const NONE: ReadonlyArray<{ term: string; weight: number }> = []

/** Stems that may stand for `term` (itself a stem), each with its share of the weight. */
export function synonymsOf(term: string): ReadonlyArray<{ term: string; weight: number }> {
  return table.get(term) ?? NONE
}
