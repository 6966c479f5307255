import { once } from 'node:events'
import { connect } from 'node:net'
import validator from 'har-validator'
import { expect, test } from 'vitest'
import { startServer } from '../support/server.js'

type Har = {
  readonly log: {
    readonly entries: readonly {
      readonly startedDateTime: string
      readonly request: {
        readonly url: string
        readonly headers: readonly { readonly name: string; readonly value: string }[]
        readonly queryString: readonly { readonly name: string; readonly value: string }[]
        readonly postData?: { readonly text: string; readonly mimeType: string; readonly comment?: string }
      }
      readonly response: { readonly status: number; readonly content: Record<string, unknown> }
      readonly _mockYoti: Record<string, unknown>
    }[]
  }
}

const read = async (url: string, query = ''): Promise<Har> => {
  const har = (await (await fetch(`${url}/__mock/requests.har${query}`)).json()) as Har
  // Rejects with what is wrong.
  await validator.har(har)
  return har
}

test('the journal is a HAR that others take, with what only this server knows beside it', async () => {
  await using server = await startServer()
  await fetch(`${server.apiUrl}/sessions/all-approve?a=1&a=2&sdkId=mine`)
  await fetch(`${server.apiUrl}/session/x`)
  await fetch(`${server.apiUrl}/sessions`, {
    method: 'POST',
    body: '{"a": 1}',
    headers: { 'Content-Type': 'application/json' },
  })
  const { log } = await read(server.url)
  expect(log).toMatchObject({ version: '1.2', creator: { name: 'mock-yoti' } })
  const [first, second, third] = log.entries
  expect(first?.startedDateTime).toBe('2026-03-04T12:00:00.000Z')
  expect(first?.request.url).toBe(`${server.apiUrl}/sessions/all-approve?a=1&a=2&sdkId=mine`)
  expect(first?.request.queryString).toEqual([
    { name: 'a', value: '1' },
    { name: 'a', value: '2' },
    { name: 'sdkId', value: 'mine' },
  ])
  expect(JSON.parse(String(first?.response.content['text']))).toMatchObject({ session_id: expect.any(String) })
  expect(first?._mockYoti).toMatchObject({ id: 1, operation: 'getSession', scenario: 'all-approve' })
  expect(second?._mockYoti).toMatchObject({ nearMiss: { difference: "'session' is not 'sessions'" } })
  expect(third?.request.postData).toMatchObject({ text: '{"a":1}', mimeType: 'application/json' })
})

test('what signs and authorizes is hidden unless it is asked for', async () => {
  await using server = await startServer()
  const headers = { Authorization: 'Bearer hush', 'X-Yoti-Auth-Digest': 'signed', 'X-Other': 'seen' }
  await fetch(`${server.apiUrl}/sessions/all-approve?sessionToken=token&nonce=n`, { headers })
  const text = JSON.stringify(await read(server.url))
  for (const secret of ['hush', 'signed', '=token', '"token"']) expect(text).not.toContain(secret)
  expect(text).toContain('seen')
  const { log } = await read(server.url, '?secrets=true')
  expect(log.entries[0]?.request.headers).toContainEqual({ name: 'Authorization', value: 'Bearer hush' })
})

test('filters and pages hold; unanswered requests are left out; bodies say where they were cut', async () => {
  await using server = await startServer()
  await server.control.faults.add({ operation: 'getSession', spoil: 'reset-before', times: 1 })
  await fetch(`${server.apiUrl}/sessions/all-approve`).catch(() => undefined)
  await fetch(`${server.apiUrl}/sessions/all-approve`)
  await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body: `"${'x'.repeat(100_000)}"` })
  const { log } = await read(server.url)
  expect(log.entries.map(({ _mockYoti: { id } }) => id)).toEqual([2, 3])
  expect(log.entries[1]?.request.postData?.comment).toBe('cut at 65536 bytes')
  expect((await read(server.url, '?operation=getSession&limit=1')).log.entries).toHaveLength(1)
})

test('media are left out of it', async () => {
  await using server = await startServer()
  const letter = await fetch(`${server.apiUrl}/sessions/all-approve/instructions/pdf`)
  expect(letter.status).toBe(200)
  const { log } = await read(server.url)
  expect(log.entries[0]?.response.content).toMatchObject({ mimeType: 'application/pdf', comment: 'media are left out' })
})

/** Sends a request line as it stands, with nothing else than Host. */
const sendLine = async (url: string, line: string) => {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(`${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  socket.resume()
  await once(socket, 'close')
}

test('targets that are whole addresses, or no paths, do not keep the others from being read', async () => {
  await using server = await startServer()
  await sendLine(server.url, 'GET http://other.example/idverify/v1/sessions/x?sdkId=mine HTTP/1.1')
  await sendLine(server.url, 'GET http:// HTTP/1.1')
  await sendLine(server.url, 'OPTIONS * HTTP/1.1')
  await fetch(`${server.apiUrl}/sessions/all-approve`)
  for (const query of ['', '?secrets=true']) {
    const { log } = await read(server.url, query)
    // Several servers write down what they have answered in their own time.
    expect(log.entries.map(({ request }) => request.url).sort()).toEqual([
      `${server.url}/`,
      `${server.url}/*`,
      `${server.apiUrl}/sessions/all-approve`,
      `${server.apiUrl}/sessions/x?sdkId=mine`,
    ])
  }
})
