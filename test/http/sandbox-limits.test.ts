import { expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { atHomeOrder } from '../support/orders.js'
import { openSandbox } from '../support/sandbox.js'
import { demo } from '../support/signing.js'

type Item = Schema<'CheckReport'>

const report = (value: 'APPROVE' | 'REJECT' | 'NOT_AVAILABLE', handled_check_limit?: number): Item => ({
  result: { report: { recommendation: { value }, breakdown: [] } },
  ...(handled_check_limit !== undefined && { handled_check_limit }),
})

const filmed = (times: number) =>
  atHomeOrder({
    requested_checks: Array.from({ length: times }, () => ({
      type: 'LIVENESS' as const,
      config: { liveness_type: 'ZOOM' as const, max_retries: 3 },
    })),
  })

/** What became of liveness, the oldest attempt first. */
const verdicts = ({ checks }: { checks: readonly Schema<'Check'>[] }) =>
  checks
    .filter(({ type }) => type === 'LIVENESS')
    .map((check) => check.report?.recommendation.value)
    .reverse()

test('an item counts for so many checks, the oldest attempts first, then the next one does', async () => {
  await using sandbox = await openSandbox()
  const { session_id: id } = await sandbox.create(filmed(4))
  await sandbox.say(id, { check_reports: { LIVENESS: [report('REJECT', 2), report('NOT_AVAILABLE', 1)] } })
  expect(verdicts(await sandbox.visit(id))).toEqual(['REJECT', 'REJECT', 'NOT_AVAILABLE', 'APPROVE'])
})

test('without a limit the first item counts for every check', async () => {
  await using sandbox = await openSandbox()
  const { session_id: id } = await sandbox.create(filmed(3))
  await sandbox.say(id, { check_reports: { LIVENESS: [report('REJECT'), report('NOT_AVAILABLE')] } })
  expect(verdicts(await sandbox.visit(id))).toEqual(['REJECT', 'REJECT', 'REJECT'])
})

test("an application's limit counts over its sessions", async () => {
  await using sandbox = await openSandbox()
  const config = { check_reports: { LIVENESS: [report('REJECT', 2)] } }
  const said = await sandbox.send('PUT', `/apps/${demo.sdkId}/response-config`, JSON.stringify(config))
  expect(said.status).toBe(200)
  const found: unknown[] = []
  for (let session = 0; session < 3; session++) {
    const { session_id } = await sandbox.create(filmed(1))
    found.push(...verdicts(await sandbox.visit(session_id)))
  }
  expect(found).toEqual(['REJECT', 'REJECT', 'APPROVE'])
})
