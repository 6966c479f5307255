import { YotiError } from '../base/errors.js'
import { deriveId } from '../base/ids.js'
import type { Session } from '../engine/model/session.js'
import { faceRequirementId } from '../engine/results/configuration.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import { visit } from '../engine/sessions/transitions.js'
import type { Schema } from '../openapi/schema.js'
import { type OperationDeps, operations } from '../yoti/table.js'
import { documentOperation } from './document-operation.js'
import { exampleBytes } from './example-bytes.js'
import { exampleFaces } from './example-faces.js'
import { replaceValues, type Values } from './values.js'

/** How far a session has come. */
export const stages = ['created', 'instructed', 'completed', 'face-created', 'face-supplied'] as const
export type Stage = (typeof stages)[number]

/** A session made from one of the example orders of openapi.yaml, and how far it has come. */
export type Situation = { readonly order: string; readonly stage: Stage }

/** Whose session it is, of which scenario, and when it is made. */
export type Birth = { readonly id: string; readonly scenario: Scenario; readonly now: number }

/** The session that the examples of openapi.yaml are about. */
export const exampleSessionId = '3fa85f64-5717-4562-b3fc-2c963f66afa6'

const exampleOrders = documentOperation('createSession').sends
export const orders: readonly string[] = Object.keys(exampleOrders)

export const situations: readonly Situation[] = orders.flatMap((order) => stages.map((stage) => ({ order, stage })))

/** What operations are given: ids that follow from the session's, so that it is the same whoever makes it. */
export const depsOf = ({ id, scenario, now }: Birth): OperationDeps => ({
  scenario,
  ids: { session: id, token: deriveId(id, 'client_session_token'), resource: deriveId(id, 'resource') },
  visitPolicy: { visits: 'manual', visitDelayMs: 0 },
  application: {},
  isClient: false,
  isStrict: false,
  responses: undefined,
  faces: exampleFaces({ id, now }),
})

/** The ids of a session that requests may name: its requirements', its face's, and that of what is made next. */
export const idsOf = (session: Session): Values => ({
  sessionId: session.id,
  ...Object.fromEntries(
    session.request.requirements.map(({ id }, index) => [`requirementId${index === 0 ? '' : index + 1}`, id]),
  ),
  faceRequirementId: faceRequirementId(session),
  resourceId: deriveId(session.id, 'resource'),
})

const create = (order: string, birth: Birth): Session => {
  // An example of openapi.yaml, which its test validates.
  const body = exampleOrders[order] as Schema<'CreateSession'>
  const { session } = operations.createSession(
    { request: { path: {}, query: {}, body }, now: birth.now },
    depsOf(birth),
  )
  if (session === undefined) throw new Error(`the order '${order}' made no session`)
  return session
}

/** What openapi.yaml's example of a request says of its own session, said of another. */
export const exampleFor = (session: Session, operationId: string, birth: Birth): unknown => {
  const [example] = Object.values(documentOperation(operationId).sends)
  const examples = orders.map((order) => idsOf(create(order, { ...birth, id: exampleSessionId })))
  return replaceValues(example, Object.assign({}, ...examples), idsOf(session))
}

const path = ({ id }: Session) => ({ sessionId: id, resourceId: deriveId(id, 'resource') })

const steps: Readonly<Record<Exclude<Stage, 'created'>, (session: Session, birth: Birth) => Session | undefined>> = {
  instructed: (session, birth) => {
    const body = exampleFor(session, 'putInstructions', birth) as Schema<'Instructions'>
    const request = { path: path(session), query: {}, body }
    return operations.putInstructions({ request, session, now: birth.now }, depsOf(birth)).session
  },
  completed: (session, { scenario, now }) => visit(session, scenario, now),
  'face-created': (session, birth) => {
    const body = { requirement_id: faceRequirementId(session) }
    const request = { path: path(session), query: {}, body }
    return operations.createFaceCapture({ request, session, now: birth.now }, depsOf(birth)).session
  },
  'face-supplied': (session, birth) => {
    const body = { contentType: 'image/png', bytes: exampleBytes('image/png') }
    const request = { path: path(session), query: {}, body }
    return operations.putFaceCaptureImage({ request, session, now: birth.now }, depsOf(birth)).session
  },
}

/** What comes before a stage. */
const before: Readonly<Record<Stage, readonly Exclude<Stage, 'created'>[]>> = {
  created: [],
  instructed: ['instructed'],
  completed: ['completed'],
  'face-created': ['face-created'],
  'face-supplied': ['face-created', 'face-supplied'],
}

/** What an operation does, or nothing where it answers an error. */
export const orNothing = <Result>(decide: () => Result): Result | undefined => {
  try {
    return decide()
  } catch (error) {
    if (error instanceof YotiError) return undefined
    throw error
  }
}

/** The session of a situation; nothing where an order cannot come so far. */
export const sessionIn = ({ order, stage }: Situation, birth: Birth): Session | undefined =>
  orNothing(() =>
    before[stage].reduce<Session | undefined>(
      (session, step) => session && steps[step](session, birth),
      create(order, birth),
    ),
  )
