import { matchesPattern } from '../server/base/pattern.js'
import type { Decision, ExpectRule } from './description.js'

/** What the policy reads of Yoti's answer. A service may be sent values that no document lists. */
export type Answer = {
  readonly state?: string
  readonly checks?: readonly Check[]
  readonly resources?: {
    readonly id_documents?: readonly IdDocument[]
    readonly supplementary_documents?: readonly IdDocument[]
  }
}

type Check = {
  readonly type: string
  readonly state?: string
  readonly report?: {
    readonly recommendation?: { readonly value?: string; readonly reason?: string }
    readonly breakdown?: readonly { readonly sub_check: string; readonly result: string }[]
  }
}

type IdDocument = {
  readonly document_type?: string
  readonly issuing_country?: string
  readonly document_fields?: { readonly media?: { readonly id?: string } }
}

const recommendations = ['APPROVE', 'REJECT', 'NOT_AVAILABLE', 'CONSIDER']
const checkStates = ['DONE', 'PENDING', 'READY', 'CREATED', 'INTERNAL_ERROR']
const sessionStates = ['ONGOING', 'COMPLETED', 'EXPIRED']

/** Groups of situations, as reports call them, in the order of the decision table. */
export const groups = [
  'approved',
  'approved, with a failing sub-check',
  'approved, with several captures',
  'approved, with an unordered check that did not approve',
  'refused',
  'nothing can be said',
  'a person must look at it',
  'a check is missing',
  'a check broke down',
  'in progress',
  'in progress, approved so far',
  'in progress, refused already',
  'expired',
  'deleted by Yoti',
  'a value that nobody knows',
] as const

export type Group = (typeof groups)[number]

const recommendationOf = (check: Check) => check.report?.recommendation?.value ?? ''
const isDone = (check: Check) => check.state === 'DONE'

const isUnknown = ({ state = '', checks = [] }: Answer) =>
  !sessionStates.includes(state) ||
  checks.some(
    (check) =>
      !checkStates.includes(check.state ?? '') || (isDone(check) && !recommendations.includes(recommendationOf(check))),
  )

const progress = (checks: readonly Check[]): Group => {
  const done = checks.filter(isDone)
  if (done.some((check) => recommendationOf(check) === 'REJECT')) return 'in progress, refused already'
  return done.length > 0 && done.every((check) => recommendationOf(check) === 'APPROVE')
    ? 'in progress, approved so far'
    : 'in progress'
}

const hasFailingSubCheck = ({ report }: Check) => report?.breakdown?.some(({ result }) => result === 'FAIL') ?? false

/** What Yoti approved: Yoti adds checks of its own to those that were ordered. */
const approved = ({ checks = [], resources }: Answer, ordered: readonly Check[]): Group => {
  if (checks.some((check) => recommendationOf(check) !== 'APPROVE'))
    return 'approved, with an unordered check that did not approve'
  if (ordered.some(hasFailingSubCheck)) return 'approved, with a failing sub-check'
  const documents = resources?.id_documents ?? []
  const hasFields = ({ document_fields }: IdDocument) => document_fields !== undefined
  return documents.some(hasFields) && !documents.every(hasFields) ? 'approved, with several captures' : 'approved'
}

const completed = (answer: Answer, types: readonly string[]): Group => {
  const { checks = [] } = answer
  const ordered = checks.filter(({ type }) => types.includes(type))
  if (checks.some((check) => recommendationOf(check) === 'REJECT')) return 'refused'
  if (ordered.some((check) => recommendationOf(check) === 'CONSIDER')) return 'a person must look at it'
  if (ordered.some((check) => recommendationOf(check) === 'NOT_AVAILABLE')) return 'nothing can be said'
  if (!ordered.every(isDone)) return 'a check broke down'
  if (!types.every((type) => checks.some((check) => check.type === type))) return 'a check is missing'
  return approved(answer, ordered)
}

/**
 * Which group of situations an answer belongs to.
 * @param answer what reading the session answers; undefined when there is no such session any more
 * @param ordered the types of the ordered checks
 */
export const groupOf = (answer: Answer | undefined, ordered: readonly string[]): Group => {
  if (answer === undefined) return 'deleted by Yoti'
  if (isUnknown(answer)) return 'a value that nobody knows'
  if (answer.state === 'EXPIRED') return 'expired'
  return answer.state === 'ONGOING' ? progress(answer.checks ?? []) : completed(answer, ordered)
}

/**
 * The usual policy: only a completed session in which every ordered check is done and approved passes; a rejection fails;
 * what is in progress is pending; an expired session is no pass; an error is no decision.
 */
const usualDecisions: Readonly<Record<Group, readonly Decision[]>> = {
  approved: ['pass'],
  'approved, with a failing sub-check': ['pass'],
  'approved, with several captures': ['pass'],
  'approved, with an unordered check that did not approve': ['pass', 'fail', 'pending', 'error'],
  refused: ['fail'],
  'nothing can be said': ['fail', 'pending', 'error'],
  'a person must look at it': ['fail', 'pending', 'error'],
  'a check is missing': ['fail', 'pending', 'error'],
  'a check broke down': ['fail', 'pending', 'error'],
  'in progress': ['pending'],
  'in progress, approved so far': ['pending'],
  'in progress, refused already': ['pending', 'fail'],
  expired: ['fail', 'pending', 'error'],
  'deleted by Yoti': ['fail', 'pending', 'error'],
  'a value that nobody knows': ['fail', 'pending', 'error'],
}

/** Whether a rule of a description fits; every key that it names must. */
const fits = ({ when }: ExpectRule, scenario: string, group: Group, { checks = [] }: Answer) => {
  if (when.scenario !== undefined && !matchesPattern(when.scenario, scenario)) return false
  if (when.situation !== undefined && when.situation !== group) return false
  const isMeant = (check: Check) =>
    (when.check === undefined || check.type === when.check) &&
    (when.recommendation === undefined || recommendationOf(check) === when.recommendation) &&
    (when.reason === undefined || check.report?.recommendation?.reason === when.reason)
  const isAboutChecks = [when.check, when.recommendation, when.reason].some((text) => text !== undefined)
  return !isAboutChecks || checks.some(isMeant)
}

/** The decisions that are right, and why, where a team's own rule says so. */
export type Expected = { readonly decisions: readonly Decision[]; readonly because?: string }

/** What a service should decide about an answer of Yoti. */
export const expectedOf = (
  answer: Answer | undefined,
  { scenario, group, rules }: { scenario: string; group: Group; rules: readonly ExpectRule[] },
): Expected => {
  const rule = rules.find((candidate) => fits(candidate, scenario, group, answer ?? {}))
  return rule === undefined
    ? { decisions: usualDecisions[group] }
    : { decisions: rule.decisions, because: rule.because }
}
