/** How fast people walk. */
import type { Npc } from './npc.ts'

/** Walking speed in metres a second: about 1.3, the old and the small slower. */
export function walkSpeedOf(npc: Npc): number {
  const age = npc.age < 14 ? 0.85 + npc.age * 0.02 : npc.age > 60 ? 1 - (npc.age - 60) * 0.012 : 1
  return 1.3 * age * (0.92 + 0.12 * npc.temperament.extraversion + 0.1 * npc.appearance.height / 1.7)
}
