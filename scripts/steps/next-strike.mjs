/** When lightning will strike before an eye: asked of the simulation itself, outside the page. */
import { createServer } from 'vite'
import { ROOT } from './run.mjs'

/** World seconds of one tick and of a day, for how many days a strike is looked for, and how far from the hour of `from`, in world seconds. */
const TICK = 1.5
const DAY = 86_400
const DAYS = 8
const APART = 5_400
/** A strike is best seen within so many radians of the middle of the picture, at about this distance in metres. */
const ASIDE = 0.42
const METERS = 1_300

/** World seconds at which a strike of `seed` is brightest before an eye that looks along `yaw`; the best of those at about the hour of `from` within days, or null; the first `earliest` world seconds are left out. */
export async function nextStrike(seed, { yaw, from, earliest }) {
  const server = await createServer({ root: ROOT, server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' })
  try {
    const { findStrike } = await server.ssrLoadModule('/src/simulation/lightning.ts')
    const { createLand } = await server.ssrLoadModule('/src/worldgen/create-land.ts')
    const { seedWord } = createLand(seed)
    let best = null
    for (let at = from + earliest; at < from + DAYS * DAY; at += TICK) {
      const apart = (at - from) % DAY
      if (apart > APART && apart < DAY - APART) continue
      const strike = findStrike(seedWord, { kind: 'storm', rain: 1 }, at)
      const since = strike ? at - strike.worldSeconds : Infinity
      // the first tick after it: later it has faded
      if (since > TICK / 2 || strike.meters < 600) continue
      const aside = Math.abs(Math.atan2(Math.sin(strike.bearing + yaw), Math.cos(strike.bearing + yaw)))
      if (aside > ASIDE) continue
      const worth = -Math.abs(Math.log(strike.meters / METERS)) - since - Math.abs(aside - 0.2)
      if (!best || worth > best.worth) best = { at, worth, meters: strike.meters, bearing: strike.bearing, since }
    }
    return best
  } finally {
    await server.close()
  }
}
