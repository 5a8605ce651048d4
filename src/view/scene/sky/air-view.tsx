/** Writes light and air once a frame from the hour, the weather and the place, before anything else is drawn. */
import { useFrame, useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import { AgXToneMapping } from 'three'
import { clamp, damp } from '#core/scalar.ts'
import type { Session } from '#session/session.ts'
import { dayOf, hourOf, TICK_WORLD_SECONDS } from '#simulation/clock.ts'
import { airUniforms } from '../../materials/air.ts'
import { lookBudget } from '../../materials/look-budget.ts'
import { useSession } from '../../session-context.ts'
import { createHourLight, lightAt } from './light-by-hour.ts'

/** Light of this moment, as the air was last written; the dome and the shade read it. */
export const currentLight = createHourLight()

/** Exposure of the picture; tone mapping is AgX. */
const EXPOSURE = 1.25

const eased = { runNumber: -1, seconds: 0, cloud: 0.3, rain: 0, mist: 0, wet: 0, wind: 3, floor: 0, windTurn: 0 }

function remainder4096(value: number): number {
  return value - Math.floor(value / 4096) * 4096
}

/** Writes airUniforms for this frame; `seconds` since the last one. */
function writeAir(session: Session, seconds: number): void {
  const { run, camera } = session
  const { world } = run
  const settings = session.settings.getState()
  const weather = world.weather
  const fresh = eased.runNumber !== run.number
  const elapsed = fresh ? 0 : clamp(run.seconds - eased.seconds, 0, 0.25)
  const ease = (value: number, target: number, halfLife: number): number => (fresh ? target : damp(value, target, halfLife, seconds))
  eased.cloud = ease(eased.cloud, weather.cloud, 1.5)
  eased.rain = ease(eased.rain, weather.rain, 1)
  eased.mist = ease(eased.mist, weather.mist, 1.5)
  eased.wind = ease(eased.wind, weather.wind, 2)
  eased.wet = ease(eased.wet, weather.rain > 0.05 ? 1 : 0, weather.rain > 0.05 ? 8 : 40)
  eased.floor = ease(eased.floor, Math.max(0, run.ground.heightAt(camera.x, camera.z)), 3)
  eased.seconds = run.seconds
  eased.runNumber = run.number

  const worldSeconds = world.worldSeconds + run.alpha * TICK_WORLD_SECONDS
  const light = currentLight
  lightAt(hourOf(worldSeconds), dayOf(worldSeconds), eased, light)

  const air = airUniforms
  air.uSeconds.value += elapsed * (settings.reducedMotion ? 0.35 : 1)
  air.uSunDirection.value.copy(light.key)
  air.uSunColor.value.copy(light.sunColor)
  air.uSkyFill.value.copy(light.skyFill)
  air.uGroundFill.value.copy(light.groundFill)
  air.uZenith.value.copy(light.zenith)
  air.uHorizon.value.copy(light.horizon)
  air.uGlow.value.set(light.glow.r, light.glow.g, light.glow.b, light.glowAmount)
  air.uFogMeters.value = lookBudget(settings.quality).fogMeters * (1 - 0.35 * eased.rain) * (1 - 0.6 * eased.mist)
  air.uMist.value.set(Math.max(eased.mist, 0.55 * light.dawnMist * (1 - eased.cloud * 0.5)), eased.floor - 6, eased.mist * 0.85 + eased.rain * 0.12, 0)
  air.uCloud.value = eased.cloud
  air.uWet.value = eased.wet
  air.uNight.value = light.night
  // the wind turns slowly through a quarter of the compass
  const turn = 0.65 + 0.7 * Math.sin(worldSeconds / 41_000)
  air.uWind.value.set(eased.wind * (settings.reducedMotion ? 0.4 : 1), Math.cos(turn), Math.sin(turn))
  air.uOrigin.value.set(remainder4096(run.origin.x), 0, remainder4096(run.origin.z))
}

/** How much it rains now, 0..1, eased; for what draws the rain. */
export function currentRain(): number {
  return eased.rain
}

/** Keeps light and air up to date, and sets the tone of the picture. Mount it first. */
export function AirView(): null {
  const session = useSession()
  const renderer = useThree((state) => state.gl)
  useEffect(() => {
    renderer.toneMapping = AgXToneMapping
    renderer.toneMappingExposure = EXPOSURE
  }, [renderer])
  useFrame((_, seconds) => writeAir(session, Math.min(seconds, 0.25)), -0.5)
  return null
}
