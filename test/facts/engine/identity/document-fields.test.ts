import { expect, test } from 'vitest'
import { documentFields } from '../../../../server/engine/identity/index.js'
import { reference, zoe } from './zoe.js'

// Keys and their order: Yoti docs, "Retrieve user data" (samples of each document); the national identity card: a captured
// answer. Numbers and dates that are not in a sample belong to the seed 'one' and must stay the same in every version.
test.each<[string, string, object]>([
  [
    'PASSPORT',
    'GBR',
    {
      full_name: 'ZOË ANN MORGAN',
      date_of_birth: '1976-05-03',
      nationality: 'GBR',
      given_names: 'ZOË ANN',
      family_name: 'MORGAN',
      place_of_birth: 'LEEDS',
      gender: 'FEMALE',
      document_type: 'PASSPORT',
      issuing_country: 'GBR',
      document_number: '591673881',
      expiration_date: '2030-06-15',
      date_of_issue: '2020-06-15',
      issuing_authority: 'HMPO',
      mrz: {
        type: 2,
        line1: 'P<GBRMORGAN<<ZOE<ANN<<<<<<<<<<<<<<<<<<<<<<<<',
        line2: '5916738810GBR7605035F3006151<<<<<<<<<<<<<<00',
      },
      document_template: { front_page_name: 'United Kingdom - ePassport (2015)' },
    },
  ],
  [
    'PASSPORT',
    'ESP',
    {
      full_name: 'ZOË ANN MORGAN',
      date_of_birth: '1976-05-03',
      nationality: 'ESP',
      given_names: 'ZOË ANN',
      family_name: 'MORGAN',
      place_of_birth: 'LEEDS',
      gender: 'FEMALE',
      document_type: 'PASSPORT',
      issuing_country: 'ESP',
      document_number: 'FLR916935',
      expiration_date: '2030-06-15',
      date_of_issue: '2020-06-15',
      issuing_authority: 'DGP-28391A6PK',
      mrz: {
        type: 2,
        line1: 'P<ESPMORGAN<<ZOE<ANN<<<<<<<<<<<<<<<<<<<<<<<<',
        line2: 'FLR9169354ESP7605035F3006151A2248723000<<<02',
      },
      personal_identification_number: 'A2248723000',
    },
  ],
  [
    'PASSPORT',
    'DEU',
    {
      full_name: 'ZOË ANN MORGAN',
      date_of_birth: '1976-05-03',
      nationality: 'DEU',
      given_names: 'ZOË ANN',
      family_name: 'MORGAN',
      place_of_birth: 'LEEDS',
      gender: 'FEMALE',
      document_type: 'PASSPORT',
      issuing_country: 'DEU',
      document_number: 'C02X55T41',
      expiration_date: '2030-06-15',
      date_of_issue: '2020-06-15',
      issuing_authority: 'STADT BERLIN',
      mrz: {
        type: 2,
        line1: 'P<D<<MORGAN<<ZOE<ANN<<<<<<<<<<<<<<<<<<<<<<<<',
        line2: 'C02X55T413D<<7605035F3006151<<<<<<<<<<<<<<04',
      },
    },
  ],
  [
    'TRAVEL_DOCUMENT',
    'FRA',
    {
      full_name: 'ZOË ANN MORGAN',
      date_of_birth: '1976-05-03',
      nationality: 'FRA',
      given_names: 'ZOË ANN',
      family_name: 'MORGAN',
      place_of_birth: 'LEEDS',
      gender: 'FEMALE',
      document_type: 'TRAVEL_DOCUMENT',
      issuing_country: 'FRA',
      document_number: '42JE74301',
      expiration_date: '2030-06-15',
      date_of_issue: '2020-06-15',
      issuing_authority: 'PREFECTURE DE POLICE DE PARIS',
      mrz: {
        type: 2,
        line1: 'P<FRAMORGAN<<ZOE<ANN<<<<<<<<<<<<<<<<<<<<<<<<',
        line2: '42JE743018FRA7605035F3006151<<<<<<<<<<<<<<04',
      },
    },
  ],
  [
    'DRIVING_LICENCE',
    'GBR',
    {
      full_name: 'ZOË ANN MORGAN',
      date_of_birth: '1976-05-03',
      given_names: 'ZOË ANN',
      family_name: 'MORGAN',
      place_of_birth: 'UNITED KINGDOM',
      gender: 'FEMALE',
      structured_postal_address: {
        address_format: 1,
        building_number: '26',
        address_line1: '26 STATION ROAD',
        address_line2: 'GLASGOW',
        address_line3: 'G4 5XG',
        town_city: 'GLASGOW',
        postal_code: 'G4 5XG',
        country_iso: 'GBR',
        country: 'United Kingdom',
        formatted_address: '26 STATION ROAD\nGLASGOW\nG4 5XG',
      },
      document_type: 'DRIVING_LICENCE',
      issuing_country: 'GBR',
      document_number: 'MORGA755036ZA9XY24',
      expiration_date: '2030-06-15',
      date_of_issue: '2020-06-16',
      issuing_authority: 'DVLA',
      driving_licence_class: 'AM/A/B1/B/f/k/p/q',
      driving_licence_restriction_code: '01',
      document_template: {
        front_page_name: 'United Kingdom - Driving License (2021) #2',
        back_page_name: 'United Kingdom - Driving License (2014-2021) Side B',
      },
    },
  ],
  [
    'DRIVING_LICENCE',
    'DEU',
    {
      full_name: 'Zoë Ann Morgan',
      date_of_birth: '1976-05-03',
      given_names: 'Zoë Ann',
      family_name: 'Morgan',
      place_of_birth: 'Leeds',
      document_type: 'DRIVING_LICENCE',
      issuing_country: 'DEU',
      document_number: 'H014XU63V76',
      expiration_date: '2030-06-15',
      date_of_issue: '2015-06-15',
      place_of_issue: 'Landratsamt Musterhausen',
    },
  ],
  [
    'DRIVING_LICENCE',
    'USA',
    {
      full_name: 'ZOË ANN MORGAN',
      date_of_birth: '1976-05-03',
      given_names: 'ZOË ANN',
      first_name: 'ZOË',
      middle_name: 'ANN',
      family_name: 'MORGAN',
      gender: 'FEMALE',
      weight: '93 kg',
      height: '182 cm',
      eye_color: 'GRN',
      structured_postal_address: {
        address_format: 3,
        address_line1: '98 MAIN STREET',
        town_city: 'SPRINGFIELD',
        state: 'IL',
        postal_code: '62781',
        country_iso: 'USA',
        country: 'United States of America',
        formatted_address: '98 MAIN STREET\nSPRINGFIELD IL 62781',
      },
      document_type: 'DRIVING_LICENCE',
      issuing_country: 'USA',
      document_number: 'E98319951775',
      expiration_date: '2030-06-15',
      date_of_issue: '2015-06-15',
      issuing_authority: 'Illinois',
      driving_licence_class: 'D',
      driving_licence_restriction_code: 'NONE',
    },
  ],
  [
    'STATE_ID',
    'USA',
    {
      full_name: 'ZOË ANN MORGAN',
      date_of_birth: '1976-05-03',
      given_names: 'ZOË ANN',
      first_name: 'ZOË',
      middle_name: 'ANN',
      family_name: 'MORGAN',
      gender: 'FEMALE',
      weight: '62 kg',
      height: '171 cm',
      eye_color: 'BLU',
      structured_postal_address: {
        address_format: 3,
        address_line1: '57 MAIN STREET',
        town_city: 'SPRINGFIELD',
        state: 'IL',
        postal_code: '62712',
        country_iso: 'USA',
        country: 'United States of America',
        formatted_address: '57 MAIN STREET\nSPRINGFIELD IL 62712',
      },
      document_type: 'STATE_ID',
      issuing_country: 'USA',
      document_number: 'Y31469428169',
      expiration_date: '2030-06-15',
      date_of_issue: '2022-06-15',
      issuing_authority: 'Illinois',
      driving_licence_class: 'ID',
      driving_licence_restriction_code: 'NONE',
    },
  ],
  [
    'RESIDENCE_PERMIT',
    'GBR',
    {
      full_name: 'ZOË ANN MORGAN',
      date_of_birth: '1976-05-03',
      nationality: 'GBR',
      given_names: 'ZOË ANN',
      family_name: 'MORGAN',
      place_of_birth: 'LEEDS',
      gender: 'FEMALE',
      document_type: 'RESIDENCE_PERMIT',
      issuing_country: 'GBR',
      document_number: 'RM3404126',
      expiration_date: '2030-06-15',
      date_of_issue: '2025-06-15',
      mrz: {
        type: 1,
        line1: 'IRGBRRM34041269<<<<<<<<<<<<<<<',
        line2: '7605035F3006151GBR<<<<<<<<<<<2',
        line3: 'MORGAN<<ZOE<ANN<<<<<<<<<<<<<<<',
      },
      place_of_issue: 'UK',
    },
  ],
  [
    'RESIDENCE_PERMIT',
    'IRL',
    {
      full_name: 'ZOË ANN MORGAN',
      date_of_birth: '1976-05-03',
      nationality: 'GBR',
      given_names: 'ZOË ANN',
      family_name: 'MORGAN',
      place_of_birth: 'LEEDS',
      gender: 'FEMALE',
      document_type: 'RESIDENCE_PERMIT',
      issuing_country: 'IRL',
      document_number: 'CR7300584',
      expiration_date: '2030-06-15',
      date_of_issue: '2025-06-15',
      mrz: {
        type: 1,
        line1: 'IRIRLCR73005846<<<<<<<<<<<<<<<',
        line2: '7605035F3006151GBR<<<<<<<<<<<8',
        line3: 'MORGAN<<ZOE<ANN<<<<<<<<<<<<<<<',
      },
      place_of_issue: 'IRELAND',
    },
  ],
  [
    'NATIONAL_ID',
    'NLD',
    {
      full_name: 'ZOË ANN MORGAN',
      date_of_birth: '1976-05-03',
      given_names: 'ZOË ANN',
      family_name: 'MORGAN',
      gender: 'FEMALE',
      document_type: 'NATIONAL_ID',
      issuing_country: 'NLD',
      document_number: 'NPK645149',
      expiration_date: '2030-06-15',
      date_of_issue: '2020-06-15',
    },
  ],
  [
    'UTILITY_BILL',
    'GBR',
    {
      full_name: 'Zoë Ann Morgan',
      structured_postal_address: {
        address_format: 1,
        building_number: '26',
        address_line1: '26 STATION ROAD',
        town_city: 'GLASGOW',
        postal_code: 'G4 5XG',
        country_iso: 'GBR',
        country: 'United Kingdom',
        formatted_address: '26 STATION ROAD\nGLASGOW\nG4 5XG',
      },
      date_of_issue: '2025-12-31',
      organisation: 'Specimen Energy Ltd',
    },
  ],
  [
    'BANK_STATEMENT',
    'DEU',
    {
      full_name: 'Zoë Ann Morgan',
      structured_postal_address: {
        address_format: 4,
        address_line1: 'LINDENSTRASSE 69',
        town_city: 'BERLIN',
        postal_code: '10982',
        country_iso: 'DEU',
        country: 'Germany',
        formatted_address: 'LINDENSTRASSE 69\nBERLIN\n10982',
      },
      date_of_issue: '2026-01-08',
      organisation: 'Specimen Bank plc',
    },
  ],
])('%s of %s', (type, country, fields) => {
  const expires = Date.parse('2030-06-15T00:00:00Z')
  const made = documentFields(zoe, { type, country, seed: 'one', reference, expires })
  expect(made).toEqual(fields)
  expect(Object.keys(made)).toEqual(Object.keys(fields))
})

test('a British licence names the country of birth of a foreigner, a foreign licence the place', () => {
  const licence = (country: string, nationality: string) =>
    documentFields({ ...zoe, nationality }, { type: 'DRIVING_LICENCE', country, seed: 'one', reference }).place_of_birth
  expect([licence('GBR', 'GBR'), licence('GBR', 'IND'), licence('FRA', 'IND')]).toEqual([
    'UNITED KINGDOM',
    'INDIA',
    'Leeds',
  ])
})

test('whoever has a single name has no given names on a document', () => {
  const fields = documentFields(
    { ...zoe, givenNames: '' },
    { type: 'STATE_ID', country: 'USA', seed: 'one', reference },
  )
  expect(fields).not.toHaveProperty('given_names')
  expect(fields).not.toHaveProperty('first_name')
  expect(fields).not.toHaveProperty('middle_name')
})

test('a bill is 5 to 80 days old; one that is too old, 400', () => {
  const issued = (seed: string, expired = false) =>
    documentFields(zoe, { type: 'UTILITY_BILL', country: 'GBR', seed, reference, expired }).date_of_issue ?? ''
  const ages = Array.from({ length: 500 }, (_, n) => (reference - Date.parse(issued(`${n}`))) / 86_400_000)
  expect([Math.min(...ages), Math.max(...ages)]).toEqual([5, 80])
  expect(issued('one', true)).toBe('2025-01-25')
})

test('documents of different types, countries or seeds differ in number', () => {
  const number = (type: string, country: string, seed: string) =>
    documentFields(zoe, { type, country, seed, reference }).document_number
  expect(number('PASSPORT', 'GBR', 'one')).not.toBe(number('TRAVEL_DOCUMENT', 'GBR', 'one'))
  expect(number('PASSPORT', 'GBR', 'one')).not.toBe(number('PASSPORT', 'USA', 'one'))
  expect(number('PASSPORT', 'GBR', 'one')).not.toBe(number('PASSPORT', 'GBR', 'two'))
})

test('a person of 50 weighs 50 to 95 kg, is 155 to 195 cm tall, and has eyes of four colours', () => {
  const all = Array.from({ length: 2000 }, (_, n) =>
    documentFields(zoe, { type: 'STATE_ID', country: 'USA', seed: `${n}`, reference }),
  )
  const ends = (texts: (string | undefined)[]) => {
    const numbers = texts.map((text) => Number.parseInt(text ?? '', 10))
    return [Math.min(...numbers), Math.max(...numbers)]
  }
  expect(ends(all.map(({ weight }) => weight))).toEqual([50, 95])
  expect(ends(all.map(({ height }) => height))).toEqual([155, 195])
  expect(new Set(all.map(({ eye_color }) => eye_color))).toEqual(new Set(['BRO', 'BLU', 'GRN', 'HAZ']))
})
