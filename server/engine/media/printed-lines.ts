import type { DocumentFields } from '../identity/index.js'
import { mostLetters } from './canvas.js'

/** One text of a document, with its label. */
export type Line = {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly side: 'front' | 'back'
}

/** Printed on the back of cards. */
const onBack = new Set([
  'place_of_issue',
  'driving_licence_class',
  'driving_licence_restriction_code',
  'weight',
  'height',
  'eye_color',
])

/** Fields that are not printed on the document. */
const unprinted = new Set(['document_type', 'mrz', 'document_template', 'full_name', 'first_name', 'middle_name'])

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.slice(0, mostLetters)
  if (typeof value === 'object' && value !== null && 'formatted_address' in value)
    return String(value.formatted_address).slice(0, mostLetters).replaceAll('\n', ', ')
  return undefined
}

/** A document's text line by line, in the order of its fields. */
export const linesOf = (fields: DocumentFields): Line[] =>
  Object.entries(fields).flatMap(([key, value]) => {
    const text = textOf(value)
    const namesAreSplit = fields.given_names !== undefined && fields.family_name !== undefined
    if (text === undefined || (unprinted.has(key) && (key !== 'full_name' || namesAreSplit))) return []
    const label = key.replaceAll('_', ' ').replace('structured postal ', '')
    return [{ key, label: label[0]?.toUpperCase() + label.slice(1), text, side: onBack.has(key) ? 'back' : 'front' }]
  })
