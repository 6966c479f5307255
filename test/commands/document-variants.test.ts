import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { runCommand } from '../support/command.js'
import { inBranchOrder } from '../support/orders.js'
import { goodFile, type ScenarioFiles, scenarioFiles } from '../support/scenario-files.js'
import { startServer } from '../support/server.js'

const tampered = 'authenticity-rejected:TAMPERED@UK_PASSPORT_WITH_CHIP'

let files: ScenarioFiles
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  files = await scenarioFiles({
    'our-card.yaml': goodFile('A card with a chip', 'extends: face-match-low-score@NATIONAL_ID_WITH_CHIP\n'),
    'our-passport.yaml': goodFile('Read wrongly', 'order: hybrid\ndocuments: [{ asked: PASSPORT, text: failed }]\n'),
  })
  server = await startServer({ scenarios: files.path })
})
afterAll(async () => {
  await server.close()
  await files[Symbol.asyncDispose]()
})

/** The document that authenticity looked at, its sub-checks about the chip, and what it found. */
const seen = async (id: string, url = server.apiUrl) => {
  const { checks, resources } = await readSession(url, id)
  const [{ document_type, issuing_country } = {}] = resources.id_documents
  const { report } = checks.find(({ type }) => type === 'ID_DOCUMENT_AUTHENTICITY') ?? {}
  const chip = report?.breakdown.some(({ sub_check }) => sub_check === 'chip_csca_trusted')
  return [document_type, issuing_country, chip, report?.recommendation.reason]
}

test('an id with @ and a document is the same scenario with that document', async () => {
  expect(await seen('authenticity-rejected:TAMPERED')).toEqual(['PASSPORT', 'GBR', false, 'TAMPERED'])
  expect(await seen(tampered)).toEqual(['PASSPORT', 'GBR', true, 'TAMPERED'])
  expect(await seen('authenticity-rejected:DATA_MISMATCH@EU_DRIVING_LICENCE')).toEqual([
    'DRIVING_LICENCE',
    'DEU',
    false,
    'DATA_MISMATCH',
  ])
  expect(await seen('authenticity-rejected:DATA_MISMATCH')).toEqual(['NATIONAL_ID', 'FRA', false, 'DATA_MISMATCH'])
})

test('beside a supplementary document the identity document is replaced', async () => {
  const { resources } = await readSession(server.apiUrl, 'all-approve@UK_DRIVING_LICENCE')
  const types = [...resources.id_documents, ...resources.supplementary_documents].map((one) => one.document_type)
  expect(types).toEqual(['DRIVING_LICENCE', 'UTILITY_BILL'])
})

test('it is addressed wherever an id is', async () => {
  const base = `${server.url}/scenario/${tampered}/idverify/v1`
  for (const url of [server.scenarioUrl(tampered), base])
    expect(await seen('any', url)).toEqual(['PASSPORT', 'GBR', true, 'TAMPERED'])

  const create = () => request(server.apiUrl).post('/sessions')
  const scenarioOf = async ({ body }: { body: { session_id: string } }) =>
    (await server.control.sessions.visit(body.session_id)).scenario
  expect(await scenarioOf(await create().set('X-Mock-Yoti-Scenario', tampered).send(inBranchOrder()))).toBe(tampered)
  const tracked = inBranchOrder({ user_tracking_id: `scenario:${tampered}` })
  expect(await scenarioOf(await create().send(tracked))).toBe(tampered)
  await server.control.nextSession({ scenario: tampered })
  expect(await scenarioOf(await create().send(inBranchOrder()))).toBe(tampered)
  await server.control.applications.put('with-a-chip', { scenario: tampered })
  const created = await request(server.apiUrl).post('/sessions?sdkId=with-a-chip').send(inBranchOrder())
  expect(await scenarioOf(created)).toBe(tampered)
  const { code } = await runCommand(['--scenario', 'all-approve@UK_PASSPORTS', '--port', '0'])
  expect(code).toBe(2)
})

test('its session has a fixed UUID, by which media can be read, on a server that has never heard of it too', async () => {
  const { session_id, resources } = await readSession(server.apiUrl, tampered)
  expect(session_id).toBe('d521b90f-2e63-5423-92bb-349ff475e972')
  const other = await startServer()
  const media = resources.id_documents[0]?.document_fields?.media.id
  const fields = await fetch(`${other.apiUrl}/sessions/${session_id.toUpperCase()}/media/${media}/content`)
  expect(await fields.json()).toMatchObject({ document_type: 'PASSPORT', issuing_country: 'GBR' })
  await other.close()
})

test('a provider state hands it out', async () => {
  const setUp = (body: object) => request(server.url).post('/__mock/pact/provider-states').send(body)
  const state = 'a session has the result'
  for (const asked of [{ state, params: { result: tampered } }, { state: `${state} (result: ${tampered})` }]) {
    const { body } = await setUp(asked).expect(200)
    expect(await seen(body.sessionId)).toEqual(['PASSPORT', 'GBR', true, 'TAMPERED'])
  }
  const { body } = await setUp({ state, params: { result: 'all-approve@UK_PASPORT_WITH_CHIP' } }).expect(400)
  expect(body.errors[0].message).toContain("Did you mean 'UK_PASSPORT_WITH_CHIP'?")
})

test('lists have it when they are asked for documents, and one scenario says which it takes', async () => {
  const plain = await server.control.scenarios.list()
  expect(plain.filter(({ id }) => id.includes('@'))).toEqual([])
  const all = await server.control.scenarios.list({ documents: true })
  expect(all.filter(({ id }) => id.startsWith('our-passport')).map(({ id, title }) => [id, title])).toEqual([
    ['our-passport', 'Read wrongly'],
    ['our-passport@UK_PASSPORT_WITH_CHIP', 'Read wrongly, UK_PASSPORT_WITH_CHIP'],
    ['our-passport@UK_PASSPORT_WITHOUT_CHIP', 'Read wrongly, UK_PASSPORT_WITHOUT_CHIP'],
    ['our-passport@UK_DRIVING_LICENCE', 'Read wrongly, UK_DRIVING_LICENCE'],
    ['our-passport@EU_DRIVING_LICENCE', 'Read wrongly, EU_DRIVING_LICENCE'],
    ['our-passport@FOREIGN_PASSPORT', 'Read wrongly, FOREIGN_PASSPORT'],
    ['our-passport@FOREIGN_PASSPORT_WITHOUT_CHIP', 'Read wrongly, FOREIGN_PASSPORT_WITHOUT_CHIP'],
    ['our-passport@NATIONAL_ID', 'Read wrongly, NATIONAL_ID'],
    ['our-passport@NATIONAL_ID_WITH_CHIP', 'Read wrongly, NATIONAL_ID_WITH_CHIP'],
    ['our-passport@RESIDENCE_PERMIT', 'Read wrongly, RESIDENCE_PERMIT'],
  ])
  const chip = await server.control.scenarios.get('authenticity-rejected:CHIP_DATA_INTEGRITY_FAILED')
  expect(chip.documents).toEqual([
    'UK_PASSPORT_WITH_CHIP',
    'FOREIGN_PASSPORT',
    'NATIONAL_ID',
    'NATIONAL_ID_WITH_CHIP',
    'RESIDENCE_PERMIT',
  ])
  const { stdout } = await runCommand(['scenarios', 'LARGE_AGE_GAP', '--documents'])
  expect(stdout).toContain('face-match-rejected:LARGE_AGE_GAP@NATIONAL_ID_WITH_CHIP')
  const shown = await runCommand(['scenarios', 'show', 'face-match-rejected:LARGE_AGE_GAP'])
  expect(shown.stdout).toContain('Documents  face-match-rejected:LARGE_AGE_GAP@… UK_PASSPORT_WITH_CHIP,\n')
})

test.each([
  [
    'authenticity-rejected:TAMPERED@UK_PASPORT_WITH_CHIP',
    "No document is called 'UK_PASPORT_WITH_CHIP'. Did you mean 'UK_PASSPORT_WITH_CHIP'?",
  ],
  ['authenticity-rejected:TAMPERD@UK_PASSPORT_WITH_CHIP', "The nearest is 'authenticity-rejected:TAMPERED'"],
  ['authenticity-rejected@UK_PASSPORT_WITH_CHIP', "'authenticity-rejected' is a family of scenarios."],
  ['dbs-three-documents@NATIONAL_ID', "'dbs-three-documents' takes no other document: it has 2 identity documents"],
  ['approved-document:NATIONAL_ID@RESIDENCE_PERMIT', "'approved-document:NATIONAL_ID' names a document itself"],
  ['error-server-error@NATIONAL_ID', "'error-server-error' answers SERVER_ERROR whatever the document is"],
  [
    'authenticity-rejected:CHIP_DATA_INTEGRITY_FAILED@UK_PASSPORT_WITHOUT_CHIP',
    "CHIP_DATA_INTEGRITY_FAILED is about a chip, and 'chip' is false",
  ],
  ['all-approve@', "No document is called ''"],
  ['all-approve@NATIONAL_ID@NATIONAL_ID', "No document is called 'NATIONAL_ID@NATIONAL_ID'"],
])('%s is refused, and why is said', async (id, message) => {
  await expect(server.control.scenarios.get(id)).rejects.toThrow(message)
  const { body } = await request(server.apiUrl)
    .post('/sessions')
    .set('X-Mock-Yoti-Scenario', id)
    .send(inBranchOrder())
    .expect(400)
  expect(body.errors[0].message).toContain(message)
})

test('a file can start from it, and lint sees a document that does not exist', async () => {
  expect(await seen('our-card')).toEqual(['NATIONAL_ID', 'NLD', true, undefined])
  await using bad = await scenarioFiles({
    'a.yaml': goodFile('A', 'extends: all-approve@NATIONAL_IDS\n'),
    'b.yaml': goodFile('B', 'extends: dbs-three-documents@NATIONAL_ID\n'),
    'c.yaml': goodFile('C', 'extends: authenticity-rejected:CHIP_DATA_INTEGRITY_FAILED@UK_DRIVING_LICENCE\n').replace(
      'provenance: invented',
      'provenance: documented',
    ),
  })
  const { code, stdout } = await runCommand(['scenarios', 'lint', bad.path])
  expect(code).toBe(1)
  const problems = stdout.trim().split('\n')
  expect(problems).toHaveLength(3)
  expect(problems[0]).toContain(
    "a.yaml:5 'extends' names no scenario: No document is called 'NATIONAL_IDS'. Did you mean",
  )
  expect(problems[1]).toContain("b.yaml:5 'extends' names no scenario: 'dbs-three-documents' takes no other document")
  expect(problems[2]).toContain('CHIP_DATA_INTEGRITY_FAILED is about a chip, and a DRIVING_LICENCE has none')
})

test('it follows its file', async () => {
  const changed = goodFile('Approved', 'order: hybrid\ndocuments: [{ asked: PASSPORT }]\n')
  const stateOf = async () =>
    (await readSession(server.apiUrl, 'our-passport@NATIONAL_ID')).resources.id_documents[0]?.document_fields?.media
  expect(await stateOf()).toBeUndefined()
  await writeFile(join(files.path, 'our-passport.yaml'), changed)
  await expect.poll(stateOf, { timeout: 55_000, interval: 200 }).toMatchObject({ type: 'JSON' })
}, 60_000)
