/** Tells apart what browsers report as one and the same “Failed to fetch”: dead server, no permission to read, mixed content, the browser's guard of the local network. */
import { hostKindOf } from './address.ts'
import { PRESETS } from './presets.ts'
import type { Surroundings } from './surroundings.ts'

/** Milliseconds the second question may take. */
const ASK_AGAIN_MS = 1_500

/** What was found. */
export type Diagnosis = { kind: 'dead' | 'cors' | 'mixed-content' | 'permission' | 'insecure-page'; message: string; cure: string }

/** Finds out why `url` could not be called; asks it once more without key, words or the wish to read the answer. */
export async function diagnose(url: URL, fetcher: typeof fetch, surroundings: Surroundings): Promise<Diagnosis> {
  const host = url.origin
  const kind = hostKindOf(url.hostname)
  const preset = PRESETS.find((each) => new URL(each.baseUrl).host === url.host || (kind !== 'public' && new URL(each.baseUrl).port === url.port && url.port !== ''))
  if (surroundings.origin !== null && (await answersAtAll(url, fetcher))) {
    return {
      kind: 'cors',
      message: `${host} is running, but does not let this page (${surroundings.origin}) read its answers.`,
      cure: preset?.trap(surroundings.origin) ?? `Allow the origin ${surroundings.origin} in the server's CORS settings, with the headers authorization and content-type.`,
    }
  }
  const isHttpsPage = surroundings.origin?.startsWith('https:') === true
  if (kind !== 'public' && surroundings.origin !== null) {
    if (surroundings.isSecure === false) {
      return {
        kind: 'insecure-page',
        message: `This page was not served securely, so the browser does not let it call ${host} on your own network.`,
        cure: 'Open the game from https or from localhost (run npm start on this machine), then try again.',
      }
    }
    const permission = await surroundings.localNetworkPermission()
    if (permission === 'denied' || (permission === 'prompt' && isHttpsPage)) {
      return {
        kind: 'permission',
        message: `The browser did not let this page call ${host} on your own network.`,
        cure: permission === 'denied' ? 'Allow “local network access” (or “apps on this device”) for this page: click the icon left of the address, then site settings.' : 'Say yes when the browser asks whether this page may reach devices on your network, and check that the server is running.',
      }
    }
  }
  if (isHttpsPage && url.protocol === 'http:' && kind !== 'loopback') {
    return {
      kind: 'mixed-content',
      message: `This page came by https, and the browser does not let it call plain http at ${host}.`,
      cure: 'Give the server an https address, run the model on this machine (localhost is allowed), or run the game itself from localhost with npm start.',
    }
  }
  const safari = isHttpsPage && kind === 'loopback' ? ' In Safari an https page cannot call this machine at all: run the game from localhost with npm start.' : ''
  const start = preset && kind !== 'public' ? `Start ${preset.label}${preset.start === '' ? '' : ` (${preset.start})`} and check the port.` : kind === 'public' ? 'Check the address and your connection to the internet.' : 'Start the model server and check host and port.'
  return { kind: 'dead', message: `Nothing answers at ${host}.`, cure: start + safari }
}

async function answersAtAll(url: URL, fetcher: typeof fetch): Promise<boolean> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), ASK_AGAIN_MS)
  try {
    await fetcher(url.href, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal: controller.signal })
    return true
  } catch {
    return false
  } finally {
    controller.abort()
    clearTimeout(timer)
  }
}
