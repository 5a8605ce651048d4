/** The canvas: one React root for the scene, made once, with only the three.js classes that are used. */
import { createRoot, type ReconcilerRoot } from '@react-three/fiber'
import { AgXToneMapping, SRGBColorSpace } from 'three'
import { SessionContext } from '../session-context.ts'
import type { Session } from '#session/session.ts'
import { beginResolution, resolution } from './resolution.ts'
import { Scene } from './scene.tsx'

/** Sharpest picture by preset, device pixels for each CSS pixel. */
const PIXEL_RATIO = { low: 1, medium: 1.25, high: 1.75, ultra: 2 } as const
/** Metres beyond which nothing is drawn: past the farthest view distance. */
const FAR_METERS = 40_000

/** Draws the world in an element that fills the page; `software` says that a processor draws, for which smooth edges and all pixels are too dear; `fail` hears why when the browser gives no picture after all; returns a function that ends it. */
export function mountWorld(session: Session, page: HTMLElement, software: boolean, fail: (error: unknown) => void): () => void {
  const holder = document.createElement('section')
  holder.className = 'world'
  holder.setAttribute('aria-label', 'The picture of the world')
  page.append(holder)
  const { canvas } = session
  holder.append(canvas)
  const root = createRoot(canvas)
  const { quality } = session.settings.getState()
  let disposed = false
  beginResolution(software)

  const configure = (size: { width: number; height: number }) =>
    root.configure({
      gl: { antialias: quality !== 'low' && !software, powerPreference: 'high-performance', toneMapping: AgXToneMapping, toneMappingExposure: 1.25, outputColorSpace: SRGBColorSpace },
      dpr: resolution.preset * resolution.share,
      camera: { fov: session.settings.getState().fieldOfView, near: 0.15, far: FAR_METERS },
      size: { ...size, top: 0, left: 0 },
      frameloop: 'always',
      onCreated: ({ gl }) => {
        // asking waits for every shader to be made, one after the other
        gl.debug.checkShaderErrors = session.dev
      },
    })

  async function resize(): Promise<void> {
    const size = { width: window.innerWidth, height: window.innerHeight }
    session.setAspect(size.width / Math.max(1, size.height))
    resolution.preset = Math.min(window.devicePixelRatio, PIXEL_RATIO[session.settings.getState().quality])
    await configure(size)
  }

  const watch = watchContext(canvas, session)
  void resize().then(() => {
    if (!disposed) render(root, session)
  }, fail)
  const onResize = (): void => void resize().catch(fail)
  window.addEventListener('resize', onResize)
  return () => {
    disposed = true
    window.removeEventListener('resize', onResize)
    watch()
    root.unmount()
    holder.remove()
  }
}

function render(root: ReconcilerRoot<HTMLCanvasElement>, session: Session): void {
  root.render(
    <SessionContext value={session}>
      <Scene />
    </SessionContext>,
  )
}

function watchContext(canvas: HTMLCanvasElement, session: Session): () => void {
  const words = 'The graphics card let go of the picture. It comes back by itself; if it does not, load the page again. Nothing is lost.'
  const lost = (event: Event): void => {
    event.preventDefault()
    // an empty canvas is white: the sky of the page is better company
    canvas.style.visibility = 'hidden'
    session.notify('warning', words)
  }
  const restored = (): void => {
    canvas.style.visibility = ''
    const { notices } = session.hud.getState()
    for (const notice of notices) if (notice.text === words) session.dismissNotice(notice.id)
    session.notify('quiet', 'The picture is back.')
  }
  canvas.addEventListener('webglcontextlost', lost)
  canvas.addEventListener('webglcontextrestored', restored)
  return () => {
    canvas.removeEventListener('webglcontextlost', lost)
    canvas.removeEventListener('webglcontextrestored', restored)
  }
}
