import { expect, test } from 'vitest'
import { errorTable } from '../../../server/base/errors.js'

// Codes, messages and statuses: the error examples of Yoti's API description, as opg-paper-identity has it, and Yoti's pages.
test.each([
  ['MALFORMED_REQUEST', 400, 'The request is malformed'],
  ['PAYLOAD_VALIDATION', 400, 'There were errors validating the payload'],
  ['MESSAGE_SIGNING', 401, 'The message was not signed correctly'],
  ['BAD_SDK_ID', 401, 'Cannot authorize your request for the session with the given sdk id'],
  ['BAD_TOKEN', 401, 'Cannot authorize your request for the session with the given token'],
  ['BAD_PUBLIC_KEY', 401, 'Cannot parse the public key provided'],
  [
    'INSUFFICIENT_PERMISSION',
    403,
    'The Yoti App associated with this sdk_id does not have permission to use Yoti Doc Scan',
  ],
  ['NOT_YOUR_RESOURCE', 403, 'You may only update Resources that you have created'],
  [
    'NOT_YOUR_SESSION',
    403,
    'The allowed_sources present in the requirements of this Session disallow you from performing this action',
  ],
  ['APP_NOT_FOUND', 404, 'The referenced application does not exist'],
  ['SESSION_NOT_FOUND', 404, 'No session found matching the sessionId provided'],
  ['MEDIA_CONTENT_NOT_FOUND', 404, 'No media content found matching the id provided'],
  ['RESOURCE_NOT_FOUND', 404, 'No resource found for the sessionId & resourceId provided'],
  ['REQUIREMENT_NOT_FOUND', 404, 'No requirement found for the sessionId & requirementId provided'],
  ['SCHEME_NOT_FOUND', 404, 'No scheme found that matches provided scheme name'],
  [
    'SCHEME_VALIDATION_REQUIREMENT_NOT_FOUND',
    404,
    'No scheme validation found for requested issuing country and/or document type',
  ],
  ['SESSION_EXPIRED', 409, 'The session has expired'],
  ['SESSION_LOCKED', 409, 'The session is locked while it is in progress'],
  [
    'SESSION_NOT_READY',
    409,
    'Cannot begin this session until integrator provides all required resources (Face Capture)',
  ],
  ['INSTRUCTIONS_NOT_COMPLETE', 409, 'No instructions have been provided'],
  ['RESOURCE_LOCKED', 409, 'The Resource is Locked'],
  ['UNSUPPORTED_TYPE', 415, 'The provided Content-Type is not supported'],
  ['UNPROCESSABLE_MEDIA', 422, 'The media provided is not processable'],
  ['TOO_MANY_REQUESTS', 429, 'Too many requests, please try later'],
  ['SERVER_ERROR', 500, 'An unexpected error occurred on the server'],
  // The two spaces are Yoti's.
  ['TEMPORARILY_UNAVAILABLE', 503, 'Unable to complete your request right now.  Please try again later'],
] as const)('%s is %d: %s', (code, status, message) => {
  expect(errorTable[code]).toEqual({ status, message, origin: 'yoti' })
})

test.each([
  ['NOT_FOUND', 404],
  ['METHOD_NOT_ALLOWED', 405],
  ['UNKNOWN_PROVIDER_STATE', 400],
  ['CONTROL_TOKEN', 401],
  ['FOREIGN_PAGE', 403],
  ['STAGE_NOT_REACHED', 409],
  ['STEP_NOT_POSSIBLE', 409],
  ['DELIVERY_NOT_FOUND', 404],
  ['NOTIFICATION_NOT_SENT', 409],
  ['VERIFICATION_FAILED', 409],
  ['FAULT_NOT_FOUND', 404],
  ['SCENARIO_NOT_FOUND', 404],
] as const)('%s is %d, and never sent by Yoti', (code, status) => {
  expect(errorTable[code]).toMatchObject({ status, origin: 'mock-yoti' })
})
