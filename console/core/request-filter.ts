import { parameter } from './route.js'
import type { RequestSummary } from './types.js'

export const requestFilters = ['q', 'op', 'status', 'verdict', 'matched', 'session', 'scenario'] as const

const fitsStatus = (wanted: string, status: number | undefined) =>
  wanted === 'none' ? status === undefined : String(status ?? '').startsWith(wanted.replaceAll('x', ''))

const textsOf = ({
  id,
  method,
  path,
  operation = '',
  sessionId = '',
  scenario = '',
  error,
  sdkId = '',
}: RequestSummary) =>
  `${id} ${method} ${path} ${operation} ${sessionId} ${scenario} ${error?.code ?? ''} ${error?.message ?? ''} ${sdkId}`.toLowerCase()

/** The requests that fit the filters in the address. */
export const filterRequests = (rows: readonly RequestSummary[]): readonly RequestSummary[] => {
  const [q, op, status, verdict, matched, session, scenario] = requestFilters.map(parameter) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (op === '' || row.operation === op) &&
      (status === '' || fitsStatus(status, row.status)) &&
      (verdict === '' || row.verdict === verdict) &&
      (matched === '' || String(row.matched) === matched) &&
      (session === '' || row.sessionId === session) &&
      (scenario === '' || row.scenario === scenario) &&
      words.every((word) => textsOf(row).includes(word)),
  )
}
