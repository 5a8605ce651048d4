/** Files dropped anywhere on the page: a world, a mind, minds or a recording; what each is stands in the file itself. */
import { useEffect, useState } from 'react'
import type { NpcId } from '#core/ids.ts'
import type { Session } from '#session/session.ts'
import { useSession } from '../session-context.ts'

/** Characters at the beginning of a file in which it says what it is. */
const HEAD = 600

/** What a file says it is, from its beginning; `npcId` where it is one person. */
export function kindOfFile(head: string): { kind: string; npcId: string | null } | null {
  const kind = /"format"\s*:\s*"percipi-([a-z]+)"/.exec(head)?.[1]
  return kind === undefined ? null : { kind, npcId: /"npcId"\s*:\s*"([^"]+)"/.exec(head)?.[1] ?? null }
}

/** Takes a file in and says what came of it; what it replaced can be taken back. */
export async function takeFile(session: Session, file: File): Promise<void> {
  const found = kindOfFile(await file.slice(0, HEAD).text())
  const back = (run: () => Promise<void>) => ({ label: 'Take it back', run: () => void run().catch((error: unknown) => session.notify('error', wordsOf(error))) })
  try {
    if (found?.kind === 'world') {
      const was = await session.exportWorld()
      await session.importWorld(file)
      session.notify('quiet', 'The world of the file is here.', back(() => session.importWorld(was)))
    } else if (found?.kind === 'person' && found.npcId !== null) {
      const npcId = found.npcId as NpcId
      const was = await session.exportPerson(npcId)
      await session.importPerson(npcId, file)
      session.notify('quiet', 'This person is as the file says.', back(() => session.importPerson(npcId, was)))
    } else if (found?.kind === 'minds') session.notify('quiet', await (await session.profiles()).importFile(file))
    else if (found?.kind === 'recording') await session.replay(file)
    else if (/\.gguf$/i.test(file.name)) session.notify('warning', 'A model file is opened under Settings, Mind, A model of yours.')
    else session.notify('warning', `“${file.name}” is nothing that Percipi saved. Drop a world, a mind, minds or a recording. Nothing was changed.`)
  } catch (error) {
    session.notify('error', wordsOf(error))
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Listens while the interface is up; while a file hangs over the page, a line says that it can be let go. */
export function DropFile() {
  const session = useSession()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hasFile = (event: DragEvent): boolean => !event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true
    const hover = (event: DragEvent): void => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (!hasFile(event) || !file) return
      event.preventDefault()
      void takeFile(session, file)
    }
    window.addEventListener('dragover', hover)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hover)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [session])
  return over ? (
    <p className="drop-line paper" role="status">
      Let go: a world, a mind, minds or a recording
    </p>
  ) : null
}
