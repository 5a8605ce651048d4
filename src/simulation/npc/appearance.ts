/** What a person looks like: by culture, age, trade and chance. */
import { hashString } from '#core/hash.ts'
import { createRng, nextFloat, pick, type Rng } from '#core/rng.ts'
import type { Appearance } from './npc.ts'
import type { TradeId } from './trades.ts'

const SKINS = ['#f1d3bd', '#e6bd9d', '#d8a47f', '#c18a63', '#a06b48', '#7d4f34', '#5d3a28'] as const
const HAIRS = ['#2a211c', '#4a3426', '#6f4a2c', '#9a6a3a', '#c99a55', '#8c3f22', '#e0c58f'] as const
const GREYS = ['#b9b4ac', '#d9d5cd', '#8f8b86'] as const
/** Colours that a culture dresses in: coats, cloth beneath, and one bright note. */
const PALETTES = [
  { coats: ['#7a4b3a', '#93603f', '#5c4636', '#a0744a'], cloths: ['#d8c6a3', '#c9b28a', '#e3d6ba'], accents: ['#b5402f', '#d08a2e', '#8c2f3f'] },
  { coats: ['#3f5b6e', '#53707d', '#2f4558', '#6c8590'], cloths: ['#d5d3c4', '#b8bfb8', '#e6e1d0'], accents: ['#d9a441', '#c4573b', '#e8d9a0'] },
  { coats: ['#5b6b45', '#74804f', '#465339', '#8d9160'], cloths: ['#ddd0a8', '#cbbf95', '#e9e0c2'], accents: ['#a8432d', '#dfb24a', '#6f3f5c'] },
  { coats: ['#6b4a63', '#85607a', '#503a52', '#9b7a8c'], cloths: ['#d9ccc0', '#c7b7ab', '#ebe1d3'], accents: ['#cf9b3a', '#4f7f7a', '#b84a3c'] },
] as const
/** Trades that are known by their coat or hat at a distance. */
const TRADE_COATS: { readonly [T in TradeId]?: string } = { smith: '#3a3330', baker: '#e8dfca', miller: '#d6cdb8', keeper: '#ece3d0', fisher: '#33505f' }
const TRADE_HATS: { readonly [T in TradeId]?: Appearance['hat'] } = { farmer: 'straw', shepherd: 'hood', baker: 'cap', fisher: 'cap', herbalist: 'kerchief', woodcutter: 'cap', keeper: 'hood' }

/** How people of a culture, age and trade look. */
export function drawAppearance(rng: Rng, person: { culture: string; sex: 'female' | 'male'; age: number; trade: TradeId }): Appearance {
  const { sex, age, trade } = person
  const culture = createRng(hashString(`looks of ${person.culture}`))
  const palette = pick(culture, PALETTES)
  const tone = Math.floor(nextFloat(culture) * (SKINS.length - 2))
  const grown = age >= 16 ? 1 : 0.56 + (0.42 * (age - 4)) / 12
  const bent = age > 65 ? 0.96 : 1
  const tall = (sex === 'female' ? 1.64 : 1.76) + (nextFloat(rng) - 0.5) * 0.18
  const skin = SKINS[tone + Math.floor(nextFloat(rng) * 3)] ?? SKINS[2]
  const grey = age > 58 || (age > 45 && nextFloat(rng) < 0.3)
  const style = nextFloat(rng)
  const hairStyle = sex === 'female' ? (age > 60 ? 'bun' : style < 0.4 ? 'long' : style < 0.75 ? 'braid' : 'bun') : age > 50 && style < 0.35 ? 'bald' : style < 0.8 ? 'short' : 'long'
  return {
    height: Math.round(tall * grown * bent * 100) / 100,
    build: Math.round((0.85 + nextFloat(rng) * 0.3 + (trade === 'smith' || trade === 'innkeeper' ? 0.1 : 0) - (age < 14 ? 0.05 : 0)) * 100) / 100,
    skin,
    hair: grey ? pick(rng, GREYS) : pick(rng, HAIRS),
    hairStyle,
    beard: sex === 'male' && age > 24 && nextFloat(rng) < (age > 50 ? 0.7 : 0.4),
    hat: TRADE_HATS[trade] ?? (age > 60 && sex === 'female' ? 'kerchief' : nextFloat(rng) < 0.2 ? 'cap' : 'none'),
    garment: trade === 'keeper' ? 'robe' : sex === 'female' ? (trade === 'shepherd' || trade === 'woodcutter' || nextFloat(rng) < 0.2 ? 'trousers' : 'dress') : 'trousers',
    coat: TRADE_COATS[trade] ?? pick(rng, palette.coats),
    cloth: pick(rng, palette.cloths),
    accent: pick(rng, palette.accents),
  }
}
