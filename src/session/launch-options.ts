/** What the address of the page asks for: every parameter optional, checked, and explained when wrong. */
import * as z from 'zod/mini'
import { WEATHERS, type WeatherKind } from '#simulation/weather.ts'
import { QUALITIES, type Quality } from './settings.ts'

/** Metres from the origin up to which places can be asked for. */
export const FARTHEST_METERS = 20_000_000

/** What the address asks for; null where it says nothing. */
export type LaunchOptions = {
  seed: string | null
  x: number | null
  z: number | null
  yaw: number | null
  pitch: number | null
  hour: number | null
  weather: WeatherKind | null
  quality: Quality | null
  dev: boolean
  endpoint: string | null
  model: string | null
  hud: boolean
  fresh: boolean
}

const finite = (lowest: number, highest: number) => z.coerce.number().check(z.gte(lowest), z.lte(highest))

/** A seed is 1 to 64 characters, none of them a control character. */
export const seedSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(64), z.regex(/^\P{Cc}+$/u))

const flag = z.enum(['0', '1', ''])

/** Each parameter: its schema, and the end of the sentence that says what it should be. */
const PARAMETERS = {
  seed: [seedSchema, 'should be 1 to 64 letters, digits or signs'],
  x: [finite(-FARTHEST_METERS, FARTHEST_METERS), 'should be a number of metres within 20,000 km'],
  z: [finite(-FARTHEST_METERS, FARTHEST_METERS), 'should be a number of metres within 20,000 km'],
  yaw: [finite(-1000, 1000), 'should be an angle in radians'],
  pitch: [finite(-1.55, 1.55), 'should be an angle in radians between -1.55 and 1.55'],
  hour: [finite(0, 24), 'should be an hour from 0 to 24'],
  weather: [z.enum(WEATHERS), `should be one of ${WEATHERS.join(', ')}`],
  quality: [z.enum(QUALITIES), `should be one of ${QUALITIES.join(', ')}`],
  dev: [flag, 'should be 1 or 0'],
  endpoint: [z.string().check(z.regex(/^https?:\/\/[^\s@]+$/)), 'should be an http or https address without a name or password in it'],
  model: [z.string().check(z.minLength(1), z.maxLength(200)), 'should be the name of a model'],
  hud: [flag, 'should be 1 or 0'],
  fresh: [flag, 'should be 1 or 0'],
} as const

type Raw = { -readonly [Name in keyof typeof PARAMETERS]?: unknown }

/** Reads the query of an address (with or without its question mark); `problems` says in words what was ignored and why. */
export function readLaunchOptions(query: string): { options: LaunchOptions; problems: string[] } {
  const problems: string[] = []
  const found: Raw = {}
  const parameters = new URLSearchParams(query)
  for (const [name, value] of parameters) {
    if (/key|token|secret/i.test(name)) {
      problems.push('An address must never carry a key. It was ignored; enter it under Settings, and consider the one in the address as seen by others.')
      continue
    }
    if (!Object.hasOwn(PARAMETERS, name)) continue
    const [schema, sentence] = PARAMETERS[name as keyof typeof PARAMETERS]
    const parsed = z.safeParse(schema, value)
    if (value.trim() !== '' && parsed.success) found[name as keyof typeof PARAMETERS] = parsed.data
    else if ((name === 'dev' || name === 'fresh') && value === '') found[name] = '1'
    else problems.push(`The address says ${name}=${value.slice(0, 40)}, but ${name} ${sentence}. It was ignored.`)
  }
  if ((found.x === undefined) !== (found.z === undefined)) {
    // what was there and no number is told already
    if (parameters.has('x') !== parameters.has('z')) problems.push('The address gives only one of x and z; a place needs both. It was ignored.')
    delete found.x
    delete found.z
  }
  const isOn = (value: unknown): boolean => value === '1'
  return {
    options: {
      seed: (found.seed as string | undefined) ?? null,
      x: (found.x as number | undefined) ?? null,
      z: (found.z as number | undefined) ?? null,
      yaw: (found.yaw as number | undefined) ?? null,
      pitch: (found.pitch as number | undefined) ?? null,
      hour: (found.hour as number | undefined) ?? null,
      weather: (found.weather as WeatherKind | undefined) ?? null,
      quality: (found.quality as Quality | undefined) ?? null,
      dev: isOn(found.dev),
      endpoint: (found.endpoint as string | undefined) ?? null,
      model: (found.model as string | undefined) ?? null,
      hud: found.hud !== '0',
      fresh: isOn(found.fresh),
    },
    problems,
  }
}
