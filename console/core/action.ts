import { controlUrl } from './address.js'
import { announce } from './announce.js'
import { ApiError, send } from './api.js'
import { token } from './token.js'

/** Something that a button does: one call of the control API, which code can make too. */
export type Action<Answer = unknown> = {
  readonly label: string
  readonly method: 'POST' | 'PUT' | 'DELETE'
  /** Below `/__mock`. */
  readonly path: string
  readonly body?: object | undefined
  /** The call of the client in `mock-yoti` that does the same. */
  readonly call: string
  /** What is said when it is done. */
  readonly done: string
  /** What is lost by it: asked before it is done. */
  readonly warning?: string | undefined
  readonly onDone?: ((answer: Answer) => void) | undefined
}

/** A text for a POSIX shell. */
export const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** A text as JavaScript has it, in single quotes. */
export const literal = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

/** An object as JavaScript has it: `{ step: 'refuse' }`. */
export const objectLiteral = (value: unknown): string => {
  if (typeof value === 'string') return literal(value)
  if (Array.isArray(value)) return `[${value.map(objectLiteral).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value).flatMap(([name, field]) =>
    field === undefined ? [] : [`${/^[A-Za-z_]\w*$/.test(name) ? name : literal(name)}: ${objectLiteral(field)}`],
  )
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

/** The same as a command. The token is named, never shown. */
export const curlOf = ({ method, path, body }: Pick<Action, 'method' | 'path' | 'body'>): string => {
  const lines = [
    `curl -X ${method} ${quote(`${controlUrl}${path}`)}`,
    ...(token.value === '' ? [] : ['-H "Authorization: Bearer $MOCK_YOTI_CONTROL_TOKEN"']),
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d ${quote(JSON.stringify(body))}`]),
  ]
  return lines.join(' \\\n  ')
}

/** Does it and says so, or says what went wrong. */
export const perform = async <Answer>({ method, path, body, done, onDone }: Action<Answer>): Promise<void> => {
  try {
    const answer = await send<Answer>(method, path, body)
    announce(done)
    onDone?.(answer)
  } catch (error) {
    announce(error instanceof ApiError ? error.message : String(error), 'bad')
  }
}
