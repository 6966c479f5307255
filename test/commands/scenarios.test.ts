import { expect, test } from 'vitest'
import { runCommand } from '../support/command.js'
import { allScenarios } from '../support/results.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

test('mock-yoti scenarios is a table of every scenario', async () => {
  const { code, stdout } = await runCommand(['scenarios', '--wide'])
  expect(code).toBe(0)
  const rows = stdout.trim().split('\n')
  expect(rows[0]).toMatch(/^ID +GROUP +TITLE +SHAPE +PROVENANCE$/)
  for (const id of allScenarios) expect(rows.some((row) => row.startsWith(`${id} `))).toBe(true)
  expect(stdout).toMatch(/all-approve .* COMPLETED, 6 APPROVE +documented/)
})

test('list and show take the files of a directory', async () => {
  await using files = await scenarioFiles({ 'our-own.yaml': goodFile('Ours', 'visit: none\n') })
  const { stdout } = await runCommand(['scenarios', '--wide', '--scenarios', files.path])
  expect(stdout).toMatch(/our-own +own +Ours/)
  const shown = await runCommand(['scenarios', 'show', 'our-own', '--json', '--scenarios', files.path])
  expect(JSON.parse(shown.stdout).answer.state).toBe('ONGOING')
})

test('the scenarios of the package have no problems', async () => {
  expect(await runCommand(['scenarios', 'lint'])).toMatchObject({ code: 0, stderr: '' })
})

const documented = (rest: string) => goodFile('x', rest).replace('invented', 'documented')

const broken: Record<string, { text: string; line: number; message: string }> = {
  'unknown-key': {
    text: goodFile('x', 'vist: completed\n'),
    line: 5,
    message: "unknown key 'vist' in the file. Did you mean 'visit'?",
  },
  'unknown-nested-key': {
    text: goodFile('x', 'documents:\n  - asked: PASSPORT\n    braught: nothing\n'),
    line: 7,
    message: "unknown key 'braught' in documents.0. Did you mean 'brought'?",
  },
  'unknown-key-of-a-choice': {
    text: goodFile('x', 'documents:\n  - asked: PASSPORT\n    brought: { typ: PASSPORT }\n'),
    line: 7,
    message: "unknown key 'typ' in documents.0.brought. Did you mean 'type'?",
  },
  'wrong-choice': {
    text: goodFile('x', 'documents:\n  - asked: PASSPORT\n    brought: nothin\n'),
    line: 7,
    message: 'documents.0.brought is "nothin"; expected nothing or expired or { type, country }',
  },
  'wrong-value': {
    text: goodFile('x', 'visit: maybe\n'),
    line: 5,
    message: 'visit is "maybe"; expected completed or refused or none or { captured } or { refused_at }',
  },
  'two-captures-that-count': {
    text: goodFile('x', 'documents:\n  - asked: PASSPORT\n    captures: [used, used]\n'),
    line: 7,
    message: 'documents.0.captures is ["used","used"]; at most one of them is used',
  },
  'no-duration': {
    text: goodFile('x', 'timeline:\n  checks: { ID_DOCUMENT_FACE_MATCH: 19M }\n'),
    line: 6,
    message: 'timeline.checks.ID_DOCUMENT_FACE_MATCH is "19M"; expected: An ISO-8601 duration',
  },
  'missing-key': { text: 'title: x\n', line: 1, message: "the key 'use_when' is missing in the file" },
  'not-yaml': { text: 'title: [x\nuse_when: y\n', line: 2, message: 'not YAML' },
  'unknown-base': {
    text: goodFile('x', 'extends: all-aprove\n'),
    line: 5,
    message: "'extends' names no scenario: 'all-aprove'. Did you mean 'all-approve'?",
  },
  circle: {
    text: goodFile('x', 'extends: circle\n'),
    line: 5,
    message: "'extends' goes round in a circle: circle → circle",
  },
  'member-that-is-none': {
    text: goodFile('x', 'varies: visit\nmembers:\n  DONE: completed\n  ELSEWHERE: elsewhere\n'),
    line: 8,
    message: 'ELSEWHERE: visit is "elsewhere"; expected completed or refused or none',
  },
  'place-that-is-none': {
    text: goodFile('x', 'varies: documents.2.brought\nmembers:\n  GONE: nothing\n  OLD: expired\n'),
    line: 5,
    message: "the scenario has no place 'documents.2.brought' to vary",
  },
  'family-without-a-place': {
    text: goodFile('x', 'members: [ONE, TWO]\n'),
    line: 5,
    message: "'members' needs the key 'varies'",
  },
  'family-as-base': {
    text: goodFile('x', 'extends: family-as-base\nvaries: visit\nmembers: { A: none, B: refused }\n'),
    line: 5,
    message: "'family-as-base' is a family of scenarios. Name one of its members: family-as-base:A, family-as-base:B",
  },
  'alias-of-nothing': {
    text: goodFile('x', 'documents: *documents\n'),
    line: 5,
    message: "no anchor '&documents' stands before the alias '*documents'",
  },
  'alias-inside-itself': {
    text: goodFile('x', 'documents: &all [{ asked: PASSPORT }, *all]\n'),
    line: 5,
    message: "the alias '*all' stands inside what it names",
  },
  empty: { text: '', line: 1, message: 'the file is empty' },
  'a-list': { text: '- x\n', line: 1, message: 'the file is ["x"]; expected keys and values' },
  'misspelt-state': {
    text: goodFile('x', 'checks:\n  LIVENESS: { state: PENDNG }\n'),
    line: 6,
    message: `checks.LIVENESS.state is "PENDNG". Did you mean 'PENDING'? Expected CREATED, READY, PENDING`,
  },
  'no-members': {
    text: goodFile('x', 'varies: visit\nmembers: []\n'),
    line: 6,
    message: 'members must NOT have fewer than 2 items',
  },
  'order-like-nothing': {
    text: goodFile('x', 'order: { checks: [] }\n'),
    line: 5,
    message: "the key 'like' is missing",
  },
  'word-for-a-number': {
    text: goodFile('x', 'visit: { captured: one }\n'),
    line: 5,
    message: 'visit.captured is "one"; expected a whole number',
  },
  'misspelt-document': {
    text: goodFile('x', 'documents:\n  - asked: PASSPORT\n    brought: { type: DRIVING_LISENCE }\n'),
    line: 7,
    message: "'DRIVING_LISENCE' is no document of Yoti's. Did you mean 'DRIVING_LICENCE'?",
  },
  'no-country': {
    text: documented('documents:\n  - asked: PASSPORT\n    country: XXX\n'),
    line: 7,
    message: "'XXX' is no country whose documents Yoti takes",
  },
  'not-expired': {
    text: documented(
      'documents:\n  - asked: PASSPORT\n    expires: P900D\n    checks: { ID_DOCUMENT_AUTHENTICITY: { reject: EXPIRED_DOCUMENT } }\n',
    ),
    line: 8,
    message: "the document has not expired: 'expires' is P900D",
  },
  'chip-of-a-licence': {
    text: documented(
      'documents:\n  - asked: DRIVING_LICENCE\n    checks: { ID_DOCUMENT_AUTHENTICITY: { reject: CHIP_DATA_INTEGRITY_FAILED } }\n',
    ),
    line: 7,
    message: 'CHIP_DATA_INTEGRITY_FAILED is about a chip, and a DRIVING_LICENCE has none',
  },
  'zone-of-a-licence': {
    text: documented(
      'documents:\n  - asked: DRIVING_LICENCE\n    checks: { ID_DOCUMENT_AUTHENTICITY: { not_available: INCORRECT_MRZ } }\n',
    ),
    line: 7,
    message: 'a DRIVING_LICENCE has no machine-readable zone',
  },
  'refused-beyond-the-last': {
    text: goodFile('x', 'visit: { refused_at: 3 }\n'),
    line: 5,
    message: 'visit.refused_at is 3, and there are 2 documents',
  },
  'check-that-nobody-asks-for': {
    text: goodFile('x', 'order: { like: branch, checks: [LIVENESS] }\nchecks: { ID_DOCUMENT_AUTHENTICITY: reject }\n'),
    line: 5,
    message: 'order.checks has no ID_DOCUMENT_AUTHENTICITY, of which the scenario says what came of it',
  },
  'text-that-nobody-looks-at': {
    text: goodFile('x', 'checks: { ID_DOCUMENT_TEXT_DATA_CHECK: approve }\n'),
    line: 5,
    message: 'ID_DOCUMENT_TEXT_DATA_CHECK is made only where people look at a text',
  },
  'text-of-the-other-document': {
    text: goodFile(
      'x',
      'documents:\n  - asked: PASSPORT\n    text: reviewed\n  - asked: UTILITY_BILL\n    checks: { SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK: approve }\n',
    ),
    line: 9,
    message: 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK is made only where people look at a text',
  },
  'text-that-is-not-always-looked-at': {
    text: goodFile(
      'x',
      'order: { like: home, tasks: [{ type: ID_DOCUMENT_TEXT_DATA_EXTRACTION, config: { manual_check: FALLBACK } }] }\nchecks: { ID_DOCUMENT_TEXT_DATA_CHECK: approve }\n',
    ),
    line: 6,
    message: 'ID_DOCUMENT_TEXT_DATA_CHECK is made only where people look at a text',
  },
  Not_An_Id: { text: goodFile('x'), line: 1, message: 'lower-case words' },
}

test.each(Object.entries(broken))(
  'lint tells what is wrong with %s, with its file and line',
  async (name, { text, line, message }) => {
    await using files = await scenarioFiles({ [`${name}.yaml`]: text })
    const { code, stdout } = await runCommand(['scenarios', 'lint', files.path])
    expect(code).toBe(1)
    const told = stdout.split('\n').find((row) => row.includes(message))
    expect(told, stdout).toMatch(new RegExp(`^${files.path}/${name}\\.yaml:${line} `))
  },
)
