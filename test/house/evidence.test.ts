import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

type Node = { readonly [key: string]: unknown }
type Evidence = { readonly grade?: string; readonly source?: string; readonly values?: Record<string, Evidence> }

const document = parse(readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8')) as Node
const schemas = (document['components'] as Node)['schemas'] as Record<string, Node>

const evidenceIn = (node: unknown): [Node, Evidence][] => {
  if (typeof node !== 'object' || node === null) return []
  const own = (node as Node)['x-evidence'] as Evidence | undefined
  return [...(own ? [[node as Node, own] as [Node, Evidence]] : []), ...Object.values(node).flatMap(evidenceIn)]
}

const grades = ['documented', 'observed', 'invented']
const isWhole = ({ grade = '', source = '' }: Evidence) => grades.includes(grade) && source.length > 5

test('evidence has a grade and a public source, of a field and of each value that it names', () => {
  const found = evidenceIn(document)
  expect(found.length).toBeGreaterThan(70)
  for (const [node, { values = {}, ...own }] of found) {
    if (Object.keys(own).length > 0 || Object.keys(values).length === 0)
      expect([own, isWhole(own)]).toEqual([own, true])
    for (const [value, evidence] of Object.entries(values)) {
      expect([value, isWhole(evidence)]).toEqual([value, true])
      expect(node['enum']).toContain(value)
    }
  }
})

/** Schemas of which every field has its evidence. More will follow. */
const complete = [
  'DigitalIdShare',
  'SentFace',
  'FaceList',
  'CreatedApplicant',
  'Applicant',
  'ApplicantFace',
  'Pool',
  'TrackedDevice',
]

const fieldsOf = (schema: Node, path: string): [string, Node][] =>
  Object.entries((schema['properties'] ?? {}) as Record<string, Node>).flatMap(([name, field]) => [
    [`${path}.${name}`, field] as [string, Node],
    ...fieldsOf(field, `${path}.${name}`),
  ])

test.each(complete)('every field of %s says who shows it', (name) => {
  const fields = fieldsOf(schemas[name] as Node, name)
  expect(fields.length).toBeGreaterThan(0)
  expect(fields.filter(([, field]) => field['x-evidence'] === undefined).map(([path]) => path)).toEqual([])
})

test.each([
  ['DocumentFilter', 'allow_digital_ids'],
  ['DocumentFilter', 'allowed_providers'],
  ['SessionResult', 'digital_id_shares'],
  ['IdDocument', 'provider'],
  ['SdkConfig', 'enforce_handoff'],
  ['SdkConfig', 'dark_mode'],
  ['SdkConfig', 'primary_colour_dark_mode'],
  ['CreateSession', 'required_share_codes'],
  ['CheckReport', 'handled_check_limit'],
  ['Check', 'config'],
])('%s.%s says who shows it', (schema, field) => {
  const properties = schemas[schema]?.['properties'] as Record<string, Node>
  expect(properties[field]?.['x-evidence']).toBeDefined()
})
