/** Trouble on purpose: how much of what a model answers is broken, and how. */
import { useStore } from 'zustand'
import type { ChaosKind } from '#minds/language-model.ts'
import { PanelPart } from '../components/panel.tsx'
import { Slider, Switch } from '../components/fields.tsx'
import { useSession } from '../session-context.ts'

const KINDS: ReadonlyArray<readonly [ChaosKind, string]> = [
  ['drop', 'Broken off in the middle'],
  ['refuse', 'Refused: too many requests'],
  ['garbage', 'Answered with nonsense'],
  ['stall', 'Silent for thirty seconds'],
]
const ALL: ChaosKind[] = KINDS.map(([kind]) => kind)
const FIRST_SHARE = 0.3

/** The switch, and what it does. */
export function ChaosPart() {
  const session = useSession()
  const chaos = useStore(session.hud, (hud) => hud.chaos)
  const set = (next: typeof chaos): void => void session.setChaos(next)
  return (
    <PanelPart title="Trouble on purpose" note="For builders: breaks a share of what any model answers, so that one can see the world go on. It ends with this tab.">
      <Switch label="Chaos" checked={chaos !== null} onChange={(on) => set(on ? { share: FIRST_SHARE, kinds: ALL } : null)} />
      {chaos && (
        <>
          <Slider label="Share of calls" value={chaos.share} lowest={0.05} highest={1} step={0.05} words={`${Math.round(chaos.share * 100)} %`} onChange={(share) => set({ ...chaos, share })} />
          {KINDS.map(([kind, label]) => (
            <Switch
              key={kind}
              label={label}
              checked={chaos.kinds.includes(kind)}
              onChange={(on) => {
                const kinds = on ? [...chaos.kinds, kind] : chaos.kinds.filter((each) => each !== kind)
                // the last one goes with the switch above
                if (kinds.length > 0) set({ ...chaos, kinds })
              }}
            />
          ))}
        </>
      )}
    </PanelPart>
  )
}
