/** The working parts of a land that its chunks need in bulk: heights, climate and settled places, with scratch memory of their own. */
import { createBroadShape, createScatteredShape } from './broad-shape.ts'
import { createClimateField } from './climate.ts'
import type { ClimateField } from './climate.ts'
import { createDunes } from './dunes.ts'
import type { SandSamples } from './dunes.ts'
import { createHeightField, createRelief } from './height.ts'
import type { HeightField } from './height.ts'
import { createCarver, createWaterSamples, surfaceAt } from './hydrology/carve.ts'
import type { WaterSamples } from './hydrology/carve.ts'
import { createWaterIndex, distanceToWater } from './hydrology/water-index.ts'
import type { WaterIndex } from './hydrology/water-index.ts'
import type { Land } from './land.ts'
import { LANDMARK_CELL_METERS, createLandmarks } from './landmarks/find-landmarks.ts'
import type { Solid } from './landmarks/landmark.ts'
import type { Landmarks } from './landmarks/find-landmarks.ts'
import { BLOCK_SIZE, addNoise, createOctave } from './noise/octave.ts'
import type { Octave, Samples, Share } from './noise/octave.ts'
import { WIDE_MEMORY } from './memory.ts'
import type { LandMemory } from './memory.ts'
import { createRegions } from './names/region.ts'
import { PARAMETERS } from './parameters.ts'
import { fillBox } from './recent-tiles.ts'
import type { WayGround } from './roads/find-way.ts'
import { createGrader } from './roads/grade-roads.ts'
import type { RoadSamples } from './roads/grade-roads.ts'
import { createRoadIndex } from './roads/road-index.ts'
import type { RoadIndex } from './roads/road-index.ts'
import { createSites } from './sites/find-sites.ts'
import type { Sites } from './sites/find-sites.ts'
import { levelGround } from './sites/level-ground.ts'
import { distanceToRectangle } from './sites/rectangle.ts'
import { buildPlan } from './sites/plan-settlement.ts'
import type { BuiltPlan } from './sites/plan-settlement.ts'
import type { Outlying, Site, Terrace } from './sites/site.ts'
import { WATERMILL, findWaterside } from './sites/waterside.ts'
import type { BareGround } from './sites/waterside.ts'

/** See `fieldsOf`. */
export type LandFields = {
  readonly seedWord: number
  readonly wild: HeightField
  readonly climate: ClimateField
  /** Rivers and lakes by place. */
  readonly waters: WaterIndex
  /** Water of the places that `fillHeights` was asked of last. */
  readonly water: WaterSamples
  /** Loose sand of the places that `fillHeights` was asked of last. */
  readonly sand: SandSamples
  readonly sites: Sites
  readonly regions: ReturnType<typeof createRegions>
  readonly landmarks: Landmarks
  /** Brightness of the ground at about 50 m and 7 m. */
  readonly shades: readonly [Octave, Octave]
  /** Drifts of flowers and thickets. */
  readonly drift: Octave
  /** The built plan of a settled place, made once. */
  planOf(site: Site): BuiltPlan
  /** Heights of the ground as water and people left it; at most `BLOCK_SIZE` places. Leaves `wild.inland`, `wild.ruggedness`, `water` and `road` filled. */
  fillHeights(samples: Samples, out: Float64Array): void
  /** As `fillHeights`, but as if there were no roads (and `road` is left as it was): equal within settlements, and sooner known. */
  fillUnroaded(samples: Samples, out: Float64Array): void
  /** Roads by place. */
  readonly roads: RoadIndex
  /** Roads of the places that `fillHeights` was asked of last. */
  readonly road: RoadSamples
  /** Places for the caller's own use. */
  readonly samples: Samples
  readonly heights: Float64Array
}

/** Farthest that walls of a settlement stand from its middle, metres. */
const WALLED_METERS = 300
/** Over how many metres the level ground round a building eases out, and that of a mill on the side of its valley. */
const TERRACE_FADE_METERS = 3.6
const QUAY_FADE_METERS = 9
/** The terraces of a place before anything is built there. */
const UNBUILT: { readonly inner: readonly Terrace[]; readonly outlying: null } = { inner: [], outlying: null }
/** How much farther roads keep from a mill at the water and from a windmill than from other walls, metres. */
const MILL_ROOM_METERS = 12
const WINDMILL_ROOM_METERS = 18
/** Lowest ground that a wall is founded on, metres. */
const FIRM_METERS = 0.9
/** No water, for dunes. */
const DRY = { near: false, firm: new Float64Array(0) } as const

/** The parts of a seed's land, remembered as `memory` says. */
export function createFields(seedWord: number, memory: LandMemory): LandFields {
  const relief = createRelief(seedWord)
  const broad = createBroadShape(seedWord)
  const wild = createHeightField(relief, broad)
  // Finding settlements and rivers in the middle of a block must not disturb the block's scratch arrays.
  const scattered = createScatteredShape(seedWord)
  const survey = createHeightField(relief, scattered)
  const waters = createWaterIndex(seedWord, survey, memory.rivers)
  const carver = createCarver(waters, memory.tiles)
  const waterWithin = (x: number, z: number, within: number): number => distanceToWater(waters, x, z, within)
  const sites = createSites(seedWord, survey, { distanceToWater: waterWithin, oases: waters.oases, remembered: memory.sites })
  type Built = { plan: BuiltPlan; inner: Terrace[]; outlying: Outlying | null }
  const plans = new WeakMap<Site, Built>()
  const dunes = createDunes(seedWord)
  // Plans are made in the middle of a block, too.
  const surveyed = createDunes(seedWord)
  const prospect = createHeightField(relief, scattered)
  const prospectCarver = createCarver(waters, memory.tiles)
  const bareGround: BareGround = {
    water: prospectCarver.water,
    fill(samples, out) {
      prospect.fill(samples, out)
      prospectCarver.carve(samples, out, null)
      surveyed.lift(samples, out, prospect, prospectCarver.water)
      levelGround({ sites, terracesOf: () => UNBUILT, water: prospectCarver.water }, samples, out, null)
    },
  }

  // Hearts of regions lie far away: neither rivers nor roads are sought there.
  const heart: Samples = { x: new Float64Array(1), z: new Float64Array(1), count: 1 }
  const heartHeight = new Float64Array(1)
  const heartClimate = createClimateField(seedWord)
  const dry = createWaterSamples()
  const regions = createRegions(seedWord, (x, z) => {
    heart.x[0] = x
    heart.z[0] = z
    prospect.fill(heart, heartHeight)
    heartClimate.fill(heart, heartHeight, prospect.inland, dry)
    return heartClimate.warmth[0]!
  })

  /** Whether a wall can be founded at a place: out of all water, and not so low that the sea comes there. */
  function isFirm(x: number, z: number): boolean {
    heart.x[0] = x
    heart.z[0] = z
    bareGround.fill(heart, heartHeight)
    return heartHeight[0]! > FIRM_METERS && !(bareGround.water.near && surfaceAt(bareGround.water, 0, heartHeight[0]!) > -Infinity)
  }

  function terracesOf(site: Site): Built {
    const known = plans.get(site)
    if (known) return known
    const built = buildTerraces(site)
    plans.set(site, built)
    return built
  }

  /** Apart from `terracesOf`, which is asked for every place: what a function hands on to others it pays for at each call. */
  function buildTerraces(site: Site): Built {
    const { culture } = regions.regionAt(site.x, site.z)
    const plan = buildPlan(site, culture.id, { findWaterside: (lanes, keep) => findWaterside(bareGround, waters, site, { lanes, keep }), isDry: isFirm })
    // The ground lies a hand below the floor, so that no grass grows through it.
    const terraces = plan.rectangles.map((rectangle, i) => ({ rectangle, y: plan.buildings[i]!.y - 0.06, fade: TERRACE_FADE_METERS }))
    const [mill] = plan.outlying.rectangles
    const outlying = mill ? { rectangle: mill, back: plan.outlying.isAtWater ? mill.halfDepth + WATERMILL.bank : WALLED_METERS, alone: terraces.filter(({ rectangle }) => rectangle === mill).map((terrace) => ({ ...terrace, fade: QUAY_FADE_METERS })) } : null
    return { plan, inner: terraces.filter(({ rectangle }) => rectangle !== mill), outlying }
  }

  const duneSurvey: HeightField = {
    ...survey,
    fill(samples, out) {
      survey.fill(samples, out)
      surveyed.lift(samples, out, survey, DRY)
    },
  }
  const landmarks = createLandmarks(seedWord, duneSurvey, { sites, waterWithin, oases: waters.oases, shores: bareGround, remembered: memory.landmarks })

  // Roads are sought on the ground as it is without them, in the middle of a block: with scratch arrays of their own.
  const bare = createHeightField(relief, scattered)
  const bareCarver = createCarver(waters, memory.tiles)
  const wayGround: WayGround = {
    water: bareCarver.water,
    fill(samples, out) {
      bare.fill(samples, out)
      bareCarver.carve(samples, out, null)
      surveyed.lift(samples, out, bare, bareCarver.water)
      levelGround({ sites, terracesOf, water: bareCarver.water }, samples, out, null)
    },
    isWalled(x, z, meters) {
      const mark = landmarks.landmarkOfCell(Math.floor(x / LANDMARK_CELL_METERS), Math.floor(z / LANDMARK_CELL_METERS))
      if (mark !== null && isAmong(mark.solids, x, z, meters)) return true
      const side = PARAMETERS.settlementCell.value
      const site = sites.siteOfCell(Math.floor(x / side), Math.floor(z / side))
      if (site === null || (site.x - x) * (site.x - x) + (site.z - z) * (site.z - z) > WALLED_METERS * WALLED_METERS) return false
      const { rectangles, outlying, walled } = terracesOf(site).plan
      if (walled.some((rectangle) => distanceToRectangle(rectangle, x, z) < meters)) return true
      // A road's banks must not reach the ground of a mill.
      return rectangles.some((rectangle) => distanceToRectangle(rectangle, x, z) < meters) || outlying.rectangles.some((rectangle) => distanceToRectangle(rectangle, x, z) < meters + (outlying.isAtWater ? MILL_ROOM_METERS : WINDMILL_ROOM_METERS))
    },
  }
  const roads = createRoadIndex({ sites, waters, ground: wayGround }, memory)
  const grader = createGrader(roads, sites, memory.tiles)
  /** Round the places asked for last. */
  const box = { west: 0, north: 0, east: 0, south: 0 }
  const levellers = { sites, terracesOf, water: carver.water }

  function fillUnroaded(samples: Samples, out: Float64Array): void {
    wild.fill(samples, out)
    fillBox(samples, box)
    carver.carve(samples, out, box)
    dunes.lift(samples, out, wild, carver.water)
    levelGround(levellers, samples, out, box)
  }

  return {
    seedWord,
    wild,
    sites,
    regions,
    landmarks,
    climate: createClimateField(seedWord),
    waters,
    water: carver.water,
    sand: dunes.sand,
    shades: [createOctave(seedWord, 140, 53), createOctave(seedWord, 141, 7.3)],
    drift: createOctave(seedWord, 142, 34),
    planOf: (site) => terracesOf(site).plan,
    fillUnroaded,
    fillHeights(samples, out) {
      fillUnroaded(samples, out)
      grader.grade(samples, out, carver.water, box)
    },
    roads,
    road: grader.road,
    samples: { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 0 },
    heights: new Float64Array(BLOCK_SIZE),
  }
}

/** What the working parts of a land grow from; a whole `Land` is one. */
export type SeededLand = Pick<Land, 'seedWord'>

const known = new WeakMap<SeededLand, LandFields>()

/** The working parts of a land; made on first use and kept as long as the land. */
export function fieldsOf(land: SeededLand): LandFields {
  let fields = known.get(land)
  if (!fields) {
    fields = createFields(land.seedWord, WIDE_MEMORY)
    known.set(land, fields)
  }
  return fields
}

/** Gives a land the parts it was made with. */
export function rememberFields(land: Land, fields: LandFields): void {
  known.set(land, fields)
}

/** Whether a place is within `meters` of a block, each taken as round. */
function isAmong(solids: readonly Solid[], x: number, z: number, meters: number): boolean {
  for (const each of solids) {
    const room = Math.sqrt(each.width * each.width + each.depth * each.depth) / 2 + meters
    if ((each.x - x) * (each.x - x) + (each.z - z) * (each.z - z) < room * room) return true
  }
  return false
}

/** A share of the octave's value at the places of `samples`, over what `out` held. */
export function fillOctave(octave: Octave, samples: Samples, share: Share, out: Float64Array): void {
  out.fill(0, 0, samples.count)
  addNoise(octave, samples, share, out)
}
