import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAccepted } from '../../contracts/verify/accepted.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-yoti-accepted-'))
})
afterAll(() => rm(folder, { recursive: true }))

const read = async (text: string) => {
  const path = join(folder, 'gauntlet.accepted.yaml')
  await writeFile(path, text)
  return readAccepted(path, true)
}

const stuck = 'stuck for ever: no webhook arrives'
const refused = 'passed someone who was refused: refused'

test('an accepted finding has a reason', async () => {
  const accepted = await read(`- { finding: "${stuck}", because: we have a nightly job }`)
  expect(accepted.because(stuck, ['all-approve/news=lost', 'rejected/news=lost'])).toBe('we have a nightly job')
  expect(accepted.because(refused, ['rejected'])).toBeUndefined()
})

test('a finding that is accepted in some stories is open in others', async () => {
  const accepted = await read(
    `- { finding: "${refused}", because: an agent looks at it, stories: ["authenticity-rejected:TAMPERED*"] }`,
  )
  const tampered = ['authenticity-rejected:TAMPERED', 'authenticity-rejected:TAMPERED/news=twice']
  expect(accepted.because(refused, tampered)).toBe('an agent looks at it')
  const more = [...tampered, 'authenticity-rejected:COUNTERFEIT']
  expect(accepted.because(refused, more)).toBeUndefined()
  expect(accepted.openOf(refused, more)).toEqual(['authenticity-rejected:COUNTERFEIT'])
})

test('an entry is not used when its stories were played without the finding', async () => {
  const accepted = await read(`
- { finding: "${stuck}", because: one }
- { finding: "${refused}", because: two, stories: ["authenticity-rejected:*"] }`)
  const run = { findings: [], stories: ['all-approve', 'authenticity-rejected:TAMPERED'] }
  expect(accepted.unusedIn({ ...run, isWhole: true })).toEqual([stuck, refused])
  expect(accepted.unusedIn({ ...run, isWhole: false })).toEqual([refused])
  expect(accepted.unusedIn({ findings: [], stories: ['all-approve'], isWhole: false })).toEqual([])
  const seen = { name: refused, stories: ['authenticity-rejected:TAMPERED'] }
  expect(accepted.unusedIn({ ...run, findings: [seen], isWhole: false })).toEqual([])
})

test.each([
  ['- { finding: x }', /gauntlet\.accepted\.yaml: entry 1: 'because' is missing/],
  ['- { finding: x, because: " " }', /'because' is missing/],
  ['- { because: x }', /'finding' is missing: a name of the report/],
  [
    '- { finding: x, because: y }\n- { finding: x, becuase: y }',
    /entry 2: unknown key 'becuase'\. Did you mean 'because'\?/,
  ],
  ['- { finding: x, because: y, stories: all }', /'stories' takes a list of ids/],
  ['- x', /expected 'finding', a name of the report/],
  ['finding: x', /expected a list of entries/],
  ['- [', /line 1/],
])('what is no list of accepted findings is refused: %j', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message)
})

test('without a file nothing is accepted, unless it was named', async () => {
  const path = join(folder, 'none.yaml')
  expect((await readAccepted(path, false)).because(stuck, ['all-approve'])).toBeUndefined()
  await expect(readAccepted(path, true)).rejects.toThrow(/none\.yaml cannot be read \(ENOENT\)/)
})
