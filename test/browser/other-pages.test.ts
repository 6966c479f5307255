import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingAccepted } from '../../contracts/verify/accepted.js'
import { verifyCommand } from '../../contracts/verify/verify-command.js'
import { runGauntlet } from '../../gauntlet/gauntlet.js'
import { htmlReport } from '../../gauntlet/html-report.js'
import { createReport } from '../../gauntlet/report.js'
import { parseStory } from '../../gauntlet/story.js'
import { startMockYoti } from '../../server/index.js'
import { findingOf, reportOf, storyOf } from '../gauntlet/reports.js'
import { carelessService } from '../gauntlet/services.js'
import { quietEnvironment } from '../support/pact-cli.js'
import { openPactFolder } from '../support/pacts.js'
import { findBarriers, isWithoutBrowser, openBrowser, openTab } from './browser.js'
import { findCuts } from './cuts.js'

/** What is wrong with a page, wide and narrow, in both schemes. @param open shows it */
const problemsOf = async (
  browser: Browser,
  open: (page: Awaited<ReturnType<typeof openTab>>['page']) => Promise<unknown>,
) => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await using tab = await openTab(browser, { colorScheme })
    await open(tab.page)
    for (const width of [1280, 320]) {
      await tab.page.setViewportSize({ width, height: 900 })
      found.push(...(await findBarriers(tab.page)).map((barrier) => `${colorScheme} ${width}: ${barrier}`))
      found.push(...(await findCuts(tab.page, '.wide')).map((cut) => `${colorScheme} ${width}: ${cut}`))
    }
    found.push(...tab.problems)
  }
  return found
}

describe.skipIf(isWithoutBrowser)('pages beside the console have no barrier and fit', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test.each([
    ['the person at home', 'at-home', 'all-approve'],
    ['the clerk', 'in-branch', 'wrong-document'],
  ] as const)('the page of %s, before and after the visit', async (_who, kind, scenario) => {
    await using server = await startMockYoti({ visits: 'manual' })
    const { session_id, user_view_url } = await server.control.sessions.start({ scenario, kind })
    expect(await problemsOf(browser, (page) => page.goto(user_view_url))).toEqual([])
    await server.control.sessions.visit(session_id)
    expect(await problemsOf(browser, (page) => page.goto(user_view_url))).toEqual([])
    expect(await problemsOf(browser, (page) => page.goto(`${user_view_url}x`))).toEqual(
      expect.arrayContaining([expect.stringContaining('401')]),
    )
  })

  test('the report of the gauntlet', async () => {
    const description = await carelessService('expired-passes')
    const result = await runGauntlet(description, {
      stories: ['all-approve', 'wrong-document-expired/news=twice'].map(parseStory),
    })
    const report = createReport(result, description, nothingAccepted)
    expect(report.findings).toHaveLength(1)
    expect(await problemsOf(browser, (page) => page.setContent(htmlReport(report)))).toEqual([])
  })

  test('a report of the gauntlet with every way of the news and long names', async () => {
    const ids = ['lost', 'twice', 'late', 'out-of-order', 'at-once', 'before-return'].map(
      (news) => `all-approve/news=${news}`,
    )
    const long =
      'capture-failed-then-repeated/without=documents.0.captures.1/news=before-return/trouble=getMediaContent:503-thrice'
    const lost = 'lost a result: capture-failed-then-repeated; getMediaContent fails three times with 503'
    const moments = [0, 10, 900].map((at) => ({
      at,
      by: 'service' as const,
      text: `getMediaContent → 503 ${'x'.repeat(60)}`,
    }))
    const stories = [
      ...ids.map((id) => storyOf(id)),
      storyOf(long, { group: 'a check is missing', decision: 'unknown', word: 'x'.repeat(80), findings: [lost] }),
    ]
    const finding = findingOf(lost, {
      moments,
      stories: [long],
      shortest: long,
      command: `npx mock-yoti gauntlet --story '${long}'`,
    })
    const page = htmlReport(reportOf({ stories, findings: [finding] }))
    expect(await problemsOf(browser, (tab) => tab.setContent(page))).toEqual([])
    await using tab = await openTab(browser, { javaScriptEnabled: false })
    await tab.page.setContent(page)
    expect(await tab.page.locator('#stories tbody tr').count()).toBe(7)
    expect(await tab.page.locator('#filters').isVisible()).toBe(false)
    expect(await tab.page.getByRole('link', { name: 'finding 1' }).getAttribute('href')).toBe('#finding-1')
  })

  test('the report of a verification', async () => {
    await using folder = await openPactFolder()
    const pact = await folder.write('pact.json', ['profile-mismatch', 'all-approve'])
    await verifyCommand(['--pact-file', pact, '--html', folder.at('page.html')], quietEnvironment())
    const page = await folder.read('page.html')
    expect(page).toContain('2 interactions, 0 failed')
    expect(await problemsOf(browser, (tab) => tab.setContent(page))).toEqual([])
  })
})
