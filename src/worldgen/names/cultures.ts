/** The cultures of the world. Append only: settlements choose by position. */
import type { Culture } from './culture.ts'

const harrow: Culture = {
  id: 'harrow',
  name: 'Harrowfolk',
  warmth: 0.48,
  sounds: { onsets: ['b', 'br', 'd', 'el', 'g', 'h', 'l', 'm', 'r', 's', 't', 'th', 'w', 'wil', 'al'], vowels: ['a', 'e', 'i', 'o', 'u', 'ea'], codas: ['d', 'l', 'll', 'm', 'n', 'nd', 'r', 'rn', 'th'] },
  femaleEnds: ['a', 'en', 'ith', 'wyn', 'ie', 'et'],
  maleEnds: ['ard', 'ic', 'mund', 'ric', 'win', 'en'],
  placeStarts: ['Alder', 'Ash', 'Bram', 'Carn', 'Dun', 'Elm', 'Fallow', 'Gorse', 'Harrow', 'Holl', 'Ket', 'Lark', 'Mallow', 'Nether', 'Oak', 'Penn', 'Rook', 'Sedge', 'Thorn', 'Under', 'Wether', 'Win', 'Yarrow', 'Swal'],
  placeEnds: ['bury', 'by', 'combe', 'cote', 'dale', 'den', 'field', 'ford', 'ham', 'hollow', 'ley', 'mere', 'stead', 'ton', 'wick', 'worth'],
  regionForms: ['the * Downs', 'the Vale of *', '*shire', 'the * Weald', '*moor'],
  riverForms: ['the River *', 'the *bourne', '* Brook', 'the *', '* Beck', 'the * Water'],
  familyForms: ['*er', '*wright', '*ley', '*ford', '*man', '*wood'],
}

const skeld: Culture = {
  id: 'skeld',
  name: 'Skeldings',
  warmth: 0.22,
  sounds: { onsets: ['b', 'bj', 'd', 'f', 'g', 'h', 'hr', 'k', 'l', 'r', 's', 'sk', 'sn', 't', 'v', 'y'], vowels: ['a', 'e', 'i', 'o', 'u', 'y'], codas: ['g', 'k', 'l', 'ld', 'm', 'n', 'nd', 'r', 'rg', 'rn', 's', 'v'] },
  femaleEnds: ['a', 'dis', 'hild', 'run', 'veig', 'ja'],
  maleEnds: ['ar', 'bjorn', 'ir', 'mar', 'ulf', 'stein'],
  placeStarts: ['Bjar', 'Dal', 'Eld', 'Fros', 'Grim', 'Hrafn', 'Is', 'Kald', 'Lund', 'Myr', 'Nord', 'Rav', 'Skar', 'Snae', 'Stein', 'Svart', 'Tind', 'Ulv', 'Var', 'Ymir'],
  placeEnds: ['bakk', 'berg', 'dal', 'fell', 'gard', 'heim', 'holt', 'nes', 'rud', 'stad', 'tun', 'vik', 'voll'],
  regionForms: ['*mark', 'the * Fells', '*land', 'the * Reach', '*heim'],
  riverForms: ['the *elv', 'the * Water', 'the *fors', 'the River *'],
  familyForms: ['*sen', '*gard', '*holt', '*berg', '*vik', '*fell'],
}

const velmar: Culture = {
  id: 'velmar',
  name: 'Velmari',
  warmth: 0.68,
  sounds: { onsets: ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'al', 'or', 'el'], vowels: ['a', 'e', 'i', 'o', 'ia', 'u'], codas: ['l', 'll', 'm', 'n', 'r', 'ss', 'v', 'nt', 'rn', 'd'] },
  femaleEnds: ['a', 'ella', 'ina', 'essa', 'ia', 'ora'],
  maleEnds: ['o', 'ano', 'ero', 'io', 'ello', 'us'],
  placeStarts: ['Alta', 'Bella', 'Cala', 'Corva', 'Dora', 'Fonta', 'Gala', 'Luma', 'Mira', 'Monte', 'Oli', 'Pala', 'Riva', 'Sala', 'Sera', 'Tora', 'Val', 'Vela', 'Vina'],
  placeEnds: ['bruna', 'cora', 'dera', 'fiora', 'gno', 'lago', 'lune', 'mar', 'mone', 'nera', 'rocca', 'sole', 'terra', 'vento', 'verde', 'zano'],
  regionForms: ['the * Hills', '*ana', 'Terra *', 'the * Marches', 'Costa *'],
  riverForms: ['the Rio *', 'the *ella', 'Acqua *', 'the Fiume *'],
  familyForms: ['di *a', '*ini', '*etti', '*aro', 'Dal *o', '*ante'],
}

const oshen: Culture = {
  id: 'oshen',
  name: 'Oshenni',
  warmth: 0.88,
  sounds: { onsets: ['b', 'd', 'f', 'h', 'id', 'j', 'k', 'kh', 'l', 'm', 'n', 'r', 's', 'sh', 't', 'y', 'z'], vowels: ['a', 'a', 'e', 'i', 'o', 'u'], codas: ['b', 'd', 'f', 'h', 'l', 'm', 'n', 'r', 's', 'sh', 'z'] },
  femaleEnds: ['a', 'ah', 'een', 'ima', 'iya', 'eh'],
  maleEnds: ['ad', 'an', 'im', 'ir', 'is', 'uf'],
  placeStarts: ['Ain', 'Azan', 'Bel', 'Dar', 'Fez', 'Hara', 'Jas', 'Kas', 'Kher', 'Mar', 'Nah', 'Osh', 'Qam', 'Rima', 'Sab', 'Shar', 'Tal', 'Taz', 'Zah', 'Umm'],
  placeEnds: ['abad', 'ala', 'amir', 'aq', 'een', 'enna', 'eth', 'ira', 'issa', 'oun', 'medra', 'ran', 'udda', 'za'],
  regionForms: ['the * Sands', '*istar', 'the Land of *', 'the * Wells', '*arra'],
  riverForms: ['the Wadi *', 'the Nahr *', 'the *oun', 'the Waters of *'],
  familyForms: ['al-*', 'ben *', '*i', '*ani', 'ar-*', '*oun'],
}

const tirin: Culture = {
  id: 'tirin',
  name: 'Tirin',
  warmth: 0.4,
  sounds: { onsets: ['c', 'd', 'f', 'gw', 'l', 'll', 'm', 'n', 'r', 's', 't', 'tr', 'br', 'an', 'er', 'c'], vowels: ['a', 'e', 'i', 'o', 'ae', 'ei', 'io'], codas: ['dd', 'l', 'n', 'nn', 'r', 'th', 's', 'wn', 'rn', 'd'] },
  femaleEnds: ['wen', 'eth', 'ys', 'a', 'an', 'ied'],
  maleEnds: ['an', 'yn', 'or', 'og', 'ion', 'us'],
  placeStarts: ['Aber', 'Bryn', 'Caer', 'Cwm', 'Din', 'Eryn', 'Glas', 'Gwel', 'Lan', 'Maen', 'Mor', 'Nant', 'Pen', 'Rhos', 'Tre', 'Tir', 'Ynys'],
  placeEnds: ['avon', 'barth', 'deg', 'dir', 'elyn', 'fach', 'gar', 'goch', 'hafan', 'idon', 'las', 'mael', 'oer', 'onwy', 'rith', 'wen'],
  regionForms: ['the * Highlands', '*wy', 'Dyff*', 'the Glens of *', '*ion'],
  riverForms: ['Afon *', 'Nant *', 'the *wy', 'the River *'],
  familyForms: ['ap *', '*ech', 'Pen*', '*wyn', 'Tre*', '*an'],
}

/** All cultures in their order. */
export const CULTURES: readonly Culture[] = [harrow, skeld, velmar, oshen, tirin]

/** A culture by its id. Throws when there is none. */
export function cultureOf(id: string): Culture {
  const found = CULTURES.find((culture) => culture.id === id)
  if (!found) throw new Error(`names: no culture is called ${id}`)
  return found
}
