import { day } from '../../base/clock.js'
import type { NotificationRequest, Session } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'
import { namedOrder } from './named-order.js'
import { advisedDeadline, suppliedWith, usualInstructions } from './named-sessions.js'
import { contactOf, specimenApplicant } from './specimen-applicant.js'

/** What somebody who is no application says about a session. */
export type SessionStart = {
  readonly ids: { readonly session: string; readonly token: string }
  readonly scenario: Scenario
  readonly now: number
  readonly kind?: 'in-branch' | 'at-home'
  readonly sdkId?: string
  /** Whether the instructions of a session in a branch are left out. */
  readonly isWithoutInstructions?: boolean
  readonly notifications?: NotificationRequest
  /** Whether it is visited by itself, where that differs from what the server does. */
  readonly visits?: 'auto' | 'manual'
}

/** The scenario's order, with the preset of another place where the place is another one. */
const orderAt = ({ order }: Scenario, kind: SessionStart['kind']): Scenario['order'] => {
  const { like, ...changes } = typeof order === 'string' ? { like: order } : order
  const isAtHome = like === 'home'
  if (kind === undefined || isAtHome === (kind === 'at-home')) return order
  return { ...changes, like: isAtHome ? 'branch' : 'home' }
}

/** A session that asks for what the scenario is about, right after it was created and instructed. */
export const startSession = ({ ids, scenario, now, kind, sdkId, ...given }: SessionStart): Session => {
  const { id: scenarioId, documents, checks, familiar_face } = scenario
  const ordered = namedOrder(
    { id: scenarioId, documents, checks, order: orderAt(scenario, kind), ...(familiar_face && { familiar_face }) },
    ids.session,
  )
  const request = { ...ordered, ...(given.notifications && { notifications: given.notifications }) }
  const applicant = specimenApplicant(scenario, request)
  const isInstructed = request.inBranch && scenario.instructions && given.isWithoutInstructions !== true
  return {
    id: ids.session,
    scenario,
    applicant,
    ...(sdkId !== undefined && { sdkId }),
    clientSessionToken: ids.token,
    createdAt: now,
    deadline: advisedDeadline(now),
    resourcesTtl: 60 * day,
    request,
    ...(given.visits && { visits: given.visits }),
    ...(isInstructed && { instructions: usualInstructions(request, contactOf(applicant), now) }),
    announcedFaces: [],
    deletedMedia: [],
    devicesDeleted: false,
    events: suppliedWith(ids.session, request, now),
  }
}
