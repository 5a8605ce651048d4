/** Everything that can be noticed: the one log out of the world. A fact that happened; noun, then verb. */
import type { ActorId, NpcId, SettlementId } from '#core/ids.ts'
import type { Appointment } from './appointments/appointment.ts'
import type { Happening } from './happenings/happening.ts'
import type { Deal } from './trade/deal-record.ts'
import type { GoodId } from './trade/goods.ts'
import type { SkillId } from './skills/skill-id.ts'
import type { WeatherKind } from './weather.ts'

/** What a thought is asked for. */
export type ThoughtKind = 'greet' | 'converse' | 'farewell' | 'chime' | 'monologue' | 'plan' | 'reflect' | 'deliberate'

/** The item of news in something said: the sentence, from whom the speaker has it (null: saw it, or says it as their own), over how many mouths, how sure the speaker is. */
export type News = { text: string; fromId: ActorId | null; hops: number; confidence: number }

/** A fact. `witnessIds` are the people who saw or heard it, the doer included. */
export type WorldEvent =
  | { type: 'conversation-start'; conversationId: number; openerId: ActorId; npcId: NpcId; witnessIds: NpcId[] }
  | { type: 'conversation-end'; conversationId: number; participants: [ActorId, NpcId]; reason: 'farewell' | 'left' | 'silence' | 'refused' | 'called-away'; witnessIds: NpcId[] }
  | { type: 'speech-said'; conversationId: number | null; speakerId: ActorId; toId: ActorId | null; text: string; source: 'player' | 'model' | 'builtin' | 'fallback'; news: News | null; witnessIds: NpcId[] }
  | { type: 'speech-unsaid'; conversationId: number; speakerId: NpcId; text: string; witnessIds: NpcId[] }
  | { type: 'thought-request'; thoughtId: number; npcId: NpcId; kind: ThoughtKind; conversationId: number | null; cause: string }
  | { type: 'thought-had'; npcId: NpcId; text: string; source: 'model' | 'builtin' | 'fallback' }
  | { type: 'skill-start'; npcId: NpcId; skillId: SkillId; activity: string; why: string; witnessIds: NpcId[] }
  | { type: 'skill-end'; npcId: NpcId; skillId: SkillId; activity: string; result: 'done' | 'failed' | 'interrupted'; witnessIds: NpcId[] }
  | { type: 'actor-seen'; npcId: NpcId; otherId: ActorId; witnessIds: NpcId[] }
  | { type: 'weather-change'; weather: WeatherKind; witnessIds: NpcId[] }
  | { type: 'lightning-strike'; x: number; z: number; witnessIds: NpcId[] }
  | { type: 'day-start'; day: number; witnessIds: NpcId[] }
  | { type: 'settlement-populate'; settlementId: SettlementId; npcIds: NpcId[]; witnessIds: NpcId[] }
  | { type: 'happening'; happening: Happening; witnessIds: NpcId[] }
  | { type: 'appointment-end'; appointment: Appointment; witnessIds: NpcId[] }
  | { type: 'goods-pass'; npcId: NpcId; deal: Deal; witnessIds: NpcId[] }
  | { type: 'neighbours-deal'; buyerId: NpcId; sellerId: NpcId; goodId: GoodId; count: number; pennies: number; witnessIds: NpcId[] }
  | { type: 'player-use'; goodId: GoodId; makerIds: NpcId[]; witnessIds: NpcId[] }
  | { type: 'player-drink'; water: 'lake' | 'river'; witnessIds: NpcId[] }
  | { type: 'player-place'; x: number; z: number; witnessIds: NpcId[] }

/** Writes a fact into the log of this tick. */
export function emit(world: { events: WorldEvent[] }, event: WorldEvent): void {
  world.events.push(event)
}
