/** Asking a model for plans: as many calls side by side as its speed can bear, each from another angle. */
import type { CancelSignal } from '#core/tasks/protocol.ts'
import { eitherOf } from '#core/tasks/cancel.ts'
import { branchesFor } from './deliberation/deliberate.ts'
import { pressingMatter, readMatter } from './deliberation/matter-at-hand.ts'
import { buildProposalPrompt, PLANS_A_CALL, readProposals } from './deliberation/proposals.ts'
import { createSmallWorld } from './deliberation/small-world.ts'
import type { Proposals } from './deliberation/weigh.ts'
import type { RecalledMemory } from './memory/memory.ts'
import type { Scheduler } from './scheduler/scheduler.ts'
import type { PrivateView } from './private-view.ts'

/** Room for the plans of one call, and how long is waited for it. */
const MOST_TOKENS = 260
const LIMITS = { firstTokenMs: 20_000, idleMs: 8_000, totalMs: 26_000 }

/** What was proposed, and what it took. `reason`: why there is nothing, where there is nothing. */
export type Proposed = { proposals: Proposals; reason: string | null; producer: string; prompt: string; answer: string; tokensIn: number; tokensOut: number }

/** Asks for plans; null where the built-in mind is what was meant, so that nothing was asked. Never throws. */
export async function propose({ view, thoughtId, question, recalled }: { view: PrivateView; thoughtId: number; question: string | null; recalled: readonly RecalledMemory[] }, { scheduler, signal }: { scheduler: Scheduler; signal: CancelSignal }): Promise<Proposed | null> {
  // half of the branches are the model's
  const calls = Math.max(1, Math.ceil(branchesFor(scheduler.speedFor('deliberate')) / 2 / PLANS_A_CALL))
  const admission = scheduler.admit({ npcId: view.npcId, kind: 'deliberate', withPlayer: false, calls })
  if (!admission.ok) return null
  const world = createSmallWorld(view, question === null ? pressingMatter(view) : readMatter(question, view))
  const prompts = Array.from({ length: calls }, (_, call) => buildProposalPrompt({ view, world, question, recalled, thoughtId, call }))
  const generations = await Promise.all(
    prompts.map(async (messages) => {
      const generation = await admission.model
        .generate({ messages, maxTokens: MOST_TOKENS, temperature: 1, signal: eitherOf(admission.signal, signal), limits: LIMITS })
        .catch((error: unknown) => ({ ok: false as const, reason: 'malformed' as const, message: `the model's client failed: ${String(error)}`, text: '', reasoning: '', tokensIn: 0, tokensOut: 0, firstTokenMs: null, totalMs: 0 }))
      admission.done(generation)
      return generation
    }),
  )
  const proposals = generations.flatMap(({ text }) => readProposals(text, world))
  const failure = generations.find((generation) => !generation.ok)
  return {
    proposals, reason: proposals.length > 0 ? null : failure && !failure.ok ? failure.message || failure.reason : 'the model proposed nothing that can be done', producer: `${admission.model.provider} · ${admission.model.model}`,
    prompt: prompts[0]!.map(({ role, content }) => `[${role}]\n${content}`).join('\n\n'), answer: generations.map(({ text }) => text).join('\n'), tokensIn: generations.reduce((sum, { tokensIn }) => sum + tokensIn, 0), tokensOut: generations.reduce((sum, { tokensOut }) => sum + tokensOut, 0),
  }
}
