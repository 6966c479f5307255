// Work grows with what is sent, so what is sent is bounded where nobody could mean more. `bench/block.mjs` measures the time.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectDocumented } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { openTarget } from '../support/server.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

type Answer = { readonly code?: string; readonly errors?: { property: string; message: string }[] }

const send = async (method: string, path: string, body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${target.url}${path}`, { method, body, headers })
  const text = await response.text()
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answer }
}

const sessions = '/idverify/v1/sessions'
const create = (changes: object) => send('POST', sessions, JSON.stringify({ ...inBranchOrder(), ...changes }))
const list = (item: string, count: number) => `[${Array(count).fill(item).join()}]`

test('a body of more than 50,000 values is refused on every surface, and nothing is stored', async () => {
  const tooMany = [{ property: 'body', message: 'has more than 50000 values' }]
  for (const item of ['1', '{}', '"x"', '[[]]']) {
    const answer = await send('POST', sessions, `{"requested_checks":${list(item, 50_001)}}`)
    expect(answer).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST', errors: tooMany } })
    expectDocumented('yoti', 'createSession', 400, answer.body)
  }
  const fault = `{"operation":"getSession","status":500,"body":${list('{}', 50_001)}}`
  expect((await send('POST', '/__mock/faults', fault)).body.errors).toEqual(tooMany)
  expect(await (await fetch(`${target.url}/__mock/faults`)).json()).toMatchObject({ faults: [] })
})

test('commas and brackets in texts are no values', async () => {
  const answer = await create({ user_tracking_id: '[{,'.repeat(30_000) })
  expect(answer.status).toBe(201)
})

const restrictions = (country_codes: string[], document_types: string[]) => ({
  type: 'ID_DOCUMENT',
  filter: { type: 'DOCUMENT_RESTRICTIONS', inclusion: 'INCLUDE', documents: [{ country_codes, document_types }] },
})
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)

test('an order of more than 20,000 combinations of country and type is refused', async () => {
  const document = restrictions(names('C', 100), names('T', 100))
  expect((await create({ required_documents: [document, document] })).status).toBe(201)
  const answer = await create({ required_documents: [document, document, restrictions(['GBR'], ['PASSPORT'])] })
  expect(answer).toMatchObject({ status: 400, body: { code: 'PAYLOAD_VALIDATION' } })
  expect(answer.body.errors).toEqual([
    {
      property: 'required_documents',
      message: 'must not list more than 20000 combinations of country and document type; there are 20001',
    },
  ])
})

test('a document that a filter lists a hundred times is accepted once', async () => {
  const listed = Array.from({ length: 100 }, () => ({
    country_codes: Array(50).fill('GBR'),
    document_types: [...Array(50).fill('PASSPORT'), 'DRIVING_LICENCE'],
  }))
  const filter = { type: 'DOCUMENT_RESTRICTIONS', inclusion: 'INCLUDE', documents: listed }
  const { body } = await create({ required_documents: [{ type: 'ID_DOCUMENT', filter }] })
  const { session_id } = body as { session_id: string }
  const configuration = await (await fetch(`${target.url}${sessions}/${session_id}/configuration`)).json()
  const [required] = (configuration as { capture: { required_resources: object[] } }).capture.required_resources
  expect(required).toMatchObject({
    supported_countries: [
      {
        code: 'GBR',
        supported_documents: [
          { type: 'PASSPORT', is_strictly_latin: true },
          { type: 'DRIVING_LICENCE', is_strictly_latin: true },
        ],
      },
    ],
  })
})

test('names and addresses have at most 1,000 characters', async () => {
  const long = 'x'.repeat(1_001)
  const profile = { full_name: long, structured_postal_address: { address_line1: long, building_number: '1' } }
  expect((await create({ resources: { applicant_profile: profile } })).body.errors).toEqual([
    { property: 'resources.applicant_profile.full_name', message: 'must NOT have more than 1000 characters' },
    {
      property: 'resources.applicant_profile.structured_postal_address.address_line1',
      message: 'must NOT have more than 1000 characters',
    },
  ])
})

test('an upload of more than 20 parts is refused', async () => {
  const form = (parts: number) =>
    `${Array.from({ length: parts }, (_, at) => `--B\r\nContent-Disposition: form-data; name="p${at}"\r\n\r\nx\r\n`).join('')}--B--\r\n`
  const type = { 'Content-Type': 'multipart/form-data; boundary=B' }
  expect((await send('POST', sessions, form(21), type)).body.errors).toEqual([
    { property: 'body', message: 'has more than 20 parts' },
  ])
  expect((await send('POST', sessions, form(20), type)).body.code).toBe('PAYLOAD_VALIDATION')
})

test('of ten thousand mistakes the first few hundred are named', async () => {
  const keys = Object.fromEntries(names('k', 10_000).map((name) => [name, 1]))
  const answers = [
    await send('POST', '/__mock/faults', JSON.stringify(keys)),
    await send('PUT', '/__mock/applications/a', JSON.stringify(keys)),
    await send(
      'POST',
      '/__mock/pact/provider-states',
      JSON.stringify({ state: 'a session has the result', params: keys }),
    ),
    await send('POST', sessions, `{"requested_checks":${list('{}', 100)},"requested_tasks":${list('{}', 50)}}`),
  ]
  for (const { status, body } of answers) {
    expect(status).toBe(400)
    expect(body.errors?.length).toBeGreaterThan(90)
    expect(body.errors?.length).toBeLessThanOrEqual(300)
  }
})

test('what an error quotes is cut', async () => {
  const long = 'x'.repeat(900_000)
  const answers = [
    await send('POST', '/__mock/requests/verify', JSON.stringify({ operation: long })),
    await send('POST', '/__mock/next-session', JSON.stringify({ scenario: long })),
    await send('POST', '/__mock/requests/verify', JSON.stringify({ body: { a: long } })),
    await send('POST', '/__mock/pact/provider-states', JSON.stringify({ state: long })),
  ]
  for (const { status, body } of answers) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify(body).length).toBeLessThan(100_000)
  }
})

test('a list of many requests is the same as one of few, item by item', async () => {
  await send('POST', '/__mock/reset', '')
  for (let sent = 0; sent < 60; sent++) await create({ user_tracking_id: `customer-${sent}` })
  const read = await fetch(`${target.url}/__mock/requests?operation=createSession`)
  const bytes = Buffer.from(await read.arrayBuffer())
  expect(read.headers.get('content-type')).toBe('application/json')
  expect(Number(read.headers.get('content-length'))).toBe(bytes.length)
  expect(read.status, bytes.toString().slice(0, 500)).toBe(200)
  const { requests } = JSON.parse(bytes.toString()) as { requests: { body: { user_tracking_id: string } }[] }
  expect(requests.map(({ body }) => body.user_tracking_id)).toEqual(names('customer-', 60))
})
