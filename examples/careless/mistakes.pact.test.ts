import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ResultShape, resultShapes, yotiPact } from 'mock-yoti/pact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoApplication } from '../demo-application.ts'
import { expectedOf } from '../expected.ts'
import { createCarelessService, mistakes } from './mistakes.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'careless-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const reads = ['state', 'resources.id_documents', 'checks']
const results = resultShapes.all.filter(({ answers }) => !('error' in answers.maximum))

/** What the service decides, or that it fell over. */
const decideOn = async (shape: ResultShape, name: string): Promise<string> => {
  const mistake = mistakes[name]
  if (mistake === undefined) throw new Error(`no mistake is called '${name}'`)
  let decided = 'nothing'
  await yotiPact({ consumer: 'careless-service', dir }).expects(shape, { reads, as: name }, async (yoti) => {
    const service = createCarelessService(yoti.url, demoApplication, mistake)
    decided = await service.decide(shape.sessionId).catch((error: Error) => error.name)
  })
  return decided
}

const expiredEnds = resultShapes.only(
  'missing-document-expired',
  'profile-mismatch-expired',
  'wrong-document-expired',
  'invalid-document-expired',
)
const turnedAway = resultShapes.only('missing-document', 'profile-mismatch', 'wrong-document', 'invalid-document')
const rejectedEnds = resultShapes.only(
  'missing-document-rejected',
  'profile-mismatch-rejected',
  'wrong-document-rejected',
  'invalid-document-rejected',
)

// The last two need shapes that no scenario makes yet: an abandoned capture before the checked document, and a check
// that is PENDING. When a shape catches one of them, this table must say so.
const caughtBy: Readonly<Record<string, readonly ResultShape[]>> = {
  'an empty check list counts as passed': [...turnedAway, ...expiredEnds],
  'EXPIRED counts as passed': expiredEnds,
  "the branch checks' REJECT is never read": rejectedEnds,
  'the first document is read instead of the one that the checks used': [],
  'a report is read before its state': [],
}

test('every mistake has a line that says which shapes catch it', () => {
  expect(Object.keys(caughtBy).sort()).toEqual(Object.keys(mistakes).sort())
})

test.each(Object.keys(mistakes))('%s: caught by exactly the shapes that are there for it', async (name) => {
  const caught: string[] = []
  for (const shape of results) if ((await decideOn(shape, name)) !== expectedOf(shape)) caught.push(shape.id)
  expect(caught.sort()).toEqual(caughtBy[name]?.map(({ id }) => id).sort())
})
