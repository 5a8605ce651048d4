/** Front door: starts the workers, checks what the browser can do, then the session, the picture, and after the first picture the interface. */
import '#platform/read-part.ts'
import '#platform/storage/no-eval.ts'
import { inspectGraphics, type Graphics } from '#platform/graphics.ts'
import { createInput } from '#platform/input/input.ts'
import { countTerrainWorkers, spawnMindsWorker, spawnTerrainWorker } from '#platform/spawn-workers.ts'
import { createWorldStore } from '#platform/storage/world-store.ts'
import { createSession } from '#session/create-session.ts'
import { readLaunchOptions } from '#session/launch-options.ts'
import type { Game } from '#session/game.ts'
import type { Session } from '#session/session.ts'
import { createTerrainPool } from '#streaming/terrain-pool.ts'
import { explainAbsence, explainFailure } from '#view/explain-failure.ts'
import '#view/styles/page.css'

/** Milliseconds after the first picture when nothing of the beginning waits for the network any more. */
const AFTER_BEGINNING_MS = 10_000

async function open(holder: HTMLElement, graphics: Graphics): Promise<void> {
  // land grows while the renderer, the largest part, is still being read
  const pool = createTerrainPool({ spawn: spawnTerrainWorker, count: countTerrainWorkers() })
  const renderer = import('#view/scene/world-canvas.tsx')
  // heard below; until then a failure is not one that nobody hears
  renderer.catch(() => undefined)
  const canvas = document.createElement('canvas')
  canvas.tabIndex = 0
  canvas.setAttribute('aria-label', 'The world')
  const { options, problems } = readLaunchOptions(location.search)
  const { session, game } = await createSession({
    launch: options, problems, pool, canvas,
    spawnMinds: spawnMindsWorker,
    worlds: createWorldStore(),
    input: createInput(canvas),
    firstQuality: graphics.software ? 'low' : 'medium',
    prefersReducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    hasRoom: matchMedia('(min-width: 721px)').matches,
  })
  const { mountWorld } = await renderer
  holder.replaceChildren()
  let hasPicture = true
  mountWorld(session, holder, graphics.software, (error) => {
    hasPicture = false
    explainFailure(holder, `The graphics card gave no picture (${wordsOf(error)}). Close other tabs that draw in three dimensions, or the whole browser, then load the page again. What is kept is untouched.`)
  })
  void session.firstFrame.then(() => (hasPicture ? openDoors(session, game, options.hud ? holder : null) : undefined))
  // a fresh visit leaves nothing behind
  if (!options.fresh) {
    void session.firstFrame.then(() => {
      if (hasPicture) setTimeout(() => void keepPage(session), AFTER_BEGINNING_MS)
    })
  }
}

/** After the first picture: the console, and the interface where one is wanted. */
async function openDoors(session: Session, game: Game, holder: HTMLElement | null): Promise<void> {
  const scripting = import('#session/console.ts').then(({ createConsole }) => void (window.percipi = createConsole(session, game)))
  try {
    await Promise.all([scripting, holder && import('#view/app.tsx').then(({ mountInterface }) => mountInterface(session, holder))])
  } catch (error) {
    explainAbsence(holder ?? document.body, `A part of this page could not be read (${wordsOf(error)}). The world goes on and is kept; load the page again.`)
  }
}

/** Keeps the page for times without a connection; says nothing where that cannot be. */
async function keepPage(session: Session): Promise<void> {
  const { keepReadable } = await import('#platform/offline.ts')
  await keepReadable((reload) => session.notify('quiet', 'A newer version of Percipi is ready. Your world is kept and goes on where it is.', { label: 'Reload', run: reload }))
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const holder = document.getElementById('root')
if (holder) {
  const graphics = inspectGraphics()
  if (!graphics.webgl2) {
    explainFailure(holder, 'Percipi draws with WebGL2, which this browser does not offer. Turn on hardware acceleration in its settings, update it, or open the page in another browser.')
  } else {
    open(holder, graphics).catch((error: unknown) => {
      explainFailure(holder, `The world could not begin: ${wordsOf(error)}. Add ?fresh=1 to the address to begin without what was kept, which stays untouched.`)
    })
  }
}
