/** The views that `npm run pictures` takes. Each is found anew in the land of its seed, so that it stays what its name says when the land changes. */

/**
 * Runs in the page. Looks outward from the start for the best of many places by `score(place, at)`; `want` names what is looked for.
 * Returns where to stand (x, z) and where to look (yaw, pitch), or null.
 */
export function findView(want) {
  const { percipi } = window
  const { player } = percipi.state()
  const at = (x, z) => percipi.describe(x, z)
  const ahead = (x, z, yaw, meters) => [x - Math.sin(yaw) * meters, z - Math.cos(yaw) * meters]
  const towards = (x, z, to) => Math.atan2(x - to.x, z - to.z)
  const spiral = function* (from, step, reach) {
    for (let r = step; r < reach; r += step) for (let a = 0; a < Math.PI * 2; a += Math.max(0.05, step / r)) yield [from.x + Math.sin(a) * r, from.z + Math.cos(a) * r]
  }
  const best = (places, score) => {
    let found = null
    for (const place of places) {
      const value = score(place)
      if (value !== null && (found === null || value > found.value)) found = { ...place, value }
    }
    return found
  }
  /** How far one sees over the ground ahead: lowest where a near hill is in the way. */
  const openness = (x, z, yaw) => {
    const eye = percipi.heightAt(x, z) + 1.6
    let worst = 1
    for (const meters of [15, 40, 90, 200]) {
      const [ax, az] = ahead(x, z, yaw, meters)
      worst = Math.min(worst, (eye - percipi.heightAt(ax, az)) / meters + 0.05)
    }
    return worst
  }
  const overWater = (kinds, step, reach) => {
    const places = []
    for (const [x, z] of spiral(player, step, reach)) {
      const here = at(x, z)
      if (!kinds.includes(here.water) || here.waterDepth < 0.5) continue
      for (let turn = 0; turn < 12; turn++) {
        const yaw = (turn / 12) * Math.PI * 2
        const [sx, sz] = ahead(x, z, yaw + Math.PI, 22)
        const stand = at(sx, sz)
        if (stand.water !== 'none' || stand.height < here.height + 1) continue
        const [fx, fz] = ahead(x, z, yaw, 600)
        places.push({ x: sx, z: sz, yaw: towards(sx, sz, { x, z }) + 0.3, pitch: -0.06, worth: openness(sx, sz, yaw) * 3 + Math.min(1.5, percipi.heightAt(fx, fz) / 120) + Math.min(1, (stand.height - here.height) / 8) })
      }
      if (places.length > 260) break
    }
    return best(places, ({ worth }) => worth)
  }
  const ofBiome = (biomes, step, reach, score = () => 0) => {
    const places = []
    for (const [x, z] of spiral(player, step, reach)) {
      const here = at(x, z)
      if (!biomes.includes(here.biome) || here.water !== 'none') continue
      for (let turn = 0; turn < 8; turn++) {
        const yaw = (turn / 8) * Math.PI * 2
        places.push({ x, z, yaw, pitch: -0.03, worth: openness(x, z, yaw) + score(here, x, z, yaw) })
      }
      if (places.length > 600) break
    }
    return best(places, ({ worth }) => worth)
  }
  const village = (meters, kinds) => {
    const [place] = percipi.settlements(player.x, player.z, 12_000).filter((each) => !kinds || kinds.includes(each.kind))
    if (!place) return null
    const places = []
    for (let turn = 0; turn < 24; turn++) {
      const angle = (turn / 24) * Math.PI * 2
      const x = place.x + Math.sin(angle) * meters
      const z = place.z + Math.cos(angle) * meters
      const here = at(x, z)
      if (here.water !== 'none') continue
      const yaw = towards(x, z, place)
      const [fx, fz] = ahead(x, z, yaw, 1500)
      places.push({ x, z, yaw, pitch: -0.02, worth: Math.min(2, (here.height - place.y) / 6) + Math.min(1.5, percipi.heightAt(fx, fz) / 150) + openness(x, z, yaw) })
    }
    return best(places, ({ worth }) => worth)
  }
  const summit = () => {
    const places = []
    for (const [x, z] of spiral(player, 160, 9_000)) {
      const height = percipi.heightAt(x, z)
      for (let turn = 0; turn < 6; turn++) {
        const yaw = (turn / 6) * Math.PI * 2
        const [fx, fz] = ahead(x, z, yaw, 900)
        places.push({ x, z, yaw, pitch: -0.12, worth: height / 120 + Math.min(3, (height - percipi.heightAt(fx, fz)) / 80) + openness(x, z, yaw) * 2 })
      }
    }
    return best(places, ({ worth }) => worth)
  }
  switch (want) {
    case 'river': return overWater(['river'], 24, 6_000)
    case 'lake': return overWater(['lake'], 60, 12_000)
    case 'coast': return overWater(['sea'], 60, 12_000)
    case 'village': return village(70)
    case 'street': return village(34)
    case 'forest': return ofBiome(['forest', 'taiga'], 90, 8_000, (here) => here.moisture * 0.2)
    case 'snow': return ofBiome(['alpine', 'tundra', 'taiga'], 180, 16_000, (_, x, z, yaw) => { const [fx, fz] = ahead(x, z, yaw, 1200); return (percipi.heightAt(fx, fz) - percipi.heightAt(x, z)) / 200 })
    case 'marsh': return ofBiome(['marsh'], 120, 20_000)
    case 'desert': return ofBiome(['desert', 'savanna', 'steppe'], 240, 30_000)
    case 'summit': return summit()
    default: return null
  }
}

/** Name, seed, hour, weather, and what to look for. */
export const VIEWS = [
  { name: 'dawn-over-a-river', seed: 'amber-heron', hour: 6.5, weather: 'clear', want: 'river' },
  { name: 'village-at-noon', seed: 'amber-heron', hour: 11.5, weather: 'cloudy', want: 'village' },
  { name: 'village-at-dusk', seed: 'blue-otter', hour: 18.9, weather: 'clear', want: 'street' },
  { name: 'snow-in-the-heights', seed: 'silver-wolf', hour: 10, weather: 'snow', want: 'snow' },
  { name: 'storm-at-the-coast', seed: 'blue-otter', hour: 15, weather: 'storm', want: 'coast' },
  { name: 'forest', seed: 'amber-heron', hour: 9, weather: 'clear', want: 'forest' },
  { name: 'marsh-in-mist', seed: 'silver-wolf', hour: 7.2, weather: 'mist', want: 'marsh' },
  { name: 'lake-in-the-evening', seed: 'blue-otter', hour: 17.6, weather: 'clear', want: 'lake' },
  { name: 'night', seed: 'amber-heron', hour: 22.5, weather: 'clear', want: 'village' },
  { name: 'dry-country', seed: 'silver-wolf', hour: 16, weather: 'clear', want: 'desert' },
  { name: 'far-view', seed: 'blue-otter', hour: 9.5, weather: 'cloudy', want: 'summit' },
  { name: 'winter-village', seed: 'amber-heron', hour: 16.8, weather: 'snow', want: 'village' },
]
