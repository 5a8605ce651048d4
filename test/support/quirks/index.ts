/** All quirks of the wire, by what they are about. */
import { FAILURES } from './failures.ts'
import { CHUNKS, FRAMING } from './framing.ts'
import { LEAKED_TEMPLATES, ODD_FAILURES, ODD_FRAMING, ODD_SHAPES, SENT_AGAIN } from './odd.ts'
import type { WireQuirk } from './quirk.ts'
import { REFUSALS } from './refusals.ts'
import { COME_TWICE, ERRORS_AMONG_EVENTS, PLAIN_WORDS, SEEN_FAILURES, SEEN_SHAPES } from './seen.ts'
import { MORE_FAILURES, MORE_SHAPES } from './shapes.ts'
import { TODAYS_ANSWERS, TODAYS_FAILURES, TODAYS_REFUSALS, TODAYS_TEMPLATES } from './today.ts'

const GROUPS: { readonly [group: string]: readonly WireQuirk[] } = {
  framing: [...FRAMING, ...ODD_FRAMING], shapes: [...CHUNKS, ...MORE_SHAPES, ...ODD_SHAPES, ...SEEN_SHAPES, ...PLAIN_WORDS, ...TODAYS_ANSWERS], 'sent again': [...SENT_AGAIN, ...COME_TWICE],
  templates: [...LEAKED_TEMPLATES, ...TODAYS_TEMPLATES], failures: [...FAILURES, ...MORE_FAILURES, ...ODD_FAILURES, ...ERRORS_AMONG_EVENTS, ...SEEN_FAILURES, ...TODAYS_FAILURES], refusals: [...REFUSALS, ...TODAYS_REFUSALS],
}

/** Every quirk, with the group it belongs to. */
export const WIRE_QUIRKS: ReadonlyArray<{ group: string; quirk: WireQuirk }> = Object.entries(GROUPS).flatMap(([group, quirks]) => quirks.map((quirk) => ({ group, quirk })))
