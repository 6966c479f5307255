import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { isWithoutBrowser, openBrowser, openConsole, openTab } from './browser.js'

const many = async (apiUrl: string, count: number) => {
  for (let sent = 0; sent < count; sent += 25)
    await Promise.all(
      Array.from({ length: Math.min(25, count - sent) }, async (_, index) =>
        (await fetch(`${apiUrl}/sessions/all-approve?n=${sent + index}`)).arrayBuffer(),
      ),
    )
}

const rowLink = (page: Page, id: number) => page.getByRole('link', { name: String(id), exact: true })

describe.skipIf(isWithoutBrowser)('the console follows what happens', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test('a request is in the list as soon as it is answered, and a session and a fault on their pages', async () => {
    await using server = await startMockYoti({ visits: 'manual' })
    await using tab = await openTab(browser)
    const { page, problems } = tab
    await openConsole(page, server.url, '#/requests')
    await page.getByRole('heading', { name: 'No request yet' }).waitFor()
    await many(server.apiUrl, 1)
    await rowLink(page, 1).waitFor()
    await openConsole(page, server.url, '#/sessions')
    const { session_id: id } = await server.control.sessions.start({ scenario: 'all-approve', kind: 'in-branch' })
    await page.getByRole('link', { name: `${id.slice(0, 8)}…` }).waitFor()
    await server.control.sessions.visit(id)
    await page.getByRole('cell', { name: /^completed/ }).waitFor()
    await openConsole(page, server.url, '#/faults')
    await server.control.faults.add({ status: 503 })
    await page.getByRole('rowheader', { name: 'fault-1' }).waitFor()
    expect(problems).toEqual([])
  })

  test('while 500 requests arrive, the selected row keeps its place, its focus and its detail; a button shows the new ones', async () => {
    await using server = await startMockYoti()
    await using tab = await openTab(browser)
    const { page } = tab
    await many(server.apiUrl, 30)
    await openConsole(page, server.url, '#/requests')
    const row = rowLink(page, 20)
    await row.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Request 20', exact: true }).waitFor()
    const before = await row.boundingBox()
    await many(server.apiUrl, 500)
    await page.getByRole('button', { name: '↑ 500 new' }).waitFor()
    const after = await row.boundingBox()
    // The button itself stands above the rows.
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(60)
    expect(await row.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
    await page.getByRole('heading', { name: 'Request 20', exact: true }).waitFor()
    await page.getByRole('button', { name: '↑ 500 new' }).click()
    await rowLink(page, 530).waitFor()
  })

  test('it says that the server is gone and how to start it, and goes on with the next one, which knows nothing', async () => {
    const first = await startMockYoti()
    const port = Number(new URL(first.url).port)
    await using tab = await openTab(browser)
    const { page } = tab
    await many(first.apiUrl, 2)
    await openConsole(page, first.url, '#/requests')
    await rowLink(page, 2).waitFor()
    await first.close()
    await page.getByText('The server does not answer.').waitFor()
    await page.getByText(`npx mock-yoti --port ${port}`).waitFor()
    await rowLink(page, 2).waitFor()
    await using second = await startMockYoti({ port })
    await page.getByRole('heading', { name: 'No request yet' }).waitFor()
    await page.getByText('live', { exact: true }).waitFor()
    await many(second.apiUrl, 1)
    await rowLink(page, 1).waitFor()
  })

  test('paused it shows nothing new, and then everything that was missed', async () => {
    await using server = await startMockYoti()
    await using tab = await openTab(browser)
    const { page } = tab
    await many(server.apiUrl, 1)
    await openConsole(page, server.url, '#/requests')
    await rowLink(page, 1).waitFor()
    await page.keyboard.press('p')
    await page.getByText('paused', { exact: true }).waitFor()
    await many(server.apiUrl, 3)
    await server.control.requests.list()
    expect(await rowLink(page, 4).count()).toBe(0)
    await page.getByRole('button', { name: 'Go on' }).click()
    await rowLink(page, 4).waitFor()
  })

  test('six tabs of one browser work side by side, and the server ends at once with all of them open', async () => {
    const server = await startMockYoti()
    await using first = await openTab(browser)
    const context = first.page.context()
    const pages = [first.page]
    while (pages.length < 6) pages.push(await context.newPage())
    for (const page of pages) {
      await page.bringToFront()
      await openConsole(page, server.url, '#/requests')
    }
    await many(server.apiUrl, 1)
    for (const page of pages) {
      await page.bringToFront()
      await rowLink(page, 1).waitFor()
      await page.getByRole('button', { name: 'Save as HAR' }).waitFor()
    }
    // Its default leaves two seconds to answers that have begun; an open stream is none.
    await server.close()
  })

  test('what one application does is not on the pages of another', async () => {
    await using server = await startMockYoti()
    await using tab = await openTab(browser)
    const { page } = tab
    await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=team-a`)
    await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=team-b`)
    await openConsole(page, server.url, '#/requests')
    await rowLink(page, 2).waitFor()
    await page.getByRole('combobox', { name: /^Application/ }).selectOption('team-a')
    await rowLink(page, 2).waitFor({ state: 'detached' })
    await rowLink(page, 1).waitFor()
    expect(page.url()).toContain('app=team-a')
    await page.getByRole('link', { name: /^Sessions/ }).click()
    expect(page.url()).toContain('app=team-a')
  })

  test('it says how many requests were forgotten, and which option keeps more', async () => {
    await using server = await startMockYoti({ journalSize: 5 })
    await using tab = await openTab(browser)
    await many(server.apiUrl, 12)
    await openConsole(tab.page, server.url, '#/requests')
    await tab.page.getByText('7 older requests were forgotten').waitFor()
    await tab.page.getByText('--journal-size').waitFor()
  })
})
