import { expect, test } from 'vitest'
import { applicantProfileJson, loadPeople, nationalityFor } from '../../server/engine/identity/index.js'

const reference = Date.parse('2026-03-01T00:00:00Z')
const { createPerson, personFromProfile } = await loadPeople()

test('a seed stands for the same person whatever was asked before, another seed for another', () => {
  const person = createPerson('one', { reference })
  createPerson('two', { reference, nationality: 'POL' })
  expect(createPerson('one', { reference })).toEqual(person)
  const people = Array.from({ length: 200 }, (_, index) => createPerson(`${index}`, { reference }).fullName)
  expect(new Set(people).size).toBe(200)
})

test('people are adults at the reference date, of both sexes, with a British address', () => {
  const people = Array.from({ length: 100 }, (_, index) => createPerson(`${index}`, { reference }))
  expect(people.every(({ dateOfBirth }) => /^\d{4}-\d\d-\d\d$/.test(dateOfBirth) && dateOfBirth < '2008-03-01')).toBe(
    true,
  )
  expect(new Set(people.map(({ gender }) => gender))).toEqual(new Set(['MALE', 'FEMALE']))
  for (const { address } of people) {
    expect(address).toMatchObject({ address_format: 1, country_iso: 'GBR', country: 'United Kingdom' })
    expect(address.postal_code).toMatch(/^[A-Z]{1,2}\d \d[ABD-HJLNP-UW-Z]{2}$/)
    expect(address.formatted_address).toBe(`${address.address_line1}\n${address.town_city}\n${address.postal_code}`)
  }
})

test('dates follow the reference date', () => {
  const earlier = createPerson('one', { reference: Date.parse('1996-03-01T00:00:00Z') })
  expect(
    Number(createPerson('one', { reference }).dateOfBirth.slice(0, 4)) - Number(earlier.dateOfBirth.slice(0, 4)),
  ).toBe(30)
})

test.each([
  [{ full_name: 'John James Doe' }, 'John James', 'Doe', 'John James Doe'],
  [{ full_name: 'Anna van den Berg', family_name: 'van den Berg' }, 'Anna', 'van den Berg', 'Anna van den Berg'],
  [{ full_name: 'Anna van den Berg', given_names: 'Anna' }, 'Anna', 'van den Berg', 'Anna van den Berg'],
  [{ given_names: 'Lee  Ann', family_name: 'Manthrope' }, 'Lee Ann', 'Manthrope', 'Lee Ann Manthrope'],
  [{ given_name: 'Lee', middle_name: 'Ann', family_name: 'Poe' }, 'Lee Ann', 'Poe', 'Lee Ann Poe'],
  [{ full_name: 'Sukarno' }, '', 'Sukarno', 'Sukarno'],
])('names that were sent are the names of the person: %j', (sent, givenNames, familyName, fullName) => {
  expect(personFromProfile('one', sent, { reference })).toMatchObject({ givenNames, familyName, fullName })
})

test('birth date and address that were sent are the person’s, and the gaps are filled', () => {
  const address = {
    address_format: '1',
    building_number: '74',
    address_line1: '74 High Street',
    town_city: 'Leeds',
    postal_code: 'LS1 2AB',
  }
  const sent = { full_name: 'A B', date_of_birth: '1990-02-28', structured_postal_address: address }
  expect(personFromProfile('one', sent, { reference })).toMatchObject({
    dateOfBirth: '1990-02-28',
    address: {
      ...address,
      address_format: 1,
      country_iso: 'GBR',
      country: 'United Kingdom',
      formatted_address: '74 High Street\nLeeds\nLS1 2AB',
    },
  })
})

test('what cannot be used of a sent profile is generated instead', () => {
  const generated = createPerson('one', { reference })
  const sent = { full_name: 42, date_of_birth: '1990-13-45', structured_postal_address: null }
  expect(personFromProfile('one', sent, { reference })).toEqual(generated)
  expect(personFromProfile('one', undefined, { reference })).toEqual(generated)
})

test('the profile’s JSON is what was sent, unchanged, or else the person', () => {
  const person = createPerson('one', { reference })
  const sent = { given_names: 'X', structured_postal_address: { address_format: '1' } }
  expect(applicantProfileJson(person, sent)).toBe(sent)
  expect(Object.keys(applicantProfileJson(person))).toEqual(['full_name', 'date_of_birth', 'structured_postal_address'])
})

test('a person is from where their documents say', () => {
  expect(nationalityFor([{ type: 'UTILITY_BILL', country: 'GBR' }])).toBe('GBR')
  expect(
    nationalityFor([
      { type: 'DRIVING_LICENCE', country: 'DEU' },
      { type: 'PASSPORT', country: 'ESP' },
    ]),
  ).toBe('ESP')
  expect(nationalityFor([{ type: 'RESIDENCE_PERMIT', country: 'GBR' }])).not.toBe('GBR')
})
