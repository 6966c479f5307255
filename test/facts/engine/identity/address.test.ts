import { expect, test } from 'vitest'
import {
  addressFormatOf,
  addressFromSent,
  addressIn,
  britishAddress,
  britishTowns,
  withLines,
} from '../../../../server/engine/identity/address.js'
import { createSeeded } from '../../../../server/engine/identity/seeded.js'

// Yoti docs, "Structured postal address": format 1 GBR, JEY, IMN; 2 IND; 3 USA, AUS (and CAN); 4 the rest.
test.each([
  ['GBR', 1],
  ['JEY', 1],
  ['IMN', 1],
  ['IND', 2],
  ['USA', 3],
  ['AUS', 3],
  ['CAN', 3],
  ['FRA', 4],
  ['GGY', 4],
])('an address in %s has format %d', (country, format) => {
  expect(addressFormatOf(country)).toBe(format)
})

// Keys in the order of Yoti's samples. The numbers are those of the seed 'one'.
test.each([
  [
    'GBR',
    {
      address_format: 1,
      building_number: '1',
      address_line1: '1 Victoria Road',
      town_city: 'Birmingham',
      postal_code: 'B7 5BE',
      country_iso: 'GBR',
      country: 'United Kingdom',
      formatted_address: '1 Victoria Road\nBirmingham\nB7 5BE',
    },
  ],
  [
    'JEY',
    {
      address_format: 1,
      building_number: '1',
      address_line1: '1 Victoria Road',
      town_city: 'Birmingham',
      postal_code: 'B7 5BE',
      country_iso: 'JEY',
      country: 'Jersey',
      formatted_address: '1 Victoria Road\nBirmingham\nB7 5BE',
    },
  ],
  [
    'AUS',
    {
      address_format: 3,
      address_line1: '78 George Street',
      town_city: 'Brisbane',
      state: 'QLD',
      postal_code: '4522',
      country_iso: 'AUS',
      country: 'Australia',
      formatted_address: '78 George Street\nBrisbane QLD 4522',
    },
  ],
  [
    'CAN',
    {
      address_format: 3,
      address_line1: '78 Maple Avenue',
      town_city: 'Toronto',
      state: 'ON',
      postal_code: 'M5V 2S1',
      country_iso: 'CAN',
      country: 'Canada',
      formatted_address: '78 Maple Avenue\nToronto ON M5V 2S1',
    },
  ],
  [
    'DEU',
    {
      address_format: 4,
      address_line1: 'Lindenstraße 78',
      town_city: 'Berlin',
      postal_code: '10522',
      country_iso: 'DEU',
      country: 'Germany',
      formatted_address: 'Lindenstraße 78\nBerlin\n10522',
    },
  ],
  [
    'ESP',
    {
      address_format: 4,
      address_line1: '78 Calle Mayor',
      town_city: 'Madrid',
      postal_code: '28052',
      country_iso: 'ESP',
      country: 'Spain',
      formatted_address: '78 Calle Mayor\nMadrid\n28052',
    },
  ],
  [
    'FRA',
    {
      address_format: 4,
      address_line1: '78 Rue Victor Hugo',
      town_city: 'Lyon',
      postal_code: '69005',
      country_iso: 'FRA',
      country: 'France',
      formatted_address: '78 Rue Victor Hugo\nLyon\n69005',
    },
  ],
  [
    'IND',
    {
      address_format: 2,
      address_line1: '78 M G Road',
      district: 'Bengaluru Urban',
      state: 'Karnataka',
      postal_code: '560052',
      country_iso: 'IND',
      country: 'India',
      formatted_address: '78 M G Road\nBengaluru Urban\nKarnataka\n560052',
    },
  ],
  [
    'NLD',
    {
      address_format: 4,
      address_line1: 'Dorpsstraat 78',
      town_city: 'Utrecht',
      postal_code: '3552 FS',
      country_iso: 'NLD',
      country: 'Netherlands',
      formatted_address: 'Dorpsstraat 78\nUtrecht\n3552 FS',
    },
  ],
  [
    'USA',
    {
      address_format: 3,
      address_line1: '78 Main Street',
      town_city: 'Springfield',
      state: 'IL',
      postal_code: '62752',
      country_iso: 'USA',
      country: 'United States of America',
      formatted_address: '78 Main Street\nSpringfield IL 62752',
    },
  ],
  [
    'ITA',
    {
      address_format: 4,
      address_line1: '78 Central Avenue',
      postal_code: '52201',
      country_iso: 'ITA',
      country: 'Italy',
      formatted_address: '78 Central Avenue\n52201',
    },
  ],
])('an address in %s', (country, address) => {
  const made = addressIn(country, createSeeded('one'))
  expect(made).toEqual(address)
  expect(Object.keys(made)).toEqual(Object.keys(address))
})

test('towns have the postcode area that Royal Mail gives them', () => {
  expect(Object.fromEntries(britishTowns)).toEqual({
    Birmingham: 'B',
    Bristol: 'BS',
    Cambridge: 'CB',
    Cardiff: 'CF',
    Edinburgh: 'EH',
    Exeter: 'EX',
    Glasgow: 'G',
    Leeds: 'LS',
    Leicester: 'LE',
    Lincoln: 'LN',
    Liverpool: 'L',
    London: 'SE',
    Manchester: 'M',
    Norwich: 'NR',
    Nottingham: 'NG',
    Oxford: 'OX',
    Sheffield: 'S',
    Swansea: 'SA',
    York: 'YO',
  })
})

test('British addresses draw from these streets, numbers 1 to 199, districts 1 to 9, and the 20 letters of inward codes', () => {
  const seeded = createSeeded('many')
  const all = Array.from({ length: 3000 }, () => britishAddress(seeded))
  const distinct = (values: (string | undefined)[]) => [...new Set(values)].sort()
  expect(distinct(all.map(({ address_line1 = '' }) => address_line1.replace(/^\d+ /, '')))).toEqual([
    'Albert Road',
    'Church Lane',
    'Mill Street',
    'Station Road',
    'The Green',
    'Victoria Road',
  ])
  const numbers = all.map(({ building_number }) => Number(building_number))
  expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([1, 199])
  const codes = all.map(({ postal_code = '' }) => /^[A-Z]{1,2}(\d) (\d)(.)(.)$/.exec(postal_code) ?? [])
  expect(distinct(codes.flatMap(([, outward, inward]) => [outward, inward])).join('')).toBe('123456789')
  expect(distinct(codes.flatMap(([, , , first, second]) => [first, second])).join('')).toBe('ABDEFGHJLNPQRSTUWXYZ')
  expect(britishAddress(createSeeded('one'), 'Duke Street').address_line1).toBe('78 Duke Street')
})

test('lines: streets, then places; each once, none empty', () => {
  const lines = (parts: Parameters<typeof withLines>[0]) => withLines(parts).formatted_address
  const streets = {
    address_line1: '1 A',
    address_line2: 'B',
    address_line3: 'C',
    address_line4: 'D',
    address_line5: 'E',
  }
  expect(lines({ ...streets, address_line6: 'F', locality: 'L', postal_code: 'P', country_iso: 'GBR' })).toBe(
    '1 A\nB\nC\nD\nE\nF\nL\nP',
  )
  expect(
    lines({ address_line1: 'A', locality: 'L', town_city: 'T', district: 'D', state: 'S', country_iso: 'IND' }),
  ).toBe('A\nT\nD\nS')
  expect(lines({ address_line1: 'A', town_city: 'A', postal_code: '', country_iso: 'FRA' })).toBe('A')
  expect(lines({ address_line1: 'A', state: 'NY', country_iso: 'USA' })).toBe('A\nNY')
})

test('an address that was sent is completed', () => {
  expect(
    addressFromSent({ address_format: '1', address_line1: '74 High Street', town_city: 'Leeds', udprn: '1' }),
  ).toEqual({
    address_format: 1,
    address_line1: '74 High Street',
    town_city: 'Leeds',
    country_iso: 'GBR',
    country: 'United Kingdom',
    formatted_address: '74 High Street\nLeeds',
  })
  const sent = { country_iso: 'USA', country: 'US', formatted_address: 'as sent', address_line1: '', town_city: 7 }
  expect(addressFromSent(sent)).toEqual({
    address_format: 3,
    country_iso: 'USA',
    country: 'US',
    formatted_address: 'as sent',
  })
})

test('every key that a client may send is kept', () => {
  const keys = [
    'care_of',
    'sub_building',
    'building_number',
    'building',
    'street',
    'address_line1',
    'address_line2',
    'address_line3',
    'address_line4',
    'address_line5',
    'address_line6',
    'locality',
    'town_city',
    'district',
    'state',
    'postal_code',
  ]
  const sent = Object.fromEntries(keys.map((key) => [key, `the ${key}`]))
  expect(addressFromSent(sent)).toMatchObject(sent)
})
