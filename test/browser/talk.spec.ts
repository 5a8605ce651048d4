/** Talking, being remembered, and worlds that are kept. */
import { expect, test } from '@playwright/test'
import { endTalk, goTo, pressMenu, say, shareWorld, someone, untilReady } from './support.ts'

const world = shareWorld('seed=amber-heron')

test('[WAY-4] by keyboard alone: go up, talk, read, ask why', async () => {
  const page = world()
  const id = await someone(page)
  await goTo(page, id)
  await page.locator('canvas').focus()
  await page.keyboard.press('KeyE')
  const talk = page.getByRole('dialog', { name: /^Talk with/ })
  await expect(talk).toBeVisible()
  const log = talk.getByRole('log')
  await expect(log).not.toBeEmpty()
  await page.keyboard.type('What are you doing?')
  await page.keyboard.press('Enter')
  await expect(log).toContainText('What are you doing?')
  const turns = () => log.getByRole('listitem').count()
  await expect.poll(turns).toBeGreaterThanOrEqual(3)
  await talk.getByRole('button', { name: /Why/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Needs' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Last words' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Needs' })).toBeHidden()
})

test('[WAY-5] a name and a story are remembered across a reload and used unasked', async () => {
  const page = world()
  const id = await someone(page)
  await say(page, id, 'Good day! My name is Ada.')
  await say(page, id, 'I lost my dog in the hills.')
  await say(page, id, 'Goodbye for now.')
  await page.reload()
  await untilReady(page)
  await page.evaluate((personId) => window.percipi.memories(personId, 'Ada'), id)
  await goTo(page, id)
  await page.locator('canvas').focus()
  await page.keyboard.press('KeyE')
  const log = page.getByRole('dialog').getByRole('log')
  await expect(log).toContainText('Ada')
  const reply = await say(page, id, 'Do you remember what I lost?')
  expect(reply.toLowerCase()).toContain('dog')
})

test('[SES-44] [SES-47] what was typed and not said is there after a reload, and when one comes back to the same person', async () => {
  const page = world()
  await endTalk(page)
  const id = await someone(page)
  await goTo(page, id)
  await page.locator('canvas').focus()
  await page.keyboard.press('KeyE')
  const field = page.getByRole('textbox', { name: /Say something to/ })
  await field.fill('Have you seen my dog in the')
  await page.reload()
  await untilReady(page)
  await expect(field).toHaveValue('Have you seen my dog in the')
  await endTalk(page)
  await expect(field).toBeHidden()
  await goTo(page, id)
  await page.locator('canvas').focus()
  await page.keyboard.press('KeyE')
  await expect(field).toHaveValue('Have you seen my dog in the')
  await page.getByRole('list', { name: 'Things you could say' }).getByRole('button', { name: /What are you doing/ }).click()
  await expect(page.getByRole('log').getByRole('listitem').filter({ hasText: 'What are you doing?' })).toBeVisible()
  await expect(field).toHaveValue('Have you seen my dog in the')
  await field.fill('')
  await page.reload()
  await untilReady(page)
  await expect(field).toHaveValue('')
  await endTalk(page)
})

test('[WAY-17] export, forget, import', async () => {
  const page = world()
  const id = await someone(page, 1)
  await say(page, id, 'My name is Corvin.')
  const text = await page.evaluate(async () => {
    const file = await window.percipi.exportWorld()
    Object.assign(window, { exported: file })
    return file.text()
  })
  expect(text).toContain('Corvin')
  await page.evaluate(() => window.percipi.forget())
  expect(await page.evaluate(async (personId) => (await window.percipi.memories(personId, 'Corvin')).filter((memory) => memory.text.includes('Corvin')).length, id)).toBe(0)
  await page.evaluate(() => window.percipi.importWorld((window as unknown as { exported: Blob }).exported))
  expect(await page.evaluate(async (personId) => (await window.percipi.memories(personId, 'Corvin')).filter((memory) => memory.text.includes('Corvin')).length, id)).toBeGreaterThan(0)
  for (const damaged of ['{}', '{"format":"percipi-world"', text.slice(0, text.length - 40), text.replace('"version":1', '"version":99')]) {
    const refusal = await page.evaluate((content) => window.percipi.importWorld(new Blob([content])).then(() => 'taken', (error: Error) => error.message), damaged)
    expect(refusal).toContain('Nothing was changed')
  }
})

test('[UI-87] [UI-86] [UI-132] a line is said differently, and a whole mind saved, changed, held and brought back', async () => {
  const page = world()
  const id = await someone(page, 3)
  await say(page, id, 'What do you do all day?')
  const log = page.getByRole('dialog', { name: /^Talk with/ }).getByRole('log')
  const last = (): Promise<string> => log.getByRole('listitem').last().innerText()
  const [before, turns] = [await last(), await log.getByRole('listitem').count()]
  await page.getByRole('button', { name: 'Say it differently' }).click()
  await expect.poll(async () => (await log.getByRole('listitem').count()) === turns && (await last()) !== before).toBe(true)
  await page.getByRole('button', { name: /Why/ }).click()
  const panel = page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: /^All of/ }) })
  const [saved] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name: 'Save this mind' }).click()])
  await expect(panel).toContainText('The file is written')
  await say(page, id, 'My name is Wendel.')
  const named = (): Promise<number> => page.evaluate(async (personId) => (await window.percipi.memories(personId)).filter(({ text }) => text.includes('Wendel')).length, id)
  expect(await named()).toBeGreaterThan(0)
  const file = panel.locator('input[type=file]')
  await file.setInputFiles({ name: 'damaged.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"percipi-person"') })
  await expect(panel).toContainText('Nothing was changed')
  expect(await named()).toBeGreaterThan(0)
  await file.setInputFiles(await saved.path())
  await expect(panel).toContainText('is as the file says')
  expect(await named()).toBe(0)
  await panel.getByRole('button', { name: 'Take it back' }).press('Enter')
  await expect(panel).toContainText('is as before')
  expect(await named()).toBeGreaterThan(0)
  await panel.getByLabel('Stand still').click()
  await expect(panel).toContainText('Standing still, as you wished')
  await panel.getByLabel('Stand still').click()
  await expect(panel).not.toContainText('Standing still, as you wished')
  await page.keyboard.press('Escape')
  await endTalk(page)
})

test('[WAY-6] another seed is another country; coming back, people remember', async () => {
  const page = world()
  const id = await someone(page, 2)
  await say(page, id, 'I am called Bertil and I carry a blue lantern.')
  const before = await page.evaluate(() => ({ height: window.percipi.heightAt(100, 100), names: window.percipi.state().people.map((person) => person.name) }))
  await page.evaluate(() => window.percipi.setSeed('blue-orchard'))
  const other = await page.evaluate(() => ({ height: window.percipi.heightAt(100, 100), names: window.percipi.state().people.map((person) => person.name), seed: window.percipi.state().seed }))
  expect(other.seed).toBe('blue-orchard')
  expect(other.height).not.toBe(before.height)
  expect(other.names).not.toEqual(before.names)
  expect(page.url()).toContain('seed=blue-orchard')
  await page.evaluate(() => window.percipi.setSeed('amber-heron'))
  expect(await page.evaluate(() => window.percipi.heightAt(100, 100))).toBe(before.height)
  expect(await say(page, id, 'Do you remember my name?')).toContain('Bertil')
})

test('[WAY-18] the console keeps its promises', async () => {
  const page = world()
  const id = await someone(page)
  const answers = await page.evaluate(async (personId) => {
    const { percipi } = window
    const { player } = percipi.state()
    percipi.setQuality('medium')
    percipi.setQuality('low')
    percipi.setBudget({ tokensPerMinute: 1000, paused: false })
    percipi.setTimeScale(2)
    percipi.setTimeScale(1)
    percipi.setTime(18.5)
    percipi.setWeather('rain')
    await percipi.teleport(player.x, player.z)
    const { weather } = percipi.state().time
    const before = percipi.state().time.worldSeconds
    await percipi.advance(7200)
    const all = {
      version: percipi.version,
      state: percipi.state(),
      place: percipi.describe(player.x, player.z),
      settlements: percipi.settlements(player.x, player.z, 3000),
      roads: percipi.roads(player.x, player.z, 3000),
      plants: percipi.plants(player.x, player.z, 150),
      person: await percipi.person(personId),
      memories: await percipi.memories(personId),
      found: await percipi.memories(personId, 'work'),
      said: await percipi.say(personId, 'How are you?'),
      deliberation: await percipi.deliberate(personId, 'What now?', 8),
    }
    structuredClone(all)
    return { ...all, weather, advanced: percipi.state().time.worldSeconds - before }
  }, id)
  expect(answers.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(answers.advanced).toBeGreaterThanOrEqual(7200)
  expect(answers.weather).toBe('rain')
  expect(answers.place.region.length).toBeGreaterThan(2)
  expect(answers.settlements.length).toBeGreaterThan(0)
  expect(answers.roads.length).toBeGreaterThan(0)
  expect(answers.plants.length).toBeGreaterThan(0)
  expect(answers.said.reply.length).toBeGreaterThan(2)
  expect(answers.said.source).toBe('builtin')
  for (const wrong of ['window.percipi.teleport(NaN, 0)', "window.percipi.person('npc:nobody')", "window.percipi.setWeather('frogs')", 'window.percipi.setTimeScale(-1)', "window.percipi.setSeed('')"]) {
    const refusal = await page.evaluate(`(async () => { try { await ${wrong}; return 'taken' } catch (error) { return error.message } })()`)
    expect(refusal).not.toBe('taken')
    expect(String(refusal).length).toBeGreaterThan(10)
  }
})

test('[SES-45] what is said while a world is left is refused in words, and what is said while one begins waits for it', async () => {
  const page = world()
  const id = await someone(page)
  const seed = await page.evaluate(() => window.percipi.state().seed)
  const heard = await page.evaluate(async (personId) => {
    // the world is being left already: nobody can be so quick as to answer before
    const left = window.percipi.setSeed('grey-lantern')
    const said = window.percipi.say(personId, 'Good day to you.').then(() => 'an answer', (error: Error) => error.message)
    await left
    return said
  }, id)
  expect(heard).toContain('say it again')
  const reply = await page.evaluate(async ([home, personId]) => {
    const { percipi } = window
    const swapped = percipi.setSeed(home)
    while (percipi.state().seed !== home) await new Promise((resolve) => setTimeout(resolve, 5))
    const said = await percipi.say(personId, 'Good day to you.')
    await swapped
    return said.reply
  }, [seed, id] as const)
  expect(reply.length).toBeGreaterThan(1)
})

test('[WAY-6] a seed can be typed or thrown in the dialog', async () => {
  const page = world()
  await endTalk(page)
  await pressMenu(page, 'Another country')
  const field = page.getByLabel('Seed', { exact: true })
  await page.getByRole('button', { name: 'Throw the die' }).click()
  expect(await field.inputValue()).toMatch(/^\S+/)
  await field.fill('grey-lantern')
  await field.press('Enter')
  await expect.poll(() => page.evaluate(() => window.percipi.state().seed)).toBe('grey-lantern')
})

test('[WAY-23] who leaves at once is found where they left; other worlds can be forgotten, this one stays', async () => {
  const page = world()
  await page.evaluate(() => window.percipi.setSeed('amber-heron'))
  const { x, z } = await page.evaluate(async () => {
    const { player } = window.percipi.state()
    await window.percipi.teleport(player.x + 40, player.z + 25)
    return window.percipi.state().player
  })
  await page.reload()
  await untilReady(page)
  const back = await page.evaluate(() => window.percipi.state().player)
  expect(Math.hypot(back.x - x, back.z - z)).toBeLessThan(1)
  await pressMenu(page, 'Settings')
  await page.getByRole('tab', { name: 'World' }).click()
  await page.getByRole('button', { name: /Forget the (\d+ )?other worlds?/ }).click()
  await page.getByRole('button', { name: 'Forget', exact: true }).click()
  await expect(page.getByText('The other worlds are forgotten.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Forget the (\d+ )?other worlds?/ })).toBeHidden()
  const heard = await page.evaluate(async () => (await Promise.all(window.percipi.state().people.map(({ id }) => window.percipi.memories(id, 'Bertil')))).flat())
  expect(heard.some(({ text }) => text.includes('Bertil'))).toBe(true)
  await page.evaluate(() => window.percipi.setSeed('grey-lantern'))
  expect(await page.evaluate(() => window.percipi.state().memory.memories)).toBeLessThan(60)
})
