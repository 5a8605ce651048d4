/** Builds and joins all parts of one running game. */
import { createStore } from 'zustand/vanilla'
import type { Thread } from '#core/tasks/thread.ts'
import { createRingBuffer, spreadOf } from '#core/ring-buffer.ts'
import { listenToFirstPress } from '#platform/audio/first-press.ts'
import { listenToVisibility, markFirstPicture } from '#platform/clock.ts'
import type { Input } from '#platform/input/input.ts'
import type { WorldStore } from '#platform/storage/world-store.ts'
import type { TerrainPool } from '#streaming/create-terrain-stream.ts'
import { hourOf } from '#simulation/clock.ts'
import { listenToSteps, settleAddress } from './address.ts'
import { saveSoon } from './autosave.ts'
import { askAfterFirstTalk, askBrowserToKeep, refreshStorage } from './browser-promise.ts'
import type { Game } from './game.ts'
import type { LaunchOptions } from './launch-options.ts'
import { buildLandTile } from './land-tile.ts'
import { keepHere } from './keep-here.ts'
import { createMindsLink } from './minds-link.ts'
import { applyEndpoint, chooseEndpoint } from './endpoint.ts'
import { findOtherWorlds, forgetOtherWorlds } from './other-worlds.ts'
import { createHudStore } from './create-hud-store.ts'
import { askForLand, runFrame } from './frame.ts'
import { dismissNotice, notify, openPanel } from './panels.ts'
import { findPeopleNear, lookAtPerson } from './people.ts'
import type { Session } from './session.ts'
import { takeSignInReturn } from './sign-in-return.ts'
import { createQualityGovernor } from './quality-governor.ts'
import { createSettingsStore } from './settings-store.ts'
import { DETAIL_BY_QUALITY, type Quality, type Settings } from './settings.ts'
import { createTalkStore } from './talk-store.ts'
import { isBegun, isLandReady } from './readiness.ts'
import { drink } from './drink.ts'
import { readTick, runLentTick, runTick, talkTo } from './ticks.ts'
import { hearMemory } from './troubles.ts'
import { beginRun, forgetRun, swapSeed } from './swap-seed.ts'

const COST_FRAMES = 600
/** What waits for the first picture waits no longer than this, milliseconds. */
const LONGEST_FIRST_FRAME_MS = 15_000
/** The country that a stranger sees first. */
const FIRST_SEED = 'amber-heron'

/** What the browser lends to a session. */
export type SessionParts = {
  launch: LaunchOptions
  /** What was wrong with the address, in words. */
  problems: string[]
  pool: TerrainPool
  spawnMinds: () => Thread
  worlds: WorldStore
  input: Input
  canvas: HTMLCanvasElement
  /** Quality before the player ever chose one. */
  firstQuality: Quality
  prefersReducedMotion: boolean
  /** Whether the screen is wide enough for a map in its corner. */
  hasRoom: boolean
}

/** A session with its first world begun; `game` is for the console and the session's own files. */
export async function createSession(parts: SessionParts): Promise<{ session: Session; game: Game }> {
  const { launch, pool } = parts
  const returned = takeSignInReturn()
  const settings = createSettingsStore({ quality: parts.firstQuality, reducedMotion: parts.prefersReducedMotion, showMap: parts.hasRoom })
  if (launch.quality) settings.setState({ quality: launch.quality, autoQuality: false })
  const hud = createHudStore()
  let tellFirstFrame = (): void => undefined
  const drawn = new Promise<void>((resolve) => {
    tellFirstFrame = () => {
      tellFirstFrame = () => undefined
      markFirstPicture()
      resolve()
    }
    setTimeout(resolve, LONGEST_FIRST_FRAME_MS)
  })
  // the world goes on before the rest is read, for that takes longer
  const firstFrame = drawn
    .then(() => Promise.all([readTick(game), game.run.arrived]))
    .then(
      () => runTick(game),
      (error: unknown) => hud.setState({ phase: 'failed', failure: `What makes the world go on could not be read: the connection is gone, or the page was renewed since you opened it. What is kept is untouched. (${error instanceof Error ? error.message : String(error)})` }),
    )
  const seed = launch.seed ?? settings.getState().recentSeeds[0] ?? FIRST_SEED

  const minds = createMindsLink(parts.spawnMinds, {
    modelStatus: (model) => hud.setState({ model }),
    modelLoading: (loading) => hud.setState({ loading }),
    memoryStatus: (memory) => hearMemory({ hud }, memory),
    trialEnded: () => hud.setState({ trial: null }),
    restarted: (alive) =>
      notify(
        { hud },
        alive ? 'quiet' : 'error',
        alive
          ? 'The thread in which people think had stopped; a new one has taken over. What was remembered is kept.'
          : 'The thread in which people think stopped again and again. The world goes on without words; load the page again to bring them back.',
      ),
  }, firstFrame)

  const game: Game = {
    // the first run is begun below; nothing reads it before
    run: undefined as never,
    runs: createStore(() => ({ number: 0 })),
    camera: { x: 0, y: 0, z: 0, yaw: 0, pitch: 0, fieldOfView: settings.getState().fieldOfView, aspect: 16 / 9, mode: settings.getState().camera },
    hearing: null,
    framing: { aside: 0, turn: 0, partnerId: null, free: null, left: 0, down: 0 },
    look: { yaw: 0, pitch: 0 },
    step: { restSeconds: 0 },
    tickWorld: null,
    talking: null,
    thinking: null,
    timeScale: 1,
    paused: false,
    flight: null,
    input: parts.input,
    minds,
    worlds: parts.worlds,
    pool,
    firstFrame,
    hud,
    talk: createTalkStore(),
    settings,
    costs: { frame: createRingBuffer(COST_FRAMES), streaming: createRingBuffer(COST_FRAMES), minds: createRingBuffer(COST_FRAMES), render: createRingBuffer(COST_FRAMES) },
    frameCount: 0,
    lastRender: { renderMs: 0, calls: 0, triangles: 0, geometries: 0, textures: 0, programs: 0 },
    governor: createQualityGovernor(),
    sinceHud: 0,
    sinceSave: 0,
    afterFrame: [],
    fresh: launch.fresh,
    lendTick: () => runLentTick(game),
    setPaused(paused) {
      game.paused = paused
      hud.setState({ paused })
      if (paused) saveSoon(game)
    },
  }
  await beginRun(game, seed, { scene: launch })
  settleAddress(seed, launch.fresh)
  askForLand(game)
  // in one notice: a heap of them would hide the world, and the first would be dropped
  if (parts.problems.length > 0) notify(game, 'warning', parts.problems.join('\n'))
  // no model is asked before the minds know what the player lets it spend
  let stopBudget = (): void => undefined
  void firstFrame
    .then(() => import('./spending.ts'))
    .then(({ keepBudget }) => keepBudget(game))
    .then(
      (stop) => {
        stopBudget = stop
        return chooseEndpoint(game, launch)
      },
      () => {
        notify(game, 'warning', 'Your limits for models could not be read, so none is asked: people think with the built-in mind. Load the page again.')
        return minds.setBudget({ ...settings.getState().limits, paused: true, spentBefore: { day: 0, tokens: 0, money: 0 }, zoneMinutes: 0 }).then(() => undefined, () => undefined)
      },
    )
    .then(async () => {
      if (returned) await (await import('./sign-in.ts')).finishSignIn(game, returned)
    })

  parts.input.prefer(settings.getState())
  const stopSettings = settings.subscribe((next, before) => {
    parts.input.prefer(next)
    if (next.quality !== before.quality) game.run.terrain.setDetail(DETAIL_BY_QUALITY[next.quality])
  })
  const stopVisibility = listenToVisibility((event) => {
    if (event !== 'shown') saveSoon(game)
  })

  let stopKeeping = (): void => undefined
  // where talking could not be read, what a reload comes back to waits for the next
  void firstFrame
    .then(() => (game.talking ? import('./resume.ts') : null))
    .then((part) => (stopKeeping = part?.resume(game) ?? stopKeeping), () => undefined)

  const stopSteps = listenToSteps(async (next) => {
    try {
      await swapSeed(game, next, false)
    } catch (error) {
      notify(game, 'error', `The land of ${next} could not begin: ${error instanceof Error ? error.message : String(error)}`)
    }
  })
  const stopAsking = askAfterFirstTalk(game)
  let heard = false
  const hear = (): void => {
    if (heard) return
    heard = true
    void firstFrame
      .then(() => import('./soundscape/start-sound.ts'))
      .then(
        ({ startSound }) => (game.hearing = startSound(game)),
        () => notify(game, 'quiet', 'The sound could not be read. Load the page again to hear the world; nothing else is lost.'),
      )
  }
  const stopFirstPress = listenToFirstPress(hear)
  const stopFirstPad = hud.subscribe(({ hands }) => {
    if (hands === 'pad') hear()
  })

  const session: Session = {
    get run() {
      return game.run
    },
    runs: game.runs,
    camera: game.camera,
    canvas: parts.canvas,
    hud,
    talk: game.talk,
    settings,
    touchControls: parts.input.touchControls,
    runFrame: (seconds) => runFrame(game, seconds),
    reportRender(report) {
      game.lastRender = report
      tellFirstFrame()
      for (const callback of game.afterFrame.splice(0)) callback()
    },
    setAspect(aspect) {
      game.camera.aspect = aspect
    },
    keepFree(free) {
      game.framing.free = free
    },
    firstFrame,
    get isLeaving() {
      return game.run.ended
    },
    get isLandShown() {
      return isBegun(game) || isLandReady(game)
    },
    peopleNear: () => findPeopleNear(game),
    lookAt: (npcId) => lookAtPerson(game, npcId),
    drink: () => drink(game),
    consumeCarried: (goodId) => game.talking?.handleCarried(game, goodId, { use: true }),
    putDown: (goodId, parcelFor) => game.talking?.handleCarried(game, goodId, { parcelFor }),
    openTalk: (npcId) => talkTo(game, npcId),
    say: (text) => game.talking?.sayInTalk(game, text),
    type: (text) => game.talking?.typeInTalk(game, text),
    sayDifferently: () => game.talking?.askAgain(game),
    closeTalk: () => game.talking?.closeTalk(game),
    openPanel: (panel, inspectedId) => openPanel(game, panel, inspectedId ?? null),
    dismissNotice: (id) => dismissNotice(game, id),
    notify: (tone, text, action) => notify(game, tone, text, action ?? null),
    setSeed: (next) => swapSeed(game, next),
    shareLink: () => shareLink(game),
    changeSettings: (change: Partial<Settings>) => settings.setState(change),
    setEndpoint: (endpoint) => applyEndpoint(game, endpoint),
    profiles: async () => (await import('./profiles.ts')).createProfileDesk(game),
    tryMind: async (trial) => (await import('./trial.ts')).tryMind(game, trial),
    answerFrom: async (file) => (await import('./trial.ts')).answerFrom(game, file),
    setChaos: async (chaos) => (await import('./trial.ts')).setChaos(game, chaos),
    ladder: async (tokensPerSecond) => (await import('./trial.ts')).viewLadder(tokensPerSecond),
    tally: async () => (await import('./trial.ts')).tallyOf(game),
    signIn: async (wish) => location.assign(await (await import('./sign-in.ts')).prepareSignIn(wish)),
    browserModel: async () => (await import('./browser-model-desk.ts')).browserModelDesk,
    tabModels: async () => (await import('./tab-model-desk.ts')).tabModelDesk,
    loadTabModel: (model) => minds.ask('model-load', { endpoint: { kind: 'tab', model } }),
    stopLoading: () => void minds.ask('model-load-stop', null),
    testEndpoint: (endpoint, onStep) => minds.ask('endpoint-test', { endpoint }, { onProgress: onStep }),
    person: async (npcId) => (await import('./person-view.ts')).viewPerson(game, npcId),
    weighQuestion: async (npcId, question, branches) => (await import('./into-minds.ts')).deliberateFor(game, npcId, { question, branches }),
    whisper: async (npcId, text) => (await import('./into-minds.ts')).whisper(game, npcId, text),
    exportPerson: async (npcId) => (await import('./person-file.ts')).exportPersonFile(game, npcId),
    importPerson: async (npcId, file) => (await import('./person-file.ts')).importPersonFile(game, npcId, file),
    freezePerson: async (npcId, frozen) => (await import('./person-file.ts')).freezePerson(game, npcId, frozen),
    findMemories: (npcId, query) => minds.ask('memories-find', { npcId, query, limit: 60, view: null }),
    async pinMemory(id, pinned) {
      await minds.ask('memory-edit', { id, change: { type: 'pin', pinned } })
    },
    async rewordMemory(id, text) {
      await minds.ask('memory-edit', { id, change: { type: 'reword', text } })
    },
    async undoMemory(npcId) {
      await minds.ask('memory-undo', { npcId })
    },
    async forgetMemory(id) {
      await minds.ask('memory-edit', { id, change: { type: 'forget' } })
    },
    setPaused: game.setPaused,
    setBadMemories: (enabled) => {
      game.run.commands.push({ type: 'wounds-set', enabled })
      game.lendTick()
    },
    setHour: (hour) => void game.run.commands.push({ type: 'time-set', hour }),
    buildLandTile: (coordinate) => buildLandTile(game, coordinate),
    exportWorld: async () => (await import('./world-file.ts')).exportWorldFile(game),
    startRecording: async () => (await import('./replay.ts')).startRecording(game),
    stopRecording: async () => (await import('./replay.ts')).stopRecording(game),
    replay: async (file) => (await import('./replay.ts')).replayFile(game, file),
    importWorld: async (file) => (await import('./world-file.ts')).importWorldFile(game, file),
    forgetWorld: () => forgetRun(game),
    otherWorlds: () => findOtherWorlds(game),
    forgetOtherWorlds: () => forgetOtherWorlds(game),
    keepHere: () => keepHere(game),
    refreshStorage: () => refreshStorage(game),
    askBrowserToKeep: () => askBrowserToKeep(game),
    dev: launch.dev,
    get lastRender() {
      return game.lastRender
    },
    frameSpreads: () => ({ frame: spreadOf(game.costs.frame), streaming: spreadOf(game.costs.streaming), minds: spreadOf(game.costs.minds), render: spreadOf(game.costs.render) }),
    dispose() {
      stopSettings()
      stopVisibility()
      stopFirstPress()
      stopFirstPad()
      stopSteps()
      stopKeeping()
      stopAsking()
      stopBudget()
      game.hearing?.dispose()
      game.run.ended = true
      game.run.terrain.dispose()
      minds.dispose()
      parts.input.dispose()
    },
  }
  return { session, game }
}

/** A link to where the player stands and looks, in this world at this hour; it carries no key and no endpoint. */
function shareLink(game: Game): string {
  const { run, look } = game
  const { body } = run.world.player
  const parameters = new URLSearchParams({ seed: run.seed, x: body.x.toFixed(1), z: body.z.toFixed(1), yaw: look.yaw.toFixed(2), pitch: look.pitch.toFixed(2), hour: hourOf(run.world.worldSeconds).toFixed(1) })
  return `${location.origin}${location.pathname}?${parameters.toString()}`
}
