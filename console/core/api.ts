import { controlUrl } from './address.js'
import { authorization, isLocked } from './token.js'

/** An answer ≥ 400 of the control API, or none at all. */
export class ApiError extends Error {
  /** 0 when nothing answered. */
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

type ErrorBody = { code?: unknown; message?: unknown; errors?: readonly { property: string; message: string }[] }

const errorOf = (status: number, body: unknown): ApiError => {
  const { code, message, errors = [] } = (typeof body === 'object' && body !== null ? body : {}) as ErrorBody
  const details = errors.map(({ property, message: problem }) => `${property} ${problem}`)
  const said = typeof message === 'string' ? message : `The server answered ${status}`
  return new ApiError(status, String(code ?? status), [said, ...details].join('; '))
}

/** Sends a request to the control API. @throws ApiError */
export const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const response = await fetch(`${controlUrl}${path}`, {
    ...init,
    headers: { ...(init.headers as Record<string, string> | undefined), ...authorization() },
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(0, 'NOT_REACHABLE', 'The server does not answer')
  })
  if (response.ok) return response
  const error = errorOf(response.status, await response.json().catch(() => undefined))
  if (error.code === 'CONTROL_TOKEN') isLocked.value = true
  throw error
}

const parse = async <Body>(response: Response): Promise<Body> =>
  // What the control API answers is checked against its document by the server's tests.
  (response.status === 204 ? undefined : await response.json()) as Body

export const get = async <Body>(path: string, signal?: AbortSignal): Promise<Body> =>
  parse(await ask(path, signal === undefined ? {} : { signal }))

export const send = async <Body>(method: string, path: string, body?: object): Promise<Body> =>
  parse(
    await ask(path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    }),
  )

/** A query of those parameters that have a value. */
export const queryOf = (parameters: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
