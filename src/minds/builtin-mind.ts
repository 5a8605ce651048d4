/** The mind without a model: the same thoughts from rules, real state and real memories. The default, the fallback, and the twin in tests. */
import type { ThoughtOutcome } from '#simulation/commands.ts'
import type { Deliberation } from './deliberation/deliberation.ts'
import { consideredOf, thinkAloud, wishOf } from './deliberation/in-words.ts'
import { weigh, type Proposals } from './deliberation/weigh.ts'
import type { MemoryDraft } from './memory/make-memory.ts'
import type { RecalledMemory } from './memory/memory.ts'
import type { ThoughtRequest, ThoughtResult } from './minds-protocol.ts'
import { chimeIn } from './voice/chime.ts'
import { converse, greet, partWith } from './voice/converse.ts'
import { muse, reflect } from './voice/muse.ts'
import { createScene, type Remembering } from './voice/scene.ts'

/** What the built-in mind thinks: an outcome, what was weighed, and new insights to keep. */
export type BuiltinThought = { outcome: ThoughtOutcome; considered: ThoughtResult['considered']; insights: MemoryDraft[]; deliberation: Deliberation | null }

/** Thinks one thought, a choice as `weighing` says; equal requests and memories give equal thoughts. */
export function thinkBuiltin(request: ThoughtRequest, remembering: Remembering, recalled: readonly RecalledMemory[], weighing: { proposals: Proposals; branches?: number } = { proposals: [] }): BuiltinThought {
  const { kind, view, thoughtId } = request
  const scene = createScene(view, { thoughtId, hailedId: kind === 'greet' ? 'player' : null }, remembering, recalled)
  const silent: ThoughtOutcome = { reply: null, thought: null, decision: null, mood: null, relation: null, foresight: null, endsTalk: false, tells: null, agrees: null, source: 'builtin' }
  switch (kind) {
    case 'greet':
    case 'converse':
    case 'farewell': {
      const spoken = kind === 'farewell' ? partWith(scene) : kind === 'greet' && scene.heard === '' ? greet(scene) : converse(scene)
      return { outcome: { ...silent, reply: spoken.reply, thought: spoken.thought, decision: spoken.decision ?? null, endsTalk: spoken.ends, tells: spoken.tells ?? null, agrees: spoken.agrees ?? null }, considered: spoken.considered, insights: [], deliberation: spoken.deliberation ?? null }
    }
    case 'chime': {
      const said = chimeIn(scene)
      return { outcome: { ...silent, reply: said?.text ?? null, tells: said?.tells ?? null }, considered: said ? [{ label: 'add a word', weight: 1, chosen: true, note: said.about }] : [{ label: 'say nothing', weight: 1, chosen: true, note: 'it does not concern me after all' }], insights: [], deliberation: null }
    }
    case 'monologue': {
      const { thought, considered } = muse(scene)
      return { outcome: { ...silent, thought }, considered, insights: [], deliberation: null }
    }
    case 'plan':
    case 'deliberate': {
      const deliberation = weigh(view, { question: null, thoughtId, ...weighing })
      return { outcome: { ...silent, ...wishOf(deliberation), thought: thinkAloud(scene, deliberation) }, considered: consideredOf(deliberation), insights: [], deliberation }
    }
    case 'reflect': {
      const insights = reflect(scene)
      return { outcome: { ...silent, thought: insights[0]?.text.slice(0, 120) ?? null }, considered: insights.map(({ text }, i) => ({ label: text, weight: 1 - i * 0.2, chosen: true, note: `${insights[i]?.evidence.length ?? 0} memories` })), insights, deliberation: null }
    }
  }
}
