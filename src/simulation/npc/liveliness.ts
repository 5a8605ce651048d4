/** How lively minds are: the faster thinking is, the oftener people near muse, notice, weigh, chime in and begin a talk, and the longer they talk. Without a model nothing is changed. */

/** Ticks between two idle thoughts of one person where nobody has a model: 20 to 40 seconds of play. */
export const MUSE_TICKS = { least: 400, most: 800 } as const

/** What a level of liveliness asks for. Shares are of the time that passes without a model. */
export type Liveliness = {
  /** Share of the time between two idle thoughts of one person, and between two hard choices. */
  readonly muse: number
  readonly deliberate: number
  /** How hard a choice must be to be weighed; the lower, the smaller the matters that are. */
  readonly quandary: number
  /** Share of the time before somebody talks with a neighbour again, how many times as much one wants a word with somebody near, and how far one goes for it, metres. */
  readonly talk: number
  readonly seek: number
  readonly reach: number
  /** How likely one has a word with somebody one meets, 0..1, and how many turns more a talk among people may have. */
  readonly hail: number
  readonly turns: number
  /** Lines of the two between two of those who stand by, and how much a talk concerns an acquaintance beside it of which nothing else does, 0..1. */
  readonly aside: number
  readonly interest: number
  /** Share of the time before a passer-by is noticed again; `stirs` where that gives one something to think. */
  readonly notice: number
  readonly stirs: boolean
  /** People who muse or weigh at once at most. */
  readonly atOnce: number
}

/** Levels 0 to 4, as the rungs of the ladder: no model, then each time about five times the speed. */
const LEVELS: readonly [Liveliness, ...Liveliness[]] = [
  { muse: 1, deliberate: 1, quandary: 0.42, talk: 1, seek: 1, reach: 14, hail: 0, turns: 0, aside: 4, interest: 0, notice: 1, stirs: false, atOnce: Infinity },
  { muse: 0.5, deliberate: 0.6, quandary: 0.38, talk: 0.7, seek: 1.25, reach: 17, hail: 0.35, turns: 1, aside: 4, interest: 0.5, notice: 0.6, stirs: false, atOnce: 8 },
  { muse: 0.32, deliberate: 0.38, quandary: 0.32, talk: 0.55, seek: 1.4, reach: 20, hail: 0.5, turns: 2, aside: 3, interest: 0.6, notice: 0.4, stirs: false, atOnce: 12 },
  { muse: 0.2, deliberate: 0.22, quandary: 0.25, talk: 0.4, seek: 1.6, reach: 24, hail: 0.7, turns: 4, aside: 3, interest: 0.7, notice: 0.22, stirs: true, atOnce: 20 },
  { muse: 0.11, deliberate: 0.1, quandary: 0.17, talk: 0.22, seek: 2, reach: 28, hail: 0.95, turns: 8, aside: 2, interest: 0.85, notice: 0.1, stirs: true, atOnce: 40 },
]

/** The liveliest level. */
export const MOST_LIVELINESS = LEVELS.length - 1

/** What a level asks for; what is none is as without a model. */
export function livelinessAt(level: number): Liveliness {
  return LEVELS[level] ?? LEVELS[0]
}
