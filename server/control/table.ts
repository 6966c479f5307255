import { controlOperations } from '../openapi/generated/operations.js'
import type { ControlOperationId } from '../openapi/operation.js'
import { byOperationId, type OperationTable } from '../openapi/operation-table.js'
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
import { exportRequests } from './operations/export-requests.js'
import { forgetSession } from './operations/forget-session.js'
import { getClock } from './operations/get-clock.js'
import { getDefaults } from './operations/get-defaults.js'
import { getFault } from './operations/get-fault.js'
import { getHealth } from './operations/get-health.js'
import { getMetrics } from './operations/get-metrics.js'
import { getNotification } from './operations/get-notification.js'
import { getRequest } from './operations/get-request.js'
import { getScenario } from './operations/get-scenario.js'
import { getSessionLetter } from './operations/get-session-letter.js'
import { getSessionMedia } from './operations/get-session-media.js'
import { getSettings } from './operations/get-settings.js'
import { getState } from './operations/get-state.js'
import { getVersion } from './operations/get-version.js'
import { holdNotifications } from './operations/hold-notifications.js'
import { inspectSession } from './operations/inspect-session.js'
import { listApplications } from './operations/list-applications.js'
import { listFaults } from './operations/list-faults.js'
import { listNotifications } from './operations/list-notifications.js'
import { listRequests } from './operations/list-requests.js'
import { listScenarios } from './operations/list-scenarios.js'
import { listSessions } from './operations/list-sessions.js'
import { listShapes } from './operations/list-shapes.js'
import { makeMessage } from './operations/make-message.js'
import { notifyNow } from './operations/notify-now.js'
import { putApplication } from './operations/put-application.js'
import { putState } from './operations/put-state.js'
import { releaseNotifications } from './operations/release-notifications.js'
import { removeFault } from './operations/remove-fault.js'
import { reset } from './operations/reset.js'
import { retryNotifications } from './operations/retry-notifications.js'
import { sendNotification } from './operations/send-notification.js'
import { setClock } from './operations/set-clock.js'
import { setDefaults } from './operations/set-defaults.js'
import { setNextSession } from './operations/set-next-session.js'
import { setUpProviderState } from './operations/set-up-provider-state.js'
import { startSession } from './operations/start-session.js'
import { streamEvents } from './operations/stream-events.js'
import { verifyRequests } from './operations/verify-requests.js'
import { visitSession } from './operations/visit-session.js'

export type { ControlDeps } from './control-operation.js'

type Handlers = { readonly [Id in ControlOperationId]: Operation<Id, keyof ControlDeps> }

/** Every operation of control.openapi.yaml, in its order. A row that is missing, or whose verb, path or handler is wrong, does not compile. */
export const controlTable: OperationTable<(typeof controlOperations)[number], Handlers> = {
  'GET /health': getHealth,
  'GET /version': getVersion,
  'GET /settings': getSettings,
  'GET /events': streamEvents,
  'GET /scenarios': listScenarios,
  'GET /scenarios/{scenarioId}': getScenario,
  'GET /applications': listApplications,
  'PUT /applications/{sdkId}': putApplication,
  'GET /defaults': getDefaults,
  'PUT /defaults': setDefaults,
  'GET /metrics': getMetrics,
  'GET /shapes': listShapes,
  'POST /pact/provider-states': setUpProviderState,
  'POST /pact/messages': makeMessage,
  'GET /requests': listRequests,
  'DELETE /requests': clearRequests,
  'GET /requests.har': exportRequests,
  'POST /requests/verify': verifyRequests,
  'GET /requests/{requestId}': getRequest,
  'GET /faults': listFaults,
  'POST /faults': addFault,
  'DELETE /faults': clearFaults,
  'GET /faults/{faultId}': getFault,
  'DELETE /faults/{faultId}': removeFault,
  'GET /clock': getClock,
  'PUT /clock': setClock,
  'POST /clock/advance': advanceClock,
  'GET /sessions': listSessions,
  'POST /sessions': startSession,
  'GET /sessions/{sessionId}': inspectSession,
  'DELETE /sessions/{sessionId}': forgetSession,
  'GET /sessions/{sessionId}/media/{mediaId}': getSessionMedia,
  'GET /sessions/{sessionId}/letter': getSessionLetter,
  'PUT /sessions/{sessionId}/scenario': changeSessionScenario,
  'GET /sessions/{sessionId}/wait': awaitStage,
  'POST /sessions/{sessionId}/visit': visitSession,
  'POST /sessions/{sessionId}/expire': expireSession,
  'GET /notifications': listNotifications,
  'POST /notifications': notifyNow,
  'GET /notifications/wait': awaitNotifications,
  'POST /notifications/hold': holdNotifications,
  'POST /notifications/release': releaseNotifications,
  'POST /notifications/retry': retryNotifications,
  'GET /notifications/{deliveryId}': getNotification,
  'POST /notifications/{deliveryId}/send': sendNotification,
  'POST /notifications/{deliveryId}/duplicate': duplicateNotification,
  'POST /next-session': setNextSession,
  'POST /reset': reset,
  'GET /state': getState,
  'PUT /state': putState,
}

/** The same by operation id. */
export const controlHandlers: Handlers = byOperationId(controlOperations, controlTable)
