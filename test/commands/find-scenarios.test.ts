import { expect, test } from 'vitest'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import type { ControlSchema } from '../../server/openapi/schema.js'
import { expectDocumented } from '../support/answers.js'
import { runBuiltCommand, runCommand } from '../support/command.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

const list = async (...options: string[]) => {
  const { code, stdout, stderr } = await runCommand(['scenarios', '--json', ...options])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as ControlSchema<'ScenarioSummary'>[]
}

const family = goodFile('Differs', 'varies: checks.PROFILE_DOCUMENT_MATCH.reject\nmembers: [NAME, ADDRESS]\n')

test('--json lists every id that can be asked for, members of families too', async () => {
  await using files = await scenarioFiles({ 'differs.yaml': family })
  const listed = await list('--scenarios', files.path)
  expect(listed.map(({ id }) => id)).toEqual(
    expect.arrayContaining([...builtInScenarios().map(({ id }) => id), 'differs:NAME', 'differs:ADDRESS']),
  )
  expectDocumented('control', 'listScenarios', 200, { scenarios: listed })
  expect(listed.find(({ id }) => id === 'differs:NAME')).toMatchObject({ family: 'differs', group: 'own' })
})

test('filters are by group, provenance, check and reason, and join', async () => {
  for (const { group } of await list('--group', 'counter')) expect(group).toBe('counter')
  for (const { provenance } of await list('--provenance', 'invented')) expect(provenance).toBe('invented')
  const found = (await list('--check', 'profile_document_match', '--reason', 'PROFILE_DOCUMENT_MATCH')).map(
    ({ id }) => id,
  )
  expect(found).toContain('profile-mismatch-rejected')
  expect(found).not.toContain('all-approve')
  expect(await list('--check', 'PROFILE_DOCUMENT_MATCH', '--reason', 'IBV_VISUAL_REVIEW_CHECK')).toEqual([])
})

test('the reason and the check are those of the same check', async () => {
  const both = await list('--check', 'IBV_VISUAL_REVIEW_CHECK', '--reason', 'IBV_VISUAL_REVIEW_CHECK')
  expect(both.length).toBeGreaterThan(0)
  for (const { checks } of both)
    expect(checks).toContainEqual({
      type: 'IBV_VISUAL_REVIEW_CHECK',
      state: 'DONE',
      recommendation: 'REJECT',
      reason: 'IBV_VISUAL_REVIEW_CHECK',
    })
})

test('show prints the result, what each media is, and which scenarios look the same', async () => {
  const { code, stdout } = await runCommand(['scenarios', 'show', 'profile-mismatch'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^profile-mismatch {2}\[counter, documented\]$/m)
  expect(stdout).toMatch(/^Looks like .*\binvalid-document\b/m)
  expect(stdout).toMatch(/^ {4}"state": "ONGOING",$/m)
  expect(stdout).toMatch(/^ {2}[0-9a-f-]{36} {2}IMAGE {2}frame 3 of page 1 of the PASSPORT \(GBR\)$/m)
  expect(stdout).toMatch(/^Media: the applicant's profile, as it was sent\n {2}\{\n {4}"full_name": /m)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no colours in pipes
  expect(stdout).not.toMatch(/\x1b\[/)
})

test('show --json has the answer and the media', async () => {
  const { stdout } = await runCommand(['scenarios', 'show', 'wrong-document', '--json'])
  const { answer, media, ...shown } = JSON.parse(stdout)
  expectDocumented('yoti', 'getSession', 200, answer)
  expect(answer.resources.id_documents[0].document_type).toBe('DRIVING_LICENCE')
  expect(shown).toMatchObject({ id: 'wrong-document', group: 'counter', status: 200, looks_like: [] })
  expect(media).toContainEqual({
    id: answer.resources.applicant_profiles[0].media.id,
    type: 'JSON',
    is: "the applicant's profile, as it was sent",
    content: expect.objectContaining({ full_name: expect.any(String) }),
  })
})

test('show prints what is told of the session to those who subscribed, and nothing of a refusal', async () => {
  const notified = async (id: string) => {
    const { notifications } = JSON.parse((await runCommand(['scenarios', 'show', id, '--json'])).stdout)
    return notifications.map(({ body }: { body: { topic: string } }) => body.topic)
  }
  const completed = await notified('all-approve')
  expect(completed[0]).toBe('first_branch_visit')
  expect(completed.at(-1)).toBe('session_completion')
  const refused = await notified('profile-mismatch')
  expect(refused).toContain('first_branch_visit')
  expect(refused).not.toContain('session_completion')
  const { stdout } = await runCommand(['scenarios', 'show', 'all-approve'])
  expect(stdout).toMatch(
    /^Notifications, when subscribed to\n {2}\S+Z {2}\{"session_id":"[0-9a-f-]+","topic":"first_branch_visit"\}$/m,
  )
})

test('show prints the error of a scenario that answers one', async () => {
  const { stdout } = await runCommand(['scenarios', 'show', 'error-server-error', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({
    status: 500,
    answer: { code: 'SERVER_ERROR' },
    media: [],
    notifications: [],
  })
})

test('new writes a file that answers as the scenario that it was made from, and no second time', async () => {
  await using files = await scenarioFiles({})
  const make = () =>
    runCommand(['scenarios', 'new', 'our-own', '--from', 'wrong-document-rejected', '--scenarios', files.path])
  const made = await make()
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toContain(`Wrote ${files.path}/our-own.yaml`)
  const listed = await list('--scenarios', files.path)
  const shapeOf = (id: string) => listed.find((scenario) => scenario.id === id)?.shape
  expect(shapeOf('our-own')).toBe(shapeOf('wrong-document-rejected'))
  expect((await runCommand(['scenarios', 'lint', files.path])).stdout).toBe('1 scenario file: no problems\n')
  expect(await make()).toMatchObject({ code: 2, stderr: expect.stringContaining('our-own.yaml is there already') })
})

test('new makes a scenario of the member of a family', async () => {
  await using files = await scenarioFiles({ 'differs.yaml': family })
  const options = ['--from', 'differs:NAME', '--scenarios', files.path]
  expect((await runCommand(['scenarios', 'new', 'our-own', ...options])).code).toBe(0)
  const [made] = (await list('--scenarios', files.path, '--reason', 'NAME')).filter(({ id }) => id === 'our-own')
  expect(made).toMatchObject({ group: 'own', title: 'Like differs:NAME' })
})

test.each([
  [['show', 'all-aprove'], "No scenario is called 'all-aprove'. The nearest is 'all-approve'"],
  [['show'], 'Which scenario? mock-yoti scenarios show ID'],
  [['show', 'a', 'b'], "Unknown argument 'b'"],
  [['list', 'a', 'b'], "Unknown argument 'b'"],
  [['shwo'], "No scenario has 'shwo' in its id, title or reasons. Did you mean 'scenarios show'?"],
  [['--grop', 'counter'], "Unknown option --grop. Did you mean '--group'?"],
  [['--group', 'countre'], "Did you mean 'counter'?"],
  [['--provenance', 'guessed'], '--provenance takes documented, observed, invented'],
  [['--check', 'LIVENES'], "Did you mean 'LIVENESS'?"],
  [['--reason', 'PROFILE_DOCUMENT_MATHC'], "Did you mean 'PROFILE_DOCUMENT_MATCH'?"],
  [['new', 'x'], 'From which scenario?'],
  [['new', 'Not_An_Id', '--from', 'all-approve'], "'Not_An_Id' is no id for a scenario"],
  [['new', 'wrong-document', '--from', 'all-approve'], "'wrong-document' is a built-in scenario"],
  [['new', 'x', '--from', 'all-aprove'], "The nearest is 'all-approve'"],
])('scenarios %j ends with 2 and says why', async (argv, message) => {
  const { code, stdout, stderr } = await runCommand(['scenarios', ...argv])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
})

test('--help lists the commands with their options', async () => {
  const { code, stdout } = await runCommand(['scenarios', '--help'])
  expect(code).toBe(0)
  for (const text of ['show ID', 'new ID --from ID', 'lint [DIR]', '--reason REASON', '--json'])
    expect(stdout).toContain(text)
})

test('a JSON file beside the scenarios is not read, and that is told', async () => {
  await using files = await scenarioFiles({ 'ours.yaml': goodFile('Ours'), 'answer.json': '{}' })
  const { stdout } = await runCommand(['scenarios', 'lint', files.path])
  expect(stdout).toBe('1 scenario file (.yaml; 1 .json not read): no problems\n')
})

test('a word is looked for in ids, titles and reasons', async () => {
  expect((await list('tamper')).map(({ id }) => id)).toContain('authenticity-rejected:TAMPERED')
  expect((await list('UTILITY BILL')).map(({ id }) => id)).toContain('address-format:FORMAT_1')
})

test.each([80, 120])('at %i columns no line is longer, and no id is cut', async (width) => {
  const { stdout } = await runBuiltCommand(['scenarios'], { COLUMNS: String(width) })
  const lines = stdout.trim().split('\n')
  const ids = lines.map((line) => line.split(' ')[0] ?? '')
  // An id that is longer than the line stands alone on it.
  expect(lines.filter((line) => line.length > width && !ids.includes(line))).toEqual([])
  for (const { id } of builtInScenarios()) expect(ids).toContain(id)
})

const longest = `${'long-id-'.repeat(9)}of-80-ch`

test.each([['scenarios'], ['scenarios', '--documents'], ['shapes'], ['evidence', '--grade', 'invented']])(
  "no line of '%s' is longer than 80, but for an id that stands alone",
  async (...command) => {
    await using files = await scenarioFiles({
      [`${longest}.yaml`]: goodFile('Has a long id and a title that is long too'),
    })
    const { code, stdout, stderr } = await runCommand([...command, '--scenarios', files.path])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    if (command[0] === 'scenarios') expect(stdout).toContain(`\n${longest}\n`)
    expect(stdout.split('\n').filter((line) => line.length > 80 && /\s/.test(line))).toEqual([])
  },
)

test('what show says about a scenario is wrapped between words', async () => {
  const { stdout } = await runCommand(['scenarios', 'show', 'all-approve'])
  const [facts = ''] = stdout.split('\nResult: ')
  expect(facts.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(facts).toContain(`
Use when   The happy path. A passport and a utility bill were brought, and the
           details are the applicant's.
`)
})

test('piped without a width the table is 80 characters wide; --wide prints all of it', async () => {
  const narrow = (await runCommand(['scenarios', 'wrong-document'])).stdout.split('\n')
  expect(narrow[0]).toBe('ID                       TITLE')
  const wide = (await runCommand(['scenarios', 'wrong-document', '--wide'])).stdout.split('\n')
  expect(wide[0]).toMatch(/^ID +GROUP +TITLE +SHAPE +PROVENANCE$/)
})

test('at 80 columns a title beside a long id still has room for its first words', async () => {
  const { stdout } = await runBuiltCommand(['scenarios', '--group', 'authenticity'], { COLUMNS: '80' })
  expect(stdout).toContain(`authenticity-not-available:UNABLE_TO_LOAD
    Nothing can be said about the document`)
})

test('colour is for terminals and those who force it', async () => {
  const bold = '\u001b[1m'
  expect((await runCommand(['scenarios', 'wrong-document'])).stdout).not.toContain(bold)
  expect((await runBuiltCommand(['scenarios', 'wrong-document'], { FORCE_COLOR: '1' })).stdout).toContain(bold)
  expect((await runBuiltCommand(['scenarios', 'wrong-document'], { NO_COLOR: '1' })).stdout).not.toContain(bold)
})
