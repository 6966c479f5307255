import { parseDuration } from '../../base/clock.js'
import type { Schema } from '../../openapi/schema.js'
import { type CheckType, checkKinds, hasEnded } from '../checks/index.js'
import type { SessionEvent } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'
import { asksForConsent } from './consent.js'
import type { DocumentOutcome, Visited } from './document-outcome.js'
import { planEnding } from './ending.js'
import { makeChecks } from './make-checks.js'
import { planCaptures } from './plan-captures.js'
import { planChecks, timeIn } from './plan-checks.js'
import { profileEvidence } from './profile-evidence.js'
import { afterLastCapture, beforeReport, datedByCapture } from './usual-times.js'

/**
 * The times of a visit in milliseconds: its start, the time between two captures, and the length of a capture. In a session
 * that is over from the start checks take as long as at Yoti; elsewhere nobody waits for them.
 */
export type Timeline = {
  readonly visitAt: number
  readonly stepMs: number
  readonly captureMs: number
  readonly isOver?: true
}

/** How many documents are captured if the visit ends early, and how it ends. */
const endOf = (
  { visit }: Scenario,
  { request: { requirements } }: Visited,
): { documents?: number; ends: 'completed' | 'refused' | 'open' } => {
  if (typeof visit === 'string') return { ends: visit === 'none' ? 'open' : visit }
  if ('captured' in visit) return { documents: visit.captured, ends: 'open' }
  const refusedAt = visit.refused_at === 'last' ? Math.max(1, requirements.length) : visit.refused_at
  return { documents: refusedAt - 1, ends: 'refused' }
}

const isOfDocument = (type: CheckType) => ['document', 'id-document'].includes(checkKinds[type].per)

/**
 * Whether there is nothing to complete: documents were required, none was captured, and there is no check of a document. A
 * session with an identity profile is completed anyway, because its result lists the missing documents.
 */
const hasNothingToComplete = (
  { request }: Visited,
  outcomes: readonly DocumentOutcome[],
  checks: readonly Schema<'Check'>[],
) =>
  request.profiles === undefined &&
  request.requirements.length > 0 &&
  !outcomes.flatMap(({ captures }) => captures).some(({ outcome }) => outcome === 'used' || outcome === 'unused') &&
  !checks.some(({ type }) => isOfDocument(type))

const startOf = ({ request }: Visited, at: number): SessionEvent[] => [
  ...(request.inBranch ? [{ at, type: 'letter-scanned' as const }] : []),
  ...(asksForConsent(request) ? [{ at, type: 'consented' as const }] : []),
]

/** The time between captures from the scenario, unless everything happens at once. */
const stepOf = ({ timeline }: Scenario, stepMs: number) =>
  stepMs === 0 || timeline.between_captures === undefined
    ? stepMs
    : (parseDuration(timeline.between_captures) ?? stepMs)

/**
 * Plans the dated events of a visit: the letter is scanned, then one capture after the other, then checks and completion, or
 * the clerk's refusal. A session is not completed while a check is not done, or if no document was captured.
 */
export const planVisit = (visited: Visited, scenario: Scenario, timeline: Timeline): SessionEvent[] => {
  if (scenario.visit === 'none') return []
  const { visitAt, captureMs } = timeline
  const stepMs = stepOf(scenario, timeline.stepMs)
  const { documents, ends } = endOf(scenario, visited)
  const { captures, ...resources } = planCaptures(visited, scenario, documents)
  const events = [
    ...startOf(visited, visitAt),
    ...captures.flatMap((capture, index) => capture({ at: visitAt + index * stepMs, captureMs })),
  ]
  const takesTime = timeline.isOver === true
  const isFilmedLast = takesTime && !visited.request.inBranch && captures.length > 0
  const at = visitAt + captures.length * stepMs - (isFilmedLast ? stepMs - afterLastCapture : 0)
  const refused: SessionEvent[] = [...events, { at, type: 'refused' }]
  if (ends === 'open') return events
  if (ends === 'refused') return refused
  const planned = makeChecks(scenario, { visited, ...resources, at })
  // Without a document the clerk refuses; at home the session stays open, because no clerk is there.
  if (hasNothingToComplete(visited, resources.outcomes, planned)) return visited.request.inBranch ? refused : events
  const dated = takesTime ? datedByCapture(planned, events) : planned
  const checked = planChecks(dated, timeIn(scenario, takesTime), at)
  const { checks, at: lastAt } = checked.at(-1) ?? { checks: [], at }
  if (!checks.every(hasEnded)) return [...events, ...checked]
  const end = takesTime && visited.request.profiles !== undefined ? lastAt + beforeReport : lastAt
  return [
    ...events,
    ...checked,
    ...planEnding(visited, profileEvidence(visited, events, checks, scenario), scenario, end),
    { at: end, type: 'completed' },
  ]
}
