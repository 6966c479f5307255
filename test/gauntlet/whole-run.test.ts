import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runGauntlet } from '../../gauntlet/gauntlet.js'
import { carelessService, correctService, eventsOf, findingsOf, pythonService } from './services.js'

const twelve = [
  'expired-passes',
  'missing-checks-pass',
  'first-document',
  'report-before-state',
  'books-twice',
  'needs-return',
  'no-polling',
  'error-rejects',
  'not-available-passes',
  'unknown-value-passes',
  'local-times',
  'retry-storm',
]

// A whole run takes one to two minutes: `npm run test:matrix` makes them, `npm test` plays chosen stories.
describe.runIf(process.env['TEST_MATRIX'] === 'true')('a whole run', () => {
  test('has no finding for the careful service', async () => {
    const { runs, findings, unplayed } = await runGauntlet(await correctService())
    expect(findings.map(({ name }) => name)).toEqual([])
    expect(runs.length).toBeGreaterThan(300)
    expect(unplayed).toBe(0)
  }, 300_000)

  test('finds all twelve mistakes of one service, each with a story of at most three unusual events', async () => {
    const { findings } = await runGauntlet(await carelessService(...twelve))
    const names = findings.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'passed someone who was never checked: expired',
        'passed someone who was never checked: a check is missing',
        'lost a result: approved, with several captures',
        'passed someone who was never checked: in progress, approved so far',
        'recorded one result twice: each webhook arrives twice',
        'lost a result: the webhooks arrive before the person is back',
        'stuck for ever: no webhook arrives',
        'passed someone who was never checked: nothing can be said',
        'passed someone who was never checked: a value that nobody knows',
        'refused someone who was approved: the clocks change between order and result',
      ]),
    )
    expect(names.some((name) => /^refused someone who was approved: get\w+ (always )?fails/.test(name))).toBe(true)
    expect(names.some((name) => name.startsWith('impolite to Yoti'))).toBe(true)
    expect(Math.max(...findings.map(eventsOf))).toBeLessThanOrEqual(3)
  }, 300_000)
})

const hasPython = spawnSync('python3', ['--version']).status === 0

// Only where there is no Python: it is on every machine of CI.
test.runIf(hasPython || process.env['CI'])('a service in Python that is given a session is played too', async () => {
  const stories = [
    'all-approve',
    'profile-mismatch-rejected',
    'wrong-document-expired',
    'retention-over',
    'nobody-came',
  ]
  expect(await findingsOf(await pythonService(), ...stories, 'all-approve/trouble=getSession:truncated')).toEqual([])
})

/** Seconds after which a decision that is no decision is waited for no longer. */
const patience = 2.5

test.concurrent('a service that takes an unknown word for no decision is told which word', async () => {
  const description = await correctService()
  const words = { pass: ['accepted'] }
  await expect(runGauntlet({ ...description, patience, words }, { stories: [] })).rejects.toThrow(
    /^The plain story, in which everything is approved, ended with 'verified' \(a word that words does not have\) instead of pass.*If 'verified' is a decision, add it to words\./s,
  )
})

test.concurrent('an answer without the decision is shown, with the place where it was looked for', async () => {
  const description = await correctService()
  const observe = { ...description.observe, decision: 'result.state' }
  await expect(runGauntlet({ ...description, patience, observe }, { stories: [] })).rejects.toThrow(
    /Asked for the decision it answered: 200 \{"id":.*"status":"verified".*\}\n {2}That has nothing where observe\.decision says\./,
  )
})

test.concurrent('a port on which somebody else answers is no place for the service', async () => {
  const other = createServer((_request, response) => response.end()).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const description = await correctService()
  const service = { ...description.service, url: `http://127.0.0.1:${port}` }
  await expect(runGauntlet({ ...description, service }, { stories: [] })).rejects.toThrow(
    `Something answers at http://127.0.0.1:${port}/health already`,
  )
  other.close()
})

test.concurrent('of a service that does not start the error is shown, however long its stack is', async () => {
  const description = await correctService()
  const run = `node -e "const deep = (n) => { if (n > 0) deep(n - 1); else throw new Error('no database') }; deep(30)"`
  const service = { ...description.service, run }
  await expect(runGauntlet({ ...description, service }, { stories: [] })).rejects.toThrow(
    /^The service ended with exit code 1 before [^\n]+ answered\.\n[\s\S]*Error: no database\n/,
  )
})

test.concurrent('an answer without the id that begin.id names is said to have none', async () => {
  const description = await correctService()
  const begin = { ...description.begin, request: description.begin?.request ?? '', id: 'data.reference' }
  await expect(runGauntlet({ ...description, begin }, { stories: [] })).rejects.toThrow(
    /Its answer has nothing where begin\.id says\.\nCheck begin/,
  )
})

test.concurrent('a service that takes the request and never answers is not waited for again and again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-hanging-'))
  const program =
    "require('http').createServer((q, r) => { if (q.url === '/') r.end() }).listen(process.env.PORT, '127.0.0.1')"
  await writeFile(join(folder, 'service.cjs'), program)
  const description = await correctService()
  const service = { run: 'node service.cjs', environment: { PORT: '{{port}}' } }
  await expect(runGauntlet({ ...description, directory: folder, service }, { stories: [] })).rejects.toThrow(
    /asks the service to verify a person: no answer[\s\S]*no answer within 15000 ms/,
  )
  await rm(folder, { recursive: true })
})
