import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { missingShapes, mustCoverShapes, resultShapes } from '../../contracts/pact/index.js'
import { parsePact } from '../../contracts/pact/parts.js'

const committed = fileURLToPath(new URL('../../contracts/pacts/counter-service-yoti-idv-mock.json', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'missing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The committed pact without the interactions whose description holds one of the words. */
const without = (...words: string[]) => {
  const pact = parsePact(readFileSync(committed, 'utf8'))
  const interactions = pact.interactions.filter(({ description }) => !words.some((word) => description.includes(word)))
  const file = join(folder, `${words.join('-')}.json`)
  writeFileSync(file, JSON.stringify({ ...pact, interactions }))
  return file
}

test('a pact with every shape misses none', () => {
  expect(missingShapes(committed)).toEqual([])
})

test('what a pact lacks is listed', () => {
  const file = without('expired', 'too-many')
  expect(missingShapes(file).map(({ id }) => id)).toEqual([
    'missing-document-expired',
    'profile-mismatch-expired',
    'wrong-document-expired',
    'invalid-document-expired',
    'error-too-many-requests',
    'expired-unvisited',
  ])
  expect(() => mustCoverShapes(file)).toThrow('covers all but 6 shapes')
  expect(() => mustCoverShapes(file)).toThrow('error-too-many-requests: There were too many requests')
})

test('a shape is exempted with a reason, and only with one', () => {
  const file = without('too-many')
  expect(missingShapes(file, { except: { 'error-too-many-requests': 'our gateway retries it' } })).toEqual([])
  expect(() => missingShapes(file, { except: { 'error-too-many-requests': ' ' } })).toThrow('needs a reason')
  expect(() => missingShapes(file, { except: { 'error-too-many-request': 'x' } })).toThrow(
    "mean 'error-too-many-requests'?",
  )
})

test('an unknown shape is refused with the nearest', () => {
  expect(() => resultShapes.only('profile-mismatc')).toThrow("Did you mean 'profile-mismatch'?")
})

test('a pact that was never written is told as that', () => {
  expect(() => missingShapes('pacts/nobody.json')).toThrow(
    "There is no pact at 'pacts/nobody.json'. A run of the contract",
  )
})

test('any scenario of a shape covers it', () => {
  const [approve] = resultShapes.only('all-approve')
  const [another = ''] = approve?.scenarios.filter((id) => id !== 'all-approve') ?? []
  const file = join(folder, 'another.json')
  const providerStates = [{ name: approve?.state, params: { ...approve?.params, result: another } }]
  writeFileSync(file, JSON.stringify({ interactions: [{ description: 'x', providerStates }] }))
  expect(missingShapes(file).map(({ id }) => id)).not.toContain('all-approve')
})

test('a file that is no pact is told as that', () => {
  const file = join(folder, 'none.json')
  writeFileSync(file, '{}')
  expect(() => missingShapes(file)).toThrow('is no pact: it has no list of interactions')
})
