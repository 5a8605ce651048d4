/** Sound made by code: a few endless noises through filters, and short voices for what happens. */
import { listenToPresses } from './first-press.ts'
import { createLoops } from './loops.ts'
import { createNoises } from './noises.ts'
import { playHammer, playLine, playStep, playStroke, playThunder, sing, type Stage } from './voices.ts'

/** How loud each voice of the land is, 0..1. */
export type SoundLevels = { wind: number; leaves: number; surf: number; stream: number; rain: number; birds: number; crickets: number }

/** What one walks on, as it sounds. */
export type GroundSound = 'grass' | 'earth' | 'sand' | 'rock' | 'wood' | 'snow' | 'water'

/** Something short to be heard; strength 0..1, pan −1 left .. 1 right. */
export type SoundCue =
  | { kind: 'step'; ground: GroundSound; strength: number }
  | { kind: 'stroke' | 'line'; strength: number }
  | { kind: 'hammer'; strength: number; pan: number }
  | { kind: 'thunder'; strength: number; delaySeconds: number; pan: number }

/** See `createSoundPlayer`. */
export type SoundPlayer = {
  setLevels(levels: SoundLevels): void
  cue(cue: SoundCue): void
  /** 0 silent .. 1. */
  setVolume(volume: number): void
  /** Stops and goes on: when paused or hidden nothing is computed. */
  setRunning(running: boolean): void
  dispose(): void
}

/** Seconds in which the volume follows its setting, so that nothing clicks. */
const VOLUME_SECONDS = 0.06
/** Songs a second when birds are at their loudest. */
const SONGS_A_SECOND = 0.7

/** Opens the player; null where the browser has no sound. Call it after a press. */
export function createSoundPlayer(): SoundPlayer | null {
  if (typeof AudioContext === 'undefined') return null
  const context = openContext()
  if (!context) return null
  const master = context.createGain()
  master.gain.value = 0
  const limiter = context.createDynamicsCompressor()
  limiter.threshold.value = -14
  limiter.ratio.value = 6
  master.connect(limiter).connect(context.destination)
  const noises = createNoises(context)
  const loops = createLoops(context, noises, master)
  const stage: Stage = { context, noises, out: master }
  let running = true
  let lastSong = context.currentTime
  // some presses (Escape, a gamepad's in some browsers) allow no sound yet, and phones take it away for a call: the next press brings it
  const stopListening = listenToPresses(() => {
    if (running && context.state !== 'running') void context.resume().catch(() => undefined)
  })

  return {
    setLevels(levels) {
      loops.setLevels(levels)
      // a bird is as likely in one moment as in the next
      const elapsed = Math.min(1, context.currentTime - lastSong)
      lastSong = context.currentTime
      if (Math.random() < levels.birds * SONGS_A_SECOND * elapsed) sing(stage, Math.random)
    },
    cue(cue) {
      if (!running) return
      switch (cue.kind) {
        case 'step': return playStep(stage, cue.ground, cue.strength, Math.random)
        case 'stroke': return playStroke(stage, cue.strength)
        case 'line': return playLine(stage, cue.strength)
        case 'hammer': return playHammer(stage, cue.strength, cue.pan)
        case 'thunder': return playThunder(stage, cue)
      }
    },
    setVolume(volume) {
      master.gain.setTargetAtTime(volume * volume, context.currentTime, VOLUME_SECONDS)
    },
    setRunning(next) {
      if (next === running) return
      running = next
      // refused only when the context is closed already: then there is nothing to do
      void (next ? context.resume() : context.suspend()).catch(() => undefined)
    },
    dispose() {
      stopListening()
      void context.close().catch(() => undefined)
    },
  }
}

/** A context; null where the machine has nothing to sound with, which some browsers throw. */
function openContext(): AudioContext | null {
  try {
    return new AudioContext({ latencyHint: 'interactive' })
  } catch {
    return null
  }
}
