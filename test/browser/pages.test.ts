import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { sampled } from '../support/matrix.js'
import { findBarriers, isWithoutBrowser, openBrowser, openConsole, openTab, settle } from './browser.js'
import { findCuts } from './cuts.js'
import { refusedRequest } from './requests.js'

describe.skipIf(isWithoutBrowser)('every page of the console', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof startMockYoti>>
  let addresses: readonly string[]
  beforeAll(async () => {
    server = await startMockYoti({ visits: 'manual', notifyRetries: 0 })
    const notifications = { endpoint: 'http://127.0.0.1:9/yoti', topics: ['first_branch_visit'] }
    const done = await server.control.sessions.start({ scenario: 'wrong-document', kind: 'in-branch' })
    await server.control.sessions.visit(done.session_id)
    const open = await server.control.sessions.start({ scenario: 'all-approve', kind: 'in-branch', notifications })
    await server.control.sessions.visit(open.session_id, { step: 'scan-letter' })
    const approved = await server.control.sessions.start({ scenario: 'profile-mismatch', kind: 'in-branch' })
    await server.control.sessions.visit(approved.session_id)
    await server.control.faults.add({ operation: 'getSession', status: 503, times: 1 })
    await fetch(`${server.apiUrl}/session/x`)
    await refusedRequest(server.apiUrl)
    addresses = [
      '#/',
      '#/sessions',
      `#/sessions/${open.session_id}`,
      `#/sessions/${done.session_id}?tab=documents`,
      `#/sessions/${approved.session_id}?tab=checks`,
      `#/sessions/${approved.session_id}?tab=answer`,
      '#/requests',
      '#/requests?sel=1&tab=why',
      '#/requests?sel=2&tab=signature',
      '#/requests?sel=2&tab=request',
      '#/requests?sel=2&tab=code',
      '#/webhooks',
      '#/webhooks?sel=1',
      '#/scenarios?q=wrong',
      '#/scenarios?sel=wrong-document&q=wrong&tab=difference',
      '#/faults',
      '#/clock',
      '#/applications',
      '#/contracts?q=status',
      '#/nowhere',
    ]
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server.close()
  })

  test.each(['light', 'dark'] as const)(
    'has no barrier and fits, wide and narrow, in the %s scheme',
    async (colorScheme) => {
      await using tab = await openTab(browser, { colorScheme })
      const { page, problems } = tab
      const found: string[] = []
      const note = (where: string, barriers: readonly string[]) =>
        found.push(...barriers.map((text) => `${where} ${text}`))
      for (const address of addresses) {
        await page.setViewportSize({ width: 1280, height: 900 })
        await openConsole(page, server.url, address)
        await settle(page)
        note(address, await findBarriers(page))
        await page.setViewportSize({ width: 320, height: 800 })
        // A scheme changes colours alone: one of them is enough to look at what is narrow.
        if (sampled(['light', 'dark'], ['light']).includes(colorScheme))
          note(`${address} narrow`, await findBarriers(page))
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          note(`${address} ${width} wide`, await findCuts(page))
        }
      }
      expect(found).toEqual([])
      expect(problems).toEqual([])
    },
    300_000,
  )

  test('each dialog has no barrier, closes with Escape and gives the focus back', async () => {
    await using tab = await openTab(browser)
    const { page } = tab
    for (const [address, name] of [
      ['#/sessions', 'Start a session'],
      ['#/faults', 'Add a fault…'],
      ['#/webhooks', 'Notify now…'],
      ['#/applications', 'Register one…'],
      ['#/requests', 'Clear the journal'],
    ] as const) {
      await openConsole(page, server.url, address)
      const button = page.getByRole('button', { name, exact: true }).first()
      await button.click()
      await page.getByRole('dialog').waitFor()
      expect(await findBarriers(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await button.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
    }
  })
})
