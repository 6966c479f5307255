import { didYouMean } from '../nearest.js'
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
      return `${where(error)} is ${JSON.stringify(error.data)}; expected ${(error.schema as string[]).join(', ')}`
    case 'oneOf':
      return `${where(error)} is ${JSON.stringify(error.data)}; expected ${alternatives(error)}`
    case 'pattern': {
      const { description } = (error.parentSchema ?? {}) as { description?: string }
      const expected = description ?? `what matches ${error.schema}`
      return `${where(error)} is ${JSON.stringify(error.data)}; expected: ${expected}`
    }
    case 'contains':
      return `${where(error)} is ${JSON.stringify(error.data)}; at most one of them is used`
    default:
      return `${where(error)} ${error.message}; it is ${JSON.stringify(error.data)}`
  }
}

const isSameKey = (one: SchemaError, other: SchemaError) =>
  one.instancePath === other.instancePath && one.params['additionalProperty'] === other.params['additionalProperty']

/** The errors worth telling: an alternative that fits nowhere is one mistake, not one for each alternative. */
const tellable = (errors: readonly SchemaError[]) => {
  const choices = errors.filter((error) => error.keyword === 'oneOf')
  const isInside = (error: SchemaError) =>
    choices.some((choice) => choice !== error && error.instancePath.startsWith(choice.instancePath))
  const unknownKeys = errors.filter((error) => error.keyword === 'additionalProperties' && isInside(error))
  const saysMore = (choice: SchemaError) => unknownKeys.some((e) => e.instancePath.startsWith(choice.instancePath))
  // The same key is unknown in each alternative.
  const once = unknownKeys.filter((error) => error === unknownKeys.find((e) => isSameKey(e, error)))
  return [...errors.filter((e) => !isInside(e) && !(e.keyword === 'oneOf' && saysMore(e))), ...once]
}

/** Where something stands in a scenario: keys and places in lists. */
export type Path = readonly (string | number)[]

const pathOfError = (error: SchemaError): Path => {
  const extra = error.params['additionalProperty'] ?? error.params['property']
  return extra === undefined ? pathOf(error.instancePath) : [...pathOf(error.instancePath), String(extra)]
}

/** What the schema has against a scenario, in plain words. */
export const schemaProblems = (value: unknown): { path: Path; message: string }[] =>
  validateScenario(value)
    ? []
    : tellable(validateScenario.errors ?? []).map((error) => ({ path: pathOfError(error), message: explain(error) }))
