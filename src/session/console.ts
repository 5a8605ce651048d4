/** Builds the console interface over the session; no logic of its own. */
import { isNpcId, type NpcId } from '#core/ids.ts'
import { spreadOf } from '#core/ring-buffer.ts'
import { countLongTasks } from '#platform/clock.ts'
import { CHAOS_KINDS } from '#minds/language-model.ts'
import { dayOf, hourOf, seasonOf } from '#simulation/clock.ts'
import { WEATHERS, type WeatherKind } from '#simulation/weather.ts'
import { describePlace, plantsAround, roadsAround, settlementsAround } from './console-land.ts'
import type { ConsoleState, PercipiConsole } from './console-types.ts'
import type { Game } from './game.ts'
import { FARTHEST_METERS } from './launch-options.ts'
import { moodWord, nameOf, roleOf, settlementNameOf } from './people.ts'
import type { Session } from './session.ts'
import { checkEndpoint } from './settings-store.ts'
import { QUALITIES } from './settings.ts'
import { untilReady } from './readiness.ts'

/** Version of the interface; its major part changes when something is taken away. */
const CONSOLE_VERSION = '1.4.0'
const FLIGHT_HEIGHT_METERS = 60

/** The console interface of a session. */
export function createConsole(session: Session, game: Game): PercipiConsole {
  const longTasks = countLongTasks()
  return {
    version: CONSOLE_VERSION,
    ready: untilReady(game),
    state: () => readState(game, longTasks.count),
    use(good) {
      const carried = game.run.world.player.satchel.find(({ goodId, parcel }) => goodId === good && parcel === null)
      if (!carried) throw new Error(`There is no ${String(good)} of yours in the satchel; state().player.satchel lists what there is.`)
      session.consumeCarried(carried.goodId)
    },
    async teleport(x, z) {
      checkPlace(x, z)
      game.run.commands.push({ type: 'player-place', x, z })
      await untilGround(game, x, z)
    },
    look(yaw, pitch) {
      checkNumber('yaw', yaw, -1e6, 1e6)
      checkNumber('pitch', pitch, -1.55, 1.55)
      game.look.yaw = yaw
      game.look.pitch = pitch
    },
    async fly(to, options) {
      checkPlace(to.x, to.z)
      checkNumber('metersPerSecond', options.metersPerSecond, 0.1, 5000)
      const height = options.height ?? FLIGHT_HEIGHT_METERS
      checkNumber('height', height, 1, 5000)
      const { fly } = await import('./flight.ts')
      return fly(game, to, { metersPerSecond: options.metersPerSecond, height }, longTasks)
    },
    heightAt: (x, z) => {
      checkPlace(x, z)
      return game.run.ground.heightAt(x, z)
    },
    describe: (x, z) => {
      checkPlace(x, z)
      return describePlace(game.run, x, z)
    },
    settlements(x, z, radius) {
      checkPlace(x, z)
      checkNumber('radius', radius, 0, 50_000)
      return settlementsAround(game.run, x, z, radius)
    },
    roads(x, z, radius) {
      checkPlace(x, z)
      checkNumber('radius', radius, 0, 8_000)
      return roadsAround(game.run.land, x, z, radius)
    },
    plants(x, z, radius) {
      checkPlace(x, z)
      checkNumber('radius', radius, 0, 200)
      return plantsAround(game.run.land, x, z, radius)
    },
    async person(id) {
      const person = await session.person(checkPerson(game, id))
      if (!person) throw new Error(`Nobody here has the id ${id}.`)
      return person
    },
    memories: async (id, query) => session.findMemories(checkPerson(game, id), query === undefined || query.trim() === '' ? null : query),
    say: async (id, text) => {
      // meant for somebody of this world, though another may have begun once there is an ear for it
      const person = { npcId: checkPerson(game, id), seed: game.run.seed }
      return (await import('./say-and-wait.ts')).sayAndWait(game, person, text)
    },
    async deliberate(id, question, branches) {
      const npcId = checkPerson(game, id)
      if (typeof question !== 'string' || question.trim() === '') throw new Error('There is nothing to weigh in an empty question.')
      if (branches !== undefined) checkNumber('branches', branches, 1, 50)
      return (await import('./into-minds.ts')).deliberateFor(game, npcId, { question, branches: branches ?? null })
    },
    setSeed: (seed) => session.setSeed(seed),
    async setEndpoint(named) {
      const endpoint = checkEndpoint(named)
      await session.setEndpoint(endpoint)
      return session.testEndpoint(endpoint, () => undefined)
    },
    setQuality(preset) {
      if (!QUALITIES.includes(preset)) throw new Error(`Quality is one of ${QUALITIES.join(', ')}.`)
      session.changeSettings({ quality: preset, autoQuality: false })
    },
    setBudget({ tokensPerMinute, tokensPerDay, moneyPerDay, paused }) {
      for (const value of [tokensPerMinute, tokensPerDay, moneyPerDay]) if (value !== undefined) checkNumber('a budget', value, 0, 1e12)
      const { limits } = game.settings.getState()
      session.changeSettings({ limits: { ...limits, tokensPerMinute: tokensPerMinute ?? null, tokensPerDay: tokensPerDay ?? null, moneyPerDay: moneyPerDay ?? null, paused: paused ?? false } })
    },
    setChaos(chaos) {
      const share = chaos?.share ?? 0
      checkNumber('share', share, 0, 1)
      const kinds = chaos?.kinds ?? [...CHAOS_KINDS]
      for (const kind of kinds) if (!CHAOS_KINDS.includes(kind)) throw new Error(`A kind of chaos is one of ${CHAOS_KINDS.join(', ')}.`)
      void session.setChaos(share > 0 && kinds.length > 0 ? { share, kinds: [...kinds] } : null)
    },
    pause: () => session.setPaused(true),
    resume: () => session.setPaused(false),
    setTimeScale(scale) {
      checkNumber('scale', scale, 0.1, 60)
      game.timeScale = scale
    },
    setTime(hour) {
      checkNumber('hour', hour, 0, 24)
      session.setHour(hour)
    },
    setWeather(weather) {
      if (!WEATHERS.some((kind) => kind === weather)) throw new Error(`Weather is one of ${WEATHERS.join(', ')}.`)
      game.run.commands.push({ type: 'weather-set', weather: weather as WeatherKind })
    },
    async advance(worldSeconds) {
      checkNumber('worldSeconds', worldSeconds, 0, 86_400 * 60)
      return (await import('./advance.ts')).advance(game, worldSeconds)
    },
    record: () => session.startRecording(),
    stopRecording: () => session.stopRecording(),
    replay: (file) => session.replay(file),
    checkRecording: async (file) => (await import('./replay.ts')).checkRecording(file),
    answerFrom: (file) => session.answerFrom(file),
    exportWorld: () => session.exportWorld(),
    importWorld: (file) => session.importWorld(file),
    forget: () => session.forgetWorld(),
  }
}

function readState(game: Game, longTasks: number): ConsoleState {
  const { run, costs } = game
  const { world } = run
  const { body } = world.player
  const { model, memory } = game.hud.getState()
  const { provider, model: modelName, tier, tokensPerSecond, inFlight, queued, calls, failures, tokensIn, tokensOut, costEstimate, paused } = model
  return {
    seed: run.seed,
    time: { worldSeconds: world.worldSeconds, day: dayOf(world.worldSeconds), hour: hourOf(world.worldSeconds), season: seasonOf(world.worldSeconds), weather: world.weather.kind },
    player: { x: body.x, y: body.y, z: body.z, yaw: game.look.yaw, pitch: game.look.pitch, grounded: body.grounded, swimming: body.swimming, purse: world.player.purse, satchel: world.player.satchel.map(({ goodId, count, parcel }) => ({ good: goodId, count, parcelFor: parcel?.toId ?? null })) },
    terrain: { ...run.terrain.counts },
    frame: { count: game.frameCount, cpu: spreadOf(costs.frame), streaming: spreadOf(costs.streaming), minds: spreadOf(costs.minds), render: spreadOf(costs.render), longTasks },
    render: { calls: game.lastRender.calls, triangles: game.lastRender.triangles, geometries: game.lastRender.geometries, textures: game.lastRender.textures, programs: game.lastRender.programs },
    people: world.npcs.map((npc) => ({
      id: npc.id, name: nameOf(npc), role: roleOf(npc), settlement: settlementNameOf(run, npc),
      x: npc.body.x, y: npc.body.y, z: npc.body.z, activity: npc.activity, thought: npc.thought?.text ?? null, mood: moodWord(npc.mood), fidelity: npc.fidelity,
    })),
    model: { provider, model: modelName, tier, tokensPerSecond, inFlight, queued, calls, failures, tokensIn, tokensOut, costEstimate, paused },
    memory: { people: memory.people, memories: memory.memories, pendingWrites: memory.pendingWrites, storageBytes: memory.storageBytes },
  }
}

function checkNumber(name: string, value: number, lowest: number, highest: number): void {
  if (typeof value !== 'number' || !(value >= lowest && value <= highest)) throw new Error(`${name} should be a number from ${lowest} to ${highest}.`)
}

function checkPlace(x: number, z: number): void {
  checkNumber('x', x, -FARTHEST_METERS, FARTHEST_METERS)
  checkNumber('z', z, -FARTHEST_METERS, FARTHEST_METERS)
}

function checkPerson(game: Game, id: string): NpcId {
  if (!isNpcId(id) || !game.run.world.npcs.some((npc) => npc.id === id)) throw new Error(`Nobody here has the id ${String(id)}; state().people lists who is.`)
  return id
}

/** Resolves after the picture in which the ground at a place is drawn. */
function untilGround(game: Game, x: number, z: number): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (game.run.terrain.isGroundReady(x, z) && game.run.commands.length === 0) resolve()
      else game.afterFrame.push(check)
    }
    game.afterFrame.push(check)
  })
}
