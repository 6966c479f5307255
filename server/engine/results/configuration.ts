import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { branchChecks, checkKinds } from '../checks/index.js'
import type { Requirement, Session, SessionRequest } from '../model/session.js'
import { groupByCountry } from '../reference/supported-documents.js'
import { asksForConsent } from '../visit/consent.js'
import { render } from './render.js'

type Wire = Schema<'Requirement'>

/** The SDK config that Yoti shows if the relying business sent none. */
const defaultSdkConfig = { primary_colour: '#D71440', locale: 'en-GB', hide_logo: false, allow_handoff: false }

/** The id of the requirement for a face: the clerk's photograph in a branch, else the relying business's image. */
export const faceRequirementId = ({ id }: Session): string => deriveId(id, 'requirements/face')

const requestsCheck = ({ request }: Session, type: Schema<'CheckType'>) =>
  request.checks.some((check) => check.type === type)

const assessments = ({ request }: Session, done: boolean): NonNullable<Wire['ibv_client_assessments']> =>
  branchChecks.flatMap((type) => {
    const check = request.checks.find((requested) => requested.type === type)
    if (check === undefined) return []
    const scheme = type === 'DOCUMENT_SCHEME_VALIDITY_CHECK' ? check.config?.scheme : undefined
    return [{ type, state: done ? ('DONE' as const) : ('REQUIRED' as const), ...(scheme !== undefined && { scheme }) }]
  })

/** In a branch documents are always photographed; uploads are possible at home only. */
const captureMethods = ({ inBranch, sdkConfig }: SessionRequest) =>
  !inBranch && sdkConfig?.allowed_capture_methods?.toUpperCase() === 'CAMERA_AND_UPLOAD'
    ? 'CAMERA_AND_UPLOAD'
    : 'CAMERA'

const attempts = ({ sdkConfig }: SessionRequest) => {
  const asked = sdkConfig?.attempts_configuration?.ID_DOCUMENT_TEXT_DATA_EXTRACTION
  return { RECLASSIFICATION: asked?.RECLASSIFICATION ?? 2, GENERIC: asked?.GENERIC ?? 2 }
}

const documentRequirement = (session: Session, requirement: Requirement, captured: boolean): Wire => {
  const { request } = session
  const { id, kind, accepted, objective } = requirement
  const state = captured ? ('COMPLETE' as const) : ('REQUIRED' as const)
  const tasks = request.tasks.filter(({ type }) => type === `${kind}_TEXT_DATA_EXTRACTION`)
  const shared = {
    type: kind,
    id,
    state,
    allowed_sources: request.inBranch ? [{ type: 'IBV' as const }] : [{ type: 'END_USER' as const }],
    requested_tasks: tasks.map(({ type }) => ({ type, state })),
    ...(request.inBranch && { ibv_client_assessments: assessments(session, captured) }),
  }
  if (kind === 'ID_DOCUMENT')
    return {
      ...shared,
      supported_countries: groupByCountry(accepted),
      allowed_capture_methods: captureMethods(request),
      attempts_remaining: attempts(request),
    }
  return {
    ...shared,
    document_types: [...new Set(accepted.map(({ type }) => type))],
    country_codes: [...new Set(accepted.map(({ country }) => country))],
    ...(objective !== undefined && { objective: { type: objective } }),
  }
}

const faceRequirement = (session: Session, has: boolean): Wire[] => {
  const clerk = session.request.inBranch && requestsCheck(session, 'ID_DOCUMENT_FACE_MATCH')
  if (!clerk && !requestsCheck(session, 'FACE_COMPARISON')) return []
  const state = has ? 'COMPLETE' : 'REQUIRED'
  const allowed_sources = [{ type: clerk ? ('IBV' as const) : ('RELYING_BUSINESS' as const) }]
  return [{ type: 'FACE_CAPTURE', id: faceRequirementId(session), state, allowed_sources, requested_tasks: [] }]
}

const livenessRequirements = (session: Session, captured: number): Wire[] =>
  session.request.checks
    .filter(({ type }) => type === 'LIVENESS')
    .map(({ config }, index) => ({
      type: 'LIVENESS',
      id: deriveId(session.id, `requirements/liveness/${index}`),
      state: index < captured ? 'COMPLETE' : 'REQUIRED',
      allowed_sources: [{ type: 'END_USER' }],
      requested_tasks: [],
      liveness_type: config?.liveness_type ?? 'ZOOM',
    }))

/** Removes nulls, which the SDKs cannot read. */
const withoutNulls = (sent: object) => Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null))

const consentState = ({ request }: Session, given: string | undefined) => {
  if (!asksForConsent(request)) return 'NOT_REQUIRED'
  return given === undefined ? 'REQUIRED' : 'CAPTURED'
}

/** The configuration of a session: its required resources are the documents, then the face, then liveness. */
export const configurationOf = (session: Session, now: number): Schema<'SessionConfiguration'> => {
  const { request, events } = session
  const { resources, client_session_token_ttl = 0, biometric_consent } = render(session, now)
  const at = session.frozenAt ?? now
  const captured = new Set(
    events.flatMap((event) =>
      'requirementId' in event && event.requirementId !== undefined && event.at <= at ? [event.requirementId] : [],
    ),
  )
  const [profile] = resources.applicant_profiles
  return {
    session_id: session.id,
    client_session_token_ttl,
    requested_checks: Object.values(checkKinds).flatMap(({ type }) => (requestsCheck(session, type) ? [type] : [])),
    ...(profile && { applicant_profile: { media: profile.media } }),
    capture: {
      required_resources: [
        ...request.requirements.map((requirement) =>
          documentRequirement(session, requirement, captured.has(requirement.id)),
        ),
        ...faceRequirement(session, resources.face_capture.length > 0),
        ...livenessRequirements(session, resources.liveness_capture.length),
      ],
      biometric_consent: consentState(session, biometric_consent),
    },
    sdk_config: { ...defaultSdkConfig, ...withoutNulls(request.sdkConfig ?? {}) },
    track_ip_address: true,
  }
}
