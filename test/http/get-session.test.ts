import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectDocumented, readSession, type SessionResult } from '../support/answers.js'
import { allScenarios } from '../support/results.js'
import { openTarget } from '../support/server.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

const documentsOf = ({ resources }: SessionResult) => [...resources.id_documents, ...resources.supplementary_documents]

const idsIn = (value: unknown): string[] =>
  Object.entries(value ?? {}).flatMap(([key, item]) =>
    key === 'id' ? [item as string] : typeof item === 'object' ? idsIn(item) : [],
  )

test.each(allScenarios)('%s answers as openapi.yaml says, by its name and by its UUID', async (id) => {
  const session = await readSession(target.apiUrl, id)
  expect(session.session_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/)
  expect(await readSession(target.apiUrl, session.session_id)).toEqual(session)
  expect(await readSession(target.sandboxUrl, id)).toEqual(session)
})

test.each(allScenarios)('%s wires its checks to resources that it lists', async (id) => {
  const session = await readSession(target.apiUrl, id)
  const [profile] = session.resources.applicant_profiles
  expect(session.resources.applicant_profile).toEqual(profile)
  const known = new Set([...documentsOf(session).map((document) => document.id), profile?.id])
  for (const check of session.checks) for (const used of check.resources_used) expect(known).toContain(used)
  const matches = session.checks.filter((check) => check.type === 'PROFILE_DOCUMENT_MATCH')
  for (const match of matches) expect(match.resources_used[1]).toBe(profile?.id)
})

test.each(allScenarios)('%s never gives two things one id', async (id) => {
  const { resources, checks } = await readSession(target.apiUrl, id)
  const { applicant_profile: _same, ...once } = resources
  const ids = idsIn({ once, checks })
  expect(new Set(ids).size).toBe(ids.length)
})

test('all-approve lists its checks in the order of the page, scheme checks with their scheme', async () => {
  const { checks } = await readSession(target.apiUrl, 'all-approve')
  expect(checks.map((check) => [check.type, check.scheme])).toEqual([
    ['IBV_VISUAL_REVIEW_CHECK', undefined],
    ['IBV_VISUAL_REVIEW_CHECK', undefined],
    ['DOCUMENT_SCHEME_VALIDITY_CHECK', 'UK_DBS'],
    ['DOCUMENT_SCHEME_VALIDITY_CHECK', 'UK_DBS'],
    ['PROFILE_DOCUMENT_MATCH', undefined],
    ['PROFILE_DOCUMENT_MATCH', undefined],
  ])
  expect(Object.keys(checks[0] ?? {})).toEqual([
    'type',
    'id',
    'state',
    'resources_used',
    'generated_media',
    'report',
    'created',
    'last_updated',
  ])
})

test('the check that rejects a document nobody brought used no resource', async () => {
  const { checks } = await readSession(target.apiUrl, 'missing-document-rejected')
  const rejected = checks.filter((check) => check.report?.recommendation.value === 'REJECT')
  expect(rejected.map((check) => check.resources_used)).toEqual([[]])
})

test('an answer is application/json without a charset, has its request id, and no validator of caches', async () => {
  const { headers } = await request(target.url).get('/idverify/v1/sessions/all-approve').expect(200)
  expect(headers['content-type']).toBe('application/json')
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers).not.toHaveProperty('etag')
  expect(headers).not.toHaveProperty('x-powered-by')
})

test.each([
  ['signed, with the sdkId first', '?sdkId=a&nonce=b&timestamp=1'],
  ['signed, as the Go SDK spells it', '?timestamp=1000&nonce=B&sdkID=a'],
  ['with a query of its own', '?sessionId=x'],
])('a named session answers a request %s', async (_how, query) => {
  await request(target.url)
    .get(`/idverify/v1/sessions/all-approve${query}`)
    .set('X-Yoti-Auth-Digest', 'bm90IGEgc2lnbmF0dXJl')
    .set('Content-Type', 'application/json')
    .set('Accept', 'text/html, image/gif, *; q=.2')
    .expect(200)
})

test.each([
  '//idverify/v1//sessions/all-approve',
  '/idverify/v1/sessions/all-approve/',
  '/idverify/v1/sessions/all%2Dapprove',
])('%s is read as one path', async (path) => {
  const response = await fetch(`${target.url}${path}`, { redirect: 'error' })
  expect(response.status).toBe(200)
})

test.each([
  ['/idverify/v1/sessions/never-created', 404, 'SESSION_NOT_FOUND'],
  ['/idverify/v1/sessions/a%2Fb', 404, 'SESSION_NOT_FOUND'],
  ['/idverify/v1/sessions/%E0%A4%A', 400, 'MALFORMED_REQUEST'],
  ['/scenario/all-aprove/idverify/v1/sessions/x', 400, 'PAYLOAD_VALIDATION'],
])('GET %s answers %i %s in the shape of an error', async (path, status, code) => {
  const { body, headers } = await request(target.url).get(path).expect(status)
  expectDocumented('yoti', 'getSession', status, body)
  expect(body.code).toBe(code)
  expect(body.message).not.toBe('')
  expect(headers['content-type']).toBe('application/json')
})
