/** Plain BM25 over single turns, as a yardstick: no neighbours, no names, no shape of the question. */
import { termsOf } from '#minds/memory/tokens.ts'

/** Ranks texts for a question; `recency` adds it with equal weight after normalising, the published sum that is a trap. */
export function rankPlain(texts: readonly string[], question: string, recency = false): number[] {
  const documents = texts.map((text) => termsOf(text))
  const mean = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length
  const scores = documents.map((terms) => {
    let score = 0
    for (const term of new Set(termsOf(question))) {
      const tf = terms.filter((other) => other === term).length
      if (tf === 0) continue
      const df = documents.filter((other) => other.includes(term)).length
      score += Math.log(1 + (documents.length - df + 0.5) / (df + 0.5)) * ((2.2 * tf) / (tf + 1.2 * (0.25 + (0.75 * terms.length) / mean)))
    }
    return score
  })
  const top = Math.max(...scores, 1e-9)
  const total = scores.map((score, i) => (recency ? score / top + i / scores.length : score))
  return total.map((_, i) => i).sort((a, b) => (total[b] ?? 0) - (total[a] ?? 0))
}

/** Share of the evidence found among the first `k`. */
export function shareFound(ranked: readonly string[], evidence: readonly string[], k: number): number {
  return evidence.filter((id) => ranked.slice(0, k).includes(id)).length / evidence.length
}
