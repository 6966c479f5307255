import { expect, test, vi } from 'vitest'
import { runCommand } from '../support/command.js'
import { quietEnvironment } from '../support/pact-cli.js'
import { committedPacts, openPactFolder, type PactFile, rule } from '../support/pacts.js'

// The verifier is started once for each change, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 })

const verify = (...args: string[]) => runCommand(['verify', ...args], quietEnvironment())

/** Has a pact read when the first check was made, to the second. */
const toTheSecond = ({ interactions: [first] }: PactFile) => {
  if (first === undefined) throw new Error('the pact has no such interaction')
  const checks = [{ created: '2026-03-03T11:03:00Z', type: 'IBV_VISUAL_REVIEW_CHECK' }]
  first.response.body = { content: { checks }, contentType: 'application/json', encoded: false }
  first.response.matchingRules = {
    body: {
      '$.checks': rule({ match: 'type', min: 1 }),
      '$.checks[*].type': rule({ match: 'type' }),
      '$.checks[*].created': rule({ match: 'regex', regex: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' }),
    },
  }
}

test('a consumer that reads times to the second would break on milliseconds, and on nothing else', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve'], toTheSecond)
  const report = folder.at('report.json')
  const reports = ['--json', report, '--junit', folder.at('report.xml')]
  const { code, stdout } = await verify('--pact-file', pact, '--future', ...reports)
  expect(code).toBe(1)
  expect(stdout).toContain('1 interaction, 0 failed')
  expect(stdout).toMatch(/\nTomorrow's Yoti:\n {2}counter-service would break on 1 of \d+ changes\n/)
  expect(stdout).toMatch(
    /\n {4}every time has milliseconds: 1 interaction, such as 'getSession answers all-approve'\n {6}\$\.checks\[\d\]\.created -> Expected '/,
  )
  const { future } = JSON.parse(await folder.read('report.json'))
  expect(future.breaks).toHaveLength(1)
  expect(future.breaks[0]).toMatchObject({
    change: 'milliseconds',
    consumer: 'counter-service',
    interaction: 'getSession answers all-approve',
  })
  const xml = await folder.read('report.xml')
  expect(xml).toContain(
    '<properties><property name="mock-yoti.interactions-kept" value="1"/><property name="mock-yoti.rest-on-documented" value="',
  )
  expect(xml).toMatch(/<testsuite name="Tomorrow's Yoti" tests="\d+" failures="1">/)
  expect(xml).toMatch(
    /<testcase classname="mock-yoti.future.counter-service" name="every time has milliseconds"><failure message="would break">getSession answers all-approve\n/,
  )
  expect(xml).toContain('name="every object has a field that nobody knows"></testcase>')
  // What does nothing to this answer is not counted.
  expect(future.changes).toContain('every object has a field that nobody knows')
  expect(future.changes).not.toContain('IdentityProfile.result has a word that nobody knows')
})

test('a consumer that reads what it needs bears everything; what fails today is no matter of tomorrow', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['error-session-not-found', 'all-approve'])
  const tolerant = await verify('--pact-file', pact, '--future', '--seed', 'another')
  expect(tolerant.stdout).toMatch(/\n {2}counter-service bears all \d+ changes$/m)
  expect(tolerant.code).toBe(0)
})

test('notifications with more in them are borne', async () => {
  const webhooks = `${committedPacts}webhooks`
  const { code, stdout } = await verify('--webhooks', '--pact-dir', webhooks, '--future')
  expect(stdout).toMatch(/\n {2}counter-service bears the one change$/m)
  expect(stdout).toContain('  a notification has a topic that nobody knows: not tried here\n    no pact can ask for')
  expect(code).toBe(0)
})
