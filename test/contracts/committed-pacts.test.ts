import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as openapiPactComparator from '@pactflow/openapi-pact-comparator'
import { expect, test } from 'vitest'
import { mustCoverShapes } from '../../contracts/pact/missing-shapes.js'
import document from '../../server/openapi/generated/yoti.json' with { type: 'json' }

const folder = fileURLToPath(new URL('../../contracts/pacts/', import.meta.url))
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

type Finding = { code: string; message: string; type: string }

// The package's own types are lost on NodeNext: they import each other without file endings.
const { Comparator } = openapiPactComparator as unknown as {
  Comparator: new (document: object) => { compare: (pact: object) => AsyncIterable<Finding> }
}

/** A schema that any object fits. */
const isOpen = (value: unknown) =>
  typeof value === 'object' &&
  JSON.stringify(Object.entries(value ?? {}).sort()) === '[["additionalProperties",true],["type","object"]]'

/**
 * The comparator knows no base path, drops every `required`, without which Ajv takes no `discriminator`, closes objects
 * that are open, and judges bytes by the JSON that another answer may have.
 */
const forComparator = () => {
  const paths = Object.entries(document.paths).map(([path, item]) => [`/idverify/v1${path}`, item])
  const text = JSON.stringify({ ...document, paths: Object.fromEntries(paths) })
  return JSON.parse(text, (key, value) => {
    if (key === 'discriminator') return undefined
    return isOpen(value) ? {} : value
  }) as object
}
const comparator = new Comparator(forComparator())

const read = (name: string) => readFileSync(`${folder}${name}`, 'utf8')

/** What is expected of values that nobody has seen yet, and of gateways: no document has it. */
const isBeyondDocument = (description: string) =>
  /getSession answers (?:unknown-|bad-gateway|unavailable-|busy-)/.test(description)

type Pact = { interactions: { description: string }[] }

const documented = (name: string) => {
  const pact = JSON.parse(read(name)) as Pact
  return JSON.stringify({
    ...pact,
    interactions: pact.interactions.filter(({ description }) => !isBeyondDocument(description)),
  })
}

const findings = async (text: string) => {
  const found: string[] = []
  for await (const { code, message, type } of comparator.compare(JSON.parse(text)))
    if (type === 'error') found.push(`${code} ${message}`)
  return found
}

test('there are committed pacts', () => {
  expect(names.length).toBeGreaterThanOrEqual(2)
})

test.each(names)('%s expects nothing that openapi.yaml does not have', async (name) => {
  expect(await findings(documented(name))).toEqual([])
})

test('a pact that expects what openapi.yaml does not have is found out', async () => {
  const [name = ''] = names
  expect(await findings(read(name).replaceAll('"COMPLETED"', '"FINISHED"'))).not.toEqual([])
  expect(await findings(read(name).replaceAll('/sessions/', '/results/'))).not.toEqual([])
})

test.each(names)('%s covers decisions', (name) => {
  expect(() => mustCoverShapes(`${folder}${name}`, { groups: ['decisions'] })).not.toThrow()
})

test.each(names)('%s names the mock, not Yoti, as the provider', (name) => {
  expect(JSON.parse(read(name)).provider).toEqual({ name: 'yoti-idv-mock' })
})
