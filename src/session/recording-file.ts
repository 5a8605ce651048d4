/** A recording as a file, read whole or not at all. */
import { readRecording } from '#simulation/read-recording.ts'
import type { Recording } from '#simulation/recording.ts'
import type { World } from '#simulation/world.ts'

/** The largest file that is read, bytes. */
const LARGEST_FILE = 400_000_000

/** The recording in a file, with the world it begins in; rejects with a sentence when it cannot be read. */
export async function readRecordingFile(file: Blob): Promise<{ recording: Recording; world: World }> {
  if (file.size > LARGEST_FILE) throw new Error('This file is too large to be a recording.')
  let value: unknown
  try {
    value = JSON.parse(await file.text())
  } catch {
    throw new Error('This file is damaged: it cannot be read as a recording.')
  }
  const read = readRecording(value)
  if (!read.ok) throw new Error(read.reason)
  return read.value
}
