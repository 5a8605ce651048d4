/** The console interface on the page's global object. */
import type { PercipiConsole } from './console-types.ts'

declare global {
  interface Window {
    percipi: PercipiConsole
  }
}
