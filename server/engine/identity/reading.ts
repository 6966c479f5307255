import type { DocumentFields } from './document-text.js'

/** The differences between the text that an extraction read and the printed text. */
type Reading = {
  readonly names?: 'split-wrong' | undefined
  /** Values that replace the printed ones. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined
  /** Keys that were not read; `a.b` is the key `b` of the object under `a`. */
  readonly without?: readonly string[] | undefined
}

/** Moves the last given name to the family name; a single given name and the family name are exchanged. */
const splitWrong = ({ given_names = '', family_name = '' }: DocumentFields) => {
  const words = given_names.split(' ')
  const last = words.at(-1) ?? ''
  return words.length > 1
    ? { given_names: words.slice(0, -1).join(' '), family_name: `${last} ${family_name}` }
    : { given_names: family_name, family_name: given_names }
}

const leaveOut = (holder: unknown, [key = '', ...rest]: readonly string[]): unknown => {
  if (typeof holder !== 'object' || holder === null || !(key in holder)) return holder
  const { [key]: held, ...others } = holder as Readonly<Record<string, unknown>>
  return rest.length === 0 ? others : { ...holder, [key]: leaveOut(held, rest) }
}

/** The text that an extraction read from a document. */
export const readFields = (printed: DocumentFields, { names, fields, without = [] }: Reading): DocumentFields => {
  const changed = { ...printed, ...(names === 'split-wrong' && splitWrong(printed)), ...fields }
  // A misread document may lack any key and have any text in it.
  return without.reduce<unknown>((read, path) => leaveOut(read, path.split('.')), changed) as DocumentFields
}
