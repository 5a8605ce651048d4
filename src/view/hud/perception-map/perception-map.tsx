/** The perception map: a small live picture of the land that exists now, in the lower right corner. */
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Run, Session } from '#session/session.ts'
import { IconButton } from '../../components/button.tsx'
import { useSession } from '../../session-context.ts'
import { isNight } from '../words.ts'
import { createMapCells } from './map-cells.ts'
import { createMapDrawing, MAP_METERS, TILES, type MapScene } from './draw-map.ts'
import './perception-map.css'

/** Milliseconds between two pictures, and between two tellings of what they show. */
const REDRAW_MS = 120
const TELL_MS = 3000
/** Metres after which settlements are looked up again. */
const LOOK_AGAIN_METERS = 200
/** Sharper than this the map, which is soft, gains nothing. */
const MOST_SHARPNESS = 2

/** The map with the button that folds it; while `resting` it is out of sight and not drawn. */
export function PerceptionMap({ resting }: { resting: boolean }) {
  const session = useSession()
  const shown = useStore(session.settings, (settings) => settings.showMap)
  const runNumber = useStore(session.runs, (runs) => runs.number)
  return (
    <aside className="perception-map paper" aria-label="Perception map" data-shown={shown} hidden={resting}>
      {shown && <LiveMap key={runNumber} resting={resting} />}
      <IconButton icon={shown ? 'close' : 'map'} label={shown ? 'Fold the map (K)' : 'Map of what exists (K)'} aria-expanded={shown} onClick={() => session.changeSettings({ showMap: !shown })} />
    </aside>
  )
}

/** "41 pieces of land exist, 18 in view". */
export function mapWords(exist: number, inView: number): string {
  return `${exist} ${exist === 1 ? 'piece' : 'pieces'} of land ${exist === 1 ? 'exists' : 'exist'}, ${inView} in view`
}

function LiveMap({ resting }: { resting: boolean }) {
  const session = useSession()
  const picture = useRef<HTMLCanvasElement>(null)
  const isResting = useRef(resting)
  useEffect(() => {
    isResting.current = resting
  }, [resting])
  useEffect(() => (picture.current ? keepDrawing(picture.current, session, isResting) : undefined), [session])
  return <canvas ref={picture} role="img" aria-label="The land that exists now" />
}

/** Draws the land of the present run on a canvas until the returned function is called. */
function keepDrawing(canvas: HTMLCanvasElement, session: Session, isResting: { readonly current: boolean }): () => void {
  const { run } = session
  const { terrain } = run
  const drawing = createMapDrawing(canvas, Math.min(MOST_SHARPNESS, window.devicePixelRatio || 1))
  if (!drawing) return () => undefined
  const cells = createMapCells(TILES)
  for (const resident of terrain.resident.values()) cells.ready(resident, true)
  const stopListening = terrain.listen({ chunkReady: (resident) => cells.ready(resident), chunkDropped: (resident) => cells.dropped(resident, terrain.seconds) })
  const scene: MapScene = { x: 0, z: 0, yaw: 0, halfAngle: 0, night: false, cells: [], settlements: [], people: [] }
  const moment = { seconds: 0, elapsed: 0, still: false }
  const lookAround = createLookAround(run)
  let drawnMs = -Infinity
  let toldMs = -Infinity

  const next = (now: number): void => {
    request = requestAnimationFrame(next)
    if (isResting.current || now - drawnMs < REDRAW_MS) return
    drawnMs = now
    const { camera } = session
    moment.elapsed = terrain.seconds - moment.seconds
    moment.seconds = terrain.seconds
    moment.still = session.settings.getState().reducedMotion
    scene.x = camera.x
    scene.z = camera.z
    scene.yaw = camera.yaw
    scene.halfAngle = Math.atan(Math.tan((camera.fieldOfView * Math.PI) / 360) * camera.aspect)
    scene.night = isNight(session.hud.getState().hour)
    scene.cells = cells.advance(terrain.drawn, moment, drawing.paint)
    scene.settlements = lookAround(camera.x, camera.z)
    scene.people = run.world.npcs
    drawing.draw(scene)
    if (now - toldMs < TELL_MS) return
    toldMs = now
    canvas.setAttribute('aria-label', mapWords(terrain.counts.resident, terrain.counts.drawn))
  }
  let request = requestAnimationFrame(next)
  return () => {
    cancelAnimationFrame(request)
    stopListening()
  }
}

/** Settlements on the map, looked up anew only after a walk. */
function createLookAround({ land }: Run): (x: number, z: number) => MapScene['settlements'] {
  let found: MapScene['settlements'] = []
  let atX = Infinity
  let atZ = Infinity
  return (x, z) => {
    if (Math.abs(x - atX) + Math.abs(z - atZ) < LOOK_AGAIN_METERS) return found
    atX = x
    atZ = z
    found = land.findSettlements(x, z, MAP_METERS + LOOK_AGAIN_METERS)
    return found
  }
}
