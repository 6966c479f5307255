import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { isWithoutBrowser, openBrowser, openConsole, openTab, settle } from './browser.js'

const attack = `<img src=x onerror="document.title='broken'"><script>document.title='broken'</script>"'\u202e{{7*7}}`

describe.skipIf(isWithoutBrowser)('the console is safe', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test('whatever a client sends is shown as text, on every page', async () => {
    await using server = await startMockYoti({ visits: 'manual', notifyRetries: 0 })
    const { control } = server
    const body = { user_tracking_id: attack, session_deadline: attack, requested_checks: [{ type: attack }] }
    await fetch(
      `${server.apiUrl}/sessions?sdkId=${encodeURIComponent(attack)}&${encodeURIComponent(attack)}=${encodeURIComponent(attack)}`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Note': '<b>x</b>' },
        body: JSON.stringify(body),
      },
    )
    await fetch(`${server.apiUrl}/sessions/${encodeURIComponent(attack)}`)
    await fetch(`${server.url}/${encodeURIComponent(attack)}`)
    const notifications = {
      endpoint: `http://127.0.0.1:9/${encodeURIComponent(attack)}`,
      topics: ['first_branch_visit'],
    }
    const { session_id: id } = await control.sessions.start({
      scenario: 'all-approve',
      kind: 'in-branch',
      sdkId: attack,
      notifications,
    })
    await control.sessions.visit(id, { step: 'scan-letter' })
    await control.sessions.visit(id, { step: 'refuse', reason: attack })
    await control.faults.add({ status: 500, body: attack, sdkId: attack })
    await control.applications.put(attack, { signatures: 'lenient' })
    await using tab = await openTab(browser)
    const { page, problems } = tab
    for (const hash of [
      '#/',
      '#/sessions',
      `#/sessions/${id}`,
      `#/sessions/${id}?tab=answer`,
      '#/requests',
      ...['why', 'request', 'answer', 'signature', 'code'].map((name) => `#/requests?sel=1&tab=${name}`),
      '#/requests?sel=3',
      '#/webhooks?sel=1',
      '#/webhooks?sel=1&tab=sent',
      '#/faults',
      '#/applications',
      `#/scenarios?q=${encodeURIComponent(attack)}&sel=${encodeURIComponent(attack)}`,
      `#/sessions/${encodeURIComponent(attack)}`,
      `#/requests?sel=${encodeURIComponent(attack)}&app=${encodeURIComponent(attack)}`,
    ]) {
      await openConsole(page, server.url, hash)
      await settle(page)
      expect(await page.title()).not.toContain('broken')
      expect(await page.locator('main img[src="x"], main script').count()).toBe(0)
    }
    // What is not there is answered 404, which browsers note; nothing else may be wrong.
    expect(problems.filter((text) => !/status of 40[04]/.test(text))).toEqual([])
    await openConsole(page, server.url, '#/sessions')
    await page.getByRole('link', { name: `${id.slice(0, 8)}…` }).waitFor()
  })

  test('with a control token it asks once, also after a wrong one, and keeps it from the address', async () => {
    await using server = await startMockYoti({ controlToken: 'open sesame' })
    await using tab = await openTab(browser)
    const { page } = tab
    await page.goto(server.url)
    await page.getByLabel('Control token').fill('wrong')
    await page.getByRole('button', { name: 'Open the console' }).click()
    await page.getByText('The server did not take the last token.').waitFor()
    await page.getByLabel('Control token').fill('open sesame')
    await page.getByRole('button', { name: 'Open the console' }).click()
    await page.getByText('live', { exact: true }).waitFor()
    await page.reload()
    await page.getByText('live', { exact: true }).waitFor()
    await using second = await openTab(browser)
    await second.page.goto(`${server.url}/#token=open%20sesame`)
    await second.page.getByText('live', { exact: true }).waitFor()
    expect(second.page.url()).toBe(`${server.url}/#/`)
  })

  test('behind a proxy, below a prefix and by another name, with --allow-host, its buttons work', async () => {
    await using server = await startMockYoti({ allowHost: ['mock.localhost.example'], visits: 'manual' })
    const proxy = createServer((request, response) => {
      const url = `${server.url}${(request.url ?? '').replace(/^\/mock/, '')}`
      // The proxy puts the server's own address into Host; the page's Origin says how the browser calls it.
      const origin = request.headers.origin === undefined ? {} : { origin: 'https://mock.localhost.example' }
      const headers = { ...request.headers, host: new URL(server.url).host, ...origin }
      const asked = httpRequest(url, { method: request.method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      request.pipe(asked.on('error', () => response.destroy()))
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const { port } = proxy.address() as AddressInfo
    await using tab = await openTab(browser)
    const { page, problems } = tab
    await openConsole(page, `http://127.0.0.1:${port}/mock`, '#/sessions')
    await page.getByRole('button', { name: 'Start a session' }).first().click()
    await page.getByRole('button', { name: 'Start it' }).click()
    await page.getByRole('heading', { name: /^Session \w{8}/ }).waitFor()
    expect(await server.control.sessions.list()).toHaveLength(1)
    expect(problems).toEqual([])
    proxy.closeAllConnections()
    proxy.close()
  })

  test('a page of another site cannot read it, drive it or show it in a frame', async () => {
    await using server = await startMockYoti()
    const other = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<iframe src="${server.url}/"></iframe>`)
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    await using tab = await openTab(browser)
    const { page, problems } = tab
    await page.goto(`http://localhost:${port}/`)
    const answers = await page.evaluate(
      `Promise.all([
        fetch('${server.url}/__mock/reset', { method: 'POST', mode: 'no-cors' }),
        fetch('${server.url}/__mock/requests').then(() => 'read', () => 'refused'),
        fetch('${server.url}/__mock/events').then(() => 'read', () => 'refused'),
      ]).then(([, ...rest]) => rest)`,
    )
    expect(answers).toEqual(['refused', 'refused'])
    expect(problems.some((text) => text.includes('frame-ancestors'))).toBe(true)
    other.closeAllConnections()
    other.close()
  })
})
