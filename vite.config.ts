/** How the app is built: relative addresses, so that it works from any sub-path of a static host. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  // without the polyfill for browsers that lack module preloading: they read the same, a little later
  build: { target: 'es2022', chunkSizeWarningLimit: 900, modulePreload: { polyfill: false } },
  server: { port: 5173 },
  preview: { port: 4173 },
})
