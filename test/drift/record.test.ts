import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../support/command.js'
import { applicant, inBranchOrder } from '../support/orders.js'
import { openReceiver } from '../support/receiver.js'
import { startServer } from '../support/server.js'
import { demo, messageOf, sendRaw, sign } from '../support/signing.js'
import { listenWithTls } from '../support/tls-receiver.js'
import { openRecorder } from './recorder.js'

let mock: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  mock = await startServer({ signatures: 'strict', visits: 'manual' })
})
afterAll(() => mock.close())

const name = { full_name: 'Quirinius Vandersloot', date_of_birth: '1985-12-10' }

test("Yoti's own package works through the proxy with its own signature, and everything it does is recorded", async () => {
  await using recorder = await openRecorder(mock.apiUrl)
  const program = fileURLToPath(new URL('../support/drive-with-sdk.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: { ...process.env, YOTI_IDV_API_URL: recorder.url, MOCK_SERVER: mock.url },
  })
  expect(JSON.parse(stdout.split('\n').at(-1) ?? '')).toMatchObject({ state: 'COMPLETED', photo: 'image/png' })
  const names = Object.keys(await recorder.recordings())
  expect(names).toEqual([
    '000001-createSession-201.json',
    '000002-getSessionConfiguration-200.json',
    '000003-createFaceCapture-201.json',
    '000004-putFaceCaptureImage-200.json',
    '000005-getSession-200.json',
    '000006-getMediaContent-200.json',
    '000007-getMediaContent-200.json',
    '000008-getTrackedDevices-200.json',
    '000009-deleteTrackedDevices-204.json',
    '000010-getTrackedDevices-200.json',
    '000011-deleteMediaContent-204.json',
    '000012-getMediaContent-404.json',
    '000013-getSupportedDocuments-200.json',
    '000014-deleteSession-204.json',
    '000015-getSession-404.json',
  ])
  const text = await recorder.written()
  expect(text).not.toContain(demo.sdkId)
  expect(text).not.toMatch(/"x-yoti-auth-digest": "(?!left out)/)
  expect(recorder.warnings).toEqual([])
})

test('nothing of the person, the application or the notifications is in any byte that is written', async () => {
  // A strict one takes no plain http for notifications.
  await using lenient = await startServer({ visits: 'manual' })
  await using receiver = await openReceiver()
  await using recorder = await openRecorder(lenient.apiUrl, receiver.url)
  const order = {
    ...inBranchOrder({ user_tracking_id: 'q.vandersloot@example.org' }),
    resources: {
      applicant_profile: {
        ...name,
        structured_postal_address: {
          ...applicant.structured_postal_address,
          address_line1: '14 Ljubljanska cesta',
          postal_code: 'QX7 3ZZ',
        },
      },
    },
    notifications: {
      endpoint: `${recorder.url}/notifications`,
      topics: ['SESSION_COMPLETION', 'THANK_YOU_EMAIL_REQUESTED'],
      auth_token: 'user:sEcReT-tOkEn',
      auth_type: 'BASIC',
    },
  }
  const body = JSON.stringify(order)
  const query = `sdkId=${demo.sdkId}&nonce=1b671a64-40d5-491e-99b0-000000000001&timestamp=1772625600000`
  const call = (method: string, path: string, sent = '') =>
    sendRaw(recorder.url, {
      method,
      target: `/idverify/v1${path}?${query}`,
      headers: {
        'X-Yoti-Auth-Digest': sign(messageOf(method, `${path}?${query}`, sent)),
        'Content-Type': 'application/json',
        'X-Quirinius': 'Vandersloot',
      },
      body: sent,
    })
  const created = await call('POST', '/sessions', body)
  expect([created.status, created.body.errors]).toEqual([201, undefined])
  const id = String(created.body.session_id)
  const configuration = await call('GET', `/sessions/${id}/configuration`)
  const { capture } = JSON.parse(configuration.bytes.toString()) as {
    capture: { required_resources: [{ id: string }] }
  }
  const instructions = {
    contact_profile: { first_name: 'Quirinius', last_name: 'Vandersloot', email: 'q.vandersloot@example.org' },
    documents: [
      {
        requirement_id: capture.required_resources[0].id,
        document: { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'DRIVING_LICENCE' },
      },
    ],
    branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
  }
  expect((await call('PUT', `/sessions/${id}/instructions`, JSON.stringify(instructions))).status).toBe(200)
  expect((await call('GET', `/sessions/${id}/instructions/contact-profile`)).status).toBe(200)
  expect((await call('GET', `/sessions/${id}/instructions/pdf`)).status).toBe(200)
  await lenient.control.sessions.visit(id)
  await lenient.control.notifications.waitFor({ sessionId: id, topic: 'session_completion' })
  const result = await call('GET', `/sessions/${id}`)
  const session = JSON.parse(result.bytes.toString()) as {
    resources: { id_documents: [{ document_fields: { media: { id: string } } }] }
  }
  const fields = await call(
    'GET',
    `/sessions/${id}/media/${session.resources.id_documents[0].document_fields.media.id}/content`,
  )
  expect(fields.bytes.toString().toUpperCase()).toContain('VANDERSLOOT')
  expect(receiver.topics().sort()).toEqual(['session_completion', 'thank_you_email_requested'])
  expect(receiver.received[0]?.headers.authorization).toBe(
    `Basic ${Buffer.from('user:sEcReT-tOkEn').toString('base64')}`,
  )
  const recordings = await recorder.recordings()
  expect(
    Object.keys(recordings)
      .map((file) => file.replace(/^\d+-/, ''))
      .sort(),
  ).toEqual([
    'createSession-201.json',
    'getInstructionsContactProfile-200.json',
    'getInstructionsPdf-200.json',
    'getMediaContent-200.json',
    'getSession-200.json',
    'getSessionConfiguration-200.json',
    'notification-session_completion.json',
    'notification-thank_you_email_requested.json',
    'putInstructions-200.json',
  ])
  const everything = `${await recorder.written()}\n${recorder.warnings.join('\n')}`
  const secrets = [
    /quirinius/i,
    /vandersloot/i,
    /ljubljanska/i,
    /QX7/,
    /1985-12-10/,
    /tOkEn/,
    /example\.org/,
    /c2VDcmVU/i,
    new RegExp(id),
    new RegExp(demo.sdkId),
    /127\.0\.0\.1/,
    /1010034/,
    /000000000001/,
  ]
  for (const secret of secrets) expect(everything).not.toMatch(secret)
})

test('the built command prints where it listens and the names of its files, and ends when it is told to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-built-'))
  const program = fileURLToPath(new URL('../../bin/mock-yoti.js', import.meta.url))
  const child = spawn(process.execPath, [program, 'record', '--upstream', mock.apiUrl, '--out', folder, '--port', '0'])
  const printed: string[] = []
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  try {
    while (!printed.join('').includes('Ctrl-C')) await once(child.stdout, 'data')
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed.join(''))?.[0] ?? ''
    const { status } = await sendRaw(url, { target: '/supported-documents?Quirinius=Vandersloot' })
    expect(status).toBe(200)
    await sendRaw(url, { target: '/people/Quirinius-Vandersloot' })
    child.kill('SIGTERM')
    const [code] = (await once(child, 'close')) as [number | null]
    expect(code).toBe(0)
    expect(printed.join('')).toMatch(/\n000001-getSupportedDocuments-200\.json\n000002-unknown-404\.json\n$/)
    expect(printed.join('')).not.toMatch(/quirinius|vandersloot/i)
    expect((await readdir(folder)).sort()).toEqual(['000001-getSupportedDocuments-200.json', '000002-unknown-404.json'])
  } finally {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true })
  }
})

/** A server that says what came to it, byte for byte. */
const openMirror = async (answer: { status: number; headers: [string, string][]; body: Buffer }) => {
  const seen: { method: string | undefined; url: string | undefined; rawHeaders: string[]; body: Buffer }[] = []
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    seen.push({ method: request.method, url: request.url, rawHeaders: request.rawHeaders, body })
    response.writeHead(answer.status, answer.headers.flat()).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/idverify/v1`, seen, [Symbol.asyncDispose]: async () => void server.close() }
}

test('method, path, query, headers and body are passed on byte for byte, and so is the answer', async () => {
  const answer = gzipSync('{ "state":"ONGOING" , "state_reason":"Quirinius" }')
  await using mirror = await openMirror({
    status: 218,
    headers: [
      ['X-Odd-CASE', 'a,  b'],
      ['Content-Encoding', 'gzip'],
      ['content-type', 'application/json; charset=utf-8'],
      ['Connection', 'close'],
    ],
    body: answer,
  })
  await using recorder = await openRecorder(mirror.url)
  const body = Buffer.from('{"a" :  1.0, "b":"\\u00e9"}')
  const target = '/sessions//x/%7Ey?b=2&a=%31&&sdkId='
  const answered = await sendRaw(recorder.url, {
    method: 'PATCH',
    target,
    headers: { 'X-CaSe': '1', TE: 'trailers', 'content-type': 'text/weird' },
    body,
  })
  const [seen] = mirror.seen
  expect(seen).toMatchObject({ method: 'PATCH', url: `/idverify/v1${target}`, body })
  expect(seen?.rawHeaders).toEqual(
    expect.arrayContaining(['X-CaSe', '1', 'content-type', 'text/weird', 'Host', new URL(mirror.url).host]),
  )
  expect(seen?.rawHeaders).not.toContain('TE')
  expect(answered.status).toBe(218)
  expect(answered.bytes.equals(answer)).toBe(true)
  expect(Object.values(await recorder.recordings())).toMatchObject([
    {
      operation: 'unknown',
      request: { method: 'PATCH' },
      response: { status: 218, body: { json: { state: 'XXXXXXXX', state_reason: 'Xxxxxxxxxxxxxxxx' } } },
    },
  ])
})

test('an upstream that does not answer is 502, and nothing is written; a certificate must be good', async () => {
  await using tls = await listenWithTls()
  for (const upstream of ['http://127.0.0.1:9/idverify/v1', tls.url]) {
    await using recorder = await openRecorder(upstream)
    const { status } = await sendRaw(recorder.url, { target: '/sessions/Quirinius' })
    expect(status).toBe(502)
    expect(await recorder.recordings()).toEqual({})
    expect(recorder.warnings).toEqual([
      expect.stringMatching(
        /^the upstream did not answer \((?:ECONNREFUSED|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|\w+)\); nothing of the request was kept$/,
      ),
    ])
  }
})

test.each([
  [['--out', 'x'], 'What is recorded? --upstream'],
  [['--upstream', 'https://api.yoti.com/idverify/v1'], 'Where are recordings written to? --out DIR'],
  [['--upstream', 'http://api.yoti.com/idverify/v1', '--out', 'x'], '--upstream must be https'],
  [['--upstream', 'http://127.0.0.1.example.org', '--out', 'x'], '--upstream must be https'],
  [['--upstream', 'ftp://127.0.0.1', '--out', 'x'], '--upstream must be https'],
  [
    ['--upstream', 'https://api.yoti.com', '--out', 'x', '--notifications', 'http://example.org'],
    '--notifications must be https',
  ],
  [['--upstream', 'https://api.yoti.com', '--out', 'x', '--port', '65536'], '--port takes a number from 0 to 65535'],
  [['--upstream', 'api.yoti.com', '--out', 'x'], '--upstream takes an address such as'],
  [['--upstream', 'https://a:b@api.yoti.com', '--out', 'x'], 'without a login'],
  [['--upstream', 'https://api.yoti.com', '--har', 'x.har', '--out', 'x'], 'do not go together'],
  [['--har', 'none.har', '--out', '/dev/null/x'], '--out /dev/null/x cannot be used'],
  [['--prt', '1'], "Unknown option --prt. Did you mean '--port'?"],
])('what cannot be meant is exit 2 with a sentence: %j', async (argv, message) => {
  const { code, stderr } = await runCommand(['record', ...argv])
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})
