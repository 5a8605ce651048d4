/** What a reload comes back to: the talk and the sheet that were open, kept by the tab. */
import * as z from 'zod/mini'
import type { ActorId } from '#core/ids.ts'
import { listenToVisibility } from '#platform/clock.ts'
import { keep, readKept } from '#platform/storage/kept-values.ts'
import type { Game } from './game.ts'
import { openPanel } from './panels.ts'

const KEY = 'resume'
/** World seconds between leaving and coming back after which it is no reload any more: half a minute of play. */
const LONGEST_AWAY_SECONDS = 900
/** Metres within which somebody is still spoken with. */
const TALK_METERS = 8
const MOST_TURNS = 60

const turnSchema = z.object({ speakerId: z.custom<ActorId>((value) => typeof value === 'string'), text: z.string(), source: z.enum(['player', 'model', 'builtin', 'fallback']), worldSeconds: z.number() })
const placeSchema = z.object({
  seed: z.string(),
  worldSeconds: z.number(),
  panel: z.nullable(z.enum(['settings', 'seed', 'person', 'help', 'people', 'map', 'ladder', 'satchel'])),
  inspectedId: z.nullable(z.string()),
  talk: z.nullable(z.object({ npcId: z.string(), turns: z.array(turnSchema), names: z.record(z.string(), z.string()) })),
})

/** Takes up the talk and the sheet that were open when the page was left a moment ago, and keeps what is open whenever it is left; returns a function that stops that. */
export function resume(game: Game): () => void {
  takeUp(game)
  return listenToVisibility((event) => {
    if (event !== 'shown') keepOpen(game)
  })
}

function keepOpen({ run, hud, talk, fresh }: Game): void {
  const { panel, inspectedId } = hud.getState()
  const { npcId, ended, turns, names } = talk.getState()
  const isTalking = npcId !== null && ended === null && run.replay === null
  const place: z.infer<typeof placeSchema> | null = fresh || (panel === null && !isTalking)
    ? null
    : { seed: run.seed, worldSeconds: run.world.worldSeconds, panel, inspectedId, talk: isTalking ? { npcId, turns: turns.slice(-MOST_TURNS), names } : null }
  keep('tab', KEY, place)
}

function takeUp(game: Game): void {
  const parsed = z.safeParse(placeSchema, readKept('tab', KEY))
  keep('tab', KEY, null)
  const { run } = game
  if (!parsed.success || parsed.data.seed !== run.seed || Math.abs(parsed.data.worldSeconds - run.world.worldSeconds) > LONGEST_AWAY_SECONDS) return
  const { panel, inspectedId, talk } = parsed.data
  const find = (id: string | null) => run.world.npcs.find((npc) => npc.id === id)
  if (panel !== 'person' || find(inspectedId)) openPanel(game, panel, find(inspectedId)?.id ?? null)
  const partner = find(talk?.npcId ?? null)
  const { x, z: playerZ } = run.world.player.body
  if (!talk || !partner || Math.hypot(partner.body.x - x, partner.body.z - playerZ) > TALK_METERS) return
  game.talking?.openTalk(game, partner.id)
  game.talk.setState({ turns: talk.turns, names: talk.names })
}
