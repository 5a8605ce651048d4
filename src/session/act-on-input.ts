/** What the player's hands want, brought to the eye, the body and the interface. */
import type { PlayerIntent } from '#simulation/player/player.ts'
import { turnLook } from './camera.ts'
import type { Game } from './game.ts'
import { drink } from './drink.ts'
import { findTalkable } from './people.ts'
import { notify, openPanel } from './panels.ts'
import { talkTo } from './ticks.ts'

const IDLE = { forward: 0, right: 0, run: false, jump: false, dive: false }

/** Reads the input of this frame and acts on it. */
export function actOnInput(game: Game, seconds: number): void {
  const read = game.input.read(seconds)
  turnLook(game, read.lookYaw, read.lookPitch)
  const talking = game.talk.getState().npcId !== null
  for (const action of read.actions) act(game, action, talking)
  const intent: PlayerIntent = {
    ...(game.paused ? IDLE : { forward: read.forward, right: read.right, run: read.run, jump: read.jump, dive: read.dive }),
    yaw: game.look.yaw,
    pitch: game.look.pitch,
  }
  intend(game, intent)
}

/** One wish waits for the next tick, the newest; a short press of jump in a frame without a tick is not lost. */
function intend(game: Game, intent: PlayerIntent): void {
  const { commands } = game.run
  const waiting = commands.findIndex((command) => command.type === 'player-intend')
  const before = commands[waiting]
  if (before?.type !== 'player-intend') commands.push({ type: 'player-intend', intent })
  else commands[waiting] = { type: 'player-intend', intent: { ...intent, jump: intent.jump || before.intent.jump } }
}

function act(game: Game, action: string, talking: boolean): void {
  const { panel } = game.hud.getState()
  switch (action) {
    case 'talk': {
      const person = talking ? null : findTalkable(game)
      if (person) talkTo(game, person.id)
      else if (!talking) drink(game)
      return
    }
    case 'camera':
      game.settings.setState({ camera: game.settings.getState().camera === 'first' ? 'third' : 'first' })
      return
    case 'mute':
      game.settings.setState({ muted: !game.settings.getState().muted })
      notify(game, 'quiet', game.settings.getState().muted ? 'Sound is off. N brings it back.' : 'Sound is on.')
      return
    case 'existence':
      game.settings.setState({ showMap: !game.settings.getState().showMap })
      return
    case 'pause':
    case 'menu':
      // one key steps back out of whatever is open, and pauses when nothing is
      if (panel) openPanel(game, null)
      else if (talking) game.talking?.closeTalk(game)
      else game.setPaused(!game.paused)
      return
    case 'settings':
    case 'map':
    case 'satchel':
    case 'seed':
    case 'help':
    case 'people':
      openPanel(game, panel === action ? null : action)
  }
}
