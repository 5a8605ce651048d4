/** All of a person: freezing, saving, opening. */
import { expect, it } from 'vitest'
import { MindFile } from '#view/panels/mind-file.tsx'
import { createFakeSession, drawWith } from '../fake-session.ts'

it('[UI-86] an open mind can be let stand still, saved as a file and opened from one', () => {
  const draw = (frozen: boolean): string => drawWith(createFakeSession(), <MindFile npcId="npc:0,0/1" name="Mirel" frozen={frozen} onChanged={() => undefined} />)
  expect(draw(false)).toMatch(/All of Mirel/)
  expect(draw(false)).toMatch(/Freeze Mirel/)
  expect(draw(true)).toMatch(/until you release them/)
  expect(draw(false)).toMatch(/Save this mind[\s\S]*Open a mind/)
  expect(draw(false)).toMatch(/type="file"[^>]*aria-label="A file of Mirel"/)
})
