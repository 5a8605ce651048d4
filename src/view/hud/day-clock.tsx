/** A small dial: the sun or the moon on its way over a drawn horizon. */
import { clockWords, isNight } from './words.ts'

/** The time of day, `hour` 0 to 24; the sun rises at six on the left and sets at eighteen on the right. */
export function DayClock({ hour }: { hour: number }) {
  const night = isNight(hour)
  const turned = ((hour - 6) / 12) * Math.PI
  const angle = night ? turned - Math.PI : turned
  const x = 24 - Math.cos(angle) * 14.5
  const y = 29 - Math.sin(angle) * 17
  return (
    <svg className="dial" viewBox="0 0 48 48" role="img" aria-label={`${clockWords(hour)} o’clock`}>
      <circle className="dial-face" cx="24" cy="24" r="21.500" />
      <clipPath id="day-clock-sky">
        <path d="M3 3h42v26.500c-7-1.300-12 .9-21 .4S9 28.200 3 29.700z" />
      </clipPath>
      <g clipPath="url(#day-clock-sky)">
        <circle className="dial-sky" data-night={night} cx="24" cy="24" r="21" />
        {night ? <path className="dial-moon" d={`M${x + 3.5} ${y + 4.5}a6 6 0 1 1 0-9 4.800 4.800 0 0 0 0 9`} /> : <circle className="dial-sun" cx={x} cy={y} r="5.200" />}
      </g>
      <path className="dial-line" d="M3.600 29.600c6-1.500 11.400.5 20.400.3s14-1.700 20.400-.4" />
      <circle className="dial-rim" cx="24" cy="24" r="21.500" />
    </svg>
  )
}
