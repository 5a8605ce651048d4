/** Says so, in a sentence, when Node is too old to run anything else. */

const NEEDED = [20, 19]

/** Ends the process with a sentence unless Node is new enough. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return
  console.error(`Percipi needs Node ${NEEDED.join('.')} or newer, and this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`)
  process.exit(1)
}
