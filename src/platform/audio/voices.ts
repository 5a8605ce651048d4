/** Short voices: steps, strokes, hammers, thunder, birds, and the breath of a new line. Each starts, ends and frees itself. */
import type { Noises } from './noises.ts'
import type { GroundSound } from './sound-player.ts'

/** Where voices are played. */
export type Stage = { readonly context: BaseAudioContext; readonly noises: Noises; readonly out: AudioNode }
/** Draws 0 ≤ n < 1: what nobody remembers need not be the same twice. */
export type Chance = () => number

type Burst = { noise: keyof Noises; type: BiquadFilterType; hertz: number; toHertz?: number; q: number; gain: number; attack: number; decay: number; at?: number; pan?: number; rate?: number }

/** A burst of filtered noise: up in `attack`, down in `decay` seconds. */
function burst({ context, noises, out }: Stage, sound: Burst): void {
  const at = context.currentTime + (sound.at ?? 0)
  const source = context.createBufferSource()
  source.buffer = noises[sound.noise]
  source.loop = true
  source.playbackRate.value = sound.rate ?? 1
  const filter = context.createBiquadFilter()
  filter.type = sound.type
  filter.Q.value = sound.q
  filter.frequency.setValueAtTime(sound.hertz, at)
  if (sound.toHertz) filter.frequency.exponentialRampToValueAtTime(sound.toHertz, at + sound.attack + sound.decay)
  const end = shape(context, at, sound)
  source.connect(filter).connect(end)
  panned(context, end, sound.pan ?? 0).connect(out)
  source.start(at, (at * 1.37) % 4)
  source.stop(at + sound.attack + sound.decay + 0.05)
}

function shape(context: BaseAudioContext, at: number, { gain, attack, decay }: { gain: number; attack: number; decay: number }): GainNode {
  const envelope = context.createGain()
  envelope.gain.setValueAtTime(0, at)
  envelope.gain.linearRampToValueAtTime(gain, at + attack)
  envelope.gain.setTargetAtTime(0, at + attack, decay / 4)
  return envelope
}

function panned(context: BaseAudioContext, from: AudioNode, pan: number): AudioNode {
  if (pan === 0) return from
  const panner = context.createStereoPanner()
  panner.pan.value = Math.max(-1, Math.min(1, pan))
  return from.connect(panner)
}

/** A tone that glides from one pitch to another. */
function tone({ context, out }: Stage, sound: { hertz: number; toHertz: number; gain: number; attack: number; decay: number; at?: number; pan?: number }): void {
  const at = context.currentTime + (sound.at ?? 0)
  const source = context.createOscillator()
  source.frequency.setValueAtTime(sound.hertz, at)
  source.frequency.exponentialRampToValueAtTime(sound.toHertz, at + sound.attack + sound.decay)
  const end = shape(context, at, sound)
  source.connect(end)
  panned(context, end, sound.pan ?? 0).connect(out)
  source.start(at)
  source.stop(at + sound.attack + sound.decay * 1.6 + 0.05)
}

const STEPS: { readonly [G in GroundSound]: Pick<Burst, 'noise' | 'type' | 'hertz' | 'q' | 'gain' | 'attack' | 'decay'> } = {
  grass: { noise: 'white', type: 'bandpass', hertz: 1500, q: 0.5, gain: 0.17, attack: 0.018, decay: 0.11 },
  earth: { noise: 'brown', type: 'lowpass', hertz: 520, q: 0.8, gain: 0.75, attack: 0.006, decay: 0.09 },
  sand: { noise: 'white', type: 'bandpass', hertz: 700, q: 0.5, gain: 0.18, attack: 0.025, decay: 0.14 },
  rock: { noise: 'white', type: 'bandpass', hertz: 2100, q: 1.6, gain: 0.26, attack: 0.003, decay: 0.06 },
  wood: { noise: 'brown', type: 'bandpass', hertz: 260, q: 3.2, gain: 1.1, attack: 0.002, decay: 0.1 },
  snow: { noise: 'white', type: 'bandpass', hertz: 1050, q: 0.9, gain: 0.25, attack: 0.03, decay: 0.17 },
  water: { noise: 'white', type: 'bandpass', hertz: 620, q: 0.8, gain: 0.26, attack: 0.02, decay: 0.26 },
}

/** A footfall, heel then toe. */
export function playStep(stage: Stage, ground: GroundSound, strength: number, chance: Chance): void {
  const base = STEPS[ground]
  const shade = 0.88 + 0.24 * chance()
  burst(stage, { ...base, hertz: base.hertz * shade, gain: base.gain * strength })
  burst(stage, { ...base, hertz: base.hertz * shade * 1.25, gain: base.gain * strength * 0.5, at: 0.055 + 0.02 * chance() })
}

/** A swimmer's stroke. */
export function playStroke(stage: Stage, strength: number): void {
  burst(stage, { noise: 'white', type: 'bandpass', hertz: 380, toHertz: 900, q: 0.7, gain: 0.3 * strength, attack: 0.12, decay: 0.4 })
}

/** A hammer on iron, somewhere. */
export function playHammer(stage: Stage, strength: number, pan: number): void {
  for (const [hertz, gain, decay] of [[1870, 0.05, 0.5], [3140, 0.03, 0.32], [5230, 0.015, 0.18]] as const) tone(stage, { hertz, toHertz: hertz * 0.997, gain: gain * strength, attack: 0.002, decay, pan })
  burst(stage, { noise: 'white', type: 'highpass', hertz: 2500, q: 0.7, gain: 0.05 * strength, attack: 0.001, decay: 0.03, pan })
}

/** Thunder after its delay: a crack when it is near, and a long roll. */
export function playThunder(stage: Stage, { strength, delaySeconds, pan }: { strength: number; delaySeconds: number; pan: number }): void {
  if (strength > 0.5) burst(stage, { noise: 'white', type: 'bandpass', hertz: 1800, toHertz: 300, q: 0.4, gain: 0.5 * strength, attack: 0.01, decay: 0.5, at: delaySeconds, pan: pan * 0.5 })
  for (const [after, gain, decay] of [[0, 1, 2.6], [0.7, 0.7, 3.2], [1.9, 0.4, 4]] as const) burst(stage, { noise: 'brown', type: 'lowpass', hertz: 90 + 190 * strength, toHertz: 50, q: 0.6, gain: 1.5 * gain * strength, attack: 0.12, decay, at: delaySeconds + after, pan: pan * 0.6, rate: 0.7 })
}

/** The quiet breath with which a new line of a talk arrives. */
export function playLine(stage: Stage, strength: number): void {
  tone(stage, { hertz: 523, toHertz: 587, gain: 0.018 * strength, attack: 0.03, decay: 0.22 })
}

/** Phrases of four kinds of bird: notes of start and length in seconds, and the pitches that they glide between, hertz. */
const SONGS: ReadonlyArray<{ gain: number; notes: ReadonlyArray<readonly [at: number, seconds: number, from: number, to: number]> }> = [
  // two falling notes
  { gain: 0.08, notes: [[0, 0.16, 4200, 3500], [0.24, 0.2, 3500, 2900]] },
  // a trill that slows
  { gain: 0.055, notes: [[0, 0.05, 5200, 4700], [0.09, 0.05, 5200, 4700], [0.18, 0.05, 5100, 4600], [0.28, 0.06, 5000, 4500], [0.4, 0.08, 4800, 4200]] },
  // a flute of five tones
  { gain: 0.075, notes: [[0, 0.18, 1950, 2000], [0.22, 0.14, 2350, 2400], [0.42, 0.26, 1750, 1700], [0.78, 0.12, 2600, 2900], [0.94, 0.24, 2100, 1850]] },
  // a call from far off
  { gain: 0.07, notes: [[0, 0.3, 720, 700], [0.5, 0.42, 610, 580]] },
]

/** A bird somewhere sings a phrase. */
export function sing(stage: Stage, chance: Chance): void {
  const song = SONGS[Math.floor(chance() * SONGS.length)]!
  const pitch = 0.9 + 0.25 * chance()
  const far = 0.25 + 0.75 * chance()
  const pan = chance() * 1.6 - 0.8
  const times = 1 + Math.floor(chance() * 3)
  const last = song.notes.at(-1)!
  const length = last[0] + last[1] + 0.35
  for (let time = 0; time < times; time++) {
    for (const [at, seconds, from, to] of song.notes) tone(stage, { hertz: from * pitch, toHertz: to * pitch, gain: song.gain * far, attack: seconds * 0.25, decay: seconds, at: at + time * length, pan })
  }
}
