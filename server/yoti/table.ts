import { yotiOperations } from '../openapi/generated/operations.js'
import type { YotiOperationId } from '../openapi/operation.js'
import { byOperationId, type OperationTable } from '../openapi/operation-table.js'
import type { Operation, OperationDeps } from './operation.js'
import { addApplicantFace } from './operations/add-applicant-face.js'
import { addPoolApplicant } from './operations/add-pool-applicant.js'
import { createApplicant } from './operations/create-applicant.js'
import { createFaceCapture } from './operations/create-face-capture.js'
import { createPool } from './operations/create-pool.js'
import { createSession } from './operations/create-session.js'
import { deleteApplicant } from './operations/delete-applicant.js'
import { deleteApplicantFace } from './operations/delete-applicant-face.js'
import { deleteMediaContent } from './operations/delete-media-content.js'
import { deletePool } from './operations/delete-pool.js'
import { deletePoolApplicant } from './operations/delete-pool-applicant.js'
import { deleteSession } from './operations/delete-session.js'
import { deleteTrackedDevices } from './operations/delete-tracked-devices.js'
import { getApplicant } from './operations/get-applicant.js'
import { getApplicantFace } from './operations/get-applicant-face.js'
import { getApplicantFacePlural } from './operations/get-applicant-face-plural.js'
import { getApplicantPlural } from './operations/get-applicant-plural.js'
import { getInstructions } from './operations/get-instructions.js'
import { getInstructionsContactProfile } from './operations/get-instructions-contact-profile.js'
import { getInstructionsPdf } from './operations/get-instructions-pdf.js'
import { getMediaContent } from './operations/get-media-content.js'
import { getSession } from './operations/get-session.js'
import { getSessionConfiguration } from './operations/get-session-configuration.js'
import { getSupportedDocuments } from './operations/get-supported-documents.js'
import { getTrackedDevices } from './operations/get-tracked-devices.js'
import { lookupUkPostOffice } from './operations/lookup-uk-post-office.js'
import { putApplicationResponseConfig } from './operations/put-application-response-config.js'
import { putFaceCaptureApplicant } from './operations/put-face-capture-applicant.js'
import { putFaceCaptureImage } from './operations/put-face-capture-image.js'
import { putInstructions } from './operations/put-instructions.js'
import { putSessionResponseConfig } from './operations/put-session-response-config.js'
import { runAgent } from './operations/run-agent.js'
import { sendInstructionsEmail } from './operations/send-instructions-email.js'

export type { OperationDeps } from './operation.js'

type Handlers = { readonly [Id in YotiOperationId]: Operation<Id, keyof OperationDeps> }

/** Every operation of openapi.yaml, in its order. A row that is missing, or whose verb, path or handler is wrong, does not compile. */
export const yotiTable: OperationTable<(typeof yotiOperations)[number], Handlers> = {
  'POST /sessions': createSession,
  'GET /sessions/{sessionId}': getSession,
  'DELETE /sessions/{sessionId}': deleteSession,
  'GET /sessions/{sessionId}/configuration': getSessionConfiguration,
  'GET /sessions/{sessionId}/instructions': getInstructions,
  'PUT /sessions/{sessionId}/instructions': putInstructions,
  'GET /sessions/{sessionId}/instructions/pdf': getInstructionsPdf,
  'GET /sessions/{sessionId}/instructions/contact-profile': getInstructionsContactProfile,
  'POST /sessions/{sessionId}/instructions/email': sendInstructionsEmail,
  'GET /sessions/{sessionId}/media/{mediaId}/content': getMediaContent,
  'DELETE /sessions/{sessionId}/media/{mediaId}/content': deleteMediaContent,
  'POST /sessions/{sessionId}/resources/face-capture': createFaceCapture,
  'PUT /sessions/{sessionId}/resources/face-capture/{resourceId}/image': putFaceCaptureImage,
  'PUT /sessions/{sessionId}/resources/face-capture/{resourceId}/applicant': putFaceCaptureApplicant,
  'GET /sessions/{sessionId}/tracked-devices': getTrackedDevices,
  'DELETE /sessions/{sessionId}/tracked-devices': deleteTrackedDevices,
  'GET /supported-documents': getSupportedDocuments,
  'POST /lookup/uk-post-office': lookupUkPostOffice,
  'POST /applicants': createApplicant,
  'GET /applicants/{applicantId}': getApplicantPlural,
  'DELETE /applicants/{applicantId}': deleteApplicant,
  'POST /applicants/{applicantId}/faces': addApplicantFace,
  'GET /applicants/{applicantId}/faces/{faceId}': getApplicantFacePlural,
  'DELETE /applicants/{applicantId}/faces/{faceId}': deleteApplicantFace,
  'GET /applicant/{applicantId}': getApplicant,
  'GET /applicant/{applicantId}/faces/{faceId}': getApplicantFace,
  'POST /pools': createPool,
  'DELETE /pools/{poolId}': deletePool,
  'POST /pools/{poolId}/applicants': addPoolApplicant,
  'DELETE /pools/{poolId}/applicants/{applicantId}': deletePoolApplicant,
  'PUT /sessions/{sessionId}/response-config': putSessionResponseConfig,
  'PUT /apps/{sdkId}/response-config': putApplicationResponseConfig,
  'POST /agent': runAgent,
}

/** The same by operation id. */
export const operations: Handlers = byOperationId(yotiOperations, yotiTable)
