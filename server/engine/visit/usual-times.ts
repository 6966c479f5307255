import { toInstant } from '../../base/clock.js'
import type { Schema } from '../../openapi/schema.js'
import type { SessionEvent } from '../model/session.js'

type Check = Schema<'Check'>

const second = 1000

/** At home the other checks begin after the last check of liveness: 4 seconds after the capture in captured answers. */
export const afterLastCapture: number = 4 * second

/** An identity profile is reported after the last check. */
export const beforeReport: number = second

const liveness = 2 * second

/** From creation to report, in captured answers. The branch's checks take no time; of the others nothing is known. */
const durations: Readonly<Partial<Record<Check['type'], number>>> = {
  LIVENESS: liveness,
  ID_DOCUMENT_AUTHENTICITY: second,
  ID_DOCUMENT_FACE_MATCH: 3 * second,
  FAMILIAR_FACE_SEARCH: 2 * second,
  THIRD_PARTY_IDENTITY_FRAUD_1: second,
}

/** The same where a person looked: from 22 to 88 seconds, and from 26 seconds to 19 minutes. */
const durationsOfPeople: Readonly<Partial<Record<Check['type'], number>>> = {
  ID_DOCUMENT_AUTHENTICITY: 45 * second,
  ID_DOCUMENT_FACE_MATCH: 26 * second,
}

const needsPeople = ({ report }: Check) => (report?.breakdown ?? []).some(({ process }) => process === 'EXPERT_REVIEW')

/** How many milliseconds a check takes at Yoti. */
export const usualDuration = (check: Check): number =>
  (needsPeople(check) ? durationsOfPeople[check.type] : undefined) ?? durations[check.type] ?? 0

/** Dates each liveness check by its capture: it does not wait for the others. */
export const datedByCapture = (checks: readonly Check[], events: readonly SessionEvent[]): Check[] =>
  checks.map((check) => {
    const capture = events.find((event) => 'liveness' in event && check.resources_used.includes(event.liveness.id))
    return check.type !== 'LIVENESS' || capture === undefined
      ? check
      : { ...check, created: toInstant(capture.at), last_updated: toInstant(capture.at + liveness) }
  })
