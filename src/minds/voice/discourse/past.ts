/** What somebody has been through in their own life, by its field: whether, when, for how long, how it felt and how it ended; drawn once, the same for life. */
import { stem, wordsOf } from '../../memory/tokens.ts'
import type { PrivateView } from '../../private-view.ts'
import { ownOf, shareOf } from '../asked/favourites.ts'
import { kinWords } from '../../kin-words.ts'
import { givenOf } from '../people.ts'

/** Something lived through; sentences, but for `age` in years. */
export type Past = { field: PastField; has: boolean; age: number; span: string; felt: string; ended: string; what: string; who: string }

/** What may have been lived through. */
export type PastField = 'ill' | 'love' | 'beast' | 'loss' | 'work' | 'wrong' | 'dream' | 'lost-way'

type Lived = { words: string; share: number; least: number; what: readonly string[]; span: readonly string[]; felt: readonly string[]; ended: readonly string[]; never: readonly string[]; with?: readonly string[] }

const LIVED: { readonly [F in PastField]: Lived } = {
  ill: { words: 'sick ill fever hurt wounded injured pain cough broken hurting weak dying', share: 0.75, least: 5, what: ['A fever. I saw the ceiling move.', 'It was my chest; I could not get up the step.', 'I fell off a ladder and lay there like a sack.'], span: ['Nine days.', 'From one market day to the next.', 'Most of a winter.'], felt: ['I was too weak to be afraid. The others were.', 'I was, at night. By day one is only thirsty.'], ended: ['One morning it was gone, and I was hungry.', 'It went as it had come. I still feel it when the weather turns.'], never: ['Not like that. I have been lucky.', 'A cough, no more. I knock on wood.'] },
  love: { words: 'love married kissed sweetheart romance heartbroken', share: 0.7, least: 16, what: ['Once, with my whole head.', 'Once. I burnt everything I touched that month.'], span: ['One summer.', 'Two years, and a little longer in the head.'], felt: ['As if somebody had opened all the windows.', 'I could not eat. I, of all people.'], ended: ['They went over the hills with a cart, and wrote nothing.', 'It turned into greeting each other. That is not the worst end.'], with: ['Nobody that you would know; from over the hills.', 'Somebody who came with a cart, and left with it.'], never: ['Not so that I would have noticed.', 'Not yet. I have been told that one knows.'] },
  beast: { words: 'wolf bear snake boar fox beast animal monster dog attacked bitten', share: 0.5, least: 6, what: ['At dusk, at the edge of the field. It looked at me and I at it.', 'Once, in snow. I saw the tracks first, and then I saw it.'], span: ['As long as one holds one’s breath.', 'A few moments. They were long ones.'], felt: ['My knees were.', 'Afterwards. While it lasts one only looks.'], ended: ['It went its way, and I went mine, faster.', 'Somebody called, and it was gone.'], never: ['No, and I am in no hurry.', 'Only heard, from behind a door.'] },
  loss: { words: 'lost died dead grief mourn buried missing alone lonely robbed stolen', share: 0.8, least: 8, what: ['My grandmother. She had the chair by the fire.', 'A friend I had as a child. The river took him.'], span: ['It still goes on, only quieter.', 'A year, until I could say the name.'], felt: ['Angry, first of all. The rest came later.', 'As if the house had a wall less.'], ended: ['It does not end. One builds a room around it.', 'One day I laughed, and was ashamed of it, and then I was not.'], never: ['Not yet. I try not to think of it.', 'No one so near. My turn will come.'] },
  work: { words: 'work failed failure mistake ruined burnt spoiled quit fired tired tried given giving', share: 0.85, least: 15, what: ['In my first year I spoilt a week’s work in one morning.', 'I wanted to leave it once. I had my bundle packed.'], span: ['A week of sour faces.', 'Until the next one turned out well.'], felt: ['Ashamed down to the feet.', 'I wanted to be anybody else.'], ended: ['They let me try again. One remembers that.', 'I did it over, at night, and nobody spoke of it.'], never: ['Not so that anybody saw it.', 'Not badly. I am careful.'] },
  wrong: { words: 'stolen stole lied cheated fought fight killed hit broke betrayed wrong crime drunk', share: 0.6, least: 7, what: ['Apples, over a wall. I was small and the wall was smaller.', 'I once let somebody else take the blame for a broken jug.'], span: ['A moment to do, and a month of bad sleep.', 'Until I owned up.'], felt: ['Hot in the ears.', 'Clever, for as long as it takes to climb down.'], ended: ['I owned up. It was not so bad as the waiting.', 'I made it good, years later. They had forgotten it.'], never: ['No. I should only be found out.', 'Never. I have thought of it, like everybody.'] },
  dream: { words: 'dream dreamt dreamed nightmare', share: 0.9, least: 0, what: ['I fly, low, over these roofs, and I know every chimney.', 'I am late for something, and nobody will tell me for what.', 'There is a door at home that is not there by day.'], span: ['Till the cock crows.', 'It feels like a year, and then the bed is still warm.'], felt: ['Not in it. Only when I wake.', 'No. It is always as if I had been there before.'], ended: ['I wake when I try to touch something.', 'It has no end. I am called, and it is morning.'], never: ['I sleep like a stone, and stones dream little.'] },
  'lost-way': { words: 'city town sea coast abroad away ship boat mountain', share: 0.35, least: 14, what: ['Once, with a cart of wool. I saw more people in an hour than here in a year.', 'Once, as far as one goes in two days, and back in three.'], span: ['Two days there and three back.', 'A week, with the waiting.'], felt: ['Lost, and pleased to be.', 'Small.'], ended: ['I was glad to see our chimneys.', 'I came home with wet boots and a blue cup.'], never: ['Never that far.', 'No. My road has been short so far.'] },
}
const fieldOf = new Map<string, PastField>()
for (const [field, { words }] of Object.entries(LIVED) as Array<[PastField, Lived]>) for (const word of words.split(' ')) for (const form of [word, stem(word)]) if (!fieldOf.has(form)) fieldOf.set(form, field)

/** The field that words belong to; null where nothing of the kind is known of lives here. */
export function pastFieldIn(words: string): PastField | null {
  return wordsOf(words).flatMap((word) => fieldOf.get(word) ?? fieldOf.get(stem(word)) ?? [])[0] ?? null
}

/** What somebody has lived through of a field. */
export function pastOf(view: PrivateView, field: PastField): Past {
  const { npcId, age } = view
  const lived = LIVED[field]
  const own = (what: string, list: readonly string[]): string => ownOf(npcId, `${what} ${field}`, list)
  const has = age >= lived.least + 2 && shareOf(npcId, `has ${field}`) < lived.share
  const latest = Math.max(lived.least, age - 2)
  const kin = view.knows.filter(({ kinship }) => kinship !== null)[0]
  return { field, has, age: Math.round(lived.least + (latest - lived.least) * shareOf(npcId, `age ${field}`)), span: own('span', lived.span), felt: own('felt', lived.felt), ended: own('ended', lived.ended), what: has ? own('what', lived.what) : own('never', lived.never), who: lived.with ? own('with', lived.with) : kin ? `${kinWords(kin).replace(/^my/, 'My')} ${givenOf(kin)} knows of it.` : 'I was by myself.' }
}
