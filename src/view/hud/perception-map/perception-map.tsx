/** The perception map: a small live picture of the land that exists now, in the lower right corner; pressed, it opens large. */
import { useEffect, useRef, useState, type WheelEvent } from 'react'
import { useStore } from 'zustand'
import { clamp } from '#core/scalar.ts'
import type { Run, Session } from '#session/session.ts'
import { Icon } from '../../components/icon.tsx'
import { IconButton } from '../../components/button.tsx'
import { useSession } from '../../session-context.ts'
import { readScale } from '../read-scale.ts'
import { isNight } from '../words.ts'
import { createMapDrawing, type MapFrame, type MapScene, TILES } from './draw-map.ts'
import { createMapCells } from './map-cells.ts'
import { MapTally, mapWords, tallyOf, type Tally } from './map-tally.tsx'
import { createMapTraces } from './map-traces.ts'
import './perception-map.css'

/** Milliseconds between two pictures, and between two tellings of what they show: on the slip and large. */
const REDRAW_MS = 120
const TELL_MS = 3000
const TALLY_MS = 500
/** Metres after which settlements are looked up again. */
const LOOK_AGAIN_METERS = 200
/** Sharper than this the map, which is soft, gains nothing. */
const MOST_SHARPNESS = 2
/** The slip: its side in pixels of a common screen; metres from its middle to its edge, as of the large map at first, and what that may be turned to. */
const SLIP = { pixels: 148, meters: 1250 }
const NEAREST_METERS = 300
const FARTHEST_METERS = 20_000
const ZOOM_STEP = 1.5

/** The map with its buttons; while `resting` it is out of sight and not drawn. */
export function PerceptionMap({ resting }: { resting: boolean }) {
  const session = useSession()
  const shown = useStore(session.settings, (settings) => settings.showMap)
  const runNumber = useStore(session.runs, (runs) => runs.number)
  const [wanted, setLarge] = useState(false)
  const large = wanted && shown
  useMapKeys({ large, resting, shown, session, setLarge })
  return (
    <aside className="perception-map paper" aria-label="Perception map" data-shown={shown} data-large={large} hidden={resting}>
      {shown && <LiveMap key={runNumber} resting={resting} large={large} onPress={() => setLarge(!large)} />}
      <IconButton icon={shown ? 'close' : 'map'} label={shown ? 'Fold the map (K)' : 'Map of what exists (K)'} aria-expanded={shown} onClick={() => (large ? setLarge(false) : session.changeSettings({ showMap: !shown }))} />
    </aside>
  )
}

type MapKeys = { large: boolean; resting: boolean; shown: boolean; session: Session; setLarge(large: boolean): void }

/** Shift and K open the map large and make it small; Escape makes it small before it means anything else. */
function useMapKeys({ large, resting, shown, session, setLarge }: MapKeys): void {
  useEffect(() => {
    if (resting) return
    const keep = (event: KeyboardEvent): void => {
      const turns = event.code === 'KeyK' && event.shiftKey && !(event.target instanceof Element && event.target.closest('input, textarea, select'))
      if (event.ctrlKey || event.metaKey || event.altKey || !(turns || (large && event.key === 'Escape'))) return
      // before the keyboard of the body hears of it
      event.preventDefault()
      event.stopPropagation()
      if (event.repeat) return
      if (turns && !shown) session.changeSettings({ showMap: true })
      setLarge(!large)
    }
    window.addEventListener('keydown', keep, { capture: true })
    return () => window.removeEventListener('keydown', keep, { capture: true })
  }, [large, resting, shown, session, setLarge])
}

type LiveMapProps = { resting: boolean; large: boolean; onPress(): void }

function LiveMap({ resting, large, onPress }: LiveMapProps) {
  const session = useSession()
  const picture = useRef<HTMLCanvasElement>(null)
  const [meters, setMeters] = useState(SLIP.meters)
  const [tally, setTally] = useState<Tally | null>(null)
  const wish = useRef({ resting, large, meters, tell: setTally })
  useEffect(() => {
    wish.current = { resting, large, meters, tell: setTally }
  }, [resting, large, meters])
  useEffect(() => (picture.current ? keepDrawing(picture.current, session, wish) : undefined), [session])
  const zoom = (factor: number): void => setMeters((now) => clamp(now * factor, NEAREST_METERS, FARTHEST_METERS))
  return (
    <>
      <div className="map-picture" onWheel={large ? (event: WheelEvent) => zoom(event.deltaY > 0 ? ZOOM_STEP : 1 / ZOOM_STEP) : undefined}>
        <canvas ref={picture} role="img" aria-label="The land that exists now" />
        <button type="button" className="map-press" aria-expanded={large} aria-label={large ? 'Make the map small (Shift K)' : 'Make the map large (Shift K)'} title={large ? 'Make the map small (Escape)' : 'Make the map large'} onClick={onPress}>
          {!large && <Icon name="plus" size={14} />}
        </button>
        {large && (
          <div className="map-hands">
            <IconButton icon="plus" label="Nearer" onClick={() => zoom(1 / ZOOM_STEP)} />
            <IconButton icon="minus" label="Farther" onClick={() => zoom(ZOOM_STEP)} />
          </div>
        )}
      </div>
      {large && tally && <MapTally tally={tally} />}
    </>
  )
}

type Wish = { readonly resting: boolean; readonly large: boolean; readonly meters: number; tell(tally: Tally): void }

/** Draws the land of the present run on a canvas until the returned function is called. */
function keepDrawing(canvas: HTMLCanvasElement, session: Session, wish: { readonly current: Wish }): () => void {
  const { run } = session
  const { terrain } = run
  const drawing = createMapDrawing(canvas)
  if (!drawing) return () => undefined
  const cells = createMapCells(TILES)
  const traces = createMapTraces()
  for (const resident of terrain.resident.values()) cells.ready(resident, true)
  const stopListening = terrain.listen({
    chunkReady(resident) {
      cells.ready(resident)
      traces.ready(resident.key, terrain.seconds)
    },
    chunkDropped(resident) {
      cells.dropped(resident, terrain.seconds)
      traces.dropped(resident, terrain.seconds)
    },
  })
  const scene: MapScene = { x: 0, z: 0, yaw: 0, halfAngle: 0, night: false, seconds: 0, cells: [], traces: [], settlements: [], people: [] }
  const moment = { seconds: 0, elapsed: 0, still: false }
  const lookAround = createLookAround(run)
  let drawnMs = -Infinity
  let toldMs = -Infinity
  let talliedMs = -Infinity

  const next = (now: number): void => {
    request = requestAnimationFrame(next)
    const { resting, large, meters, tell } = wish.current
    if (resting || now - drawnMs < REDRAW_MS) return
    drawnMs = now
    const { camera } = session
    moment.elapsed = terrain.seconds - moment.seconds
    moment.seconds = terrain.seconds
    moment.still = session.settings.getState().reducedMotion
    const scale = readScale()
    const frame: MapFrame = { ...(large ? { pixels: canvas.clientWidth / scale || SLIP.pixels, meters } : SLIP), sharpness: Math.min(MOST_SHARPNESS, (window.devicePixelRatio || 1) * scale) }
    scene.x = camera.x
    scene.z = camera.z
    scene.yaw = camera.yaw
    scene.halfAngle = Math.atan(Math.tan((camera.fieldOfView * Math.PI) / 360) * camera.aspect)
    scene.night = isNight(session.hud.getState().hour)
    scene.seconds = moment.seconds
    scene.cells = cells.advance(terrain.drawn, moment, drawing.paint)
    scene.traces = moment.still ? [] : traces.at(moment.seconds)
    scene.settlements = lookAround(camera.x, camera.z, frame.meters)
    scene.people = run.world.npcs
    drawing.draw(scene, frame)
    if (large && now - talliedMs >= TALLY_MS) {
      talliedMs = now
      tell(tallyOf(scene.cells, traces.lately(moment.seconds)))
    }
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

/** Settlements on the map, looked up anew only after a walk or when more is to be seen. */
function createLookAround({ land }: Run): (x: number, z: number, meters: number) => MapScene['settlements'] {
  let found: MapScene['settlements'] = []
  let atX = Infinity
  let atZ = Infinity
  let within = 0
  return (x, z, meters) => {
    // to know the places of a whole country would cost seconds
    const reach = Math.min(meters, 4_000)
    if (Math.abs(x - atX) + Math.abs(z - atZ) < LOOK_AGAIN_METERS && within === reach) return found
    atX = x
    atZ = z
    within = reach
    found = land.findSettlements(x, z, reach + LOOK_AGAIN_METERS)
    return found
  }
}
