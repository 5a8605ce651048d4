/** The address of the page: what it asked of the beginning is taken out once it has begun, and going to another country is a step that Back takes back. */
import * as z from 'zod/mini'
import { seedSchema } from './launch-options.ts'

/** What an address asks of the beginning alone: left in, a reload would put the player back there. */
const SCENE = ['x', 'z', 'yaw', 'pitch', 'hour', 'weather'] as const

const stateSchema = z.object({ seed: seedSchema })

function addressWithout(names: readonly string[]): URL {
  const url = new URL(location.href)
  for (const name of names) url.searchParams.delete(name)
  return url
}

/** Notes which country this entry of the history is, and takes the scene out of the address, unless a reload is to begin with it again. */
export function settleAddress(seed: string, keepsScene: boolean): void {
  history.replaceState({ seed }, '', addressWithout(keepsScene ? [] : SCENE))
}

/** Another country is another entry of the history. */
export function stepTo(seed: string): void {
  const url = addressWithout(SCENE)
  url.searchParams.set('seed', seed)
  history.pushState({ seed }, '', url)
}

/** Calls back with the country that Back or Forward leads to, one after the other; returns a function that stops listening. */
export function listenToSteps(visit: (seed: string) => Promise<void>): () => void {
  let last = Promise.resolve()
  const step = (event: PopStateEvent): void => {
    const parsed = z.safeParse(stateSchema, event.state)
    if (parsed.success) last = last.then(() => visit(parsed.data.seed)).catch(() => undefined)
  }
  window.addEventListener('popstate', step)
  return () => window.removeEventListener('popstate', step)
}
