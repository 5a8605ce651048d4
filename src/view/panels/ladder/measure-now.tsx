/** Measures the endpoint in use with one press, and tells what was found; the ladder shows it on its rung. */
import { useState } from 'react'
import { endpointInUse } from '#session/settings.ts'
import { Button } from '../../components/button.tsx'
import { useSession } from '../../session-context.ts'
import { useConnectionTest } from '../use-connection-test.ts'

/** The button, how far the test has come, and its verdict. */
export function MeasureNow() {
  const session = useSession()
  const [problem, setProblem] = useState<string | null>(null)
  const { steps, report, busy, run } = useConnectionTest(setProblem)
  const failed = steps.find(({ ok }) => ok === false)
  return (
    <div className="ladder-measure" aria-busy={busy}>
      <Button
        icon="wait"
        disabled={busy}
        onClick={() => {
          setProblem(null)
          void run(endpointInUse(session.settings.getState()))
        }}
      >
        {busy ? 'Measuring …' : 'Measure now'}
      </Button>
      {busy && <p className="soft">{steps.at(-1)?.label ?? 'Asking the server'} …</p>}
      {problem && <p className="trouble">{problem}</p>}
      {report && <p className={report.ok ? 'soft' : 'trouble'}>{report.verdict}</p>}
      {report && !report.ok && failed?.cure && !report.verdict.includes(failed.cure) && <p className="soft">{failed.cure}</p>}
    </div>
  )
}
