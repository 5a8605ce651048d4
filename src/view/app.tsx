/** What the player sees: the picture of the world, and the interface over it. */
import { lazy, Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { Session } from '#session/session.ts'
import { WorldCanvas } from './scene/world-canvas.tsx'
import { BubbleLayer } from './scene/npcs/bubble-layer.tsx'
import { SessionContext } from './session-context.ts'

/** The interface is read while the first land grows: nothing of it is needed for the first picture. */
const Hud = lazy(async () => ({ default: (await import('./hud/hud.tsx')).Hud }))

/** The app over a session; `hud` false leaves only the picture. */
export function App({ session, hud }: { session: Session; hud: boolean }) {
  return (
    <SessionContext value={session}>
      <WorldCanvas />
      {hud && (
        <ErrorBoundary fallbackRender={({ resetErrorBoundary }) => <InterfaceFailure retry={resetErrorBoundary} />}>
          <BubbleLayer />
          <Suspense fallback={null}>
            <Hud />
          </Suspense>
        </ErrorBoundary>
      )}
    </SessionContext>
  )
}

function InterfaceFailure({ retry }: { retry: () => void }) {
  return (
    <div role="alert" className="interface-failure">
      <p>Part of the interface stopped. The world goes on and is kept.</p>
      <button type="button" onClick={retry}>
        Show it again
      </button>
    </div>
  )
}
