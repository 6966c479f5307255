import { tableOf } from '../../base/table.js'
import { countryName } from './countries.js'
import type { Seeded } from './seeded.js'

/** Yoti's `structured_postal_address`: format 1 is British, 2 Indian, 3 American, Canadian and Australian, 4 the rest. */
export type PostalAddress = {
  readonly address_format: 1 | 2 | 3 | 4
  readonly care_of?: string
  readonly sub_building?: string
  readonly building_number?: string
  readonly building?: string
  readonly street?: string
  readonly address_line1?: string
  readonly address_line2?: string
  readonly address_line3?: string
  readonly address_line4?: string
  readonly address_line5?: string
  readonly address_line6?: string
  readonly locality?: string
  readonly town_city?: string
  readonly district?: string
  readonly state?: string
  readonly postal_code?: string
  readonly country_iso: string
  readonly country: string
  /** The lines, joined by a newline. */
  readonly formatted_address: string
}

const formats: Readonly<Record<string, 1 | 2 | 3>> = tableOf({ GBR: 1, JEY: 1, IMN: 1, IND: 2, USA: 3, AUS: 3, CAN: 3 })

export const addressFormatOf = (country: string): PostalAddress['address_format'] => formats[country] ?? 4

/** Towns with the letters that their postcodes begin with. */
export const britishTowns = [
  ['Birmingham', 'B'],
  ['Bristol', 'BS'],
  ['Cambridge', 'CB'],
  ['Cardiff', 'CF'],
  ['Edinburgh', 'EH'],
  ['Exeter', 'EX'],
  ['Glasgow', 'G'],
  ['Leeds', 'LS'],
  ['Leicester', 'LE'],
  ['Lincoln', 'LN'],
  ['Liverpool', 'L'],
  ['London', 'SE'],
  ['Manchester', 'M'],
  ['Norwich', 'NR'],
  ['Nottingham', 'NG'],
  ['Oxford', 'OX'],
  ['Sheffield', 'S'],
  ['Swansea', 'SA'],
  ['York', 'YO'],
] as const

const britishStreets = [
  'Albert Road',
  'Church Lane',
  'Mill Street',
  'Station Road',
  'The Green',
  'Victoria Road',
] as const

/** An address in Britain, with a given street or a generated one. */
export const britishAddress = (seeded: Seeded, street: string = seeded.pick(britishStreets)): PostalAddress => {
  const building_number = String(seeded.int(1, 199))
  const [town_city, area] = seeded.pick(britishTowns)
  return withLines({
    building_number,
    address_line1: `${building_number} ${street}`,
    town_city,
    // Inward codes leave out C, I, K, M, O and V.
    postal_code: `${area}${seeded.int(1, 9)} ${seeded.int(1, 9)}${seeded.pick(inward)}${seeded.pick(inward)}`,
    country_iso: 'GBR',
  })
}

const inward = [
  'A',
  'B',
  'D',
  'E',
  'F',
  'G',
  'H',
  'J',
  'L',
  'N',
  'P',
  'Q',
  'R',
  'S',
  'T',
  'U',
  'W',
  'X',
  'Y',
  'Z',
] as const

type Foreign = Omit<Parts, 'country_iso' | 'address_line1'> & { readonly street: string; readonly code: string }

const foreignAddresses: Readonly<Record<string, Foreign>> = tableOf({
  AUS: { street: 'George Street', town_city: 'Brisbane', state: 'QLD', code: '4###' },
  CAN: { street: 'Maple Avenue', town_city: 'Toronto', state: 'ON', code: 'M#? #?#' },
  DEU: { street: 'Lindenstraße', town_city: 'Berlin', code: '10###' },
  ESP: { street: 'Calle Mayor', town_city: 'Madrid', code: '280##' },
  FRA: { street: 'Rue Victor Hugo', town_city: 'Lyon', code: '6900#' },
  IND: { street: 'M G Road', district: 'Bengaluru Urban', state: 'Karnataka', code: '5600##' },
  NLD: { street: 'Dorpsstraat', town_city: 'Utrecht', code: '35## ??' },
  USA: { street: 'Main Street', town_city: 'Springfield', state: 'IL', code: '627##' },
})

/** An address in any country, for documents from the country in which the person lived before. */
export const addressIn = (country: string, seeded: Seeded): PostalAddress => {
  if (addressFormatOf(country) === 1) return withLines({ ...britishAddress(seeded), country_iso: country })
  const { street, code, ...place } = foreignAddresses[country] ?? { street: 'Central Avenue', code: '#####' }
  const number = String(seeded.int(1, 199))
  const address_line1 = country === 'DEU' || country === 'NLD' ? `${street} ${number}` : `${number} ${street}`
  return withLines({ address_line1, ...place, postal_code: seeded.fill(code), country_iso: country })
}

type Parts = Omit<PostalAddress, 'address_format' | 'country' | 'formatted_address'>

/** Completes an address with its format, the country's name and the lines. */
export const withLines = (parts: Parts): PostalAddress => ({
  address_format: addressFormatOf(parts.country_iso),
  ...parts,
  country: countryName(parts.country_iso),
  formatted_address: linesOf(parts).join('\n'),
})

const linesOf = (parts: Parts): string[] => {
  const town = [parts.town_city ?? parts.locality, parts.district, parts.state]
  const places =
    addressFormatOf(parts.country_iso) === 3
      ? [[...town, parts.postal_code].filter(Boolean).join(' ')]
      : [...town, parts.postal_code]
  const streets = [1, 2, 3, 4, 5, 6].map((line) => parts[`address_line${line}` as 'address_line1'])
  const lines = [...streets, ...places].filter((line): line is string => line !== undefined && line !== '')
  return [...new Set(lines)]
}

/** The address with a key for each of its lines, town and postcode included, as British licences were seen to have them. */
export const withEveryLine = (address: PostalAddress): PostalAddress => {
  const lines = linesOf(address)
    .slice(0, 6)
    .map((line, index) => [`address_line${index + 1}`, line])
  const entries = Object.entries(address).flatMap(([key, value]) => {
    if (key === 'address_line1') return lines
    return key.startsWith('address_line') ? [] : [[key, value]]
  })
  // The same keys, and lines among them.
  return address.address_line1 === undefined ? address : (Object.fromEntries(entries) as PostalAddress)
}

/** Keys of an address that a client may send as text. */
const sentKeys = [
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
] as const

/** The address that a client sent, with missing keys filled in. Its own `country` and `formatted_address` are kept. */
export const addressFromSent = (sent: Readonly<Record<string, unknown>>): PostalAddress => {
  const text = (key: string) => (typeof sent[key] === 'string' && sent[key] !== '' ? sent[key] : undefined)
  const parts = Object.fromEntries(sentKeys.flatMap((key) => (text(key) === undefined ? [] : [[key, text(key)]])))
  const address = withLines({ ...parts, country_iso: text('country_iso') ?? 'GBR' })
  const country = text('country') ?? address.country
  return { ...address, country, formatted_address: text('formatted_address') ?? address.formatted_address }
}
