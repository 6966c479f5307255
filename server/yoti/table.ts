import type { YotiOperationId } from '../openapi/operation.js'
import type { Operation, OperationDeps } from './operation.js'
import { createFaceCapture } from './operations/create-face-capture.js'
import { createSession } from './operations/create-session.js'
import { deleteMediaContent } from './operations/delete-media-content.js'
import { deleteSession } from './operations/delete-session.js'
import { deleteTrackedDevices } from './operations/delete-tracked-devices.js'
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
import { putFaceCaptureImage } from './operations/put-face-capture-image.js'
import { putInstructions } from './operations/put-instructions.js'
import { putSessionResponseConfig } from './operations/put-session-response-config.js'
import { runAgent } from './operations/run-agent.js'
import { sendInstructionsEmail } from './operations/send-instructions-email.js'

export type { OperationDeps } from './operation.js'

/** Every operation of openapi.yaml; one without a handler does not compile. */
export const operations: { readonly [Id in YotiOperationId]: Operation<Id, keyof OperationDeps> } = {
  createSession,
  getSession,
  deleteSession,
  getSessionConfiguration,
  getInstructions,
  putInstructions,
  getInstructionsPdf,
  getInstructionsContactProfile,
  sendInstructionsEmail,
  getMediaContent,
  deleteMediaContent,
  createFaceCapture,
  putFaceCaptureImage,
  getTrackedDevices,
  deleteTrackedDevices,
  getSupportedDocuments,
  lookupUkPostOffice,
  putSessionResponseConfig,
  putApplicationResponseConfig,
  runAgent,
}
