/** Notices that the player walks up to somebody, and has that person think ahead what it may say; a greeting whose moment passes is never heard of. */
import { createCancelSource, type CancelSource } from '#core/tasks/cancel.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import { STRANGER } from '#minds/private-view.ts'
import { TIERS } from '#minds/tiers.ts'
import { attentionTo } from './attention.ts'
import type { Game, GameRun } from './game.ts'
import { findPeopleNear } from './people.ts'
import type { PersonGlance } from './session.ts'

/** How near somebody is when it is worth thinking ahead, metres; beyond, one may as well be on the way elsewhere. */
const NEAREST_METERS = 2.5
const FARTHEST_METERS = 12
/** How straight one walks up to somebody, radians, and how much nearer one comes between two looks, metres. */
const STRAIGHT = 0.4
const NEARER_METERS = 0.1
/** Looks in a row after which it is taken for walking up to somebody; and seconds until the same person thinks ahead again. */
const LOOKS = 3
const AGAIN_SECONDS = 20

/** Whom one seems to walk up to, from how everybody stood at the last look; null where nobody. */
export function findGoal(before: ReadonlyMap<string, number>, people: readonly PersonGlance[]): PersonGlance | null {
  return (
    people
      .filter(({ id, meters, bearing, indoors }) => !indoors && meters > NEAREST_METERS && meters < FARTHEST_METERS && Math.abs(bearing) < STRAIGHT && (before.get(id) ?? 0) - meters > NEARER_METERS)
      .sort((a, b) => Math.abs(a.bearing) * a.meters - Math.abs(b.bearing) * b.meters)[0] ?? null
  )
}

/** What was seen at the last look, whom one walks up to, and when who thought ahead. */
type Looking = { before: Map<string, number>; goal: { id: string; looks: number; source: CancelSource | null } | null; thought: Map<string, number> }
// people of another run may have the same ids, and its clock begins anew
const lookings = new WeakMap<GameRun, Looking>()

/** Looks at where the player goes; called a few times a second while a model thinks. */
export function watchApproach(game: Game): void {
  const { run } = game
  if (!TIERS[game.hud.getState().model.tier]?.ahead) return
  const looking = lookings.get(run) ?? { before: new Map(), goal: null, thought: new Map() }
  lookings.set(run, looking)
  const people = findPeopleNear(game).filter(({ meters }) => meters < FARTHEST_METERS * 2)
  const found = run.replay || game.paused || game.talk.getState().npcId !== null ? null : findGoal(looking.before, people)
  looking.before = new Map(people.map(({ id, meters }) => [id, meters]))
  if (found?.id !== looking.goal?.id) {
    // standing before somebody is no turning away
    const near = people.find(({ id }) => id === looking.goal?.id)
    if (found === null && near && near.meters < NEAREST_METERS + 2) return
    looking.goal?.source?.cancel()
    looking.goal = found && { id: found.id, looks: 0, source: null }
  }
  const { goal, thought } = looking
  if (!found || !goal || ++goal.looks !== LOOKS) return
  const npc = run.world.npcs.find(({ id }) => id === found.id)
  if (!npc || npc.conversationId !== null || run.seconds - (thought.get(found.id) ?? -Infinity) < AGAIN_SECONDS) return
  const view = buildPrivateView(run.world, run.land, found.id)
  if (!view) return
  thought.set(found.id, run.seconds)
  const source = createCancelSource()
  goal.source = source
  const talk = { id: -1, partnerId: 'player' as const, partnerName: STRANGER, others: [], unsaid: [], turns: [], telling: null, proposal: null }
  game.minds.ask('greeting-expect', { view: { ...view, conversation: talk }, attention: attentionTo(game, found.id) }, { signal: source.signal }).then((isReady) => void (run.tally.ahead += isReady ? 1 : 0), () => undefined)
}
