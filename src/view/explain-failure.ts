/** The last words of a page that cannot show its world, or nothing over it. */

/** Shows one sentence in place of everything; used before there is any interface. */
export function explainFailure(holder: HTMLElement, sentence: string): void {
  const card = document.createElement('main')
  card.className = 'failure-card'
  card.setAttribute('role', 'alert')
  const title = document.createElement('h1')
  title.textContent = 'Percipi'
  const text = document.createElement('p')
  text.textContent = sentence
  card.append(title, text)
  holder.replaceChildren(card)
}

/** Says over the picture, which goes on, that its interface is missing. */
export function explainAbsence(holder: HTMLElement, sentence: string): void {
  const card = document.createElement('div')
  card.className = 'interface-failure'
  card.setAttribute('role', 'alert')
  card.textContent = sentence
  holder.append(card)
}
