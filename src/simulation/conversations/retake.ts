/** Taking back what somebody has just said to the player, to be said in other words. */
import { emit } from '../events.ts'
import { findHearers } from '../npc/perceive.ts'
import { nameOfActor } from '../words.ts'
import type { World } from '../world.ts'
import { findConversation } from './end-conversation.ts'
import { requestThought } from './request-thought.ts'

/** Lines taken back that are kept in mind, so that none of them comes again. */
const MOST_UNSAID = 6

/** The last line of the player's talk is unsaid, with what it told and agreed to, and other words are asked for; nothing where nobody has just spoken. */
export function retakeLine(world: World): void {
  const conversation = findConversation(world, world.player.conversationId)
  const turn = conversation?.turns.at(-1)
  const npc = turn && world.npcs.find(({ id }) => id === turn.speakerId)
  if (!conversation || conversation.state !== 'open' || !turn || !npc || npc.conversationId !== conversation.id || world.npcs.some(({ thoughtId, conversationId }) => thoughtId !== null && conversationId === conversation.id)) return
  conversation.turns.pop()
  conversation.unsaid = [...conversation.unsaid, turn.text].slice(-MOST_UNSAID)
  conversation.lastTurnTick = world.tick
  conversation.awaiting = npc.id
  npc.speech = null
  for (const belief of npc.beliefs) if (belief.knownBy.includes('player') && turn.text.includes(String(belief.claim.object)) && belief.claim.object !== '') belief.knownBy = belief.knownBy.filter((id) => id !== 'player')
  world.appointments = world.appointments.filter(({ kind, npcId, withId, state, madeSeconds }) => !((kind === 'meet' || kind === 'vow') && npcId === npc.id && withId === 'player' && state === 'agreed' && madeSeconds === turn.worldSeconds))
  emit(world, { type: 'speech-unsaid', conversationId: conversation.id, speakerId: npc.id, text: turn.text, witnessIds: findHearers(world, npc.body, [npc.id]) })
  const greets = conversation.turns.every(({ speakerId }) => speakerId !== 'player')
  requestThought(world, npc, greets ? 'greet' : 'converse', { conversationId: conversation.id, cause: `I want to say to ${nameOfActor(world, 'player')} in other words what I have just said` })
}
