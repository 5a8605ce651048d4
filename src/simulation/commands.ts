/** Everything that anyone can ask of the world: the one door in. A command that no longer makes sense is ignored. */
import type { NpcId } from '#core/ids.ts'
import type { Mood } from './npc/npc.ts'
import type { PlayerIntent } from './player/player.ts'
import type { SkillId } from './skills/skill-id.ts'
import type { WeatherKind } from './weather.ts'

/** What came of a thought; every part may be missing. */
export type ThoughtOutcome = {
  /** Words to say aloud in the talk that asked for them. */
  reply: string | null
  /** The inner line. */
  thought: string | null
  /** A skill chosen among those offered, with whom or what it concerns and why. */
  decision: { skillId: SkillId; targetId: string | null; reason: string } | null
  /** Shift of mood, small. */
  mood: Partial<Mood> | null
  /** Shift of warmth and trust towards the partner, small, with the reason. */
  relation: { warmth: number; trust: number; reason: string } | null
  /** Whether the person wishes to end the talk with these words. */
  endsTalk: boolean
  source: 'model' | 'builtin' | 'fallback'
}

/** A request to change the world. */
export type Command =
  | { type: 'player-intend'; intent: PlayerIntent }
  | { type: 'player-place'; x: number; z: number }
  | { type: 'player-look'; yaw: number; pitch: number }
  | { type: 'player-name'; name: string }
  | { type: 'conversation-open'; npcId: NpcId }
  | { type: 'conversation-say'; npcId: NpcId; text: string }
  | { type: 'conversation-close'; npcId: NpcId }
  | { type: 'thought-apply'; thoughtId: number; npcId: NpcId; outcome: ThoughtOutcome }
  | { type: 'time-set'; hour: number }
  | { type: 'weather-set'; weather: WeatherKind }
