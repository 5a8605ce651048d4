/** The same choices weighed as at several speeds of thinking: what each speed makes of one and the same matter. */
import { createCancelSource } from '#core/tasks/cancel.ts'
import { hashString } from '#core/hash.ts'
import type { Deliberation } from '#minds/deliberation/deliberation.ts'
import { weigh } from '#minds/deliberation/weigh.ts'
import { wantedOf } from '#minds/mind.ts'
import type { PrivateView } from '#minds/private-view.ts'
import { propose } from '#minds/propose.ts'
import { speakByRules } from '#minds/rule-speaker/speak-by-rules.ts'
import type { Scheduler } from '#minds/scheduler/scheduler.ts'
import { tierOf } from '#minds/tiers.ts'
import { regretsAmong } from '../minds/support/dilemmas.ts'

/** A choice that somebody stood before. */
export type Choice = { view: PrivateView; thoughtId: number }
/** What a speed made of all of them, in the mean; regret in the worth of the small world. */
export type Weighed = { tokensPerSecond: number; branches: number; regret: number }

/** Weighs each choice as at each speed, with plans that rules propose in place of a model where the speed has one. */
export async function weighAtSpeeds(choices: readonly Choice[], speeds: readonly number[]): Promise<Weighed[]> {
  const sums = speeds.map((tokensPerSecond) => ({ tokensPerSecond, branches: 0, regret: 0 }))
  for (const { view, thoughtId } of choices) {
    const weighed: Deliberation[] = []
    for (const speed of speeds) {
      const { proposals, branches } = await propose({ view, question: null, recalled: [], wanted: wantedOf({ kind: 'deliberate', view }, createCancelSource().signal) }, createRuleScheduler(speed))
      weighed.push(weigh(view, { question: null, thoughtId, proposals, branches }))
    }
    regretsAmong(view, weighed, hashString(`${view.npcId} ${thoughtId}`)).forEach((regret, n) => {
      sums[n]!.regret += regret / choices.length
      sums[n]!.branches += weighed[n]!.branches.length / choices.length
    })
  }
  return sums
}

/** Answers at once, by rules, as something of that speed would be asked. */
function createRuleScheduler(tokensPerSecond: number): Pick<Scheduler, 'ask' | 'status'> {
  const endpoint = { groups: ['decision'], tokensPerSecond, tier: tierOf(tokensPerSecond), trouble: null }
  return {
    ask: (_wanted, compose) => Promise.resolve(tokensPerSecond === 0 ? { ok: false, reason: null } : {
      ok: true, producer: 'rules', keep: () => undefined,
      generations: compose({ form: 'lines', reasons: false, tokensPerSecond, several: false }).map(({ messages }) => ({ ok: true, finish: 'stop', text: speakByRules(messages), reasoning: '', tokensIn: 0, tokensOut: 0, firstTokenMs: 0, totalMs: 0 })),
    }),
    status: { endpoints: tokensPerSecond === 0 ? [] : [endpoint], paused: false } as unknown as Scheduler['status'],
  }
}
