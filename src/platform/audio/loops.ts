/** What sounds all the time: wind, leaves, surf, streams, rain and crickets, each a noise or a tone through filters with a slow swell. */
import type { Noises } from './noises.ts'
import type { SoundLevels } from './sound-player.ts'

/** Seconds in which a level follows. */
const FOLLOW_SECONDS = 0.7

type Filter = { type: BiquadFilterType; hertz: number; q?: number }
type Swell = { hertz: number; depth: number; filterHertz?: number }
/** Loudest gain, noise, filters in a row, and swells of gain and first filter. */
type Recipe = { gain: number; noise: keyof Noises; rate: number; filters: readonly Filter[]; swells: readonly Swell[] }

const RECIPES: { readonly [K in Exclude<keyof SoundLevels, 'birds' | 'crickets'>]: Recipe } = {
  wind: { gain: 0.75, noise: 'brown', rate: 1, filters: [{ type: 'bandpass', hertz: 320, q: 0.6 }], swells: [{ hertz: 0.083, depth: 0.35, filterHertz: 140 }, { hertz: 0.31, depth: 0.15 }] },
  leaves: { gain: 0.11, noise: 'white', rate: 0.9, filters: [{ type: 'highpass', hertz: 2400 }, { type: 'lowpass', hertz: 7200 }], swells: [{ hertz: 0.19, depth: 0.45 }, { hertz: 0.53, depth: 0.2 }] },
  surf: { gain: 0.45, noise: 'brown', rate: 1.07, filters: [{ type: 'lowpass', hertz: 900 }], swells: [{ hertz: 0.105, depth: 0.6, filterHertz: 420 }, { hertz: 0.037, depth: 0.2 }] },
  stream: { gain: 0.16, noise: 'white', rate: 0.6, filters: [{ type: 'bandpass', hertz: 1100, q: 0.5 }], swells: [{ hertz: 2.3, depth: 0.14, filterHertz: 260 }, { hertz: 3.7, depth: 0.1 }] },
  rain: { gain: 0.2, noise: 'white', rate: 1.1, filters: [{ type: 'highpass', hertz: 700 }, { type: 'lowpass', hertz: 8500 }], swells: [{ hertz: 0.13, depth: 0.12 }] },
}
const CRICKET_GAIN = 0.07

/** See `createLoops`. */
export type Loops = { setLevels(levels: SoundLevels): void }

/** Starts all loops, silent, into `out`. */
export function createLoops(context: BaseAudioContext, noises: Noises, out: AudioNode): Loops {
  const gains = new Map<keyof SoundLevels, [gain: AudioParam, loudest: number]>()
  for (const [name, recipe] of Object.entries(RECIPES) as Array<[keyof typeof RECIPES, Recipe]>) gains.set(name, [startNoise(context, noises, recipe, out), recipe.gain])
  gains.set('crickets', [startCrickets(context, out), CRICKET_GAIN])
  return {
    setLevels(levels) {
      for (const [name, [gain, loudest]] of gains) gain.setTargetAtTime(levels[name] * loudest, context.currentTime, FOLLOW_SECONDS)
    },
  }
}

function startNoise(context: BaseAudioContext, noises: Noises, recipe: Recipe, out: AudioNode): AudioParam {
  const source = context.createBufferSource()
  source.buffer = noises[recipe.noise]
  source.loop = true
  source.playbackRate.value = recipe.rate
  const swelling = context.createGain()
  const level = context.createGain()
  level.gain.value = 0
  let last: AudioNode = source
  const filters = recipe.filters.map(({ type, hertz, q = 0.7 }) => {
    const filter = context.createBiquadFilter()
    filter.type = type
    filter.frequency.value = hertz
    filter.Q.value = q
    last.connect(filter)
    last = filter
    return filter
  })
  for (const { hertz, depth, filterHertz } of recipe.swells) {
    const slow = context.createOscillator()
    slow.frequency.value = hertz
    connectThrough(context, slow, depth, swelling.gain)
    if (filterHertz && filters[0]) connectThrough(context, slow, filterHertz, filters[0].frequency)
    slow.start()
  }
  last.connect(swelling).connect(level).connect(out)
  source.start(0, recipe.rate * 0.7)
  return level.gain
}

function connectThrough(context: BaseAudioContext, from: AudioNode, amount: number, to: AudioParam): void {
  const gain = context.createGain()
  gain.gain.value = amount
  from.connect(gain).connect(to)
}

/** Two crickets a little apart, each a high tone beaten at some thirty a second and pausing for breath. */
function startCrickets(context: BaseAudioContext, out: AudioNode): AudioParam {
  const level = context.createGain()
  level.gain.value = 0
  level.connect(out)
  for (const [hertz, beat, breath, pan] of [[4300, 27, 0.61, -0.5], [4720, 31, 0.43, 0.6]] as const) {
    const tone = context.createOscillator()
    tone.frequency.value = hertz
    const beaten = context.createGain()
    beaten.gain.value = 0.5
    const beater = context.createOscillator()
    beater.frequency.value = beat
    connectThrough(context, beater, 0.5, beaten.gain)
    const breathing = context.createGain()
    breathing.gain.value = 0.45
    const breather = context.createOscillator()
    breather.frequency.value = breath
    connectThrough(context, breather, 0.5, breathing.gain)
    const place = context.createStereoPanner()
    place.pan.value = pan
    tone.connect(beaten).connect(breathing).connect(place).connect(level)
    for (const each of [tone, beater, breather]) each.start()
  }
  return level.gain
}
