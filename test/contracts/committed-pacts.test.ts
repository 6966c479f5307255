import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as firstMajor from '@pactflow/openapi-pact-comparator'
import * as secondMajor from 'openapi-pact-comparator-2'
import { expect, test } from 'vitest'
import { mustCoverShapes } from '../../contracts/pact/missing-shapes.js'

const folder = fileURLToPath(new URL('../../contracts/pacts/', import.meta.url))
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

type Finding = { code: string; message: string; type: string }

type Comparator = { compare: (pact: object) => AsyncIterable<Finding> }
type Package = { readonly Comparator: new (input: object) => Comparator }
// The packages' own types are lost on NodeNext: they import each other without file endings.
const openapiPactComparator = firstMajor as unknown as Package
const openapiPactComparator2 = secondMajor as unknown as Package

const packageFile = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url))
// The file of the package, as a team gives it to the comparator.
const document = () => JSON.parse(readFileSync(packageFile('openapi-for-pacts.json'), 'utf8')) as object

// The first major version takes the document, the second one an object of documents.
const versions = {
  '1.7': new openapiPactComparator.Comparator(document()),
  '2.3': new openapiPactComparator2.Comparator({ oas: document() }),
}
type Version = keyof typeof versions

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

const findings = async (version: Version, text: string) => {
  const found: string[] = []
  for await (const { code, message, type } of versions[version].compare(JSON.parse(text)))
    if (type === 'error') found.push(`${code} ${message}`)
  return found
}

test('there are committed pacts', () => {
  expect(names.length).toBeGreaterThanOrEqual(2)
})

const majors = Object.keys(versions) as Version[]
const each = names.flatMap((name) => majors.map((version) => [name, version] as const))

test.each(each)('%s expects nothing that the document does not have, says comparator %s', async (name, version) => {
  expect(await findings(version, documented(name))).toEqual([])
})

test.each(majors)('comparator %s finds out a pact that expects what the document does not have', async (version) => {
  const [name = ''] = names
  expect(await findings(version, read(name).replaceAll('"COMPLETED"', '"FINISHED"'))).not.toEqual([])
  expect(await findings(version, read(name).replaceAll('/sessions/', '/results/'))).not.toEqual([])
})

test.each(majors)('comparator %s takes what nobody has seen yet, and gateways, for mistakes', async (version) => {
  for (const name of names) {
    const pact = JSON.parse(read(name)) as Pact
    const beyond = pact.interactions.filter(({ description }) => isBeyondDocument(description))
    expect(beyond.length).toBeGreaterThan(0)
    expect((await findings(version, JSON.stringify({ ...pact, interactions: beyond }))).length).toBeGreaterThan(0)
  }
})

test.each(names)('%s covers decisions', (name) => {
  expect(() => mustCoverShapes(`${folder}${name}`, { groups: ['decisions'] })).not.toThrow()
})

test.each(names)('%s names the mock, not Yoti, as the provider', (name) => {
  expect(JSON.parse(read(name)).provider).toEqual({ name: 'yoti-idv-mock' })
})
