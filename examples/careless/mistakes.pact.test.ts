import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ResultShape, resultShapes, yotiPact } from 'mock-yoti/pact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mandatoryChecks } from '../decision.ts'
import { demoApplication } from '../demo-application.ts'
import { expectedOf } from '../expected.ts'
import { createCarelessService, mistakes } from './mistakes.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'careless-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const reads = ['state', 'resources.id_documents', 'checks']
// The service verifies people in a branch.
const results = resultShapes.all.filter(({ answers, group }) => !('error' in answers.maximum) && group !== 'at-home')

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

type Body = {
  readonly state: string
  readonly resources: { readonly id_documents: readonly { readonly id: string }[] }
  readonly checks: readonly {
    readonly type: string
    readonly resources_used: readonly string[]
    readonly report?: { readonly recommendation: { readonly value: string } }
  }[]
}

// Result shapes that are no errors show results.
const bodyOf = ({ answers: { maximum } }: ResultShape) => ('body' in maximum ? maximum.body : undefined) as Body

const isBranchCheck = (type: string) => mandatoryChecks.includes(type)
const values = (body: Body, isOf: (type: string) => boolean) =>
  body.checks.filter(({ type }) => isOf(type)).map(({ report }) => report?.recommendation.value)

type Catch = {
  /** The situation, told by the wire: every shape that shows it must catch the mistake, and no other does. */
  readonly when: (body: Body) => boolean
  /** Shapes that must be among them, by name. */
  readonly among: readonly string[]
}

const caughtBy: Readonly<Record<string, Catch>> = {
  'an empty check list counts as passed': {
    // Whoever never looks at the state falls for any session that is not over.
    when: ({ checks, state }) => checks.length === 0 || state === 'ONGOING',
    among: ['missing-document', 'profile-mismatch', 'wrong-document', 'invalid-document', 'missing-document-expired'],
  },
  'EXPIRED counts as passed': {
    when: ({ state }) => state === 'EXPIRED',
    among: [
      'missing-document-expired',
      'profile-mismatch-expired',
      'wrong-document-expired',
      'invalid-document-expired',
    ],
  },
  "the branch checks' REJECT is never read": {
    when: (body) =>
      body.state === 'COMPLETED' &&
      values(body, isBranchCheck).some((value) => value !== 'APPROVE') &&
      values(body, (type) => !isBranchCheck(type)).every((value) => value === 'APPROVE'),
    among: ['profile-mismatch-rejected', 'wrong-document-rejected', 'invalid-document-rejected'],
  },
  'the first document is read instead of the one that the checks used': {
    when: ({ state, resources: { id_documents }, checks }) => {
      const used = checks.flatMap(({ resources_used }) => resources_used)
      const [first] = id_documents
      const approved = checks.every(({ report }) => report?.recommendation.value === 'APPROVE')
      return state === 'COMPLETED' && approved && first !== undefined && !used.includes(first.id)
    },
    among: ['capture-abandoned'],
  },
  'a report is read before its state': {
    when: ({ checks }) => checks.some(({ report }) => report === undefined),
    among: ['checks-pending', 'check-internal-error'],
  },
}

test('every mistake has a line that says which shapes catch it', () => {
  expect(Object.keys(caughtBy).sort()).toEqual(Object.keys(mistakes).sort())
})

test.each(Object.entries(caughtBy))('%s: caught by exactly the shapes that are there for it', async (name, line) => {
  const caught: string[] = []
  for (const shape of results) if ((await decideOn(shape, name)) !== expectedOf(shape)) caught.push(shape.id)
  const showing = results.filter((shape) => line.when(bodyOf(shape))).map(({ id }) => id)
  expect(caught.sort()).toEqual(showing.sort())
  expect(caught).toEqual(expect.arrayContaining([...line.among]))
})
