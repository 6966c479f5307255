import { deriveId } from '../ids.js'
import type { Schema } from '../openapi/schema.js'

type Branch = Schema<'Branch'>

const towns = ['Reading', 'Leeds', 'Bristol', 'Norwich', 'Swansea', 'Dundee', 'Belfast', 'Exeter', 'York', 'Carlisle']
const streets = [
  'High Street',
  'Station Road',
  'Market Place',
  'Church Lane',
  'Queen Street',
  'London Road',
  'Mill Lane',
]
const areas = ['RG', 'LS', 'BS', 'NR', 'SA', 'DD', 'BT', 'EX', 'YO', 'CA']

/** Names of no use but to derive numbers from. */
const branchNamespace = '0d9a4f6e-5f0b-5c5a-8d84-4a1c8be19684'

const numbersOf = (name: string) => {
  const hex = deriveId(branchNamespace, name).replaceAll('-', '')
  return (at: number, below: number) => Number.parseInt(hex.slice(at, at + 6), 16) % below
}

/** The branch that a FAD code names. Any code is a branch, always the same one. */
export const branchOf = (fadCode: string): Branch => {
  const number = numbersOf(fadCode.toUpperCase())
  const town = number(0, towns.length)
  const street = streets[number(6, streets.length)] ?? 'High Street'
  const postCode = `${areas[town]}${1 + number(12, 9)} ${number(18, 10)}${'ABDEFGHJLN'[number(20, 10)]}${'PQRSTUWXYZ'[number(22, 10)]}`
  return {
    type: 'UK_POST_OFFICE',
    fad_code: fadCode,
    name: `${street} Post Office`,
    address: `${1 + number(24, 150)} ${street}, ${towns[town]}`,
    post_code: postCode,
    location: { latitude: 50 + number(2, 60_000) / 10_000, longitude: -5 + number(8, 50_000) / 10_000 },
  }
}

/** The ten branches that are nearest to what was searched for: the same ten for the same words. */
export const nearestBranches = (search: string): Branch[] => {
  const number = numbersOf(search.toUpperCase().replace(/\s+/g, ''))
  const first = number(0, 900_000)
  return Array.from({ length: 10 }, (_, index) => branchOf(String(1_000_000 + first + index * 7)))
}
