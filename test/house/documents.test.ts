import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { errorTable } from '../../server/base/errors.js'
import { errorCodes } from '../../server/pages/error-codes.js'
import { expectDocumented, readSession } from '../support/answers.js'
import { startServer } from '../support/server.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('docs/errors.md lists exactly the errors that can be answered', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| `(\w+)` \| (\d+) \| (\S+) \| (.+) \|$/gm)]
  const documented = rows.map(([, code, status, origin, message]) => [code, Number(status), origin, message])
  const known = Object.entries(errorTable).map(([code, { status, origin, message }]) => [code, status, origin, message])
  expect(documented).toEqual(known)
})

test('docs/errors.md lists what the user view gives back', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| (\d{4}) \| (.+) \|$/gm)].map(([, code, why]) => [code, why])
  expect(rows).toEqual(Object.entries(errorCodes))
  expect(rows).toHaveLength(28)
})

type Examples = Record<string, { value: { code?: string; message?: string } }>
type Responses = Record<string, { content: { 'application/json': { examples: Examples } } }>
const { components } = parse(read('openapi.yaml')) as { components: { responses: Responses; examples: Examples } }

test('every error in openapi.yaml is one of the table, with its message', () => {
  const examples = Object.values(components.responses).flatMap(({ content }) =>
    Object.entries(content['application/json'].examples ?? {}),
  )
  expect(examples.length).toBeGreaterThan(8)
  for (const [name, { value }] of examples) {
    expect(value.code).toBe(name)
    expect(value.message).toBe(errorTable[name as keyof typeof errorTable].message)
    const { status } = errorTable[name as keyof typeof errorTable]
    // Between them these two have every status.
    expectDocumented('yoti', status === 403 ? 'createSession' : 'putFaceCaptureImage', status, value)
  }
})

test('the sessions that openapi.yaml shows are what the server answers', async () => {
  const server = await startServer()
  const shown = { CompletedSession: 'all-approve', RefusedSession: 'missing-document' }
  for (const [example, id] of Object.entries(shown))
    expect(components.examples[example]?.value).toEqual(await readSession(server.apiUrl, id))
  await server.close()
})

test('the lock file names no registry, so that every machine installs from its own', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*registry/)
})
