// Made by scripts/generate.mjs from the OpenAPI documents. Do not edit.

export const yotiOperations = [
  { operationId: 'createSession', method: 'POST', path: '/sessions' },
  { operationId: 'getSession', method: 'GET', path: '/sessions/{sessionId}' },
  { operationId: 'deleteSession', method: 'DELETE', path: '/sessions/{sessionId}' },
  { operationId: 'getSessionConfiguration', method: 'GET', path: '/sessions/{sessionId}/configuration' },
  { operationId: 'getInstructions', method: 'GET', path: '/sessions/{sessionId}/instructions' },
  { operationId: 'putInstructions', method: 'PUT', path: '/sessions/{sessionId}/instructions' },
  { operationId: 'getInstructionsPdf', method: 'GET', path: '/sessions/{sessionId}/instructions/pdf' },
  { operationId: 'getInstructionsContactProfile', method: 'GET', path: '/sessions/{sessionId}/instructions/contact-profile' },
  { operationId: 'sendInstructionsEmail', method: 'POST', path: '/sessions/{sessionId}/instructions/email' },
  { operationId: 'getMediaContent', method: 'GET', path: '/sessions/{sessionId}/media/{mediaId}/content' },
  { operationId: 'deleteMediaContent', method: 'DELETE', path: '/sessions/{sessionId}/media/{mediaId}/content' },
  { operationId: 'createFaceCapture', method: 'POST', path: '/sessions/{sessionId}/resources/face-capture' },
  { operationId: 'putFaceCaptureImage', method: 'PUT', path: '/sessions/{sessionId}/resources/face-capture/{resourceId}/image' },
  { operationId: 'getTrackedDevices', method: 'GET', path: '/sessions/{sessionId}/tracked-devices' },
  { operationId: 'deleteTrackedDevices', method: 'DELETE', path: '/sessions/{sessionId}/tracked-devices' },
  { operationId: 'getSupportedDocuments', method: 'GET', path: '/supported-documents' },
  { operationId: 'lookupUkPostOffice', method: 'POST', path: '/lookup/uk-post-office' },
] as const

export const controlOperations = [
  { operationId: 'getHealth', method: 'GET', path: '/health' },
  { operationId: 'getVersion', method: 'GET', path: '/version' },
  { operationId: 'listScenarios', method: 'GET', path: '/scenarios' },
  { operationId: 'getScenario', method: 'GET', path: '/scenarios/{scenarioId}' },
  { operationId: 'listApplications', method: 'GET', path: '/applications' },
  { operationId: 'putApplication', method: 'PUT', path: '/applications/{sdkId}' },
  { operationId: 'setUpProviderState', method: 'POST', path: '/pact/provider-states' },
  { operationId: 'getClock', method: 'GET', path: '/clock' },
  { operationId: 'setClock', method: 'PUT', path: '/clock' },
  { operationId: 'advanceClock', method: 'POST', path: '/clock/advance' },
  { operationId: 'visitSession', method: 'POST', path: '/sessions/{sessionId}/visit' },
  { operationId: 'expireSession', method: 'POST', path: '/sessions/{sessionId}/expire' },
  { operationId: 'setNextSession', method: 'POST', path: '/next-session' },
  { operationId: 'reset', method: 'POST', path: '/reset' },
] as const

export const oauthOperations = [
  { operationId: 'issueToken', method: 'POST', path: '/v1/oauth/token' },
] as const

export const yotiAccess = {
  createSession: 'signed',
  getSession: 'signed',
  deleteSession: 'signed',
  getSessionConfiguration: 'client-token',
  getInstructions: 'signed',
  putInstructions: 'client-token',
  getInstructionsPdf: 'client-token',
  getInstructionsContactProfile: 'signed',
  sendInstructionsEmail: 'signed',
  getMediaContent: 'signed',
  deleteMediaContent: 'signed',
  createFaceCapture: 'signed',
  putFaceCaptureImage: 'signed',
  getTrackedDevices: 'signed',
  deleteTrackedDevices: 'signed',
  getSupportedDocuments: 'open',
  lookupUkPostOffice: 'open',
} as const

export const yotiErrors = {
  createSession: ['MALFORMED_REQUEST', 'PAYLOAD_VALIDATION', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'INSUFFICIENT_PERMISSION', 'APP_NOT_FOUND', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  getSession: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  deleteSession: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'RESOURCE_LOCKED', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  getSessionConfiguration: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_TOKEN', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'SESSION_NOT_READY', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  getInstructions: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  putInstructions: ['MALFORMED_REQUEST', 'PAYLOAD_VALIDATION', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_TOKEN', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'REQUIREMENT_NOT_FOUND', 'SESSION_EXPIRED', 'SESSION_LOCKED', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  getInstructionsPdf: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_TOKEN', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'SESSION_EXPIRED', 'INSTRUCTIONS_NOT_COMPLETE', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  getInstructionsContactProfile: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'INSTRUCTIONS_NOT_COMPLETE', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  sendInstructionsEmail: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'SESSION_EXPIRED', 'INSTRUCTIONS_NOT_COMPLETE', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  getMediaContent: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'MEDIA_CONTENT_NOT_FOUND', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  deleteMediaContent: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'MEDIA_CONTENT_NOT_FOUND', 'SESSION_LOCKED', 'RESOURCE_LOCKED', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  createFaceCapture: ['MALFORMED_REQUEST', 'PAYLOAD_VALIDATION', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'REQUIREMENT_NOT_FOUND', 'SESSION_EXPIRED', 'SESSION_LOCKED', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  putFaceCaptureImage: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'RESOURCE_NOT_FOUND', 'SESSION_EXPIRED', 'SESSION_LOCKED', 'UNSUPPORTED_TYPE', 'UNPROCESSABLE_MEDIA', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  getTrackedDevices: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  deleteTrackedDevices: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'BAD_SDK_ID', 'BAD_PUBLIC_KEY', 'SESSION_NOT_FOUND', 'APP_NOT_FOUND', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  getSupportedDocuments: ['MALFORMED_REQUEST', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
  lookupUkPostOffice: ['MALFORMED_REQUEST', 'PAYLOAD_VALIDATION', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE'],
} as const
