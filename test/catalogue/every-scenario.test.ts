import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import type { Scenario } from '../../server/engine/scenarios/scenario.js'
import { createNamedSession } from '../../server/engine/sessions/named-sessions.js'
import type { Schema } from '../../server/openapi/schema.js'
import { signatureOf } from '../../server/shapes/signature.js'
import { expectDocumented } from '../support/answers.js'
import { orderLike } from '../support/order-like.js'
import { readWithSdk, type SdkSession } from '../support/sdk.js'
import { startServer, testNow } from '../support/server.js'
import { type ListedMedia, mediaOf } from '../support/session-media.js'
import { problemsIn } from '../support/session-problems.js'

const scenarios = builtInScenarios()
const prose = ['id', 'family', 'group', 'title', 'use_when', 'provenance', 'source']
const ids = scenarios.map(({ id }) => id)

type Answer = { readonly status: number; readonly body: unknown }
type Read = { named: Map<string, Answer>; created: Map<string, Answer>; sdk: Map<string, SdkSession> }

let server: Awaited<ReturnType<typeof startServer>>
let read: Read

const call = async (path: string, method = 'GET', body?: object): Promise<Answer> => {
  const response = await fetch(`${server.apiUrl}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

const supplyFace = async (sessionId: string) => {
  const { body } = await call(`/sessions/${sessionId}/configuration`)
  const { required_resources } = (body as Schema<'SessionConfiguration'>).capture
  const requirement_id = required_resources.find(({ type }) => type === 'FACE_CAPTURE')?.id
  const made = await call(`/sessions/${sessionId}/resources/face-capture`, 'POST', { requirement_id })
  const form = new FormData()
  form.set('binary-content', new Blob([Buffer.from('89504e470d0a1a0a', 'hex')], { type: 'image/png' }))
  const { id } = made.body as { id: string }
  const path = `/sessions/${sessionId}/resources/face-capture/${id}/image`
  expect((await fetch(`${server.apiUrl}${path}`, { method: 'PUT', body: form })).status).toBe(200)
}

/** Asks for a session just like the named one, and has its visit happen: by itself once the letter is there. */
const create = async (id: string): Promise<string> => {
  const scenario = scenarios.find((candidate) => candidate.id === id) as (typeof scenarios)[number]
  const { request } = createNamedSession(scenario, Date.parse(testNow))
  const created = await call('/sessions', 'POST', orderLike({ ...request, userTrackingId: `scenario:${id}` }))
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  const { session_id } = created.body as Schema<'CreatedSession'>
  if (request.inBranch)
    await call(`/sessions/${session_id}/instructions`, 'PUT', {
      contact_profile: { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' },
      documents: [],
      branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
    })
  if (request.checks.some(({ type }) => type === 'FACE_COMPARISON')) await supplyFace(session_id)
  return session_id
}

const readAll = async (sessionIds: readonly string[]) =>
  new Map(
    await Promise.all(
      ids.map(
        async (id, index) => [id, await call(`/sessions/${encodeURIComponent(sessionIds[index] ?? '')}`)] as const,
      ),
    ),
  )

beforeAll(async () => {
  server = await startServer({ visitDelay: 0 })
  await server.control.clock.freeze()
  const createdIds = await Promise.all(ids.map(create))
  await server.control.clock.advance('P1D')
  const [named, created, sdk] = [await readAll(ids), await readAll(createdIds), await readWithSdk(server.apiUrl, ids)]
  read = { named, created, sdk: new Map(ids.map((id, index) => [id, sdk[index] as SdkSession])) }
})
afterAll(() => server.close())

const answersOf = (id: string) => [read.named.get(id), read.created.get(id)] as Answer[]

const sessionsOf = (id: string) =>
  answersOf(id).flatMap(({ status, body }) => (status === 200 ? [body as Schema<'SessionResult'>] : []))

test.each(ids)('%s answers as openapi.yaml says and fits together, named and created', (id) => {
  for (const { status, body } of answersOf(id)) expectDocumented('yoti', 'getSession', status, body)
  for (const session of sessionsOf(id)) expect(problemsIn(session)).toEqual([])
})

test('only one scenario lists document_fields without an id, as openapi.yaml allows it', () => {
  const without = ids.filter((id) =>
    sessionsOf(id)
      .flatMap(({ resources }) => [...resources.id_documents, ...resources.supplementary_documents])
      .some(({ document_fields }) => document_fields !== undefined && document_fields.media.id === undefined),
  )
  expect(without).toEqual(['fields-without-id'])
})

const signature = ({ status, body }: Answer) =>
  signatureOf(
    'getSession',
    status === 200 ? { status, body: body as Schema<'SessionResult'> } : { status, error: body as Schema<'Error'> },
  )

/** Its named session is read while a check is still to come, the created one a day after everything. */
const readInBetween = 'check-appears-late:BEFORE'

test.each(ids.filter((id) => id !== readInBetween))(
  'a created session that asks for the same as the named one of %s has the same result shape',
  (id) => {
    const [named, created] = answersOf(id).map(signature)
    expect(created).toBe(named)
  },
)

test.each(ids)('the yoti package reads %s as it is on the wire', (id) => {
  const { status, body } = read.named.get(id) as Answer
  const told = read.sdk.get(id)
  if (status !== 200) return expect(told?.error).toContain((body as Schema<'Error'>).code)
  const { session_id, state, resources, checks, user_tracking_id } = body as Schema<'SessionResult'>
  expect(told).toMatchObject({
    id: session_id,
    state,
    tracking: user_tracking_id,
    idDocuments: resources.id_documents.map((document) => ({
      id: document.id,
      type: document.document_type,
      country: document.issuing_country,
      frames: document.pages.map(({ frames = [] }) => frames.length),
    })),
    supplementaryDocuments: resources.supplementary_documents.map((document) => ({
      id: document.id,
      type: document.document_type,
    })),
    checks: checks.map(({ type, state, resources_used, report }) => ({
      type,
      state,
      resources: resources_used,
      ...(report && { recommendation: report.recommendation.value }),
      ...(report?.recommendation.reason !== undefined && { reason: report.recommendation.reason }),
    })),
  })
})

const contentType: Readonly<Record<ListedMedia['type'], RegExp>> = {
  IMAGE: /^image\//,
  JSON: /^application\/json/,
  BINARY: /^application\/octet-stream/,
  PDF: /^application\/pdf/,
}

const fetchMedia = async (sessionId: string, { id, type }: ListedMedia) => {
  const response = await fetch(`${server.apiUrl}/sessions/${sessionId}/media/${id}/content`)
  const bytes = await response.arrayBuffer()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(contentType[type])
  expect(bytes.byteLength).toBeGreaterThan(0)
}

const handsOutAll = scenarios.filter(({ media }) => Object.keys(media).length === 0).map(({ id }) => id)

test.each(handsOutAll)('every media of %s can be fetched', async (id) => {
  for (const session of sessionsOf(id)) {
    const media = mediaOf(session)
    const [image, ...images] = media.filter(({ type }) => type === 'IMAGE')
    const fetched = [...media.filter(({ type }) => type !== 'IMAGE'), ...(image === undefined ? [] : [image])]
    await Promise.all(fetched.map((one) => fetchMedia(session.session_id, one)))
    // Drawing is slow and the same for all: whether the other images are there, their deletion tells without it.
    for (const { id: imageId } of images)
      expect((await call(`/sessions/${session.session_id}/media/${imageId}/content`, 'DELETE')).status).not.toBe(404)
  }
})

/** What a scenario says of a session, apart from its name and its prose. */
const situationOf = (scenario: Scenario) => {
  const said = Object.entries(scenario).filter(([key]) => !prose.includes(key))
  return JSON.stringify(Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1))))
}

test('no two scenarios describe the same situation', () => {
  const situations = scenarios.map(situationOf)
  const twice = ids.filter((_, index) => situations.indexOf(situations[index] ?? '') !== index)
  expect(twice).toEqual([])
})
