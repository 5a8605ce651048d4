/** What keys are called on the player's own keyboard. */
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { keysWith, type Bindable } from '#session/keys.ts'
import { useSession } from '../session-context.ts'

const NAMES: { readonly [code: string]: string } = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', ShiftLeft: 'Shift', ShiftRight: 'right Shift', PageUp: 'Page up', PageDown: 'Page down', Escape: 'Esc', NumpadEnter: 'Keypad Enter', CapsLock: 'Caps lock', Minus: '-', Equal: '=', Comma: ',', Period: '.', Slash: '/', Semicolon: ';', Quote: "'", BracketLeft: '[', BracketRight: ']', Backquote: '`', Backslash: '\\' }

/** Letters by place of key, as the browser tells them of the layout in use. */
type Layout = { get(code: string): string | undefined }

let layout: Layout | null = null

/** "W" for KeyW, or the letter that lies there. */
export function keyName(code: string, letters: Layout | null = layout): string {
  const letter = letters?.get(code)
  if (letter !== undefined && letter.trim() !== '') return letter.toUpperCase()
  return NAMES[code] ?? code.replace(/^(Key|Digit)/, '').replace(/^Numpad/, 'Keypad ')
}

/** How the buttons of the standard gamepad are called here: by where they lie, for makers letter them differently. */
export const PAD_BUTTONS = { jump: 'the lower button', dive: 'the right button', talk: 'the left button', camera: 'the upper button' } as const

/** The names of the keys of a wish now, the first first. */
export function useKeyNames(): (name: Bindable) => string[] {
  const session = useSession()
  const changes = useStore(session.settings, (settings) => settings.keys)
  const [letters, setLetters] = useState(layout)
  useEffect(() => {
    const board = (navigator as { keyboard?: { getLayoutMap?(): Promise<Layout> } }).keyboard
    // only some browsers tell; a page in a frame may not ask
    board?.getLayoutMap?.().then(
      (found) => {
        layout = found
        setLetters(found)
      },
      () => undefined,
    )
  }, [])
  return useMemo(() => {
    const keys = keysWith(changes)
    return (name) => keys[name].map((code) => keyName(code, letters))
  }, [changes, letters])
}
