import type { ControlOperationId } from '../openapi/operation.js'
import { getHealth } from './get-health.js'
import { getScenario } from './get-scenario.js'
import { getVersion } from './get-version.js'
import { listApplications } from './list-applications.js'
import { listScenarios } from './list-scenarios.js'
import type { ControlDeps, Operation } from './operation.js'
import { putApplication } from './put-application.js'
import { setUpProviderState } from './set-up-provider-state.js'

export type { ControlDeps } from './operation.js'

/** Every operation of control.openapi.yaml; one without a handler does not compile. */
export const controlOperations: { readonly [Id in ControlOperationId]: Operation<Id, keyof ControlDeps> } = {
  getHealth,
  getVersion,
  listScenarios,
  getScenario,
  listApplications,
  putApplication,
  setUpProviderState,
}
