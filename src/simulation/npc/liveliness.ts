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
  /** Share of the time before somebody talks with a neighbour again. */
  readonly talk: number
  /** How likely one has a word with somebody one meets, 0..1, and how many turns more a talk among people may have. */
  readonly hail: number
  readonly turns: number
  /** Lines of the two between two of those who stand by. */
  readonly aside: number
  /** Share of the time before a passer-by is noticed again; `stirs` where that gives one something to think. */
  readonly notice: number
  readonly stirs: boolean
  /** People who muse or weigh at once at most. */
  readonly atOnce: number
}

/** Levels 0 to 4, as the rungs of the ladder: no model, then each time about five times the speed. */
const LEVELS: readonly [Liveliness, ...Liveliness[]] = [
  { muse: 1, deliberate: 1, quandary: 0.42, talk: 1, hail: 0, turns: 0, aside: 4, notice: 1, stirs: false, atOnce: Infinity },
  { muse: 0.55, deliberate: 0.7, quandary: 0.4, talk: 0.8, hail: 0.15, turns: 0, aside: 4, notice: 1, stirs: false, atOnce: 8 },
  { muse: 0.4, deliberate: 0.5, quandary: 0.36, talk: 0.6, hail: 0.4, turns: 2, aside: 3, notice: 0.5, stirs: false, atOnce: 12 },
  { muse: 0.28, deliberate: 0.35, quandary: 0.31, talk: 0.4, hail: 0.65, turns: 4, aside: 3, notice: 0.25, stirs: true, atOnce: 20 },
  { muse: 0.18, deliberate: 0.2, quandary: 0.24, talk: 0.2, hail: 0.95, turns: 8, aside: 2, notice: 0.1, stirs: true, atOnce: 40 },
]

/** The liveliest level. */
export const MOST_LIVELINESS = LEVELS.length - 1

/** What a level asks for; what is none is as without a model. */
export function livelinessAt(level: number): Liveliness {
  return LEVELS[level] ?? LEVELS[0]
}
