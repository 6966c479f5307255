import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'

type Branch = Schema<'Branch'>
type Town = { readonly name: string; readonly area: string; readonly latitude: number; readonly longitude: number }

const town = (area: string, name: string, latitude: number, longitude: number): Town => ({
  name,
  area,
  latitude,
  longitude,
})

/** Towns by the letters that their postcodes begin with, and their positions. */
const towns: readonly Town[] = [
  town('SW', 'London', 51.4975, -0.1357),
  town('B', 'Birmingham', 52.4814, -1.8998),
  town('BS', 'Bristol', 51.4552, -2.5966),
  town('BT', 'Belfast', 54.597, -5.93),
  town('CA', 'Carlisle', 54.8951, -2.9382),
  town('CF', 'Cardiff', 51.4816, -3.1791),
  town('DD', 'Dundee', 56.462, -2.9707),
  town('EH', 'Edinburgh', 55.9533, -3.1883),
  town('EX', 'Exeter', 50.7236, -3.5275),
  town('LS', 'Leeds', 53.7974, -1.5438),
  town('M', 'Manchester', 53.4794, -2.2453),
  town('NR', 'Norwich', 52.6281, 1.2993),
  town('RG', 'Reading', 51.4551, -0.9787),
  town('SA', 'Swansea', 51.6195, -3.9459),
  town('YO', 'York', 53.959, -1.0815),
]
const streets = [
  'High Street',
  'Station Road',
  'Market Place',
  'Church Lane',
  'Queen Street',
  'London Road',
  'Mill Lane',
]

/** The namespace of the UUIDs from which numbers are derived. */
const branchNamespace = '0d9a4f6e-5f0b-5c5a-8d84-4a1c8be19684'

const numbersOf = (name: string) => {
  const hex = deriveId(branchNamespace, name).replaceAll('-', '')
  return (at: number, below: number) => Number.parseInt(hex.slice(at, at + 6), 16) % below
}

const townAt = (index: number) => towns[index % towns.length] as Town

/** A coordinate as Yoti writes it, moved by up to a twentieth of a degree. */
const near = (degrees: number, offset: number) => Number((degrees + (offset - 500) / 10_000).toFixed(4))

/** The branch of a FAD code. Every code has a branch, and always the same one. */
export const branchOf = (fadCode: string): Branch => {
  const number = numbersOf(fadCode.toUpperCase())
  const { name, area, latitude, longitude } = townAt(number(0, towns.length))
  const street = streets[number(6, streets.length)] ?? 'High Street'
  return {
    type: 'UK_POST_OFFICE',
    fad_code: fadCode,
    name: `${street} Post Office`,
    address: `${1 + number(24, 150)} ${street}, ${name}`,
    post_code: `${area}${1 + number(12, 9)} ${number(18, 10)}${'ABDEFGHJLN'[number(20, 10)]}${'PQRSTUWXYZ'[number(22, 10)]}`,
    location: { latitude: near(latitude, number(2, 1000)), longitude: near(longitude, number(8, 1000)) },
  }
}

type SentBranch = NonNullable<Schema<'Instructions'>['branch']>

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** The branch that instructions name. Properties that they leave out are those of the branch with that FAD code. */
export const branchFromSent = ({ fad_code, name, address, post_code, location }: SentBranch): Branch => {
  const known = branchOf(String(fad_code))
  return {
    ...known,
    ...(isText(name) && { name }),
    ...(isText(address) && { address }),
    ...(isText(post_code) && { post_code }),
    location: {
      latitude: location?.latitude ?? known.location.latitude,
      longitude: location?.longitude ?? known.location.longitude,
    },
  }
}

/** The town of a postcode or of a name. An unknown search text always gets the same town. */
const townFor = (search: string): Town => {
  const words = search.trim().toUpperCase()
  const [area = ''] = /^[A-Z]{1,2}(?=\d)/.exec(words) ?? []
  const found = towns.find((known) => known.area === area || words.includes(known.name.toUpperCase()))
  return found ?? townAt(numbersOf(words.replace(/\s+/g, ''))(0, towns.length))
}

/** The straight-line distance in degrees of latitude; exact enough within a town. */
const distance = ({ latitude, longitude }: Branch['location'], from: Town) =>
  Math.hypot(latitude - from.latitude, (longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180))

/** The ten branches nearest to the searched place, nearest first. The same search gives the same branches. */
export const nearestBranches = (search: string): Branch[] => {
  const from = townFor(search)
  const found: Branch[] = []
  for (let code = 1_000_000; found.length < 10; code++) {
    const branch = branchOf(String(code))
    if (branch.address.endsWith(`, ${from.name}`)) found.push(branch)
  }
  return found.sort((one, other) => distance(one.location, from) - distance(other.location, from))
}
