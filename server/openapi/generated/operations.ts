// Made by scripts/generate.mjs from the OpenAPI documents. Do not edit.

export const yotiOperations = [
  { operationId: 'getSession', method: 'GET', path: '/sessions/{sessionId}' },
] as const

export const controlOperations = [
  { operationId: 'getHealth', method: 'GET', path: '/health' },
  { operationId: 'getVersion', method: 'GET', path: '/version' },
  { operationId: 'listScenarios', method: 'GET', path: '/scenarios' },
  { operationId: 'getScenario', method: 'GET', path: '/scenarios/{scenarioId}' },
  { operationId: 'listApplications', method: 'GET', path: '/applications' },
  { operationId: 'putApplication', method: 'PUT', path: '/applications/{sdkId}' },
  { operationId: 'setUpProviderState', method: 'POST', path: '/pact/provider-states' },
] as const

export const oauthOperations = [
  { operationId: 'issueToken', method: 'POST', path: '/v1/oauth/token' },
] as const

export const yotiAccess = {
  getSession: 'signed',
} as const
