/** Weather: what kind, and how it eases from one to the next. */

/** The kinds of weather. Append only. */
export const WEATHERS = ['clear', 'cloudy', 'overcast', 'rain', 'mist'] as const
/** One of `WEATHERS`. */
export type WeatherKind = (typeof WEATHERS)[number]

/** The weather now; each part eases towards that of its kind. */
export type Weather = {
  kind: WeatherKind
  /** When the next kind is drawn, world seconds. */
  untilWorldSeconds: number
  /** Share of the sky covered, 0..1. */
  cloud: number
  /** 0..1. */
  rain: number
  /** 0..1. */
  mist: number
  /** Metres a second. */
  wind: number
}
