/** Makes the land of a seed: the one object that answers what lies where. */
import { hashCell } from '#core/hash.ts'
import { biomeFor, biomeOf } from './biomes/index.ts'
import type { BiomeId } from './biomes/index.ts'
import { SIXTEEN_WINDS, compassWord } from './directions.ts'
import type { CompassWord } from './directions.ts'
import { createFields, rememberFields } from './fields.ts'
import { surfaceAt } from './hydrology/carve.ts'
import { isDrained } from './hydrology/macro-nodes.ts'
import { OASIS_MOIST } from './hydrology/oases.ts'
import type { MacroNode } from './hydrology/macro-nodes.ts'
import { findRapids } from './hydrology/rapids.ts'
import { findCascades, findRiver, mouthOf } from './hydrology/rivers.ts'
import { SEA_LEVEL_METERS } from './land.ts'
import type { Climate, Land, PlaceView, River, Water } from './land.ts'
import { LANDMARK_CELL_METERS } from './landmarks/find-landmarks.ts'
import { tellLandmark } from './landmarks/landmark-lore.ts'
import type { Landmark, LandmarkSite } from './landmarks/landmark.ts'
import { WIDE_MEMORY } from './memory.ts'
import type { LandMemory } from './memory.ts'
import { familyName, personName } from './names/person-name.ts'
import { nameNumber, riverName, settlementName } from './names/place-name.ts'
import { PARAMETERS, seedWordOf } from './parameters.ts'
import type { Crossing, Road } from './roads/road.ts'
import { findRoads, nearestRoad } from './roads/road-index.ts'
import { tellRoad } from './roads/road-lore.ts'
import type { RoadTold } from './roads/road-lore.ts'
import { isSettleable } from './sites/built-upon.ts'
import { shapeOf } from './sites/settlement-kind.ts'
import { loreFor, tradeFor } from './sites/lore.ts'
import type { Story } from './sites/lore.ts'
import { distanceToPolyline } from './sites/rectangle.ts'
import { tellWall } from './sites/wall-lore.ts'
import type { SettlementPlan } from './sites/settlement-plan.ts'
import type { Site } from './sites/site.ts'
import { findStartPlace } from './start-place.ts'

/** How far `describe` looks for the nearest settlement, metres. */
const NEIGHBOUR_METERS = 3000

/** Ground by inland water counts as at least this high when its biome is chosen, metres: over the shore of the sea. */
const INLAND_METERS = 2.3

/** How far `roadsNear` and `bridgesNear` search at most, metres. */
const FARTHEST_ROAD_METERS = 8000

/** How far `riverNear` searches at most, and from how near `describe` speaks of a river, metres. */
const FARTHEST_RIVER_METERS = 500
const AT_RIVER_METERS = 8
/** How far `cascadesNear` and `rapidsNear` search at most, metres. */
const FARTHEST_CASCADE_METERS = 1000

/** How far `findSettlements` searches at most, metres. */
const FARTHEST_SEARCH_METERS = 64_000

/** How far `findLandmarks` searches at most, metres. */
const FARTHEST_LANDMARK_METERS = 16_000
/** How near to a landmark's edge one is at it, metres. */
const AT_LANDMARK_METERS = 12
/** How far across an oasis may be, metres. */
const OASIS_METERS = 480
/** How far a settlement's own landmark may lie, metres. */
const OWN_LANDMARK_METERS = 1500
/** How near to a landmark's edge a road passes it, metres, and how many points of a road are looked about at. */
const PASSED_METERS = 60
const PASSED_STEP = 8

/** The land of a seed: any string, also the empty one. Holds scratch memory, so each thread makes its own, which remembers as `memory` says; equal seeds are equal lands. */
export function createLand(seed: string, memory: LandMemory = WIDE_MEMORY): Land {
  const seedWord = seedWordOf(seed)
  const fields = createFields(seedWord, memory)
  const { samples, heights, climate, regions } = fields
  const plans = new WeakMap<Site, SettlementPlan>()
  const marks = new WeakMap<LandmarkSite, Landmark>()
  const toldRoads = new WeakMap<Road, RoadTold>()

  function placeOne(x: number, z: number): void {
    samples.x[0] = x
    samples.z[0] = z
    samples.count = 1
  }

  function heightAt(x: number, z: number): number {
    placeOne(x, z)
    fields.fillHeights(samples, heights)
    return heights[0]!
  }

  function fillOne(x: number, z: number): void {
    heightAt(x, z)
    climate.fill(samples, heights, fields.wild.inland, fields.water)
  }

  function biomeAt(x: number, z: number): BiomeId {
    fillOne(x, z)
    return biomeHere()
  }

  /** The biome of the place asked of last: what lies under inland water is neither sea nor shore. */
  function biomeHere(): BiomeId {
    const { near, level, marsh, moist } = fields.water
    const height = heights[0]!
    if (near && moist[0]! > OASIS_MOIST) return 'oasis'
    return biomeFor(climate.warmth[0]!, climate.moisture[0]!, near && ((level[0]! > 0.5 && height < level[0]! + 4) || (marsh[0]! > 0.5 && height > 0)) ? Math.max(height, INLAND_METERS) : height)
  }

  function waterAt(x: number, z: number): Water | null {
    const height = heightAt(x, z)
    const level = surfaceAt(fields.water, 0, height)
    if (level === -Infinity) return null
    const { near, flowX, flowZ } = fields.water
    const isInland = near && level > SEA_LEVEL_METERS
    const moves = isInland && (flowX[0] !== 0 || flowZ[0] !== 0)
    return { kind: !isInland ? 'sea' : moves ? 'river' : 'lake', level, depth: level - height, flowX: moves ? flowX[0]! : 0, flowZ: moves ? flowZ[0]! : 0 }
  }

  function planOf(site: Site): SettlementPlan {
    let plan = plans.get(site)
    if (!plan) {
      plan = completePlan(site)
      plans.set(site, plan)
    }
    return plan
  }

  function completePlan(site: Site): SettlementPlan {
    const built = fields.planOf(site)
    const { culture } = regions.regionAt(site.x, site.z)
    // No road touches the square: its ground is known without looking for any.
    placeOne(site.x, site.z)
    fields.fillUnroaded(samples, heights)
    climate.fill(samples, heights, fields.wild.inland, fields.water)
    const y = heights[0]!
    const name = settlementName(culture, nameNumber(seedWord, site.cellX, site.cellZ))
    const families = Array.from({ length: 8 }, (_, n) => familyName(culture.id, hashCell(site.hash, 330, n)))
    const founder = personName(culture.id, hashCell(site.hash, 320), (site.hash & 1) === 0 ? 'female' : 'male')
    const around = {
      hash: site.hash, name, founder, families, culture,
      biome: biomeHere(),
      sea: wayTo(site, [180, 300, 430, 560, 690], (height) => height < SEA_LEVEL_METERS - 0.5),
      mountain: wayTo(site, [700, 1200, 1700, 2300, 2900], (height) => height > site.y + 220),
      kinds: new Set(built.buildings.map((building) => building.kind)),
      isWalled: built.wall !== null,
    }
    const trade = tradeFor(around)
    const { buildings, lanes, pier, wall, spots, radius, reach } = built
    let lore: string[] | null = null
    return {
      id: `settlement:${site.cellX},${site.cellZ}`, name, culture: culture.id, kind: site.kind, shape: shapeOf(site),
      x: site.x, z: site.z, y, radius, reach, trade, families, buildings, lanes, pier, wall, spots,
      // Stories ask much of the country around, and most settlements are only counted.
      get lore() {
        return (lore ??= loreFor({ ...around, water: wayToWater(site), landmark: ownLandmark(site) }, trade))
      },
    }
  }

  /** The landmark that a settlement counts as its own: the nearest within reach. */
  function ownLandmark(site: Site): Story['landmark'] {
    const mark = findLandmarks(site.x, site.z, OWN_LANDMARK_METERS)[0]
    return mark ? { name: mark.name, story: mark.story, stands: mark.kind === 'oasis' ? 'lies' : 'stands', direction: compassWord(mark.x - site.x, mark.z - site.z) } : null
  }

  /** The compass way to running or standing fresh water within 130 m. */
  function wayToWater(site: Site): CompassWord | null {
    for (const meters of [60, 95, 130]) {
      for (let wind = 0; wind < 32; wind += 4) {
        const dx = SIXTEEN_WINDS[wind]!
        const dz = SIXTEEN_WINDS[wind + 1]!
        const level = land.waterLevelAt(site.x + dx * meters, site.z + dz * meters)
        if (level > SEA_LEVEL_METERS && level > heightAt(site.x + dx * meters, site.z + dz * meters)) return compassWord(dx, dz)
      }
    }
    return null
  }

  /** The compass way in which heights soonest fulfil `test` on rings of the given distances; null when they never do. */
  function wayTo(site: Site, rings: readonly number[], test: (height: number) => boolean): CompassWord | null {
    for (const meters of rings) {
      for (let wind = 0; wind < 32; wind += 4) {
        const dx = SIXTEEN_WINDS[wind]!
        const dz = SIXTEEN_WINDS[wind + 1]!
        placeOne(site.x + dx * meters, site.z + dz * meters)
        fields.wild.fill(samples, heights)
        if (test(heights[0]!)) return compassWord(dx, dz)
      }
    }
    return null
  }

  function findSettlements(x: number, z: number, wanted: number): SettlementPlan[] {
    const radius = Math.min(wanted, FARTHEST_SEARCH_METERS)
    if (!isSettleable(x, z)) return []
    const side = PARAMETERS.settlementCell.value
    const found: Array<{ plan: SettlementPlan; distance: number }> = []
    for (let cz = Math.floor((z - radius) / side); cz * side <= z + radius; cz++) {
      for (let cx = Math.floor((x - radius) / side); cx * side <= x + radius; cx++) {
        const site = fields.sites.siteOfCell(cx, cz)
        if (!site) continue
        const distance = Math.sqrt((site.x - x) * (site.x - x) + (site.z - z) * (site.z - z))
        if (distance <= radius) found.push({ plan: planOf(site), distance })
      }
    }
    return found.sort((a, b) => a.distance - b.distance).map(({ plan }) => plan)
  }

  function landmarkOf(site: LandmarkSite): Landmark {
    let told = marks.get(site)
    if (!told) {
      told = tellLandmark(site, regions.regionAt(site.x, site.z).culture)
      marks.set(site, told)
    }
    return told
  }

  function findLandmarks(x: number, z: number, wanted: number): Landmark[] {
    const radius = Math.min(wanted, FARTHEST_LANDMARK_METERS)
    if (!isSettleable(x, z)) return []
    const side = LANDMARK_CELL_METERS
    const found: Array<{ site: LandmarkSite; distance: number }> = []
    for (let cz = Math.floor((z - radius) / side); cz * side <= z + radius; cz++) {
      for (let cx = Math.floor((x - radius) / side); cx * side <= x + radius; cx++) {
        const site = fields.landmarks.landmarkOfCell(cx, cz)
        if (!site) continue
        const distance = Math.sqrt((site.x - x) * (site.x - x) + (site.z - z) * (site.z - z))
        if (distance <= radius) found.push({ site, distance })
      }
    }
    return found.sort((a, b) => a.distance - b.distance).map(({ site }) => landmarkOf(site))
  }

  function describe(x: number, z: number): PlaceView {
    const nearest = findSettlements(x, z, NEIGHBOUR_METERS)[0] ?? null
    const slopeX = (heightAt(x + 1, z) - heightAt(x - 1, z)) / 2
    const slopeZ = (heightAt(x, z + 1) - heightAt(x, z - 1)) / 2
    const region = regions.regionAt(x, z)
    fillOne(x, z)
    const height = heights[0]!
    const warmth = climate.warmth[0]!
    const moisture = climate.moisture[0]!
    const biome = biomeHere()
    const water = waterAt(x, z)
    const road = roadUnderfoot(x, z)
    const river = riverNear(x, z, AT_RIVER_METERS)
    const meters = nearest ? Math.sqrt((nearest.x - x) * (nearest.x - x) + (nearest.z - z) * (nearest.z - z)) : Infinity
    const here = nearest !== null && meters <= nearest.radius ? nearest : null
    const away = nearest === null ? null : { id: nearest.id, name: nearest.name, meters, direction: compassWord(nearest.x - x, nearest.z - z) }
    const ground = here ? `${here.name}, a ${here.kind} of the ${region.culture.name}` : `${biomeOf(biome).phrase.replace(/^./, (letter) => letter.toUpperCase())} in ${region.name}`
    const mark = here ? null : landmarkAt(x, z, biome)
    const told = mark ? [`This is ${mark.name}. ${mark.story}`] : here ? tellWall(here, x, z) : []
    if (river) told.push(road !== null && isOnBridge(x, z) ? `The bridge here carries ${road.name} over ${river.name}.` : `The water here is ${river.name}. ${river.story}`)
    else if (road && !here) told.push(`This is ${road.name}. ${road.story}`)
    const way = here ? [here.lore[0]!] : away ? [`${away.name} lies ${Math.round(meters / 50) * 50} m to the ${away.direction}.`] : []
    return {
      x, z, height, slope: Math.sqrt(slopeX * slopeX + slopeZ * slopeZ), biome, warmth, moisture,
      waterDepth: water?.depth ?? 0, water: water?.kind ?? 'none', region: region.name, culture: region.culture.name,
      settlement: here ? here.name : null, nearestSettlement: away, landmark: mark ? mark.name : null, road: road ? road.name : null, river: river ? river.name : null, lore: [`${ground}.`, ...told, ...way],
    }
  }

  /** The landmark one stands at: an oasis is one's place wherever it is green. */
  function landmarkAt(x: number, z: number, biome: BiomeId): Landmark | null {
    const near = findLandmarks(x, z, biome === 'oasis' ? OASIS_METERS : 40)
    return near.find((each) => (biome === 'oasis' && each.kind === 'oasis') || Math.sqrt((each.x - x) * (each.x - x) + (each.z - z) * (each.z - z)) < each.radius + AT_LANDMARK_METERS) ?? null
  }

  function isOnBridge(x: number, z: number): boolean {
    return land.bridgesNear(x, z, 120).some(({ kind, alongX, alongZ, start, end, width, ...middle }) => {
      const along = (x - middle.x) * alongX + (z - middle.z) * alongZ
      return kind === 'bridge' && along > start && along < end && Math.abs((z - middle.z) * alongX - (x - middle.x) * alongZ) < width / 2
    })
  }

  /** A river is called in the tongue of the country at its mouth. */
  function nameRiver(mouth: MacroNode): string {
    return riverName(regions.regionAt(mouth.x, mouth.z).culture, mouth.hash)
  }

  function riverNear(x: number, z: number, wanted: number): River | null {
    const found = isDrained(x, z) ? findRiver(fields.waters, x, z, Math.min(wanted, FARTHEST_RIVER_METERS)) : null
    if (found === null) return null
    const { nodes } = fields.waters
    const { node, into, end } = mouthOf(nodes, found.course.from)
    const story = into ? `It runs into ${nameRiver(mouthOf(nodes, into).node)}.` : end === 'sea' ? 'It runs to the sea.' : 'It ends in a lake.'
    return { name: nameRiver(node), x: found.x, z: found.z, gap: found.gap, story }
  }

  function roadUnderfoot(x: number, z: number): RoadTold | null {
    if (!fields.road.near || fields.road.gap[0]! > 0.3) return null
    const road = nearestRoad(roadsNear(x, z, 4), x, z)
    return road && roadTold(road)
  }

  function roadTold(road: Road): RoadTold {
    let told = toldRoads.get(road)
    if (!told) {
      const [from, to] = [road.from, road.to].map(({ cellX, cellZ }) => {
        const site = fields.sites.siteOfCell(cellX, cellZ)
        if (!site) throw new Error(`land: the road ${road.id} ends at no settlement`)
        return planOf(site)
      }) as [SettlementPlan, SettlementPlan]
      told = tellRoad({ road, from, to, culture: regions.regionAt(from.x, from.z).culture, landmarks: landmarksAlong(road), riverAt: (x, z) => riverNear(x, z, AT_RIVER_METERS)?.name ?? null })
      toldRoads.set(road, told)
    }
    return told
  }

  /** The landmarks that a road passes, in its order. */
  function landmarksAlong({ points }: Road): Landmark[] {
    const found = new Set<Landmark>()
    for (let i = 0; i < points.length; i += PASSED_STEP) {
      for (const mark of findLandmarks(points[i]!, points[i + 1]!, PASSED_METERS * 3)) if (distanceToPolyline(points, mark.x, mark.z) < mark.radius + PASSED_METERS) found.add(mark)
    }
    return [...found]
  }

  function roadsNear(x: number, z: number, wanted: number): Road[] {
    return findRoads(fields.roads, x, z, Math.min(wanted, FARTHEST_ROAD_METERS))
  }

  const land: Land = {
    seed,
    seedWord,
    heightAt,
    waterLevelAt: (x, z) => surfaceAt(fields.water, 0, heightAt(x, z)),
    waterAt,
    climateAt(x, z): Climate {
      fillOne(x, z)
      return { warmth: climate.warmth[0]!, moisture: climate.moisture[0]! }
    },
    biomeAt,
    describe,
    findSettlements,
    roadsNear,
    tellRoad: roadTold,
    bridgesNear(x, z, wanted) {
      const radius = Math.min(wanted, FARTHEST_ROAD_METERS)
      const away = (crossing: Crossing): number => (crossing.x - x) * (crossing.x - x) + (crossing.z - z) * (crossing.z - z)
      return roadsNear(x, z, radius).flatMap((road) => road.crossings).filter((crossing) => away(crossing) <= radius * radius).sort((a, b) => away(a) - away(b))
    },
    riverNear,
    cascadesNear: (x, z, wanted) => (isDrained(x, z) ? findCascades(fields.waters, x, z, Math.min(wanted, FARTHEST_CASCADE_METERS)) : []),
    rapidsNear: (x, z, wanted) => (isDrained(x, z) ? findRapids(fields.waters, x, z, Math.min(wanted, FARTHEST_CASCADE_METERS)) : []),
    findLandmarks,
    startPlace: () => findStartPlace(fields),
  }
  rememberFields(land, fields)
  return land
}
