import { checkKinds, outcomeProblems } from '../../../server/engine/checks/index.js'
import { isDocumentCountry } from '../../../server/engine/reference/supported-documents.js'
import { summarise } from '../../../server/engine/results/summarise.js'
import { describeShape } from '../../../server/engine/scenarios/describe-shape.js'
import {
  type Scenario,
  type ScenarioChecks,
  type ScenarioFile,
  scenarioDefaults,
} from '../../../server/engine/scenarios/scenario.js'
import { schemaProblems } from '../../../server/engine/scenarios/schema-problems.js'
import type { Schema } from '../../../server/openapi/schema.js'
import { compare, differences } from './differences.js'
import { documentsIn, type ImportedDocument } from './documents.js'
import { repeatedLiveness } from './liveness.js'
import { orderIn } from './order.js'
import { outcomesIn } from './outcomes.js'
import type { Answer, Read } from './read-answer.js'

/** The scenario whose answer has the shape of another, and where the two still differ. */
export type Imported = {
  readonly file: ScenarioFile
  readonly notExpressed: readonly string[]
  /** How many values the two answers have together, and how many are the same in both. */
  readonly compared: number
  readonly same: number
}

type Happens = Omit<ScenarioFile, 'title' | 'use_when' | 'provenance' | 'source'>

const visitOf = (answer: Answer, documents: readonly ImportedDocument[]): Scenario['visit'] => {
  const { state, checks, resources } = answer
  if (state === 'COMPLETED' || checks.length > 0) return 'completed'
  if (documents.length === 0) return 'none'
  const isAtTheEnd = resources.face_capture.length > 0 || resources.liveness_capture.length > 0
  return orderIn(answer) === 'branch' || isAtTheEnd ? 'refused' : { captured: documents.length }
}

const facesOf = ({ resources }: Answer): NonNullable<ScenarioFile['faces']> =>
  [...resources.face_capture].reverse().map(({ image }) => (image === undefined ? 'unfinished' : 'used'))

const absent = (asked: string): ImportedDocument => ({ told: { asked, brought: 'nothing' } })

/** The documents that an identity profile says are missing. */
const missedByProfile = ({ identity_profile }: Answer): ImportedDocument[] =>
  // The answer does not say which document it was.
  identity_profile?.failure_reason?.reason_code === 'MANDATORY_DOCUMENT_NOT_PROVIDED' ? [absent('PASSPORT')] : []

/** A document that nobody brought is seen only by a check that looked at none. */
const missedByChecks = ({ checks }: Answer, documents: readonly ImportedDocument[]): ImportedDocument[] =>
  checks.some(
    ({ type, resources_used }) =>
      checkKinds[type].per === 'document' && !documents.some(({ used }) => used && resources_used.includes(used.id)),
  )
    ? [absent('UTILITY_BILL')]
    : []

/** Why an identity profile failed, where neither a check nor a document says so. */
const profileReason = (answer: Answer): ScenarioFile['identity_profile'] => {
  const { failure_reason } = answer.identity_profile ?? answer.advanced_identity_profile ?? {}
  const schemes = answer.identity_profile?.identity_profile_report?.schemes_compliance ?? []
  // A scheme that is met beside one that is not: the documents say which.
  const isPartly = schemes.some(({ requirements_met }) => requirements_met)
  const reason_code = failure_reason?.reason_code ?? (isPartly ? undefined : schemes[0]?.requirements_not_met_info)
  const isSaid = answer.checks.some(({ report }) => report !== undefined && report.recommendation.value !== 'APPROVE')
  if (reason_code === undefined || isSaid || missedByProfile(answer).length > 0) return undefined
  const file = { ...fileOf('', {}), identity_profile: { reason_code } }
  // A code that no scenario can give is told as not expressed; the schema knows those that one can.
  return schemaProblems(file).length === 0 ? (file as ScenarioFile).identity_profile : undefined
}

/** Whether a search found the person: the criteria say what the recommendation means. */
const familiarFaceIn = ({ checks }: Answer): ScenarioFile['familiar_face'] => {
  const search = checks.find(({ type }) => type === 'FAMILIAR_FACE_SEARCH')
  const value = search?.report?.recommendation.value
  if (search?.config === undefined || (value !== 'APPROVE' && value !== 'REJECT')) return undefined
  return (search.config.approval_criteria === 'MATCH') === (value === 'APPROVE') ? 'found' : 'not-found'
}

const isEmpty = (value: object) => Object.keys(value).length === 0

const happens = (answer: Answer, ownBreakdowns: ReadonlySet<string>): Happens => {
  const captured = documentsIn(answer)
  const documents = [...captured, ...missedByChecks(answer, captured), ...missedByProfile(answer)]
  const familiar_face = familiarFaceIn(answer)
  const liveness = repeatedLiveness(answer)
  const isTold = ({ type }: Answer['checks'][number]) =>
    (type === 'FAMILIAR_FACE_SEARCH' && familiar_face !== undefined) || (type === 'LIVENESS' && liveness !== undefined)
  const others = answer.checks.filter((check) => !isTold(check))
  const { checks, ofDocuments } = outcomesIn(others, documents, ownBreakdowns)
  const order = orderIn(answer)
  const faces = facesOf(answer)
  const identity_profile = profileReason(answer)
  const told = documents.map((document, index) => {
    const own = ofDocuments[index] ?? {}
    return { ...document.told, ...(!isEmpty(own) && { checks: own }) }
  })
  return {
    ...(order !== scenarioDefaults.order && { order }),
    ...(told.length > 0 && { documents: told }),
    ...(order !== 'branch' && JSON.stringify(faces) !== '["used"]' && { faces }),
    ...(liveness && { liveness }),
    visit: visitOf(answer, captured),
    ...(answer.state === 'EXPIRED' && { expired: true }),
    ...(!isEmpty(checks) && { checks }),
    ...(identity_profile && { identity_profile }),
    ...(familiar_face && { familiar_face }),
    // Whose words they are is not known: only that there is no token.
    ...(answer.import_token?.failure_reason !== undefined && { import_token: { failure_reason: 'UNKNOWN' } }),
  }
}

/** Whether all that it says of checks and countries is documented: a scenario that says more is an invented one. */
const isDocumented = ({ checks = {}, documents = [] }: Happens) => {
  if (documents.some(({ country = 'GBR' }) => !isDocumentCountry(country))) return false
  const all: readonly (ScenarioChecks | undefined)[] = [checks, ...documents.map((document) => document.checks)]
  return all.every((outcomes) =>
    Object.entries(outcomes ?? {}).every(
      // The keys of checks are types of checks: the schema says so.
      ([type, outcome]) => outcomeProblems(checkKinds[type as Schema<'CheckType'>], outcome, false).length === 0,
    ),
  )
}

const fileOf = (shape: string, happened: Happens): ScenarioFile => ({
  title: `Imported: ${shape}`,
  use_when: 'Say when a test wants this scenario.',
  provenance: isDocumented(happened) ? 'observed' : 'invented',
  source: 'An answer of Yoti that was imported',
  ...happened,
})

const answerOf = (file: ScenarioFile) => {
  const { extends: _base, varies: _path, members: _members, ...said } = file
  const scenario: Scenario = { ...scenarioDefaults, ...said, id: 'imported', group: 'own' }
  return summarise(scenario, 0).answer
}

/** Ids of the checks whose breakdown is not the one that a scenario with their recommendation has. */
const ownBreakdowns = (answer: Answer, made: Answer): Set<string> => {
  const left = [...made.checks]
  return new Set(
    answer.checks.flatMap(({ id, type, report }) => {
      const at = left.findIndex((check) => check.type === type)
      const [check] = at === -1 ? [] : left.splice(at, 1)
      return differences(report?.breakdown, check?.report?.breakdown).length > 0 ? [id] : []
    }),
  )
}

const withoutOlder = (answer: Answer) => {
  if (typeof answer.resources !== 'object' || answer.resources === null || Array.isArray(answer.resources))
    return answer
  const { applicant_profile: _older, ...resources } = answer.resources
  return { ...answer, resources }
}

/** The scenario that answers like what was read. Nothing of the person is in it: only states, types, reasons and findings. */
export const scenarioLike = (read: Read): Imported => {
  if ('error' in read) {
    const { error } = read
    const file: ScenarioFile = { ...fileOf(error, {}), answers: { getSession: { error } } }
    return { file, notExpressed: [], compared: 1, same: 1 }
  }
  const { session, given = session } = read
  const shape = describeShape(session)
  // A scenario without fixed answers answers with a session.
  const made = (file: ScenarioFile) => answerOf(file) as Answer
  const plain = fileOf(shape, happens(session, new Set()))
  const file = fileOf(shape, happens(session, ownBreakdowns(session, made(plain))))
  // Both are objects: what was given was judged to be one.
  const { differences: notExpressed, ...near } = compare(withoutOlder(given as Answer), withoutOlder(made(file)))
  return { file, notExpressed, ...near }
}
