/** How to move and talk, what this is, and what it keeps. */
import { useStore } from 'zustand'
import type { ReactNode } from 'react'
import { endpointInUse } from '#session/settings.ts'
import { useSession } from '../session-context.ts'
import { useCoarsePointer } from '../hud/use-media.ts'
import { Panel, PanelPart } from '../components/panel.tsx'

/** Rows of the key table: what one wants, and the keys for it. */
const KEYS: ReadonlyArray<[wish: string, keys: readonly string[]]> = [
  ['Walk', ['W', 'A', 'S', 'D']],
  ['Walk and turn without a mouse', ['↑', '↓', '←', '→']],
  ['Look up and down', ['Page up', 'Page down']],
  ['Run', ['Shift']],
  ['Jump, swim up', ['Space']],
  ['Dive', ['C']],
  ['Talk, drink', ['E', 'Enter']],
  ['First or third person', ['V']],
  ['People, another country', ['L', 'G']],
  ['Your satchel', ['B']],
  ['Map of where you have been', ['M']],
  ['Map of what exists now, large', ['K', 'Shift K']],
  ['Settings, help', ['O', '?']],
  ['Sound on and off', ['N']],
  ['Close, pause', ['Esc']],
]

const TOUCH: ReadonlyArray<[wish: string, how: string]> = [
  ['Walk', 'drag on the left half; push to the rim to run'],
  ['Look', 'drag on the right half'],
  ['Talk, drink', 'tap the offer that appears'],
  ['Jump, dive', 'the round buttons at the lower right'],
  ['Map of what exists now', 'tap the small map'],
  ['Close, pause', 'the cross of a sheet; the menu'],
]

const GAMEPAD: ReadonlyArray<[wish: string, how: string]> = [
  ['Walk, look', 'left stick, right stick'],
  ['Run', 'right trigger'],
  ['Jump, dive', 'lower button, right button'],
  ['Talk, camera', 'left button, upper button'],
  ['People nearby, help', 'left bumper, back'],
  ['Close, pause', 'start'],
]

/** The help. */
export function HelpPanel() {
  const session = useSession()
  const endpoint = useStore(session.settings, endpointInUse)
  const touch = useCoarsePointer()
  // what is under one's hands comes first
  const byTouch = (
    <PanelPart title="Touch">
      <Rows rows={TOUCH} />
    </PanelPart>
  )
  return (
    <Panel title="Help" onClose={() => session.openPanel(null)}>
      {touch && byTouch}
      <PanelPart title="Keys and mouse" note="Click the world to look with the mouse; Escape gives the mouse back. Without a click, drag.">
        <Rows rows={KEYS.map(([wish, keys]) => [wish, keys.map((key) => <kbd key={key}>{key}</kbd>)])} />
      </PanelPart>
      {!touch && byTouch}
      <PanelPart title="Gamepad">
        <Rows rows={GAMEPAD} />
      </PanelPart>
      <PanelPart title="What this is">
        <p>To be is to be perceived. This country is grown from one word, its seed, only where you look; behind you it ceases to be, and it is the same when you turn round.</p>
        <p>Its people have homes, trades, friends and memories of their own. Ask any of them “why?”, and you see what really moved them.</p>
      </PanelPart>
      <PanelPart title="What it keeps">
        <p>
          Memories and settings stay in this browser. There are no accounts and nothing is measured about you.{' '}
          {endpoint.kind === 'builtin' ? 'With the built-in mind no word leaves this tab.' : `What is said near people goes to ${endpoint.baseUrl ?? 'the endpoint you chose'}, and nowhere else.`}
        </p>
      </PanelPart>
    </Panel>
  )
}

function Rows({ rows }: { rows: ReadonlyArray<readonly [string, ReactNode]> }) {
  return (
    <dl className="rows">
      {rows.map(([wish, how]) => (
        <div key={wish}>
          <dt>{wish}</dt>
          <dd>{how}</dd>
        </div>
      ))}
    </dl>
  )
}
