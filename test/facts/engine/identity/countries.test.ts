import { expect, test } from 'vitest'
import { countryName } from '../../../../server/engine/identity/countries.js'

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
