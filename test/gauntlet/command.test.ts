import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runIn } from '../../cli/cli.js'

const description = fileURLToPath(new URL('../../examples/gauntlet/gauntlet.yaml', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-yoti-command-'))
})
afterAll(() => rm(folder, { recursive: true }))

const run = async (...argv: string[]) => {
  const written = { stdout: '', stderr: '' }
  const to = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
  })
  const exitCode = await runIn({ env: {}, stdout: to('stdout'), stderr: to('stderr') }, ['gauntlet', ...argv])
  return { ...written, exitCode }
}

const at = (name: string) => join(folder, name)

test.concurrent('one story is played, and every form of the report is written', async () => {
  const reports = ['json', 'html', 'junit', 'markdown'].flatMap((form) => [`--${form}`, at(form)])
  const { exitCode, stdout } = await run(description, '--story', 'profile-mismatch-rejected/news=twice', ...reports)
  expect(stdout).toMatch(/\n1 story in \d+ s: no finding\n$/)
  expect(stdout).toMatch(/^refused +✗$/m)
  expect(exitCode).toBe(0)
  const [story] = JSON.parse(await readFile(at('json'), 'utf8')).stories
  expect(story).toMatchObject({
    id: 'profile-mismatch-rejected/news=twice',
    group: 'refused',
    expected: ['fail'],
    decision: 'fail',
    word: 'rejected',
    events: ['each webhook arrives twice'],
    findings: [],
  })
  expect(await readFile(at('junit'), 'utf8')).toContain('<testsuite name="gauntlet" tests="1" failures="0"')
  expect(await readFile(at('markdown'), 'utf8')).toContain('No finding in 1 stor')
  const page = await readFile(at('html'), 'utf8')
  expect(page).toContain('<h1>What this service decides</h1>')
  expect(page).not.toMatch(/<(?:link|img|script src)|https?:\/\/(?!127)/)
})

test.concurrent('after --max-time no story begins, and the report says how many were not played', async () => {
  const { exitCode, stdout } = await run(description, '--max-time', '1')
  expect(stdout).toMatch(/\n0 stories in \d+ s: no finding \(3\d\d stories not played for want of time\)\n$/)
  expect(exitCode).toBe(0)
})

test.concurrent('two reports are compared by their stories', async () => {
  const story = { story: {}, title: 'Approved', events: [], findings: [] }
  const report = (...decisions: string[]) => ({
    tool: 'mock-yoti gauntlet',
    format: 1,
    stories: decisions.map((decision, index) => ({ ...story, id: `story-${index}`, decision })),
  })
  await writeFile(at('before'), JSON.stringify(report('pass', 'fail', 'pending')))
  await writeFile(at('after'), JSON.stringify(report('pass', 'pass')))
  const { exitCode, stdout } = await run('diff', at('before'), at('after'))
  expect(stdout).toBe(
    `STORY    BEFORE  AFTER  WHAT HAPPENS\nstory-1  fail    pass   Approved\n1 stories are only in ${at('before')}, 0 only in ${at('after')}\n`,
  )
  expect(exitCode).toBe(1)
  expect(await run('diff', at('before'), at('before'))).toMatchObject({ exitCode: 0, stdout: 'They decide alike.\n' })
})

test.concurrent.each([
  [['none.yaml'], /none\.yaml: cannot be read/],
  [[description, '--story', 'all-approve/colour=red'], /'colour=red' is no event/],
  [[description, '--story', 'all-approve/news=twise'], /'twise' is no value of news\. Did you mean 'twice'\?/],
  [
    [description, '--story', 'authenticity-rejected:TAMPRED'],
    /cannot get the result 'authenticity-rejected:TAMPRED'\. Did you mean authenticity-rejected:TAMPERED, /,
  ],
  [[description, '--lanes', '0'], /--lanes takes a whole number from 1 to 16; got '0'/],
  [[description, '--html', '/nowhere/at/all/x.html'], /there is no folder \/nowhere\/at\/all/],
  [['diff', 'one.json'], /takes two files/],
  [['diff', description, description], /is no report that mock-yoti gauntlet --json wrote/],
])('what cannot be meant is exit 2 with a sentence: %j', async (argv, message) => {
  const { exitCode, stderr } = await run(...argv)
  expect(stderr).toMatch(message)
  expect(exitCode).toBe(2)
})
