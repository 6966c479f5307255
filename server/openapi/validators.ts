import type { PropertyError } from '../errors.js'

/** A compiled Ajv function. */
type Validate = ((value: unknown) => boolean) & { errors?: readonly AjvError[] | null }
type AjvError = { instancePath: string; message?: string; params: Record<string, unknown> }
type Validators = Readonly<Record<string, Validate | undefined>>

/** Which document an operation belongs to. */
export type Surface = 'yoti' | 'control'

const propertyOf = ({ instancePath, params }: AjvError, skip: number) => {
  const names = instancePath.split('/').slice(1 + skip)
  const extra = params['additionalProperty'] ?? params['missingProperty']
  return [...names, ...(typeof extra === 'string' ? [extra] : [])].join('.')
}

/** @param skip how many leading names of a path are not the client's: `path`, `query` or `body` of a request */
const check = (validate: Validate | undefined, value: unknown, skip: number): readonly PropertyError[] =>
  validate === undefined || validate(value)
    ? []
    : (validate.errors ?? []).map((error) => ({
        property: propertyOf(error, skip),
        message: error.message ?? 'is not valid',
      }))

/** A request's decoded parameters. */
export type RequestParts = { readonly path: object; readonly query: object }

/** Checks the parameters of a request, if the document asks anything of them; empty when they are as it says. */
export type CheckRequest = (
  surface: Surface,
  operationId: string,
  parts: () => RequestParts,
) => readonly PropertyError[]

/** Checks the body of an answer; empty when it is as the document says, or when the document gives it no JSON body. */
export type CheckAnswer = (
  surface: Surface,
  operationId: string,
  status: number,
  body: unknown,
) => readonly PropertyError[]

// Compiled by scripts/generate.mjs, one function per operation (and status).
const asValidators = (module: object) => module as Validators

export const loadRequestCheck = async (): Promise<CheckRequest> => {
  const validators = asValidators(await import('./generated/request-validators.js'))
  return (surface, operationId, parts) => {
    const validate = validators[`${surface}_${operationId}`]
    return validate === undefined ? [] : check(validate, parts(), 1)
  }
}

/** Loaded only when answers are checked: in tests, and under `--check-answers`. */
export const loadAnswerCheck = async (): Promise<CheckAnswer> => {
  const validators = asValidators(await import('./generated/answer-validators.js'))
  return (surface, operationId, status, body) => {
    const validate = validators[`${surface}_${operationId}_${status}`]
    if (validate === undefined && body !== undefined)
      return [{ property: 'status', message: `${operationId} has no ${status} in its document` }]
    return check(validate, body, 0)
  }
}
