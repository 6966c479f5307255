import { didYouMean } from '../base/nearest.js'
import type { FaceRegister } from '../engine/model/face-register.js'
import type { Session } from '../engine/model/session.js'
import { documentedErrors, operationErrorId } from '../engine/scenarios/operation-error.js'
import type { FaultRule } from '../faults/fault.js'
import { documentOperation } from './document-operation.js'
import { exampleFaces, faceIdsOf, isAboutFaces } from './example-faces.js'
import { mediaOf } from './operation-answer.js'
import type { StateProblem } from './provider-states.js'
import { type Birth, exampleSessionId, idsOf, type Situation, sessionIn } from './situation.js'
import type { StateParams } from './state-session.js'
import type { Values } from './values.js'

/** What a state hands out, and the session that must be kept for it. */
export type SetUp = {
  readonly values: Values
  readonly session?: Session
  /** Applicants and pools that must be kept for it. */
  readonly faces?: FaceRegister
  /** What is answered in place of its result. */
  readonly rule?: FaultRule
}

const isAboutSession = (operation: string) => documentOperation(operation).path.includes('{sessionId}')
const needsFaces = (operation: string) => isAboutFaces(documentOperation(operation))
const needsMedia = (operation: string) => documentOperation(operation).path.includes('{mediaId}')

// The values were judged by the parameters of the state.
const situationOf = ({ order, stage }: StateParams) => ({ order, stage }) as Situation

const missing = (params: StateParams, names: readonly string[]): StateProblem[] =>
  names
    .filter((name) => params[name] === undefined)
    .map((name) => ({ property: `params.${name}`, message: `the operation '${params['operation']}' needs '${name}'` }))

/** What keeps the success of an operation from being set up, beyond its parameters one by one. */
export const judgeSuccess = (params: StateParams, birth: Birth): StateProblem[] => {
  const { operation = '', order, stage, media } = params
  const absent = missing(params, [
    ...(isAboutSession(operation) ? ['order', 'stage'] : []),
    ...(needsMedia(operation) ? ['media'] : []),
  ])
  if (absent.length > 0 || order === undefined || stage === undefined) return absent
  const session = sessionIn(situationOf(params), birth)
  if (session === undefined)
    return [{ property: 'params.stage', message: `a session of the order '${order}' never is '${stage}'` }]
  const known = Object.keys(mediaOf(session, birth.now))
  if (media === undefined || known.includes(media)) return []
  const message = `a session of the order '${order}' that is '${stage}' has no ${media}. Known: ${known.join(', ') || 'none'}`
  return [{ property: 'params.media', message }]
}

export const setUpSuccess = (params: StateParams, birth: Birth): SetUp => {
  const { operation = '', media = '' } = params
  const faces = needsFaces(operation) ? { values: faceIdsOf(birth), faces: exampleFaces(birth) } : { values: {} }
  if (!isAboutSession(operation)) return faces
  const session = sessionIn(situationOf(params), birth)
  if (session === undefined) throw new Error('the situation was judged right but no session comes there')
  const mediaId = mediaOf(session, birth.now)[media]
  const values = { ...faces.values, ...idsOf(session), ...(mediaId !== undefined && { mediaId }) }
  return { ...faces, values, session }
}

/** What keeps an operation from answering an error. */
export const judgeError = ({ operation = '', code = '' }: StateParams): StateProblem[] => {
  const known = documentedErrors(operation)
  if (known.includes(code)) return []
  const message = `openapi.yaml has no ${code} for '${operation}'.${didYouMean(code, known)} Known: ${known.join(', ')}`
  return [{ property: 'params.code', message }]
}

/** A session that answers the error; its other ids name nothing, and need not. */
export const setUpError = ({ operation = '', code = '' }: StateParams): SetUp => {
  const id = operationErrorId(operation, code)
  const any = [
    'requirementId',
    'requirementId2',
    'faceRequirementId',
    'resourceId',
    'mediaId',
    'applicantId',
    'faceId',
    'poolId',
  ]
  return {
    values: {
      sessionId: id,
      base: `/scenario/${id}/idverify/v1`,
      ...Object.fromEntries(any.map((name) => [name, exampleSessionId])),
    },
  }
}
