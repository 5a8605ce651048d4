/** A small dial: the sun or the moon on its way over a drawn horizon. */
import { clockWords, isNight } from './words.ts'

/** Hours at which the sun and the moon change places on the dial. */
const SUNRISE = 5.6
const SUNSET = 19.6

/** The time of day, `hour` 0 to 24; sun and moon rise on the left and set on the right. */
export function DayClock({ hour }: { hour: number }) {
  const night = isNight(hour)
  const share = night ? ((hour - SUNSET + 24) % 24) / (24 - SUNSET + SUNRISE) : (hour - SUNRISE) / (SUNSET - SUNRISE)
  const angle = share * Math.PI
  const x = 24 - Math.cos(angle) * 14.5
  const y = 29 - Math.sin(angle) * 17
  return (
    <svg className="dial" viewBox="0 0 48 48" role="img" aria-label={`${clockWords(hour)} o’clock`}>
      <circle className="dial-face" cx="24" cy="24" r="21.5" />
      <clipPath id="day-clock-sky">
        <path d="M3 3h42v26.5c-7-1.3-12 .9-21 .4S9 28.2 3 29.7z" />
      </clipPath>
      <g clipPath="url(#day-clock-sky)">
        <circle className="dial-sky" data-night={night} cx="24" cy="24" r="21" />
        {night ? <path className="dial-moon" d={`M${x + 3.5} ${y + 4.5}a6 6 0 1 1 0-9 4.8 4.8 0 0 0 0 9`} /> : <circle className="dial-sun" cx={x} cy={y} r="5.2" />}
      </g>
      <path className="dial-line" d="M3.6 29.6c6-1.5 11.4.5 20.4.3s14-1.7 20.4-.4" />
      <circle className="dial-rim" cx="24" cy="24" r="21.5" />
    </svg>
  )
}
