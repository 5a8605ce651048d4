/** Lines that people say at what happens, with what it is about put in. */
import { capitalised } from '#worldgen/names/words.ts'

/** The words with each `{slot}` filled; a slot with a capital begins with one, and so does the line. */
export function fillLine(line: string, slots: { readonly [slot: string]: string }): string {
  const words = line.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot.charAt(0).toLowerCase() + slot.slice(1)] ?? ''
    return slot.charAt(0) === slot.charAt(0).toUpperCase() ? capitalised(value) : value
  })
  return capitalised(words)
}
