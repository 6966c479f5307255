import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { person } from '../support/answer-parts.js'
import { runBuiltCommand, runCommand } from '../support/command.js'
import { realAnswers } from '../support/real-answers.js'
import { scenarioFiles } from '../support/scenario-files.js'

const answer = (name: string) => realAnswers[name] as Schema<'SessionResult'>

const withPart = (key: string, value: unknown) => JSON.stringify({ ...answer('tampered'), [key]: value })

type Json = Record<string, unknown>

/** The answer of a tampered passport with something changed: a copy that may be written to. */
const changed = (
  change: (copy: {
    state: unknown
    session_id: unknown
    resources: { id_documents: (Json & { pages: Json[] })[] }
    checks: (Json & { report: { recommendation: Json; breakdown: Json[] } })[] | null | string
    [key: string]: unknown
  }) => void,
) => {
  const copy = JSON.parse(JSON.stringify(answer('tampered')))
  change(copy)
  return JSON.stringify(copy)
}

type Changed = Parameters<Parameters<typeof changed>[0]>[0]

const documentIn = ({ resources }: Changed) => resources.id_documents[0] as Changed['resources']['id_documents'][number]

const checkIn = ({ checks }: Changed, index: number) => {
  const check = Array.isArray(checks) ? checks[index] : undefined
  if (check === undefined) throw new Error('there is no such check')
  return check
}

/** The answer has 163 values. */
test.each<[string, (copy: Changed) => void, string[], string]>([
  ['nothing', () => undefined, [], '163 of 163'],
  [
    'an id that is no UUID',
    (copy) => {
      copy.session_id = 'session-17'
    },
    ["session_id is session-17, the scenario's is a UUID"],
    '162 of 163',
  ],
  [
    'a capture without created_at',
    (copy) => {
      delete documentIn(copy)['created_at']
    },
    ["resources.id_documents[0].created_at is only in the scenario's answer"],
    '162 of 163',
  ],
  [
    'a page without frames',
    (copy) => {
      delete documentIn(copy).pages[0]?.['frames']
    },
    ["resources.id_documents[0].pages[0].frames is only in the scenario's answer"],
    '151 of 163',
  ],
  [
    'an unknown state',
    (copy) => {
      copy.state = 'UNDER_REVIEW'
    },
    ["state is UNDER_REVIEW, the scenario's COMPLETED"],
    '162 of 163',
  ],
  [
    'an unknown recommendation',
    (copy) => {
      checkIn(copy, 1).report.recommendation['value'] = 'ESCALATE'
    },
    ["checks[1].report.recommendation.value is ESCALATE, the scenario's NOT_AVAILABLE"],
    '162 of 163',
  ],
  [
    'an unknown state of a check',
    (copy) => {
      checkIn(copy, 2)['state'] = 'SUSPENDED'
    },
    ["checks[2].state is SUSPENDED, the scenario's DONE"],
    '162 of 163',
  ],
  [
    'an unknown result of a sub-check',
    (copy) => {
      const [first] = checkIn(copy, 0).report.breakdown
      if (first) first['result'] = 'SKIPPED'
    },
    ["checks[0].report.breakdown[0].result is SKIPPED, the scenario's NOT_AVAILABLE"],
    '162 of 163',
  ],
  [
    'an unknown check',
    (copy) => {
      checkIn(copy, 4)['type'] = 'VOICE_MATCH'
    },
    ['checks[4]: no check of type VOICE_MATCH is known here'],
    '153 of 163',
  ],
  [
    'fields that nobody knows',
    (copy) => {
      copy['risk'] = { level: 'HIGH', score: 3 }
      documentIn(copy)['holder'] = person
      documentIn(copy)['owner'] = { name: person, source: person, value: 'Ottoline', kind: 'PERSON' }
      checkIn(copy, 0)['tier'] = ['GOLD']
    },
    [
      "risk is not in the scenario's answer: { level: HIGH, score: 3 }",
      "resources.id_documents[0].holder is not in the scenario's answer: a text of 26 characters",
      "resources.id_documents[0].owner is not in the scenario's answer: { name: a text of 26 characters, source: a text of 26 characters, value: a text of 8 characters, kind: PERSON }",
      "checks[0].tier is not in the scenario's answer: a list of 1",
    ],
    '163 of 171',
  ],
  [
    'checks in another order',
    ({ checks }) => {
      if (Array.isArray(checks)) checks.reverse()
    },
    ["checks is in another order in the scenario's answer"],
    '163 of 164',
  ],
  [
    'a time in another form',
    (copy) => {
      documentIn(copy)['last_updated'] = 1_700_000_000_000
    },
    ["resources.id_documents[0].last_updated is of another kind in the scenario's answer: a long number"],
    '162 of 163',
  ],
])('an answer with %s is imported, and what is lost is told with its value', async (_what, change, told, near) => {
  await using files = await scenarioFiles({ 'answer.json': changed(change) })
  const own = join(files.path, 'own')
  const argv = ['scenarios', 'import', join(files.path, 'answer.json'), '--scenarios', own]
  const { code, stdout, stderr } = await runCommand(argv)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const line of told) expect(stdout).toContain(`\n  ${line}\n`)
  expect(stdout.split('\n').filter((line) => line.startsWith('  ') && !line.startsWith('  mock-yoti'))).toHaveLength(
    told.length,
  )
  expect(stdout).toContain(`${near} values are the same`)
  expect(stdout).not.toContain(person)
  expect(stdout).not.toContain('Ottoline')
  expect(await runCommand(['scenarios', 'lint', own])).toMatchObject({ code: 0 })
})

test.each([null, 'x', {}, []])('checks that are %j are none', async (checks) => {
  await using files = await scenarioFiles({})
  const json = changed((copy) => Object.assign(copy, { checks }))
  const argv = ['scenarios', 'import', '-', '--scenarios', files.path]
  const { code, stdout } = await runBuiltCommand(argv, {}, json)
  expect(code).toBe(0)
  if (checks === null) expect(stdout).toContain("checks is null, and is in the scenario's answer")
  const shown = await runCommand(['scenarios', 'show', 'imported', '--json', '--scenarios', files.path])
  expect(JSON.parse(shown.stdout).answer).toMatchObject({ state: 'COMPLETED', checks: [] })
})

test('an identity document of a type that nobody knows stays an identity document', async () => {
  await using files = await scenarioFiles({})
  const json = changed((copy) => {
    documentIn(copy)['document_type'] = 'MARTIAN_ID'
  })
  const { code } = await runBuiltCommand(['scenarios', 'import', '-', '--scenarios', files.path], {}, json)
  expect(code).toBe(0)
  expect(await readFile(join(files.path, 'imported.yaml'), 'utf8')).toContain('kind: ID_DOCUMENT')
  const { stdout } = await runCommand(['scenarios', 'show', 'imported', '--json', '--scenarios', files.path])
  const { resources, checks } = JSON.parse(stdout).answer
  expect(resources.id_documents).toMatchObject([{ document_type: 'MARTIAN_ID', tasks: [{ state: 'DONE' }] }])
  expect(resources.supplementary_documents).toEqual([])
  expect(checks.map(({ type }: { type: string }) => type)).toContain('ID_DOCUMENT_AUTHENTICITY')
})

test('a country that nobody knows is kept, and makes the scenario an invented one', async () => {
  await using files = await scenarioFiles({})
  const json = changed((copy) => {
    documentIn(copy)['issuing_country'] = 'QQQ'
  })
  await runBuiltCommand(['scenarios', 'import', '-', '--scenarios', files.path], {}, json)
  const written = await readFile(join(files.path, 'imported.yaml'), 'utf8')
  expect(written).toContain('country: QQQ')
  expect(written).toContain('provenance: invented')
  expect(await runCommand(['scenarios', 'lint', files.path])).toMatchObject({ code: 0 })
})

test('a directory of answers is imported in one go, with a summary', async () => {
  await using files = await scenarioFiles({
    'a.json': JSON.stringify(answer('tampered')),
    'b.json': JSON.stringify(answer('tampered')),
    'c d.json': changed((copy) => {
      copy.state = 'UNDER_REVIEW'
      copy['risk'] = true
    }),
    'junk.json': '{',
    'no-answer.txt': 'x',
  })
  const own = join(files.path, 'own')
  const argv = ['scenarios', 'import', files.path, '--scenarios', own, '--id', 'real']
  const { code, stdout } = await runCommand(argv)
  expect(code).toBe(1)
  expect(stdout.split('\n').slice(0, 5)).toEqual([
    'answer     scenario      same        not expressed',
    'a.json     real-a        163 of 163  0',
    'b.json     as real-a     163 of 163  0',
    'c d.json   as real-a     162 of 164  2',
    'junk.json  not imported',
  ])
  expect(stdout).toContain("  1 × state is UNDER_REVIEW, the scenario's COMPLETED\n")
  expect(stdout).toContain(`Not imported:\n  ${join(files.path, 'junk.json')} is not JSON: `)
  expect(stdout).toContain('4 answers: 1 scenario written, 2 answers expressed in full, 1 not imported.')
  expect(await runCommand(['scenarios', 'lint', own])).toMatchObject({ code: 0 })
  const again = await runCommand([...argv, '--json'])
  expect(JSON.parse(again.stdout)[0]).toEqual({
    file: 'a.json',
    refused: `${join(own, 'real-a.yaml')} is there already; nothing was written`,
  })
})

test('a directory without answers is refused', async () => {
  await using files = await scenarioFiles({ 'answer.txt': 'x' })
  const { code, stderr } = await runCommand(['scenarios', 'import', files.path])
  expect({ code, stderr }).toMatchObject({ code: 2 })
  expect(stderr).toContain(`${files.path} has no *.json file`)
})

test('a check that is newer than this mock-yoti is left out, and told', async () => {
  await using files = await scenarioFiles({})
  const { checks } = answer('tampered')
  const json = withPart('checks', [{ ...checks[0], type: 'SOMETHING_NEW' }, ...checks.slice(1)])
  const { code, stdout } = await runBuiltCommand(['scenarios', 'import', '-', '--scenarios', files.path], {}, json)
  expect(code).toBe(0)
  expect(stdout).toContain('Not expressed:\n  checks[0]: no check of type SOMETHING_NEW is known here\n')
})
