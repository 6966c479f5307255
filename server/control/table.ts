import type { ControlOperationId } from '../openapi/operation.js'
import type { ControlDeps, Operation } from './control-operation.js'
import { addFault } from './operations/add-fault.js'
import { advanceClock } from './operations/advance-clock.js'
import { awaitNotifications } from './operations/await-notifications.js'
import { awaitStage } from './operations/await-stage.js'
import { changeSessionScenario } from './operations/change-session-scenario.js'
import { clearFaults } from './operations/clear-faults.js'
import { clearRequests } from './operations/clear-requests.js'
import { duplicateNotification } from './operations/duplicate-notification.js'
import { expireSession } from './operations/expire-session.js'
import { forgetSession } from './operations/forget-session.js'
import { getClock } from './operations/get-clock.js'
import { getDefaults } from './operations/get-defaults.js'
import { getFault } from './operations/get-fault.js'
import { getHealth } from './operations/get-health.js'
import { getScenario } from './operations/get-scenario.js'
import { getVersion } from './operations/get-version.js'
import { holdNotifications } from './operations/hold-notifications.js'
import { inspectSession } from './operations/inspect-session.js'
import { listApplications } from './operations/list-applications.js'
import { listFaults } from './operations/list-faults.js'
import { listNotifications } from './operations/list-notifications.js'
import { listRequests } from './operations/list-requests.js'
import { listScenarios } from './operations/list-scenarios.js'
import { listSessions } from './operations/list-sessions.js'
import { makeMessage } from './operations/make-message.js'
import { notifyNow } from './operations/notify-now.js'
import { putApplication } from './operations/put-application.js'
import { releaseNotifications } from './operations/release-notifications.js'
import { removeFault } from './operations/remove-fault.js'
import { reset } from './operations/reset.js'
import { sendNotification } from './operations/send-notification.js'
import { setClock } from './operations/set-clock.js'
import { setDefaults } from './operations/set-defaults.js'
import { setNextSession } from './operations/set-next-session.js'
import { setUpProviderState } from './operations/set-up-provider-state.js'
import { verifyRequests } from './operations/verify-requests.js'
import { visitSession } from './operations/visit-session.js'

export type { ControlDeps } from './control-operation.js'

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
