/** What a test of a connection found, step by step, and what to do about what failed. */
import type { ProbeReport, ProbeStep } from '#minds/language-model.ts'
import { Icon } from '../components/icon.tsx'

type ConnectionTestProps = { steps: readonly ProbeStep[]; report: ProbeReport | null; busy: boolean }

/** The steps as they come in, then the verdict. */
export function ConnectionTest({ steps, report, busy }: ConnectionTestProps) {
  if (!busy && steps.length === 0) return null
  return (
    <div className="connection" role="status" aria-busy={busy}>
      <ol>
        {steps.map((step) => (
          <li key={step.id} data-ok={String(step.ok)}>
            <Icon name={step.ok === null ? 'wait' : step.ok ? 'check' : 'cross'} size={18} />
            <div>
              <p>
                <strong>{step.label}</strong>
                <span className="unseen">{step.ok === null ? ': not tried' : step.ok ? ': yes' : ': no'}</span>
              </p>
              {step.detail !== '' && <p className="soft">{step.detail}</p>}
              {step.cure !== null && <p className="cure">{step.cure}</p>}
            </div>
          </li>
        ))}
      </ol>
      {busy && <p className="soft">Listening for the server …</p>}
      {report && (
        <p className="verdict" data-ok={report.ok}>
          {report.verdict}
        </p>
      )}
    </div>
  )
}
