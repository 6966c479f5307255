import type { YotiOperationId } from '../openapi/operation.js'
import { createFaceCapture } from './create-face-capture.js'
import { createSession } from './create-session.js'
import { deleteMediaContent } from './delete-media-content.js'
import { deleteSession } from './delete-session.js'
import { deleteTrackedDevices } from './delete-tracked-devices.js'
import { getInstructions } from './get-instructions.js'
import { getInstructionsContactProfile } from './get-instructions-contact-profile.js'
import { getInstructionsPdf } from './get-instructions-pdf.js'
import { getMediaContent } from './get-media-content.js'
import { getSession } from './get-session.js'
import { getSessionConfiguration } from './get-session-configuration.js'
import { getSupportedDocuments } from './get-supported-documents.js'
import { getTrackedDevices } from './get-tracked-devices.js'
import { lookupUkPostOffice } from './lookup-uk-post-office.js'
import type { Operation, OperationDeps } from './operation.js'
import { putApplicationResponseConfig } from './put-application-response-config.js'
import { putFaceCaptureImage } from './put-face-capture-image.js'
import { putInstructions } from './put-instructions.js'
import { putSessionResponseConfig } from './put-session-response-config.js'
import { runAgent } from './run-agent.js'
import { sendInstructionsEmail } from './send-instructions-email.js'

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
