import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ResultShape, resultShapes, yotiPact } from 'mock-yoti/pact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoApplication } from '../demo-application.ts'
import { expectedOf } from '../expected.ts'
import { createSignedFetch } from '../self-signed/signed-fetch.ts'
import { caughtBy } from './caught-by.ts'
import { type Answer, carefulService, type Mistake, mistakes, uncatchable } from './mistakes.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'careless-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

// The service verifies people in a branch.
const shapes = resultShapes.all.filter(({ group }) => group !== 'at-home')

/** The answer that a shape shows. */
const answerOf = ({ answers: { maximum } }: ResultShape): Answer => {
  if ('error' in maximum) return { status: maximum.status, headers: {}, text: JSON.stringify(maximum.error) }
  const { status, headers = {}, body, text = '' } = { headers: {}, ...maximum }
  return { status, headers, text: body === undefined ? text : JSON.stringify(body) }
}

/** What a service decides, or the name of the error over which it fell. */
const decide = (service: Mistake, answer: Answer): string => {
  try {
    return service(answer)
  } catch (error) {
    return error instanceof Error ? error.name : 'thrown'
  }
}

const namesCaughtBy = (service: Mistake, among: readonly ResultShape[]) =>
  among.filter((shape) => decide(service, answerOf(shape)) !== expectedOf(shape)).map(({ id }) => id)

test('a careful service decides right about every shape', () => {
  expect(namesCaughtBy(carefulService, shapes)).toEqual([])
})

test('there are at least thirty mistakes, each with the shape that catches it', () => {
  expect(Object.keys(mistakes).length).toBeGreaterThanOrEqual(30)
  expect(Object.keys(caughtBy).sort()).toEqual(Object.keys(mistakes).sort())
  for (const reason of Object.values(uncatchable)) expect(reason).toMatch(/\.$/)
})

test.each(Object.entries(caughtBy))('%s: caught', async (name, { by, groups }) => {
  const mistake = mistakes[name]
  if (mistake === undefined) throw new Error(`no mistake is called '${name}'`)
  expect(namesCaughtBy(mistake, shapes)).toContain(by)
  const catching = ['core', 'decisions'].filter((group) => namesCaughtBy(mistake, resultShapes.group(group)).length > 0)
  expect(catching).toEqual(groups)
})

test.each(Object.entries(caughtBy))('%s: fails the contract of its shape', async (name, { by }) => {
  const [shape] = resultShapes.only(by)
  const mistake = mistakes[name]
  if (shape === undefined || mistake === undefined) throw new Error('a shape and a mistake')
  const reads = ['state', 'resources.id_documents', 'checks']
  let decided = 'nothing'
  await yotiPact({ consumer: 'careless-service', dir }).expects(shape, { reads, as: name }, async (yoti) => {
    const response = await createSignedFetch(yoti.url, demoApplication)(`/sessions/${shape.sessionId}`)
    const text = await response.text()
    // The interaction that asks every check to be alike has the same answer.
    if (decided === 'nothing' || decided === expectedOf(shape))
      decided = decide(mistake, { status: response.status, headers: Object.fromEntries(response.headers), text })
  })
  expect(decided).not.toBe(expectedOf(shape))
})
