import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

/** What a browser sends when somebody types an address. */
const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

const openPage = async (path = '/') => {
  const response = await fetch(`${server.url}${path}`, { headers: browser, redirect: 'manual' })
  return { response, html: await response.text() }
}

/** An answer to headers that `fetch` does not let one set. */
const ask = (url: string, headers: Readonly<Record<string, string>>, method = 'GET') =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const sent = httpRequest(url, { method, headers }, async (response) =>
      resolve({ status: response.statusCode, text: (await response.toArray()).join('') }),
    )
    sent.on('error', reject).end()
  })

test('a browser that opens the address of the server gets the console, and nothing in it comes from elsewhere', async () => {
  const { response, html } = await openPage()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\//)
  expect(html).not.toMatch(/<script>|<style>|style="|onclick=/)
})

test('its scripts and styles have a hash in their names and are kept by browsers', async () => {
  const { html } = await openPage()
  const files = [...html.matchAll(/(?:src|href)="(__console\/[^"]+\.(js|css))"/g)]
  expect(files.map(([, , type]) => type).sort()).toEqual(['css', 'js'])
  for (const [, path, type] of files) {
    const response = await fetch(`${server.url}/${path}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(`text/${type === 'js' ? 'javascript' : 'css'}; charset=utf-8`)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  }
  expect((await fetch(`${server.url}/favicon.ico`)).headers.get('content-type')).toBe('image/svg+xml')
})

test.each([undefined, '*/*', 'application/json'])(
  'Accept: %s gets the hint where things are, as before',
  async (Accept) => {
    const { status, text } = await ask(server.url, Accept === undefined ? {} : { Accept })
    expect(status).toBe(404)
    expect(JSON.parse(text).message).toBe(
      "Nothing answers GET /. Yoti's API is below /idverify/v1 (GET /idverify/v1/sessions/all-approve), the control API below /__mock, its documents are /openapi.json and /__mock/openapi.json, and / in a browser shows the console",
    )
  },
)

test.each([
  ['/__console', './'],
  ['/__console/', '../'],
])('%s leads to the page, also below a prefix', async (path, location) => {
  const { response } = await openPage(path)
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(location)
})

test.each([
  '/__console/../package.json',
  '/__console/..%2fpackage.json',
  '/__console/%2e%2e/package.json',
  '/__console/console.js',
  '/__console/index.html/x',
  '/__console/nothing',
])('%s is not found, and names no file of this machine', async (path) => {
  const { status, text } = await ask(`${server.url}${path}`, browser)
  expect(status).toBe(404)
  expect(text).not.toContain('devDependencies')
  expect(JSON.parse(text).code).toBe('NOT_FOUND')
})

test('only GET and HEAD are answered', async () => {
  const posted = await ask(`${server.url}/`, browser, 'POST')
  expect([posted.status, JSON.parse(posted.text).code]).toEqual([405, 'METHOD_NOT_ALLOWED'])
  expect(await ask(`${server.url}/`, browser, 'HEAD')).toEqual({ status: 200, text: '' })
  expect((await ask(`${server.url}/`, browser, 'OPTIONS')).status).toBe(204)
})

test('the console is in no journal', async () => {
  await server.control.reset()
  for (const path of ['/', '/favicon.ico', '/__console/nothing.js', '/__console']) await openPage(path)
  expect(await server.control.requests.list()).toEqual([])
  await fetch(server.url, { headers: { Accept: '*/*' } })
  expect((await server.control.requests.list()).map(({ path }) => path)).toEqual(['/'])
})

test('the page needs no token, because it says nothing about this server', async () => {
  await using guarded = await startServer({ controlToken: 'open sesame' })
  const response = await fetch(guarded.url, { headers: browser })
  expect(response.status).toBe(200)
  expect(await response.text()).not.toContain('sesame')
})
