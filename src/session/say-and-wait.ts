/** Says something to a person and waits for what comes of it; for scripts, which have no eyes for a talk panel. */
import type { NpcId } from '#core/ids.ts'
import type { Turn } from '#simulation/conversations/conversation.ts'
import type { SayReport } from './console-types.ts'
import type { Game } from './game.ts'
import { nowMs } from '#platform/clock.ts'
import { untilReady } from './readiness.ts'
import { openTalk, sayInTalk } from './talk.ts'

/** How near one stands to speak, and how long one waits for words, metres and milliseconds. */
const SPEAKING_METERS = 2
const NEAR_METERS = 4
const LONGEST_WAIT_MS = 60_000
const LEFT = 'The world was left before an answer came; say it again in this one.'

/** Goes up to the person if need be, opens a talk if none is open, speaks; resolves with the reply, rejects with a sentence when there is none. Waits for a world that is only beginning; what was meant for somebody of `seed` is refused in any other. */
export async function sayAndWait(game: Game, { npcId, seed }: { npcId: NpcId; seed: string }, text: string): Promise<SayReport> {
  if (text.trim() === '') throw new Error('There is nothing to say in an empty text.')
  await untilReady(game)
  if (game.run.seed !== seed) throw new Error(LEFT)
  if (game.paused) throw new Error('The world is paused; resume it before you speak.')
  const talk = game.talk.getState()
  if (talk.npcId !== npcId || talk.ended !== null) {
    // somebody on the move, or in a doorway, may be a step too far at the first try
    for (const meters of [SPEAKING_METERS, SPEAKING_METERS / 2, SPEAKING_METERS / 4]) {
      approach(game, npcId, meters)
      openTalk(game, npcId)
      await until(game, () => !game.talk.getState().waiting)
      if (game.talk.getState().ended === null) break
    }
    const { ended, name } = game.talk.getState()
    if (ended !== null) throw new Error(`${name} did not talk: ${ended}`)
  }
  const answers = (): Turn[] => game.talk.getState().turns.filter((turn) => turn.speakerId !== 'player')
  const before = answers().length
  const startMs = nowMs()
  sayInTalk(game, text)
  await until(game, () => game.talk.getState().ended !== null || answers().length > before)
  const { lastResult, ended, name } = game.talk.getState()
  // whoever was called by name answers
  const reply = answers().at(-1)
  if (!reply || answers().length <= before) throw new Error(`${name} did not answer: ${ended ?? 'the talk is over'}`)
  return {
    reply: reply.text,
    thought: lastResult?.outcome.thought ?? null,
    did: lastResult?.outcome.decision?.reason ?? null,
    recalled: lastResult?.recalled.map((memory) => memory.text) ?? [],
    source: reply.source === 'player' ? 'builtin' : reply.source,
    ms: nowMs() - startMs,
  }
}

function approach(game: Game, npcId: NpcId, meters: number): void {
  const { run } = game
  const npc = run.world.npcs.find((person) => person.id === npcId)
  if (!npc) return
  const { body } = run.world.player
  if (Math.hypot(npc.body.x - body.x, npc.body.z - body.z) <= Math.min(NEAR_METERS, meters * 2)) return
  // in front of the person, looking at it
  const x = npc.body.x - Math.sin(npc.body.yaw) * meters
  const z = npc.body.z - Math.cos(npc.body.yaw) * meters
  run.commands.push({ type: 'player-place', x, z })
  game.look.yaw = npc.body.yaw + Math.PI
  game.look.pitch = 0
  game.lendTick()
}

/** Resolves once something is so; rejects when the world that it was waited for in gives way to another, or after the longest wait. */
function until(game: Game, isDone: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const { run } = game
    const settle = (error: string | null): void => {
      clearTimeout(limit)
      for (const stop of stops) stop()
      if (error === null) resolve()
      else reject(new Error(error))
    }
    const check = (): void => {
      if (game.run !== run) settle(LEFT)
      else if (isDone()) settle(null)
    }
    const limit = setTimeout(() => settle('No answer came within a minute.'), LONGEST_WAIT_MS)
    // a world that ends drops its talk at once, and only the next one tells that nothing more will come
    const stops = [game.talk.subscribe(check), game.runs.subscribe(check)]
    check()
  })
}
