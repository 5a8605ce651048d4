/** Who is on the way with something that is not a tool of theirs. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { HURRYING_OFF } from '../skills/withdraw.ts'
import type { Npc } from './npc.ts'

/** Whether somebody carries home what was bought, or makes off with what was not. */
export function isLaden({ skill, trading }: DeepReadonly<Pick<Npc, 'skill' | 'trading'>>): boolean {
  return (skill?.skillId === 'buy' && trading.buying?.step === 'carry') || (skill?.skillId === 'withdraw' && skill.phase === 'walk' && skill.going === HURRYING_OFF)
}
