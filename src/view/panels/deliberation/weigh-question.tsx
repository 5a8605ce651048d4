/** Asking a mind what it would do, with as many branches as one likes to see; nothing in the world changes by it. */
import { useState, type FormEvent } from 'react'
import type { NpcId } from '#core/ids.ts'
import type { Deliberation } from '#minds/deliberation/deliberation.ts'
import { useSession } from '../../session-context.ts'
import { Button } from '../../components/button.tsx'
import { Field, Slider } from '../../components/fields.tsx'
import { BranchTree } from './branch-tree.tsx'

const FIRST_BRANCHES = 50
const MOST_BRANCHES = 50

/** The question, the number of branches, and the tree that comes of it. */
export function WeighQuestion({ npcId, name }: { npcId: NpcId; name: string }) {
  const session = useSession()
  const [question, setQuestion] = useState('')
  const [branches, setBranches] = useState(FIRST_BRANCHES)
  const [answer, setAnswer] = useState<{ deliberation: Deliberation; ms: number; number: number } | null>(null)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const ask = (event: FormEvent): void => {
    event.preventDefault()
    if (question.trim() === '') {
      setProblem('Write what you want to know first.')
      return
    }
    setProblem(null)
    setWaiting(true)
    session.weighQuestion(npcId, question.trim(), branches).then(
      (found) => {
        setAnswer((before) => ({ deliberation: found, ms: found.ms, number: (before?.number ?? 0) + 1 }))
        setWaiting(false)
      },
      (error: unknown) => {
        setProblem(error instanceof Error ? error.message : String(error))
        setWaiting(false)
      },
    )
  }
  return (
    <form className="weigh-question" onSubmit={ask}>
      <Field label={`What would ${name} do?`} value={question} maxLength={200} placeholder="What would you do if a wolf came?" problem={problem} onChange={(event) => setQuestion(event.currentTarget.value)} beside={<Button type="submit" disabled={waiting}>{waiting ? 'Weighing …' : 'Weigh'}</Button>} />
      <Slider label="Thoughts" value={branches} lowest={1} highest={MOST_BRANCHES} step={1} words={branches === 1 ? 'one' : String(branches)} onChange={setBranches} />
      {answer && (
        <>
          <BranchTree key={answer.number} deliberation={answer.deliberation} />
          <p className="soft">Weighed in {Math.max(1, Math.round(answer.ms))} ms. {name} does not know that you asked.</p>
        </>
      )}
    </form>
  )
}
