/** The ladder: how fast minds can think, what each speed is for here, where one's own endpoint stands, and a way to try. */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { TriedMind } from '#session/hud-state.ts'
import type { LadderView } from '#session/trial.ts'
import { Button } from '../../components/button.tsx'
import { Panel, PanelPart } from '../../components/panel.tsx'
import { useSession } from '../../session-context.ts'
import { LivedMinute } from './lived-minute.tsx'
import { MeasureNow } from './measure-now.tsx'
import { RungView } from './rung-view.tsx'
import './ladder.css'

/** The page. */
export function LadderPanel() {
  const session = useSession()
  const model = useStore(session.hud, (hud) => hud.model)
  const tried = useStore(session.hud, (hud) => hud.trial)
  const [view, setView] = useState<LadderView | null>(null)
  const [own, setOwn] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const ownSpeed = tried?.before.tokensPerSecond ?? model.tokensPerSecond
  const ownName = tried?.before.name ?? (model.provider === 'builtin' ? 'the built-in mind' : model.model || 'the model')
  useEffect(() => {
    let wanted = true
    session.ladder(ownSpeed).then(
      (found) => {
        if (!wanted) return
        setView(found)
        setOwn(found.reached)
      },
      () => setProblem('The ladder could not be read. Close it and try again.'),
    )
    return () => {
      wanted = false
    }
  }, [session, ownSpeed])
  const choose = (tokensPerSecond: number | null): void => {
    setProblem(null)
    session.tryMind(tokensPerSecond === null ? null : { kind: 'rules-at-speed', tokensPerSecond }).catch((error: unknown) => setProblem(`This could not be tried: ${error instanceof Error ? error.message : String(error)}`))
  }
  const triedSpeed = tried?.trial.kind === 'rules-at-speed' ? tried.trial.tokensPerSecond : null
  return (
    <Panel title="The ladder of speeds" subtitle="The faster a mind thinks, the more of the village it can think for." className="panel-ladder" onClose={() => session.openPanel(null)}>
      <div className="ladder-now" role="status">
        {tried ? (
          <>
            <p>{triedWords(tried)}</p>
            <Button tone="main" onClick={() => choose(null)}>
              Back to {tried.before.name}
            </Button>
          </>
        ) : (
          <>
            <p>{standingWords(ownName, ownSpeed, model.provider === 'builtin')}</p>
            {model.provider !== 'builtin' && <MeasureNow />}
          </>
        )}
        {problem && <p className="trouble">{problem}</p>}
      </div>
      <LivedMinute />
      {view && (
        <ol className="ladder" reversed aria-label="Rungs, the fastest first">
          {view.rungs.toReversed().map((rung, n) => {
            const index = view.rungs.length - 1 - n
            return <RungView key={rung.tokensPerSecond} rung={rung} standing={index === own ? { name: ownName, tokensPerSecond: ownSpeed } : null} isTried={triedSpeed === rung.tokensPerSecond} onTry={() => choose(rung.tokensPerSecond)} />
          })}
        </ol>
      )}
      <PanelPart title="As a server of its own" note="The same words by rules, over the wire as a model’s would come, at any speed and with any fault. In a folder with the source of Percipi:">
        <p className="ladder-command">
          <code>npm run model -- --tps {triedSpeed ?? 250}</code>
        </p>
        <p className="soft">Then give http://localhost:8043/v1 as the address of a model. It needs no key.</p>
      </PanelPart>
    </Panel>
  )
}

/** What is being tried, and whose words those are. */
export function triedWords({ trial }: TriedMind): string {
  if (trial.kind === 'recorded') return `The answers of a recording are given again: ${trial.calls.length.toLocaleString('en')} of them. It ends with this tab.`
  return trial.tokensPerSecond === 0
    ? 'You are trying the ground: everybody thinks by rules, without any model.'
    : `You are trying ${trial.tokensPerSecond.toLocaleString('en')} tokens a second. The words come from rules, no model thinks here: what you feel is the speed. It ends with this tab.`
}

/** Where the endpoint in use stands. */
export function standingWords(name: string, tokensPerSecond: number, isBuiltin: boolean): string {
  if (isBuiltin) return 'You stand on the ground: everybody thinks with the built-in mind, without a model. Try a rung.'
  const named = name.replace(/^the /, 'The ')
  return tokensPerSecond > 0 ? `${named} answers at ${tokensPerSecond < 10 ? tokensPerSecond.toFixed(1) : Math.round(tokensPerSecond).toLocaleString('en')} tokens a second, as measured here.` : `${named} has not been measured yet. Measure it now, or talk with somebody, and it stands on its rung.`
}
