/** The doors to everything that is not the world. */
import { useState } from 'react'
import { useStore } from 'zustand'
import type { PanelId } from '#session/hud-state.ts'
import { useSession } from '../session-context.ts'
import { IconButton } from '../components/button.tsx'
import type { IconName } from '../components/icon.tsx'
import { useFullScreen } from './use-full-screen.ts'
import { useCoarsePointer, useMedia } from './use-media.ts'

const DOORS: ReadonlyArray<{ panel: Exclude<PanelId, 'person' | 'ladder'>; icon: IconName; label: string }> = [
  { panel: 'map', icon: 'map', label: 'Where you have been' },
  { panel: 'satchel', icon: 'satchel', label: 'Your satchel' },
  { panel: 'people', icon: 'people', label: 'People nearby' },
  { panel: 'seed', icon: 'seed', label: 'Another country' },
  { panel: 'settings', icon: 'settings', label: 'Settings' },
  { panel: 'help', icon: 'help', label: 'Help' },
]

/** A row of buttons, or one that unfolds where the screen is narrow. */
export function CornerMenu() {
  const session = useSession()
  const panel = useStore(session.hud, (hud) => hud.panel)
  const narrow = useMedia('(max-width: 720px)')
  const [unfolded, setUnfolded] = useState(false)
  const touch = useCoarsePointer()
  const screen = useFullScreen()
  const open = (id: PanelId): void => {
    setUnfolded(false)
    session.openPanel(panel === id ? null : id)
  }
  const share = async (): Promise<void> => {
    setUnfolded(false)
    const link = session.shareLink()
    try {
      await navigator.clipboard.writeText(link)
      session.notify('quiet', 'A link to this place is copied. It carries the seed, where you stand and the hour, nothing about you.')
    } catch {
      session.openPanel('seed')
      session.notify('warning', 'The browser did not let the page copy. The link stands in the panel, ready to be copied by hand.')
    }
  }
  const row = (
    <>
      {DOORS.map((door) => (
        <IconButton key={door.panel} icon={door.icon} label={door.label} aria-pressed={panel === door.panel} onClick={() => open(door.panel)} />
      ))}
      <IconButton icon="share" label="Copy a link to this place" onClick={() => void share()} />
      {touch && screen && (
        <IconButton
          icon="fill"
          label="Fill the screen"
          aria-pressed={screen.full}
          onClick={() => {
            setUnfolded(false)
            screen.toggle()
          }}
        />
      )}
    </>
  )
  return (
    <nav className="corner-menu paper" aria-label="Menu">
      {narrow ? (
        <>
          <IconButton icon={unfolded ? 'close' : 'menu'} label={unfolded ? 'Fold the menu' : 'Menu'} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)} />
          {unfolded && row}
        </>
      ) : (
        row
      )}
    </nav>
  )
}
