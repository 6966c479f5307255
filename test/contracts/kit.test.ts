import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type Expectation,
  mergePacts,
  operationShapes,
  pactRun,
  resultShapes,
  type YotiStandIn,
  yotiPact,
} from '../../contracts/pact/index.js'
import { type PactFile, parsePact } from '../../contracts/pact/parts.js'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const [approve, mismatch] = resultShapes.only('all-approve', 'profile-mismatch-rejected')
if (approve === undefined || mismatch === undefined) throw new Error('the named results are shapes')

const signed = 'sdkId=a&nonce=b&timestamp=1700000000'
const get = async ({ url }: YotiStandIn, sessionId: string, query = signed, digest = 'c2lnbmVk') => {
  const response = await fetch(`${url}/sessions/${sessionId}?${query}`, { headers: { 'X-Yoti-Auth-Digest': digest } })
  const body: unknown = await response.json()
  return { status: response.status, body }
}

const contract = () => yotiPact({ consumer: 'a-team', dir })

const expects = (shape: typeof approve, expectation: Expectation, query?: string, digest?: string) =>
  contract().expects(shape, expectation, (yoti) => get(yoti, shape.sessionId, query, digest))

const merged = async (): Promise<PactFile> => {
  const [written] = await mergePacts(dir)
  return parsePact(await readFile(written?.file ?? '', 'utf8'))
}

test.each([
  [{}, 'yotiPact needs a consumer'],
  [{ consumer: '' }, 'yotiPact needs a consumer'],
  [{ consumer: '../evil' }, "the consumer '../evil' cannot be a part of a file's name"],
  [{ consumer: 'a/b' }, "the consumer 'a/b' cannot"],
  [{ consumer: 'a', provider: '..' }, "the provider '..' cannot"],
])('%j names nobody', (options, told) => {
  // @ts-expect-error what comes from JavaScript
  expect(() => yotiPact(options)).toThrow(told)
})

test('what a client reads of a media is in the example, or it is told what is', async () => {
  const fields = operationShapes.of('getMediaContent').find(({ id }) => id.endsWith('-document-fields'))
  if (fields === undefined) throw new Error('document_fields are a shape')
  const reads = ['given_names', 'family_name', 'date_of_issue', 'issuing_authority', 'structured_address']
  await expect(contract().expects(fields, { reads }, () => undefined)).rejects.toThrow(
    "reads: 'structured_address' is not in this answer. There are: full_name, date_of_birth",
  )
})

test('a client sees what it says that it reads, and nothing else', async () => {
  const bodies: unknown[] = []
  await contract().expects(mismatch, { reads: ['state', 'checks[].report.recommendation'] }, async (yoti) => {
    bodies.push((await get(yoti, mismatch.sessionId)).body)
  })
  const approved = { report: { recommendation: { value: 'APPROVE' } } }
  const rejected = { report: { recommendation: { value: 'REJECT', reason: 'PROFILE_DOCUMENT_MATCH' } } }
  expect(bodies).toEqual([{ state: 'COMPLETED', checks: [approved, rejected] }])
})

test('the sparsest answer is one more interaction, only for a client that could tell', async () => {
  await expects(approve, { reads: ['state', 'user_tracking_id'] })
  await expects(mismatch, { reads: ['state'] })
  const { interactions } = await merged()
  expect(interactions.map(({ description }) => description)).toEqual([
    'getSession answers all-approve',
    'getSession answers all-approve, without optional parts',
    'getSession answers profile-mismatch-rejected',
  ])
  const [given] = interactions[1]?.providerStates ?? []
  expect(given).toEqual({ name: 'a session has the result', params: { result: 'all-approve', extent: 'minimum' } })
})

test('a parameter of a shape is shown to the client, and the contract asks for exactly it', async () => {
  const tampered = resultShapes.with(mismatch, { reason: 'TAMPERED' })
  const bodies: unknown[] = []
  await contract().expects(tampered, { reads: ['checks[].report.recommendation.reason'] }, async (yoti) => {
    bodies.push((await get(yoti, tampered.sessionId)).body)
  })
  expect(JSON.stringify(bodies)).toContain('TAMPERED')
  const { interactions } = await merged()
  expect(interactions.map(({ description }) => description)).toEqual([
    'getSession answers profile-mismatch-rejected, reason TAMPERED',
  ])
  expect(interactions[0]?.providerStates?.[0]?.params).toEqual({ ...mismatch.params, reason: 'TAMPERED' })
  expect(JSON.stringify(interactions)).toContain('{"match":"equality"}')
  expect(() => resultShapes.with(approve, { reason: 'TAMPERED' })).toThrow("the result 'all-approve' has no reason")
  expect(() => resultShapes.with(mismatch, { reasn: 'TAMPERED' })).toThrow("Did you mean 'reason'?")
})

test.each([
  ['resources.applicant_profile', "read 'applicant_profiles[]'"],
  ['resources.applicant_profile.media.id', "read 'applicant_profiles[]'"],
  ['stat', "nothing is called 'stat'. Did you mean 'state'? Known: client_session_token_ttl"],
  ['checks.type', "goes into the list 'checks': write 'checks[]'"],
  ['state[]', "has '[]' after 'state', which is not a list"],
  ['state.value', 'goes on below a value that has no properties'],
])('reading %s is refused', async (path, told) => {
  await expect(expects(approve, { reads: [path] })).rejects.toThrow(told)
})

test.each([
  ['parameters in another order', 'timestamp=1700000000123&nonce=x&sdkId=y', 'YWJj'],
  ['seconds, milliseconds or microseconds', 'sdkId=y&nonce=x&timestamp=1700000000123456', 'YWJjZA=='],
])('a signed request is matched with %s', async (_how, query, digest) => {
  await expects(approve, { reads: ['state'] }, query, digest)
})

test.each([
  ['without a digest', signed, ''],
  ['without a nonce', 'sdkId=a&timestamp=1700000000', 'c2lnbmVk'],
  ['with a parameter that is not expected', `${signed}&sessionId=1`, 'c2lnbmVk'],
])('a request %s fails the test, and no pact is written', async (_how, query, digest) => {
  await expect(expects(approve, { reads: ['state'] }, query, digest)).rejects.toThrow()
  await expect(mergePacts(dir)).rejects.toThrow("'getSession answers all-approve' failed")
  expect(await readdir(dir)).toEqual(['.parts'])
})

test('what a shape stands for is no parameter', () => {
  expect(() => resultShapes.with(mismatch, { result: 'all-approve' })).toThrow('take another shape')
})

test('a client that signs parameters of its own says so', async () => {
  const pact = yotiPact({ consumer: 'a-team', dir, query: ['sdkId', 'sessionId', 'nonce', 'timestamp'] })
  await pact.expects(approve, { reads: ['state'] }, (yoti) => get(yoti, approve.sessionId, `${signed}&sessionId=1`))
})

test('one shape is expected once, unless each time has a name', async () => {
  const pact = contract()
  const run = (yoti: YotiStandIn) => get(yoti, approve.sessionId)
  await pact.expects(approve, { reads: ['state'] }, run)
  await pact.expects(approve, { reads: ['resources'], as: 'for the letter' }, run)
  expect((await merged()).interactions).toHaveLength(2)
  await pact.expects(approve, { reads: ['state'] }, run)
  await expect(pact.expects(approve, { reads: ['resources'] }, run)).rejects.toThrow("expects(shape, { as: '…' })")
  await expect(mergePacts(dir)).rejects.toThrow("'getSession answers all-approve' failed")
})

test('a test that is tried again takes the place of its failure', async () => {
  const pact = contract()
  const attempt = (sessionId: string) =>
    pact.expects(approve, { reads: ['state'] }, (yoti) => get(yoti, sessionId, sessionId === '' ? '' : signed))
  await expect(attempt('')).rejects.toThrow()
  await attempt(approve.sessionId)
  await attempt(approve.sessionId)
  expect((await merged()).interactions).toHaveLength(1)
})

test('an expectation is missed that nobody waited for, or that failed before it began', async () => {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const unwaited = contract().expects(approve, { reads: ['state'] }, async (yoti) => {
    await released
    await get(yoti, approve.sessionId)
  })
  await expect(mergePacts(dir)).rejects.toThrow("'getSession answers all-approve' was not written")
  release()
  await unwaited
  await expect(expects(mismatch, { reads: ['stat'] })).rejects.toThrow("'stat'")
  // @ts-expect-error what comes from JavaScript
  await expect(expects(mismatch, { reads: 'state' })).rejects.toThrow('reads: "state" is no list of paths')
  await expect(mergePacts(dir)).rejects.toThrow("'getSession answers profile-mismatch-rejected' failed")
})

test('a run that is to cover shapes must write a pact that does, and keeps the last good one otherwise', async () => {
  const { teardown } = pactRun({ dir, cover: { groups: ['core'] } })
  const { exitCode } = process
  await expect(teardown()).rejects.toThrow('so nothing is covered')
  const file = join(dir, 'a-team-yoti-idv-mock.json')
  await writeFile(file, 'the last good one')
  await expects(approve, { reads: ['state'] })
  await expect(teardown()).rejects.toThrow('covers all but 20 shapes')
  process.exitCode = exitCode
  expect(await readFile(file, 'utf8')).toBe('the last good one')
})

test('two processes that expect one shape differently are told so', async () => {
  await expects(approve, { reads: ['state'] })
  await expects(approve, { reads: ['checks'] })
  await expect(mergePacts(dir)).rejects.toThrow("'getSession answers all-approve' was expected twice, and not alike")
})

test('an interaction that was not written is missed, and the last good pact stays', async () => {
  await expects(approve, { reads: ['state'] })
  await expects(mismatch, { reads: ['state'] })
  const file = join(dir, 'a-team-yoti-idv-mock.json')
  await writeFile(file, 'the last good one')
  const [part = ''] = await readdir(join(dir, '.parts'))
  await rm(join(dir, '.parts', part, 'a-team-yoti-idv-mock.json'))
  await expect(mergePacts(dir)).rejects.toThrow('1 of 2 expected interactions are missing')
  expect(await readFile(file, 'utf8')).toBe('the last good one')
})

test('of many interactions that are missing ten are listed', async () => {
  for (const shape of resultShapes.group('core').slice(0, 12)) await expects(shape, { reads: ['state'] })
  for (const part of await readdir(join(dir, '.parts')))
    await rm(join(dir, '.parts', part, 'a-team-yoti-idv-mock.json'))
  const [heading = '', ...lines] = await mergePacts(dir).then(
    () => [],
    (error: Error) => error.message.split('\n'),
  )
  expect(heading).toBe('12 of 12 expected interactions are missing, so no pact was written:')
  expect(lines).toHaveLength(11)
  expect(lines.at(-1)).toBe('  and 2 more')
})

test('a pact is the same, byte for byte, after every run', async () => {
  const texts: string[] = []
  for (const order of [
    [approve, mismatch],
    [mismatch, approve],
  ]) {
    for (const shape of order) await expects(shape, { reads: ['state', 'checks'] })
    const [written] = await mergePacts(dir)
    texts.push(await readFile(written?.file ?? '', 'utf8'))
  }
  expect(texts[0]).toBe(texts[1])
})
