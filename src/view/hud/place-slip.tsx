/** Where and when one is, on a slip of paper, with the signs of the mind and of memory under it. */
import { useCallback, useState } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { ChaosSign } from './chaos-sign.tsx'
import { Compass } from './compass.tsx'
import { DayClock } from './day-clock.tsx'
import { LadderSign } from './ladder-sign.tsx'
import { MindMenu } from './mind-menu.tsx'
import { MindSign } from './mind-sign.tsx'
import { MindSwitch } from './mind-switch.tsx'
import { clockWords, partOfDay, plainWords } from './words.ts'

/** The slip in the top left corner. */
export function PlaceSlip() {
  const session = useSession()
  const hud = useStore(session.hud)
  const hasMinds = useStore(session.settings, (settings) => settings.profiles.length > 0)
  const [menuOpen, setMenuOpen] = useState(false)
  const closeMenu = useCallback(() => setMenuOpen(false), [])
  const { region, settlement, landmark, biome } = hud.place
  const named = settlement ?? landmark
  const title = named ?? region
  const under = [named ? region : '', plainWords(biome)].filter((words) => words !== '').join(' · ')
  return (
    <div className="place-slip paper">
      <div className="place-row">
        <DayClock hour={hud.hour} />
        <div className="place-words">
          <p className="place-name">{title || 'Nowhere yet'}</p>
          <p className="soft">{under}</p>
          <p className="soft">
            Day {hud.day + 1}, {clockWords(hud.hour)} · {partOfDay(hud.hour)}, {hud.weather}
          </p>
        </div>
        <Compass yaw={hud.yaw} />
      </div>
      <div className="sign-row">
        <MindSign model={hud.model} memory={hud.memory} keeper={hud.keeper} recording={hud.recording} menuOpen={hasMinds ? menuOpen : null} onOpen={() => (hasMinds ? setMenuOpen(!menuOpen) : session.openPanel('settings'))} />
        <MindSwitch />
        <LadderSign />
        <ChaosSign />
      </div>
      {menuOpen && hasMinds && <MindMenu onClose={closeMenu} />}
    </div>
  )
}
