import type { PropertyError } from '../base/errors.js'

/** A compiled Ajv function. */
type Validate = ((value: unknown) => boolean) & { errors?: readonly AjvError[] | null }
type AjvError = { instancePath: string; keyword: string; message?: string; params: Record<string, unknown> }
type Validators = Readonly<Record<string, Validate | undefined>>

/** Which document an operation belongs to. */
export type Surface = 'yoti' | 'control' | 'oauth'

/** `requested_checks[0].config`: as Yoti writes it. */
const propertyOf = ({ instancePath, params }: AjvError, skip: number) => {
  const names = instancePath.split('/').slice(1 + skip)
  const extra = params['additionalProperty'] ?? params['missingProperty']
  return [...names, ...(typeof extra === 'string' ? [extra] : [])]
    .map((name, index) => (/^\d+$/.test(name) ? `[${name}]` : index === 0 ? name : `.${name}`))
    .join('')
}

type Words = (error: AjvError, value: unknown) => string

const listed = (values: unknown) => [values].flat().filter((value) => value !== null && value !== 'null')

/** Ajv's own words, but that it says which values are allowed. */
const ajvsWords: Words = ({ keyword, message = 'is not valid', params }) => {
  if (keyword === 'enum') return `must be one of ${listed(params['allowedValues']).join(', ')}`
  return keyword === 'minLength' && params['limit'] === 1 ? 'must not be empty' : message
}

/** The words that a pattern allows in any case: `^(?:[Ii][Nn]|[Oo][Uu][Tt])$` are IN and OUT. Empty when it is no such list. */
const wordsOf = (pattern: string): string[] => {
  const [, words] = /^\^\(\?:((?:\[[A-Z][a-z]\]|\|)+)\)\$$/.exec(pattern) ?? []
  return words === undefined
    ? []
    : words
        .replace(/\[([A-Z])[a-z]\]/g, '$1')
        .split('|')
        .filter((word) => word !== '')
}

const patternWords = (pattern: string, message: string) => {
  if (pattern === '\\S') return 'must not be blank'
  const words = wordsOf(pattern)
  return words.length === 0 ? message : `must be one of ${words.join(', ')}`
}

/** Yoti's own words where they are known; Ajv's otherwise. */
const yotisWords: Words = ({ keyword, message = 'is not valid', params }, value) => {
  switch (keyword) {
    case 'minItems':
    case 'minLength':
      return 'must not be empty'
    case 'required':
      return 'must not be null'
    case 'type':
      return value === null ? 'must not be null' : `must be ${listed(params['type']).join(' or ')}`
    case 'enum':
      return value === null ? 'must not be null' : `must be one of ${listed(params['allowedValues']).join(', ')}`
    case 'minimum':
      return `must be greater than or equal to ${params['limit']}`
    case 'pattern':
      return patternWords(String(params['pattern']), message)
    default:
      return message
  }
}

const valueAt = (value: unknown, instancePath: string): unknown =>
  instancePath
    .split('/')
    .slice(1)
    // Ajv names only what is there.
    .reduce((at, name) => (at as Record<string, unknown>)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], value)

/** Every error, or the first few hundred: a validator throws them when there are more. */
const errorsOf = (validate: Validate, value: unknown): readonly AjvError[] => {
  try {
    return validate(value) ? [] : (validate.errors ?? [])
  } catch (error) {
    if (error instanceof Error && 'validationErrors' in error) return error.validationErrors as readonly AjvError[]
    throw error
  }
}

/** @param skip how many leading names of a path are not the client's: `path`, `query` or `body` of a request */
const check = (
  validate: Validate | undefined,
  value: unknown,
  skip: number,
  { words = ajvsWords, keywords }: { readonly words?: Words; readonly keywords?: readonly string[] | undefined } = {},
): readonly PropertyError[] =>
  validate === undefined
    ? []
    : errorsOf(validate, value)
        .filter(({ keyword }) => keywords?.includes(keyword) ?? true)
        .map((error) => ({
          property: propertyOf(error, skip),
          message: words(error, valueAt(value, error.instancePath)),
        }))

/** A request's decoded parameters, and its body if it has one. */
export type RequestParts = { readonly path: object; readonly query: object; readonly body: unknown }

/** What a document has against a request; empty lists when nothing. */
export type RequestErrors = { readonly parameters: readonly PropertyError[]; readonly body: readonly PropertyError[] }

/** Checks a request, as far as the document asks anything of it. */
export type CheckRequest = (surface: Surface, operationId: string, parts: () => RequestParts) => RequestErrors

/** Checks the body of an answer; empty when it is as the document says, or when the document gives it no JSON body. */
export type CheckAnswer = (
  surface: Surface,
  operationId: string,
  status: number,
  body: unknown,
) => readonly PropertyError[]

// Compiled by scripts/generate.mjs, one function per operation (and status).
const asValidators = (module: object) => module as Validators

const nothingWrong: RequestErrors = { parameters: [], body: [] }

const checkBody = (validate: Validate | undefined, body: unknown, surface: Surface): readonly PropertyError[] => {
  if (validate !== undefined && body === undefined)
    return [{ property: 'body', message: 'is missing: a JSON object is expected' }]
  return check(validate, body, 0, { words: surface === 'yoti' ? yotisWords : ajvsWords }).map(
    ({ property, message }) => ({
      property: property || 'body',
      message,
    }),
  )
}

type OperationValidators = { parameters?: Validate; body?: Validate; optionalBody?: Validate }

/** The validators of each operation, by surface and operation id: to put the names together for each request is slow. */
const byOperation = (validators: Validators) => {
  const found: Record<Surface, Map<string, OperationValidators>> = {
    yoti: new Map(),
    control: new Map(),
    oauth: new Map(),
  }
  for (const [name, validate] of Object.entries(validators)) {
    const [surface, operationId = '', part = 'parameters'] = name.split('_')
    // The generated names are SURFACE_OPERATION and SURFACE_OPERATION_PART.
    const ofSurface = found[surface as Surface]
    ofSurface.set(operationId, { ...ofSurface.get(operationId), [part]: validate })
  }
  return found
}

export const loadRequestCheck = async (): Promise<CheckRequest> => {
  const validators = byOperation(asValidators(await import('./generated/request-validators.js')))
  return (surface, operationId, parts) => {
    const ofOperation = validators[surface].get(operationId)
    if (ofOperation === undefined) return nothingWrong
    const { path, query, body } = parts()
    const ofGivenBody = body === undefined ? ofOperation.body : (ofOperation.body ?? ofOperation.optionalBody)
    return {
      parameters: check(ofOperation.parameters, { path, query }, 1),
      body: checkBody(ofGivenBody, body, surface),
    }
  }
}

/**
 * Loaded only when answers are checked: in tests, under `--check-answers`, and for kept sessions.
 * @param keywords what alone is held against an answer, such as `type`; default: everything that the document says
 */
export const loadAnswerCheck = async (keywords?: readonly string[]): Promise<CheckAnswer> => {
  const validators = asValidators(await import('./generated/answer-validators.js'))
  return (surface, operationId, status, body) => {
    const validate = validators[`${surface}_${operationId}_${status}`]
    if (validate === undefined && body !== undefined)
      return [{ property: 'status', message: `${operationId} has no ${status} in its document` }]
    return check(validate, body, 0, { keywords })
  }
}

/** Checks the body of a notification; empty when it is as openapi.yaml says. */
export type CheckNotification = (topic: string, body: unknown) => readonly PropertyError[]

/** Loaded only when notifications are checked: in tests, and under `--check-answers`. */
export const loadNotificationCheck = async (): Promise<CheckNotification> => {
  const validators = asValidators(await import('./generated/answer-validators.js'))
  return (topic, body) => {
    const validate = validators[`yoti_webhook_${topic}`]
    return validate === undefined
      ? [{ property: 'topic', message: `${topic} is no webhook` }]
      : check(validate, body, 0)
  }
}
