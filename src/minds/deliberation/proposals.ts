/** A model as one that proposes: what it is asked, and what of its answer is a plan in the small world. It picks from a menu; whatever else it writes is nothing. */
import { dayOf } from '#simulation/clock.ts'
import type { Message } from '../language-model.ts'
import type { RecalledMemory } from '../memory/memory.ts'
import type { PrivateView } from '../private-view.ts'
import { fence, fenceMark, neutralise } from '../prompts/fence.ts'
import { memoryLines, momentSection, personSection, THOUGHT_RULES, worldSection } from '../prompts/sections.ts'
import { ACTS } from './acts.ts'
import { readStep } from './read-steps.ts'
import type { Step } from './roll-out.ts'
import type { SmallWorld } from './small-world.ts'

/** Plans asked for in one call: more lines than this repeat themselves. */
export const PLANS_A_CALL = 6
const LONGEST_PLAN = 3
const LONGEST_BECAUSE = 90
const ANGLES = ['what you need', 'what others need', 'what could go wrong', 'what you have never tried', 'what somebody you respect would do', 'what would hurt or please somebody', 'what can wait', 'what you owe']

/** The messages of one call; `call` numbers calls that run side by side, so that each looks from another angle. */
export function buildProposalPrompt({ view, world, question, recalled, call }: { view: PrivateView; world: SmallWorld; question: string | null; recalled: readonly RecalledMemory[]; call: number }): Message[] {
  const mark = fenceMark(view.npcId, -dayOf(view.worldSeconds))
  const menu = ACTS.map(({ label }, n) => `${n + 1}. ${label.replace('{person}', '<name>').replace('{matter}', world.matter.words)}`).join('\n')
  const names = world.others.map(({ name }) => neutralise(name, 40)).join(', ')
  const memories = memoryLines(recalled, view.worldSeconds)
  const parts = [
    momentSection(view),
    ...(memories.length > 0 ? [`You remember:\n${fence(mark, memories)}`] : []),
    ...(question === null ? [`You wonder what to do about ${neutralise(world.matter.words, 80)}.`] : [`You were asked:\n${fence(mark, [neutralise(question)])}`]),
    `What can be done:\n${menu}`,
    `People you could do it with: ${names || 'nobody'}.`,
    `Write ${PLANS_A_CALL} different plans, looking first at ${ANGLES[call % ANGLES.length]}. One plan a line: the number of what you do first with its name, then perhaps "then" and another number with its name, then "because" and at most twelve words. Write nothing else.`,
  ]
  return [{ role: 'system', content: [THOUGHT_RULES, worldSection(view), personSection(view)].join('\n\n') }, { role: 'user', content: parts.join('\n\n') }]
}

/** The plans of an answer; lines that name nothing on the menu, or nobody known, are left out. */
export function readProposals(text: string, world: SmallWorld): Array<{ steps: Step[]; because: string }> {
  return text.split(/\r?\n|(?<=[.!])\s+(?=\d{1,2}[.)] )/).flatMap((line) => {
    const [plan = '', because = ''] = line.split(/\bbecause\b[:,]?|[—–]|\s-\s/i, 2)
    const steps = plan.split(/\b(?:and )?then\b|;|→|->/i).slice(0, LONGEST_PLAN).map((part) => readMenuStep(part, world)).filter((step) => step !== null)
    return steps.length === 0 ? [] : [{ steps, because: because.replace(/[\s.]+$/, '').trim().slice(0, LONGEST_BECAUSE) || 'it came to me' }]
  })
}

function readMenuStep(words: string, world: SmallWorld): Step | null {
  // "2. 11 Anna": the last number before the words is the menu's
  const numbers = [...words.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const act = numbers.at(-1) !== undefined ? numbers.at(-1)! - 1 : -1
  const chosen = ACTS[act]
  if (!chosen) return readStep(words, world)
  if (!chosen.concerns) return { act, other: -1 }
  const other = readStep(`help ${words.replace(/\d+/g, ' ')}`, world)?.other ?? -1
  return other < 0 ? null : { act, other }
}
