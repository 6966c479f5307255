import { type ErrorCode, errorTable, type PropertyError } from '../base/errors.js'
import { didYouMean } from '../base/nearest.js'
import { judgeOperation } from '../openapi/judge-operation.js'
import type { FaultRule, Span } from './fault.js'
import { longestSpan, readSpan } from './span.js'

const yotisCodes = Object.entries(errorTable).flatMap(([code, { origin }]) => (origin === 'yoti' ? [code] : []))

/** Headers that belong to how an answer is sent. */
const ours = ['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'date']

const judgeSpan = (property: string, span: Span | undefined): PropertyError[] =>
  span === undefined || readSpan(span) !== undefined
    ? []
    : [
        {
          property,
          message: `is '${span}'; expected milliseconds or an ISO-8601 duration such as PT2S, at most ${longestSpan / 1000} s`,
        },
      ]

const judgeDelay = ({ delay }: FaultRule): PropertyError[] => {
  if (typeof delay !== 'object') return judgeSpan('delay', delay)
  const { from, to } = delay
  const wrong = [...judgeSpan('delay.from', from), ...judgeSpan('delay.to', to)]
  if (wrong.length > 0 || (readSpan(from) ?? 0) <= (readSpan(to) ?? 0)) return wrong
  return [{ property: 'delay', message: `ends before it begins: from ${from} to ${to}` }]
}

const judgeHeaders = ({ headers = {} }: FaultRule): PropertyError[] =>
  Object.keys(headers)
    .filter((name) => ours.includes(name.toLowerCase()))
    .map((name) => ({ property: `headers.${name}`, message: 'is set by the server; to spoil it use spoil' }))

const judgeAnswer = ({ status, code, body, message, errors, headers, delay, slowBody, spoil }: FaultRule) => {
  if (status === 204 && (body ?? code ?? message ?? errors) !== undefined)
    return [{ property: 'status', message: 'is 204, which has no body' }]
  if (status !== undefined && status < 400 && (code ?? message ?? errors) !== undefined)
    return [
      { property: 'status', message: `is ${status}, and code, message and errors belong to an error: 400 or more` },
    ]
  if (status === undefined && code === undefined && body !== undefined)
    return [{ property: 'body', message: 'needs the status that it is sent with' }]
  if (body !== undefined && (code ?? message ?? errors) !== undefined)
    return [{ property: 'body', message: 'stands for the whole body: leave out code, message and errors' }]
  if (status === undefined && code === undefined && (message ?? errors) !== undefined)
    return [{ property: 'code', message: 'is missing: message and errors belong to an error' }]
  if ((status ?? code ?? headers ?? delay ?? slowBody ?? spoil) === undefined)
    return [{ property: 'fault', message: 'does nothing: give a status, code, headers, delay, slowBody or spoil' }]
  return []
}

const judgeCode = ({ code }: FaultRule): PropertyError[] =>
  code === undefined || yotisCodes.includes(code)
    ? []
    : [
        {
          property: 'code',
          message: `no error is called '${code}'.${didYouMean(code, yotisCodes)} Known: ${yotisCodes.join(', ')}`,
        },
      ]

/** What makes a rule unusable, beyond its schema. */
export const judgeFault = (rule: FaultRule): PropertyError[] => [
  ...judgeOperation(rule.operation),
  ...judgeCode(rule),
  ...judgeDelay(rule),
  ...judgeSpan('slowBody', rule.slowBody),
  ...judgeHeaders(rule),
  ...judgeAnswer(rule),
]

/** The error that a rule answers; undefined when its status is none of Yoti's, or it has a body of its own. */
export const errorOf = ({ status, code, body }: FaultRule): ErrorCode | undefined => {
  if (body !== undefined) return undefined
  const found = code ?? yotisCodes.find((known) => errorTable[known as ErrorCode].status === status)
  // Judged when the rule was added: a code of the table.
  return found as ErrorCode | undefined
}
