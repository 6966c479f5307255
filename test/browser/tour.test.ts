import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { openReceiver } from '../support/receiver.js'
import { isWithoutBrowser, openBrowser, openConsole, openTab } from './browser.js'
import { refusedRequest } from './requests.js'

/** A hand: it presses what is shown, and writes into a field. */
type Hand = {
  readonly press: (target: Locator) => Promise<void>
  readonly write: (field: Locator, text: string) => Promise<void>
}

const mouse: Hand = {
  press: (target) => target.click(),
  write: async (field, text) => {
    await field.click()
    await field.page().keyboard.type(text)
  },
}

const isFocused = (target: Locator) => target.evaluate((element) => element === element.ownerDocument.activeElement)

/** Goes on with Tab until the focus is on the target; in a list of tabs, with the arrow keys. */
const reach = async (target: Locator) => {
  const { keyboard } = target.page()
  await target.waitFor()
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await isFocused(target)) return
    const isBesideIt = await target.evaluate(
      (element) =>
        element.role === 'tab' && element.parentElement?.contains(element.ownerDocument.activeElement) === true,
    )
    await keyboard.press(isBesideIt ? 'ArrowRight' : 'Tab')
  }
  throw new Error(`the keyboard never came to ${target}`)
}

const keys: Hand = {
  press: async (target) => {
    await reach(target)
    // An arrow key has chosen a tab already.
    await target.page().keyboard.press('Enter')
  },
  write: async (field, text) => {
    await reach(field)
    await field.page().keyboard.type(text)
  },
}

const seeWhyRefused = async (page: Page, { press }: Hand) => {
  await press(page.getByRole('link', { name: '1 refused signature' }))
  await press(page.getByRole('link', { name: '1', exact: true }))
  await page
    .getByText(/the base path '\/idverify\/v1' was signed too/)
    .first()
    .waitFor()
  await press(page.getByRole('tab', { name: 'Signature' }))
  await page.getByText('The first difference is at character 6').waitFor()
}

const visitByHand = async (page: Page, { press, write }: Hand, endpoint: string) => {
  await press(page.getByRole('link', { name: /^Sessions/ }))
  await press(page.getByRole('button', { name: 'Start a session', exact: true }).first())
  await write(page.getByLabel(/^Webhooks to/), endpoint)
  await press(page.getByRole('button', { name: 'Start it' }))
  await page.getByRole('heading', { name: /^Session \w{8}/ }).waitFor()
  for (const step of ['scan the letter', 'capture document 1', 'capture document 2', 'complete']) {
    const next = page.getByRole('button', { name: `Next: ${step}`, exact: true })
    await press(next)
    await next.waitFor({ state: 'detached' })
  }
  await page.getByText('It is complete: no step is left.').waitFor()
}

const sendWebhookAgain = async (page: Page, { press }: Hand) => {
  await press(page.getByRole('link', { name: 'Its webhooks' }))
  await page.getByRole('link', { name: '12', exact: true }).waitFor()
  const ids = await page.locator('tbody th').allTextContents()
  expect(ids).toEqual(['12', '11', '10', '9', '8', '7', '6', '5', '4', '3', '2', '1'])
  await press(page.getByRole('link', { name: '1', exact: true }))
  await page.getByText('Attempt 1').waitFor()
  await press(page.getByRole('button', { name: 'Send again', exact: true }))
  await page.getByText('Attempt 2').waitFor()
}

describe.skipIf(isWithoutBrowser)('a new user goes from a refused signature to a webhook sent again', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test.each([
    ['mouse', mouse],
    ['keyboard', keys],
  ])('with the %s only', async (_, hand) => {
    await using server = await startMockYoti()
    await using receiver = await openReceiver()
    await using tab = await openTab(browser)
    const { page, problems } = tab
    expect(await refusedRequest(server.apiUrl)).toBe(401)
    await openConsole(page, server.url)
    await seeWhyRefused(page, hand)
    await visitByHand(page, hand, receiver.url)
    const first = receiver.topics()[0]
    await sendWebhookAgain(page, hand)
    expect(receiver.topics().filter((topic) => topic === first)).toHaveLength(2)
    expect(problems).toEqual([])
  })
})
