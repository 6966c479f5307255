import { expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { openSessions } from '../support/open-sessions.js'
import { inBranchOrder } from '../support/orders.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

const branchChecks = [
  { type: 'IBV_VISUAL_REVIEW_CHECK' as const, config: { manual_check: 'IBV' as const } },
  { type: 'PROFILE_DOCUMENT_MATCH' as const, config: { manual_check: 'IBV' as const } },
]
const onlyPassport = [{ type: 'ID_DOCUMENT' as const }]
const onlyBill = [
  {
    type: 'SUPPLEMENTARY_DOCUMENT' as const,
    objective: { type: 'PROOF_OF_ADDRESS' as const },
    document_types: ['UTILITY_BILL'],
    country_codes: ['GBR'],
  },
]

test('a named session is asked for what its scenario speaks of', async () => {
  await using files = await scenarioFiles({
    'tampered.yaml': goodFile('x', 'checks: { ID_DOCUMENT_AUTHENTICITY: { reject: TAMPERED } }\n'),
    'unread.yaml': goodFile('x', 'documents:\n  - asked: PASSPORT\n    text: failed\n'),
  })
  await using mock = await openSessions({ scenarios: files.path })

  const { checks } = await readSession(mock.apiUrl, 'tampered')
  expect(
    checks.flatMap(({ report }) => (report?.recommendation.value === 'REJECT' ? [report.recommendation] : [])),
  ).toEqual([{ value: 'REJECT', reason: 'TAMPERED' }])
  const { resources } = await readSession(mock.apiUrl, 'unread')
  expect(resources.id_documents[0]?.tasks.map(({ type }) => type)).toEqual(['ID_DOCUMENT_TEXT_DATA_EXTRACTION'])
})

test('a created session that was not asked for what its scenario speaks of is told so', async () => {
  await using mock = await openSessions({ visits: 'manual' })
  const order = inBranchOrder({
    user_tracking_id: 'scenario:authenticity-rejected:TAMPERED',
    requested_checks: branchChecks,
  })
  const sessionId = await mock.create(order)

  const [request] = await mock.control.requests.list({ sessionId, operation: 'createSession' })
  expect(request?.notes?.[0]).toContain(
    "the scenario 'authenticity-rejected:TAMPERED' speaks of ID_DOCUMENT_AUTHENTICITY, which the order does not ask for",
  )
})

test.each([
  ['missing-document', onlyPassport],
  ['missing-document', onlyBill],
  ['missing-document', [...onlyPassport, ...onlyPassport]],
])('of %s one document is missing, whatever was asked for', async (scenario, required_documents) => {
  await using mock = await openSessions({ visits: 'manual' })
  const order = inBranchOrder({ user_tracking_id: `scenario:${scenario}`, required_documents })
  const sessionId = await mock.create(order)
  await mock.instruct(sessionId)
  expect((await mock.control.sessions.visit(sessionId)).stage).toBe('refused')

  const { resources } = await readSession(mock.apiUrl, sessionId)
  const captured = [...resources.id_documents, ...resources.supplementary_documents]
  expect(captured).toHaveLength(required_documents.length - 1)
})

test('where only a bill is asked for, the wrong document is brought in its place', async () => {
  await using mock = await openSessions({ visits: 'manual' })
  const order = inBranchOrder({ user_tracking_id: 'scenario:wrong-document', required_documents: onlyBill })
  const sessionId = await mock.create(order)
  await mock.instruct(sessionId)
  await mock.control.sessions.visit(sessionId)

  const { resources } = await readSession(mock.apiUrl, sessionId)
  expect(resources.id_documents.map(({ document_type }) => document_type)).toEqual(['DRIVING_LICENCE'])
  expect(resources.supplementary_documents).toEqual([])
})

test.each([1, 2, 3])('refused-at-last-document takes all of %i documents but the last', async (count) => {
  await using mock = await openSessions({ visits: 'manual' })
  const order = inBranchOrder({
    user_tracking_id: 'scenario:refused-at-last-document',
    required_documents: Array.from({ length: count }, () => onlyPassport[0] ?? { type: 'ID_DOCUMENT' }),
  })
  const sessionId = await mock.create(order)
  await mock.instruct(sessionId)
  expect((await mock.control.sessions.visit(sessionId)).stage).toBe('refused')
  expect((await readSession(mock.apiUrl, sessionId)).resources.id_documents).toHaveLength(count - 1)
})

test('nobody completes a session without a document', async () => {
  await using files = await scenarioFiles({
    'left.yaml': goodFile('x', 'documents:\n  - asked: PASSPORT\n    captures: [abandoned]\n'),
    'left-at-home.yaml': goodFile('x', 'order: home\ndocuments:\n  - asked: PASSPORT\n    captures: [abandoned]\n'),
  })
  await using mock = await openSessions({ scenarios: files.path })
  for (const id of ['left', 'left-at-home'])
    expect(await readSession(mock.apiUrl, id)).toMatchObject({ state: 'ONGOING', checks: [] })
})
