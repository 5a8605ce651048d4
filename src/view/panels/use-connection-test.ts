/** A test of a connection as a panel shows it: the steps as they come in, then the report. */
import { useRef, useState } from 'react'
import type { EndpointSettings, ProbeReport, ProbeStep } from '#minds/language-model.ts'
import { useSession } from '../session-context.ts'

type ConnectionTestState = { steps: readonly ProbeStep[]; report: ProbeReport | null; busy: boolean; run(endpoint: EndpointSettings): Promise<ProbeReport | null> }

/** State of the newest test; `run` resolves with null when the test itself failed, which `onProblem` hears in words, or another took its place. */
export function useConnectionTest(onProblem: (words: string) => void): ConnectionTestState {
  const session = useSession()
  const [steps, setSteps] = useState<ProbeStep[]>([])
  const [report, setReport] = useState<ProbeReport | null>(null)
  const [busy, setBusy] = useState(false)
  const latest = useRef(0)
  const run = async (endpoint: EndpointSettings): Promise<ProbeReport | null> => {
    const turn = ++latest.current
    setBusy(true)
    setReport(null)
    setSteps([])
    try {
      const found = await session.testEndpoint(endpoint, (step) => {
        if (turn === latest.current) setSteps((before) => [...before.filter((each) => each.id !== step.id), step])
      })
      if (turn !== latest.current) return null
      setReport(found)
      setSteps(found.steps)
      setBusy(false)
      return found
    } catch (error) {
      onProblem(`The test itself failed: ${error instanceof Error ? error.message : String(error)}`)
      setBusy(false)
      return null
    }
  }
  return { steps, report, busy, run }
}
