import { deriveId } from '../ids.js'
import type { Scenario } from '../scenarios/scenario.js'
import { captureDocument, captureFace, captureLiveness } from './capture.js'
import { type Fate, fatesOf, type Visited } from './fate.js'
import { makeChecks } from './make-checks.js'
import type { Requirement, SessionEvent } from './session.js'

/** When a visit happens, in milliseconds: its start, the time between two captures, and how long a capture takes. */
export type Timeline = { readonly visitAt: number; readonly stepMs: number; readonly captureMs: number }

/** An event that waits for its time. */
type Capturing = (time: { readonly at: number; readonly captureMs: number }) => SessionEvent

/** How many documents are captured, and whether the clerk then says no; all of them, when nothing cuts the visit short. */
const endOf = ({ visit }: Scenario): { documents?: number; ends: 'completed' | 'refused' | 'open' } => {
  if (visit === 'completed') return { ends: 'completed' }
  if (visit === 'refused') return { ends: 'refused' }
  if (visit === 'none') return { documents: 0, ends: 'open' }
  return 'captured' in visit
    ? { documents: visit.captured, ends: 'open' }
    : { documents: visit.refused_at - 1, ends: 'refused' }
}

const documentCaptures = ({ request }: Visited, fates: readonly Fate[]): Capturing[] =>
  fates.flatMap(({ captures, told }, index) => {
    // Fates stand in the order of the requirements.
    const requirement = request.requirements[index] as Requirement
    return captures.map(
      ({ resourceId: id, document, outcome }): Capturing =>
        (time) =>
          captureDocument({ requirement, document, id, request, told, outcome, time }),
    )
  })

const faceIdsOf = ({ id, request }: Visited, { faces }: Scenario) => {
  const isWanted = request.inBranch && request.checks.some(({ type }) => type === 'ID_DOCUMENT_FACE_MATCH')
  if (!isWanted) return []
  return faces.map((outcome, nth) => ({
    outcome,
    id: deriveId(id, outcome === 'used' ? 'face_capture' : `face_capture/${nth}`),
  }))
}

const livenessOf = ({ id, request }: Visited) =>
  request.checks
    .filter(({ type }) => type === 'LIVENESS')
    .map(({ config }, index) => ({
      id: deriveId(id, `liveness_capture/${index}`),
      type: config?.liveness_type ?? ('ZOOM' as const),
    }))

/**
 * Tells what happens from the start of the visit as dated events: the letter is scanned, captures follow one by one, then
 * checks and completion, or the clerk's refusal.
 */
export const planVisit = (
  visited: Visited,
  scenario: Scenario,
  { visitAt, stepMs, captureMs }: Timeline,
): SessionEvent[] => {
  if (scenario.visit === 'none') return []
  const { documents, ends } = endOf(scenario)
  const fates = fatesOf(visited, scenario).slice(0, documents)
  const faces = faceIdsOf(visited, scenario)
  const livenesses = livenessOf(visited)
  const captures = [
    ...documentCaptures(visited, fates),
    ...(documents === undefined
      ? [
          ...faces.map(
            ({ id, outcome }): Capturing =>
              (time) =>
                captureFace(id, outcome, time),
          ),
          ...livenesses.map(
            ({ id, type }): Capturing =>
              (time) =>
                captureLiveness(id, type, time),
          ),
        ]
      : []),
  ]
  const start: SessionEvent[] = visited.request.inBranch ? [{ at: visitAt, type: 'letter-scanned' }] : []
  const events = [...start, ...captures.map((capture, index) => capture({ at: visitAt + index * stepMs, captureMs }))]
  const at = visitAt + captures.length * stepMs
  if (ends === 'open') return events
  if (ends === 'refused') return [...events, { at, type: 'refused' }]
  const faceId = faces.find(({ outcome }) => outcome === 'used')?.id
  const livenessIds = livenesses.map(({ id }) => id)
  const checks = makeChecks(scenario, { visited, fates, livenessIds, at, ...(faceId !== undefined && { faceId }) })
  const isOver = checks.every(({ state }) => state === 'DONE' || state === 'INTERNAL_ERROR')
  return [...events, { at, type: 'checked', checks }, ...(isOver ? [{ at, type: 'completed' as const }] : [])]
}
