/** Light by hour and weather: where sun and moon stand, what colours sky and light have. Pure; colours are linear. */
import { Color, Vector3 } from 'three'
import { lerp, smoothstep } from '#core/scalar.ts'

/** Everything that hour, day and weather decide about light. */
export type HourLight = {
  zenith: Color
  horizon: Color
  /** Colour times strength of the key light. */
  sunColor: Color
  skyFill: Color
  groundFill: Color
  /** Colour that sky and air take on around the sun, and how much of it, 0..1. */
  glow: Color
  glowAmount: number
  /** Unit vectors towards the sun, the moon, and whichever of them lights the land. */
  sun: Vector3
  moon: Vector3
  key: Vector3
  /** 0 new .. 0.5 full .. 1 new again. */
  moonPhase: number
  /** 0 day .. 1 night. */
  night: number
  /** How much mist the hour itself brings to valleys, 0..1. */
  dawnMist: number
}

/** Hours of sunrise and sunset, when the sun's centre crosses the horizon. */
const SUNRISE_HOUR = 5.6
/** As SUNRISE_HOUR. */
const SUNSET_HOUR = 19.2
/** Days from new moon to new moon. */
const MOON_DAYS = 12

const MOONRISE_HOUR = 18.4
const MOONSET_HOUR = 30

type Row = { hour: number; zenith: Color; horizon: Color; key: Color; strength: number; skyFill: Color; groundFill: Color }

function row(hour: number, colors: string, strength: number): Row {
  const [zenith, horizon, key, skyFill, groundFill] = colors.split(' ').map((hex) => new Color(hex)) as [Color, Color, Color, Color, Color]
  return { hour, zenith, horizon, key, strength, skyFill, groundFill }
}

/** The law of the look: zenith, horizon, key light, sky fill, ground fill; strength of the key light. The last row is the first, a day later. */
const ROWS: readonly Row[] = [
  row(0, '#0b1430 #1b2a4a #8fa8e0 #26365f #141a2a', 0.55),
  row(5, '#22305c #5d5a7e #b7a6d6 #4a4f7d #2a2838', 0.5),
  row(6.2, '#4f6fa6 #f3b48a #ffb27a #8a94bd #5c5048', 2.0),
  row(8, '#5d93c9 #e9d9bd #ffd9a6 #a5c0dc #7a7256', 2.9),
  row(12, '#4b8fd0 #cfe3ee #fff3dc #b5d2ea #8a8460', 3.3),
  row(17, '#5a86bd #f0d2a0 #ffcf8f #a8b8d4 #7d6c50', 2.9),
  row(18.6, '#5a5f9a #f39a72 #ff9a5e #8f86b0 #5d4a48', 2.1),
  row(20, '#1d2a58 #54547e #9fb0e0 #3a4674 #1d2030', 0.6),
  row(24, '#0b1430 #1b2a4a #8fa8e0 #26365f #141a2a', 0.55),
]

/** A light to be written by `lightAt`. */
export function createHourLight(): HourLight {
  return {
    zenith: new Color(), horizon: new Color(), sunColor: new Color(), skyFill: new Color(), groundFill: new Color(), glow: new Color(),
    glowAmount: 0, sun: new Vector3(), moon: new Vector3(), key: new Vector3(), moonPhase: 0, night: 0, dawnMist: 0,
  }
}

/** Share of an arc that is done at `hour`: 0 rising .. 1 setting .. 2 rising again. */
function arcShare(hour: number, rise: number, set: number): number {
  const since = (((hour - rise) % 24) + 24) % 24
  const up = set - rise
  return since < up ? since / up : 1 + (since - up) / (24 - up)
}

function setArc(out: Vector3, share: number, height: number): void {
  const angle = share * Math.PI
  out.set(Math.cos(angle), Math.sin(angle) * height, Math.sin(angle) * Math.sqrt(1 - height * height) * 0.9 + 0.12).normalize()
}

/** Weather as light sees it, each 0..1; gloom is the darkness under a thunderstorm. */
export type LightWeather = { readonly cloud: number; readonly rain: number; readonly mist: number; readonly gloom: number }

function luminance(color: Color): number {
  return 0.2126 * color.r + 0.7152 * color.g + 0.0722 * color.b
}

function greyTowards(color: Color, amount: number, dim: number): void {
  const light = luminance(color)
  color.setRGB(
    lerp(color.r, light * 0.94, amount) * dim,
    lerp(color.g, light * 1.0, amount) * dim,
    lerp(color.b, light * 1.1, amount) * dim,
  )
}

/** Writes the light of `hour` (0..24) on `day` (whole days since the beginning) under `weather` into `out`. */
export function lightAt(hour: number, day: number, weather: LightWeather, out: HourLight): void {
  // between two rows of the table
  let index = 0
  while (index < ROWS.length - 2 && ROWS[index + 1]!.hour <= hour) index++
  const before = ROWS[index]!
  const after = ROWS[index + 1]!
  const t = smoothstep(before.hour, after.hour, hour) * 0.5 + ((hour - before.hour) / (after.hour - before.hour)) * 0.5
  out.zenith.lerpColors(before.zenith, after.zenith, t)
  out.horizon.lerpColors(before.horizon, after.horizon, t)
  out.skyFill.lerpColors(before.skyFill, after.skyFill, t)
  out.groundFill.lerpColors(before.groundFill, after.groundFill, t)
  out.sunColor.lerpColors(before.key, after.key, t)
  let strength = lerp(before.strength, after.strength, t)

  // where the lights stand
  setArc(out.sun, arcShare(hour, SUNRISE_HOUR, SUNSET_HOUR), 0.84)
  setArc(out.moon, arcShare(hour, MOONRISE_HOUR, MOONSET_HOUR), 0.6)
  out.moonPhase = (day / MOON_DAYS + 0.42) % 1
  const sunRules = out.sun.y > -0.015
  out.key.copy(sunRules ? out.sun : out.moon)
  out.night = 1 - smoothstep(-0.16, 0.06, out.sun.y)
  // the hand-over between sun and moon happens while neither is strong
  strength *= smoothstep(0, 0.075, Math.abs(out.sun.y + 0.015))
  if (!sunRules) strength *= 0.7 + 0.6 * (0.5 - Math.abs(out.moonPhase - 0.5))

  // the air around the sun glows most when it stands low
  const low = 1 - smoothstep(0.05, 0.75, out.key.y)
  out.glow.copy(out.sunColor).multiplyScalar(sunRules ? lerp(0.95, 1.05, low) : 0.16)
  out.glowAmount = sunRules ? lerp(0.42, 0.75, low) * smoothstep(-0.015, 0.05, out.sun.y) + 0.12 : 0.3
  if (sunRules && out.sun.y < 0.05) out.glowAmount = Math.max(out.glowAmount, 0.4 * smoothstep(-0.015, 0.02, out.sun.y))
  out.dawnMist = smoothstep(3.8, 5.6, hour) * (1 - smoothstep(6.6, 8.8, hour))

  // weather takes the sun away, and with it the colour
  const veil = smoothstep(0.45, 1, weather.cloud)
  const wet = weather.rain
  // through the gaps of a thunderstorm some of it still falls on the land, which is why one sees that the sky is dark
  strength *= (1 - 0.82 * veil) * (1 - 0.5 * wet) * (1 - 0.45 * weather.mist) * (1 + 1.2 * weather.gloom)
  out.glowAmount *= (1 - 0.8 * veil) * (1 - 0.4 * weather.mist)
  // under a thunderstorm it is dark overhead, while light still stands in a band along the horizon
  const dark = 1 - 0.66 * weather.gloom
  const band = 1 - 0.34 * weather.gloom
  const under = 1 - 0.5 * weather.gloom
  greyTowards(out.zenith, 0.78 * veil, (1 + 0.12 * veil * (1 - out.night) - 0.28 * wet) * dark * dark)
  greyTowards(out.horizon, 0.7 * veil, (1 - 0.16 * veil - 0.2 * wet) * band)
  greyTowards(out.skyFill, 0.5 * veil, (1 + 0.3 * veil - 0.25 * wet) * under)
  greyTowards(out.groundFill, 0.35 * veil, (1 + 0.1 * veil - 0.15 * wet) * under)
  out.horizon.setRGB(out.horizon.r * (1 + 0.06 * weather.gloom), out.horizon.g * (1 + 0.02 * weather.gloom), out.horizon.b * (1 - 0.06 * weather.gloom))
  out.sunColor.multiplyScalar(strength)
}
