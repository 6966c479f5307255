import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const lookup = async (body: object) => {
  const answer = await fetch(`${server.apiUrl}/lookup/uk-post-office`, { method: 'POST', body: JSON.stringify(body) })
  return {
    status: answer.status,
    body: (await answer.json()) as { branches: { fad_code: string }[]; errors: object[] },
  }
}

// Yoti docs, "Post Office look-up": the ten nearest branches; FAD codes of seven characters.
test('ten branches, each with a FAD code of seven characters', async () => {
  const { status, body } = await lookup({ search_string: 'SW1A 1AA' })
  expect([status, body.branches.length]).toEqual([200, 10])
  expect(body.branches.every(({ fad_code }) => /^[A-Z0-9]{7}$/.test(fad_code))).toBe(true)
  expect(new Set(body.branches.map(({ fad_code }) => fad_code)).size).toBe(10)
  expect(Object.keys(body.branches[0] ?? {})).toEqual(['type', 'fad_code', 'name', 'address', 'post_code', 'location'])
})

test.each(['', ' ', null])('%j is nothing to look for', async (search_string) => {
  const { status, body } = await lookup({ search_string })
  expect([status, body.errors]).toEqual([400, [expect.objectContaining({ property: 'search_string' })]])
})

type Supported = { type: string; is_strictly_latin?: boolean; requirements?: { date_from: string } }
type Country = { code: string; supported_documents: Supported[] }

const readSupported = async (query = '') => {
  const answer = await fetch(`${server.apiUrl}/supported-documents${query}`)
  return ((await answer.json()) as { supported_countries: Country[] }).supported_countries
}
const typesOf = (countries: Country[], code: string) =>
  countries.find((country) => country.code === code)?.supported_documents.map(({ type }) => type)
const pairsOf = (countries: Country[]) => countries.flatMap(({ supported_documents }) => supported_documents)

// Yoti's answer of 2024-09-02, kept in opg-paper-identity as yoti-supported-documents.json.
test('Yoti takes 768 documents of 216 countries that are strictly Latin', async () => {
  const countries = await readSupported()
  expect(countries).toHaveLength(216)
  const pairs = pairsOf(countries)
  expect(pairs).toHaveLength(768)
  expect(pairs.every((document) => document.is_strictly_latin)).toBe(true)
  const count = (type: string) => pairs.filter((document) => document.type === type).length
  const counted = ['PASSPORT', 'TRAVEL_DOCUMENT', 'DRIVING_LICENCE', 'NATIONAL_ID', 'RESIDENCE_PERMIT', 'NEXUS_CARD']
  expect(counted.map(count)).toEqual([216, 216, 144, 136, 39, 2])
  expect(countries[0]).toEqual({
    code: 'AFG',
    supported_documents: [
      { type: 'DRIVING_LICENCE', is_strictly_latin: true, requirements: { date_from: '2019-01-01' } },
      { type: 'NATIONAL_ID', is_strictly_latin: true, requirements: { date_from: '2018-05-03' } },
      { type: 'PASSPORT', is_strictly_latin: true },
      { type: 'TRAVEL_DOCUMENT', is_strictly_latin: true },
    ],
  })
  expect(pairs.filter(({ requirements }) => requirements !== undefined)).toHaveLength(48)
  expect(typesOf(countries, 'GBR')).toEqual([
    'CITIZENCARD',
    'DRIVING_LICENCE',
    'PASSPORT',
    'POSTOFFICE',
    'RESIDENCE_PERMIT',
    'TRAVEL_DOCUMENT',
    'YOUNGSCOT',
  ])
  expect(typesOf(countries, 'IND')).toEqual(['AADHAAR', 'PAN', 'PASSPORT', 'TRAVEL_DOCUMENT'])
  expect(['GUM', 'MNP', 'XKX'].map((code) => typesOf(countries, code))).not.toContain(undefined)
  expect(['ABW', 'ALA', 'ESH'].map((code) => typesOf(countries, code))).toEqual([undefined, undefined, undefined])
})

// Yoti's list of documents that are not strictly Latin is not public; these are our own choice.
test('eleven more documents are listed where includeNonLatin asks for them', async () => {
  const countries = await readSupported('?includeNonLatin=true')
  expect(countries).toHaveLength(216)
  expect(pairsOf(countries).filter((document) => !document.is_strictly_latin)).toHaveLength(11)
  expect(typesOf(countries, 'KOR')).toEqual(['DRIVING_LICENCE', 'NATIONAL_ID', 'PASSPORT', 'TRAVEL_DOCUMENT'])
})

// OPG's copy of Yoti's document: the configuration's example has `requirements` on a driving licence.
test('a configuration says from which day on a document is taken', async () => {
  const documents = [{ country_codes: ['DEU'], document_types: ['DRIVING_LICENCE', 'PASSPORT'] }]
  const filter = { type: 'DOCUMENT_RESTRICTIONS', inclusion: 'INCLUDE', documents }
  const created = await fetch(`${server.apiUrl}/sessions`, {
    method: 'POST',
    body: JSON.stringify({
      requested_checks: [{ type: 'ID_DOCUMENT_AUTHENTICITY', config: {} }],
      required_documents: [{ type: 'ID_DOCUMENT', filter }],
    }),
  })
  const { session_id } = (await created.json()) as { session_id: string }
  const answer = await fetch(`${server.apiUrl}/sessions/${session_id}/configuration`)
  const { capture } = (await answer.json()) as {
    capture: { required_resources: { supported_countries: Country[] }[] }
  }
  expect(capture.required_resources[0]?.supported_countries).toEqual([
    {
      code: 'DEU',
      supported_documents: [
        { type: 'DRIVING_LICENCE', is_strictly_latin: true, requirements: { date_from: '1999-01-01' } },
        { type: 'PASSPORT', is_strictly_latin: true },
      ],
    },
  ])
})
