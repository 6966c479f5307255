/** The machine-readable zone: type 1 has three lines of 30 (cards), type 2 two lines of 44 (passports). */
export type Mrz =
  | { readonly type: 1; readonly line1: string; readonly line2: string; readonly line3: string }
  | { readonly type: 2; readonly line1: string; readonly line2: string }

export type MrzInput = {
  /** `P` for passports, `IR` for British residence permits. */
  readonly code: string
  readonly issuer: string
  readonly number: string
  readonly nationality: string
  readonly dateOfBirth: string
  readonly gender: 'MALE' | 'FEMALE'
  readonly expires: string
  readonly familyName: string
  readonly givenNames: string
  readonly optional?: string
}

/** ICAO 9303-3, section 6: letters that are not a basic letter with an accent. */
const special: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  Ñ: 'N',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  Þ: 'TH',
  Ü: 'UE',
  ẞ: 'SS',
  ß: 'SS',
  ı: 'I',
}

/** A name in the letters A to Z and spaces. Apostrophes are removed; hyphens become spaces. */
export const toLatin = (name: string): string =>
  [...name.normalize('NFC').toUpperCase()]
    .map((letter) => special[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .join('')
    .replace(/['’.]/g, '')
    .replace(/[^A-Z]+/g, ' ')
    .trim()

const fill = (text: string, length: number) => text.slice(0, length).padEnd(length, '<')

/** Truncates names that are too long for the line. At least one letter of a given name is kept. */
const namesIn = (familyName: string, givenNames: string, length: number) => {
  const family = toLatin(familyName).replaceAll(' ', '<') || 'X'
  const given = toLatin(givenNames).replaceAll(' ', '<')
  return given === '' ? fill(family, length) : fill(`${family.slice(0, length - 3)}<<${given}`, length)
}

const worthOf = (sign: string) => (sign === '<' ? 0 : Number.parseInt(sign, 36))

/** ICAO 9303-3, section 4.9: weights 7, 3, 1, modulo 10. */
export const checkDigit = (text: string): string =>
  String([...text].reduce((sum, sign, index) => sum + worthOf(sign) * ([7, 3, 1][index % 3] ?? 0), 0) % 10)

const checked = (text: string) => text + checkDigit(text)
const dateIn = (date: string) => date.slice(2).replaceAll('-', '')
const country = (code: string) => fill(code === 'DEU' ? 'D' : code, 3)
const sexOf = (gender: MrzInput['gender']) => (gender === 'MALE' ? 'M' : 'F')

/** A passport's two lines. */
export const passportMrz = (input: MrzInput): Mrz => {
  const number = checked(fill(input.number, 9))
  const born = checked(dateIn(input.dateOfBirth))
  const rest = checked(dateIn(input.expires)) + checked(fill(input.optional ?? '', 14))
  return {
    type: 2,
    line1: fill(input.code, 2) + country(input.issuer) + namesIn(input.familyName, input.givenNames, 39),
    line2: number + country(input.nationality) + born + sexOf(input.gender) + rest + checkDigit(number + born + rest),
  }
}

/** A card's three lines. */
export const cardMrz = (input: MrzInput): Mrz => {
  const first = checked(fill(input.number, 9)) + fill(input.optional ?? '', 15)
  const born = checked(dateIn(input.dateOfBirth))
  const expires = checked(dateIn(input.expires))
  const room = fill('', 11)
  return {
    type: 1,
    line1: fill(input.code, 2) + country(input.issuer) + first,
    line2: `${born}${sexOf(input.gender)}${expires}${country(input.nationality)}${room}${checkDigit(first + born + expires + room)}`,
    line3: namesIn(input.familyName, input.givenNames, 30),
  }
}
