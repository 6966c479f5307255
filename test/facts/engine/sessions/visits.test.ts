import { expect, test } from 'vitest'
import { readSession } from '../../../support/answers.js'
import { atHomeOrder, inBranchOrder } from '../../../support/orders.js'
import { startServer } from '../../../support/server.js'

type Server = Awaited<ReturnType<typeof startServer>>

const create = async ({ apiUrl }: Server, order: object) => {
  const answer = await fetch(`${apiUrl}/sessions`, { method: 'POST', body: JSON.stringify(order) })
  return ((await answer.json()) as { session_id: string }).session_id
}

// docs/library.md: a visit comes 3 seconds after the creation at home; docs/scenarios.md: a tenth of a second
// between captures.
test('at home a visit comes after three seconds, and its captures a tenth of a second apart', async () => {
  await using server = await startServer()
  const id = await create(server, atHomeOrder())
  const seen = async (by: string) => {
    await server.control.clock.advance(by)
    const { state, resources, checks } = await readSession(server.apiUrl, id)
    return [state, resources.id_documents.length, resources.liveness_capture?.length, checks.length]
  }
  expect(await seen('PT2.999S')).toEqual(['ONGOING', 0, 0, 0])
  expect(await seen('PT0.001S')).toEqual(['ONGOING', 1, 0, 0])
  expect(await seen('PT0.099S')).toEqual(['ONGOING', 1, 0, 0])
  expect(await seen('PT0.001S')).toEqual(['ONGOING', 1, 1, 0])
  expect(await seen('PT0.099S')).toEqual(['ONGOING', 1, 1, 0])
  expect(await seen('PT0.001S')).toEqual(['COMPLETED', 1, 1, 4])
})

test('in a branch nobody comes without a letter', async () => {
  await using server = await startServer()
  const id = await create(server, inBranchOrder())
  await server.control.clock.advance('P1D')
  expect((await readSession(server.apiUrl, id)).state).toBe('ONGOING')
})

test('the oldest sessions go when there are more than may be kept', async () => {
  await using server = await startServer({ maxSessions: 2, visits: 'manual' })
  const ids = [
    await create(server, atHomeOrder()),
    await create(server, atHomeOrder()),
    await create(server, atHomeOrder()),
  ]
  const statuses: number[] = []
  for (const id of ids) statuses.push((await fetch(`${server.apiUrl}/sessions/${id}`)).status)
  expect(statuses).toEqual([404, 200, 200])
})

// Yoti docs, "Identity profiles: failure scenarios": the order of reasons.
test.each([
  ['FRAUD_DETECTED', 'ID_DOCUMENT_AUTHENTICITY', 'FRAUD_LIST_MATCH'],
  ['UNABLE_TO_VALIDATE_DOCUMENT', 'ID_DOCUMENT_AUTHENTICITY', 'TAMPERED'],
  ['FACE_MATCH_VERIFICATION_FAILED', 'ID_DOCUMENT_FACE_MATCH', 'DIFFERENT_PERSON'],
  ['MISSING_LIVENESS', 'LIVENESS', 'USER_FAILED_LIVENESS'],
  ['COULD_NOT_VERIFY_ADDRESS', 'ID_DOCUMENT_ADDRESS_VERIFICATION', 'ADDRESS_MISMATCH'],
  ['IDENTITY_FRAUD_SCORE_INSUFFICIENT', 'IDENTITY_CHECK', 'FAILED_TO_REACH_REQUIRED_IDENTITY_FRAUD_SCORE_2'],
  ['ACTIVITY_HISTORY_SCORE_INSUFFICIENT', 'IDENTITY_CHECK', 'FAILED_TO_REACH_REQUIRED_ACTIVITY_HISTORY_SCORE_3'],
])('an identity profile that fails with %s is a failure of %s: %s', async (reason_code, failure_type, details) => {
  await using server = await startServer()
  const { identity_profile } = await readSession(server.apiUrl, `identity-profile-not-met:${reason_code}`)
  expect(identity_profile?.failure_reason).toMatchObject({
    reason_code,
    requirements_not_met_details: [{ failure_type, details }],
  })
})
