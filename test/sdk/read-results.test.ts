import { afterAll, beforeAll, expect, test } from 'vitest'
import { allScenarios, expectedChecks, expectedDocuments, expectedState } from '../support/results.js'
import { readWithSdk, type SdkSession } from '../support/sdk.js'
import { openTarget } from '../support/server.js'

let target: Awaited<ReturnType<typeof openTarget>>
let sessions: Map<string, SdkSession>

beforeAll(async () => {
  target = await openTarget()
  const read = await readWithSdk(target.apiUrl, allScenarios)
  sessions = new Map(allScenarios.map((id, index) => [id, read[index] as SdkSession]))
})
afterAll(() => target.close())

const get = (id: string) => {
  const session = sessions.get(id)
  expect(session?.error).toBeUndefined()
  return session as SdkSession
}

test.each(allScenarios)('the yoti package reads %s', (id) => {
  const session = get(id)
  expect(session.state).toBe(expectedState(id))
  expect(session.tracking).toBe(`scenario:${id}`)
  expect(session.idDocuments.map(({ type }) => type)).toEqual(expectedDocuments(id).id)
  expect(session.supplementaryDocuments.map(({ type }) => type)).toEqual(expectedDocuments(id).supplementary)
  const found = session.checks.map(({ type, recommendation, reason }) => ({ type, recommendation, reason }))
  expect(found).toEqual(expectedChecks[id] ?? [])
})

test('a session that goes on has a token and time left, a completed one only time, an expired one neither', () => {
  expect(get('missing-document').token).toMatch(/^[0-9a-f-]{36}$/)
  expect(get('missing-document').ttl).toBeGreaterThan(0)
  expect(get('all-approve').token).toBeUndefined()
  expect(get('all-approve').ttl).toBeGreaterThan(0)
  expect(get('missing-document-expired').token).toBeUndefined()
  expect(get('missing-document-expired').ttl).toBe(0)
})

test('every check is done and names the documents that the session lists', () => {
  for (const id of allScenarios) {
    const session = get(id)
    const documents = [...session.idDocuments, ...session.supplementaryDocuments].map((document) => document.id)
    for (const check of session.checks) {
      expect(check.state).toBe('DONE')
      const [document] = check.resources
      if (document !== undefined) expect(documents).toContain(document)
    }
  }
})

test('a passport has one page of three frames, a driving licence two pages of two', () => {
  expect(get('all-approve').idDocuments[0]?.frames).toEqual([3])
  expect(get('wrong-document').idDocuments[0]?.frames).toEqual([2, 2])
})

test('through the base URL of a scenario the package reads its result under any id', async () => {
  const asked = '7b1f4c1a-1111-4222-8333-444455556666'
  for (const id of ['profile-mismatch', 'wrong-document-rejected', 'missing-document-expired']) {
    const [session] = await readWithSdk(target.scenarioUrl(id), [asked])
    expect({ ...session, id: get(id).id }).toEqual(get(id))
    expect(session?.id).toBe(asked)
  }
})

test('the package says which session it did not find, and why a base URL is wrong', async () => {
  const [unknown] = await readWithSdk(target.apiUrl, ['never-created'])
  expect(unknown?.error).toBe('SESSION_NOT_FOUND - No session found matching the sessionId provided')
  const [misspelt] = await readWithSdk(target.scenarioUrl('all-aprove'), ['x'])
  expect(misspelt?.error).toContain("No scenario is called 'all-aprove'. The nearest is 'all-approve'")
})
