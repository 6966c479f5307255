import { toInstant } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import {
  type CheckKind,
  type CheckOutcome,
  type CheckSubject,
  type CheckType,
  checkKinds,
  checkState,
  reportOf,
} from '../checks/index.js'
import { kindOf } from '../identity/index.js'
import type { Scenario, ScenarioChecks } from '../scenarios/scenario.js'
import { addMedia } from './check-media.js'
import type { DocumentOutcome, Visited } from './document-outcome.js'
import { type Extraction, extractionOf } from './extraction.js'
import type { PlannedLiveness } from './plan-captures.js'
import { searchConfigOf, searchedFaces } from './searched-faces.js'
import { suppliedFaceIds } from './supplied-face.js'

type Completed = {
  readonly visited: Visited
  readonly outcomes: readonly DocumentOutcome[]
  readonly livenesses: readonly PlannedLiveness[]
  readonly faceId?: string
  readonly at: number
}

/** One subject of a check, and the outcome that the scenario specifies for it. */
type SubjectOutcome = { readonly subject: CheckSubject; readonly specified?: CheckOutcome; readonly id?: string }

const outcomeFor = (checks: ScenarioChecks | undefined, type: CheckType): CheckOutcome | undefined => checks?.[type]

const hasChip = ({ request }: Visited, type: string) =>
  type === 'PASSPORT' && request.tasks.some(({ config }) => config?.chip_data === 'DESIRED')

const checkedDocument = (visited: Visited, { document, resourceId, spec }: DocumentOutcome) =>
  document && {
    ...document,
    chip: spec.chip ?? hasChip(visited, document.type),
    ...(resourceId !== undefined && { resourceId }),
  }

/** The subjects of the checks of one type: each document, each liveness capture, or the whole session. */
const subjectsOf = (kind: CheckKind, completed: Completed, search: CheckSubject['search']): SubjectOutcome[] => {
  const { visited, outcomes, livenesses, faceId } = completed
  const documentIds = outcomes.flatMap(({ document, resourceId }) =>
    document && resourceId && kindOf(document) === 'ID_DOCUMENT' ? [resourceId] : [],
  )
  const supplementaryIds = outcomes.flatMap(({ document, resourceId }) =>
    document && resourceId && kindOf(document) !== 'ID_DOCUMENT' ? [resourceId] : [],
  )
  const asked = visited.request.checks.find(({ type }) => type === kind.type)?.config
  const [suppliedFaceId] = suppliedFaceIds(visited)
  const shared: CheckSubject = {
    livenessIds: livenesses.map(({ id }) => id),
    documentIds,
    supplementaryIds,
    ...(asked && { asked }),
    ...(faceId !== undefined && { faceId }),
    ...(suppliedFaceId !== undefined && { suppliedFaceId }),
    ...(search && { search }),
    isForProfile: visited.request.profiles !== undefined,
    ...(visited.request.applicantProfile && { profileId: deriveId(visited.id, 'applicant_profile') }),
  }
  if (kind.per === 'session') return [{ subject: shared }]
  if (kind.per === 'liveness')
    // The newest attempt comes first.
    return livenesses
      .map(({ id, type, isRejected }, index) => ({
        subject: { ...shared, livenessIds: [id], livenessType: type },
        id: deriveId(visited.id, `checks/${kind.type}/${index}`),
        ...(isRejected && { specified: 'reject' as const }),
      }))
      .reverse()
  return outcomes.flatMap((outcome): SubjectOutcome[] => {
    const specified = outcomeFor(outcome.spec.checks, kind.type)
    const document = checkedDocument(visited, outcome)
    // Without a document a check is made only if the scenario gives its outcome.
    if (document === undefined) return specified === undefined ? [] : [{ subject: shared, specified }]
    if (kind.per === 'id-document' && kindOf(document) !== 'ID_DOCUMENT') return []
    return [{ subject: { ...shared, document }, ...(specified && { specified }) }]
  })
}

/** The outcome of the review of a document's text, by the result of the extraction. */
const textOutcomes: Readonly<Record<Extraction['result'], CheckOutcome>> = {
  read: 'approve',
  reviewed: 'approve',
  // The reason of the only captured answer.
  failed: { not_available: 'PHOTO_TOO_BLURRY' },
  pending: { state: 'PENDING' },
}

/** The checks that extractions make if people have to review the text. */
const textDataChecks = (
  { checks }: Scenario,
  { visited, outcomes }: Completed,
): { kind: CheckKind; target: SubjectOutcome }[] =>
  outcomes.flatMap((outcome) => {
    const document = checkedDocument(visited, outcome)
    // Nobody reads a digital ID: its provider sends the text.
    if (document?.resourceId === undefined || document.providers !== undefined) return []
    const extraction = extractionOf(visited.request, kindOf(document), document.resourceId, outcome.spec.text)
    if (extraction?.checkId === undefined) return []
    const { checkType, checkId: id, result } = extraction
    const specified =
      outcomeFor(outcome.spec.checks, checkType) ?? outcomeFor(checks, checkType) ?? textOutcomes[result]
    return [{ kind: checkKinds[checkType], target: { subject: { document }, id, specified } }]
  })

const schemeOf = ({ request }: Visited, { type, order }: CheckKind) =>
  order.requires === 'scheme' ? request.checks.find((check) => check.type === type)?.config?.scheme : undefined

/** The requested types, each once, in Yoti's order. */
const requestedKinds = ({ request }: Visited) =>
  Object.values(checkKinds).filter((kind) => request.checks.some(({ type }) => type === kind.type))

const types = Object.keys(checkKinds)

/** Sorts by Yoti's order of types; checks of one type keep theirs. */
const inOrder = (checks: readonly Schema<'Check'>[]) =>
  [...checks].sort((one, other) => types.indexOf(one.type) - types.indexOf(other.type))

/** The requested checks of a completed session, all created at the instant of completion, as in Yoti's samples. */
export const makeChecks = (scenario: Scenario, completed: Completed): Schema<'Check'>[] => {
  const { visited, at } = completed
  const instant = toInstant(at)
  const check = (kind: CheckKind, { subject, specified, id }: SubjectOutcome, index: number): Schema<'Check'>[] => {
    const scheme = schemeOf(visited, kind)
    const said = specified ?? outcomeFor(scenario.checks, kind.type)
    const outcome = kind.outcomeOf?.(subject, said) ?? said ?? 'approve'
    const config = searchConfigOf(visited, kind.type)
    const state = checkState(outcome)
    if (state === undefined) return []
    const made = {
      type: kind.type,
      id: id ?? deriveId(visited.id, `checks/${kind.type}/${index}`),
      state,
      resources_used: kind.resourcesUsed(subject),
      generated_media: [],
      ...(state === 'DONE' && { report: reportOf(kind, subject, outcome) }),
      created: instant,
      last_updated: instant,
      ...(scheme !== undefined && { scheme }),
      ...(config && { config }),
    }
    return [made]
  }
  const search = searchedFaces(visited, scenario)
  const requested = requestedKinds(visited).flatMap((kind) =>
    subjectsOf(kind, completed, search).flatMap((target, index) => check(kind, target, index)),
  )
  const ofTexts = textDataChecks(scenario, completed).flatMap(({ kind, target }, index) => check(kind, target, index))
  // In a branch the checks of texts come last.
  const checks = visited.request.inBranch ? [...requested, ...ofTexts] : inOrder([...requested, ...ofTexts])
  return checks.map((made) => addMedia(made, visited.request))
}
