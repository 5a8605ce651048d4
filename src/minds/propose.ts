/** Asking a model for plans: as many calls side by side as its speed can bear, each from another angle. */
import { branchesFor } from './deliberation/deliberate.ts'
import { pressingMatter, readMatter } from './deliberation/matter-at-hand.ts'
import { buildProposalPrompt, PLANS_A_CALL, readProposals } from './deliberation/proposals.ts'
import { createSmallWorld } from './deliberation/small-world.ts'
import type { Proposals } from './deliberation/weigh.ts'
import type { Message } from './language-model.ts'
import type { RecalledMemory } from './memory/memory.ts'
import { roomFor } from './prompts/prompt.ts'
import type { Wanted } from './scheduler/attention.ts'
import type { Scheduler } from './scheduler/scheduler.ts'
import type { PrivateView } from './private-view.ts'

/** Room for the plans of one call, and how long is waited for it. */
const MOST_TOKENS = 260
/** From how many angles is asked where one call gives several answers. */
const ANGLES = 2
const LIMITS = { firstTokenMs: 20_000, idleMs: 8_000, totalMs: 26_000 }

/** What was proposed, and what it took. `reason`: why there is nothing, where there is nothing. */
export type Proposed = { proposals: Proposals; reason: string | null; producer: string; prompt: string | null; answer: string; tokensIn: number; tokensOut: number }

/** Asks for plans; `prompt` is null where no model was asked, and `reason` then too where the built-in mind is what was meant. Never throws. */
export async function propose({ view, question, recalled, wanted }: { view: PrivateView; question: string | null; recalled: readonly RecalledMemory[]; wanted: Wanted }, scheduler: Scheduler): Promise<Proposed> {
  const world = createSmallWorld(view, question === null ? pressingMatter(view) : readMatter(question, view))
  let prompts: Message[][] = []
  const asked = await scheduler.ask(wanted, ({ tokensPerSecond, reasons, several }) => {
    // half of the branches are the model's
    const answers = Math.max(1, Math.ceil(branchesFor(tokensPerSecond) / 2 / PLANS_A_CALL))
    // where one call gives several answers two angles are enough: the server reads each prompt once
    const calls = several ? Math.min(ANGLES, answers) : answers
    const choices = Math.ceil(answers / calls)
    prompts = Array.from({ length: calls }, (_, call) => buildProposalPrompt({ view, world, question, recalled, call }))
    return prompts.map((messages) => ({ messages, maxTokens: roomFor(MOST_TOKENS, reasons), temperature: 1, ...(choices > 1 ? { choices } : {}), limits: LIMITS }))
  })
  if (!asked.ok) return { proposals: [], reason: asked.reason, producer: '', prompt: null, answer: '', tokensIn: 0, tokensOut: 0 }
  const { generations, producer } = asked
  const proposals = generations.flatMap(({ text, others = [] }) => [text, ...others]).flatMap((text) => readProposals(text, world))
  if (proposals.length > 0) asked.keep()
  const failure = generations.find((generation) => !generation.ok)
  return {
    proposals, reason: proposals.length > 0 ? null : failure && !failure.ok ? failure.message || failure.reason : 'the model proposed nothing that can be done', producer,
    prompt: prompts[0]!.map(({ role, content }) => `[${role}]\n${content}`).join('\n\n'), answer: generations.flatMap(({ text, others = [] }) => [text, ...others]).join('\n'), tokensIn: generations.reduce((sum, { tokensIn }) => sum + tokensIn, 0), tokensOut: generations.reduce((sum, { tokensOut }) => sum + tokensOut, 0),
  }
}
