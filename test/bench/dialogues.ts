/**
 * M1: recall of marked evidence in long dialogues. The data are public and not part of the project: `--dialogues FILE` names a file in the
 * form of the LoCoMo benchmark (Maharana et al., “Evaluating very long-term conversational memory of LLM agents”, ACL 2024, section 3).
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { createRecall } from '#minds/memory/recall.ts'
import type { Figure } from './bench.ts'
import { digits } from './support/measure.ts'

const Turn = z.object({ speaker: z.string(), dia_id: z.string(), text: z.string(), blip_caption: z.string().optional() })
const Dialogues = z.array(
  z.object({
    qa: z.array(z.object({ question: z.string(), evidence: z.array(z.string()).optional(), category: z.number().optional() })),
    conversation: z.record(z.string(), z.unknown()),
  }),
)
/** The kind of question whose evidence lies in several turns, and the one that is about what was never said. */
const MULTI_HOP = 1
const ADVERSARIAL = 5
const [FEW, MANY] = [10, 25]

/** Mean share of the marked turns among the first ten and twenty-five that are recalled; turns are added as said, with who said them and when. */
export function measureDialogues(file: string): Figure {
  const dialogues = Dialogues.parse(JSON.parse(readFileSync(file, 'utf8')))
  const found: Array<{ category: number; few: number; many: number }> = []
  for (const { qa, conversation } of dialogues) {
    const recall = createRecall()
    for (let session = 1; `session_${session}` in conversation; session++) {
      const start = secondsOf(String(conversation[`session_${session}_date_time`]))
      for (const [i, turn] of z.array(Turn).parse(conversation[`session_${session}`]).entries()) {
        const text = turn.blip_caption === undefined ? turn.text : `${turn.text} [image: ${turn.blip_caption}]`
        recall.add({ id: turn.dia_id, text, speaker: turn.speaker, time: start + 30 * i, conversation: session })
      }
    }
    for (const { question, evidence = [], category = 0 } of qa) {
      if (evidence.length === 0) continue
      const ids = recall.recall(question, MANY).map(({ id }) => id)
      const share = (k: number): number => evidence.filter((id) => ids.slice(0, k).includes(id)).length / evidence.length
      found.push({ category, few: share(FEW), many: share(MANY) })
    }
  }
  const answerable = found.filter(({ category }) => category !== ADVERSARIAL)
  const hops = answerable.filter(({ category }) => category === MULTI_HOP)
  const mean = (list: typeof found, key: 'few' | 'many'): number => (100 * list.reduce((sum, each) => sum + each[key], 0)) / list.length
  const [few, many, hop] = [mean(answerable, 'few'), mean(answerable, 'many'), mean(hops, 'few')]
  return {
    id: 'M1',
    what: `recall of marked evidence in long dialogues, at ${FEW}; at ${MANY}; multi-hop at ${FEW}`,
    figure: `${digits(few, 1)}; ${digits(many, 1)}; ${digits(hop, 1)} %`,
    bar: '>= 72; >= 82; >= 50 %',
    ok: few >= 72 && many >= 82 && hop >= 50,
    note: `${dialogues.length} dialogues, ${answerable.length} questions; with the ${found.length - answerable.length} on what was never said ${digits(mean(found, 'few'), 1)} and ${digits(mean(found, 'many'), 1)} %`,
  }
}

/** Unix seconds of a moment written like “1:56 pm on 8 May, 2023”; 0 for anything else. */
function secondsOf(moment: string): number {
  const [, hour, minute, half, day, month, year] = /(\d+):(\d+) ([ap])m on (\d+) (\w+),? (\d+)/.exec(moment) ?? []
  const midnight = Date.parse(`${day} ${month} ${year} UTC`)
  return Number.isNaN(midnight) ? 0 : midnight / 1_000 + ((Number(hour) % 12) + (half === 'p' ? 12 : 0)) * 3_600 + Number(minute) * 60
}
