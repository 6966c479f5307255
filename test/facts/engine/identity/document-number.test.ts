import { expect, test } from 'vitest'
import { documentNumber, driverNumber } from '../../../../server/engine/identity/document-number.js'
import { createSeeded } from '../../../../server/engine/identity/seeded.js'
import { zoe } from './zoe.js'

// Forms of numbers by country: the PRADO register of the Council of the EU and the issuers' specimens. Digits and letters
// are those of the seed 'one'.
test.each([
  ['PASSPORT', 'AUS', 'W52201328'],
  ['PASSPORT', 'CAN', 'W52201328'],
  ['PASSPORT', 'DEU', 'C35X22T01'],
  ['PASSPORT', 'ESP', 'WZV201328'],
  ['PASSPORT', 'FRA', '35VF01328'],
  ['PASSPORT', 'GBR', '352201328'],
  ['PASSPORT', 'IND', 'W5220132'],
  ['PASSPORT', 'IRL', 'WZ2201328'],
  ['PASSPORT', 'NLD', 'WZV201328'],
  ['PASSPORT', 'POL', 'WZ2201328'],
  ['PASSPORT', 'USA', '352201328'],
  ['PASSPORT', 'ITA', 'W52201328'],
  ['RESIDENCE_PERMIT', 'AUS', 'WZ2201328'],
  ['RESIDENCE_PERMIT', 'CAN', 'WZ2201328'],
  ['RESIDENCE_PERMIT', 'DEU', 'WZ2201328'],
  ['RESIDENCE_PERMIT', 'ESP', 'WZ2201328'],
  ['RESIDENCE_PERMIT', 'FRA', 'WZ2201328'],
  ['RESIDENCE_PERMIT', 'GBR', 'RW5220132'],
  ['RESIDENCE_PERMIT', 'IND', 'WZ2201328'],
  ['RESIDENCE_PERMIT', 'IRL', 'WZ2201328'],
  ['RESIDENCE_PERMIT', 'NLD', 'WZ2201328'],
  ['RESIDENCE_PERMIT', 'POL', 'WZ2201328'],
  ['RESIDENCE_PERMIT', 'USA', 'WZ2201328'],
  ['RESIDENCE_PERMIT', 'ITA', 'WZ2201328'],
  ['DRIVING_LICENCE', 'AUS', '35220132'],
  ['DRIVING_LICENCE', 'CAN', 'W522013283351'],
  ['DRIVING_LICENCE', 'DEU', 'W052FS13S83'],
  ['DRIVING_LICENCE', 'ESP', '35220132T'],
  ['DRIVING_LICENCE', 'FRA', '35VF01328'],
  ['DRIVING_LICENCE', 'GBR', 'MORGA755036ZA9WZ22'],
  ['DRIVING_LICENCE', 'IND', 'W522013283'],
  ['DRIVING_LICENCE', 'IRL', 'W522013283'],
  ['DRIVING_LICENCE', 'NLD', '3522013283'],
  ['DRIVING_LICENCE', 'POL', 'W522013283'],
  ['DRIVING_LICENCE', 'USA', 'W52201328335'],
  ['DRIVING_LICENCE', 'ITA', 'W522013283'],
  ['NATIONAL_ID', 'AUS', 'W52201328'],
  ['NATIONAL_ID', 'CAN', 'W52201328'],
  ['NATIONAL_ID', 'DEU', 'W52201328'],
  ['NATIONAL_ID', 'ESP', 'WZV201328'],
  ['NATIONAL_ID', 'FRA', '352201328335'],
  ['NATIONAL_ID', 'GBR', 'W52201328'],
  ['NATIONAL_ID', 'IND', 'W52201328'],
  ['NATIONAL_ID', 'IRL', 'W52201328'],
  ['NATIONAL_ID', 'NLD', 'WZV201328'],
  ['NATIONAL_ID', 'POL', 'W52201328'],
  ['NATIONAL_ID', 'USA', 'W52201328'],
  ['NATIONAL_ID', 'ITA', 'W52201328'],
  ['STATE_ID', 'USA', 'W52201328335'],
  ['STATE_ID', 'CAN', 'W522013283351'],
  ['STATE_ID', 'GBR', 'W522013283'],
  ['TRAVEL_DOCUMENT', 'DEU', 'C35X22T01'],
  ['TRAVEL_DOCUMENT', 'GBR', '352201328'],
])('a %s of %s has the number %s', (type, country, number) => {
  expect(documentNumber(type, country, zoe, createSeeded('one'))).toBe(number)
})

// DVLA's form: MORGA 7 55 03 6 SJ 9..: decade, month (plus 50 for a woman), day, year, initials.
test.each([
  ['Sarah Jane', 'Morgan', 'FEMALE', '1976-05-03', 'MORGA755036SJ9'],
  ['Sarah', 'Morgan', 'FEMALE', '1976-11-03', 'MORGA761036S99'],
  ['Ian', 'MacDonald', 'MALE', '2001-12-31', 'MCDON012311I99'],
  ['Jo', 'Ng', 'MALE', '1980-01-09', 'NG999801090J99'],
  ['Ada Bea Cleo', 'O’Hara Smith', 'MALE', '1999-10-20', 'OHARA910209AB9'],
  ['', 'Tomacz', 'MALE', '1999-10-20', 'TOMAC910209999'],
] as const)('the driver number of %s %s begins %s', (givenNames, familyName, gender, dateOfBirth, number) => {
  const person = { ...zoe, givenNames, familyName, gender, dateOfBirth }
  expect(driverNumber(person, createSeeded('one'))).toBe(`${number}WZ22`)
})
