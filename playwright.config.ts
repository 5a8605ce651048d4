/** Browser tests: real headless Chromium on the production build, with a software rasteriser where there is no better. */
import { defineConfig } from '@playwright/test'

const PORT = Number(process.env['PERCIPI_PORT'] ?? 4179)
/** Quiet, reproducible, and with WebGL2 on machines without a graphics card: Mesa where it is installed, else SwiftShader. */
const ARGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist', '--enable-unsafe-swiftshader']
const executablePath = process.env['PERCIPI_CHROMIUM']

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  // two worlds on two cores keep each other from their land and their words in time
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 640, height: 360 },
    // a processor draws: a quarter of the pixels, the same layout
    deviceScaleFactor: 0.5,
    // what a page keeps for itself would answer where a test wants to; the one that tests it lets it in
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: { args: ARGS, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: { command: `node scripts/serve.mjs --port ${PORT}`, url: `http://localhost:${PORT}/`, reuseExistingServer: false, timeout: 20_000 },
})
