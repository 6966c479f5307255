import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../support/server.js'
import { isWithoutBrowser, openBrowser } from './browser.js'

let browser: Browser
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  if (isWithoutBrowser) return
  browser = await openBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Opens a page; what it asked of others, and what it complained of. */
const open = async (path: string) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const foreign: string[] = []
  const problems: string[] = []
  await context.route('**/*', (route) => {
    if (new URL(route.request().url()).origin === server.url) return route.continue()
    foreign.push(route.request().url())
    return route.abort()
  })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(`${server.url}${path}`)
  return { page, foreign, problems, close: () => context.close() }
}

const tryOut = async (page: Page, operation: string) => {
  const block = page.locator(`[id$="-${operation}"]`)
  await block.locator('.opblock-summary-control').click()
  await block.getByRole('button', { name: 'Try it out' }).click()
  return block
}

test.skipIf(isWithoutBrowser)('try it signs with the demo key, and asks nobody but this server', async () => {
  const { page, foreign, problems, close } = await open('/__console/api')
  const block = await tryOut(page, 'getSession')
  await block.getByPlaceholder('sessionId').fill('profile-mismatch')
  await block.getByRole('button', { name: 'Execute' }).click()
  await block.locator('.live-responses-table .response-col_status').getByText('200').waitFor()
  const [recorded] = await server.control.requests.list()
  expect([recorded?.operation, recorded?.sessionId, recorded?.signature?.verdict]).toEqual([
    'getSession',
    'profile-mismatch',
    'verified',
  ])
  const offered = await page
    .locator('.servers option')
    .evaluateAll((options) => options.map((one) => one.textContent ?? ''))
  expect(offered.length).toBeGreaterThan(0)
  for (const text of offered) expect(text).toContain(server.url)
  expect([foreign, problems]).toEqual([[], []])
  await close()
})

test.skipIf(isWithoutBrowser)('a body is signed too', async () => {
  await server.control.requests.clear()
  const { page, problems, close } = await open('/__console/api')
  const block = await tryOut(page, 'createSession')
  await block.getByRole('button', { name: 'Execute' }).click()
  await block.locator('.live-responses-table .response-col_status').getByText('201').waitFor()
  const [recorded] = await server.control.requests.list()
  expect([recorded?.operation, recorded?.status, recorded?.signature?.verdict]).toEqual([
    'createSession',
    201,
    'verified',
  ])
  expect(problems).toEqual([])
  await close()
})

test.skipIf(isWithoutBrowser)('the control API has a page too, and its operations run', async () => {
  const { page, foreign, problems, close } = await open('/__console/api?document=control')
  const block = await tryOut(page, 'getVersion')
  await block.getByRole('button', { name: 'Execute' }).click()
  await block.locator('.live-responses-table').getByText('mock-yoti').first().waitFor()
  expect(await page.locator('nav [aria-current]').textContent()).toBe('Control API')
  expect([foreign, problems]).toEqual([[], []])
  await close()
})

test.skipIf(isWithoutBrowser)(
  'axe finds what the library is known for, and nothing else, in both schemes',
  async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme })
      const page = await context.newPage()
      await page.goto(`${server.url}/__console/api`)
      await page.locator('.opblock').first().waitFor()
      const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      // Buttons within buttons, small ones, and the list of servers without a label: all of swagger-ui.
      expect(violations.map(({ id }) => id).sort()).toEqual(['nested-interactive', 'select-name', 'target-size'])
      await context.close()
    }
  },
)
