/** The talk between the player and one person as the interface shows it: opening, saying, streaming words, ending. Read with the tick. */
import type { NpcId } from '#core/ids.ts'
import type { ThoughtResult } from '#minds/minds-protocol.ts'
import type { WorldEvent } from '#simulation/events.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import type { GoodId } from '#simulation/trade/goods.ts'
import type { Game, GameRun } from './game.ts'
import type { TalkState } from './hud-state.ts'
import { notify } from './panels.ts'
import { nameOf, roleOf } from './people.ts'
import { watchGraves } from './read-graves.ts'
import { tellOfUse, tradeLines, consumeCarried, watchSatchel } from './satchel.ts'
import { NO_TALK } from './talk-store.ts'
import { findUnsaid, keepUnsaid } from './unsaid.ts'

type ThoughtRequestEvent = Extract<WorldEvent, { type: 'thought-request' }>
type TalkEnd = Extract<WorldEvent, { type: 'conversation-end' }>['reason']

/** The most characters one can say at once. */
const LONGEST_SPEECH = 600

/** Walks up to a person in words: asks the world to open a talk, ending the one before. */
export function openTalk(game: Game, npcId: NpcId): void {
  if (game.run.replay) {
    notify(game, 'quiet', 'This is a recording: nobody in it can hear you. It ends by itself.')
    return
  }
  const { npcId: current, ended } = game.talk.getState()
  if (current === npcId && ended === null) return
  if (current && ended === null) game.run.commands.push({ type: 'conversation-close', npcId: current })
  const npc = findNpc(game.run, npcId)
  if (!npc) return
  if (npc.frozen) {
    notify(game, 'quiet', `${npc.given} stands still and hears nothing. Release them in their open mind first.`)
    return
  }
  game.talk.setState({ ...NO_TALK, npcId, name: nameOf(npc), role: roleOf(npc), waiting: true, unsaid: findUnsaid(game, npcId) })
  // chips and fields are pressed with the mouse, so the talk gives it back
  game.input?.releaseLock()
  game.run.commands.push({ type: 'conversation-open', npcId })
  game.lendTick()
}

/** Says something to the person one talks with. */
export function sayInTalk(game: Game, text: string): void {
  const words = text.trim().slice(0, LONGEST_SPEECH)
  const { npcId, ended } = game.talk.getState()
  if (!npcId || words === '') return
  if (ended !== null) openTalk(game, npcId)
  // whoever has talked knows what the card for newcomers says
  if (!game.settings.getState().startSeen) game.settings.setState({ startSeen: true })
  game.talk.setState({ waiting: true, partial: null })
  game.run.commands.push({ type: 'conversation-say', npcId, text: words })
  game.lendTick()
}

/** Keeps what is typed to the person one talks with, until it is said. */
export function typeInTalk(game: Game, words: string): void {
  const { npcId } = game.talk.getState()
  if (npcId) keepUnsaid(game, npcId, words.slice(0, LONGEST_SPEECH))
}

/** Asks for the last line in other words; nothing where none was just said. */
export function askAgain(game: Game): void {
  const { ended, waiting, turns } = game.talk.getState()
  if (ended !== null || waiting || (turns.at(-1)?.speakerId ?? 'player') === 'player' || game.run.replay) return
  game.run.commands.push({ type: 'conversation-retake' })
  game.lendTick()
}

/** Eats, drinks, sleeps on, or puts down what is carried. */
export function handleCarried(game: Game, goodId: GoodId, what: { use: true } | { parcelFor: NpcId | null }): void {
  if (game.run.replay) return
  if ('use' in what) consumeCarried(game, goodId)
  else game.run.commands.push({ type: 'player-put-down', goodId, parcelFor: what.parcelFor })
}

/** Leaves the talk; the person may still say a parting word. */
export function closeTalk(game: Game): void {
  const { npcId, ended } = game.talk.getState()
  if (!npcId) return
  if (ended === null) game.run.commands.push({ type: 'conversation-close', npcId })
  game.talk.setState(NO_TALK)
  game.lendTick()
}

/** Brings what happened during a tick into the talk on the screen. */
export function followTalk(game: Game, events: readonly WorldEvent[]): void {
  tellOfUse(game, events)
  const { npcId } = game.talk.getState()
  if (!npcId) return
  for (const event of events) {
    if (event.type === 'speech-said' && isOfTalk(game, npcId, event)) {
      const talk = game.talk.getState()
      const turn = { speakerId: event.speakerId, text: event.text, source: event.source, worldSeconds: game.run.world.worldSeconds }
      const fromPerson = event.speakerId !== 'player'
      const named = findNpc(game.run, fromPerson ? event.speakerId : (event.toId ?? ''))
      game.talk.setState({
        turns: [...talk.turns, turn], partial: null, waiting: !fromPerson, names: named ? { ...talk.names, [named.id]: named.given } : talk.names, speaker: fromPerson || event.toId === npcId ? null : (named?.given ?? null),
        others: othersIn(game),
      })
      game.talk.setState({ suggestions: fromPerson ? suggest(game, npcId) : [] })
    } else if (event.type === 'conversation-start' && event.openerId === 'player' && event.npcId === npcId) {
      // a greeting that was called out just before is the first turn
      const turns = game.run.world.conversations.find(({ id }) => id === event.conversationId)?.turns.filter(({ speakerId }) => speakerId === npcId) ?? []
      if (turns.length > 0) {
        game.talk.setState({ turns, waiting: false })
        game.talk.setState({ suggestions: suggest(game, npcId) })
      }
    } else if (event.type === 'speech-unsaid' && event.conversationId === game.run.world.player.conversationId) {
      const { turns, names } = game.talk.getState()
      game.talk.setState({ turns: turns.slice(0, turns.findLastIndex(({ speakerId, text }) => speakerId === event.speakerId && text === event.text)), waiting: true, partial: null, speaker: event.speakerId === npcId ? null : (names[event.speakerId] ?? null), suggestions: [] })
    } else if (event.type === 'conversation-end' && event.participants.includes('player') && event.participants.includes(npcId)) {
      game.talk.setState({ ended: END_WORDS[event.reason], waiting: false, partial: null })
    }
  }
}

/** Whether something was said in the talk on the screen, by whoever is in it. */
function isOfTalk({ run }: Game, npcId: NpcId, { speakerId, toId, conversationId }: Extract<WorldEvent, { type: 'speech-said' }>): boolean {
  if (conversationId !== null && conversationId === run.world.player.conversationId) return true
  // parting words come with the end of the talk
  return (speakerId === npcId && toId === 'player') || (speakerId === 'player' && toId === npcId)
}

/** Those who stand in the player's talk now. */
function othersIn({ run }: Game): TalkState['others'] {
  const talk = run.world.conversations.find(({ id }) => id === run.world.player.conversationId)
  return (talk?.circle ?? []).flatMap(({ id }) => {
    const npc = findNpc(run, id)
    return npc ? [{ id, name: npc.given }] : []
  })
}

/** Brings up to date what is carried and who stands in the talk; called a few times a second. */
export function watchCircle(game: Game): void {
  watchSatchel(game)
  watchGraves(game)
  const { npcId, others } = game.talk.getState()
  if (npcId === null) return
  const now = othersIn(game)
  if (now.length !== others.length || now.some(({ id }, i) => id !== others[i]?.id)) game.talk.setState({ others: now })
}

/** Shows words while they stream in. */
export function hearProgress(game: Game, run: GameRun, event: ThoughtRequestEvent, progress: { type: 'speech' | 'thinking'; text: string }): void {
  const { npcId, partial } = game.talk.getState()
  const beside = run.world.player.conversationId === event.conversationId ? findNpc(run, event.npcId) : null
  if (run.ended || (npcId !== event.npcId && !beside) || event.conversationId === null || progress.type !== 'speech') return
  game.talk.setState({ partial: (partial ?? '') + progress.text, speaker: npcId === event.npcId ? null : (beside?.given ?? null) })
}

/** Keeps what is behind a reply for whoever asks why. */
export function hearResult(game: Game, event: ThoughtRequestEvent, result: ThoughtResult): void {
  if (game.talk.getState().npcId !== event.npcId) return
  const inTalk = event.kind === 'greet' || event.kind === 'converse' || event.kind === 'farewell'
  game.talk.setState({ thought: result.outcome.thought ?? game.talk.getState().thought, ...(inTalk ? { lastResult: result, partial: null } : {}) })
}

const END_WORDS: { readonly [Reason in TalkEnd]: string } = {
  farewell: 'You parted.',
  left: 'You walked away.',
  silence: 'The talk died down.',
  refused: 'They do not want to talk now.',
  'called-away': 'They were called away.',
}

/** A few things to say next, from where the talk stands; none that was already said. */
function suggest(game: Game, npcId: NpcId): string[] {
  const { run } = game
  const npc = findNpc(run, npcId)
  if (!npc) return []
  const said = new Set(game.talk.getState().turns.filter((turn) => turn.speakerId === 'player').map((turn) => turn.text))
  const friend = npc.relations.toSorted((a, b) => b.warmth - a.warmth).map((relation) => findNpc(run, relation.otherId)).find((other) => other !== null)
  const candidates = [
    'What is your name?',
    'What are you doing?',
    ...(friend ? [`Tell me about ${friend.given}.`] : []),
    'Any news?',
    'How are you today?',
    'Tell me about this place.',
    'Do you remember me?',
    'Where can I find some food?',
    'What do you think of your neighbours?',
  ].filter((text) => !said.has(text))
  const offset = game.talk.getState().turns.length % 2
  const trade = tradeLines(run, npc, game.talk.getState().turns.length).filter((text) => !said.has(text) || text.length < 20)
  const beside = game.talk.getState().others.slice(0, 1).map(({ name }) => `And you, ${name}?`)
  return [...trade, ...beside, ...candidates.slice(offset)].slice(0, 3).concat('Goodbye.')
}

function findNpc(run: GameRun, id: string): Npc | null {
  return run.world.npcs.find((npc) => npc.id === id) ?? null
}
