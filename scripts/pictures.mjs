// `npm run pictures [-- DIR]`: photographs each page of the console, from a real run, for docs/console.md. Needs Chromium.
import { createSign, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { keepBuilt } from './setup.mjs'

keepBuilt()
const { demo, startMockYoti } = await import(new URL('../dist/index.js', import.meta.url).href)
const folder = process.argv[2] ?? fileURLToPath(new URL('../docs/images', import.meta.url))
mkdirSync(folder, { recursive: true })

/** A receiver of webhooks that answers 503 twice, then 200. */
let came = 0
const receiver = createServer((request, response) => {
  request.resume()
  came += 1
  response.writeHead(came <= 2 ? 503 : 200).end(came <= 2 ? 'come again' : 'thank you')
})
await new Promise((resolve) => receiver.listen({ port: 0, host: '127.0.0.1' }, () => resolve(undefined)))
const address = receiver.address()
const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/yoti`

const server = await startMockYoti({ visits: 'manual', notifyRetries: 0 })
const { control } = server

/** Sends a request signed by the demo application; `signed` is what it signs in place of the right path. */
const call = async (method, path, body, signed = path) => {
  const query = `sdkId=${demo.sdkId}&nonce=${randomUUID()}&timestamp=${Date.now()}`
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const message = [`${method}&${signed}?${query}`, ...(sent ? [Buffer.from(sent).toString('base64')] : [])].join('&')
  const digest = createSign('sha256').update(message).sign(demo.privateKey, 'base64')
  const response = await fetch(`${server.apiUrl}${path}?${query}`, {
    method,
    headers: { 'X-Yoti-Auth-Digest': digest, ...(sent && { 'Content-Type': 'application/json' }) },
    ...(sent !== undefined && { body: sent }),
  })
  await response.arrayBuffer()
}

for (const scenario of ['all-approve', 'profile-mismatch', 'wrong-document', 'missing-document']) {
  const topics = ['session_completion', 'first_branch_visit', 'check_completion']
  const session = await control.sessions.start({
    scenario,
    kind: 'in-branch',
    sdkId: demo.sdkId,
    notifications: { endpoint, topics },
  })
  if (scenario === 'all-approve' || scenario === 'wrong-document') await control.sessions.visit(session.session_id)
  if (scenario === 'profile-mismatch') await control.sessions.visit(session.session_id, { step: 'scan-letter' })
  await call('GET', `/sessions/${session.session_id}`)
}
await control.faults.add({ operation: 'getSession', status: 503, times: 1, sdkId: demo.sdkId })
await control.faults.add({ operation: 'getMediaContent', delay: 'PT2S' })
await call('GET', '/sessions/all-approve')
await call('GET', '/session/all-approve')
await call('GET', '/sessions/profile-mismatch')
await call('POST', '/sessions', { session_deadline: 'soon', requested_checks: 'none' })
await call('GET', '/sessions/all-approve', undefined, '/idverify/v1/sessions/all-approve')
await control.notifications.waitFor({ count: 1 }).catch(() => undefined)

const [open] = (await control.sessions.list()).filter(({ scenario }) => scenario === 'profile-mismatch')
const [done] = (await control.sessions.list()).filter(({ scenario }) => scenario === 'wrong-document')
const refused = (await control.requests.list()).at(-1)
const [failed] = await control.notifications.list({ status: 'failed' })
const pages = {
  overview: '#/',
  sessions: '#/sessions',
  session: `#/sessions/${open.session_id}`,
  'session-documents': `#/sessions/${done.session_id}?tab=documents`,
  'session-checks': `#/sessions/${done.session_id}?tab=checks`,
  'session-answer': `#/sessions/${done.session_id}?tab=answer`,
  requests: '#/requests',
  request: `#/requests?sel=${refused.id}&tab=signature`,
  'request-test': `#/requests?sel=${refused.id}&tab=code`,
  webhooks: '#/webhooks',
  webhook: `#/webhooks?sel=${failed?.id}`,
  scenarios: '#/scenarios',
  scenario: '#/scenarios?sel=wrong-document&q=wrong',
  faults: '#/faults',
  clock: '#/clock',
  applications: '#/applications',
  contracts: '#/contracts',
}

const wanted = (process.env.PAGES ?? '').split(',').filter(Boolean)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
/** @type {['light' | 'dark', number][]} */
const shapes = process.argv.includes('--all')
  ? [
      ['light', 1280],
      ['dark', 1280],
      ['light', 390],
    ]
  : [['light', 1280]]
for (const [colorScheme, width] of shapes) {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height: width === 390 ? 844 : 800 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(error))
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()))
  for (const [name, hash] of Object.entries(pages)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    await page.goto(`${server.url}/${hash}`)
    await page
      .getByText('live', { exact: true })
      .waitFor({ timeout: 5000 })
      .catch(() => undefined)
    await page.getByText(/^Reading …$/).waitFor({ state: 'detached', timeout: 60_000 })
    // Images of documents, and the first batch of events.
    await page.waitForTimeout(300)
    const suffix = process.argv.includes('--all') ? `-${width}-${colorScheme}` : ''
    await page.screenshot({ path: `${folder}/${name}${suffix}.png`, fullPage: width === 390 })
  }
  await context.close()
}
await browser.close()
await server.close()
receiver.close()
