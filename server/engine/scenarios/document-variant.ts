import { didYouMean } from '../../base/nearest.js'
import { kindOf } from '../identity/index.js'
import { problemsOfDocuments } from './document-problems.js'
import { splitId } from './family.js'
import { fixedError } from './fixed-error.js'
import type { Scenario, ScenarioDocument, ScenarioFile } from './scenario.js'

/** The family whose members are the documents that an address can name: `<scenario>@<member>`. */
export const documentFamily = 'approved-document'

/** Which document it is, apart from what became of it. */
type Document = Pick<ScenarioDocument, 'asked' | 'country' | 'chip'>

/** The documents that an address can name. */
export type NamedDocuments = ReadonlyMap<string, Document>

/** Splits `<scenario>@<document>`. */
export const splitVariant = (id: string): [scenarioId: string, document?: string] => {
  const at = id.indexOf('@')
  return at === -1 ? [id] : [id.slice(0, at), id.slice(at + 1)]
}

/** Whether an id names a scenario with another document. */
export const namesDocument = (id: string): boolean => id.includes('@')

/** The documents that the scenarios define: the first document of each member of the family. */
export const namedDocuments = (scenarios: readonly Scenario[]): NamedDocuments =>
  new Map(
    scenarios.flatMap(({ id, family, documents: [document] }) => {
      const [, member] = splitId(id)
      return family === documentFamily && member !== undefined && document !== undefined ? [[member, document]] : []
    }),
  )

const isIdentityDocument = ({ asked, kind }: ScenarioDocument) => kindOf({ type: asked, kind }) === 'ID_DOCUMENT'

/** A file with another identity document, which has the fate of the one that it replaces. */
export const withDocument = <File extends Pick<ScenarioFile, 'documents' | 'title'>>(
  file: File,
  name: string,
  { asked, country, chip }: Document,
): File => ({
  ...file,
  title: `${file.title}, ${name}`,
  documents: (file.documents ?? []).map((document) => {
    if (!isIdentityDocument(document)) return document
    const { country: _country, chip: _chip, ...fate } = document
    return { ...fate, asked, ...(country !== undefined && { country }), ...(chip !== undefined && { chip }) }
  }),
})

/** Why a scenario or a file takes no other document; undefined if it takes one. */
export const takesNoDocument = (
  id: string,
  { documents = [] }: Pick<ScenarioFile, 'documents'>,
): string | undefined => {
  const count = documents.filter(isIdentityDocument).length
  if (splitId(id)[0] === documentFamily) return `'${id}' names a document itself`
  return count === 1 ? undefined : `'${id}' takes no other document: it has ${count} identity documents`
}

/** The message about a name that no document has. */
export const describeUnknownDocument = (name: string, known: Iterable<string>): string =>
  `No document is called '${name}'.${didYouMean(name, known)} Known: ${[...known].join(', ')}`

/** A scenario with another document, or why there is none: it has no such place, or what it says contradicts the document. */
export const variantOf = (scenario: Scenario, name: string, documents: NamedDocuments): Scenario | string => {
  const document = documents.get(name)
  if (document === undefined) return describeUnknownDocument(name, documents.keys())
  const { id } = scenario
  const refused = takesNoDocument(id, scenario)
  if (refused !== undefined) return refused
  const error = fixedError(scenario, 'getSession')
  if (error !== undefined) return `'${id}' answers ${error} whatever the document is`
  const variant = { ...withDocument(scenario, name, document), id: `${id}@${name}` }
  const [problem] = problemsOfDocuments(variant)
  return problem === undefined ? variant : `'${variant.id}' contradicts itself: ${problem.message}`
}
