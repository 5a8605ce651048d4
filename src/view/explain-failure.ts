/** The last words of a page that cannot show its world, or nothing over it. */

/** Shows one sentence in place of everything; used before there is any interface. */
export function explainFailure(holder: HTMLElement, sentence: string): void {
  const { card, words } = createCard('failure-card')
  const title = document.createElement('h1')
  title.textContent = 'Percipi'
  const text = document.createElement('p')
  text.textContent = sentence
  words.append(title, text)
  card.append(createReloadButton())
  holder.replaceChildren(card)
}

/** Says over the picture, which goes on, that its interface is missing. */
export function explainAbsence(holder: HTMLElement, sentence: string): void {
  const { card, words } = createCard('interface-failure')
  words.textContent = sentence
  card.append(createReloadButton())
  holder.append(card)
}

/** What helps most often, in reach. */
function createReloadButton(): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Load the page again'
  button.addEventListener('click', () => location.reload())
  return button
}

/** The main part of a page that has no other, with words in it that are read out at once. */
function createCard(className: string): { card: HTMLElement; words: HTMLElement } {
  const card = document.createElement('main')
  card.className = className
  const words = document.createElement('div')
  words.setAttribute('role', 'alert')
  card.append(words)
  return { card, words }
}
