/** The views that `npm run pictures` takes. Each is found anew in the land of its seed, so that it stays what its name says when the land changes. */

/**
 * Runs in the page. Looks outward from the start for the best of many places; `want` names what is looked for, `hour` is when it will be seen.
 * Returns where to stand (x, z) and where to look (yaw, pitch), or null.
 */
export function findView({ want, hour }) {
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
  const TREES = ['oak', 'birch', 'spruce', 'pine', 'willow', 'palm', 'acacia']
  const WOODS = ['forest', 'taiga', 'jungle', 'marsh']
  /** Of many places the few that look best at first sight, which are worth a closer look that costs more. */
  const few = (places, count) => places.sort((a, b) => b.worth - a.worth).slice(0, count)
  /** What stands behind it all: 0 for a flat line, up to 1.5 for mountains of unlike height, less where they stand in the sky like a wall. */
  const backdrop = (x, z, yaw) => {
    const eye = percipi.heightAt(x, z) + 1.6
    const line = [-0.54, -0.36, -0.18, 0, 0.18, 0.36, 0.54].map((aside) => Math.max(...[700, 1_100, 1_600, 2_300, 3_200].map((meters) => (percipi.heightAt(...ahead(x, z, yaw + aside, meters)) - eye) / meters)))
    const mean = line.reduce((sum, each) => sum + each, 0) / line.length
    const uneven = Math.sqrt(line.reduce((sum, each) => sum + (each - mean) ** 2, 0) / line.length)
    return Math.min(0.9, 22 * uneven) + Math.min(0.6, 5 * Math.max(0, ...line)) - 9 * Math.max(0, mean - 0.13)
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
  /** How much stands in the way: plants before the eye, the more the nearer, and crowns right above it. */
  const crowd = (x, z, yaw, reach = 18) => {
    let sum = 0
    for (const plant of percipi.plants(x, z, reach)) {
      const meters = Math.hypot(plant.x - x, plant.z - z)
      if (['stone', 'flower', 'heather', 'fern', 'reed', 'sedge'].includes(plant.species) && (plant.species !== 'reed' || meters > 5)) continue
      const aside = Math.abs(Math.atan2(Math.sin(towards(x, z, plant) - yaw), Math.cos(towards(x, z, plant) - yaw)))
      if (meters < 6) sum += 2
      // half of one at the edge of the picture is only in the way
      if (reach > 9 && meters < 16 && aside > 0.6 && aside < 1.05) sum += meters < 10 ? 1.5 : 0.7
      if (aside < 0.75) sum += (aside < 0.4 ? 2 : 1) * (1 - meters / reach) ** 2
    }
    return sum
  }
  /** Steps aside, up to 14 m, to where the foreground is free. */
  const settle = (place) => {
    if (!place || place.still) return place
    const places = [{ ...place, worth: -crowd(place.x, place.z, place.yaw) }]
    const ground = at(place.x, place.z)
    for (let ring = 1; ring <= 4; ring++) for (let turn = 0; turn < 12; turn++) {
      const [x, z] = ahead(place.x, place.z, (turn / 12) * Math.PI * 2, ring * 3.5)
      const here = at(x, z)
      if (here.water !== 'none' || Math.abs(here.height - ground.height) > 4) continue
      places.push({ ...place, x, z, worth: -crowd(x, z, place.yaw) - ring * 0.12 })
    }
    return best(places, ({ worth }) => worth)
  }
  /** How much light from ahead or behind a view wants: 1 looking at the low sun, which rises in +x and sets in -x. */
  const sunYaw = hour < 12 ? -Math.PI / 2 : Math.PI / 2
  const towardsSun = (yaw) => Math.cos(yaw - sunYaw)
  /** Whether no bank stands between the eye at one place and the ground at another. */
  const isSeen = (x, z, toX, toZ) => {
    const eye = percipi.heightAt(x, z) + 1.6
    const end = percipi.heightAt(toX, toZ) + 0.8
    return [0.15, 0.3, 0.5, 0.7, 0.85].every((t) => percipi.heightAt(x + (toX - x) * t, z + (toZ - z) * t) < eye + (end - eye) * t)
  }
  const overWater = (kinds, step, reach, sunny = 0) => {
    const places = []
    for (const [x, z] of spiral(player, step, reach)) {
      if (places.length > 900) break
      const here = at(x, z)
      if (!kinds.includes(here.water) || here.waterDepth < 0.4) continue
      // one for each place in the water, so that the look goes far
      const views = []
      for (let turn = 0; turn < 16; turn++) for (const back of sunny > 0.8 ? [16, 26, 40, 60] : [26, 55, 90]) {
        const yaw = (turn / 16) * Math.PI * 2
        const [sx, sz] = ahead(x, z, yaw + Math.PI, back)
        const stand = at(sx, sz)
        const rise = stand.height - here.height
        if (stand.water !== 'none' || rise < 1.5 || rise > back * 0.45 || stand.height < (kinds.includes('river') ? 7 : 4) || ['desert', 'shore'].includes(stand.biome) || stand.slope > 0.5 || stand.settlement) continue
        // a river, not its mouth
        if (kinds.includes('river') && [120, 250, 400].some((meters) => at(...ahead(sx, sz, yaw, meters)).water === 'sea')) continue
        const [fx, fz] = ahead(x, z, yaw, 600)
        const far = (percipi.heightAt(fx, fz) - stand.height) / 600
        // water ahead over a good stretch, hills beyond it that do not stand in the sky like a wall
        let wet = 0
        let near = 0
        for (const meters of [back - 12, back, back + 15, back + 35, back + 70, back + 140]) for (const aside of [-0.22, 0, 0.22]) {
          const [wx, wz] = ahead(sx, sz, yaw + aside, meters)
          if (percipi.describe(wx, wz).water === 'none' || !isSeen(sx, sz, wx, wz)) continue
          wet++
          if (meters < 60) near++
        }
        // a river is narrow: it must run before one's feet
        if (wet < 5 || (sunny > 0.8 && near < 5)) continue
        views.push({ x: sx, z: sz, yaw, still: !kinds.includes('lake'), pitch: Math.max(-0.16, (sunny > 0.8 ? -0.5 : -0.35) * Math.atan(rise / back)) , worth: wet * 0.22 + Math.min(1.4, rise / (sunny > 0.8 ? 4 : 6)) + openness(sx, sz, yaw) * 3 + Math.min(1, Math.max(0, far * 9)) - Math.max(0, far - 0.16) * 12 + towardsSun(yaw) * sunny - (sunny > 0.8 && WOODS.includes(stand.biome) ? 1.2 : 0) })
      }
      places.push(...few(views, 1))
    }
    return best(few(places, 240), ({ x, z, yaw, worth }) => worth + backdrop(x, z, yaw) - crowd(x, z, yaw, sunny > 0.8 ? 42 : 18) * 0.8)
  }
  const bridge = () => {
    const places = []
    for (const { crossings } of percipi.roads(player.x, player.z, 8_000)) for (const crossing of crossings) {
      if (crossing.kind !== 'bridge') continue
      for (const side of [-1, 1]) for (const meters of [16, 24, 34]) for (const slant of [-0.6, -0.3, 0.3, 0.6]) {
        const along = Math.atan2(crossing.alongX, crossing.alongZ) + side * (Math.PI / 2) + slant
        const [x, z] = [crossing.x + Math.sin(along) * meters, crossing.z + Math.cos(along) * meters]
        const stand = at(x, z)
        const rise = stand.height + 1.6 - crossing.level
        if (stand.water !== 'none' || rise < -5 || rise > 6) continue
        const yaw = towards(x, z, crossing)
        const [fx, fz] = ahead(x, z, yaw, 700)
        places.push({ x, z, yaw, pitch: Math.max(-0.2, Math.min(0.1, -Math.atan(rise / meters) * 0.6)), worth: Math.min(2, crossing.span / 14) - Math.abs(rise - 1.5) * 0.2 + Math.min(1, percipi.heightAt(fx, fz) / 150) - crowd(x, z, yaw, meters) })
      }
    }
    return best(places, ({ worth }) => worth)
  }
  const path = () => {
    const places = []
    for (const { points } of percipi.roads(player.x, player.z, 8_000)) for (let i = 4; i + 12 < points.length; i += 6) {
      const [x, z] = [points[i], points[i + 1]]
      if (!['forest', 'taiga', 'jungle'].includes(at(x, z).biome) || at(x, z).settlement) continue
      const yaw = towards(x, z, { x: points[i + 10], z: points[i + 11] })
      const trees = percipi.plants(x, z, 45).filter(({ species }) => ['oak', 'birch', 'spruce', 'pine', 'willow'].includes(species)).length
      places.push({ x, z, yaw, pitch: 0.04, still: true, worth: Math.min(40, trees) / 20 - crowd(x, z, yaw, 9) })
      if (places.length > 300) break
    }
    return best(places, ({ worth }) => worth)
  }
  /** `count`: so many of the best are returned, not the best one. */
  const ofBiome = (biomes, { step, reach, count = 0 }, score = () => 0) => {
    const places = []
    for (const [x, z] of spiral(player, step, reach)) {
      const here = at(x, z)
      if (!biomes.includes(here.biome) || here.water !== 'none') continue
      for (let turn = 0; turn < 8; turn++) {
        const yaw = (turn / 8) * Math.PI * 2
        const worth = score(here, x, z, yaw)
        if (worth > -9) places.push({ x, z, yaw, pitch: -0.03, worth: openness(x, z, yaw) + worth })
      }
      if (places.length > 600) break
    }
    return count > 0 ? few(places, count) : best(places, ({ worth }) => worth)
  }
  /** From the crest of a dune over others, the low sun on one side. */
  const dunes = () => {
    const places = []
    for (const [x, z] of spiral(player, 90, 9_000)) {
      if (at(x, z).biome !== 'desert') continue
      const height = percipi.heightAt(x, z)
      for (let turn = 0; turn < 12; turn++) {
        const yaw = (turn / 12) * Math.PI * 2
        const over = (meters, aside = 0) => height + 1.6 - percipi.heightAt(...ahead(x, z, yaw + aside, meters))
        if (over(14) < 1.9 || over(45) < 5) continue
        const crests = [-0.45, -0.2, 0, 0.2, 0.45].map((aside) => Math.min(over(110, aside), over(160, aside), over(220, aside)))
        const waves = Math.max(...crests) - Math.min(...crests)
        const far = Math.max(...[-0.2, 0, 0.2].map((aside) => percipi.heightAt(...ahead(x, z, yaw + aside, 2_200)))) - height
        places.push({ x, z, yaw, pitch: -0.07, still: true, worth: Math.min(over(45), 16) * 0.08 + Math.min(waves, 20) * 0.1 + Math.min(0.8, Math.max(0, far / 220)) + Math.cos(yaw - sunYaw - 1.1) * 0.4 })
      }
      if (places.length > 1_500) break
    }
    places.sort((a, b) => b.worth - a.worth)
    // sand, and a few things that stand up in it and throw long shadows
    return best(places.slice(0, 120), ({ x, z, yaw, worth }) => {
      const seen = percipi.plants(...ahead(x, z, yaw, 75), 70)
      const standing = seen.filter(({ species }) => ['cactus', 'palm', 'acacia', 'deadwood', 'boulder'].includes(species)).length
      return worth + 0.14 * Math.min(5, standing) - 0.015 * Math.max(0, seen.length - 24)
    })
  }
  /** How many of some places a little ahead lie under water that is seen. */
  const wetAhead = (x, z, yaw) => {
    let wet = 0
    for (const meters of [7, 12, 20, 32, 50]) for (const aside of [-0.35, -0.12, 0.12, 0.35]) { const [wx, wz] = ahead(x, z, yaw + aside, meters); if (at(wx, wz).water !== 'none' && isSeen(x, z, wx, wz)) wet++ }
    return wet
  }
  /** From beside a village, looking at it, and towards a yaw if one is given. */
  const village = (distances, toward = null) => {
    const [place] = percipi.settlements(player.x, player.z, 12_000)
    if (!place) return null
    const ground = percipi.heightAt(place.x, place.z)
    const places = []
    for (const meters of distances) for (let turn = 0; turn < 32; turn++) {
      const angle = (turn / 32) * Math.PI * 2
      const x = place.x + Math.sin(angle) * meters
      const z = place.z + Math.cos(angle) * meters
      const here = at(x, z)
      if (here.water !== 'none') continue
      const yaw = towards(x, z, place)
      // many houses in the picture, none of them a wall before the lens
      let houses = 0
      for (const building of place.buildings) {
        const away = Math.hypot(building.x - x, building.z - z)
        const aside = Math.abs(Math.atan2(Math.sin(towards(x, z, building) - yaw), Math.cos(towards(x, z, building) - yaw)))
        if (aside < 0.85 && away < 20) houses -= 6
        else if (aside < 0.6 && away < 90) houses += 1
      }
      places.push({ x, z, yaw, pitch: -0.02, worth: Math.min(2, (here.height - ground) / 4) + backdrop(x, z, yaw) + houses * 0.3 + (toward === null ? 0 : 2.5 * Math.cos(yaw - toward)) - crowd(x, z, yaw, 25) })
    }
    return best(places, ({ worth }) => worth)
  }
  /** From within a town along its houses, some on either hand, towards the last light. */
  const street = () => {
    const [town] = percipi.settlements(player.x, player.z, 12_000).filter(({ kind }) => kind === 'town')
    if (!town) return null
    const places = []
    for (let meters = 4; meters < 60; meters += 8) for (let turn = 0; turn < 12; turn++) {
      const [x, z] = ahead(town.x, town.z, (turn / 12) * Math.PI * 2, meters)
      if (at(x, z).water !== 'none') continue
      const around = town.buildings.map((building) => ({ kind: building.kind, to: towards(x, z, building), away: Math.hypot(building.x - x, building.z - z) }))
      if (around.some(({ away }) => away < 8)) continue
      for (let look = 0; look < 16; look++) {
        const yaw = (look / 16) * Math.PI * 2
        const hands = [0, 0]
        let wall = 0
        for (const { kind, to, away } of around) {
          const aside = Math.atan2(Math.sin(to - yaw), Math.cos(to - yaw))
          if (Math.abs(aside) > 0.85 || away > 75) continue
          if (away < 13 || (kind === 'barn' && away < 35)) wall += 2
          else if (kind !== 'barn' && kind !== 'tower') hands[aside > 0 ? 0 : 1] += 1.2 - away / 75
        }
        places.push({ x, z, yaw, pitch: 0.05, still: true, worth: Math.min(4, hands[0]) + Math.min(4, hands[1]) + 2 * Math.min(1.5, ...hands) - wall + towardsSun(yaw) * 0.7 - crowd(x, z, yaw, 14) })
      }
    }
    return best(places, ({ worth }) => worth)
  }
  /** From a height with depth: the land falls away before one's feet, lies low with water and houses for a mile, and stands up again beyond. */
  const summit = () => {
    const places = []
    for (const [x, z] of spiral(player, 150, 9_000)) {
      const height = percipi.heightAt(x, z)
      if (height < 60 || height > 420) continue
      for (let turn = 0; turn < 16; turn++) {
        const yaw = (turn / 16) * Math.PI * 2
        const over = (meters, aside = 0) => height + 1.6 - percipi.heightAt(...ahead(x, z, yaw + aside, meters))
        // not half the picture is the grass before one's feet, and no bank stands at its side
        if (over(12) < 2.6 || over(30) < 6 || over(120) < 22) continue
        if ([-0.8, -0.45, 0.45, 0.8].some((aside) => over(6, aside) < 1.4 || over(18, aside) < 2 || over(45, aside) < 4)) continue
        let worth = backdrop(x, z, yaw)
        let wet = 0
        for (const aside of [-0.42, -0.28, -0.14, 0, 0.14, 0.28, 0.42]) for (const meters of [260, 420, 650, 950, 1_300]) {
          const [fx, fz] = ahead(x, z, yaw + aside, meters)
          worth += Math.max(-0.12, Math.min(0.05, over(meters, aside) / 2_400))
          if (at(fx, fz).water !== 'none' && isSeen(x, z, fx, fz)) wet++
        }
        // a river or a lake, not a sea
        worth += Math.min(1.5, wet * 0.2) - Math.max(0, wet - 14) * 0.12 + Math.cos(yaw - sunYaw - 1) * 0.4
        places.push({ x, z, yaw, pitch: -0.12, still: true, worth })
      }
    }
    return best(few(places, 160), ({ x, z, yaw, worth }) => {
      const isAhead = (place) => Math.cos(towards(x, z, place) - yaw) > 0.87
      const houses = percipi.settlements(x, z, 1_500).flatMap(({ buildings }) => buildings).filter((house) => isAhead(house) && Math.hypot(house.x - x, house.z - z) > 110 && isSeen(x, z, house.x, house.z)).length
      const trees = [200, 330].flatMap((meters) => percipi.plants(...ahead(x, z, yaw, meters), 80)).filter(({ species }) => TREES.includes(species)).length
      return worth + Math.min(1.6, houses * 0.16) + Math.min(0.7, trees / 90) - crowd(x, z, yaw, 30)
    })
  }
  const found = {
    river: () => overWater(['river'], 24, 9_000, 1.7),
    lake: () => overWater(['lake'], 60, 12_000, 0.7),
    coast: () => overWater(['sea'], 60, 12_000),
    village: () => village([38, 50, 62]),
    // the full moon stands in the south-east at that hour
    moonlit: () => village([38, 50, 62, 74], 3.75),
    town: () => street() ?? village([30, 45]),
    path,
    bridge,
    snow: () => {
      const saddle = ofBiome(['alpine', 'tundra', 'taiga'], { step: 75, reach: 14_000, count: 60 }, (here, x, z, yaw) => {
        // the ground rises on both hands and falls away ahead, but no slope stands right at the side; and beyond stands a mountain
        const rise = (meters, aside = 0) => (percipi.heightAt(...ahead(x, z, yaw + aside, meters)) - here.height) / meters
        if (here.warmth > 0.27 || here.slope > 0.32 || rise(25) > 0.05 || rise(90) > 0.05 || rise(260) > 0.1) return -9
        const sides = Math.max(...[-0.95, -0.6, 0.6, 0.95].flatMap((aside) => [Math.abs(rise(8, aside)), Math.abs(rise(22, aside))]))
        if (sides > 0.42) return -9
        const hands = [0.85, -0.85].map((aside) => Math.min(0.45, Math.max(rise(160, aside), rise(300, aside))))
        // snow in the sun on one side, rock in shade on the other: near enough that the air has not taken both
        const peak = Math.max(...[-0.25, -0.1, 0.1, 0.25].flatMap((aside) => [500, 800, 1_200].map((meters) => rise(meters, aside))))
        if (peak < 0.1) return -9
        return Math.min(0.2, ...hands) + 0.5 * (hands[0] + hands[1]) - here.slope - 2 * sides - 5 * Math.abs(peak - 0.27) + 0.8 * backdrop(x, z, yaw)
      })
      // spruces that stand in the snow at some distance, and none in the way
      return best(saddle, ({ x, z, yaw, worth }) => worth + Math.min(0.9, percipi.plants(...ahead(x, z, yaw, 62), 45).filter(({ species }) => species === 'spruce' || species === 'pine').length * 0.1) - 0.4 * crowd(x, z, yaw, 22))
    },
    marsh: () => ofBiome(['marsh'], { step: 60, reach: 16_000 }, (here, x, z, yaw) => {
      // low at the water's edge, with something that stands up in the mist beyond it and nothing that hides it
      const wet = wetAhead(x, z, yaw)
      if (wet < 7) return -9
      const [ax, az] = ahead(x, z, yaw, 12)
      const rise = here.height - percipi.heightAt(ax, az)
      const reeds = percipi.plants(...ahead(x, z, yaw, 12), 12).filter(({ species }) => species === 'reed').length
      const trees = percipi.plants(...ahead(x, z, yaw, 65), 45).filter(({ species }) => ['willow', 'birch', 'spruce', 'pine', 'deadwood'].includes(species)).length
      return Math.min(wet, 14) * 0.16 - Math.abs(rise - 1.2) * 0.4 + Math.min(8, reeds) * 0.14 + Math.min(8, trees) * 0.1 + towardsSun(yaw) * 0.8 - crowd(x, z, yaw, 12) * 0.3
    }),
    desert: () => dunes() ?? ofBiome(['desert', 'savanna', 'steppe'], { step: 240, reach: 30_000 }),
    summit,
  }[want]()
  return settle(found)
}

/** Name, seed, hour, weather, and what to look for; days of the year to let pass first, how much higher and further to the left to look, radians, whether it clears up at the end, whether the interface is shown, how many people are wanted in it, and whether lightning is waited for. */
export const VIEWS = [
  { name: 'dawn-over-a-river', seed: 'blue-otter', hour: 6.8, weather: 'clear', want: 'river' },
  { name: 'village-at-noon', seed: 'amber-heron', hour: 11.7, weather: 'clear', want: 'village', people: 4 },
  { name: 'town-at-dusk', seed: 'blue-otter', hour: 18.85, weather: 'clear', want: 'town', people: 8 },
  { name: 'snowy-pass', seed: 'amber-heron', hour: 8.5, weather: 'snow', want: 'snow', days: 40, clears: true, tilt: 0.09 },
  { name: 'storm-at-the-coast', seed: 'blue-otter', hour: 15, weather: 'storm', want: 'coast', strike: true, tilt: 0.14, turn: 0.2 },
  { name: 'forest-path', seed: 'amber-heron', hour: 9, weather: 'clear', want: 'path', days: 30 },
  { name: 'marsh-in-mist', seed: 'silver-wolf', hour: 7.2, weather: 'mist', want: 'marsh' },
  { name: 'bridge', seed: 'amber-heron', hour: 16.6, weather: 'cloudy', want: 'bridge' },
  { name: 'night-sky', seed: 'amber-heron', hour: 22.5, weather: 'clear', want: 'moonlit', days: 1, tilt: 0.27 },
  { name: 'desert', seed: 'blue-otter', hour: 17.5, weather: 'clear', want: 'desert' },
  { name: 'far-view', seed: 'blue-otter', hour: 9.4, weather: 'clear', want: 'summit' },
  { name: 'perception-map', seed: 'amber-heron', hour: 15, weather: 'clear', want: 'village', hud: true, people: 4 },
]
