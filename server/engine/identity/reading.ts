import type { DocumentFields } from './document-text.js'

/** How an extraction read a document otherwise than it is printed. */
export type Reading = {
  readonly names?: 'split-wrong' | undefined
  /** Values in place of those that are printed. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined
  /** Keys that were not read; `a.b` is a key of what stands under `a`. */
  readonly without?: readonly string[] | undefined
}

/** The last of the given names goes to the family's; a single one changes places with it. */
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

/** What an extraction made of the text of a document. */
export const readFields = (printed: DocumentFields, { names, fields, without = [] }: Reading): DocumentFields => {
  const changed = { ...printed, ...(names === 'split-wrong' && splitWrong(printed)), ...fields }
  // A misread document may lack any key and have any text in it.
  return without.reduce<unknown>((read, path) => leaveOut(read, path.split('.')), changed) as DocumentFields
}
