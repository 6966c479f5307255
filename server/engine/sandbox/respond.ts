import { toInstant } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { profileResults } from '../model/identity-profiles.js'
import type { Session, SessionEvent } from '../model/session.js'
import type { DocumentChoice } from '../reference/document-choice.js'
import type { Scenario } from '../scenarios/scenario.js'
import { profileEvidence } from '../visit/profile-evidence.js'
import { delayChecks } from './delay-checks.js'
import { respondToCheck } from './respond-to-check.js'
import { respondToTask } from './respond-to-task.js'
import {
  type CheckTarget,
  checkReportFor,
  type ResponseConfig,
  taskResultFor,
  type Used,
  withoutUsed,
} from './response-config.js'

type Check = Schema<'Check'>
type Captured = Extract<SessionEvent, { document: unknown }>
type AnyDocument = Captured['document']

const isCaptured = (event: SessionEvent): event is Captured => 'document' in event

const choiceOf = ({ document_type, issuing_country }: AnyDocument): DocumentChoice => ({
  type: document_type,
  country: issuing_country,
})

const textCheckOf = ({ type }: Captured) =>
  type === 'id-document-captured' ? 'ID_DOCUMENT_TEXT_DATA_CHECK' : 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK'

/** The configured report of a document's text data check, if the document has a text. */
const textReportFor = (event: Captured, config: ResponseConfig) =>
  event.document.tasks.length === 0
    ? undefined
    : checkReportFor(config, textCheckOf(event), { documents: [choiceOf(event.document)] })

/** Adds a text data check to the tasks if the config has a report of it, even if the extraction makes none by itself. */
const withTextCheck = <Event extends Captured>(event: Event, config: ResponseConfig): Event => {
  if (textReportFor(event, config) === undefined) return event
  const check = { id: deriveId(event.document.id, 'text-data-check'), type: textCheckOf(event) }
  const tasks = event.document.tasks.map((task) => ({
    ...task,
    generated_checks: task.generated_checks.length > 0 ? task.generated_checks : [check],
  }))
  return { ...event, document: { ...event.document, tasks } }
}

const respondToCapture = (event: SessionEvent, config: ResponseConfig): SessionEvent => {
  if (!isCaptured(event)) return event
  const [task] = event.document.tasks
  if (task === undefined || task.type === 'VERIFY_SHARE_CODE_TASK') return event
  const corrected = textReportFor(event, config)?.result?.document_fields ?? undefined
  const configured = taskResultFor(config, task.type, choiceOf(event.document)) ?? {}
  const checked = withTextCheck(event, config)
  // The document keeps its kind, so the event keeps its type.
  return { ...checked, ...respondToTask(checked.document, configured, corrected) } as SessionEvent
}

const fieldsIdsOf = ({ document_fields }: AnyDocument) => [document_fields?.media.id ?? []].flat()

/** The text data checks that tasks refer to and that are missing from `checks`. */
const missingTextChecks = (checks: readonly Check[], captured: readonly Captured[], at: number): Check[] =>
  captured.flatMap(({ document }) =>
    document.tasks.flatMap(({ generated_checks }) =>
      generated_checks
        .filter(({ id }) => !checks.some((check) => check.id === id))
        .map(({ id, type }) => ({
          id,
          type,
          state: 'DONE' as const,
          resources_used: [document.id],
          generated_media: fieldsIdsOf(document).map((fieldsId) => ({ id: fieldsId, type: 'JSON' as const })),
          report: { recommendation: { value: 'APPROVE' as const }, breakdown: [] },
          created: toInstant(at),
          last_updated: toInstant(at),
        })),
    ),
  )

/** The documents and captures that a check used, before the config's detected types and countries replace their own. */
const targetOf = (
  { type, resources_used }: Check,
  events: readonly SessionEvent[],
  { request }: Session,
): CheckTarget => {
  const brought = events.filter(isCaptured).map(({ document }) => document)
  const documents = resources_used.flatMap((id) => brought.filter((document) => document.id === id).map(choiceOf))
  const livenessType = events.flatMap((event) =>
    'liveness' in event && resources_used.includes(event.liveness.id) ? [event.liveness.liveness_type] : [],
  )[0]
  const sources = request.checks.find((check) => check.type === type)?.config?.sources
  return { documents, ...(livenessType && { livenessType }), ...(sources && { sources }) }
}

const madeIn = (events: readonly SessionEvent[]): readonly Check[] => {
  const event = events.findLast(({ type }) => type === 'checked')
  if (event?.type !== 'checked') return []
  return [...event.checks, ...missingTextChecks(event.checks, events.filter(isCaptured), event.at)]
}

/** The configured report of each check by its id. The oldest attempt, which stands last, takes its item first. */
const assignReports = (events: readonly SessionEvent[], session: Session, captured: readonly SessionEvent[]) => {
  const used: Used = new Map()
  const reports = new Map<string, Schema<'CheckReport'> | undefined>()
  const made = madeIn(captured)
  const inTurn = [
    ...made.filter(({ type }) => type !== 'LIVENESS'),
    ...made.filter(({ type }) => type === 'LIVENESS').reverse(),
  ]
  for (const check of inTurn) {
    const item = checkReportFor(session.responses ?? {}, check.type, targetOf(check, events, session), used)
    if (item !== undefined) used.set(item, (used.get(item) ?? 0) + 1)
    reports.set(check.id, item)
  }
  return { reports, used }
}

/** What is left of a response config once a planned visit has used it. */
export const leftOf = (config: ResponseConfig, events: readonly SessionEvent[], session: Session): ResponseConfig => {
  const captured = events.map((event) => respondToCapture(event, config))
  return withoutUsed(config, assignReports(events, { ...session, responses: config }, captured).used)
}

/**
 * Applies a sandbox client's response config to a planned visit: the text of documents, and the reports and delays of
 * checks. Everything that the config does not name stays as the scenario says.
 */
export const respond = (events: SessionEvent[], session: Session, scenario: Scenario): SessionEvent[] => {
  const { responses, request } = session
  if (responses === undefined) return events
  const captured = events.map((event) => respondToCapture(event, responses))
  const { reports } = assignReports(events, session, captured)
  const configuredFor = (check: Check) => ({
    configured: reports.get(check.id),
    target: targetOf(check, events, session),
  })
  const answer = (check: Check): Check => {
    const { configured, target } = configuredFor(check)
    const [document] = target.documents
    const chip = check.report?.breakdown.some(({ sub_check }) => sub_check.startsWith('chip_')) === true
    const report = respondToCheck(check, configured, { ...(document && { document: { ...document, chip } }) })
    return { ...check, ...(report && { report }) }
  }
  const checked = captured.map((event): SessionEvent => {
    if (event.type !== 'checked') return event
    const made = missingTextChecks(event.checks, captured.filter(isCaptured), event.at)
    return { ...event, checks: [...event.checks, ...made].map(answer) }
  })
  const checks = checked.findLast((event) => event.type === 'checked')?.checks ?? []
  const profiled = checked.map(
    (event): SessionEvent =>
      event.type === 'profiled' && request.profiles
        ? {
            ...event,
            results: profileResults(request.profiles, {
              ...profileEvidence(session, events, checks, scenario),
              at: event.at,
            }),
          }
        : event,
  )
  const delayOf = (check: Check) =>
    configuredFor(check).configured?.response_delay ?? responses.check_reports?.async_report_delay ?? 0
  return delayChecks(profiled, delayOf)
}
