/** A file that tells how much of it has been read, to whoever reads it in this thread. */

/** Less than this of the whole is not worth telling. */
const STEP = 0.01

/** Lets the file itself tell, 0..1, as it is read in slices or as a stream. */
export function watchReading(file: File, onShare: (share: number) => void): File {
  let read = 0
  let told = 0
  const note = (bytes: number): void => {
    read += bytes
    const share = Math.min(1, read / Math.max(1, file.size))
    if (share - told < STEP && share < 1) return
    if (share === told) return
    told = share
    onShare(share)
  }
  const slice = file.slice.bind(file)
  const stream = file.stream.bind(file)
  Object.defineProperty(file, 'slice', {
    value(...range: Parameters<File['slice']>) {
      const part = slice(...range)
      note(part.size)
      return part
    },
  })
  Object.defineProperty(file, 'stream', {
    value: () => stream().pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, controller) {
        note(piece.byteLength)
        controller.enqueue(piece)
      },
    })),
  })
  return file
}
