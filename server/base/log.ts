import { systemClock, toInstant } from './clock.js'
import { escapeControls } from './escape-controls.js'

/** A request and its answer, in one line. */
export type RequestLine = {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly ms: number
  /** The scenario that answered. */
  readonly scenario?: string
  /** What went wrong and what to do about it. */
  readonly note?: string
}

export type Log = {
  readonly request: (line: RequestLine) => void
  readonly info: (message: string) => void
  readonly warn: (message: string) => void
  /** Something of ours failed; the client saw a plain 500. */
  readonly error: (message: string, error: unknown) => void
}

export const logFormats = ['text', 'json', 'silent'] as const
export type LogFormat = (typeof logFormats)[number]

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** More lines that belong to a line are indented, so that none can be taken for one of its own. */
const indented = (text: string) => text.split('\n').map(escapeControls).join('\n  ')

/** What clients send is in what is logged: control characters are escaped, so that it cannot forge lines. */
const textLog = (write: (line: string) => void): Log => ({
  request: ({ method, path, status, ms, scenario, note }) => {
    const told = `${method} ${path} ${status}${scenario === undefined ? '' : ` ${scenario}`} ${ms.toFixed(1)} ms`
    write(note === undefined ? escapeControls(told) : `${escapeControls(told)}\n  ${escapeControls(note)}`)
  },
  info: (message) => write(escapeControls(message)),
  warn: (message) => write(`warning: ${escapeControls(message)}`),
  error: (message, error) => write(`error: ${escapeControls(message)}: ${indented(describe(error))}`),
})

const jsonLog = (write: (line: string) => void): Log => {
  const entry = (level: string, fields: object) =>
    write(JSON.stringify({ time: toInstant(systemClock.now()), level, ...fields }))
  return {
    request: (line) => entry('info', line),
    info: (message) => entry('info', { message }),
    warn: (message) => entry('warn', { message }),
    error: (message, error) => entry('error', { message, error: describe(error) }),
  }
}

const nothing = () => undefined
export const silentLog: Log = { request: nothing, info: nothing, warn: nothing, error: nothing }

/** @param write takes one line, without its end */
export const createLog = (format: LogFormat, write: (line: string) => void): Log => {
  if (format === 'silent') return silentLog
  return format === 'json' ? jsonLog(write) : textLog(write)
}
