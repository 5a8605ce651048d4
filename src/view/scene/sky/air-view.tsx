/** Writes light and air once a frame from the hour, the weather and the place, before anything else is drawn. */
import { useFrame, useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import { AgXToneMapping, type WebGLRenderer } from 'three'
import { clamp, damp } from '#core/scalar.ts'
import type { Session } from '#session/session.ts'
import { dayOf, hourOf, TICK_WORLD_SECONDS, yearShareOf } from '#simulation/clock.ts'
import { findStrike } from '#simulation/lightning.ts'
import { airUniforms } from '../../materials/air.ts'
import { lookBudget } from '../../materials/look-budget.ts'
import { setPlainShading } from '../../materials/shaded-material.ts'
import { useSession } from '../../session-context.ts'
import { groundTintAt } from '../scatter/season.ts'
import { flashAt } from './flash.ts'
import { createLowGround } from './low-ground.ts'
import { createHourLight, type HourLight, lightAt } from './light-by-hour.ts'

/** Light of this moment, as the air was last written; the dome and the shade read it. */
export const currentLight = createHourLight()

/** Exposure of the picture; tone mapping is AgX. */
const EXPOSURE = 1.25
/** By how much of it a night is exposed longer. */
const NIGHT_EXPOSURE = 0.6

const eased = { runNumber: -1, seconds: 0, worldSeconds: 0, cloud: 0.3, rain: 0, snow: 0, lying: 0, mist: 0, gloom: 0, wet: 0, wind: 3, floor: 0 }

/** How much rain and snow fall now, and how dark a thunderstorm hangs, 0..1, eased; for what draws them. */
export const currentFall: { readonly rain: number; readonly snow: number; readonly gloom: number } = eased
/** The flash of this moment: how bright, 0..1, and where it comes from, radians clockwise from north. */
export const currentFlash = { amount: 0, bearing: 0 }

/** Where the climate was last asked for, and after how many metres it is asked for again. */
const climate = { x: NaN, z: NaN, warmth: 0.5 }
const CLIMATE_METERS = 40
const lowGround = createLowGround()

/** World seconds between two frames that count as a leap in time: six seconds of play. */
const LEAP_WORLD_SECONDS = 180
function brighten(light: HourLight, flash: number): void {
  if (flash <= 0) return
  for (const color of [light.skyFill, light.groundFill]) color.setRGB(color.r + 0.32 * flash, color.g + 0.36 * flash, color.b + 0.5 * flash)
  for (const color of [light.zenith, light.horizon]) color.setRGB(color.r + 0.008 * flash, color.g + 0.01 * flash, color.b + 0.02 * flash)
}

function remainder4096(value: number): number {
  return value - Math.floor(value / 4096) * 4096
}

/** Writes airUniforms for this frame; `seconds` since the last one. */
function writeAir(session: Session, renderer: WebGLRenderer, seconds: number): void {
  const { run, camera } = session
  const { world } = run
  const settings = session.settings.getState()
  const weather = world.weather
  // whoever comes to another world or another hour finds its weather there, not on its way
  const fresh = eased.runNumber !== run.number || Math.abs(world.worldSeconds - eased.worldSeconds) > LEAP_WORLD_SECONDS
  eased.worldSeconds = world.worldSeconds
  const elapsed = fresh ? 0 : clamp(run.seconds - eased.seconds, 0, 0.25)
  const ease = (value: number, target: number, halfLife: number): number => (fresh ? target : damp(value, target, halfLife, seconds))
  eased.cloud = ease(eased.cloud, weather.cloud, 1.5)
  eased.rain = ease(eased.rain, weather.rain, 1)
  eased.snow = ease(eased.snow, weather.snow, 1)
  eased.lying = ease(eased.lying, weather.lying, 1)
  eased.mist = ease(eased.mist, weather.mist, 1.5)
  eased.gloom = ease(eased.gloom, weather.kind === 'storm' ? weather.rain : 0, 3)
  eased.wind = ease(eased.wind, weather.wind, 2)
  eased.wet = ease(eased.wet, weather.rain > 0.05 ? 1 : 0, weather.rain > 0.05 ? 8 : 40)
  eased.floor = ease(eased.floor, Math.max(0, lowGround(run.land, camera, fresh)), 3)
  eased.seconds = run.seconds
  eased.runNumber = run.number

  const worldSeconds = world.worldSeconds + run.alpha * TICK_WORLD_SECONDS
  const light = currentLight
  lightAt(hourOf(worldSeconds), dayOf(worldSeconds), eased, light)
  // a flash is light that some people cannot bear: not with reduced motion
  const strike = settings.reducedMotion ? null : findStrike(run.land.seedWord, weather, worldSeconds)
  currentFlash.amount = flashAt(strike, worldSeconds)
  currentFlash.bearing = strike?.bearing ?? 0
  brighten(light, currentFlash.amount)

  setPlainShading(settings.quality === 'low')
  const air = airUniforms
  air.uSeconds.value += elapsed * (settings.reducedMotion ? 0.35 : 1)
  air.uSunDirection.value.copy(light.key)
  air.uSunColor.value.copy(light.sunColor)
  air.uSkyFill.value.copy(light.skyFill)
  air.uGroundFill.value.copy(light.groundFill)
  air.uZenith.value.copy(light.zenith)
  air.uHorizon.value.copy(light.horizon)
  air.uGlow.value.set(light.glow.r, light.glow.g, light.glow.b, light.glowAmount)
  air.uFogMeters.value = lookBudget(settings.quality).fogMeters * (1 - 0.35 * eased.rain) * (1 - 0.5 * eased.snow) * (1 - 0.6 * eased.mist)
  air.uMist.value.set(Math.max(eased.mist, 0.55 * light.dawnMist * (1 - eased.cloud * 0.5)), eased.floor - 6, eased.mist * 0.85 + eased.rain * (0.12 - 0.07 * eased.gloom) + eased.snow * 0.16, eased.gloom)
  air.uCloud.value = eased.cloud
  air.uWet.value = eased.wet
  air.uRain.value = eased.rain
  air.uSnow.value = eased.lying
  air.uNight.value = light.night
  // the wind turns slowly through a quarter of the compass
  const turn = 0.65 + 0.7 * Math.sin(worldSeconds / 41_000)
  air.uWind.value.set(eased.wind * (settings.reducedMotion ? 0.4 : 1), Math.cos(turn), Math.sin(turn))
  // climate changes over miles, and to ask for it is not free
  if (fresh || Math.abs(camera.x - climate.x) + Math.abs(camera.z - climate.z) > CLIMATE_METERS) {
    climate.x = camera.x
    climate.z = camera.z
    climate.warmth = run.land.climateAt(camera.x, camera.z).warmth
  }
  groundTintAt(yearShareOf(worldSeconds), climate.warmth, air.uSeasonTint.value)
  // eyes grow used to the dark
  renderer.toneMappingExposure = EXPOSURE * (1 + NIGHT_EXPOSURE * light.night)
  air.uOrigin.value.set(remainder4096(run.origin.x), 0, remainder4096(run.origin.z))
}

/** Keeps light and air up to date, and sets the tone of the picture. Mount it first. */
export function AirView(): null {
  const session = useSession()
  const renderer = useThree((state) => state.gl)
  useEffect(() => {
    renderer.toneMapping = AgXToneMapping
  }, [renderer])
  useFrame((_, seconds) => writeAir(session, renderer, Math.min(seconds, 0.25)), -0.5)
  return null
}
