import { parse } from 'mrz'
import { expect, test } from 'vitest'
import {
  type DocumentFields,
  documentFields,
  expandedFields,
  loadPeople,
  type Person,
} from '../../server/engine/identity/index.js'

const reference = Date.parse('2026-03-01T00:00:00Z')
const { createPerson } = await loadPeople()

const fieldsOf = (
  type: string,
  country: string,
  person: Person = createPerson('one', { reference }),
  expired = false,
) => documentFields(person, { type, country, seed: 'one', reference, expired })

const dated = ['document_type', 'issuing_country', 'document_number', 'expiration_date', 'date_of_issue']
const named = ['full_name', 'date_of_birth', 'nationality', 'given_names', 'family_name', 'place_of_birth', 'gender']
const without = (gone: string) => named.filter((key) => key !== gone)
const licence = ['issuing_authority', 'driving_licence_class', 'driving_licence_restriction_code']

test.each([
  ['PASSPORT', 'GBR', [...named, ...dated, 'issuing_authority', 'mrz', 'document_template']],
  ['PASSPORT', 'ESP', [...named, ...dated, 'issuing_authority', 'mrz', 'personal_identification_number']],
  ['PASSPORT', 'IND', [...named, ...dated, 'issuing_authority', 'mrz']],
  [
    'DRIVING_LICENCE',
    'GBR',
    [...without('nationality'), 'structured_postal_address', ...dated, ...licence, 'document_template'],
  ],
  [
    'DRIVING_LICENCE',
    'DEU',
    ['full_name', 'date_of_birth', 'given_names', 'family_name', 'place_of_birth', ...dated, 'place_of_issue'],
  ],
  ['RESIDENCE_PERMIT', 'GBR', [...named, ...dated, 'mrz', 'place_of_issue']],
  ['NATIONAL_ID', 'NLD', ['full_name', 'date_of_birth', 'given_names', 'family_name', 'gender', ...dated]],
  ['UTILITY_BILL', 'GBR', ['full_name', 'structured_postal_address', 'date_of_issue', 'organisation']],
  [
    'STATE_ID',
    'USA',
    [
      'full_name',
      'date_of_birth',
      'given_names',
      'first_name',
      'middle_name',
      'family_name',
      'gender',
      'weight',
      'height',
      'eye_color',
      'structured_postal_address',
      ...dated,
      ...licence,
    ],
  ],
])('%s of %s has the fields of Yoti’s sample, in its order', (type, country, keys) => {
  expect(Object.keys(fieldsOf(type, country))).toEqual(keys)
})

const linesOf = ({ mrz }: DocumentFields) => Object.values(mrz ?? {}).filter((line) => typeof line === 'string')

test.each([
  ['PASSPORT', 'GBR', 'TD3'],
  ['PASSPORT', 'DEU', 'TD3'],
  ['PASSPORT', 'ESP', 'TD3'],
  ['PASSPORT', 'POL', 'TD3'],
  ['RESIDENCE_PERMIT', 'GBR', 'TD1'],
])('the machine-readable zone of %s of %s says what is printed, with right check digits', (type, country, format) => {
  for (let index = 0; index < 50; index++) {
    const person = createPerson(`${index}`, { reference, nationality: type === 'PASSPORT' ? country : 'IND' })
    const fields = fieldsOf(type, country, person)
    const read = parse(linesOf(fields))
    expect(read.details.filter(({ valid }) => !valid)).toEqual([])
    expect(read.format).toBe(format)
    expect(read.fields).toMatchObject({
      documentNumber: fields.document_number,
      birthDate: fields.date_of_birth?.slice(2).replaceAll('-', ''),
      expirationDate: fields.expiration_date?.slice(2).replaceAll('-', ''),
      sex: fields.gender?.toLowerCase(),
    })
  }
})

const called = (givenNames: string, familyName: string, rest: Partial<Person> = {}): Person => ({
  ...createPerson('one', { reference }),
  givenNames,
  familyName,
  fullName: `${givenNames} ${familyName}`.trim(),
  ...rest,
})

test.each([
  ['Seán Ó’', "O'Brien-Øster", 'OBRIEN<OESTER<<SEAN<O'],
  ['Jürgen', 'Groß', 'GROSS<<JUERGEN'],
  ['', 'Sukarno', 'SUKARNO<<'],
  ['Wolfeschlegelsteinhausenbergerdorffwelche', 'Bo', 'BO<<WOLFESCHLEGELSTEINHAUSENBERGERDO'],
  ['Ann', 'Wolfeschlegelsteinhausenbergerdorffwelche', 'WOLFESCHLEGELSTEINHAUSENBERGERDORFFW<<A'],
])('the zone writes %s %s in its own letters', (givenNames, familyName, written) => {
  const [line = ''] = linesOf(fieldsOf('PASSPORT', 'GBR', called(givenNames, familyName)))
  expect(line).toHaveLength(44)
  expect(line.slice(5)).toMatch(new RegExp(`^${written}`))
})

test.each([
  [called('Sarah Jane', 'Morgan', { gender: 'FEMALE', dateOfBirth: '1976-05-03' }), /^MORGA755036SJ9[A-Z]{2}\d\d$/],
  [called('Sarah', 'Morgan', { gender: 'FEMALE', dateOfBirth: '1976-11-03' }), /^MORGA761036S99[A-Z]{2}\d\d$/],
  [called('Ian', 'MacDonald', { gender: 'MALE', dateOfBirth: '2001-12-31' }), /^MCDON012311I99[A-Z]{2}\d\d$/],
  [called('Jo', 'Ng', { gender: 'MALE', dateOfBirth: '1980-01-09' }), /^NG999801090J99[A-Z]{2}\d\d$/],
])('a British driver number is made of the holder’s name, sex and birth date', (person, number) => {
  expect(fieldsOf('DRIVING_LICENCE', 'GBR', person).document_number).toMatch(number)
})

test('a document is in force at the reference date, or run out shortly before it', () => {
  for (const [type, country] of [
    ['PASSPORT', 'GBR'],
    ['DRIVING_LICENCE', 'GBR'],
    ['RESIDENCE_PERMIT', 'GBR'],
    ['DRIVING_LICENCE', 'DEU'],
  ] as const)
    for (let index = 0; index < 100; index++) {
      const person = createPerson(`${index}`, { reference })
      const now = fieldsOf(type, country, person)
      expect(now.expiration_date && now.expiration_date > '2026-03-01').toBe(true)
      expect(now.date_of_issue && now.date_of_issue < '2026-03-01').toBe(true)
      const before = fieldsOf(type, country, person, true).expiration_date ?? ''
      expect(before < '2026-03-01' && before > '2025-04-01').toBe(true)
    }
})

test('two documents of a person say the same about them, in their own way of writing', () => {
  const person = called('Zoë', 'Morgan')
  const [passport, licence] = [fieldsOf('PASSPORT', 'GBR', person), fieldsOf('DRIVING_LICENCE', 'GBR', person)]
  expect(passport.full_name).toBe('ZOË MORGAN')
  expect(licence.full_name).toBe(passport.full_name)
  expect(licence.structured_postal_address?.postal_code).toBe(person.address.postal_code)
  expect(fieldsOf('UTILITY_BILL', 'GBR', person).structured_postal_address?.postal_code).toBe(
    person.address.postal_code,
  )
})

test.each([
  ['GBR', 1],
  ['IND', 2],
  ['USA', 3],
  ['AUS', 3],
  ['FRA', 4],
])('an address in %s has format %d', (country, format) => {
  const address = fieldsOf('UTILITY_BILL', country).structured_postal_address
  expect(address).toMatchObject({ address_format: format, country_iso: country })
  expect(address?.formatted_address.split('\n').length).toBeGreaterThan(1)
})

test('someone with a single name has no given names on documents', () => {
  expect(fieldsOf('PASSPORT', 'IND', called('', 'Sukarno'))).not.toHaveProperty('given_names')
})

test('expanded fields tell what was read from the print and what from the machine-readable zone', () => {
  const fields = fieldsOf('PASSPORT', 'GBR')
  const expanded = expandedFields(fields).fields
  const numbers = expanded.filter(({ name }) => name === 'document_number')
  expect(numbers.map(({ source, value }) => [source, value])).toEqual([
    ['VIZ', fields.document_number],
    ['MRZ', fields.document_number],
  ])
  expect(expanded.filter(({ name }) => name === 'nationality').map(({ source }) => source)).toEqual(['MRZ'])
  const licence = expandedFields(fieldsOf('DRIVING_LICENCE', 'GBR')).fields
  expect(licence.every(({ source }) => source === 'VIZ')).toBe(true)
  expect(licence.find(({ name }) => name === 'postal_address')?.value).toContain('\n')
})

test('a British licence has its town and postcode as lines of the address too, as captured answers do', () => {
  const { structured_postal_address: address } = fieldsOf('DRIVING_LICENCE', 'GBR')
  expect(Object.keys(address ?? {})).toEqual([
    'address_format',
    'building_number',
    'address_line1',
    'address_line2',
    'address_line3',
    'town_city',
    'postal_code',
    'country_iso',
    'country',
    'formatted_address',
  ])
  expect([address?.address_line2, address?.address_line3]).toEqual([address?.town_city, address?.postal_code])
  expect(address?.formatted_address.split('\n')).toEqual([
    address?.address_line1,
    address?.address_line2,
    address?.address_line3,
  ])
})
