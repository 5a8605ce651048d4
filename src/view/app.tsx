/** The interface over the picture of the world; read after the first picture, which needs nothing of it. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorBoundary } from 'react-error-boundary'
import type { Session } from '#session/session.ts'
import { Hud } from './hud/hud.tsx'
import { BubbleLayer } from './scene/npcs/bubble-layer.tsx'
import { SessionContext } from './session-context.ts'

/** Puts the interface of a session over what the page shows already. */
export function mountInterface(session: Session, page: HTMLElement): void {
  const holder = document.createElement('div')
  page.append(holder)
  createRoot(holder).render(
    <StrictMode>
      <SessionContext value={session}>
        <ErrorBoundary fallbackRender={({ resetErrorBoundary }) => <InterfaceFailure retry={resetErrorBoundary} />}>
          <BubbleLayer />
          <Hud />
        </ErrorBoundary>
      </SessionContext>
    </StrictMode>,
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
