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

// Yoti docs, "Supported documents"; the snapshot in opg-paper-identity.
test('documents that can be asked for', async () => {
  const read = async (query: string) => {
    const answer = await fetch(`${server.apiUrl}/supported-documents${query}`)
    const body = (await answer.json()) as {
      supported_countries: { code: string; supported_documents: { type: string; is_strictly_latin: boolean }[] }[]
    }
    return body.supported_countries
  }
  const all = await read('?includeNonLatin=true')
  const typesOf = (code: string) =>
    all.find((country) => country.code === code)?.supported_documents.map(({ type }) => type)
  expect(all).toHaveLength(216)
  expect(typesOf('GBR')).toEqual([
    'CITIZENCARD',
    'DRIVING_LICENCE',
    'PASSPORT',
    'POSTOFFICE',
    'RESIDENCE_PERMIT',
    'TRAVEL_DOCUMENT',
    'YOUNGSCOT',
  ])
  expect(
    all.every(({ code }) => typesOf(code)?.includes('PASSPORT') && typesOf(code)?.includes('TRAVEL_DOCUMENT')),
  ).toBe(true)
  const latin = await read('')
  expect(latin.flatMap(({ supported_documents }) => supported_documents).every((one) => one.is_strictly_latin)).toBe(
    true,
  )
  expect(latin.flatMap(({ supported_documents }) => supported_documents).length).toBeLessThan(
    all.flatMap(({ supported_documents }) => supported_documents).length,
  )
})
