/** Where to stand in a settlement so that its people are in the picture: found once the hour is there, for they go where their day takes them. */

/**
 * Runs in the page. Looks for the best place within a few steps of where people are out of doors; `hour` says where the sun stands, `lowSun` whether to look towards it.
 * Returns where to stand (x, z), where to look (yaw, pitch) and how many are seen; null where nobody is about.
 */
export async function findPeopleView({ around, hour, lowSun }) {
  const { percipi } = window
  const towards = (x, z, to) => Math.atan2(x - to.x, z - to.z)
  const turned = (angle) => Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle)))
  const near = percipi.state().people.filter(({ x, z }) => Math.hypot(x - around.x, z - around.z) < 120)
  const views = await Promise.all(near.map(({ id }) => percipi.person(id)))
  const people = views.filter(({ npc }) => !npc.indoors).map(({ npc }) => npc.body)
  if (people.length === 0) return null
  const [place] = percipi.settlements(around.x, around.z, 1_000)
  const sunYaw = hour < 12 ? -Math.PI / 2 : Math.PI / 2
  /** Metres from a building's middle within which it hides what is behind it. */
  const girth = ({ kind }) => ({ well: 1, stall: 2, barn: 8, inn: 7, mill: 5, shrine: 4 })[kind] ?? 5.5
  const hides = (building, x, z, to) => {
    const [dx, dz] = [to.x - x, to.z - z]
    const t = Math.max(0, Math.min(1, ((building.x - x) * dx + (building.z - z) * dz) / (dx * dx + dz * dz)))
    return Math.hypot(x + dx * t - building.x, z + dz * t - building.z) < girth(building)
  }
  // asked for once: each asking reads the land anew
  const growing = percipi.plants(place.x, place.z, 70).filter(({ species }) => !['stone', 'flower', 'heather', 'fern', 'reed', 'sedge'].includes(species))
  /** How high mountains stand that way, rise over run, for each of 32 turns. */
  const skylines = Array.from({ length: 32 }, (_, turn) => Math.max(0, ...[-2, -1, 0, 1, 2].flatMap((aside) => [900, 1_700, 2_600].map((meters) => {
    const yaw = ((turn + aside) / 32) * Math.PI * 2
    return (percipi.heightAt(place.x - Math.sin(yaw) * meters, place.z - Math.cos(yaw) * meters) - percipi.heightAt(place.x, place.z)) / meters
  }))))
  let best = null
  for (let aroundX = -30; aroundX <= 30; aroundX += 3) for (let aroundZ = -30; aroundZ <= 30; aroundZ += 3) {
    const [x, z] = [place.x + aroundX, place.z + aroundZ]
    if (place.buildings.some((building) => Math.hypot(building.x - x, building.z - z) < girth(building) + 2.5)) continue
    if (people.some((body) => Math.hypot(body.x - x, body.z - z) < 4)) continue
    const here = percipi.describe(x, z)
    if (here.water !== 'none' || here.slope > 0.35) continue
    const plants = growing.filter((plant) => Math.hypot(plant.x - x, plant.z - z) < 24)
    for (let turn = 0; turn < 32; turn++) {
      const yaw = (turn / 32) * Math.PI * 2
      // a low sun shines through what it stands behind; a high one, in +z, should come from the side and a little from ahead, so that one sees light and shade
      let worth = lowSun ? Math.cos(yaw - sunYaw) * 1.2 : -2 * Math.abs(-Math.cos(yaw) - 0.35)
      let seen = 0
      for (const body of people) {
        const meters = Math.hypot(body.x - x, body.z - z)
        const aside = turned(towards(x, z, body) - yaw)
        if (aside > 0.62 || meters > 32 || place.buildings.some((building) => hides(building, x, z, body)) || plants.some((plant) => Math.hypot(plant.x - x, plant.z - z) < meters && turned(towards(x, z, plant) - towards(x, z, body)) < 0.12)) continue
        if (meters < 22) seen++
        // a person five metres off fills a third of the picture's height, one thirty metres off a twentieth
        worth += (meters < 6 ? 0.5 : 2.2 - meters / 14) * (1.1 - aside * 0.6)
      }
      let houses = 0
      for (const building of place.buildings) {
        const meters = Math.hypot(building.x - x, building.z - z)
        const aside = turned(towards(x, z, building) - yaw)
        // a well belongs into the picture, but not before everything
        if (building.kind === 'well') worth += aside > 0.55 ? 0 : meters < 10 ? -1.6 : meters < 24 ? 0.8 : 0
        else if (aside < 0.8 && meters < girth(building) + 9) worth -= 2.5
        else if (aside < 0.62 && meters < 60) houses++
      }
      worth += Math.min(7, houses) * 0.5 + Math.min(1.4, 9 * skylines[turn])
      for (const plant of plants) {
        const meters = Math.hypot(plant.x - x, plant.z - z)
        if (turned(towards(x, z, plant) - yaw) < 0.8) worth -= 1.4 * Math.max(0, 1 - meters / 16)
      }
      if (!best || worth > best.worth) best = { x, z, yaw, pitch: 0.06, seen, worth }
    }
  }
  return best
}
