/** What is behind the last words of a person: who made them, what came to mind, what was considered, what was asked. */
import type { ThoughtResult } from '#minds/minds-protocol.ts'
import { PanelPart } from '../components/panel.tsx'
import { ScoreParts } from './score-parts.tsx'

/** Memories that are shown at once; the others unfold. */
const FIRST_RECALLED = 3

/** The last thought with everything that led to it. */
export function BehindWords({ result, name }: { result: ThoughtResult; name: string }) {
  const { outcome } = result
  const words = outcome.reply ?? outcome.thought
  return (
    <>
      <PanelPart title="Last words">
        {words !== null && <blockquote className={outcome.reply === null ? 'talk-thought' : 'said'}>{words}</blockquote>}
        <p className="soft">{producerWords(result)}</p>
        {result.reason !== null && <p className="trouble">{result.reason}</p>}
        {result.considered.length > 0 && (
          <details className="more">
            <summary>{result.considered.length === 1 ? 'One thing' : `${result.considered.length} things`} considered</summary>
            <ul className="considered">
              {result.considered.map((option, number) => (
                <li key={number} data-chosen={option.chosen}>
                  {option.label} <span className="soft">{option.weight.toFixed(2)}{option.note === '' ? '' : `, ${option.note}`}</span>
                  {option.chosen && <span className="chosen-mark"> · chosen</span>}
                </li>
              ))}
            </ul>
          </details>
        )}
        {result.answer !== null && (
          <details className="more">
            <summary>What the model wrote</summary>
            <pre tabIndex={0}>{result.answer === '' ? 'Nothing.' : result.answer}</pre>
          </details>
        )}
        {result.prompt !== null && (
          <details className="more">
            <summary>The prompt</summary>
            {result.promptShares.length > 0 && <PromptShares shares={result.promptShares} />}
            <pre tabIndex={0}>{result.prompt}</pre>
          </details>
        )}
      </PanelPart>
      <PanelPart title="What came to mind">
        {result.recalled.length === 0 && <p className="empty">{name} recalled nothing for this.</p>}
        <Recalled memories={result.recalled.slice(0, FIRST_RECALLED)} />
        {result.recalled.length > FIRST_RECALLED && (
          <details className="more">
            <summary>{result.recalled.length - FIRST_RECALLED} more that weighed less</summary>
            <Recalled memories={result.recalled.slice(FIRST_RECALLED)} />
          </details>
        )}
      </PanelPart>
    </>
  )
}

function Recalled({ memories }: { memories: ThoughtResult['recalled'] }) {
  return (
    <ol className="recalled">
      {memories.map((memory) => (
        <li key={memory.id}>
          <p>{memory.text}</p>
          {memory.parts && <ScoreParts parts={memory.parts} score={memory.score} />}
        </li>
      ))}
    </ol>
  )
}

/** How much of a prompt each part takes. */
function PromptShares({ shares }: { shares: ThoughtResult['promptShares'] }) {
  const all = shares.reduce((sum, { tokens }) => sum + tokens, 0)
  const words = shares.map(({ part, tokens }) => `${part} ${Math.round((100 * tokens) / all)} %`).join(', ')
  return (
    <>
      <div className="prompt-shares" role="img" aria-label={words}>
        {shares.map(({ part, tokens }) => <span key={part} title={part} style={{ width: `${(100 * tokens) / all}%` }} />)}
      </div>
      <p className="soft">About {all} tokens: {words}.</p>
    </>
  )
}

/** Who made the words, how long it took and what it used. */
export function producerWords(result: Pick<ThoughtResult, 'producer' | 'ms' | 'tokensIn' | 'tokensOut'>): string {
  const time = result.ms < 1000 ? `${Math.round(result.ms)} ms` : `${(result.ms / 1000).toFixed(1)} s`
  const tokens = result.tokensIn + result.tokensOut === 0 ? '' : `, ${result.tokensIn} tokens read, ${result.tokensOut} written`
  const producer = result.producer.startsWith('built-in') ? `the ${result.producer}` : result.producer
  return `By ${producer} in ${time}${tokens}.`
}
