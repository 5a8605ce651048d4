/** The one field of ground that water and grass share: it follows the session's run by itself. */
import type { Session } from '#session/session.ts'
import type { TerrainStream } from '#streaming/terrain-stream.ts'
import { type ChunkIndex, createChunkIndex } from './chunk-index.ts'
import { createGroundField } from './ground-field.ts'

const field = createGroundField()
const followed: { terrain: TerrainStream | null; index: ChunkIndex | null; frame: number } = { terrain: null, index: null, frame: -1 }

/** Uniforms of the shared field, for materials. */
export const groundUniforms = field.uniforms

/** Brings the field to where the session is; every view that needs it calls this each frame, and the first call of a `frame` does the work. */
export function followGround(session: Session, frame: number): void {
  if (followed.frame === frame) return
  followed.frame = frame
  const { run, camera } = session
  if (followed.terrain !== run.terrain) {
    followed.index?.dispose()
    followed.terrain = run.terrain
    followed.index = createChunkIndex(run.terrain)
    field.forget()
  }
  if (followed.index) field.update(followed.index, camera.x, camera.z)
  field.place(camera.x, camera.z, run.origin)
}
