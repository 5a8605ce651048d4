/** Private views for tests: three people of one village, told apart by temperament. */
import type { NpcId } from '#core/ids.ts'
import type { KnownPerson, PrivateView } from '#minds/private-view.ts'
import type { Turn } from '#simulation/conversations/conversation.ts'
import { startLenses } from '#simulation/npc/lenses.ts'
import type { Temperament } from '#simulation/npc/npc.ts'

/** The people of the tests. */
export const MIRA: NpcId = 'npc:0,0/1'
export const BORAN: NpcId = 'npc:0,0/2'
export const ELSIN: NpcId = 'npc:0,0/3'

const temperament = (openness: number, conscientiousness: number, extraversion: number, agreeableness: number, neuroticism: number): Temperament => ({ openness, conscientiousness, extraversion, agreeableness, neuroticism })

type Person = Pick<PrivateView, 'name' | 'sex' | 'age' | 'trade' | 'workplace' | 'home' | 'temperament' | 'activity' | 'why'>
const PEOPLE = {
  [MIRA]: { name: 'Mira Tanner', sex: 'female', age: 34, trade: 'baker', workplace: 'the bakery', home: 'the cottage by the square', temperament: temperament(0.1, 0.2, 0.5, 0.8, -0.2), activity: 'setting out bread', why: 'there is bread to bake' },
  [BORAN]: { name: 'Boran Ashby', sex: 'male', age: 51, trade: 'smith', workplace: 'the smithy', home: 'the cottage at the north end of Alder Ford', temperament: temperament(-0.3, 0.4, -0.3, -0.8, 0.2), activity: 'sharpening a scythe on the whetstone', why: 'there is iron waiting at the forge' },
  [ELSIN]: { name: 'Elsin Reed', sex: 'female', age: 22, trade: 'shepherd', workplace: 'the barn', home: 'the cottage at the east end of Alder Ford', temperament: temperament(0.9, -0.4, -0.1, 0.1, 0.1), activity: 'watching over the pasture', why: 'the flock needs an eye on it' },
} as { readonly [id: NpcId]: Person }

function person(id: NpcId): Person {
  const found = PEOPLE[id]
  if (!found) throw new Error(`make-view: nobody is ${id}`)
  return found
}

function known(id: NpcId, of: NpcId): KnownPerson {
  const { name, sex, age, trade, home, workplace } = person(id)
  const kin = (id === ELSIN && of === MIRA) || (id === MIRA && of === ELSIN)
  const foes = (id === BORAN && of === ELSIN) || (id === ELSIN && of === BORAN)
  return { id, name, sex, age, trade, home, workplace, kinship: kin ? 'sibling' : null, warmth: kin ? 0.6 : foes ? -0.5 : 0.3, trust: 0.5, familiarity: 0.8, lastReason: kin ? 'we are family' : foes ? 'we quarrelled over a fence' : 'we are neighbours', doing: null }
}

/** What may differ from the usual view. */
export type ViewChange = Partial<PrivateView> & { turns?: Turn[]; talkId?: number; warmth?: number }

/** The view of one of the people; with `turns` they talk with the player. */
export function makeView(npcId: NpcId, { turns, talkId = 1, warmth, ...change }: ViewChange = {}): PrivateView {
  const me = person(npcId)
  const others = (Object.keys(PEOPLE) as NpcId[]).filter((id) => id !== npcId).map((id) => known(id, npcId))
  const player: KnownPerson[] = warmth === undefined ? [] : [{ id: 'player', name: 'the stranger', sex: null, age: 0, trade: 'traveller', kinship: null, warmth, trust: 0.3, familiarity: 0.1, lastReason: 'they insulted me', home: '', workplace: '', doing: null }]
  return {
    npcId, name: me.name, given: me.name.split(' ')[0] ?? '', sex: me.sex, age: me.age, trade: me.trade, home: me.home, workplace: me.workplace, temperament: { ...me.temperament },
    needs: { food: 0.8, rest: 0.8, company: 0.7, duty: 0.6, safety: 0.9, shelter: 0.9 }, mood: { pleasure: 0.1, arousal: 0, dominance: 0 }, activity: me.activity, why: me.why, worldSeconds: 9.5 * 3600, weather: 'clear',
    place: { x: 0, z: 0, name: 'the square of Alder Ford', biome: 'grassland', region: 'Hollowmere' },
    settlement: { name: 'Alder Ford', culture: 'fen folk', trade: 'grain', lore: ['It was founded where the ford is shallow.', 'A bell lies in the river, and rings before floods.'], neighbours: [{ name: 'Westwick', direction: 'west', meters: 1600 }] },
    country: [], landmarks: [{ name: 'the well', kind: 'well', direction: 'east', meters: 5 }, { name: 'the inn', kind: 'inn', direction: 'south', meters: 40 }, { name: 'the smithy', kind: 'smithy', direction: 'north', meters: 55 }, { name: 'the mill', kind: 'mill', direction: 'north-west', meters: 120 }],
    knows: [...others, ...player], present: turns ? [{ id: 'player', name: 'the stranger', activity: 'talking' }] : [],
    conversation: turns ? { id: talkId, partnerId: 'player', partnerName: 'the stranger', others: [], unsaid: [], turns, telling: null, proposal: null } : null, beliefs: [], appointments: [],
    feelings: [], badMemories: [], avoids: null, dead: [], infants: [],
    weighed: [{ skillId: 'work', label: `get on with the work of a ${me.trade}`, score: 0.7, parts: [{ name: 'duty', value: 0.7 }] }, { skillId: 'eat', label: 'have something to eat', score: 0.4, parts: [{ name: 'hunger', value: 0.4 }] }],
    offered: [{ number: 1, skillId: 'talk', targetId: null, label: 'go on as now' }, { number: 2, skillId: 'work', targetId: null, label: `get on with the work of a ${me.trade}` }, { number: 3, skillId: 'eat', targetId: null, label: 'have something to eat' }, { number: 4, skillId: 'talk', targetId: null, label: 'end this talk and go on with the day' }],
    lenses: startLenses(me.temperament),
    ...change,
  }
}
