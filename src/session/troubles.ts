/** Says once when what happens can no longer be kept, and once when it can again. */
import type { MemoryStatus } from '#minds/minds-protocol.ts'
import type { Game } from './game.ts'
import { notify } from './panels.ts'

const KEPT_AGAIN = 'There is room again: everything that waited is kept now.'

type Told = Pick<Game, 'hud'>

/** Takes in how memories are kept. */
export function hearMemory(game: Told, memory: MemoryStatus): void {
  const { memory: known } = game.hud.getState()
  const before = troubleOf(known)
  game.hud.setState({ memory })
  if (memory.wiped && memory.wiped !== known.wiped) notify(game, 'warning', memory.wiped)
  // that another tab keeps the world is said where the right to keep it passes on
  if (game.hud.getState().keeper === 'this-tab') tell(game, before, troubleOf(memory))
}

/** Takes in whether the world could be kept; `problem` says why not. */
export function hearWorldKept(game: Told, problem: string | null): void {
  const { worldProblem: before } = game.hud.getState()
  game.hud.setState({ worldProblem: problem })
  tell(game, before, problem)
}

function troubleOf(memory: MemoryStatus): string | null {
  return memory.durability === 'tab' ? memory.problem : null
}

function tell(game: Told, before: string | null, now: string | null): void {
  if (now === before) return
  const { hud } = game
  const { memory, worldProblem } = hud.getState()
  const troubles = [troubleOf(memory), worldProblem]
  if (before !== null && !troubles.includes(before)) hud.setState({ notices: hud.getState().notices.filter(({ text }) => text !== before) })
  if (now === null) {
    if (troubles.every((trouble) => trouble === null)) notify(game, 'quiet', KEPT_AGAIN)
  } else if (troubles.filter((trouble) => trouble === now).length === 1) {
    // world and memories usually fail for one reason, which is said once
    notify(game, 'warning', now)
  }
}
