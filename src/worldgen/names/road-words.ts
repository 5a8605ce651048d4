/** How the cultures call roads: a form for each tongue, and a word for each reason that a road may be named for. */
import { hashCell } from '#core/hash.ts'
import type { Culture } from './culture.ts'
import { itemFor } from './words.ts'

/** What a road may be named for, beside the place where it begins. */
export type RoadReason = 'salt' | 'fish' | 'wool' | 'grain' | 'timber' | 'stone' | 'metal' | 'cattle' | 'peat' | 'mill' | 'bridge' | 'ford' | 'height' | 'market' | 'ruin' | 'stones' | 'tree' | 'shrine'

type RoadTongue = {
  /** `*` stands for the word of a reason, `@` for the name of the place where the road begins. As many as roads may begin at one place. */
  readonly forms: readonly string[]
  readonly placeForms: readonly string[]
  readonly words: { readonly [R in RoadReason]: string }
}

const TONGUES: { readonly [culture: string]: RoadTongue } = {
  harrow: {
    forms: ['the @ * Road', 'the @ * Way', '@ * Lane', 'the @ * Track', 'the @ * Drove'],
    placeForms: ['the @ Road', '@ Way', '@ Lane', 'the @ Track', 'the @ Drove'],
    words: { salt: 'Salt', fish: 'Herring', wool: 'Wool', grain: 'Barley', timber: 'Timber', stone: 'Quarry', metal: 'Iron', cattle: 'Drovers’', peat: 'Peat', mill: 'Miller’s', bridge: 'Bridge', ford: 'Ford', height: 'Ridge', market: 'Market', ruin: 'Ruin', stones: 'Stones', tree: 'Great Tree', shrine: 'Pilgrims’' },
  },
  skeld: {
    forms: ['the *vei of @', '*gata of @', 'the *leid of @', 'the *sti of @', 'the *tro of @'],
    placeForms: ['the @vei', '@gata', '@leid', 'the @ Trail', 'the @ Sti'],
    words: { salt: 'Salt', fish: 'Torsk', wool: 'Ull', grain: 'Korn', timber: 'Tommer', stone: 'Stein', metal: 'Jarn', cattle: 'Fe', peat: 'Torv', mill: 'Kvern', bridge: 'Bru', ford: 'Vad', height: 'Fjell', market: 'Torg', ruin: 'Tuft', stones: 'Bauta', tree: 'Tun', shrine: 'Hov' },
  },
  velmar: {
    forms: ['the Via * di @', 'the Strada * di @', 'the Cammino * di @', 'the Sentiero * di @', 'the Passo * di @'],
    placeForms: ['the Via di @', 'the Strada di @', 'the Cammino di @', 'the Sentiero di @', 'the Passo di @'],
    words: { salt: 'del Sale', fish: 'dei Pescatori', wool: 'della Lana', grain: 'del Grano', timber: 'del Legno', stone: 'delle Pietre', metal: 'del Ferro', cattle: 'dei Pastori', peat: 'della Torba', mill: 'del Mulino', bridge: 'del Ponte', ford: 'del Guado', height: 'del Monte', market: 'del Mercato', ruin: 'delle Rovine', stones: 'dei Giganti', tree: 'della Quercia', shrine: 'dei Pellegrini' },
  },
  oshen: {
    forms: ['the Darb * of @', 'the Tariq * of @', 'the Sikkat * of @', 'the Masar * of @', 'the Zuqaq * of @'],
    placeForms: ['the Darb @', 'the Tariq @', 'the Sikkat @', 'the Masar @', 'the Zuqaq @'],
    words: { salt: 'al-Milh', fish: 'as-Samak', wool: 'as-Suf', grain: 'al-Qamh', timber: 'al-Khashab', stone: 'al-Hajar', metal: 'al-Hadid', cattle: 'ar-Ruat', peat: 'al-Wahl', mill: 'at-Tahun', bridge: 'al-Jisr', ford: 'al-Makhada', height: 'al-Jabal', market: 'as-Suq', ruin: 'al-Khirba', stones: 'al-Ansab', tree: 'ash-Shajara', shrine: 'al-Hajj' },
  },
  tirin: {
    forms: ['Ffordd * @', 'Heol * @', 'Lôn * @', 'Llwybr * @', 'Sarn * @'],
    placeForms: ['Ffordd @', 'Heol @', 'Lôn @', 'Llwybr @', 'Sarn @'],
    words: { salt: 'yr Halen', fish: 'yr Ysgadan', wool: 'y Wlân', grain: 'yr Haidd', timber: 'y Coed', stone: 'y Chwarel', metal: 'yr Haearn', cattle: 'yr Ych', peat: 'y Mawn', mill: 'y Felin', bridge: 'y Bont', ford: 'y Rhyd', height: 'yr Esgair', market: 'y Farchnad', ruin: 'yr Hen Gaer', stones: 'y Meini', tree: 'yr Onnen', shrine: 'yr Allor' },
  },
}

/** Which road it is that a name is for: the place where it begins, and how many that begin there come before it. */
type RoadNumber = { readonly hash: number; readonly place: string; readonly nth: number }

/** The name of a road in the tongue of a culture, for a reason if there is one. Roads that begin at one place take turns with the forms, so that no two there are called the same. */
export function roadName(culture: Culture, { hash, place, nth }: RoadNumber, reason: RoadReason | null): string {
  const tongue = TONGUES[culture.id]
  if (!tongue) throw new Error(`names: no words for roads in ${culture.id}`)
  const forms = reason === null ? tongue.placeForms : tongue.forms
  const form = itemFor(forms, (hashCell(hash, 61) % forms.length) + nth)
  return filled(filled(form, '*', reason === null ? '' : tongue.words[reason]), '@', place)
}

/** A form with a word in the place of its sign, small where it goes on a word. */
function filled(form: string, sign: string, word: string): string {
  const at = form.indexOf(sign)
  if (at < 0) return form
  const isInWord = at > 0 && form[at - 1] !== ' '
  return form.slice(0, at) + (isInWord ? word.toLowerCase() : word) + form.slice(at + 1)
}
