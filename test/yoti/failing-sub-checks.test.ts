import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockYoti } from '../../server/index.js'
import { readSession } from '../support/answers.js'
import { startServer } from '../support/server.js'

const folder = mkdtempSync(join(tmpdir(), 'failing-'))
let server: MockYoti & { close: () => Promise<void> }
beforeAll(async () => {
  writeFileSync(
    join(folder, 'tampered-twice.yaml'),
    `title: A tampered passport
use_when: Never in earnest.
provenance: invented
source: this test
order: home
documents: [{ asked: PASSPORT }]
checks:
  ID_DOCUMENT_AUTHENTICITY:
    { reject: TAMPERED, failing: [hologram_movement, no_sign_of_tampering, hologram] }
`,
  )
  server = await startServer({ scenarios: folder })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('a sub-check that the reason and the scenario both fail is listed once, with the details of the reason', async () => {
  const { checks } = await readSession(server.apiUrl, 'tampered-twice')
  const breakdown = checks.find(({ type }) => type === 'ID_DOCUMENT_AUTHENTICITY')?.report?.breakdown ?? []
  expect(breakdown.map(({ sub_check, result }) => `${sub_check} ${result}`)).toEqual([
    'document_in_date PASS',
    'fraud_list_check PASS',
    'hologram FAIL',
    'hologram_movement FAIL',
    'mrz_validation PASS',
    'no_sign_of_forgery PASS',
    'no_sign_of_tampering FAIL',
    'ocr_mrz_comparison PASS',
    'other_security_features PASS',
    'physical_document_captured PASS',
  ])
  expect(breakdown.find(({ sub_check }) => sub_check === 'no_sign_of_tampering')?.details).toEqual([
    { name: 'face_photo_integrity', value: 'PASS' },
    { name: 'data_integrity', value: 'FAIL' },
  ])
})
