import { expect, test } from 'vitest'
import { countryName } from '../../../../server/engine/identity/countries.js'
import { documentCountries, isDocumentCountry } from '../../../../server/engine/identity/index.js'

// English short names; the United Kingdom as in Yoti's extraction samples.
test.each([
  ['AUS', 'Australia'],
  ['AUT', 'Austria'],
  ['BEL', 'Belgium'],
  ['BGR', 'Bulgaria'],
  ['CAN', 'Canada'],
  ['CHE', 'Switzerland'],
  ['CHN', 'China'],
  ['DEU', 'Germany'],
  ['DNK', 'Denmark'],
  ['ESP', 'Spain'],
  ['FIN', 'Finland'],
  ['FRA', 'France'],
  ['GBR', 'United Kingdom'],
  ['GRC', 'Greece'],
  ['HKG', 'Hong Kong'],
  ['HUN', 'Hungary'],
  ['IMN', 'Isle of Man'],
  ['IND', 'India'],
  ['IRL', 'Ireland'],
  ['ITA', 'Italy'],
  ['JEY', 'Jersey'],
  ['KEN', 'Kenya'],
  ['NGA', 'Nigeria'],
  ['NLD', 'Netherlands'],
  ['NOR', 'Norway'],
  ['NZL', 'New Zealand'],
  ['PAK', 'Pakistan'],
  ['POL', 'Poland'],
  ['PRT', 'Portugal'],
  ['ROU', 'Romania'],
  ['SWE', 'Sweden'],
  ['USA', 'United States of America'],
  ['ZAF', 'South Africa'],
])('%s is %s', (code, name) => {
  expect(countryName(code)).toBe(name)
})

test('a country without a name here keeps its code', () => {
  expect(countryName('XKX')).toBe('XKX')
})

// The snapshot of GET /supported-documents in opg-paper-identity: 216 countries with passports.
test('passports of 216 countries are taken', () => {
  expect(documentCountries).toHaveLength(216)
  expect(new Set(documentCountries).size).toBe(216)
  expect(documentCountries.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true)
  expect(['ABW', 'GBR', 'IMN', 'XKX', 'ZWE'].every(isDocumentCountry)).toBe(true)
  expect(['ESH', 'GB', 'gbr', '', 'UTO'].some(isDocumentCountry)).toBe(false)
})
