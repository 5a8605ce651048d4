/** When people light their lamps and their hearths: shares by the hour. */
import { inverseLerp, lerp, smoothstep } from '#core/scalar.ts'

/** Share 0..1 of windows lit at an hour of the day: evening fills them, night leaves a few, morning wakes some. */
export function lampShare(hour: number): number {
  const evening = smoothstep(17.2, 19.4, hour)
  const bedtime = lerp(1, 0.28, smoothstep(21.5, 24, hour))
  const early = 0.28 + 0.42 * smoothstep(4.6, 6, hour)
  const dawn = 1 - smoothstep(6.2, 7.6, hour)
  return hour > 12 ? evening * bedtime : early * dawn
}

/** Share 0..1 of chimneys that smoke at an hour, by warmth of the place (0 polar .. 1 hot). */
export function hearthShare(hour: number, warmth: number): number {
  const cold = 1 - inverseLerp(0.25, 0.75, warmth)
  const morning = smoothstep(4.5, 6, hour) * (1 - smoothstep(8.5, 10.5, hour))
  const noon = 0.7 * smoothstep(10.8, 11.6, hour) * (1 - smoothstep(12.8, 13.8, hour))
  const evening = smoothstep(16, 18.5, hour) * (1 - smoothstep(22, 24, hour))
  return Math.max(morning, noon, evening, 0.3) * lerp(0.55, 1, cold)
}
