import type { Person } from '../../../../server/engine/identity/index.js'

/** When documents are shown. */
export const reference: number = Date.parse('2026-03-01T00:00:00Z')

export const zoe: Person = {
  givenNames: 'Zoë Ann',
  familyName: 'Morgan',
  fullName: 'Zoë Ann Morgan',
  dateOfBirth: '1976-05-03',
  gender: 'FEMALE',
  nationality: 'GBR',
  placeOfBirth: 'Leeds',
  address: {
    address_format: 1,
    building_number: '26',
    address_line1: '26 Station Road',
    town_city: 'Glasgow',
    postal_code: 'G4 5XG',
    country_iso: 'GBR',
    country: 'United Kingdom',
    formatted_address: '26 Station Road\nGlasgow\nG4 5XG',
  },
}
