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
import { delayIn, planChecks } from './plan-checks.js'
import { profileEvidence } from './profile-evidence.js'

/** When a visit happens, in milliseconds: its start, the time between two captures, and how long a capture takes. */
export type Timeline = { readonly visitAt: number; readonly stepMs: number; readonly captureMs: number }

/** How many documents are captured, where the visit is cut short, and who ends it. */
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
 * Whether there is nothing to complete: documents were asked for, none was captured, and no check of a document says so. Of an
 * identity profile Yoti says itself what it lacks.
 */
const isEmptyHanded = (
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

/** The scenario's own pace, unless everything is to happen at once. */
const stepOf = ({ timeline }: Scenario, stepMs: number) =>
  stepMs === 0 || timeline.between_captures === undefined
    ? stepMs
    : (parseDuration(timeline.between_captures) ?? stepMs)

/**
 * Tells what happens from the start of the visit as dated events: the letter is scanned, captures follow one by one, then
 * checks and completion, or the clerk's refusal. A session with a check that is not done is not completed, nor is one for
 * which no document was captured that a check could look at.
 */
export const planVisit = (visited: Visited, scenario: Scenario, timeline: Timeline): SessionEvent[] => {
  if (scenario.visit === 'none') return []
  const { visitAt, captureMs } = timeline
  const stepMs = stepOf(scenario, timeline.stepMs)
  const { documents, ends } = endOf(scenario, visited)
  const { captures, ...looked } = planCaptures(visited, scenario, documents)
  const events = [
    ...startOf(visited, visitAt),
    ...captures.map((capture, index) => capture({ at: visitAt + index * stepMs, captureMs })),
  ]
  const at = visitAt + captures.length * stepMs
  const refused: SessionEvent[] = [...events, { at, type: 'refused' }]
  if (ends === 'open') return events
  if (ends === 'refused') return refused
  const made = makeChecks(scenario, { visited, ...looked, at })
  // A clerk without a document completes nothing; at home nobody is there to refuse.
  if (isEmptyHanded(visited, looked.outcomes, made)) return visited.request.inBranch ? refused : events
  const checked = planChecks(made, delayIn(scenario), at)
  const { checks, at: end } = checked.at(-1) ?? { checks: [], at }
  if (!checks.every(hasEnded)) return [...events, ...checked]
  return [
    ...events,
    ...checked,
    ...planEnding(visited, profileEvidence(visited, events, checks, scenario), end),
    { at: end, type: 'completed' },
  ]
}
