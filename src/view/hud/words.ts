/** Numbers of the world as people say them. */
import { SEASON_DAYS } from '#simulation/clock.ts'

const COMPASS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const
const COMPASS_WORDS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const

/** Index of the eighth of the compass that yaw (radians, 0 north, positive left) looks into. */
function eighthOf(yaw: number): number {
  const eighths = Math.round(-yaw / (Math.PI / 4))
  return ((eighths % 8) + 8) % 8
}

/** "NE" for a yaw in radians (0 looks north, positive turns left). */
export function compassLetters(yaw: number): string {
  return COMPASS[eighthOf(yaw)] ?? 'N'
}

/** "north-east" for a yaw in radians. */
export function compassWords(yaw: number): string {
  return COMPASS_WORDS[eighthOf(yaw)] ?? 'north'
}

/** "7:40" for 7.67; hours of a day, 0 to 24. */
export function clockWords(hour: number): string {
  const minutes = Math.floor((((hour % 24) + 24) % 24) * 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** "early morning" for an hour of the day. */
export function partOfDay(hour: number): string {
  if (hour < 4.5) return 'night'
  if (hour < 6.5) return 'dawn'
  if (hour < 11) return 'morning'
  if (hour < 13) return 'noon'
  if (hour < 17.5) return 'afternoon'
  if (hour < 20) return 'evening'
  return 'night'
}

/** Whether the interface wears its night paper at this hour. */
export function isNight(hour: number): boolean {
  return hour < 5.6 || hour >= 19.6
}

/** "birch wood" for "birch-wood". */
export function plainWords(id: string): string {
  return id.replaceAll('-', ' ').replaceAll('_', ' ')
}

/** "Mirel, the baker" for a name and a role. */
export function withRole(name: string, role: string): string {
  const words = plainWords(role).trim()
  return words === '' ? name : `${name}, the ${words}`
}

/** "12 m", "340 m", "1.2 km". */
export function distanceWords(meters: number): string {
  if (meters < 1000) return `${Math.round(meters)} m`
  return `${(meters / 1000).toFixed(1)} km`
}

/** Where a bearing (radians from straight ahead, positive left) lies, in words. */
export function bearingWords(bearing: number): string {
  const degrees = (bearing * 180) / Math.PI
  const side = degrees > 0 ? 'left' : 'right'
  const off = Math.abs(degrees)
  if (off < 20) return 'ahead'
  if (off < 65) return `ahead to the ${side}`
  if (off < 115) return `to the ${side}`
  if (off < 160) return `behind to the ${side}`
  return 'behind you'
}

/** "1.2 MB" for a number of bytes. */
export function byteWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}

/** Days from which the time before the first day is told in years. */
const TOLD_IN_YEARS = 100
const YEAR_DAYS = SEASON_DAYS * 4

/** "day 3, 7:40" for seconds of the world; "4 days before you came, 10:00" for what was before its first day. */
export function momentWords(worldSeconds: number): string {
  const day = Math.floor(worldSeconds / 86_400) + 1
  const clock = clockWords((worldSeconds % 86_400) / 3600)
  if (day >= 1) return `day ${day}, ${clock}`
  const before = 1 - day
  if (before > TOLD_IN_YEARS) return `${Math.round(before / YEAR_DAYS)} years before you came`
  return `${before === 1 ? 'the day' : `${before} days`} before you came, ${clock}`
}

/** "Mara", "Mara and Tom", "Mara, Tom and Elin". */
export function andWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
