import { BoundedMap } from './bounded-map.js'
import { systemClock, toTimeOfDay } from './clock.js'
import { escapeControls } from './escape-controls.js'

/** A request and its answer, in one line. */
export type RequestLine = {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly ms: number
  /** The scenario that answered. */
  readonly scenario: string | undefined
  /** What went wrong and what to do about it. */
  readonly note: string | undefined
  /** What Yoti would have refused: logged once for each client, because every request of a client has it. */
  readonly advice: string | undefined
  /** Tells clients apart. */
  readonly client: string
}

export type Log = {
  readonly request: (line: RequestLine) => void
  /** @param fields what a program may look for: in JSON only */
  readonly info: (message: string, fields?: object) => void
  readonly warn: (message: string) => void
  /** Something of ours failed; the client saw a plain 500. */
  readonly error: (message: string, error: unknown) => void
}

export const logFormats = ['text', 'json', 'silent'] as const
export type LogFormat = (typeof logFormats)[number]

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** More lines that belong to a line are indented, so that none can be taken for one of its own. */
const indented = (text: string) => text.split('\n').map(escapeControls).join('\n  ')

/** What one format does with what there is to log. The request's note has everything that there is to say about it. */
type Writer = {
  readonly request: (line: Omit<RequestLine, 'advice' | 'client'>, summary: string) => void
  readonly entry: (level: 'info' | 'warn' | 'error', message: string, fields?: object) => void
}

const prefixes = { info: '', warn: 'warning: ', error: 'error: ' } as const

/** What clients send is in what is logged: control characters are escaped, so that it cannot forge lines. */
const textWriter = (write: (line: string) => void): Writer => {
  const timed = (text: string) => write(`${toTimeOfDay(systemClock.now())} ${text}`)
  return {
    request: ({ note }, summary) => {
      const told = escapeControls(summary)
      timed(note === undefined ? told : `${told}\n  ${escapeControls(note)}`)
    },
    entry: (level, message, fields = {}) => {
      const told = `${prefixes[level]}${escapeControls(message)}`
      timed('error' in fields ? `${told}: ${indented(String(fields.error))}` : told)
    },
  }
}

/** Every line has `time`, `level` and `message`. */
const jsonWriter = (write: (line: string) => void): Writer => {
  const line = (level: string, message: string, more: object) =>
    write(JSON.stringify({ time: new Date(systemClock.now()).toISOString(), level, message, ...more }))
  return {
    request: (fields, summary) => line('info', summary, fields),
    entry: (level, message, fields = {}) => line(level, message, fields),
  }
}

const summaryOf = ({ method, path, status, ms, scenario }: RequestLine) =>
  `${method} ${path} ${status}${scenario === undefined ? '' : ` ${scenario}`} ${ms.toFixed(1)} ms`

/** Clients above this are given their advice again. */
const mostClients = 1000

/** Finds whether a client has had an advice before. */
const createAdvisor = () => {
  const given = new BoundedMap<string, true>(mostClients)
  return (client: string, advice: string): boolean => {
    const key = `${client}\0${advice}`
    const isNews = given.get(key) === undefined
    if (isNews) given.set(key, true)
    return isNews
  }
}

const logTo = ({ request, entry }: Writer): Log => {
  const isNews = createAdvisor()
  return {
    request: (line) => {
      const { method, path, status, ms, scenario, note, advice, client } = line
      const news = advice !== undefined && isNews(client, advice) ? advice : undefined
      const told = news === undefined || note === undefined ? (news ?? note) : `${news}; ${note}`
      request({ method, path, status, ms, scenario, note: told }, summaryOf(line))
    },
    info: (message, fields) => entry('info', message, fields),
    warn: (message) => entry('warn', message),
    error: (message, error) => entry('error', message, { error: describe(error) }),
  }
}

const nothing = () => undefined
export const silentLog: Log = { request: nothing, info: nothing, warn: nothing, error: nothing }

/** @param write takes one line, without its end */
export const createLog = (format: LogFormat, write: (line: string) => void): Log => {
  if (format === 'silent') return silentLog
  return logTo(format === 'json' ? jsonWriter(write) : textWriter(write))
}
