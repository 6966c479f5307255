import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { runCommand } from '../support/command.js'
import { inBranchOrder } from '../support/orders.js'
import { goodFile, type ScenarioFiles, scenarioFiles } from '../support/scenario-files.js'
import { startServer } from '../support/server.js'

describe('in scenario files', () => {
  const checks = (text: string) => `documents: [{ asked: PASSPORT }]\nchecks:\n${text}`
  let files: ScenarioFiles
  let server: Awaited<ReturnType<typeof startServer>>
  const write = (name: string, text: string) => files.write(`${name}.yaml`, goodFile('A passport', checks(text)))
  beforeAll(async () => {
    files = await scenarioFiles({})
    await write('tampered', '  ID_DOCUMENT_AUTHENTICITY: { reject: TAMPERED }')
    await write('with-a-person', '  ID_DOCUMENT_AUTHENTICITY: { state: PENDING }')
    await write('internal', '  ID_DOCUMENT_AUTHENTICITY: { state: INTERNAL_ERROR }')
    await write('not-there', '  ID_DOCUMENT_FACE_MATCH: absent')
    await write('out-of-date', '  ID_DOCUMENT_AUTHENTICITY: { failing: [document_in_date] }')
    await write(
      'explicit',
      `  ID_DOCUMENT_FACE_MATCH:
    breakdown:
      - { sub_check: ai_face_match, result: PASS, details: { confidence_score: "0.20" } }
      - { sub_check: manual_face_match, result: PASS }`,
    )
    server = await startServer({ scenarios: files.path })
  })
  afterAll(async () => {
    await server.close()
    await files[Symbol.asyncDispose]()
  })

  const resultOf = async (scenario: string) => {
    const { body } = await request(server.apiUrl)
      .post('/sessions')
      .set('X-Mock-Yoti-Scenario', scenario)
      .send(inBranchOrder())
    await server.control.sessions.visit(body.session_id)
    return readSession(server.apiUrl, body.session_id)
  }
  const checkOf = async (scenario: string, type: string) =>
    (await resultOf(scenario)).checks.find((check) => check.type === type)

  test('a reason brings its breakdown', async () => {
    const report = (await checkOf('tampered', 'ID_DOCUMENT_AUTHENTICITY'))?.report
    expect(report?.recommendation).toEqual({ value: 'REJECT', reason: 'TAMPERED' })
    expect(report?.breakdown.filter(({ result }) => result === 'FAIL')).toEqual([
      { sub_check: 'hologram_movement', result: 'FAIL', details: [], process: 'EXPERT_REVIEW' },
      {
        sub_check: 'no_sign_of_tampering',
        result: 'FAIL',
        details: [
          { name: 'face_photo_integrity', value: 'PASS' },
          { name: 'data_integrity', value: 'FAIL' },
        ],
        process: 'EXPERT_REVIEW',
      },
    ])
  })

  test('a check that a person still looks at has no report, and keeps the session open', async () => {
    const { state, checks } = await resultOf('with-a-person')
    expect(state).toBe('ONGOING')
    const [authenticity, ...others] = checks
    expect(authenticity).toMatchObject({ type: 'ID_DOCUMENT_AUTHENTICITY', state: 'PENDING' })
    expect(authenticity).not.toHaveProperty('report')
    expect(others.every((check) => check.report?.recommendation.value === 'APPROVE')).toBe(true)
  })

  test('a check that failed inside has no report, and the session is over', async () => {
    const { state, checks } = await resultOf('internal')
    expect(state).toBe('COMPLETED')
    expect(checks[0]).toMatchObject({ state: 'INTERNAL_ERROR' })
    expect(checks[0]).not.toHaveProperty('report')
  })

  test('a check can be absent, approve with failing sub-checks, or have a breakdown of its own', async () => {
    expect(await checkOf('not-there', 'ID_DOCUMENT_FACE_MATCH')).toBeUndefined()
    const expired = (await checkOf('out-of-date', 'ID_DOCUMENT_AUTHENTICITY'))?.report
    expect(expired?.recommendation).toEqual({ value: 'APPROVE' })
    expect(expired?.breakdown.filter(({ result }) => result === 'FAIL').map(({ sub_check }) => sub_check)).toEqual([
      'document_in_date',
    ])
    expect((await checkOf('explicit', 'ID_DOCUMENT_FACE_MATCH'))?.report?.breakdown).toEqual([
      {
        sub_check: 'ai_face_match',
        result: 'PASS',
        details: [{ name: 'confidence_score', value: '0.20' }],
        process: 'AUTOMATED',
      },
      { sub_check: 'manual_face_match', result: 'PASS', details: [], process: 'EXPERT_REVIEW' },
    ])
  })
})

test.each([
  ['{ reject: TAMPRED }', "no reason 'TAMPRED' to 'reject' ID_DOCUMENT_AUTHENTICITY. Did you mean 'TAMPERED'?"],
  ['{ consider: TAMPERED }', "documents no 'consider' for ID_DOCUMENT_AUTHENTICITY"],
  ['reject', "'reject' of ID_DOCUMENT_AUTHENTICITY needs a reason: COUNTERFEIT"],
  ['{ failing: [holograms] }', "has no sub-check 'holograms'. Did you mean 'hologram'?"],
  ['{ reject: TAMPERED, not_available: INVALID }', "'reject' or 'not_available', not both"],
  ['{ state: PENDING, reject: TAMPERED }', "a check that is PENDING has no report, so no 'reject'"],
  ['rejected', 'expected approve or reject or not_available or consider or absent or { reject,'],
])('lint refuses %s and says why, on its line', async (outcome, told) => {
  const text = goodFile('Not documented', `checks:\n  ID_DOCUMENT_AUTHENTICITY: ${outcome}\n`)
  await using files = await scenarioFiles({ 'ours.yaml': text.replace('invented', 'documented') })
  const { code, stdout, stderr } = await runCommand(['scenarios', 'lint', files.path])
  expect(code).toBe(1)
  expect(stdout + stderr).toContain(told)
  const line = text.split('\n').findIndex((row) => row.includes('ID_DOCUMENT_AUTHENTICITY')) + 1
  expect(stdout + stderr).toContain(`ours.yaml:${line} `)
})

test('a reason that nobody has seen is fine where the scenario says that it is invented', async () => {
  const text = goodFile('Invented', 'checks: { ID_DOCUMENT_AUTHENTICITY: { reject: WRONG_COLOUR } }\n')
  await using files = await scenarioFiles({ 'ours.yaml': text })
  expect((await runCommand(['scenarios', 'lint', files.path])).code).toBe(0)
})
