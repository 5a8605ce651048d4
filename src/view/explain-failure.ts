/** The last words of a page that cannot show its world. */

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
