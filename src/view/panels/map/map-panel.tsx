/** The map of where one has been: the country seen so far, with the names of what was found there. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { useStore } from 'zustand'
import { clamp, wrapAngle } from '#core/scalar.ts'
import type { Session } from '#session/session.ts'
import { countExplored, EXPLORED_CELL_METERS } from '#simulation/player/explored.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Panel } from '../../components/panel.tsx'
import { readScale } from '../../hud/read-scale.ts'
import { compassWords, distanceWords, isNight } from '../../hud/words.ts'
import { useSession } from '../../session-context.ts'
import { createCountryDrawing, type MapWindow } from './draw-country.ts'
import { createKnownPlaces, type KnownPlace } from './known-places.ts'
import { createKnownRoads } from './road-names.ts'
import { createMapTiles } from './map-tiles.ts'
import './map-panel.css'

const FIRST_METERS_PER_PIXEL = 4
const FINEST = 1.2
const COARSEST = 80
/** How far one key or one turn of the wheel goes: a share of the picture, a factor. */
const KEY_SHARE = 0.15
const ZOOM_STEP = 1.35
/** Milliseconds between two pictures while nothing is moved, and while land comes in; tiles searched for places in each. */
const REDRAW_MS = 250
const GROWING_MS = 120
const SEARCHED_TILES = 2
const MOST_SHARPNESS = 2

/** The panel. */
export function MapPanel() {
  const session = useSession()
  const seed = useStore(session.hud, (hud) => hud.seed)
  const picture = useRef<HTMLCanvasElement>(null)
  const window = useRef<MapWindow>({ x: session.camera.x, z: session.camera.z, metersPerPixel: FIRST_METERS_PER_PIXEL })
  const chosenId = useRef<string | null>(null)
  const [places, setPlaces] = useState<readonly KnownPlace[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const [squares, setSquares] = useState(0)
  useEffect(() => {
    chosenId.current = chosen
  }, [chosen])
  useEffect(
    () => (picture.current ? keepDrawing({ canvas: picture.current, session, window, chosenId, found: setPlaces, counted: setSquares }) : undefined),
    [session],
  )
  const hands = useMapHands(window, picture)
  const show = (place: KnownPlace): void => {
    setChosen(place.id)
    window.current.x = place.x
    window.current.z = place.z
  }
  const goHome = (): void => {
    setChosen(null)
    window.current.x = session.camera.x
    window.current.z = session.camera.z
  }
  return (
    <Panel title="Where you have been" subtitle={seenWords(squares, seed)} className="panel-map" onClose={() => session.openPanel(null)}>
      <div className="country">
        <canvas ref={picture} role="img" tabIndex={0} aria-label={`Map of the country seen so far, ${places.length === 1 ? '1 place' : `${places.length} places`} named. Arrow keys move it, plus and minus change its scale.`} {...hands} />
        <div className="country-hands">
          <IconButton icon="plus" label="Nearer" onClick={() => zoom(window.current, 1 / ZOOM_STEP)} />
          <IconButton icon="minus" label="Farther" onClick={() => zoom(window.current, ZOOM_STEP)} />
          <IconButton icon="here" label="Where I am" onClick={goHome} />
        </div>
      </div>
      <PlaceList places={places} chosen={chosen} onChoose={show} />
    </Panel>
  )
}

/** "3.4 km² of amber-heron". */
export function seenWords(squares: number, seed: string): string {
  const area = (squares * EXPLORED_CELL_METERS * EXPLORED_CELL_METERS) / 1e6
  return `${area < 10 ? area.toFixed(1) : Math.round(area)} km² of ${seed}; the rest does not exist yet`
}

function PlaceList({ places, chosen, onChoose }: { places: readonly KnownPlace[]; chosen: string | null; onChoose(place: KnownPlace): void }) {
  const session = useSession()
  const { x, z } = session.camera
  const near = places.map((place) => ({ place, meters: Math.hypot(place.x - x, place.z - z), yaw: wrapAngle(Math.atan2(x - place.x, z - place.z)) })).sort((a, b) => a.meters - b.meters)
  return (
    <section className="known-places" aria-label="Places you know">
      {near.length === 0 && <p className="empty">No named place yet. Walk towards smoke, roofs, or whatever stands on the next hill.</p>}
      <ul>
        {near.map(({ place, meters, yaw }) => (
          <li key={place.id} data-chosen={place.id === chosen}>
            <Button tone="quiet" aria-pressed={place.id === chosen} onClick={() => onChoose(place)}>
              <strong>{place.name}</strong>
              <span className="soft">
                {place.rank === 'landmark' ? 'landmark' : place.kind}, {meters < 40 ? 'here' : `${distanceWords(meters)} ${compassWords(yaw)}`}
              </span>
            </Button>
            {place.id === chosen && <p className="place-story">{place.story}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function zoom(window: MapWindow, factor: number): void {
  window.metersPerPixel = clamp(window.metersPerPixel * factor, FINEST, COARSEST)
}

/** Dragging, the wheel, two fingers, and keys. */
function useMapHands(window: RefObject<MapWindow>, picture: RefObject<HTMLCanvasElement | null>) {
  const fingers = useRef(new Map<number, { x: number; y: number }>())
  useEffect(() => {
    const canvas = picture.current
    if (!canvas) return
    // React listens to the wheel passively, and the page must not scroll under the map
    const turn = (event: WheelEvent): void => {
      event.preventDefault()
      const box = canvas.getBoundingClientRect()
      const before = window.current.metersPerPixel
      zoom(window.current, event.deltaY > 0 ? ZOOM_STEP : 1 / ZOOM_STEP)
      // what lies under the pointer stays there
      const change = (before - window.current.metersPerPixel) / readScale()
      window.current.x += (event.clientX - box.left - box.width / 2) * change
      window.current.z += (event.clientY - box.top - box.height / 2) * change
    }
    canvas.addEventListener('wheel', turn, { passive: false })
    return () => canvas.removeEventListener('wheel', turn)
  }, [window, picture])
  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      event.currentTarget.setPointerCapture(event.pointerId)
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    },
    onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
      const before = fingers.current.get(event.pointerId)
      if (!before) return
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
      const share = (other ? 0.5 : 1) / readScale()
      window.current.x -= (event.clientX - before.x) * window.current.metersPerPixel * share
      window.current.z -= (event.clientY - before.y) * window.current.metersPerPixel * share
      if (other) {
        const apart = (from: { x: number; y: number }): number => Math.max(20, Math.hypot(from.x - other.x, from.y - other.y))
        zoom(window.current, apart(before) / apart({ x: event.clientX, y: event.clientY }))
      }
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    },
    onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => void fingers.current.delete(event.pointerId),
    onPointerCancel: (event: PointerEvent<HTMLCanvasElement>) => void fingers.current.delete(event.pointerId),
    onKeyDown(event: KeyboardEvent<HTMLCanvasElement>) {
      const { width, height } = event.currentTarget.getBoundingClientRect()
      const step = (window.current.metersPerPixel * KEY_SHARE) / readScale()
      if (event.key === 'ArrowLeft') window.current.x -= step * width
      else if (event.key === 'ArrowRight') window.current.x += step * width
      else if (event.key === 'ArrowUp') window.current.z -= step * height
      else if (event.key === 'ArrowDown') window.current.z += step * height
      else if (event.key === '+' || event.key === '=') zoom(window.current, 1 / ZOOM_STEP)
      else if (event.key === '-') zoom(window.current, ZOOM_STEP)
      else return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}

type Drawing = {
  canvas: HTMLCanvasElement
  session: Session
  window: RefObject<MapWindow>
  chosenId: RefObject<string | null>
  found(places: readonly KnownPlace[]): void
  counted(squares: number): void
}

/** Draws until the returned function is called: at once when the map is moved, a few times a second else. */
function keepDrawing({ canvas, session, window, chosenId, found, counted }: Drawing): () => void {
  const { run } = session
  let isNewLand = true
  const tiles = createMapTiles((coordinate) => session.buildLandTile(coordinate), () => (isNewLand = true))
  const drawing = createCountryDrawing(canvas, tiles)
  if (!drawing) return () => undefined
  const known = createKnownPlaces(run.land)
  const roads = createKnownRoads(run.land)
  const fit = (): void => {
    const box = canvas.getBoundingClientRect()
    const scale = readScale()
    drawing.resize(box.width / scale, box.height / scale, Math.min(MOST_SHARPNESS, (devicePixelRatio || 1) * scale))
    isNewLand = true
    drawnMs = -Infinity
  }
  let drawnMs = -Infinity
  let drawn = ''
  let squares = -1
  fit()
  const watch = new ResizeObserver(fit)
  watch.observe(canvas)
  const next = (now: number): void => {
    request = requestAnimationFrame(next)
    const { x, z, metersPerPixel } = window.current
    const night = isNight(session.hud.getState().hour)
    const view = `${x} ${z} ${metersPerPixel} ${night}`
    const isMoved = view !== drawn
    // land that comes in is drawn a few pieces at a time
    if (!isMoved && now - drawnMs < (isNewLand ? GROWING_MS : REDRAW_MS)) return
    drawn = view
    drawnMs = now
    const { explored } = run.world.player
    if (known.search(explored, SEARCHED_TILES)) found([...known.places])
    roads.search(explored)
    const seen = countExplored(explored)
    if (seen !== squares) counted(seen)
    const isNew = isNewLand || isMoved || seen !== squares
    squares = seen
    isNewLand = false
    drawing.draw({ window: window.current, explored, player: session.camera, places: known.places, roads: roads.roads, chosenId: chosenId.current, night }, isNew)
  }
  let request = requestAnimationFrame(next)
  return () => {
    cancelAnimationFrame(request)
    watch.disconnect()
    tiles.dispose()
  }
}
