import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = process.env['CHROMIUM'] ?? usual.find((path) => existsSync(path))

/** Whether there is no browser to test with. Under CI that is a failure: `openBrowser` says what is missing. */
export const isWithoutBrowser: boolean = executablePath === undefined && process.env['CI'] === undefined
if (isWithoutBrowser)
  console.warn('The browser tests are skipped: no Chromium. Debian: apt-get install chromium; elsewhere: CHROMIUM=PATH')

/** The browser that the tests of a file share. */
export const openBrowser = async (): Promise<Browser> => {
  if (executablePath === undefined) throw new Error('no Chromium: apt-get install chromium, or CHROMIUM=PATH')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** A tab whose every problem fails the test: an error of a script, a breach of the page's policy, a request to elsewhere. */
export type Tab = AsyncDisposable & {
  readonly page: Page
  /** What was wrong; nothing, unless a test expects it. */
  readonly problems: string[]
}

export const openTab = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...options,
  })
  context.setDefaultTimeout(15_000)
  const problems: string[] = []
  await context.route('**/*', (route) => {
    const { hostname } = new URL(route.request().url())
    if (hostname === '127.0.0.1' || hostname === 'localhost') return route.continue()
    problems.push(`asked ${route.request().url()}`)
    return route.abort()
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`)
  })
  return { page, problems, [Symbol.asyncDispose]: () => context.close() }
}

/** Opens a page of the console and waits until it follows what happens. */
export const openConsole = async (page: Page, url: string, hash = '#/'): Promise<void> => {
  await page.goto(`${url}/${hash}`)
  await page.getByText('live', { exact: true }).waitFor()
}

/** Waits until nothing is being read any more; the stream of events stays open, so the network never rests. */
export const settle = async (page: Page): Promise<void> => {
  await page.locator('h1, h2').first().waitFor()
  await page.getByText(/^Reading …$/).waitFor({ state: 'detached' })
}

/** What is shown, held against WCAG 2.2, A and AA: what is wrong, with the elements. */
export const findBarriers = async (page: Page): Promise<string[]> => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
