/** Asking a model for plans: as many calls side by side as its speed can bear, each from another angle. */
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
import { branchesFor, TIERS } from './tiers.ts'

/** Room for the plans of one call, and how long is waited for it. */
const MOST_TOKENS = 260
/** From how many angles is asked where one call gives several answers. */
const ANGLES = 2
/** The model is asked for as many plans of so many tokens as fit such a share of a second, within bounds. */
const PLAN_TOKENS = 60
const PLAN_SECONDS = 0.25
const PLANS = { least: 1, most: 25 } as const
const LIMITS = { firstTokenMs: 20_000, idleMs: 8_000, totalMs: 26_000 }

/** What was proposed, in how many branches it is weighed, and what it took. `reason`: why there is nothing, where there is nothing. */
export type Proposed = { proposals: Proposals; branches: number; reason: string | null; producer: string; prompt: string | null; answer: string; tokensIn: number; tokensOut: number }

/** Asks for plans; `prompt` is null where no model was asked, and `reason` then too where the built-in mind is what was meant. Never throws. */
export async function propose({ view, question, recalled, wanted }: { view: PrivateView; question: string | null; recalled: readonly RecalledMemory[]; wanted: Wanted }, scheduler: Pick<Scheduler, 'ask' | 'status'>): Promise<Proposed> {
  const world = createSmallWorld(view, question === null ? pressingMatter(view) : readMatter(question, view))
  let prompts: Message[][] = []
  const asked = await scheduler.ask(wanted, ({ tokensPerSecond, reasons, several }) => {
    const plans = Math.min(PLANS.most, Math.max(PLANS.least, (tokensPerSecond * PLAN_SECONDS) / PLAN_TOKENS / 2))
    const answers = Math.ceil(plans / PLANS_A_CALL)
    // where one call gives several answers two angles are enough: the server reads each prompt once
    const calls = several ? Math.min(ANGLES, answers) : answers
    const choices = Math.ceil(answers / calls)
    prompts = Array.from({ length: calls }, (_, call) => buildProposalPrompt({ view, world, question, recalled, call }))
    return prompts.map((messages) => ({ messages, maxTokens: roomFor(MOST_TOKENS, reasons), temperature: 1, ...(choices > 1 ? { choices } : {}), limits: LIMITS }))
  })
  const branches = branchesFor(speedOf(scheduler))
  if (!asked.ok) return { proposals: [], branches, reason: asked.reason, producer: '', prompt: null, answer: '', tokensIn: 0, tokensOut: 0 }
  const { generations, producer } = asked
  const proposals = generations.flatMap(({ text, others = [] }) => [text, ...others]).flatMap((text) => readProposals(text, world))
  if (proposals.length > 0) asked.keep()
  const failure = generations.find((generation) => !generation.ok)
  return {
    proposals, branches, reason: proposals.length > 0 ? null : failure && !failure.ok ? failure.message || failure.reason : 'the model proposed nothing that can be done', producer,
    prompt: prompts[0]!.map(({ role, content }) => `[${role}]\n${content}`).join('\n\n'), answer: generations.flatMap(({ text, others = [] }) => [text, ...others]).join('\n'), tokensIn: generations.reduce((sum, { tokensIn }) => sum + tokensIn, 0), tokensOut: generations.reduce((sum, { tokensOut }) => sum + tokensOut, 0),
  }
}

/** The speed of what weighs choices; 0 where that is off or fails. Also who cannot have the model just now weighs as widely as it would. */
function speedOf({ status }: Pick<Scheduler, 'status'>): number {
  const { endpoints, paused } = status
  const mind = endpoints.find(({ groups }) => groups.includes('decision'))
  return !mind || paused || mind.trouble !== null ? 0 : mind.tokensPerSecond || (TIERS[mind.tier]?.from ?? 0)
}
