import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { coverageCommand } from '../../cli/coverage.js'
import { shapesCommand } from '../../cli/shapes.js'
import { shapesDiffCommand } from '../../cli/shapes-diff.js'
import { quietEnvironment } from '../support/pact-cli.js'
import { committedPacts, openPactFolder } from '../support/pacts.js'
import { startServer } from '../support/server.js'

const coverage = (...args: string[]) => coverageCommand(args, quietEnvironment())

test('coverage lists how much of each group is covered, and what is missing', async () => {
  await using folder = await openPactFolder()
  await folder.write('pact.json', ['all-approve', 'profile-mismatch'])
  const { text, exitCode } = await coverage('--pact-dir', folder.path)
  expect(text).toMatch(/^1 pact of counter-service covers\n {2}decisions +2 of \d+\n {2}core +2 of 21\n/)
  expect(text).toMatch(/^missing-document-rejected +core, decisions /m)
  expect(text).not.toMatch(/^profile-mismatch /m)
  // 47 shapes, 2 of them covered, 8 listed.
  expect(text).toMatch(/^and 37 more of decisions$/m)
  expect(text.split('\n').length).toBeLessThanOrEqual(40)
  expect((await coverage('--pact-dir', folder.path, '--require', 'media')).text).toMatch(/^and 20 more of media$/m)
  expect((await coverage('--pact-dir', committedPacts)).text).toContain('\nNothing of decisions is missing.\n')
  expect(exitCode).toBe(0)
  expect(await coverage('--pact-dir', folder.path, '--require', 'core')).toMatchObject({ exitCode: 1 })
  expect(await coverage('--pact-dir', committedPacts, '--require', 'decisions')).toMatchObject({ exitCode: 0 })
  await expect(coverage('--pact-dir', folder.path, '--require', 'cor')).rejects.toThrow("Did you mean 'core'?")
})

test('coverage --json and --html say who covers what', async () => {
  await using folder = await openPactFolder()
  await folder.write('pact.json', ['all-approve'])
  const args = ['--pact-file', folder.at('pact.json'), '--html', folder.at('page.html')]
  const { text } = await coverage(...args, '--json')
  const { groups, shapes } = JSON.parse(text)
  expect(groups[1]).toEqual({ group: 'core', covered: 1, of: 21 })
  expect(shapes[0]).toMatchObject({ id: 'all-approve', groups: ['core', 'decisions'], coveredBy: ['counter-service'] })
  expect(shapes[1]).toMatchObject({ id: 'missing-document', coveredBy: [] })
  const page = await folder.read('page.html')
  expect(page).toContain('<td>all-approve</td><td>core, decisions</td>')
  expect(page).toContain('<td class="good">counter-service</td>')
  expect(page).not.toMatch(/(?:src|href)=/)
})

test('no pact is nothing covered', async () => {
  expect(await coverage('--pact-dir', join(committedPacts, 'webhooks'))).toEqual({
    text: 'None of 1 pacts is with yoti-idv-mock',
    exitCode: 1,
  })
})

test('shapes diff lists what was added, removed and changed, and whose pacts name it', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve', 'profile-mismatch'])
  const { text: listed } = await shapesCommand(['--json'], undefined)
  const shapes = JSON.parse(listed) as { id: string; matchers: object }[]
  const [approve, ...others] = shapes.filter(({ id }) => id !== 'wrong-document')
  const old = [
    { ...approve, matchers: {} },
    ...others,
    { ...approve, id: 'gone', params: { result: 'profile-mismatch' }, scenarios: [] },
  ]
  await writeFile(folder.at('old.json'), JSON.stringify(old))
  const { text, exitCode } = await shapesDiffCommand([folder.at('old.json'), '--pact-file', pact], quietEnvironment())
  expect(text.split('\n')).toEqual([
    'removed  gone  [in pacts of counter-service]',
    'changed  all-approve: matchers  [in pacts of counter-service]',
    'added    wrong-document',
    '1 added, 1 removed, 1 changed',
  ])
  expect(exitCode).toBe(0)
  const json = await shapesDiffCommand([folder.at('old.json'), '--json'], quietEnvironment())
  expect(JSON.parse(json.text)[0]).toEqual({ id: 'gone', change: 'removed', differs: [], concerns: [] })
  await expect(shapesDiffCommand([], quietEnvironment())).rejects.toThrow('Compared with what?')
  await expect(shapesDiffCommand(['package.json'], quietEnvironment())).rejects.toThrow('is not what')
})

test('shapes diff asks a running server, which may have scenarios of its own', async () => {
  await using folder = await openPactFolder()
  const own =
    'title: Ours\nuse_when: Only we have it.\nprovenance: invented\nsource: us\ndocuments: [{ asked: PASSPORT, chip: true }, { asked: PASSPORT }, { asked: PASSPORT }, { asked: PASSPORT }]\nfaces: []\norder: hybrid\n'
  await mkdir(folder.at('scenarios'))
  await writeFile(folder.at('scenarios/ours.yaml'), own)
  await using other = await startServer({ scenarios: folder.at('scenarios'), controlToken: 'word' })
  const { text } = await shapesDiffCommand([other.url, '--control-token', 'word'], quietEnvironment())
  expect(text).toBe('removed  ours\n0 added, 1 removed, 0 changed')
  await expect(shapesDiffCommand([other.url], quietEnvironment())).rejects.toThrow('--control-token')
  await expect(shapesDiffCommand(['http://127.0.0.1:9'], quietEnvironment())).rejects.toThrow('127.0.0.1:9')
})

test('mock-yoti shapes lists the messages by the names that other languages use', async () => {
  const { text } = await shapesCommand(['--wide'], undefined)
  expect(text).toContain('\na notification of session_completion ')
})

test('the committed pacts are small enough to read', async () => {
  const names = ['counter-service-yoti-idv-mock.json', 'self-signed-service-yoti-idv-mock.json']
  const sizes = await Promise.all(names.map(async (name) => (await readFile(join(committedPacts, name))).length))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000)
})
