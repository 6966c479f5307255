import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DriftReport } from '../../drift/drift.js'
import { summarise } from '../../server/engine/results/summarise.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { runBuiltCommand, runCommand } from '../support/command.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-yoti-accepted-'))
})
afterAll(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)

const write = async (name: string, text: string) => {
  await writeFile(at(name), text)
  return at(name)
}

const answer = () => {
  const scenario = builtInScenarios().find(({ id }) => id === 'all-approve')
  if (scenario === undefined) throw new Error('no scenario')
  return summarise(scenario, 0).answer
}

const finding = 'getSession 200: risk_score is not in openapi.yaml'

const accepting = (...names: readonly string[]) =>
  names.map((name) => `- finding: '${name}'\n  because: our code does not read it\n`).join('')

test('a finding that is accepted with a reason does not fail the run, in any form of the report', async () => {
  const file = await write('new.json', JSON.stringify({ ...answer(), risk_score: 17 }))
  const accepted = await write('ours.yaml', accepting(finding))
  const run = ['drift', file, '--against', 'openapi']
  expect(await runCommand(run)).toMatchObject({ code: 1 })
  const reports = ['json', 'html', 'junit'].flatMap((form) => [`--${form}`, at(`report.${form}`)])
  const { code, stdout } = await runCommand([...run, '--accepted', accepted, ...reports])
  expect(stdout).toContain(`  ○ ${finding}\n      Accepted: our code does not read it\n`)
  expect(stdout).toContain('No drift: everything that was recorded is as expected (1 accepted)')
  expect(code).toBe(0)
  const report = JSON.parse(await readFile(at('report.json'), 'utf8')) as DriftReport
  expect(report.findings[0]).toMatchObject({ title: finding, accepted: 'our code does not read it' })
  expect(await readFile(at('report.html'), 'utf8')).toContain('<p>Accepted: our code does not read it</p>')
  expect(await readFile(at('report.junit'), 'utf8')).toContain('failures="0"')
})

test('an accepted finding that was not seen is mentioned, and fails a strict run', async () => {
  const file = await write('same.json', JSON.stringify(answer()))
  const run = ['drift', file, '--against', 'openapi', '--accepted', await write('gone.yaml', accepting(finding))]
  const { code, stdout } = await runCommand(run)
  expect(stdout).toContain('accepted, but not seen in this run: getSession 200: risk_score is not in\nopenapi.yaml')
  expect(code).toBe(0)
  expect(await runCommand([...run, '--strict-accepted'])).toMatchObject({ code: 1 })
})

test.each([
  ['nowhere.yaml', undefined, 'nowhere.yaml cannot be read (ENOENT)'],
  ['words.yaml', 'hello', "expected a list of entries with 'finding', a name of the report, and 'because', the reason"],
  ['no-reason.yaml', `- finding: '${finding}'\n`, "and 'because', the reason"],
])('a list that cannot be used is exit 2 with a sentence: %s', async (name, text, message) => {
  if (text !== undefined) await write(name, text)
  const { code, stderr } = await runCommand(['drift', 'package.json', '--accepted', at(name)])
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

test("what a team's own scenario files answer is known", async () => {
  const text = goodFile('Our own', 'extends: all-approve\ndocuments:\n  - { asked: LIBRARY_CARD, kind: ID_DOCUMENT }\n')
  await using files = await scenarioFiles({ 'our-own.yaml': text })
  const shown = await runBuiltCommand(['scenarios', 'show', 'our-own', '--scenarios', files.path, '--json'])
  const own = (JSON.parse(shown.stdout) as { answer: object }).answer
  const run = ['drift', await write('own.json', JSON.stringify(own)), '--json', '-']
  const titles = async (...argv: readonly string[]) => {
    const { stdout } = await runCommand([...run, ...argv])
    const { findings, results } = JSON.parse(stdout) as DriftReport
    return {
      nearest: results[0]?.scenario,
      titles: findings.filter(({ rank }) => rank !== 'unseen').map(({ title }) => title),
    }
  }
  expect(await titles('--scenarios', files.path)).toEqual({ nearest: 'our-own', titles: [] })
  expect((await titles()).titles).toEqual([
    expect.stringContaining('document_type is LIBRARY_CARD, which nobody knows'),
  ])
})
