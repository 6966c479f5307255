import type { ControlOperationId } from '../openapi/operation.js'
import { addFault } from './add-fault.js'
import { advanceClock } from './advance-clock.js'
import { awaitNotifications } from './await-notifications.js'
import { awaitStage } from './await-stage.js'
import { changeSessionScenario } from './change-session-scenario.js'
import { clearFaults } from './clear-faults.js'
import { clearRequests } from './clear-requests.js'
import { duplicateNotification } from './duplicate-notification.js'
import { expireSession } from './expire-session.js'
import { forgetSession } from './forget-session.js'
import { getClock } from './get-clock.js'
import { getDefaults } from './get-defaults.js'
import { getFault } from './get-fault.js'
import { getHealth } from './get-health.js'
import { getScenario } from './get-scenario.js'
import { getVersion } from './get-version.js'
import { holdNotifications } from './hold-notifications.js'
import { inspectSession } from './inspect-session.js'
import { listApplications } from './list-applications.js'
import { listFaults } from './list-faults.js'
import { listNotifications } from './list-notifications.js'
import { listRequests } from './list-requests.js'
import { listScenarios } from './list-scenarios.js'
import { listSessions } from './list-sessions.js'
import { makeMessage } from './make-message.js'
import { notifyNow } from './notify-now.js'
import type { ControlDeps, Operation } from './operation.js'
import { putApplication } from './put-application.js'
import { releaseNotifications } from './release-notifications.js'
import { removeFault } from './remove-fault.js'
import { reset } from './reset.js'
import { sendNotification } from './send-notification.js'
import { setClock } from './set-clock.js'
import { setDefaults } from './set-defaults.js'
import { setNextSession } from './set-next-session.js'
import { setUpProviderState } from './set-up-provider-state.js'
import { verifyRequests } from './verify-requests.js'
import { visitSession } from './visit-session.js'

export type { ControlDeps } from './operation.js'

/** Every operation of control.openapi.yaml; one without a handler does not compile. */
export const controlOperations: { readonly [Id in ControlOperationId]: Operation<Id, keyof ControlDeps> } = {
  getHealth,
  getVersion,
  listScenarios,
  getScenario,
  listApplications,
  putApplication,
  getDefaults,
  setDefaults,
  setUpProviderState,
  makeMessage,
  listRequests,
  clearRequests,
  verifyRequests,
  addFault,
  listFaults,
  clearFaults,
  getFault,
  removeFault,
  getClock,
  setClock,
  advanceClock,
  listSessions,
  inspectSession,
  forgetSession,
  changeSessionScenario,
  awaitStage,
  visitSession,
  expireSession,
  awaitNotifications,
  duplicateNotification,
  holdNotifications,
  listNotifications,
  notifyNow,
  releaseNotifications,
  sendNotification,
  setNextSession,
  reset,
}
