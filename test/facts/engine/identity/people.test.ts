import { expect, test } from 'vitest'
import { loadPeople } from '../../../../server/engine/identity/index.js'
import { reference } from './zoe.js'

const { changedPerson, createPerson, personFromProfile } = await loadPeople()

// Who a seed stands for must stay the same in every version: users have these names in their own tests.
test.each([
  ['GBR', 'Arch August Upton', 'Upton', '1977-11-05', 'York'],
  ['AUT', 'Arne August Trautmann', 'Trautmann', '1977-11-05', 'Nord Matthis'],
  ['DEU', 'Arne August Trautmann', 'Trautmann', '1977-11-05', 'Nord Matthis'],
  ['ESP', 'Jerónimo Sebastian Sandoval Urías', 'Sandoval Urías', '1977-11-05', 'Sagunto'],
  ['FRA', 'Adrien August Rolland', 'Rolland', '1977-11-05', 'Créteil'],
  ['NLD', 'Arthur August van der Berg', 'van der Berg', '1977-11-05', 'Aschhoven'],
  ['POL', 'Jozue Sebastian Szczepaniak', 'Szczepaniak', '2000-12-31', 'Nakło nad Notecią'],
  ['USA', 'Arch August Upton', 'Upton', '1977-11-05', 'North Manuel'],
  ['IND', 'Arch August Upton', 'Upton', '1977-11-05', 'Mumbai'],
  ['IRL', 'Arch August Upton', 'Upton', '1977-11-05', 'Cork'],
  ['AUS', 'Arch August Upton', 'Upton', '1977-11-05', 'Brisbane'],
  ['KEN', 'Arch August Upton', 'Upton', '1977-11-05', 'Nairobi'],
  ['NGA', 'Arch August Upton', 'Upton', '1977-11-05', 'Lagos'],
  ['PAK', 'Arch August Upton', 'Upton', '1977-11-05', 'Lahore'],
  ['ITA', 'Arch August Upton', 'Upton', '1977-11-05', 'Italy'],
])('the person of the seed one from %s is %s', (nationality, fullName, familyName, dateOfBirth, placeOfBirth) => {
  const person = createPerson('one', { reference, nationality })
  expect(person).toMatchObject({ nationality, fullName, familyName, dateOfBirth, placeOfBirth, gender: 'MALE' })
  expect(person.address).toEqual({
    address_format: 1,
    building_number: '2',
    address_line1: '2 Duke Street',
    town_city: 'Manchester',
    postal_code: 'M8 3UG',
    country_iso: 'GBR',
    country: 'United Kingdom',
    formatted_address: '2 Duke Street\nManchester\nM8 3UG',
  })
})

test('without a nationality a person is British', () => {
  expect(createPerson('one', { reference })).toEqual(createPerson('one', { reference, nationality: 'GBR' }))
})

test('people are 20 to 75 years old', () => {
  const years = Array.from({ length: 2000 }, (_, n) => createPerson(`${n}`, { reference }).dateOfBirth)
  const [oldest = '', youngest = ''] = [years.toSorted()[0], years.toSorted().at(-1)]
  expect(oldest >= '1950-03-01' && oldest < '1951-03-01').toBe(true)
  expect(youngest > '2005-03-01' && youngest <= '2006-03-01').toBe(true)
})

test('women are called like women', () => {
  const woman = Array.from({ length: 20 }, (_, n) => createPerson(`${n}`, { reference })).find(
    ({ gender }) => gender === 'FEMALE',
  )
  expect(woman).toMatchObject({ gender: 'FEMALE' })
})

const sent = (profile: Record<string, unknown>) => personFromProfile('one', profile, { reference })

// Yoti docs, "Create a session" (in-branch) and the forms that OPG and versions before 2023 send.
test.each([
  [{ full_name: 'John James Doe' }, 'John James', 'Doe', 'John James Doe'],
  [{ full_name: 'Anna van den Berg', family_name: 'van den Berg' }, 'Anna', 'van den Berg', 'Anna van den Berg'],
  [{ full_name: 'Anna van den Berg', given_names: 'Anna' }, 'Anna', 'van den Berg', 'Anna van den Berg'],
  [{ full_name: 'ANNA BERG', given_names: 'anna' }, 'anna', 'BERG', 'ANNA BERG'],
  [{ full_name: 'ANNA BERG', family_name: 'berg' }, 'ANNA', 'berg', 'ANNA BERG'],
  [{ full_name: 'Anna Berg', family_name: 'Borg' }, 'Anna', 'Borg', 'Anna Berg'],
  [{ full_name: 'Anna Berg', given_names: 'Hanna' }, 'Hanna', 'Berg', 'Anna Berg'],
  [{ full_name: 'Annabel Berg', given_names: 'Anna' }, 'Anna', 'Berg', 'Annabel Berg'],
  [{ full_name: 'Ann Iceberg', family_name: 'berg' }, 'Ann', 'berg', 'Ann Iceberg'],
  [{ given_names: 'Lee  Ann', family_name: ' Manthrope ' }, 'Lee Ann', 'Manthrope', 'Lee Ann Manthrope'],
  [{ given_name: 'Lee', middle_name: 'Ann', family_name: 'Poe' }, 'Lee Ann', 'Poe', 'Lee Ann Poe'],
  [{ given_name: 'Lee', given_names: 'Kim', family_name: 'Poe' }, 'Kim', 'Poe', 'Kim Poe'],
  [{ middle_name: 'Ann', family_name: 'Poe' }, 'Ann', 'Poe', 'Ann Poe'],
  [{ given_names: 'Lee' }, 'Lee', 'Upton', 'Lee Upton'],
  [{ family_name: 'Poe' }, 'Arch August', 'Poe', 'Arch August Poe'],
  [{ full_name: 'Sukarno' }, '', 'Sukarno', 'Sukarno'],
  [{ full_name: '  ', family_name: 7 }, 'Arch August', 'Upton', 'Arch August Upton'],
])('a profile with %j is of this person', (profile, givenNames, familyName, fullName) => {
  expect(sent(profile)).toMatchObject({ givenNames, familyName, fullName })
})

test.each([
  ['1990-02-28', '1990-02-28'],
  [' 1990-02-28 ', '1990-02-28'],
  ['1990-13-01', '1977-11-05'],
  ['28.02.1990', '1977-11-05'],
  ['1990-02-281', '1977-11-05'],
  ['x1990-02-28', '1977-11-05'],
  [19900228, '1977-11-05'],
])('the birth date that was sent as %j is %s', (date_of_birth, dateOfBirth) => {
  expect(sent({ date_of_birth }).dateOfBirth).toBe(dateOfBirth)
})

test('an address is taken under its name of today and of before 2023; what is no address is not', () => {
  const [leeds, york] = [{ town_city: 'Leeds' }, { town_city: 'York' }]
  expect(sent({ structured_postal_address: leeds, address: york }).address.town_city).toBe('Leeds')
  expect(sent({ address: york }).address).toMatchObject({ town_city: 'York', country_iso: 'GBR' })
  for (const address of [null, 'York', 7]) expect(sent({ address }).address.town_city).toBe('Manchester')
  expect(personFromProfile('one', undefined, { reference })).toEqual(createPerson('one', { reference }))
})

const changed = (changes: Parameters<typeof changedPerson>[2], profile?: Record<string, unknown>) =>
  changedPerson('one', profile, changes, { reference })

test.each([
  [{}, 'Arch August', 'Upton', 'Arch August Upton'],
  [{ given_names: 'Kim' }, 'Kim', 'Upton', 'Kim Upton'],
  [{ family_name: 'Poe' }, 'Arch August', 'Poe', 'Arch August Poe'],
  [{ full_name: 'Ada King Byron' }, 'Ada King', 'Byron', 'Ada King Byron'],
  [{ full_name: 'Ada' }, '', 'Ada', 'Ada'],
  [{ full_name: 'Ada Byron', given_names: 'A', family_name: 'B' }, 'A', 'B', 'Ada Byron'],
  [{ given_names: '', family_name: 'Plato' }, '', 'Plato', 'Plato'],
])('a scenario that fixes %j has this person', (changes, givenNames, familyName, fullName) => {
  expect(changed(changes)).toMatchObject({ givenNames, familyName, fullName })
})

test('what a scenario fixes goes before what was sent', () => {
  const all = {
    date_of_birth: '2001-02-03',
    gender: 'FEMALE',
    place_of_birth: 'Bath',
    address: { town_city: 'Wells' },
  } as const
  expect(changed(all, { date_of_birth: '1990-01-01', address: { town_city: 'York' } })).toMatchObject({
    dateOfBirth: '2001-02-03',
    gender: 'FEMALE',
    placeOfBirth: 'Bath',
    address: { town_city: 'Wells', country: 'United Kingdom' },
  })
  expect(changed({ nationality: 'IND' })).toMatchObject({ nationality: 'IND', placeOfBirth: 'Mumbai' })
  expect(changed({}, { full_name: 'A B' })).toEqual(sent({ full_name: 'A B' }))
})
