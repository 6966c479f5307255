import { expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { openSessions } from '../support/open-sessions.js'
import { atHomeOrder, inBranchOrder, type Order } from '../support/orders.js'

const open = async () => {
  const server = await openSessions({ visits: 'manual' })
  const createWithPage = async (order: Order, base = '') => {
    const id = await server.create(order)
    const { client_session_token: token = '' } = await readSession(server.apiUrl, id)
    const query = new URLSearchParams({ sessionID: id, sessionToken: token })
    return { id, url: `${server.url}${base}/web/index.html?${query}` }
  }
  const press = (url: string, fields: Readonly<Record<string, string>>) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  return { ...server, createWithPage, press }
}

const returning = { success_url: 'https://shop.example/done?order=7', error_url: 'https://shop.example/failed?order=7' }

const currentStage = async (response: Response) =>
  /<li aria-current="step">(\w+)<\/li>/.exec(await response.text())?.[1]

test.each(['', '/idverify/v1', '/sandbox/idverify/v1', '/scenario/all-approve/idverify/v1'])(
  'the page of a person at home is at %s/web/index.html and completes the session as the scenario says',
  async (base) => {
    await using server = await open()
    const { id, url } = await server.createWithPage(atHomeOrder({ sdk_config: returning }), base)
    const page = await fetch(url)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await currentStage(page)).toBe('created')
    const completed = await server.press(url, { action: 'complete', scenario: 'all-approve' })
    expect([completed.status, completed.headers.get('location')]).toEqual([303, returning.success_url])
    expect((await readSession(server.apiUrl, id)).state).toBe('COMPLETED')
    expect(await currentStage(await fetch(url))).toBe('completed')
  },
)

test('the person may choose another scenario; one that does not exist is explained', async () => {
  await using server = await open()
  const { id, url } = await server.createWithPage(atHomeOrder())
  const wrong = await server.press(url, { action: 'complete', scenario: 'invalid-dokument-rejected' })
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toContain('The nearest is &#39;invalid-document-rejected&#39;')
  const completed = await server.press(url, { action: 'complete', scenario: 'invalid-document-rejected' })
  expect(completed.status).toBe(303)
  expect(new URL(completed.headers.get('location') ?? '', url).href).toBe(url)
  expect(await server.control.sessions.get(id)).toMatchObject({
    scenario: 'invalid-document-rejected',
    stage: 'completed',
  })
})

test('who cancels is sent to the error URL with the code; the session goes on', async () => {
  await using server = await open()
  const { id, url } = await server.createWithPage(atHomeOrder({ sdk_config: returning }))
  const location = async (code: string) => (await server.press(url, { action: 'cancel', code })).headers.get('location')
  expect(await location('4000')).toBe('https://shop.example/failed?order=7&yotiErrorCode=4000')
  const unknown = await server.press(url, { action: 'cancel', code: '<script>' })
  expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('has the code')])
  expect((await readSession(server.apiUrl, id)).state).toBe('ONGOING')
  const staying = await server.createWithPage(atHomeOrder())
  const page = await server.press(staying.url, { action: 'cancel', code: '1000' })
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('yotiErrorCode=1000')])
})

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'nonsense', 'file:///etc/passwd'])(
  'the person is never sent to %s',
  async (url) => {
    await using server = await open()
    const page = await server.createWithPage(atHomeOrder({ sdk_config: { success_url: url, error_url: url } }))
    expect((await server.press(page.url, { action: 'cancel' })).status).toBe(200)
    const { headers } = await server.press(page.url, { action: 'complete' })
    expect(new URL(headers.get('location') ?? '', page.url).href).toBe(page.url)
  },
)

test('the clerk takes the visit step by step, and completes it', async () => {
  await using server = await open()
  const { id, url } = await server.createWithPage(inBranchOrder())
  await server.instruct(id)
  const stageAfter = async (fields: Readonly<Record<string, string>>) => {
    const { status, headers } = await server.press(url, fields)
    expect(status).toBe(303)
    return currentStage(await fetch(new URL(headers.get('location') ?? '', url)))
  }
  expect(await stageAfter({ action: 'scan-letter' })).toBe('visited')
  expect(await stageAfter({ action: 'capture-document', document: '1' })).toBe('capturing')
  expect(await stageAfter({ action: 'capture-face' })).toBe('capturing')
  const twice = await server.press(url, { action: 'capture-face' })
  expect([twice.status, await twice.text()]).toEqual([409, expect.stringContaining('it happened already')])
  expect(await stageAfter({ action: 'complete' })).toBe('completed')
  expect(await (await fetch(url)).text()).not.toContain('<form')
})

test('the clerk can refuse, with a reason that is shown afterwards, and change the scenario before', async () => {
  await using server = await open()
  const { id, url } = await server.createWithPage(inBranchOrder())
  await server.press(url, { action: 'change-scenario', scenario: 'wrong-document' })
  expect((await server.control.sessions.get(id)).scenario).toBe('wrong-document')
  expect(await (await fetch(url)).text()).toContain('<label for="reason">Reason for the refusal</label>')
  await server.press(url, { action: 'refuse', reason: ' Not the same person ' })
  const { stage, happened } = await server.control.sessions.get(id)
  expect([stage, happened.at(-1)?.reason]).toEqual(['refused', 'Not the same person'])
  const text = await (await fetch(url)).text()
  expect(text).toContain('<strong>Refused.</strong> Reason: Not the same person')
  expect(text).not.toContain('<form')
})

test('before the instructions the clerk sees everything that is asked for, afterwards what was instructed', async () => {
  await using server = await open()
  const bill: NonNullable<Order['required_documents']>[number] = {
    type: 'SUPPLEMENTARY_DOCUMENT',
    objective: { type: 'PROOF_OF_ADDRESS' },
    document_types: ['UTILITY_BILL'],
    country_codes: ['GBR'],
  }
  const licence = inBranchOrder().required_documents ?? []
  const { id, url } = await server.createWithPage(inBranchOrder({ required_documents: [bill, ...licence] }))
  const listed = async () =>
    [...(await (await fetch(url)).text()).matchAll(/<li><div>([^<]+)<small>([^<]*)<\/small>/g)].map(
      ([, title, detail]) => [title, detail],
    )
  expect(await listed()).toEqual([
    ['The letter', 'there is no letter: the session has no instructions'],
    ['Document 1', 'GBR UTILITY_BILL'],
    ['Document 2', 'GBR DRIVING_LICENCE'],
  ])
  const scanned = await server.press(url, { action: 'scan-letter' })
  expect([scanned.status, await scanned.text()]).toEqual([
    409,
    expect.stringContaining('the session has no instructions'),
  ])
  await server.instruct(id)
  expect(await listed()).toEqual([['Document 1', 'GBR PASSPORT']])
  expect((await server.press(url, { action: 'scan-letter' })).status).toBe(303)
  await server.press(url, { action: 'capture-document', document: '2' })
  expect((await server.control.sessions.get(id)).requirements.map(({ captured }) => captured)).toEqual([false, true])
})

test('a scenario that does not exist stays in its field, and the outcome is shown at the end', async () => {
  await using server = await open()
  const { id, url } = await server.createWithPage(inBranchOrder())
  await server.instruct(id)
  const wrong = await server.press(url, { action: 'change-scenario', scenario: 'wrong-dokument' })
  expect(await wrong.text()).toContain('name="scenario" list="scenarios" value="wrong-dokument"')
  await server.press(url, { action: 'change-scenario', scenario: 'invalid-document-rejected' })
  await server.press(url, { action: 'complete' })
  const page = await (await fetch(url)).text()
  expect(page).toContain('<li><div>ID_<wbr>DOCUMENT_<wbr>AUTHENTICITY</div>')
  const text = page.replaceAll('<wbr>', '')
  expect(text).toContain('<h2>The outcome</h2>\n<p><strong>Completed.</strong>')
  expect(text).toContain('<li><div>ID_DOCUMENT_AUTHENTICITY</div><span>APPROVE</span></li>')
  expect(text).toMatch(/<li><div>DOCUMENT_SCHEME_VALIDITY_CHECK<small>\w+<\/small><\/div><span>REJECT<\/span><\/li>/)
})

test('the log and the control API say where the page of a created session is', async () => {
  const lines: string[] = []
  await using server = await openSessions({ visits: 'manual', log: 'text', write: (line) => lines.push(line) })
  const id = await server.create(inBranchOrder())
  const { user_view_url: url } = await server.control.sessions.get(id)
  expect(url).toMatch(`${server.url}/web/index.html?sessionID=${id}&sessionToken=`)
  expect(lines.filter((line) => line.includes(`its page: ${url}`))).toHaveLength(1)
  expect((await fetch(url)).status).toBe(200)
})

test.each([
  ['', 400, '2004'],
  ['?sessionID=x', 400, '2003'],
  ['?sessionID=x&sessionToken=y', 404, '2001'],
  ['?sessionID=all-approve&sessionToken=y', 401, '2000'],
])('an address with %s answers %i and says %s', async (query, status, code) => {
  await using server = await open()
  const page = await fetch(`${server.url}/web/index.html${query}`)
  expect([page.status, await page.text()]).toEqual([status, expect.stringContaining(`error ${code}`)])
  expect((await server.press(`${server.url}/web/index.html${query}`, { action: 'complete' })).status).toBe(status)
})

test('an expired session can only be left, with the code for that', async () => {
  await using server = await open()
  const { id, url } = await server.createWithPage(atHomeOrder({ sdk_config: returning }))
  await server.control.sessions.expire(id)
  const text = await (await fetch(url)).text()
  expect(text).toContain('<option value="2002" selected>')
  expect(text).not.toContain('value="complete"')
  expect((await server.press(url, { action: 'complete' })).status).toBe(409)
})

test('nothing that a client sends becomes markup, and a page loads and runs nothing', async () => {
  await using server = await open()
  const nasty = `"><script>alert(1)</script>'&`
  const { url } = await server.createWithPage(
    atHomeOrder({ user_tracking_id: nasty, sdk_config: { success_url: `https://x.example/${nasty}` } }),
  )
  const page = await fetch(url)
  const text = await page.text()
  expect(text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;')
  expect(text).not.toContain('<script')
  expect(text.match(/\s(?:src|href|on\w+|style)=/g)).toBeNull()
  expect(page.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self' http: https:; base-uri 'none'; frame-ancestors 'self' http:\/\/localhost:\* https:\/\/localhost:\* http:\/\/127\.0\.0\.1:\* https:\/\/127\.0\.0\.1:\*$/,
  )
  expect(page.headers.get('referrer-policy')).toBe('same-origin')
  const unknown = await server.press(url, { action: 'complete', scenario: nasty })
  expect(await unknown.text()).not.toContain('<script')
  const error = await fetch(`${server.url}/web/index.html?sessionID=${encodeURIComponent(nasty)}&sessionToken=x`)
  expect(await error.text()).not.toContain('<script')
})

test('a page takes forms only for actions that it has, and no other methods', async () => {
  await using server = await open()
  const { url } = await server.createWithPage(atHomeOrder())
  expect((await server.press(url, { action: 'explode' })).status).toBe(400)
  expect((await fetch(url, { method: 'DELETE' })).status).toBe(405)
})
