/** The bubbles over heads as plain elements, moved every frame; few, nearest first, hidden behind hills and walls. */
import { lerp } from '#core/scalar.ts'
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { NpcId } from '#core/ids.ts'
import type { ThoughtResult } from '#minds/minds-protocol.ts'
import type { Session } from '#session/session.ts'
import { hourOf } from '#simulation/clock.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { tradeOf } from '#simulation/npc/trades.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { placeBubbles, project, type Cover, type OnScreen, type Placed } from './bubble-layout.ts'
import { isSeen } from './line-of-sight.ts'

/** Metres within which names, thoughts and speech can be read; bubbles at once; seconds between looks for what hides a head. */
const NAME_METERS = 14
const THOUGHT_METERS = 24
const SPEECH_METERS = 34
const MOST_BUBBLES = 6
const SIGHT_SECONDS = 0.25

type Kind = 'name' | 'thought' | 'speech'
type Bubble = { root: HTMLElement; name: Text; role: HTMLElement; words: Text; branches: HTMLElement; npcId: NpcId | null; kind: Kind | null; text: string; label: string; width: number; height: number; slide: number; shown: boolean; stale: boolean }
type Wish = Placed & { npcId: NpcId; kind: Kind; text: string; given: string; role: string; rank: number; element: Bubble | null }

/** See the head of this file. */
export type Bubbles = { update(): void; dispose(): void }

/** Bubbles of a session inside `layer`, clear of what `covers` the screen. */
export function createBubbles(session: Session, layer: HTMLElement, covers: () => readonly Cover[]): Bubbles {
  const pool = Array.from({ length: MOST_BUBBLES + 2 }, () => createBubble(layer))
  const wishes: Wish[] = []
  const sight = new Map<NpcId, boolean>()
  const onScreen: OnScreen = { x: 0, y: 0, depth: 0 }
  const head = { x: 0, y: 0, z: 0 }
  let settlements: readonly SettlementPlan[] = []
  let lookedAt = -Infinity
  let count = 0

  /** What is read over a head, if anything. */
  function wish(npc: DeepReadonly<Npc>, meters: number, now: { tick: number; thoughts: boolean; listening: NpcId | null }): { kind: Kind; text: string } | null {
    const { speech, thought } = npc
    if (speech && now.tick >= speech.fromTick && now.tick < speech.untilTick && meters < SPEECH_METERS) return { kind: 'speech', text: speech.text }
    if (now.thoughts && thought && now.tick >= thought.fromTick && now.tick < thought.untilTick && meters < THOUGHT_METERS) return { kind: 'thought', text: thought.text }
    return meters < NAME_METERS && now.listening !== npc.id ? { kind: 'name', text: '' } : null
  }

  function gather(): void {
    const { run, camera } = session
    const { world, alpha } = run
    const settings = session.settings.getState()
    const now = { tick: world.tick, thoughts: settings.showThoughts, listening: session.talk.getState().npcId }
    // the layer covers the page; to ask the layer itself would lay out the page anew in every frame
    const screen = { width: window.innerWidth, height: window.innerHeight }
    const looking = Math.abs(run.seconds - lookedAt) > SIGHT_SECONDS
    if (looking) {
      lookedAt = run.seconds
      settlements = run.land.findSettlements(camera.x, camera.z, 320)
    }
    count = 0
    for (const npc of world.npcs) {
      const { body } = npc
      if (npc.indoors) continue
      const meters = Math.hypot(body.x - camera.x, body.z - camera.z)
      if (meters > SPEECH_METERS) continue
      const wanted = wish(npc, meters, now)
      if (!wanted) continue
      head.x = lerp(body.previous.x, body.x, alpha)
      head.y = lerp(body.previous.y, body.y, alpha) + npc.appearance.height * (npc.skill?.targetId === 'seat' && npc.skill.phase === 'do' ? 0.78 : 1) + (npc.appearance.hat === 'none' ? 0.1 : 0.2)
      head.z = lerp(body.previous.z, body.z, alpha)
      if (!project(camera, head, screen, onScreen)) continue
      if (looking || !sight.has(npc.id)) sight.set(npc.id, isSeen(run, settlements, camera, head))
      if (!sight.get(npc.id)) continue
      const slot = (wishes[count] ??= { x: 0, y: 0, width: 0, height: 0, shown: false, lift: 0, slide: 0, npcId: npc.id, kind: 'name', text: '', given: '', role: '', rank: 0, element: null })
      count++
      slot.npcId = npc.id
      slot.kind = wanted.kind
      slot.text = wanted.text
      slot.given = npc.given
      slot.role = tradeOf(npc.trade).label
      slot.x = onScreen.x
      slot.y = onScreen.y
      slot.rank = meters * (wanted.kind === 'speech' ? 0.4 : wanted.kind === 'thought' ? 0.75 : 1)
      slot.element = null
    }
    wishes.length = count
    wishes.sort((a, b) => a.rank - b.rank)
    if (sight.size > 200) sight.clear()
  }

  /** Gives each wish the element it had, or a free one, and writes its words when they changed. */
  function dress(): void {
    for (const element of pool) element.stale = true
    for (const wanted of wishes) {
      const element = pool.find((it) => it.npcId === wanted.npcId)
      if (!element) continue
      wanted.element = element
      element.stale = false
    }
    for (const wanted of wishes) {
      const element = wanted.element ?? pool.find((it) => it.stale && !it.shown) ?? null
      if (!element) continue
      element.stale = false
      wanted.element = element
      write(element, wanted, session.run.weighed.get(wanted.npcId))
      wanted.width = element.width
      wanted.height = element.height
    }
  }

  return {
    update() {
      gather()
      dress()
      for (const wanted of wishes) if (!wanted.element) wanted.width = Infinity
      placeBubbles(wishes, MOST_BUBBLES, window.innerWidth, covers())
      for (const wanted of wishes) {
        const { element } = wanted
        if (!element) continue
        show(element, wanted.shown)
        if (!wanted.shown) continue
        element.root.style.transform = `translate3d(${(wanted.x + wanted.slide - wanted.width / 2).toFixed(1)}px, ${(wanted.y - wanted.lift - wanted.height).toFixed(1)}px, 0)`
        const slide = Math.round(wanted.slide)
        if (slide === element.slide) continue
        element.slide = slide
        element.root.style.setProperty('--slide', `${slide}px`)
      }
      for (const element of pool) if (element.stale) show(element, false)
      const night = isDark(hourOf(session.run.world.worldSeconds))
      setAttribute(layer, 'data-air', night ? 'night' : 'day')
      setAttribute(layer, 'data-motion', session.settings.getState().reducedMotion ? 'less' : 'full')
      const size = String(session.settings.getState().textSize)
      if (layer.style.getPropertyValue('--text-size') !== size) {
        layer.style.setProperty('--text-size', size)
        for (const element of pool) element.kind = null
      }
    },
    dispose() {
      layer.replaceChildren()
    },
  }
}

function isDark(hour: number): boolean {
  return hour < 5.5 || hour > 19.5
}

function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

function show(element: Bubble, shown: boolean): void {
  if (element.shown === shown) return
  element.shown = shown
  element.root.dataset['shown'] = shown ? 'yes' : 'no'
}

/** One spark for each branch of a thought that was weighed; the weak ones fade, the one acted on stays. None for other thoughts. */
function drawBranches(weighed: ThoughtResult | undefined, text: string): HTMLElement[] {
  const deliberation = weighed?.outcome.thought === text ? weighed.deliberation : null
  return (deliberation?.branches ?? []).map(({ diedInRound }) => {
    const spark = document.createElement('i')
    if (diedInRound === null) spark.dataset['chosen'] = 'yes'
    else spark.style.setProperty('--fades', String(diedInRound))
    return spark
  })
}

function write(element: Bubble, wanted: Wish, weighed: ThoughtResult | undefined): void {
  const label = `${wanted.given}, ${wanted.role}`
  if (element.npcId === wanted.npcId && element.kind === wanted.kind && element.text === wanted.text && element.label === label) return
  element.npcId = wanted.npcId
  element.kind = wanted.kind
  element.text = wanted.text
  element.label = label
  element.root.dataset['kind'] = wanted.kind
  element.name.data = wanted.given
  element.role.textContent = wanted.role === '' ? '' : ` · ${wanted.role}`
  element.words.data = wanted.text
  element.branches.replaceChildren(...(wanted.kind === 'thought' ? drawBranches(weighed, wanted.text) : []))
  element.width = element.root.offsetWidth
  element.height = element.root.offsetHeight
}

function createBubble(layer: HTMLElement): Bubble {
  const root = document.createElement('div')
  root.className = 'bubble'
  const name = document.createElement('span')
  name.className = 'bubble-name'
  const given = document.createTextNode('')
  const role = document.createElement('i')
  name.append(given, role)
  const words = document.createElement('span')
  words.className = 'bubble-words'
  const inner = document.createElement('span')
  const text = document.createTextNode('')
  inner.append(text)
  words.append(inner)
  const branches = document.createElement('span')
  branches.className = 'bubble-branches'
  root.append(name, branches, words)
  layer.append(root)
  return { root, name: given, role, words: text, branches, npcId: null, kind: null, text: '', label: '', width: 0, height: 0, slide: 0, shown: false, stale: true }
}
