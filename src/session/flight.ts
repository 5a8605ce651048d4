/** A flight of the eye over the land along a straight line, and the report of what it cost. */
import { createRingBuffer, pushNumber, spreadOf, type RingBuffer, type Spread } from '#core/ring-buffer.ts'
import type { Game } from './game.ts'

/** The longest step of one frame in seconds: a slow machine flies slower instead of jumping. */
const LONGEST_STEP_SECONDS = 0.25
const SAMPLES = 20_000

/** What a flight reports. Metres, seconds, milliseconds, bytes. */
export type FlightReport = {
  distance: number
  seconds: number
  frames: number
  cpu: Spread
  streaming: Spread
  minds: Spread
  render: Spread
  built: number
  dropped: number
  /** Most holes seen in one frame. */
  holes: number
  /** Longest time, in seconds, that the chunk underfoot was missing. */
  groundMissingSeconds: number
  longTasks: number
  heapStart: number | null
  heapEnd: number | null
}

/** A flight under way. */
export type Flight = {
  x: number
  y: number
  z: number
  readonly toX: number
  readonly toZ: number
  readonly metersPerSecond: number
  readonly heightMeters: number
  distance: number
  seconds: number
  frames: number
  holes: number
  missingSeconds: number
  longestMissingSeconds: number
  readonly costs: { frame: RingBuffer; streaming: RingBuffer; minds: RingBuffer; render: RingBuffer }
  readonly builtBefore: number
  readonly droppedBefore: number
  /** Moves on by one frame. */
  update(frameSeconds: number): void
  /** Adds the costs of a finished frame. */
  count(costs: { frame: number; streaming: number; minds: number; render: number }): void
}

/** Flies the eye to a place and the player after it; resolves with the report, in the frame after arrival. Rejects with a sentence when a flight is under way. */
export function fly(game: Game, to: { x: number; z: number }, options: { metersPerSecond: number; height: number }, longTasks: { readonly count: number }): Promise<FlightReport> {
  if (game.flight) return Promise.reject(new Error('A flight is under way; wait for it to end.'))
  const { counts } = game.run.terrain
  const heapStart = heapBytes()
  const tasksBefore = longTasks.count
  return new Promise((resolve) => {
    const flight: Flight = {
      x: game.camera.x, y: game.camera.y, z: game.camera.z, toX: to.x, toZ: to.z,
      metersPerSecond: options.metersPerSecond, heightMeters: options.height,
      distance: 0, seconds: 0, frames: 0, holes: 0, missingSeconds: 0, longestMissingSeconds: 0,
      costs: { frame: createRingBuffer(SAMPLES), streaming: createRingBuffer(SAMPLES), minds: createRingBuffer(SAMPLES), render: createRingBuffer(SAMPLES) },
      builtBefore: counts.built, droppedBefore: counts.dropped,
      update(frameSeconds) {
        if (!moveOn(game, flight, frameSeconds)) return
        const report = reportFlight(game, flight, { longTasks: longTasks.count - tasksBefore, heapStart, heapEnd: heapBytes() })
        // the player is there before the eye goes back to it, or a frame would be seen from where the flight began
        game.run.commands.push({ type: 'player-place', x: to.x, z: to.z })
        game.lendTick()
        game.flight = null
        game.afterFrame.push(() => resolve(report))
      },
      count(costs) {
        pushNumber(flight.costs.frame, costs.frame)
        pushNumber(flight.costs.streaming, costs.streaming)
        pushNumber(flight.costs.minds, costs.minds)
        pushNumber(flight.costs.render, costs.render)
      },
    }
    game.flight = flight
  })
}

/** Moves the eye on by one frame; whether it has arrived. */
function moveOn({ run }: Game, flight: Flight, frameSeconds: number): boolean {
  const seconds = Math.min(frameSeconds, LONGEST_STEP_SECONDS)
  const restX = flight.toX - flight.x
  const restZ = flight.toZ - flight.z
  const rest = Math.sqrt(restX * restX + restZ * restZ)
  const step = Math.min(rest, flight.metersPerSecond * seconds)
  if (rest > 0) {
    flight.x += (restX / rest) * step
    flight.z += (restZ / rest) * step
  }
  flight.distance += step
  flight.seconds += seconds
  flight.frames++
  const ground = Math.max(0, run.land.heightAt(flight.x, flight.z))
  const ahead = rest > 0 ? Math.max(0, run.land.heightAt(flight.x + (restX / rest) * 150, flight.z + (restZ / rest) * 150)) : ground
  flight.y += (Math.max(ground, ahead) + flight.heightMeters - flight.y) * Math.min(1, seconds * 1.5)
  flight.y = Math.max(flight.y, ground + 3)
  flight.holes = Math.max(flight.holes, run.terrain.counts.holes)
  if (run.terrain.isGroundReady(flight.x, flight.z)) flight.missingSeconds = 0
  else flight.missingSeconds += seconds
  flight.longestMissingSeconds = Math.max(flight.longestMissingSeconds, flight.missingSeconds)
  return rest - step < 0.5
}

/** The report of a flight that has ended. */
function reportFlight(game: Game, flight: Flight, around: { longTasks: number; heapStart: number | null; heapEnd: number | null }): FlightReport {
  const { counts } = game.run.terrain
  return {
    distance: flight.distance, seconds: flight.seconds, frames: flight.frames,
    cpu: spreadOf(flight.costs.frame), streaming: spreadOf(flight.costs.streaming), minds: spreadOf(flight.costs.minds), render: spreadOf(flight.costs.render),
    built: counts.built - flight.builtBefore, dropped: counts.dropped - flight.droppedBefore,
    holes: flight.holes, groundMissingSeconds: flight.longestMissingSeconds, ...around,
  }
}

function heapBytes(): number | null {
  const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } }
  return memory?.usedJSHeapSize ?? null
}
