/** How to move and talk, what this is, and what it keeps. */
import { useStore } from 'zustand'
import type { ReactNode } from 'react'
import type { Bindable } from '#session/keys.ts'
import { endpointInUse } from '#session/settings.ts'
import { useSession } from '../session-context.ts'
import { useKeyNames } from '../hud/key-names.ts'
import { useCoarsePointer } from '../hud/use-media.ts'
import { Panel, PanelPart } from '../components/panel.tsx'

/** Rows of the key table: what one wants, and the wishes whose keys stand there: each its first key, its second, or all. */
const KEYS: ReadonlyArray<[wish: string, names: readonly Bindable[], which?: 0 | 1]> = [
  ['Walk', ['forward', 'left', 'back', 'right'], 0],
  ['Walk without a mouse', ['forward', 'back'], 1],
  ['Turn without a mouse', ['turnLeft', 'turnRight'], 0],
  ['Look up and down', ['lookUp', 'lookDown'], 0],
  ['Run', ['run'], 0],
  ['Jump, swim up', ['jump']],
  ['Dive', ['dive']],
  ['Talk, drink', ['talk']],
  ['First or third person', ['camera']],
  ['People, another country', ['people', 'seed'], 0],
  ['Your satchel', ['satchel']],
  ['Map of where you have been', ['map']],
  ['Map of what exists now', ['existence']],
  ['Settings, help', ['settings', 'help'], 0],
  ['Sound on and off', ['mute']],
  ['Close, pause', ['menu']],
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
  ['In sheets and talks', 'the cross goes from one to the next, lower button presses, right button steps back'],
  ['Close, pause', 'start'],
]

/** The help. */
export function HelpPanel() {
  const session = useSession()
  const endpoint = useStore(session.settings, endpointInUse)
  const touch = useCoarsePointer()
  const names = useKeyNames()
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
        <Rows
          rows={KEYS.flatMap(([wish, bound, which]) => {
            const keys = bound.flatMap((name) => (which === undefined ? names(name) : names(name).slice(which, which + 1)))
            return keys.length === 0 ? [] : [[wish, keys.map((key) => <kbd key={key}>{key}</kbd>)] as const]
          })}
        />
        <p className="soft">
          Shift with the key of what exists now opens that map large; <kbd>?</kbd> opens this help. Keys are changed under Settings, Eye and hand.
        </p>
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
