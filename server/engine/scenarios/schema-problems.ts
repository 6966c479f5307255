import { didYouMean } from '../../base/nearest.js'
import { validateScenario } from './generated/validator.js'

type Validator = typeof validateScenario
type SchemaError = NonNullable<Validator['errors']>[number]

const pathOf = (instancePath: string) =>
  instancePath
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key))

/** A value as JSON, cut where it is long. */
const quote = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

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
      return `${where(error)} is ${quote(error.data)}.${didYouMean(String(error.data), error.schema as string[])} Expected ${(error.schema as string[]).join(', ')}`
    case 'oneOf':
      return `${where(error)} is ${quote(error.data)}; expected ${alternatives(error)}`
    case 'pattern': {
      const { description } = (error.parentSchema ?? {}) as { description?: string }
      const expected = description ?? `what matches ${error.schema}`
      return `${where(error)} is ${quote(error.data)}; expected: ${expected}`
    }
    case 'type':
      return `${where(error)} is ${quote(error.data)}; expected ${{ object: 'keys and values', array: 'a list', integer: 'a whole number' }[String(error.schema)] ?? `a ${error.schema}`}`
    case 'contains':
      return `${where(error)} is ${quote(error.data)}; at most one of them is used`
    default:
      return `${where(error)} ${error.message}; it is ${quote(error.data)}`
  }
}

const isSameKey = (one: SchemaError, other: SchemaError) =>
  one.instancePath === other.instancePath && one.params['additionalProperty'] === other.params['additionalProperty']

/** Errors of a value that has the form of one alternative: they say more than that no alternative fits. */
const aboutForm = ['minItems', 'uniqueItems', 'minProperties']

/** The errors inside an alternative that are about it alone; none when all that can be said is what there is to choose. */
const detailsOf = (choice: SchemaError, errors: readonly SchemaError[]): SchemaError[] => {
  const inside = errors.filter((error) => error !== choice && error.instancePath.startsWith(choice.instancePath))
  // A key whose value was looked at is known to one of the alternatives.
  const isKnown = ({ params }: SchemaError) =>
    inside.some(({ instancePath }) =>
      `${instancePath}/`.startsWith(`${choice.instancePath}/${params['additionalProperty']}/`),
    )
  const unknown = inside.filter((error) => error.keyword === 'additionalProperties' && !isKnown(error))
  // The same key is unknown in each alternative.
  if (unknown.length > 0) return unknown.filter((error) => error === unknown.find((other) => isSameKey(other, error)))
  const within = inside.filter(({ instancePath, keyword }) =>
    instancePath.length > choice.instancePath.length ? keyword !== 'oneOf' : aboutForm.includes(keyword),
  )
  const missing = inside.filter(({ keyword }) => keyword === 'required')
  return within.length === 0 && missing.length === 1 ? missing : within
}

/** The errors worth telling: an alternative that fits nowhere is one mistake, not one for each alternative. */
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

/** Where something stands in a scenario: keys and places in lists. */
export type Path = readonly (string | number)[]

/** Something wrong, and where. */
export type Problem = { readonly path: Path; readonly message: string }

const pathOfError = (error: SchemaError): Path => {
  const extra = error.params['additionalProperty'] ?? error.params['property']
  return extra === undefined ? pathOf(error.instancePath) : [...pathOf(error.instancePath), String(extra)]
}

/** Every error, or the first few hundred: the validator throws them when there are more. */
const errorsOf = (validate: Validator, value: unknown): readonly SchemaError[] => {
  try {
    return validate(value) ? [] : (validate.errors ?? [])
  } catch (error) {
    if (error instanceof Error && 'validationErrors' in error) return error.validationErrors as readonly SchemaError[]
    throw error
  }
}

/** Nobody reads more problems of one file. */
const mostProblems = 100

/**
 * What a schema has against the value of a file, in plain words; the first hundred problems of it.
 * @param validate a validator that scripts/generate.mjs compiled
 */
export const schemaProblems = (value: unknown, validate: Validator = validateScenario): Problem[] => {
  const problems = reportable(errorsOf(validate, value))
  const told = problems.slice(0, mostProblems).map((error) => ({ path: pathOfError(error), message: explain(error) }))
  if (problems.length <= mostProblems) return told
  return [...told, { path: [], message: `there are more problems; the first ${mostProblems} are shown` }]
}
