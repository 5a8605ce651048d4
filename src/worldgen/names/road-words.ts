/** How the cultures call roads: a form for each tongue, and a word for each reason that a road may be named for. */
import { hashCell } from '#core/hash.ts'
import type { Culture } from './culture.ts'
import { itemFor } from './words.ts'

/** What a road may be named for, beside the place that it leads to. */
export type RoadReason = 'salt' | 'fish' | 'wool' | 'grain' | 'timber' | 'stone' | 'metal' | 'cattle' | 'peat' | 'mill' | 'bridge' | 'ford' | 'height' | 'market' | 'ruin' | 'stones' | 'tree' | 'shrine'

type RoadTongue = {
  /** `*` stands for the word of a reason. */
  readonly forms: readonly string[]
  /** `*` stands for the name of a place. */
  readonly placeForms: readonly string[]
  readonly words: { readonly [R in RoadReason]: string }
}

const TONGUES: { readonly [culture: string]: RoadTongue } = {
  harrow: {
    forms: ['the * Road', 'the * Way', '* Lane'],
    placeForms: ['the * Road', '* Way', '* Lane'],
    words: { salt: 'Salt', fish: 'Herring', wool: 'Wool', grain: 'Barley', timber: 'Timber', stone: 'Quarry', metal: 'Iron', cattle: 'Drovers’', peat: 'Peat', mill: 'Miller’s', bridge: 'Bridge', ford: 'Ford', height: 'Ridge', market: 'Market', ruin: 'Ruin', stones: 'Stones', tree: 'Great Tree', shrine: 'Pilgrims’' },
  },
  skeld: {
    forms: ['the *vei', '*gata', 'the *leid'],
    placeForms: ['the *vei', '*leid', 'the * Trail'],
    words: { salt: 'Salt', fish: 'Torsk', wool: 'Ull', grain: 'Korn', timber: 'Tommer', stone: 'Stein', metal: 'Jarn', cattle: 'Fe', peat: 'Torv', mill: 'Kvern', bridge: 'Bru', ford: 'Vad', height: 'Fjell', market: 'Torg', ruin: 'Tuft', stones: 'Bauta', tree: 'Tun', shrine: 'Hov' },
  },
  velmar: {
    forms: ['the Via *', 'the Strada *'],
    placeForms: ['the Via di *', 'the Strada di *'],
    words: { salt: 'del Sale', fish: 'dei Pescatori', wool: 'della Lana', grain: 'del Grano', timber: 'del Legno', stone: 'delle Pietre', metal: 'del Ferro', cattle: 'dei Pastori', peat: 'della Torba', mill: 'del Mulino', bridge: 'del Ponte', ford: 'del Guado', height: 'del Monte', market: 'del Mercato', ruin: 'delle Rovine', stones: 'dei Giganti', tree: 'della Quercia', shrine: 'dei Pellegrini' },
  },
  oshen: {
    forms: ['the Darb *', 'the Tariq *'],
    placeForms: ['the Darb *', 'the Tariq *'],
    words: { salt: 'al-Milh', fish: 'as-Samak', wool: 'as-Suf', grain: 'al-Qamh', timber: 'al-Khashab', stone: 'al-Hajar', metal: 'al-Hadid', cattle: 'ar-Ruat', peat: 'al-Wahl', mill: 'at-Tahun', bridge: 'al-Jisr', ford: 'al-Makhada', height: 'al-Jabal', market: 'as-Suq', ruin: 'al-Khirba', stones: 'al-Ansab', tree: 'ash-Shajara', shrine: 'al-Hajj' },
  },
  tirin: {
    forms: ['Ffordd *', 'Heol *'],
    placeForms: ['Ffordd *', 'Heol *'],
    words: { salt: 'yr Halen', fish: 'yr Ysgadan', wool: 'y Wlân', grain: 'yr Haidd', timber: 'y Coed', stone: 'y Chwarel', metal: 'yr Haearn', cattle: 'yr Ych', peat: 'y Mawn', mill: 'y Felin', bridge: 'y Bont', ford: 'y Rhyd', height: 'yr Esgair', market: 'y Farchnad', ruin: 'yr Hen Gaer', stones: 'y Meini', tree: 'yr Onnen', shrine: 'yr Allor' },
  },
}

/** The name of a road in the tongue of a culture: for a reason, or else for the place that it leads to. */
export function roadName(culture: Culture, hash: number, meant: { readonly reason: RoadReason } | { readonly place: string }): string {
  const tongue = TONGUES[culture.id]
  if (!tongue) throw new Error(`names: no words for roads in ${culture.id}`)
  const form = itemFor('reason' in meant ? tongue.forms : tongue.placeForms, hashCell(hash, 61))
  const word = 'reason' in meant ? tongue.words[meant.reason] : meant.place
  const at = form.indexOf('*')
  const isInWord = at > 0 && form[at - 1] !== ' '
  return form.slice(0, at) + (isInWord ? word.toLowerCase() : word) + form.slice(at + 1)
}
