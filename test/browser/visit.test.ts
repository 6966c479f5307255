import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { openReceiver } from '../support/receiver.js'
import { isWithoutBrowser, openBrowser, openConsole, openTab } from './browser.js'
import { refusedRequest } from './requests.js'

/** Goes on with Tab until the focus is on what has this name. */
const tabTo = async (page: Page, name: RegExp) => {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(
      "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent ?? '').trim()",
    )
    if (name.test(String(focused))) return
  }
  throw new Error(`Tab never came to ${name}`)
}

describe.skipIf(isWithoutBrowser)('somebody who never read the docs', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test('makes a first request and sees it', async () => {
    await using server = await startMockYoti()
    await using tab = await openTab(browser)
    const { page, problems } = tab
    await openConsole(page, server.url)
    await page.getByText(`apiUrl: '${server.apiUrl}'`).waitFor()
    await page.getByRole('button', { name: 'Make a first request' }).click()
    await page.getByText('GET …/sessions/all-approve answered 200').waitFor()
    await page.getByRole('link', { name: 'getSession' }).click()
    await page.getByRole('heading', { name: 'Request 1', exact: true }).waitFor()
    expect(problems).toEqual([])
  })

  test('sees why a signature was refused, beside what should have been signed', async () => {
    await using server = await startMockYoti()
    await using tab = await openTab(browser)
    const { page } = tab
    expect(await refusedRequest(server.apiUrl)).toBe(401)
    await openConsole(page, server.url)
    await page.getByRole('link', { name: '1 refused signature' }).click()
    await page.getByRole('link', { name: '1', exact: true }).click()
    await page
      .getByText(/the base path '\/idverify\/v1' was signed too/)
      .first()
      .waitFor()
    await page.getByRole('tab', { name: 'Signature' }).click()
    await page.getByText('The first difference is at character 6').waitFor()
    expect(await page.locator('mark').allTextContents()).toEqual(['idverify/v1/'])
  })

  test('takes a session through its visit with the keyboard only', async () => {
    await using server = await startMockYoti({ visits: 'manual' })
    await using tab = await openTab(browser)
    const { page } = tab
    await openConsole(page, server.url)
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.getByRole('heading', { name: 'Sessions', exact: true }).waitFor()
    await tabTo(page, /^Start a session$/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, /^Start it$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Session \w{8}/ }).waitFor()
    const [session] = await server.control.sessions.list()
    const id = session?.session_id ?? ''
    const inBranch = session?.in_branch === true
    for (const step of [...(inBranch ? [/^Next: scan the letter$/] : []), /^Next: capture document 1$/]) {
      await tabTo(page, step)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: step }).waitFor({ state: 'detached' })
    }
    await tabTo(page, /^Whole visit$/)
    await page.keyboard.press('Enter')
    await page.getByText('It is complete: no step is left.').waitFor()
    expect((await server.control.sessions.get(id)).state).toBe('COMPLETED')
  })

  test('sees of each button what code does the same', async () => {
    await using server = await startMockYoti({ visits: 'manual' })
    await using tab = await openTab(browser)
    const { page } = tab
    const { session_id: id } = await server.control.sessions.start({ scenario: 'all-approve', kind: 'in-branch' })
    await openConsole(page, server.url, `#/sessions/${id}`)
    await page.getByRole('button', { name: 'Next: scan the letter: as code' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`await yoti.control.sessions.visit('${id}', { step: 'scan-letter' })`).waitFor()
    const curl = await dialog.getByRole('region', { name: 'the curl command' }).textContent()
    expect(curl?.replaceAll(' \\\n  ', ' ')).toBe(
      `curl -X POST '${server.url}/__mock/sessions/${id}/visit' -H 'Content-Type: application/json' -d '{"step":"scan-letter"}'`,
    )
    expect((await server.control.sessions.get(id)).stage).toBe('instructed')
  })

  test('sends a failed webhook again', async () => {
    await using server = await startMockYoti({ notifyRetries: 0, visits: 'manual' })
    await using receiver = await openReceiver([400])
    const { session_id: id } = await server.control.sessions.start({
      scenario: 'all-approve',
      kind: 'in-branch',
      notifications: { endpoint: receiver.url, topics: ['first_branch_visit'] },
    })
    await server.control.sessions.visit(id, { step: 'scan-letter' })
    await server.control.notifications.waitFor({ status: 'failed' })
    await using tab = await openTab(browser)
    const { page } = tab
    await openConsole(page, server.url)
    await page.getByRole('link', { name: '1 failed webhook' }).click()
    await page.getByRole('link', { name: '1', exact: true }).click()
    await page.getByRole('button', { name: 'Send again', exact: true }).click()
    await page.getByText('Attempt 2').waitFor()
    expect((await server.control.notifications.list())[0]?.status).toBe('delivered')
  })
})
