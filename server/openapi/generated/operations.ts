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
  { operationId: 'putSessionResponseConfig', method: 'PUT', path: '/sessions/{sessionId}/response-config' },
  { operationId: 'putApplicationResponseConfig', method: 'PUT', path: '/apps/{sdkId}/response-config' },
  { operationId: 'runAgent', method: 'POST', path: '/agent' },
] as const

export const controlOperations = [
  { operationId: 'getHealth', method: 'GET', path: '/health' },
  { operationId: 'getVersion', method: 'GET', path: '/version' },
  { operationId: 'listScenarios', method: 'GET', path: '/scenarios' },
  { operationId: 'getScenario', method: 'GET', path: '/scenarios/{scenarioId}' },
  { operationId: 'listApplications', method: 'GET', path: '/applications' },
  { operationId: 'putApplication', method: 'PUT', path: '/applications/{sdkId}' },
  { operationId: 'getDefaults', method: 'GET', path: '/defaults' },
  { operationId: 'setDefaults', method: 'PUT', path: '/defaults' },
  { operationId: 'setUpProviderState', method: 'POST', path: '/pact/provider-states' },
  { operationId: 'listRequests', method: 'GET', path: '/requests' },
  { operationId: 'clearRequests', method: 'DELETE', path: '/requests' },
  { operationId: 'verifyRequests', method: 'POST', path: '/requests/verify' },
  { operationId: 'getClock', method: 'GET', path: '/clock' },
  { operationId: 'setClock', method: 'PUT', path: '/clock' },
  { operationId: 'advanceClock', method: 'POST', path: '/clock/advance' },
  { operationId: 'listSessions', method: 'GET', path: '/sessions' },
  { operationId: 'inspectSession', method: 'GET', path: '/sessions/{sessionId}' },
  { operationId: 'forgetSession', method: 'DELETE', path: '/sessions/{sessionId}' },
  { operationId: 'changeSessionScenario', method: 'PUT', path: '/sessions/{sessionId}/scenario' },
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
  putSessionResponseConfig: 'signed',
  putApplicationResponseConfig: 'signed',
  runAgent: 'signed',
} as const

export const sandboxOperations: readonly string[] = [
  'putSessionResponseConfig',
  'putApplicationResponseConfig',
  'runAgent',
]
