import { type CheckKind, checkKinds } from '../../../server/engine/checks/index.js'
import { kindOf } from '../../../server/engine/identity/index.js'
import type { ScenarioChecks } from '../../../server/engine/scenarios/scenario.js'
import type { Schema } from '../../../server/openapi/schema.js'
import type { ImportedDocument } from './documents.js'
import { harmless } from './tell.js'

type Check = Schema<'Check'>
type Outcome = NonNullable<ScenarioChecks[keyof ScenarioChecks]>
type Told = Exclude<Outcome, string>

const refusals = { REJECT: 'reject', NOT_AVAILABLE: 'not_available', CONSIDER: 'consider' } as const

const word = /^[A-Z][A-Z0-9_]*$/

const recommended = ({ report }: Check): Told => {
  const { value, reason, recovery_suggestion } = report?.recommendation ?? { value: 'APPROVE' }
  if (value === 'APPROVE') return {}
  return {
    [refusals[value]]: reason !== undefined && word.test(reason) ? reason : 'none',
    ...(recovery_suggestion !== undefined && word.test(recovery_suggestion) && { recovery_suggestion }),
  }
}

const subCheckOf = ({
  sub_check,
  result,
  details,
  process,
}: Schema<'SubCheck'>): NonNullable<Told['breakdown']>[number] => {
  const kept = details.filter(({ value }) => harmless.test(value))
  return {
    sub_check,
    result,
    ...(kept.length > 0 && { details: Object.fromEntries(kept.map(({ name, value }) => [name, value])) }),
    ...(process !== undefined && { process }),
  }
}

/** What a check found. @param hasOwnBreakdown whether its breakdown is not the one that goes with its reason */
const outcomeOf = (check: Check, hasOwnBreakdown: boolean): Outcome => {
  const told: Told = {
    ...recommended(check),
    ...(check.state !== 'DONE' && { state: check.state }),
    ...(hasOwnBreakdown && check.report && { breakdown: check.report.breakdown.map(subCheckOf) }),
  }
  const [first, more] = Object.entries(told)
  if (first === undefined) return 'approve'
  const [refusal, reason] = first
  // Nothing beside the recommendation: its name alone says so.
  return reason === 'none' && more === undefined ? (refusal as Extract<Outcome, string>) : told
}

const looksAt = (check: Check, { used }: ImportedDocument) =>
  used !== undefined && check.resources_used.includes(used.id)

type OfType = {
  readonly kind: CheckKind
  readonly checks: readonly Check[]
  readonly documents: readonly ImportedDocument[]
}

/** The check about a document; `absent` when there is none though others of its kind have one. */
const checkAbout = (document: ImportedDocument, { kind, checks, documents }: OfType): Check | 'absent' | undefined => {
  if (document.used === undefined) return checks.find((check) => !documents.some((other) => looksAt(check, other)))
  const isChecked =
    kind.per === 'document' || kindOf({ type: document.told.asked, kind: document.told.kind }) === 'ID_DOCUMENT'
  return checks.find((check) => looksAt(check, document)) ?? (isChecked ? 'absent' : undefined)
}

const isAlike = (outcomes: readonly Outcome[]) => new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size < 2

/** What the checks found: about the session as a whole, and about single documents where they differ. */
export type ImportedOutcomes = { readonly checks: ScenarioChecks; readonly ofDocuments: readonly ScenarioChecks[] }

/**
 * What the checks of an answer found.
 * @param ownBreakdowns ids of the checks whose breakdown is not the one that goes with their reason
 */
export const outcomesIn = (
  checks: readonly Check[],
  documents: readonly ImportedDocument[],
  ownBreakdowns: ReadonlySet<string>,
): ImportedOutcomes => {
  const shared: ScenarioChecks = {}
  const ofDocuments: ScenarioChecks[] = documents.map(() => ({}))
  const outcome = (check: Check) => outcomeOf(check, ownBreakdowns.has(check.id))
  for (const type of new Set(checks.map((check) => check.type))) {
    const ofType: OfType = { kind: checkKinds[type], checks: checks.filter((check) => check.type === type), documents }
    const { per } = ofType.kind
    const isOfDocuments = (per === 'document' || per === 'id-document') && !type.endsWith('_TEXT_DATA_CHECK')
    const about = isOfDocuments ? documents.map((document) => checkAbout(document, ofType)) : ofType.checks.slice(0, 1)
    const found = about.map((check) => (check === undefined || check === 'absent' ? check : outcome(check)))
    const known = found.filter((one) => one !== undefined)
    if (isAlike(known)) {
      const [one] = known
      if (one !== undefined && one !== 'approve') shared[type] = one
    } else
      for (const [index, one] of found.entries()) {
        const own = ofDocuments[index]
        if (own !== undefined && one !== undefined && one !== 'approve') own[type] = one
      }
  }
  return { checks: shared, ofDocuments }
}
