import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { fieldEvidence, operationEvidence } from '../../server/shapes/document-evidence.js'
import { runCommand } from '../support/command.js'
import { quietEnvironment } from '../support/pact-cli.js'
import { openPactFolder } from '../support/pacts.js'
import { scenarioFiles } from '../support/scenario-files.js'

// The verifier is started several times, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const evidence = async (...args: string[]) => {
  const { code, stdout, stderr } = await runCommand(['evidence', ...args], { COLUMNS: '80' })
  return { code, stderr, lines: stdout.split('\n') }
}

const jsonOf = async (...args: string[]) => {
  const { stdout } = await runCommand(['evidence', '--json', ...args])
  return JSON.parse(stdout)
}

/** What a scenario answers, as a recording of Yoti would have it. */
const answerOf = async (id: string) => {
  const { stdout } = await runCommand(['scenarios', 'show', id, '--json'])
  return JSON.parse(stdout).answer
}

test('every field and operation of openapi.yaml says how we know', () => {
  const all = [...fieldEvidence(), ...operationEvidence()]
  expect(all.length).toBeGreaterThan(550)
  expect(all.filter(({ evidence: { source } }) => source === 'openapi.yaml names no source')).toEqual([])
})

test.each([
  ['SessionResult.state', 'observed', { recordings: 15, newest: '2023-09' }],
  ['SessionResult.checks', 'observed', { recordings: 15, newest: '2023-09' }],
  ['SessionResult.import_token.failure_reason', 'documented', { version: 'releases of May 2026' }],
  ['SupplementaryDocument.pages', 'documented', { version: 'version 10 of 24 October 2025' }],
  ['CheckType=FAMILIAR_FACE_SEARCH', 'documented', { version: 'version 10 of 24 October 2025' }],
])('%s is %s', async (path, grade, more) => {
  const { fields } = await jsonOf(path)
  expect(fields.find(({ name }: { name: string }) => name === path)).toMatchObject({ grade, ...more })
})

test('the counts of each grade, and the list of what nobody has seen, fit 80 columns', async () => {
  const summary = await evidence()
  expect(summary).toMatchObject({ code: 0, stderr: '' })
  expect(summary.lines[0]).toMatch(/^ +OBSERVED +DOCUMENTED +INVENTED$/)
  expect(summary.lines[1]).toMatch(/^scenarios +\d+ +\d+ +\d+$/)
  const invented = await evidence('--grade', 'invented')
  expect(invented.lines.join('\n')).toMatch(/^check-internal-error +invented: The state is in Yoti's/m)
  expect(invented.lines.join('\n')).not.toContain('all-approve')
  for (const { lines } of [summary, invented]) expect(lines.filter((line) => line.length > 80)).toEqual([])
})

test('a word that nothing has is refused', async () => {
  const { code, stderr } = await evidence('martian')
  expect(code).toBe(2)
  expect(stderr).toContain("No scenario, operation or field has 'martian' in its name or source")
})

test("a team's own recordings raise grades, of scenarios and of fields", async () => {
  const answer = await answerOf('check-internal-error')
  await using files = await scenarioFiles({
    'one.json': JSON.stringify({ ...answer, user_tracking_id: 'our-customer' }),
    'hook.json': '{"session_id":"x","topic":"session_completion"}',
    'not-ours.json': '{"some":"thing"}',
  })
  expect((await jsonOf('check-internal-error')).scenarios[0]).toMatchObject({ grade: 'invented' })
  const { scenarios, fields, operations } = await jsonOf('--evidence', files.path)
  const named = (list: { name: string }[], name: string) => list.find((one) => one.name === name)
  const newest = answer.checks[0].last_updated.slice(0, 10)
  const seen = { grade: 'observed', own: true, recordings: 1, source: 'your own recordings' }
  expect(named(scenarios, 'check-internal-error')).toMatchObject({ ...seen, newest })
  expect(named(scenarios, 'checks-created')).toMatchObject({ grade: 'invented' })
  expect(named(fields, 'Task.generated_checks')).toMatchObject({ ...seen, newest })
  expect(named(fields, 'SupplementaryDocument.file')).toMatchObject({ grade: 'documented' })
  expect(named(fields, 'SessionNotification.topic')).toMatchObject(seen)
  expect(named(operations, 'deleteSession')).toMatchObject({ grade: 'documented' })
  expect(named(operations, 'getSession')).toMatchObject(seen)
  const shown = await runCommand(['scenarios', 'show', 'check-internal-error', '--evidence', files.path])
  expect(shown.stdout).toContain(`\nEvidence   observed, by you, 1 recording, newest ${newest}\n`)
})

test('what mock-yoti record wrote raises grades too, and is imported', async () => {
  const response = { status: 200, headers: {}, body: { json: await answerOf('check-internal-error') } }
  const recorded = { format: 1, kind: 'exchange', at: '2020-01-01T00:00:00Z', operation: 'getSession', response }
  const other = { ...recorded, operation: 'deleteSession', response: { status: 204, headers: {} } }
  await using files = await scenarioFiles({
    '000001-getSession-200.json': JSON.stringify(recorded),
    '000002-deleteSession-204.json': JSON.stringify(other),
  })
  const { scenarios, operations } = await jsonOf('--evidence', files.path)
  const gradesOf = (list: { name: string; grade: string; own?: boolean }[], name: string) =>
    list.filter((one) => one.name === name).map(({ grade, own }) => [grade, own])
  expect(gradesOf(scenarios, 'check-internal-error')).toEqual([['observed', true]])
  expect(gradesOf(operations, 'deleteSession')).toEqual([['observed', true]])
  const own = join(files.path, 'own')
  const imported = await runCommand(['scenarios', 'import', files.path, '--scenarios', own, '--id', 'seen'])
  expect(imported.code).toBe(0)
  expect(imported.stdout).toContain(
    '1 answer: 1 scenario written, 1 answer expressed in full, 0 not imported. 1 recording',
  )
})

test('a directory without recordings is refused', async () => {
  await using files = await scenarioFiles({ 'a.json': '{"some":"thing"}' })
  const { code, stderr } = await evidence('--evidence', files.path)
  expect(code).toBe(2)
  expect(stderr).toContain(`${files.path} has no recording`)
})

test('a recording that is broken is named, and the others are read', async () => {
  const answer = JSON.stringify(await answerOf('check-internal-error'))
  await using files = await scenarioFiles({ 'a.json': '{"name": Quirinius}', 'b.json': answer, 'c.json': '' })
  const { code, lines } = await evidence('check-internal-error', '--evidence', files.path)
  expect(lines.slice(0, 3)).toEqual([
    `Recordings in ${files.path}: 1`,
    `Not read: ${join(files.path, 'a.json')} is no JSON`,
    `Not read: ${join(files.path, 'c.json')} is empty`,
  ])
  expect(lines.join('\n')).toMatch(/^check-internal-error +observed, by you, 1 recording/m)
  expect(lines.join('\n')).not.toContain('Quirinius')
  expect(code).toBe(1)
  const shown = await runCommand(['scenarios', 'show', 'all-approve', '--evidence', files.path])
  expect(shown.stdout).toContain(`Not read: ${join(files.path, 'a.json')} is no JSON\n`)
})

test('one file of recordings is as good as a folder', async () => {
  await using files = await scenarioFiles({ 'b.json': JSON.stringify(await answerOf('check-internal-error')) })
  const { code, lines } = await evidence('check-internal-error', '--evidence', join(files.path, 'b.json'))
  expect(lines.join('\n')).toMatch(/^check-internal-error +observed, by you, 1 recording/m)
  expect(code).toBe(0)
  const missing = await evidence('--evidence', join(files.path, 'none'))
  expect(missing).toMatchObject({ code: 2 })
  expect(missing.stderr).toContain(`Cannot read the recordings in ${join(files.path, 'none')}: ENOENT`)
})

test('a verification says what the answers of its interactions rest on', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', [
    'all-approve',
    'missing-document',
    'capture-abandoned',
    'check-internal-error',
  ])
  const verify = async (...more: string[]) =>
    (await runCommand(['verify', '--pact-file', pact, '--json', folder.at('report.json'), ...more], quietEnvironment()))
      .stdout
  expect(await verify()).toContain(
    '\n4 interactions kept, of which 2 rest on documented, 1 on observed, 1 on invented answers',
  )
  const { evidence: rests } = JSON.parse(await folder.read('report.json'))
  expect(rests).toContainEqual({
    consumer: expect.any(String),
    interaction: 'getSession answers check-internal-error',
    evidence: { grade: 'invented', source: "The state is in Yoti's OpenAPI document; no page shows a session with it" },
  })
  const own = folder.at('own')
  await mkdir(own)
  await writeFile(join(own, 'one.json'), JSON.stringify(await answerOf('check-internal-error')))
  expect(await verify('--evidence', own)).toContain('of which 2 rest on documented, 2 on observed answers')
})
