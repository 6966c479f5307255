import { lazy } from '../base/lazy.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { Schema } from '../openapi/schema.js'
import { futureChanges } from './future.js'

type Result = Schema<'SessionResult'>

/** A result that no scenario has: one of a scenario, changed in one respect. */
export type ResultChange = {
  readonly title: string
  /** The scenario whose result is changed. */
  readonly result: string
  /** `future` holds values that openapi.yaml does not know; `more` what it knows and no scenario shows. */
  readonly group: 'future' | 'more'
  readonly provenance: Scenario['provenance']
  /** The changed result: an unknown value is not of the type any more. */
  readonly change: (result: Result) => object
}

const firstCheck = (result: Result, change: (check: Result['checks'][number]) => object) => ({
  ...result,
  checks: result.checks.map((check, index) => (index === 0 ? change(check) : check)),
})

/** Half past midnight in London on the next day, while it is still yesterday in UTC. */
const summerNight = 'T23:30:00Z'

const inSummer = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value.replace(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/, `2026-07-04${summerNight}`)
  if (Array.isArray(value)) return value.map(inSummer)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inSummer(item)]))
}

/** Scenarios whose results have what a change of tomorrow is about: all-approve unless said. */
const withText = 'approved-document:EU_DRIVING_LICENCE'
const basesOf: Readonly<Record<string, string>> = {
  // Of one document: a contract shows the first check for all of them, and that is to be about the document.
  'another-order': withText,
  'unknown-value:Source.type': 'all-approve',
  'unknown-value:Page.capture_method': 'all-approve',
  'unknown-value:MediaType': 'all-approve',
  'unknown-value:Task.type': withText,
  'unknown-value:Task.state': withText,
  'unknown-value:SubCheck.result': withText,
  'unknown-value:SubCheck.process': withText,
}

/** `unknown-value:SubCheck.result` as the id of a shape: unknown-value-sub-check-result. */
const idOf = (name: string) =>
  name
    .replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
    .replace(/[:._]/g, '-')
    .replaceAll('--', '-')

/** Each change of tomorrow that a result can show; those of the words by which clients decide are written out below. */
const tomorrow = (): Readonly<Record<string, ResultChange>> =>
  Object.fromEntries(
    futureChanges().flatMap(({ name, title, change }) => {
      const result = basesOf[name] ?? (name.startsWith('unknown-value:') ? undefined : 'all-approve')
      if (result === undefined) return []
      const made: ResultChange = {
        title: `Tomorrow: ${title}`,
        result,
        group: 'future',
        provenance: 'invented',
        // An object stays one.
        change: (answer) => change(answer, { $ref: '#/components/schemas/SessionResult' }) as object,
      }
      return [[idOf(name), made]]
    }),
  )

/** Every change, by its name. */
export const resultChanges: () => Readonly<Record<string, ResultChange>> = lazy(() => ({
  'unknown-session-state': {
    title: 'The state of the session is one that the client has never seen',
    result: 'all-approve',
    group: 'future',
    provenance: 'invented',
    change: (result) => ({ ...result, state: 'UNDER_REVIEW' }),
  },
  'unknown-check-state': {
    title: 'The state of a check is one that the client has never seen',
    result: 'all-approve',
    group: 'future',
    provenance: 'invented',
    change: (result) => firstCheck(result, (check) => ({ ...check, state: 'SUSPENDED' })),
  },
  'unknown-check-type': {
    title: 'A check rejects, of a type that the client has never seen',
    result: 'all-approve',
    group: 'future',
    provenance: 'invented',
    change: (result) => {
      const [first] = result.checks
      const recommendation = { value: 'REJECT', reason: 'NEW_REASON' }
      const added = first && { ...first, type: 'VOICE_COMPARISON', report: { recommendation, breakdown: [] } }
      return { ...result, checks: [...result.checks, ...(added ? [added] : [])] }
    },
  },
  'unknown-recommendation': {
    title: 'The recommendation of a check is one that the client has never seen',
    result: 'all-approve',
    group: 'future',
    provenance: 'invented',
    change: (result) =>
      firstCheck(result, (check) => ({
        ...check,
        report: { ...check.report, recommendation: { value: 'APPROVE_WITH_CONDITIONS' } },
      })),
  },
  ...tomorrow(),
  'mandatory-check-absent': {
    title: 'Every check approves, and the check of the scheme is not among them',
    result: 'all-approve',
    group: 'more',
    provenance: 'invented',
    change: (result) => ({
      ...result,
      checks: result.checks.filter(({ type }) => type !== 'DOCUMENT_SCHEME_VALIDITY_CHECK'),
    }),
  },
  'approved-so-far': {
    title: 'The session is ongoing, and every check that is there approves',
    result: 'all-approve',
    group: 'more',
    provenance: 'invented',
    change: (result) => ({ ...result, state: 'ONGOING' }),
  },
  'rejected-so-far': {
    title: 'The session is ongoing, and a check rejects already',
    result: 'wrong-document-rejected',
    group: 'more',
    provenance: 'invented',
    change: (result) => ({ ...result, state: 'ONGOING' }),
  },
  'reject-without-reason': {
    title: 'A check in the branch rejects without a reason',
    result: 'profile-mismatch-rejected',
    group: 'more',
    provenance: 'invented',
    change: (result) => ({
      ...result,
      checks: result.checks.map((check) => {
        const { reason: _none, ...recommendation } = check.report?.recommendation ?? {}
        return check.report === undefined ? check : { ...check, report: { ...check.report, recommendation } }
      }),
    }),
  },
  'summer-night': {
    title: 'Everything happened on a summer night: another day in London than in UTC',
    result: 'all-approve',
    group: 'more',
    provenance: 'documented',
    // What is not an instant stays as it is.
    change: (result) => inSummer(result) as object,
  },
}))

/** @throws Error for a change that does not exist */
export const resultChange = (name: string): ResultChange => {
  const found = resultChanges()[name]
  if (found === undefined) throw new Error(`no result is changed by '${name}'`)
  return found
}
