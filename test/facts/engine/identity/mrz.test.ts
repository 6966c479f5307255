import { expect, test } from 'vitest'
import { cardMrz, checkDigit, type MrzInput, passportMrz, toLatin } from '../../../../server/engine/identity/mrz.js'

// ICAO Doc 9303 part 4 and 5, appendix: the specimens of Utopia.
const eriksson: MrzInput = {
  code: 'P',
  issuer: 'UTO',
  number: 'L898902C3',
  nationality: 'UTO',
  dateOfBirth: '1974-08-12',
  gender: 'FEMALE',
  expires: '2012-04-15',
  familyName: 'Eriksson',
  givenNames: 'Anna Maria',
}

test('the passport of ICAO Doc 9303', () => {
  expect(passportMrz({ ...eriksson, optional: 'ZE184226B' })).toEqual({
    type: 2,
    line1: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
    line2: 'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
  })
})

test('the card of ICAO Doc 9303', () => {
  expect(cardMrz({ ...eriksson, code: 'I', number: 'D23145890' })).toEqual({
    type: 1,
    line1: 'I<UTOD231458907<<<<<<<<<<<<<<<',
    line2: '7408122F1204159UTO<<<<<<<<<<<6',
    line3: 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  })
})

test("HM Passport Office's specimen of 2010", () => {
  const angela = {
    dateOfBirth: '1988-09-11',
    expires: '2020-07-16',
    familyName: 'UK Specimen',
    givenNames: 'Angela Zoe',
  }
  expect(passportMrz({ ...eriksson, ...angela, issuer: 'GBR', nationality: 'GBR', number: '925076473' })).toEqual({
    type: 2,
    line1: 'P<GBRUK<SPECIMEN<<ANGELA<ZOE<<<<<<<<<<<<<<<<',
    line2: '9250764733GBR8809117F2007162<<<<<<<<<<<<<<08',
  })
})

// Germany's code is D and two fillers (ICAO 9303-3, section 5). Its specimen leaves the digit of the empty optional data
// out ('<' where a 0 stands here); 9303-4 allows both.
test("the German ministry's specimen of 2017", () => {
  const erika = { dateOfBirth: '1964-08-12', expires: '2027-02-28', familyName: 'Mustermann', givenNames: 'Erika' }
  expect(passportMrz({ ...eriksson, ...erika, issuer: 'DEU', nationality: 'DEU', number: 'C01X00T47' })).toEqual({
    type: 2,
    line1: 'P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<',
    line2: 'C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<04',
  })
  expect(
    cardMrz({ ...eriksson, ...erika, code: 'IR', issuer: 'DEU', nationality: 'DEU', number: 'T22000129' }),
  ).toMatchObject({
    line1: 'IRD<<T220001293<<<<<<<<<<<<<<<',
    line2: expect.stringMatching(/^6408125F2702283D<<<{11}\d$/),
  })
})

test('a man is M; optional data of a card stands behind the number', () => {
  expect(passportMrz({ ...eriksson, gender: 'MALE' })).toMatchObject({ line2: expect.stringMatching(/^.{20}M/) })
  expect(cardMrz({ ...eriksson, gender: 'MALE', optional: 'X1' })).toMatchObject({
    line1: 'P<UTOL898902C36X1<<<<<<<<<<<<<',
    line2: expect.stringMatching(/^7408122M/),
  })
})

// ICAO 9303-3, section 4.9: the worked examples.
test.each([
  ['520727', '3'],
  ['AB2134<<<', '5'],
  ['HA672242<658022549601086<<<<<<<<<<<<<<0', '8'],
  ['', '0'],
  ['Z', '5'],
])('the check digit of %s is %s', (text, digit) => {
  expect(checkDigit(text)).toBe(digit)
})

// ICAO 9303-3, section 6, table of transliterations.
test.each([
  ['Ä', 'AE'],
  ['Å', 'AA'],
  ['Æ', 'AE'],
  ['Ð', 'D'],
  ['Đ', 'D'],
  ['Ł', 'L'],
  ['Ñ', 'N'],
  ['Ö', 'OE'],
  ['Ø', 'OE'],
  ['Œ', 'OE'],
  ['Þ', 'TH'],
  ['Ü', 'UE'],
  ['ẞ', 'SS'],
  ['ß', 'SS'],
  ['ı', 'I'],
  ['É', 'E'],
  ['ñ', 'N'],
  ['ü', 'UE'],
  ['Ş', 'S'],
  // An accent of its own makes the same letter.
  ['u\u0308', 'UE'],
])('%s is written %s', (letter, latin) => {
  expect(toLatin(letter)).toBe(latin)
})

test.each([
  ["O'Connor", 'OCONNOR'],
  ['O’Connor', 'OCONNOR'],
  ['St. John', 'ST JOHN'],
  ['Smith-Jones', 'SMITH JONES'],
  ['  van  den Berg ', 'VAN DEN BERG'],
  ['Henry 8', 'HENRY'],
  ['山田', ''],
])('%s is written %s', (name, latin) => {
  expect(toLatin(name)).toBe(latin)
})

// ICAO 9303-4: 39 places; the primary identifier is cut so that one letter of the secondary remains.
test.each([
  ['Sukarno', '', 'SUKARNO<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<'],
  ['山田', '太郎', 'X<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<'],
  ['Bennelong Wooloomooloo Warrandyte Warnambool', 'Dingo', 'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WA<<D'],
  ['Papandropoulous', 'Jonathon Alec Maximilian', 'PAPANDROPOULOUS<<JONATHON<ALEC<MAXIMILI'],
  ['Bennelong Wooloomooloo Warrandyte Warnambool', '', 'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WARNA'],
])('the names %s, %s fill their line', (familyName, givenNames, names) => {
  expect(passportMrz({ ...eriksson, familyName, givenNames }).line1).toBe(`P<UTO${names}`)
})

test('a card has 30 places for names', () => {
  const { line1, line2, ...rest } = cardMrz({ ...eriksson, familyName: 'Abcdefghijklmnopqrstuvwxyzabcdef' })
  expect([line1.length, line2.length, rest]).toEqual([30, 30, { type: 1, line3: 'ABCDEFGHIJKLMNOPQRSTUVWXYZA<<A' }])
})
