/** What the journeys share: opening the world, walking up to somebody, saying something. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { discardPixels } from '../support/discard-pixels.ts'

/** How a world is opened: `painted` where what is looked at is a picture. All else is the same without, and on a processor far quicker. */
type Opening = { painted?: boolean }

/** Opens the world on the low preset and waits until it is there. */
export async function openWorld(page: Page, query = '', { painted = false }: Opening = {}): Promise<void> {
  if (!painted) await page.addInitScript(discardPixels)
  await page.goto(`./?quality=low${query === '' ? '' : `&${query}`}`)
  await untilReady(page)
}

/** One world for all tests of a file or group, opened before the first and closed after the last; for tests that do not disturb each other, since opening takes seconds. `prepare` sees the page before it opens. */
export function shareWorld(query: string, prepare: (page: Page) => Promise<void> | void = () => undefined, opening: Opening = {}): () => Page {
  let shared: Page | undefined
  test.beforeAll(async ({ browser }) => {
    // a context of its own: what looks into a page may open helpers beside it
    const context = await browser.newContext()
    shared = await context.newPage()
    await prepare(shared)
    await openWorld(shared, query, opening)
  })
  test.afterAll(() => shared?.context().close())
  return () => {
    if (!shared) throw new Error('the shared world was not opened')
    return shared
  }
}

/** Lets the page that opens next find no WebGL2. */
export async function refuseWebGL2(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind === 'webgl2' ? null : (real.call(this, kind as '2d', ...(rest as [])) as never)
    } as never
  })
}

/** Waits until ground and horizon are drawn. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => 'percipi' in window)
  await page.evaluate(() => window.percipi.ready)
}

/** Everything that went wrong on a page while `run` ran: uncaught errors and console errors. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

/** The id of a grown-up person who is outdoors now, nearest first; passes over as many as `passed`. */
export async function someone(page: Page, passed = 0): Promise<string> {
  return page.evaluate(async (skip) => {
    let left = skip
    const { people, player } = window.percipi.state()
    const sorted = people.toSorted((a, b) => Math.hypot(a.x - player.x, a.z - player.z) - Math.hypot(b.x - player.x, b.z - player.z))
    for (const person of sorted) {
      const { npc } = await window.percipi.person(person.id)
      if (npc.age >= 18 && !npc.indoors && left-- === 0) return person.id
    }
    return sorted[skip]?.id ?? ''
  }, passed)
}

/** Says something through the console and returns the reply. */
export async function say(page: Page, id: string, text: string): Promise<string> {
  return page.evaluate(async ([personId, words]) => (await window.percipi.say(personId, words)).reply, [id, text] as const)
}

/** Leaves the talk that is open, if one is. */
export async function endTalk(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('[aria-label="End the talk"]')?.click())
}

/** Puts the player in front of a person, looking at it. */
export async function goTo(page: Page, id: string): Promise<void> {
  await page.evaluate(async (personId) => {
    const { npc } = await window.percipi.person(personId)
    const { x, z, yaw } = npc.body
    await window.percipi.teleport(x - Math.sin(yaw) * 1.8, z - Math.cos(yaw) * 1.8)
    window.percipi.look(yaw + Math.PI, 0)
  }, id)
  await expect.poll(() => page.locator('.talk-prompt').count()).toBeGreaterThan(0)
}

/** Presses a button of the corner menu, unfolding it where the screen is narrow. */
export async function pressMenu(page: Page, name: string): Promise<void> {
  const fold = page.getByRole('button', { name: 'Menu', exact: true })
  const door = page.getByRole('button', { name, exact: true })
  await expect(fold.or(door).first()).toBeVisible()
  // a key does not wait for two pictures in which nothing moves, as a click does
  if (await fold.isVisible()) await fold.press('Enter')
  await door.press('Enter')
}

/** What reaches beyond the left or right edge of the screen, as tag, class and edges: nothing should. What an ancestor cuts off or scrolls is judged by that ancestor. */
export async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isCut = (element: Element | null): boolean => element !== null && element !== document.body && (getComputedStyle(element).overflowX !== 'visible' || isCut(element.parentElement))
    return [...document.body.querySelectorAll('*')].flatMap((element) => {
      const { left, right, width, height } = element.getBoundingClientRect()
      const isOut = width > 1 && height > 1 && (left < -0.5 || right > innerWidth + 0.5)
      return isOut && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isCut(element.parentElement) ? [`${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${Math.round(left)}..${Math.round(right)}`] : []
    })
  })
}

/** What axe finds wrong with the page as it stands, by rule, with the elements. */
export async function violations(page: Page): Promise<string[]> {
  // what is still fading in has not the contrast that is read
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity).map((each) => each.finished)))
  // the page has no frames; to read it as one that has takes a page more for each reading
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return found.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ').slice(0, 300)}`)
}
