import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergePacts, missingShapes, resultShapes, yotiPact } from '../../contracts/pact/index.js'
import { parsePact } from '../../contracts/pact/parts.js'
import { verifyCommand } from '../../contracts/verify/verify-command.js'
import { namedSessionId } from '../../server/base/ids.js'
import { quietEnvironment } from '../support/pact-cli.js'
import { startServer } from '../support/server.js'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'decisions-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const shapeNamed = (id: string) => {
  const [shape] = resultShapes.only(id)
  if (shape === undefined) throw new Error(`no shape '${id}'`)
  return shape
}

const file = () => join(dir, 'a-team-yoti-idv-mock.json')
const verify = () => verifyCommand(['--pact-file', file()], quietEnvironment())

/** Writes the contract of one shape, changed where the test says so. */
const contract = async (id: string, reads: readonly string[], change: (text: string) => string = (text) => text) => {
  const shape = shapeNamed(id)
  await yotiPact({ consumer: 'a-team', dir, auth: 'bearer' }).expects(shape, { reads }, ({ url }) =>
    fetch(`${url}/sessions/${shape.sessionId}`, { headers: { Authorization: 'Bearer word' } }),
  )
  await mergePacts(dir)
  await writeFile(file(), change(await readFile(file(), 'utf8')))
}

test('decisions is core and what a decision in a branch depends on besides', () => {
  const decisions = resultShapes.group('decisions').map(({ id }) => id)
  expect(decisions).toEqual(expect.arrayContaining(resultShapes.group('core').map(({ id }) => id)))
  for (const id of [
    'authenticity-approved-despite:HOLOGRAM_MOVEMENT',
    'approved-document:EU_DRIVING_LICENCE',
    'unknown-recommendation',
    'unknown-check-state',
    'unknown-check-type',
    'unknown-session-state',
    'mandatory-check-absent',
    'approved-so-far',
    'rejected-so-far',
    'reject-without-reason',
    'summer-night',
    'bad-gateway-page',
    'unavailable-without-body',
    'busy-until',
  ])
    expect(decisions).toContain(id)
  const future = resultShapes.group('future').map(({ id, provenance }) => [id, provenance])
  expect(future.slice(0, 4)).toEqual([
    ['unknown-session-state', 'invented'],
    ['unknown-check-state', 'invented'],
    ['unknown-check-type', 'invented'],
    ['unknown-recommendation', 'invented'],
  ])
})

test('a server in the state of a changed result answers it, and forgets it at the teardown', async () => {
  await using server = await startServer({ signatures: 'off' })
  const ask = async (action: string) => {
    const body = {
      state: 'a session has a changed result',
      params: { result: 'all-approve', change: 'unknown-session-state' },
      action,
    }
    const response = await fetch(`${server.url}/__mock/pact/provider-states`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as { sessionId: string }
  }
  const { sessionId } = await ask('setup')
  const answer = await fetch(`${server.apiUrl}/sessions/${sessionId}`)
  expect(await answer.json()).toMatchObject({ session_id: sessionId, state: 'UNDER_REVIEW' })
  await ask('teardown')
  expect((await fetch(`${server.apiUrl}/sessions/${sessionId}`)).status).toBe(404)
  expect(await server.control.faults.list()).toEqual([])
})

test('a gateway answers with a page, with nothing, and says when to come back', async () => {
  await using server = await startServer({ signatures: 'off' })
  const answers = await Promise.all(
    ['bad-gateway-page', 'unavailable-without-body', 'busy-until'].map(async (answer) => {
      const state = await fetch(`${server.url}/__mock/pact/provider-states`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ state: 'a gateway answers', params: { answer }, action: 'setup' }),
      })
      const { sessionId } = (await state.json()) as { sessionId: string }
      const { status, headers, ...response } = await fetch(`${server.apiUrl}/sessions/${sessionId}`).then(
        async (one) => ({
          status: one.status,
          headers: one.headers,
          text: await one.text(),
        }),
      )
      return [status, headers.get('content-type'), headers.get('retry-after'), response.text.slice(0, 15)]
    }),
  )
  expect(answers).toEqual([
    [502, 'text/html', null, '<!doctype html>'],
    [503, expect.anything(), null, ''],
    [429, 'text/html', '2', '<!doctype html>'],
  ])
})

test('a bearer client writes a contract without a signature, and it is kept', async () => {
  await contract('profile-mismatch', ['state'])
  const [interaction] = parsePact(await readFile(file(), 'utf8')).interactions
  const { request } = interaction as unknown as { request: { headers: object; query?: object } }
  expect(request.headers).toEqual({ Authorization: ['Bearer example'] })
  expect(request.query).toBeUndefined()
  expect(await verify()).toMatchObject({ exitCode: 0 })
})

test('a client that says nothing of itself writes a contract too', async () => {
  const shape = shapeNamed('profile-mismatch')
  await yotiPact({ consumer: 'a-team', dir, auth: 'none' }).expects(shape, { reads: ['state'] }, ({ url }) =>
    fetch(`${url}/sessions/${shape.sessionId}`),
  )
  await mergePacts(dir)
  expect(await verify()).toMatchObject({ exitCode: 0 })
  // @ts-expect-error what comes from JavaScript
  expect(() => yotiPact({ consumer: 'a-team', auth: 'token' })).toThrow("auth: 'token' is none of")
})

test.each([
  [
    'the document that was brought',
    'wrong-document',
    ['resources.id_documents[].document_type'],
    '"DRIVING_LICENCE"',
    '"PASSPORT"',
  ],
  ['the case of its type', 'all-approve', ['resources.id_documents[].document_type'], '"PASSPORT"', '"passport"'],
  [
    'its country',
    'approved-document:EU_DRIVING_LICENCE',
    ['resources.id_documents[].issuing_country'],
    '"DEU"',
    '"GBR"',
  ],
  [
    'the sub-check that failed',
    'authenticity-approved-despite:HOLOGRAM_MOVEMENT',
    ['checks[].report.breakdown[].sub_check', 'checks[].report.breakdown[].result'],
    '"hologram_movement"',
    '"hologram"',
  ],
])('%s is asked for exactly', async (_name, id, reads, value, other) => {
  await contract(id, reads)
  expect(await verify()).toMatchObject({ exitCode: 0 })
  const text = await readFile(file(), 'utf8')
  expect(text).toContain(value)
  await writeFile(file(), text.replaceAll(value, other))
  expect(await verify()).toMatchObject({ exitCode: 1 })
})

const v2 = (interactions: readonly object[]) =>
  writeFile(
    file(),
    JSON.stringify({
      consumer: { name: 'a-team' },
      provider: { name: 'yoti-idv-mock' },
      interactions,
      metadata: { pactSpecification: { version: '2.0.0' } },
    }),
  )

test('a pact of version 2 names its state with the parameters in brackets, is verified and counted', async () => {
  const sessionId = namedSessionId('profile-mismatch')
  const request = { method: 'GET', path: `/idverify/v1/sessions/${sessionId}` }
  const providerState = 'a session has the result (result: profile-mismatch)'
  await v2([
    { description: 'with a state', providerState, request, response: { status: 200, body: { state: 'ONGOING' } } },
    {
      description: 'without one',
      request: { method: 'GET', path: `/idverify/v1/sessions/${namedSessionId('wrong-document')}` },
      response: { status: 200 },
    },
  ])
  const { text, exitCode } = await verify()
  expect(text).toContain('2 interactions, 0 failed')
  expect(exitCode).toBe(0)
  const missing = missingShapes(file(), { groups: ['core'] }).map(({ id }) => id)
  expect(missing).not.toContain('profile-mismatch')
  expect(missing).not.toContain('wrong-document')
  expect(missing).toContain('invalid-document')
})
