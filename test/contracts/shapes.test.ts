import { expect, test } from 'vitest'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import type { Scenario } from '../../server/engine/scenarios/scenario.js'
import { everyShape } from '../../server/shapes/every-shape.js'
import { shapesOf } from '../../server/shapes/shape.js'
import { runCommand } from '../support/command.js'
import { allScenarios } from '../support/results.js'

const scenarios = builtInScenarios()
const shapes = shapesOf(scenarios)

const scenario = (id: string, changes: Partial<Scenario>): Scenario => {
  const base = scenarios.find((candidate) => candidate.id === changes.id)
  if (base === undefined) throw new Error(`no scenario '${changes.id}'`)
  return { ...base, ...changes, id }
}

test('core has every result with its ends by name, the errors, and at most 25 shapes', () => {
  const core = shapes.filter(({ group }) => group === 'core')
  const errors = scenarios.filter(({ group }) => group === 'errors').map(({ id }) => id)
  expect(core.map(({ id }) => id).sort()).toEqual([...allScenarios, ...errors].sort())
  expect(core.length).toBeLessThanOrEqual(25)
  const statuses = core.flatMap(({ answers: { maximum } }) => ('error' in maximum ? [maximum.status] : []))
  expect([...new Set(statuses)].sort()).toEqual([401, 404, 429, 500, 503])
})

test('every built-in scenario belongs to exactly one shape', () => {
  expect(shapes.flatMap((shape) => shape.scenarios).sort()).toEqual(scenarios.map(({ id }) => id).sort())
})

test('no two shapes share a description or a state with its parameters', () => {
  expect(new Set(shapes.map(({ description }) => description)).size).toBe(shapes.length)
  expect(new Set(shapes.map(({ state, params }) => JSON.stringify([state, params]))).size).toBe(shapes.length)
})

test('no shape knows the deprecated applicant_profile', () => {
  expect(JSON.stringify(shapes)).not.toContain('"applicant_profile"')
})

test('a new scenario with another reason or document type joins a shape', () => {
  const added = scenario('tampered-profile', {
    id: 'profile-mismatch-rejected',
    documents: [{ asked: 'NATIONAL_ID' }, { asked: 'BANK_STATEMENT' }],
    checks: { PROFILE_DOCUMENT_MATCH: { reject: 'ANOTHER_REASON' } },
  })
  const grown = shapesOf([...scenarios, added])
  expect(grown).toHaveLength(shapes.length)
  expect(grown.find(({ id }) => id === 'profile-mismatch-rejected')?.scenarios).toContain('tampered-profile')
})

test('a new scenario whose answer differs makes a shape of its own, outside core', () => {
  const added = scenario('all-rejected', {
    id: 'all-approve',
    checks: { PROFILE_DOCUMENT_MATCH: { reject: 'X' }, IBV_VISUAL_REVIEW_CHECK: { reject: 'Y' } },
  })
  const before = shapes.map(({ id }) => id)
  const [made, ...more] = shapesOf([...scenarios, added]).filter(({ id }) => !before.includes(id))
  expect(made).toMatchObject({ id: 'all-rejected', group: 'more', params: { result: 'all-rejected' } })
  expect(more).toEqual([])
})

type Listed = { id: string; parameters: object; matchers: { maximum: { state: unknown } } }

test('mock-yoti shapes lists them, --json as an array', async () => {
  const run = async (...argv: string[]) => (await runCommand(['shapes', ...argv])).stdout
  const listed = JSON.parse(await run('--json')) as Listed[]
  expect(listed.map(({ id }) => id)).toEqual(everyShape(scenarios).map(({ id }) => id))
  expect(listed[0]).toMatchObject({ state: 'a session has the result', params: { result: 'all-approve' } })
  expect(listed[0]?.parameters).toHaveProperty('reason')
  expect(listed[0]?.matchers.maximum.state).toEqual({ 'pact:matcher:type': 'equality', value: 'COMPLETED' })
  const text = await run('--wide')
  const lines = text.split('\n').map((line) => line.split(' ')[0])
  for (const { id } of shapes) expect(lines).toContain(id)
})
