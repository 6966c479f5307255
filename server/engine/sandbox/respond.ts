import { toInstant } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { profileResults } from '../model/identity-profiles.js'
import type { DocumentChoice, Session, SessionEvent } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'
import { profileEvidence } from '../visit/profile-evidence.js'
import { delayChecks } from './delay-checks.js'
import { respondToCheck } from './respond-to-check.js'
import { respondToTask } from './respond-to-task.js'
import { checkReportFor, type Looked, type ResponseConfig, taskResultFor } from './response-config.js'

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

/** What is said of the check that people make of a text, where there is a text to check. */
const saidOfText = (event: Captured, config: ResponseConfig) =>
  event.document.tasks.length === 0
    ? undefined
    : checkReportFor(config, textCheckOf(event), { documents: [choiceOf(event.document)] })

/** The check of a text exists where it is spoken of, also when the extraction alone would have made none. */
const withTextCheck = <Event extends Captured>(event: Event, config: ResponseConfig): Event => {
  if (saidOfText(event, config) === undefined) return event
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
  const corrected = saidOfText(event, config)?.result?.document_fields ?? undefined
  const said = taskResultFor(config, task.type, choiceOf(event.document)) ?? {}
  const checked = withTextCheck(event, config)
  // Both kinds of events hold the kind of document that they got.
  return { ...checked, ...respondToTask(checked.document, said, corrected) } as SessionEvent
}

const fieldsIdsOf = ({ document_fields }: AnyDocument) => [document_fields?.media.id ?? []].flat()

/** The checks of texts that are spoken of and that nobody has made yet. */
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

/** What a check looked at, as it was brought: before anything was detected. */
const lookedAt = ({ type, resources_used }: Check, events: readonly SessionEvent[], { request }: Session): Looked => {
  const brought = events.filter(isCaptured).map(({ document }) => document)
  const documents = resources_used.flatMap((id) => brought.filter((document) => document.id === id).map(choiceOf))
  const livenessType = events.flatMap((event) =>
    'liveness' in event && resources_used.includes(event.liveness.id) ? [event.liveness.liveness_type] : [],
  )[0]
  const sources = request.checks.find((check) => check.type === type)?.config?.sources
  return { documents, ...(livenessType && { livenessType }), ...(sources && { sources }) }
}

/**
 * A planned visit as a sandbox client said that it goes: documents read, checks reported and delayed as in its response
 * config. What the config does not speak of stays as the scenario has it.
 */
export const respond = (events: SessionEvent[], session: Session, scenario: Scenario): SessionEvent[] => {
  const { responses, request } = session
  if (responses === undefined) return events
  const captured = events.map((event) => respondToCapture(event, responses))
  const saidOf = (check: Check) => {
    const looked = lookedAt(check, events, session)
    return { said: checkReportFor(responses, check.type, looked), looked }
  }
  const answer = (check: Check): Check => {
    const { said, looked } = saidOf(check)
    const [document] = looked.documents
    const chip = check.report?.breakdown.some(({ sub_check }) => sub_check.startsWith('chip_')) === true
    const report = respondToCheck(check, said, { ...(document && { document: { ...document, chip } }) })
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
    saidOf(check).said?.response_delay ?? responses.check_reports?.async_report_delay ?? 0
  return delayChecks(profiled, delayOf)
}
