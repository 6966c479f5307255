import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { readSession } from '../support/answers.js'
import { inBranchOrder, type Order } from '../support/orders.js'
import { readFieldsOf, readJson } from '../support/read-media.js'
import { readPdf } from '../support/read-pdf.js'
import { startServer } from '../support/server.js'

let server: MockYoti & { close: () => Promise<void> }
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
afterAll(() => server.close())

const send = (method: string, path: string, body: object) =>
  fetch(`${server.apiUrl}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

/** A visited session of an order, with instructions for Ada Lovelace. */
const visited = async (order: Order) => {
  const created = await send('POST', '/sessions', order)
  const { session_id } = (await created.json()) as Schema<'CreatedSession'>
  const put = await send('PUT', `/sessions/${session_id}/instructions`, {
    contact_profile: { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' },
    documents: [],
    branch: { type: 'UK_POST_OFFICE', fad_code: '1234567' },
  })
  expect(put.status).toBe(200)
  await server.control.sessions.visit(session_id)
  return session_id
}

const letterOf = async (id: string) => {
  const answer = await fetch(`${server.apiUrl}/sessions/${id}/instructions/pdf`)
  return (await readPdf(Buffer.from(await answer.arrayBuffer()))).text
}

const passports = {
  required_documents: [
    {
      type: 'ID_DOCUMENT',
      filter: {
        type: 'DOCUMENT_RESTRICTIONS',
        inclusion: 'WHITELIST',
        documents: [{ country_codes: ['GBR'], document_types: ['PASSPORT'] }],
      },
    },
  ],
} satisfies Partial<Order>

test('without an applicant profile the passport is that of the instructions’ contact, and so is the letter', async () => {
  const { resources: _none, ...order } = inBranchOrder(passports)
  const id = await visited(order)
  const fields = await readFieldsOf(server.apiUrl, id)
  expect(fields).toMatchObject({ full_name: 'ADA LOVELACE', given_names: 'ADA', family_name: 'LOVELACE' })
  expect((fields['mrz'] as { line1: string }).line1).toBe('P<GBRLOVELACE<<ADA<<<<<<<<<<<<<<<<<<<<<<<<<<')
  const letter = await letterOf(id)
  expect(letter).toContain('Ada Lovelace')
  expect(letter).toContain(`Date of birth: ${fields['date_of_birth']}`)
  const { checks } = await readSession(server.apiUrl, id)
  expect(checks.find(({ type }) => type === 'PROFILE_DOCUMENT_MATCH')?.report?.recommendation.value).toBe('APPROVE')
})

test('the applicant profile comes before the contact: on the passport and in the letter', async () => {
  const profile = { full_name: 'Grace Brewster Hopper', date_of_birth: '1976-12-09' }
  const id = await visited(inBranchOrder({ ...passports, resources: { applicant_profile: profile } } as Partial<Order>))
  expect(await readFieldsOf(server.apiUrl, id)).toMatchObject({
    full_name: 'GRACE BREWSTER HOPPER',
    date_of_birth: '1976-12-09',
  })
  const letter = await letterOf(id)
  expect(letter).toContain('Grace Brewster Hopper')
  expect(letter).toContain('Date of birth: 1976-12-09')
  expect(letter).not.toContain('Lovelace')
})

test('a profile without names has those of the contact, and keeps its birth date', async () => {
  const profile = { date_of_birth: '1976-12-09' }
  const id = await visited(inBranchOrder({ ...passports, resources: { applicant_profile: profile } } as Partial<Order>))
  expect(await readFieldsOf(server.apiUrl, id)).toMatchObject({
    full_name: 'ADA LOVELACE',
    date_of_birth: '1976-12-09',
  })
})

test('everything of a named session is about the same person', async () => {
  const { session_id, resources } = await readSession(server.apiUrl, 'names-read:ONLY_FULL_NAME')
  const contact = await fetch(`${server.apiUrl}/sessions/${session_id}/instructions/contact-profile`)
  const { first_name, last_name, email } = (await contact.json()) as Schema<'ContactProfile'>
  const fields = await readFieldsOf(server.apiUrl, session_id)
  const profile = await readJson<Record<string, string>>(
    server.apiUrl,
    session_id,
    resources.applicant_profiles[0]?.media?.id,
  )
  expect([first_name, last_name, email]).toEqual(['Callum Ross', 'Whitaker', 'callumross.whitaker@example.com'])
  expect(fields['full_name']).toBe('CALLUM ROSS WHITAKER')
  expect(profile['full_name']).toBe('Callum Ross Whitaker')
  const letter = await letterOf(session_id)
  expect(letter).toContain('Callum Ross Whitaker')
  expect(letter).toContain(`Date of birth: ${fields['date_of_birth']}`)
  expect(profile['date_of_birth']).toBe(fields['date_of_birth'])
})

test('the contact of a named session has the name that its scenario fixes', async () => {
  const answer = await fetch(`${server.apiUrl}/sessions/applicant-named:NON_ASCII/instructions/contact-profile`)
  expect(await answer.json()).toEqual({
    first_name: 'Zoë Łucja',
    last_name: 'Çelik-Żółć',
    email: 'zoelucja.celikzolc@example.com',
  })
})
