import { didYouMean } from '../../base/nearest.js'
import { validateScenario } from './generated/validator.js'

type SchemaError = NonNullable<typeof validateScenario.errors>[number]

const pathOf = (instancePath: string) =>
  instancePath
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key))

const where = (error: SchemaError) => pathOf(error.instancePath).join('.') || 'the file'

type Alternative = { const?: string; enum?: readonly string[]; properties?: object }

const alternatives = (error: SchemaError) =>
  (error.schema as Alternative[])
    .flatMap(({ const: only, enum: values = only === undefined ? [] : [only], properties }) =>
      properties === undefined ? values : [`{ ${Object.keys(properties).join(', ')} }`],
    )
    .join(' or ')

/** One schema error in plain words. */
const explain = (error: SchemaError): string => {
  const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {})
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty'])
      return `unknown key '${key}' in ${where(error)}.${didYouMean(key, known)} Known: ${known.join(', ')}`
    }
    case 'required':
      return `the key '${error.params['missingProperty']}' is missing in ${where(error)}`
    case 'dependentRequired': {
      const { property, missingProperty } = error.params
      return `'${property}' needs the key '${missingProperty}'`
    }
    case 'enum':
      return `${where(error)} is ${JSON.stringify(error.data)}.${didYouMean(String(error.data), error.schema as string[])} Expected ${(error.schema as string[]).join(', ')}`
    case 'oneOf':
      return `${where(error)} is ${JSON.stringify(error.data)}; expected ${alternatives(error)}`
    case 'pattern': {
      const { description } = (error.parentSchema ?? {}) as { description?: string }
      const expected = description ?? `what matches ${error.schema}`
      return `${where(error)} is ${JSON.stringify(error.data)}; expected: ${expected}`
    }
    case 'type':
      return `${where(error)} is ${JSON.stringify(error.data)}; expected ${{ object: 'keys and values', array: 'a list', integer: 'a whole number' }[String(error.schema)] ?? `a ${error.schema}`}`
    case 'contains':
      return `${where(error)} is ${JSON.stringify(error.data)}; at most one of them is used`
    default:
      return `${where(error)} ${error.message}; it is ${JSON.stringify(error.data)}`
  }
}

const isSameKey = (one: SchemaError, other: SchemaError) =>
  one.instancePath === other.instancePath && one.params['additionalProperty'] === other.params['additionalProperty']

/** Keywords whose errors are more specific than "no alternative fits": the value has the form of one alternative. */
const aboutForm = ['minItems', 'uniqueItems', 'minProperties']

/** The specific errors inside a choice of alternatives; empty if only the list of alternatives helps. */
const detailsOf = (choice: SchemaError, errors: readonly SchemaError[]): SchemaError[] => {
  const inside = errors.filter((error) => error !== choice && error.instancePath.startsWith(choice.instancePath))
  // If there is an error inside the value of a key, one of the alternatives knows the key.
  const isKnown = ({ params }: SchemaError) =>
    inside.some(({ instancePath }) =>
      `${instancePath}/`.startsWith(`${choice.instancePath}/${params['additionalProperty']}/`),
    )
  const unknown = inside.filter((error) => error.keyword === 'additionalProperties' && !isKnown(error))
  // Each alternative reports the same unknown key; one report is enough.
  if (unknown.length > 0) return unknown.filter((error) => error === unknown.find((other) => isSameKey(other, error)))
  const within = inside.filter(({ instancePath, keyword }) =>
    instancePath.length > choice.instancePath.length ? keyword !== 'oneOf' : aboutForm.includes(keyword),
  )
  const missing = inside.filter(({ keyword }) => keyword === 'required')
  return within.length === 0 && missing.length === 1 ? missing : within
}

/** The errors that are reported: a value that fits no alternative is one mistake, not one for each alternative. */
const reportable = (errors: readonly SchemaError[]) => {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf')
  const isInside = (error: SchemaError) =>
    choices.some((choice) => choice !== error && error.instancePath.startsWith(choice.instancePath))
  return errors
    .filter((error) => !isInside(error))
    .flatMap((error) => {
      const details = error.keyword === 'oneOf' ? detailsOf(error, errors) : []
      return details.length === 0 ? [error] : details
    })
}

/** A place in a scenario: keys, and positions in lists. */
export type Path = readonly (string | number)[]

/** A problem in a scenario, and its place. */
export type Problem = { readonly path: Path; readonly message: string }

const pathOfError = (error: SchemaError): Path => {
  const extra = error.params['additionalProperty'] ?? error.params['property']
  return extra === undefined ? pathOf(error.instancePath) : [...pathOf(error.instancePath), String(extra)]
}

/** The errors of a scenario against the schema, in plain words. */
export const schemaProblems = (value: unknown): Problem[] =>
  validateScenario(value)
    ? []
    : reportable(validateScenario.errors ?? []).map((error) => ({ path: pathOfError(error), message: explain(error) }))
