/** Joins the game to the sound player: gathers what is to be heard ten times a second, and plays steps, thunder, hammers and new words. */
import { wrapAngle } from '#core/scalar.ts'
import { listenToVisibility } from '#platform/clock.ts'
import { createSoundPlayer, type SoundCue, type SoundPlayer } from '#platform/audio/sound-player.ts'
import { hourOf, seasonOf, WORLD_SECONDS_PER_SECOND } from '#simulation/clock.ts'
import type { BridgeKind } from '#simulation/physics/bridge.ts'
import { findStrike } from '#simulation/lightning.ts'
import type { Game } from '../game.ts'
import { createFootsteps, groundSoundOf } from './footsteps.ts'
import { soundscapeOf, type SoundFacts } from './soundscape.ts'

/** Seconds between two hearings, and between two looks at the country around. */
const HEARING_SECONDS = 0.1
const COUNTRY_SECONDS = 1
/** Falling water is heard this far, metres; as loud as a stream that is nearer by so much, and as fast in metres a second. */
const CASCADE_METERS = 120
const CASCADE_NEARNESS = 0.35
const CASCADE_SPEED = 3
/** Where the sea and streams are looked for, metres. */
const SHORE_RINGS = [12, 40, 90, 200] as const
const STREAM_RINGS = [0, 6, 16, 36] as const
const WINDS = 8
/** Sound travels this far in a second, metres. */
const SOUND_SPEED = 343
/** A smith is heard this far, metres, and strikes this often, seconds. */
const HAMMER_METERS = 110
const HAMMER_SECONDS = 0.86

/** Something that hears as long as the game runs. */
export type Hearing = { update(seconds: number): void; /** Hands in water. */ splash(): void; dispose(): void }

/** Starts sound; null where the browser has none. Call it after a press: browsers keep quiet before. */
export function startSound(game: Game): Hearing | null {
  const player = createSoundPlayer()
  return player && joinSound(game, player)
}

/** What kind of bridge carries a body; null on the ground. */
function deckUnderfoot({ bridges, heightAt, floorAt }: Game['run']['ground'], { x, y, z }: { x: number; y: number; z: number }): BridgeKind | null {
  const near = bridges.at(x, z)
  return near.length > 0 && floorAt(x, z, y) > heightAt(x, z) + 0.02 ? near[0]!.kind : null
}

function joinSound(game: Game, player: SoundPlayer): Hearing {
  const stepOf = createFootsteps()
  const country = { seconds: Infinity, run: -1, facts: { biome: 'meadow', warmth: 0.5, moisture: 0.5, shoreMeters: Infinity, streamMeters: Infinity, streamSpeed: 0 } as Pick<SoundFacts, 'biome' | 'warmth' | 'moisture' | 'shoreMeters' | 'streamMeters' | 'streamSpeed'>, onRoad: false }
  let sinceHearing = 0
  let sinceHammer = 0
  let lastStrike = -1
  let hidden = false

  const applySettings = (): void => {
    const { volume, muted } = game.settings.getState()
    player.setVolume(muted ? 0 : volume)
  }
  applySettings()
  const stopSettings = game.settings.subscribe(applySettings)
  const stopTalk = game.talk.subscribe((next, before) => {
    if (next.turns.length > before.turns.length && next.turns.at(-1)?.speakerId !== 'player') player.cue({ kind: 'line', strength: 1 })
  })
  const stopVisibility = listenToVisibility((event) => {
    hidden = event !== 'shown'
    player.setRunning(!hidden && !game.paused)
  })

  function hear(): void {
    const { run, camera } = game
    const { world } = run
    const { weather } = world
    if (country.seconds >= COUNTRY_SECONDS || country.run !== run.number) {
      country.seconds = 0
      country.run = run.number
      lookAround(game, country.facts)
      country.onRoad = run.land.roadsNear(camera.x, camera.z, 2.5).length > 0
    }
    player.setLevels(soundscapeOf({ ...country.facts, hour: hourOf(world.worldSeconds), season: seasonOf(world.worldSeconds), wind: weather.wind, rain: weather.rain, snow: weather.snow, heightMeters: camera.y }))
    const strike = findStrike(run.land.seedWord, weather, world.worldSeconds)
    if (strike && strike.worldSeconds !== lastStrike) {
      lastStrike = strike.worldSeconds
      const since = (world.worldSeconds - strike.worldSeconds) / WORLD_SECONDS_PER_SECOND
      player.cue({ kind: 'thunder', strength: 1 / (1 + strike.meters / 1200), delaySeconds: Math.max(0, strike.meters / SOUND_SPEED - since), pan: Math.sin(-strike.bearing - camera.yaw) })
    }
    if (sinceHammer >= HAMMER_SECONDS) {
      sinceHammer = 0
      const cue = hammerCue(game)
      if (cue) player.cue(cue)
    }
  }

  return {
    splash: () => player.cue({ kind: 'step', ground: 'water', strength: 0.7 }),
    update(seconds) {
      player.setRunning(!hidden && !game.paused)
      if (game.paused || hidden) return
      const { body } = game.run.world.player
      const steepness = body.grounded ? game.run.ground.slopeAt(body.x, body.z, { riseX: 0, riseZ: 0 }) : 0
      const wading = !body.swimming && game.run.ground.waterLevelAt(body.x, body.z) > body.y + 0.08
      const step = stepOf({
        x: body.x, z: body.z, grounded: body.grounded, swimming: body.swimming, speed: Math.hypot(body.velocityX, body.velocityZ),
        ground: groundSoundOf({ biome: country.facts.biome, deck: deckUnderfoot(game.run.ground, body), wading, lying: game.run.world.weather.lying, steep: steepness > 0.75, onRoad: country.onRoad }),
      })
      if (step) player.cue(step)
      sinceHearing += seconds
      sinceHammer += seconds
      country.seconds += seconds
      if (sinceHearing < HEARING_SECONDS) return
      sinceHearing = 0
      hear()
    },
    dispose() {
      stopSettings()
      stopTalk()
      stopVisibility()
      player.dispose()
    },
  }
}

/** Looks for sea, running water and climate around the ear. */
function lookAround({ run, camera }: Pick<Game, 'run' | 'camera'>, facts: Pick<SoundFacts, 'biome' | 'warmth' | 'moisture' | 'shoreMeters' | 'streamMeters' | 'streamSpeed'>): void {
  const { land } = run
  const { x, z } = camera
  facts.biome = land.biomeAt(x, z)
  Object.assign(facts, land.climateAt(x, z))
  facts.shoreMeters = facts.streamMeters = Infinity
  for (const meters of SHORE_RINGS) {
    for (let wind = 0; wind < WINDS && facts.shoreMeters === Infinity; wind++) {
      const angle = (wind / WINDS) * Math.PI * 2
      if (land.heightAt(x + Math.sin(angle) * meters, z + Math.cos(angle) * meters) < -0.2) facts.shoreMeters = meters
    }
  }
  for (const meters of STREAM_RINGS) {
    for (let wind = 0; wind < (meters === 0 ? 1 : WINDS) && facts.streamMeters === Infinity; wind++) {
      const angle = (wind / WINDS) * Math.PI * 2
      const water = land.waterAt(x + Math.sin(angle) * meters, z + Math.cos(angle) * meters)
      if (water?.kind !== 'river') continue
      facts.streamMeters = meters
      facts.streamSpeed = Math.hypot(water.flowX, water.flowZ)
    }
  }
  hearCascades({ run, camera }, facts)
}

/** Falling water drowns a stream, and is heard from farther. */
function hearCascades({ run, camera }: Pick<Game, 'run' | 'camera'>, facts: Pick<SoundFacts, 'streamMeters' | 'streamSpeed'>): void {
  for (const { x, z, dx, dz } of run.land.cascadesNear(camera.x, camera.z, CASCADE_METERS)) {
    const meters = Math.hypot(x + dx / 2 - camera.x, z + dz / 2 - camera.z) * CASCADE_NEARNESS
    if (meters > facts.streamMeters) continue
    facts.streamMeters = meters
    facts.streamSpeed = CASCADE_SPEED
  }
}

/** The stroke of the nearest smith at work within hearing. */
function hammerCue({ run, camera }: Game): SoundCue | null {
  for (const npc of run.world.npcs) {
    if (npc.trade !== 'smith' || npc.skill?.skillId !== 'work' || npc.skill.phase !== 'do') continue
    const dx = npc.body.x - camera.x
    const dz = npc.body.z - camera.z
    const meters = Math.hypot(dx, dz)
    if (meters > HAMMER_METERS) continue
    const bearing = wrapAngle(Math.atan2(-dx, -dz) - camera.yaw)
    return { kind: 'hammer', strength: (1 - meters / HAMMER_METERS) ** 2, pan: -Math.sin(bearing) * Math.min(1, meters / 4) }
  }
  return null
}
