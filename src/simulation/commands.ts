/** Everything that anyone can ask of the world: the one door in. A command that no longer makes sense is ignored. */
import { assertNever } from '#core/assert.ts'
import type { NpcId } from '#core/ids.ts'
import { clamp } from '#core/scalar.ts'
import { dayOf, nextTimeAt } from './clock.ts'
import { applyThought, applyWhisper } from './conversations/apply-thought.ts'
import { closeWithPlayer } from './conversations/close-conversation.ts'
import { endAllConversations } from './conversations/end-conversation.ts'
import { retakeLine } from './conversations/retake.ts'
import { openWithPlayer } from './conversations/open-conversation.ts'
import { sayAsPlayer } from './conversations/say.ts'
import type { Agreement } from './appointments/agree.ts'
import type { WorldEnv } from './env.ts'
import { emit } from './events.ts'
import { endScenes } from './happenings/stage.ts'
import { updateHappenings } from './happenings/update-happenings.ts'
import { populateAround } from './npc/populate.ts'
import { MOST_LIVELINESS } from './npc/liveliness.ts'
import type { LensId } from './npc/lenses.ts'
import { putMind, type MindParts } from './npc/mind-parts.ts'
import { setFrozen } from './npc/set-frozen.ts'
import { resettle } from './npc/settle-in.ts'
import { buildingsNear, pushOutOfWalls } from './physics/collide.ts'
import { keepPose } from './physics/create-body.ts'
import { standAt } from './physics/move-body.ts'
import { pushOutOfTrunks } from './physics/trunks.ts'
import { changeWeather, WEATHERS, type WeatherKind } from './weather.ts'
import type { World } from './world.ts'
import type { Mood } from './npc/npc.ts'
import { drinkAsPlayer } from './player/drink.ts'
import { putDown, consumeGood } from './player/consume-good.ts'
import type { GoodId } from './trade/goods.ts'
import { tradeOver } from './trade/neighbours.ts'
import type { PlayerIntent } from './player/player.ts'
import type { SkillId } from './skills/skill-id.ts'

/** When whoever slept at an inn is woken. */
const WAKE_HOUR = 7

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
  /** Which lens a deliberated choice came from, and by how much it is expected to make content. */
  foresight: { lens: LensId; expected: number } | null
  /** Whether the person wishes to end the talk with these words. */
  endsTalk: boolean
  /** The belief told with the reply, by its number; null when none is. */
  tells: number | null
  /** A meeting agreed to with these words; null when none is. */
  agrees: Agreement | null
  source: 'model' | 'builtin' | 'fallback'
}

/** A request to change the world. */
export type Command =
  | { type: 'player-intend'; intent: PlayerIntent }
  | { type: 'player-place'; x: number; z: number }
  | { type: 'player-look'; yaw: number; pitch: number }
  | { type: 'player-drink' }
  | { type: 'player-use'; goodId: GoodId }
  | { type: 'player-put-down'; goodId: GoodId; parcelFor: string | null }
  | { type: 'conversation-open'; npcId: NpcId }
  | { type: 'conversation-say'; npcId: NpcId; text: string }
  | { type: 'conversation-close'; npcId: NpcId }
  | { type: 'conversation-retake' }
  | { type: 'person-freeze'; npcId: NpcId; frozen: boolean }
  | { type: 'mind-put'; npcId: NpcId; mind: MindParts }
  | { type: 'thought-apply'; thoughtId: number; npcId: NpcId; outcome: ThoughtOutcome }
  | { type: 'thought-whisper'; npcId: NpcId; text: string; decision: ThoughtOutcome['decision'] }
  | { type: 'time-set'; hour: number }
  | { type: 'weather-set'; weather: WeatherKind }
  | { type: 'wounds-set'; enabled: boolean }
  | { type: 'liveliness-set'; level: number }

/** Lets a command change the world; one that makes no sense now changes nothing. */
export function applyCommand(world: World, env: WorldEnv, command: Command): void {
  switch (command.type) {
    case 'player-intend':
      Object.assign(world.player.intent, boundedIntent(command.intent, world.player.intent))
      return
    case 'player-place':
      placePlayer(world, env, command.x, command.z)
      return
    case 'player-look':
      if (!Number.isFinite(command.yaw) || !Number.isFinite(command.pitch)) return
      world.player.intent.yaw = command.yaw
      world.player.intent.pitch = command.pitch
      return
    case 'player-drink':
      drinkAsPlayer(world, env)
      return
    case 'player-use':
      if (consumeGood(world, env, command.goodId) === 'slept') setTime(world, env, WAKE_HOUR)
      return
    case 'player-put-down':
      putDown(world, command.goodId, command.parcelFor)
      return
    case 'conversation-open':
      openWithPlayer(world, command.npcId)
      return
    case 'conversation-say':
      sayAsPlayer(world, command.npcId, command.text)
      return
    case 'conversation-close':
      closeWithPlayer(world, command.npcId)
      return
    case 'conversation-retake':
      retakeLine(world)
      return
    case 'person-freeze':
    case 'mind-put':
      changePerson(world, command)
      return
    case 'thought-apply':
      applyThought(world, env, command)
      return
    case 'thought-whisper':
      applyWhisper(world, command)
      return
    case 'time-set':
      if (Number.isFinite(command.hour)) setTime(world, env, command.hour)
      return
    case 'weather-set':
      if (WEATHERS.includes(command.weather)) changeWeather(world, command.weather)
      return
    case 'wounds-set':
      world.wounds = command.enabled === true
      return
    case 'liveliness-set':
      if (Number.isInteger(command.level)) world.liveliness = clamp(command.level, 0, MOST_LIVELINESS)
      return
    default:
      assertNever(command, 'commands')
  }
}

function changePerson(world: World, command: Extract<Command, { type: 'person-freeze' | 'mind-put' }>): void {
  const npc = world.npcs.find(({ id }) => id === command.npcId)
  if (!npc) return
  if (command.type === 'person-freeze') setFrozen(world, npc, command.frozen === true)
  else putMind(world, npc, command.mind)
}

function boundedIntent(intent: PlayerIntent, before: PlayerIntent): PlayerIntent {
  const number = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise)
  return { ...intent, forward: clamp(number(intent.forward, 0), -1, 1), right: clamp(number(intent.right, 0), -1, 1), yaw: number(intent.yaw, before.yaw), pitch: number(intent.pitch, before.pitch) }
}

function placePlayer(world: World, env: WorldEnv, x: number, z: number): void {
  if (!Number.isFinite(x) || !Number.isFinite(z)) return
  const { body } = world.player
  standAt(body, env.ground, x, z)
  pushOutOfTrunks(body, env.ground)
  pushOutOfWalls(body, buildingsNear(env.land, body.x, body.z))
  standAt(body, env.ground, body.x, body.z)
  keepPose(body)
  emit(world, { type: 'player-place', x: body.x, z: body.z, witnessIds: [] })
  populateAround(world, env)
}

/** The clock jumps ahead; everybody is found where the new hour would find them. */
function setTime(world: World, env: WorldEnv, hour: number): void {
  const before = world.worldSeconds
  world.worldSeconds = nextTimeAt(before, hour)
  if (world.worldSeconds === before) return
  endAllConversations(world, 'called-away')
  endScenes(world, env)
  updateHappenings(world, env)
  if (dayOf(before) !== dayOf(world.worldSeconds)) emit(world, { type: 'day-start', day: dayOf(world.worldSeconds), witnessIds: [] })
  for (const npc of world.npcs) if (!npc.frozen) resettle(world, env, npc, (world.worldSeconds - before) / 3600)
  tradeOver(world, before)
}
