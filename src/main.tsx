/** Front door: checks what the browser can do, starts the workers, then the session, then the view. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { inspectGraphics, type Graphics } from '#platform/graphics.ts'
import { createInput } from '#platform/input/input.ts'
import { countTerrainWorkers, spawnMindsWorker, spawnTerrainWorker } from '#platform/spawn-workers.ts'
import { createWorldStore } from '#platform/storage/world-store.ts'
import { createConsole } from '#session/console.ts'
import { createSession } from '#session/create-session.ts'
import { readLaunchOptions } from '#session/launch-options.ts'
import { createTerrainPool } from '#streaming/terrain-pool.ts'
import { App } from '#view/app.tsx'
import { explainFailure } from '#view/explain-failure.ts'
import '#view/styles/page.css'

async function open(holder: HTMLElement, graphics: Graphics): Promise<void> {
  // land grows while the rest is still being read
  const pool = createTerrainPool({ spawn: spawnTerrainWorker, count: countTerrainWorkers() })
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
  })
  window.percipi = createConsole(session, game)
  createRoot(holder).render(
    <StrictMode>
      <App session={session} hud={options.hud} />
    </StrictMode>,
  )
}

const holder = document.getElementById('root')
if (holder) {
  const graphics = inspectGraphics()
  if (!graphics.webgl2) {
    explainFailure(holder, 'Percipi draws with WebGL2, which this browser does not offer. Turn on hardware acceleration in its settings, update it, or open the page in another browser.')
  } else {
    open(holder, graphics).catch((error: unknown) => {
      explainFailure(holder, `The world could not begin: ${error instanceof Error ? error.message : String(error)}. Load the page again; add ?fresh=1 to the address to begin without what was kept, which stays untouched.`)
    })
  }
}
