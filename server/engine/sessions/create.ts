import { day } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { readAskedProfiles, withImplied } from '../model/identity-profiles.js'
import type { Requirement, Session, SessionRequest } from '../model/session.js'
import { acceptedIdDocuments, acceptedSupplementaryDocuments } from '../reference/accepted-documents.js'
import type { ResponseConfig } from '../sandbox/response-config.js'
import type { Scenario } from '../scenarios/scenario.js'
import { supplyProfile } from '../visit/profile.js'
import { withImpliedDocument } from './implied-document.js'
import { isInBranch } from './in-branch.js'
import { readNotifications } from './notification-subscription.js'
import { secondsOf } from './validate-order.js'

type Order = Schema<'CreateSession'>

/** The default lifetime of a session, in seconds. */
const defaultTtl = 600
/** The default lifetime of resources, in seconds. */
const defaultResourcesTtl = 604_800

const requirementOf = (sessionId: string, required: Schema<'RequiredDocument'>, index: number): Requirement => ({
  id: deriveId(sessionId, `requirements/${index}`),
  kind: required.type,
  accepted:
    required.type === 'ID_DOCUMENT' ? acceptedIdDocuments(required.filter) : acceptedSupplementaryDocuments(required),
  ...(required.objective && { objective: required.objective.type }),
})

/** A create request in the form in which the session keeps it. */
const readOrder = (sessionId: string, sent: Order): SessionRequest => {
  const order = withImpliedDocument(withImplied(sent))
  const { requested_checks, requested_tasks, required_documents, user_tracking_id, sdk_config } = order
  const profiles = readAskedProfiles(order)
  const notifications = readNotifications(order)
  const profile = order.resources?.applicant_profile ?? order.applicant_profile
  return {
    requirements: (required_documents ?? []).map((required, index) => requirementOf(sessionId, required, index)),
    checks: requested_checks ?? [],
    tasks: requested_tasks ?? [],
    inBranch: isInBranch(order),
    ...(typeof user_tracking_id === 'string' && { userTrackingId: user_tracking_id }),
    ...(profile && { applicantProfile: profile }),
    ...(sdk_config && { sdkConfig: sdk_config }),
    ...(profiles && { profiles }),
    ...(notifications && { notifications }),
    ...(order.required_share_codes?.length && { shareCodes: order.required_share_codes.length }),
    ...(order.import_token && { wantsImportToken: true }),
    ...(order.block_biometric_consent === true && { blocksConsent: true }),
  }
}

type NewSession = {
  readonly ids: { readonly session: string; readonly token: string }
  readonly order: Order
  readonly scenario: Scenario
  readonly now: number
  readonly sdkId?: string
  readonly responses?: ResponseConfig
}

/** A session right after its creation. Its only resource is the profile that was sent, if any. */
export const createSession = ({ ids, order, scenario, now, sdkId, responses }: NewSession): Session => {
  const request = readOrder(ids.session, order)
  const ttl = secondsOf(order.client_session_token_ttl) ?? defaultTtl
  const asked = order.session_deadline == null ? now + ttl * 1000 : Date.parse(order.session_deadline)
  return {
    id: ids.session,
    scenario,
    ...(scenario.applicant && { applicant: scenario.applicant }),
    ...(sdkId !== undefined && { sdkId }),
    ...(responses && { responses }),
    clientSessionToken: ids.token,
    createdAt: now,
    deadline: asked,
    resourcesTtl: (secondsOf(order.resources_ttl) ?? defaultResourcesTtl) * 1000,
    request,
    announcedFaces: [],
    deletedMedia: [],
    devicesDeleted: false,
    events: request.applicantProfile
      ? [{ at: now, type: 'profile-supplied', profile: supplyProfile(ids.session, now) }]
      : [],
  }
}

/** How long Yoti keeps an expired session without captures, in milliseconds. */
const emptyKept = 30 * day

/** When a session and everything in it is removed. */
export const removedAt = ({ events, deadline, resourcesTtl }: Session): number => {
  const first = events.find(({ type }) => type.endsWith('-captured'))
  return first === undefined ? deadline + emptyKept : Math.max(first.at + resourcesTtl, deadline)
}
