/** How the app is built: relative addresses, so that it works from any sub-path of a static host. */
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { dropShaders } from './scripts/steps/drop-shaders.mjs'
import { dropUnusedClasses, dropUnusedParts } from './scripts/steps/drop-unused.mjs'
import { readLaterParts } from './scripts/steps/later-parts.mjs'
import { leanShaders } from './scripts/steps/lean-shaders.mjs'
import { OFFLINE_WORKER, offlineWorker } from './scripts/steps/offline-worker.mjs'
import { EMBEDDING_POLICY, withContentPolicy } from './scripts/steps/content-policy.mjs'

/** Tells the page what it may load, run and call, after everything else has been put into it. */
function contentPolicy(): Plugin {
  let dev = false
  return {
    name: 'content-policy',
    configResolved(config) {
      dev = config.command === 'serve'
    },
    transformIndexHtml: { order: 'post', handler: (html) => withContentPolicy(html, dev) },
  }
}

/** Files of public/ that the page asks for. */
const STANDING = ['icon.svg', 'manifest.webmanifest']

/** Tells the worker that keeps the page readable without a connection which files there are. */
const offline: Plugin = {
  name: 'offline-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const files = Object.keys(bundle).filter((file) => file.startsWith('assets/'))
      const page = bundle['index.html']
      this.emitFile({ type: 'asset', fileName: OFFLINE_WORKER, source: offlineWorker([...files, ...STANDING], page?.type === 'asset' ? String(page.source) : '') })
    },
  },
}

/** Parts of the page, once they have their addresses; threads have their own. */
const laterParts: Plugin = {
  name: 'later-parts',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const part of Object.values(bundle)) if (part.type === 'chunk') part.code = readLaterParts(part.code)
    },
  },
}

/** Shaders without what no graphics card reads; while developing they stay as written. */
const shaders: Plugin = { name: 'lean-shaders', apply: 'build', enforce: 'pre', transform: (code, id) => (id.includes('/src/view/') && code.includes('/* glsl */') ? leanShaders(code) : null) }

/** The renderer without shaders that nothing here is drawn with, and without parts that nothing here uses. */
const renderer: Plugin = {
  name: 'lean-renderer',
  apply: 'build',
  transform(code, id) {
    const file = id.split('?')[0]!
    if (file.endsWith('/three.module.js')) return dropUnusedParts(dropShaders(code))
    return file.endsWith('/three.core.js') ? dropUnusedClasses(code) : null
  },
}

export default defineConfig({
  base: './',
  plugins: [react(), shaders, renderer, contentPolicy(), laterParts, offline],
  worker: { format: 'es' },
  // without the polyfill for browsers that lack module preloading: they read the same, a little later
  build: { target: 'es2022', chunkSizeWarningLimit: 900, modulePreload: { polyfill: false } },
  server: { port: 5173 },
  preview: { port: 4173, headers: { 'content-security-policy': EMBEDDING_POLICY } },
})
