import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DriftReport } from '../../drift/drift.js'
import { runCommand } from '../support/command.js'
import { sampled } from '../support/matrix.js'
import { startServer } from '../support/server.js'
import { type Change, openChangedYoti } from './changed-yoti.js'
import { knownChanges } from './changes.js'
import { openRecorder } from './recorder.js'
import { makeTraffic } from './traffic.js'

let mock: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  const { now } = Date
  mock = await startServer({ visits: 'manual', clock: { now: () => now() } })
})
afterAll(() => mock.close())

const pacts = ['--pact-dir', 'contracts/pacts', '--pact-dir', 'contracts/pacts/webhooks']

/** Drives the consumers against a Yoti that was changed, and compares what was recorded. */
const driftOf = async (change: Change): Promise<{ code: number | null; report: DriftReport }> => {
  let receiver = ''
  await using yoti = await openChangedYoti(mock.url, () => receiver, change)
  await using recorder = await openRecorder(yoti.apiUrl)
  receiver = `${recorder.url}/notifications`
  await makeTraffic(recorder.url, mock, yoti.hook)
  await recorder.recordings()
  expect(recorder.warnings).toEqual([])
  const { code, stdout, stderr } = await runCommand(['drift', recorder.folder, ...pacts, '--json', '-'])
  expect(stderr).toBe('')
  return { code, report: JSON.parse(stdout) as DriftReport }
}

const titles = ({ findings }: DriftReport) => findings.filter(({ rank }) => rank !== 'unseen').map(({ title }) => title)

test('nothing is found where Yoti is as mock-yoti is', async () => {
  const { code, report } = await driftOf(() => undefined)
  expect(titles(report)).toEqual([])
  expect(report.exchanges + report.notifications).toBeGreaterThanOrEqual(40)
  expect(code).toBe(0)
})

const sample = knownChanges.filter((_, index) => index % 5 === 0)

test.each(sampled(knownChanges, sample))('$name: it is found', async ({ change, found }) => {
  const { code, report } = await driftOf(change)
  expect(titles(report)).toContainEqual(expect.stringMatching(found))
  expect(code).toBe(1)
})
