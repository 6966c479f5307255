import type { DocumentFields } from './document-text.js'

/** One text that was read from one part of a document. */
type ExpandedField = {
  readonly name: string
  readonly value: string
  /** `la` for Latin script. */
  readonly locale: string
  /** Whether the text is printed for people, in the machine-readable zone, or as a bar code. */
  readonly source: 'VIZ' | 'MRZ' | 'BARCODE'
}

/** The fields that a machine-readable zone repeats, in the order of Yoti's sample. */
const inZone = [
  'expiration_date',
  'full_name',
  'document_number',
  'nationality',
  'given_names',
  'issuing_country',
  'date_of_birth',
  'family_name',
  'gender',
] as const

const field = (name: string, value: string, source: ExpandedField['source']): ExpandedField => ({
  name,
  value,
  locale: 'la',
  source,
})

/** Yoti's `expanded_document_fields`: every text with the part of the document that it was read from. */
export const expandedFields = (fields: DocumentFields): { fields: ExpandedField[] } => {
  const printed = Object.entries(fields).flatMap(([name, value]) => {
    if (name === 'document_type' || (name === 'nationality' && fields.mrz !== undefined)) return []
    if (typeof value === 'string') return [field(name, value, 'VIZ')]
    return []
  })
  const address = fields.structured_postal_address
  const addresses = address === undefined ? [] : [field('postal_address', address.formatted_address, 'VIZ')]
  const zone = fields.mrz === undefined ? [] : inZone
  const repeated = zone.flatMap((name) => {
    const value = fields[name]
    return value === undefined ? [] : [field(name, value, 'MRZ')]
  })
  return { fields: [...printed, ...addresses, ...repeated] }
}
