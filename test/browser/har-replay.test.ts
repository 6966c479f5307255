import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { isWithoutBrowser, openBrowser } from './browser.js'

describe.skipIf(isWithoutBrowser)('the archive of requests', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test('answers a page by Playwright when the server is gone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-har-'))
    const server = await startMockYoti()
    const result = `${server.apiUrl}/sessions/wrong-document`
    const live = await (await fetch(result)).json()
    await fetch(`${server.apiUrl}/sessions/nobody`)
    const archive = await (await fetch(`${server.url}/__mock/requests.har`)).text()
    await server.close()
    const har = join(folder, 'mock-yoti.har')
    await writeFile(har, archive)
    const context = await browser.newContext()
    try {
      await context.routeFromHAR(har, { notFound: 'abort' })
      const page = await context.newPage()
      const answer = await page.goto(result)
      expect(answer?.status()).toBe(200)
      expect(await answer?.json()).toEqual(live)
      const unknown = await page.goto(`${server.apiUrl}/sessions/nobody`)
      expect(unknown?.status()).toBe(404)
      expect(await unknown?.json()).toMatchObject({ code: 'SESSION_NOT_FOUND' })
      await expect(page.goto(`${server.apiUrl}/sessions/all-approve`)).rejects.toThrow('net::ERR_FAILED')
    } finally {
      await context.close()
      await rm(folder, { recursive: true })
    }
  })
})
