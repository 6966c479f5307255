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
])('%s of %s', (type, country, fields) => {
  const expires = Date.parse('2030-06-15T00:00:00Z')
  const made = documentFields(zoe, { type, country, seed: 'one', reference, expires })
  expect(made).toEqual(fields)
  expect(Object.keys(made)).toEqual(Object.keys(fields))
})
