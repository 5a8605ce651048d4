/** What is done in a scene, step by step, by kind; as what it is known to those who walk to it. */
import type { ClaimKind } from '../beliefs/claim.ts'
import type { Gesture } from '../npc/npc.ts'
import type { SceneLine } from './scene-lines.ts'

/** Who in a scene: whoever does it, whoever bears it, or one of those who come, by number. */
export type Part = 'doer' | 'sufferer' | number

/** One thing that is done. */
export type Beat = {
  by: Part
  to: Part | null
  gesture: Gesture['kind'] | null
  line: SceneLine | null
  /** How long it takes, ticks. */
  ticks: number
  /** Whether whoever does it runs to the place first. */
  hurries?: boolean
  /** Whether it is done wherever they are. */
  anywhere?: boolean
  /** The place that the scene goes on to before it, by number. */
  leg?: number
  /** Whether most of those who come are waited for. */
  together?: boolean
  /** Whether they come out of the house for it, are in the house meanwhile, or go in after it. */
  house?: 'leave' | 'stay' | 'enter'
  /** What those who came do with it. */
  all?: Gesture['kind']
}

/** What a scene is: its beats, who must be there before it begins, how people stand at its places, and how long it may take at most, half of it for coming together, ticks. */
export type Script = {
  beats: readonly Beat[]
  first: readonly Part[]
  /** How many of those who may come it takes at least, two where not said; the parts of others fall away when they have not come after so many ticks; from which beat on they come. */
  least?: number
  waits?: number
  joinsAt?: number
  /** At each place of it; the last holds for the rest. */
  stands: ReadonlyArray<'about' | 'face' | 'door' | 'grave' | 'row' | 'mend'>
  mostTicks: number
  /** How near the player must be, metres. */
  meters: number
  /** Whether those in it are sent for wherever they are and whatever they are at, as long as they are awake. */
  sendsFor?: boolean
  /** How near to its place, or to their own mark in it, people must be, metres. */
  nearMeters?: number
  /** What a walk to it, being there, and the reason for it are called, at each place. */
  words: ReadonlyArray<{ going: string; doing: string; why: string }>
}

/** A minute and a half of play, twice: what a scene of a few words takes at most. */
const SHORT_TICKS = 3600
const NEAR_METERS = 60
/** From the square one sees who goes out to the fields. */
const FIELD_METERS = 120
const beat = (by: Part, more: Partial<Beat> & { ticks: number }): Beat => ({ by, to: null, gesture: null, line: null, ...more })
const inHaste = (why: string): Script['words'] => [{ going: 'going somewhere in haste', doing: 'standing there', why }]

const QUARREL: Script = {
  beats: [
    beat('doer', { to: 'sufferer', gesture: 'shake', line: 'opening', ticks: 90 }),
    beat('sufferer', { to: 'doer', gesture: 'shrug', line: 'reply', ticks: 80 }),
    beat('doer', { to: 'sufferer', gesture: 'shake', line: 'retort', ticks: 80 }),
    beat(1, { to: 'doer', gesture: 'shrug', line: 'gape', ticks: 60 }),
    beat(0, { to: 'doer', gesture: 'reach', line: 'part', ticks: 80 }),
    beat('sufferer', { to: 'doer', gesture: 'shake', line: 'end', ticks: 70 }),
  ],
  first: ['doer', 'sufferer'], least: 0, waits: 420, joinsAt: 1, stands: ['face'], mostTicks: SHORT_TICKS, meters: NEAR_METERS, nearMeters: 1.9,
  words: [{ going: 'going somewhere in haste', doing: 'standing there', why: 'there is something to be said' }],
}
const RESCUE: Script = {
  beats: [
    beat('sufferer', { gesture: 'fall', line: 'cry', ticks: 60 }),
    beat('doer', { gesture: 'wave', line: 'coming', ticks: 20, anywhere: true }),
    beat('doer', { to: 'sufferer', ticks: 10, hurries: true }),
    beat('doer', { to: 'sufferer', gesture: 'reach', line: 'lift', ticks: 90 }),
    beat('sufferer', { to: 'doer', gesture: 'bow', line: 'thanks', ticks: 80 }),
  ],
  first: ['sufferer'], stands: ['about'], mostTicks: SHORT_TICKS, meters: NEAR_METERS, nearMeters: 2.2, words: inHaste('something calls me there'),
}
/** Something is torn off a house; whoever ran out to it is hurt, neighbours come running, help, and get everybody under a roof. */
const STORM: Script = {
  beats: [
    beat('sufferer', { gesture: 'startle', line: 'breaks', ticks: 50 }),
    beat('sufferer', { gesture: 'fall', line: 'cry', ticks: 50 }),
    beat(0, { gesture: 'wave', line: 'coming', ticks: 16, anywhere: true }),
    beat(0, { to: 'sufferer', ticks: 8 }),
    beat(0, { to: 'sufferer', gesture: 'reach', line: 'lift', ticks: 90 }),
    beat('sufferer', { to: 0, gesture: 'bow', line: 'thanks', ticks: 70 }),
    beat(1, { gesture: 'wave', line: 'inside', ticks: 50 }),
  ],
  first: ['sufferer'], stands: ['about'], mostTicks: SHORT_TICKS, meters: NEAR_METERS, words: [{ going: 'running out into the storm', doing: 'standing in the storm', why: 'something has been torn off' }],
}
/** The owner and those who help, round what was broken, with hammers. */
const MENDING: Script = {
  beats: [
    beat('doer', { gesture: 'wave', line: 'mend-call', ticks: 80, together: true }),
    beat('doer', { ticks: 500 }),
    beat(0, { line: 'mend-talk', ticks: 400 }),
    beat(1, { line: 'mend-talk', ticks: 400 }),
    beat('doer', { to: 0, gesture: 'bow', line: 'mend-end', ticks: 100, all: 'nod' }),
  ],
  first: ['doer', 0], stands: ['mend'], mostTicks: 7200, meters: NEAR_METERS, sendsFor: true,
  words: [{ going: 'going to mend what the storm broke', doing: 'mending what the storm broke', why: 'many hands make it light' }],
}
const THEFT: Script = {
  beats: [beat('doer', { gesture: 'startle', ticks: 30 }), beat('doer', { gesture: 'reach', ticks: 60 })],
  first: ['doer'], stands: ['about'], mostTicks: SHORT_TICKS, meters: NEAR_METERS, nearMeters: 1.7, words: inHaste('nobody seems to be looking'),
}
const FEAST: Script = { beats: [beat('doer', { gesture: 'wave', line: 'call', ticks: 60 })], first: ['doer'], stands: ['about'], mostTicks: SHORT_TICKS, meters: NEAR_METERS, words: [{ going: 'going to call the others to the table', doing: 'calling to the table', why: 'the table is laid' }] }

/** The mother is within; whoever knows of births goes in, the others wait before the door. */
const BIRTH: Script = {
  beats: [
    beat(1, { gesture: 'wave', line: 'labour', ticks: 80 }),
    beat(0, { to: 1, gesture: 'nod', line: 'midwife', ticks: 80, hurries: true, house: 'enter' }),
    beat(2, { gesture: 'nod', line: 'waiting', ticks: 160, together: true }),
    beat(3, { gesture: 'shrug', line: 'waiting', ticks: 160 }),
    beat(1, { gesture: 'shrug', line: 'fretting', ticks: 200 }),
    beat(0, { gesture: 'wave', line: 'born', ticks: 100, house: 'leave', all: 'wave' }),
    beat(1, { to: 0, gesture: 'bow', line: 'joy', ticks: 90, house: 'enter' }),
    beat(2, { gesture: 'nod', line: 'bless', ticks: 80 }),
    beat(3, { gesture: 'wave', line: 'bless', ticks: 70 }),
  ],
  first: ['doer', 1], stands: ['door'], mostTicks: 5400, meters: NEAR_METERS, words: [{ going: 'hurrying to the house', doing: 'waiting for the child to come', why: 'there is a child on the way' }],
}
/** Whoever is old and out of doors goes home and lies down; somebody of the house calls the others, one sits with the dying, the others wait before the door, and it is said to them. */
const DEATH: Script = {
  beats: [
    beat('sufferer', { gesture: 'bow', line: 'weary', ticks: 70, anywhere: true, house: 'enter' }),
    beat('sufferer', { ticks: 160, house: 'stay' }),
    beat(0, { gesture: 'wave', line: 'failing', ticks: 90 }),
    beat(1, { to: 0, gesture: 'nod', line: 'bedside', ticks: 70, house: 'enter' }),
    beat(2, { gesture: 'shrug', line: 'hushed', ticks: 140 }),
    beat(1, { ticks: 160, house: 'stay' }),
    beat(1, { to: 0, gesture: 'bow', line: 'last-words', ticks: 90, house: 'leave' }),
    beat(0, { gesture: 'bow', line: 'gone', ticks: 110, house: 'leave', all: 'bow' }),
    beat(2, { to: 0, gesture: 'bow', line: 'condole', ticks: 80 }),
  ],
  first: [], least: 1, waits: 900, joinsAt: 3, stands: ['door'], mostTicks: 7200, meters: 150, words: [{ going: 'going home slowly', doing: 'resting', why: 'so tired, all of a sudden' }],
}
/** From the door of the house behind the bier to the grave. */
const BURIAL: Script = {
  beats: [
    beat(0, { gesture: 'bow', line: 'set-out', ticks: 100, together: true, all: 'bow' }),
    beat(0, { leg: 1, line: 'words', ticks: 140, together: true }),
    beat(0, { line: 'words-end', gesture: 'bow', ticks: 130, all: 'bow' }),
    beat('doer', { line: 'parting', gesture: 'bow', ticks: 120 }),
    beat(2, { line: 'farewell', gesture: 'bow', ticks: 90 }),
    beat(3, { line: 'farewell', gesture: 'bow', ticks: 90 }),
    beat(0, { gesture: 'bow', ticks: 80, all: 'bow' }),
  ],
  first: ['doer', 0], stands: ['door', 'grave'], mostTicks: 10_800, meters: 80, sendsFor: true,
  words: [{ going: 'going to the house of the dead', doing: 'waiting before the house of the dead', why: 'somebody is carried out today' }, { going: 'walking behind the bier', doing: 'standing at the grave', why: 'we bury one of us' }],
}
/** In a row over the field, a few steps at a time. */
const HARVEST: Script = {
  beats: [
    beat('doer', { gesture: 'wave', line: 'field-call', ticks: 80, together: true }),
    beat('doer', { leg: 1, ticks: 300 }),
    beat(0, { line: 'field-talk', ticks: 60, anywhere: true }),
    beat('doer', { leg: 2, ticks: 300 }),
    beat('doer', { leg: 3, ticks: 300 }),
    beat('doer', { gesture: 'wave', line: 'field-end', ticks: 100, all: 'wave' }),
  ],
  first: ['doer'], stands: ['row'], mostTicks: 7200, meters: FIELD_METERS, sendsFor: true,
  words: [{ going: 'going out to work together', doing: 'standing ready', why: 'many hands make it light' }, { going: 'working along', doing: 'bringing it in', why: 'it has to be brought in while it is dry' }],
}
const SCRIPTS: { readonly [K in ClaimKind]?: Script } = { quarrel: QUARREL, rescue: RESCUE, theft: THEFT, feast: FEAST, birth: BIRTH, death: DEATH, burial: BURIAL, harvest: HARVEST, storm: STORM, mending: MENDING }

/** The script of a kind; undefined where it is not played out. */
export function scriptOf(kind: ClaimKind): Script | undefined {
  return SCRIPTS[kind]
}

/** An entry by the number of a place; the last holds for the rest. */
export function atLeg<T>(list: readonly T[], leg: number): T {
  return list[Math.min(leg, list.length - 1)]!
}
