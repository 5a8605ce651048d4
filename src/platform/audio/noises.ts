/** Two seconds-long noises that everything rushing is made of. */
import { createRng, nextFloat } from '#core/rng.ts'

/** White noise, and brown noise (its running sum, leaking). */
export type Noises = { readonly white: AudioBuffer; readonly brown: AudioBuffer }

const SECONDS = 5
/** Samples over which end and beginning are blended, so that the loop is not heard. */
const BLEND = 4096

/** Makes the noises; the same on every machine. */
export function createNoises(context: BaseAudioContext): Noises {
  const rng = createRng(4711)
  const length = Math.floor(context.sampleRate * SECONDS)
  const white = Float32Array.from({ length: length + BLEND }, () => nextFloat(rng) * 2 - 1)
  const brown = new Float32Array(length + BLEND)
  let sum = 0
  for (let i = 0; i < brown.length; i++) {
    sum = (sum + 0.02 * white[i]!) / 1.02
    brown[i] = sum * 3.5
  }
  return { white: toLoop(context, white), brown: toLoop(context, brown) }
}

function toLoop(context: BaseAudioContext, samples: Float32Array): AudioBuffer {
  const length = samples.length - BLEND
  const buffer = context.createBuffer(1, length, context.sampleRate)
  const channel = buffer.getChannelData(0)
  channel.set(samples.subarray(0, length))
  for (let i = 0; i < BLEND; i++) {
    const share = i / BLEND
    channel[i] = samples[i]! * Math.sqrt(share) + samples[length + i]! * Math.sqrt(1 - share)
  }
  return buffer
}
