import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Read, readAnswer } from '../../cli/scenarios/import/read-answer.js'
import { scenarioLike } from '../../cli/scenarios/import/scenario-like.js'
import { UsageError } from '../../server/base/errors.js'
import type { Schema } from '../../server/openapi/schema.js'
import { person } from '../support/answer-parts.js'
import { runBuiltCommand, runCommand } from '../support/command.js'
import { realAnswers } from '../support/real-answers.js'
import { scenarioFiles } from '../support/scenario-files.js'

const answer = (name: string) => realAnswers[name] as Schema<'SessionResult'>

const idsIn = (text: string) => text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []

test('import writes a scenario file that has no problems and answers in the same shape', async () => {
  await using files = await scenarioFiles({ 'answer.json': JSON.stringify(answer('another person')) })
  const argv = ['scenarios', 'import', join(files.path, 'answer.json'), '--id', 'from-yoti', '--scenarios', files.path]
  const { code, stdout, stderr } = await runCommand(argv)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain(`Wrote ${files.path}/from-yoti.yaml`)
  expect(stdout).toContain('Its answer has the same structure.')
  expect(await runCommand(['scenarios', 'lint', files.path])).toMatchObject({ code: 0 })
  const { stdout: listed } = await runCommand([
    'scenarios',
    '--wide',
    '--reason',
    'DIFFERENT_PERSON',
    '--scenarios',
    files.path,
  ])
  expect(listed).toMatch(/^from-yoti +own +Imported: COMPLETED, /m)
  expect((await runCommand(argv)).stderr).toContain('from-yoti.yaml is there already')
})

test('a byte-order mark before an answer is skipped', async () => {
  await using files = await scenarioFiles({ 'answer.json': `\ufeff${JSON.stringify(answer('another person'))}` })
  const argv = [
    'scenarios',
    'import',
    join(files.path, 'answer.json'),
    '--id',
    'from-windows',
    '--scenarios',
    files.path,
  ]
  expect(await runCommand(argv)).toMatchObject({ code: 0, stderr: '' })
})

test('nothing of the person is in the file or on the screen', async () => {
  await using files = await scenarioFiles({})
  const json = JSON.stringify(answer('a detail that is about the person'))
  const { code, stdout } = await runBuiltCommand(['scenarios', 'import', '-', '--scenarios', files.path], {}, json)
  expect(code).toBe(0)
  const written = await readFile(join(files.path, 'imported.yaml'), 'utf8')
  expect(json).toContain(person)
  for (const text of [written, stdout]) {
    expect(text).not.toContain(person)
    expect(idsIn(text)).toEqual([])
  }
})

test.each(Object.keys(realAnswers))('nothing of the person is in the scenario, nor in what is told: %s', (name) => {
  const imported = JSON.stringify(scenarioLike({ session: answer(name) }))
  expect(JSON.stringify(answer(name))).toContain(person)
  expect(imported).not.toContain(person)
  expect(idsIn(imported)).toEqual([])
})

test('what the scenario does not say is told, place by place', async () => {
  await using files = await scenarioFiles({})
  const json = JSON.stringify(answer('a detail that is about the person'))
  const { stdout } = await runBuiltCommand(['scenarios', 'import', '-', '--scenarios', files.path], {}, json)
  expect(stdout).toContain("Not expressed:\n  checks[0].report.breakdown[0].details has 1, the scenario's 0\n")
})

test('an error is imported as the scenario that answers it', async () => {
  await using files = await scenarioFiles({})
  const json = JSON.stringify({ code: 'TOO_MANY_REQUESTS', message: 'Too many requests' })
  await runBuiltCommand(['scenarios', 'import', '-', '--scenarios', files.path], {}, json)
  const { stdout } = await runCommand(['scenarios', 'show', 'imported', '--json', '--scenarios', files.path])
  expect(JSON.parse(stdout)).toMatchObject({ status: 429, answer: { code: 'TOO_MANY_REQUESTS' } })
})

test.each([
  ['{', 'Standard input is not JSON: '],
  ['{"state":"COMPLETED"}', 'it has no resources, no checks'],
  ['{"code":"NO_SUCH_CODE"}', 'it has no state, no resources, no checks'],
  ['[null]', 'Standard input is no JSON object'],
  ['[]', 'Standard input is no JSON object'],
  ['"COMPLETED"', 'Standard input is no JSON object'],
  ['{"state":"COMPLETED","resources":"x","checks":"x"}', 'nothing in it is as Yoti writes it'],
])('%s is refused', async (json, message) => {
  await using files = await scenarioFiles({})
  const { code, stderr } = await runBuiltCommand(['scenarios', 'import', '-', '--scenarios', files.path], {}, json)
  expect(code).toBe(2)
  expect(stderr).toContain(message)
})

test('a code of an identity profile that is newer than this mock-yoti is told, and the file can be used', async () => {
  await using files = await scenarioFiles({})
  const shown = await runCommand(['scenarios', 'show', 'identity-profile-fails-with:IDENTITY_CHECK_FAILED', '--json'])
  const json = JSON.stringify(JSON.parse(shown.stdout).answer).replaceAll('IDENTITY_CHECK_FAILED', 'SOMETHING_NEW')
  const { code, stdout } = await runBuiltCommand(['scenarios', 'import', '-', '--scenarios', files.path], {}, json)
  expect(code).toBe(0)
  expect(stdout).toContain("identity_profile.failure_reason is not in the scenario's answer")
  expect(await runCommand(['scenarios', 'lint', files.path])).toMatchObject({ code: 0 })
})

/** The value with each of its parts in turn in another's place. */
function* spoilt(value: unknown, by: unknown): Generator<unknown> {
  yield by
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value))
    for (const other of spoilt(part, by))
      yield Array.isArray(value)
        ? value.map((item, at) => (String(at) === key ? other : item))
        : { ...value, [key]: other }
}

test.each([null, 'x', 7, [], {}])('an answer with %j in any place is imported or refused in a sentence', async (by) => {
  await using files = await scenarioFiles({})
  const path = join(files.path, 'answer.json')
  for (const json of spoilt(answer('turned away after one document'), by)) {
    await writeFile(path, JSON.stringify(json))
    const read = await readAnswer(path).catch((error: unknown) => error)
    if (read instanceof Error) expect(read).toBeInstanceOf(UsageError)
    else expect(() => scenarioLike(read as Read)).not.toThrow()
  }
})
