import { didYouMean } from '../../server/base/nearest.js'
import { type DocumentSchema, isOpen, itemsOf, propertyNames, propertyOf } from '../../server/shapes/index.js'

/** What a client reads of a value: all of it, or some of its properties. Lists are as their items. */
export type Reads = true | { readonly [property: string]: Reads }

const deprecated = 'applicant_profile'

const refuse = (path: string, why: string): never => {
  throw new Error(`reads: '${path}' ${why}`)
}

/** The schemas below a path that was read so far; a list is written with '[]', as in 'checks[].state'. */
const step = (path: string, segment: string, schema: DocumentSchema): DocumentSchema => {
  const name = segment.replace(/\[\]$/, '')
  if (name === deprecated)
    refuse(path, "is Yoti's older key for the profile, which its current documents lack; read 'applicant_profiles[]'")
  if (isOpen(schema)) return { additionalProperties: true }
  const known = propertyNames(schema)
  const property = propertyOf(schema, name)
  if (property === undefined)
    return refuse(
      path,
      known.length === 0
        ? `goes on below a value that has no properties, at '${name}'`
        : `is not in openapi.yaml: nothing is called '${name}'.${didYouMean(name, known)} Known: ${known.join(', ')}`,
    )
  const items = itemsOf(property)
  if (segment.endsWith('[]')) return items ?? refuse(path, `has '[]' after '${name}', which is not a list`)
  return property
}

const assertKnown = (path: string, segments: readonly string[], root: DocumentSchema) => {
  segments.reduce((schema, segment, index) => {
    const found = step(path, segment, schema)
    if (index < segments.length - 1 && itemsOf(found) !== undefined)
      refuse(path, `goes into the list '${segment}': write '${segment}[]'`)
    return found
  }, root)
}

const add = (tree: Reads, [segment, ...rest]: readonly string[]): Reads => {
  if (segment === undefined || tree === true) return true
  const name = segment.replace(/\[\]$/, '')
  return { ...tree, [name]: add(tree[name] ?? {}, rest) }
}

/** The segments of a path, below the list where the whole answer is one. */
const segmentsOf = (path: string, isList: boolean) => {
  if (isList && path !== '[]' && !path.startsWith('[].')) refuse(path, "does not begin with '[]': the answer is a list")
  return (isList ? path.slice(3) : path).split('.').filter((segment) => segment !== '')
}

/**
 * What a client says that it reads of an answer: `['state', 'checks[].report.recommendation']`. A path means everything
 * below it; where the answer itself is a list, paths begin with `[]`.
 * @param schema of the answer; nothing where the answer has no JSON
 * @throws Error for a path that openapi.yaml does not have, and for the deprecated `applicant_profile`
 */
export const parseReads = (paths: readonly string[], schema: DocumentSchema | undefined): Reads => {
  // What comes from JavaScript is not what the types say.
  if (!Array.isArray(paths) || paths.some((path) => typeof path !== 'string'))
    throw new Error(`reads: ${JSON.stringify(paths)} is no list of paths, such as ['state', 'checks[].report']`)
  if (schema === undefined) return paths[0] === undefined ? {} : refuse(paths[0], 'is read of an answer without JSON')
  const items = itemsOf(schema)
  const all = paths.map((path) => ({ path, segments: segmentsOf(path, items !== undefined) }))
  for (const { path, segments } of all) if (segments.length > 0) assertKnown(path, segments, items ?? schema)
  return all.reduce((tree: Reads, { segments }) => add(tree, segments), {})
}
