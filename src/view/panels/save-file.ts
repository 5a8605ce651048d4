/** Giving the player a file. */

/** Offers `content` to be kept under a name made of its parts. */
export function saveFile(content: Blob, ...parts: readonly string[]): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = `percipi-${parts.map((part) => part.replace(/[^\p{L}\p{N}-]+/gu, '-')).join('-')}.json`
  link.click()
  // the download needs the address a moment longer than the click
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
