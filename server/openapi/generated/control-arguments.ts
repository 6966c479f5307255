// Made by scripts/generate.mjs from server/control/control.openapi.yaml. Do not edit.

import type { ControlOperationId } from '../operation.js'

/** One of these values, a value of this type, or a number of this range. */
export type Kind =
  | 'string'
  | 'filled'
  | 'boolean'
  | 'object'
  | 'array'
  | 'any'
  | readonly string[]
  | { readonly isWhole: boolean; readonly least?: number; readonly most?: number }

type Arguments = {
  readonly query: Readonly<Record<string, Kind>>
  readonly body: Readonly<Record<string, Kind>>
  /** The names that the body must have. */
  readonly required: readonly string[]
}

export const controlArguments: Readonly<Record<ControlOperationId, Arguments>> = {
  getHealth: {"query":{},"body":{},"required":[]},
  getVersion: {"query":{},"body":{},"required":[]},
  getSettings: {"query":{},"body":{},"required":[]},
  streamEvents: {"query":{"types":"string","sdkId":"filled","after":"string"},"body":{},"required":[]},
  listScenarios: {"query":{"documents":"boolean"},"body":{},"required":[]},
  getScenario: {"query":{},"body":{},"required":[]},
  listApplications: {"query":{},"body":{},"required":[]},
  putApplication: {"query":{},"body":{"public_key":"string","signatures":["off","lenient","strict"],"scenario":"string"},"required":[]},
  getDefaults: {"query":{},"body":{},"required":[]},
  setDefaults: {"query":{},"body":{"scenario":"string"},"required":["scenario"]},
  getMetrics: {"query":{},"body":{},"required":[]},
  listShapes: {"query":{"examples":"boolean"},"body":{},"required":[]},
  setUpProviderState: {"query":{},"body":{"state":"string","params":"object","action":["setup","teardown"]},"required":["state"]},
  makeMessage: {"query":{},"body":{"description":"filled"},"required":["description"]},
  listRequests: {"query":{"sessionId":"string","sdkId":"filled","operation":"string","status":"any","matched":"boolean","scenario":"string","traceId":"string","method":"string","path":"string","after":{"isWhole":true,"least":0},"before":{"isWhole":true,"least":0},"limit":{"isWhole":true,"least":1,"most":1000},"view":["full","summary"]},"body":{},"required":[]},
  clearRequests: {"query":{"sdkId":"filled"},"body":{},"required":[]},
  exportRequests: {"query":{"sessionId":"string","sdkId":"filled","operation":"string","status":"any","matched":"boolean","scenario":"string","traceId":"string","method":"string","path":"string","after":{"isWhole":true,"least":0},"before":{"isWhole":true,"least":0},"limit":{"isWhole":true,"least":1,"most":1000},"secrets":"boolean"},"body":{},"required":[]},
  verifyRequests: {"query":{},"body":{"sessionId":"string","sdkId":"filled","operation":"string","status":"any","matched":"boolean","scenario":"string","traceId":"string","method":"string","path":"string","query":"object","headers":"object","body":"any","exactly":{"isWhole":true,"least":0},"atLeast":{"isWhole":true,"least":0},"atMost":{"isWhole":true,"least":0}},"required":[]},
  getRequest: {"query":{},"body":{},"required":[]},
  listFaults: {"query":{"sdkId":"filled"},"body":{},"required":[]},
  addFault: {"query":{},"body":{"operation":"string","sdkId":"filled","sessionId":"string","after":{"isWhole":true,"least":0},"times":{"isWhole":true,"least":1},"every":{"isWhole":true,"least":1},"probability":{"isWhole":false,"most":1},"seed":"string","status":{"isWhole":true,"least":200,"most":599},"code":"string","message":"string","errors":"array","body":"any","headers":"object","delay":"any","slowBody":"any","spoil":["reset-before","reset-during","truncated-body","malformed-json","wrong-content-type","empty-body"]},"required":[]},
  clearFaults: {"query":{"sdkId":"filled"},"body":{},"required":[]},
  getFault: {"query":{},"body":{},"required":[]},
  removeFault: {"query":{},"body":{},"required":[]},
  getClock: {"query":{"sdkId":"filled"},"body":{},"required":[]},
  setClock: {"query":{},"body":{"now":"string","frozen":"boolean","sdkId":"filled"},"required":[]},
  advanceClock: {"query":{},"body":{"by":"string","sdkId":"filled"},"required":["by"]},
  listSessions: {"query":{"sdkId":"filled","stage":["created","instructed","visited","capturing","checking","completed","refused","expired"],"scenario":"string","limit":{"isWhole":true,"least":1,"most":1000}},"body":{},"required":[]},
  startSession: {"query":{},"body":{"scenario":"string","kind":["in-branch","at-home"],"sdkId":"filled","instructions":"boolean","visits":["auto","manual"],"notifications":"object"},"required":["scenario"]},
  inspectSession: {"query":{"at":"string"},"body":{},"required":[]},
  forgetSession: {"query":{},"body":{},"required":[]},
  getSessionMedia: {"query":{},"body":{},"required":[]},
  getSessionLetter: {"query":{},"body":{},"required":[]},
  changeSessionScenario: {"query":{},"body":{"scenario":"string"},"required":["scenario"]},
  awaitStage: {"query":{"stage":["created","instructed","visited","capturing","checking","completed","refused","expired"],"timeout":{"isWhole":false,"least":0,"most":300}},"body":{},"required":[]},
  visitSession: {"query":{},"body":{"step":["scan-letter","capture-document","capture-face","complete","refuse"],"document":{"isWhole":true,"least":1},"reason":"string"},"required":[]},
  expireSession: {"query":{},"body":{},"required":[]},
  listNotifications: {"query":{"sessionId":"string","sdkId":"filled","topic":["resource_update","task_completion","check_completion","session_completion","client_session_token_deleted","new_pdf_supplied","instructions_email_requested","thank_you_email_requested","first_branch_visit"],"status":["waiting","held","delivered","failed"],"after":{"isWhole":true,"least":0},"before":{"isWhole":true,"least":0},"limit":{"isWhole":true,"least":1,"most":1000},"view":["full","summary"]},"body":{},"required":[]},
  notifyNow: {"query":{},"body":{"sessionId":"string","topic":["resource_update","task_completion","check_completion","session_completion","client_session_token_deleted","new_pdf_supplied","instructions_email_requested","thank_you_email_requested","first_branch_visit"],"about":"string"},"required":["sessionId","topic"]},
  awaitNotifications: {"query":{"sessionId":"string","sdkId":"filled","topic":["resource_update","task_completion","check_completion","session_completion","client_session_token_deleted","new_pdf_supplied","instructions_email_requested","thank_you_email_requested","first_branch_visit"],"status":["waiting","held","delivered","failed"],"count":{"isWhole":true,"least":1,"most":9999},"timeout":{"isWhole":false,"least":0,"most":300}},"body":{},"required":[]},
  holdNotifications: {"query":{},"body":{"sessionId":"string","sdkId":"filled"},"required":[]},
  releaseNotifications: {"query":{},"body":{"sessionId":"string","sdkId":"filled"},"required":[]},
  retryNotifications: {"query":{},"body":{"sessionId":"string","sdkId":"filled"},"required":[]},
  getNotification: {"query":{},"body":{},"required":[]},
  sendNotification: {"query":{},"body":{},"required":[]},
  duplicateNotification: {"query":{},"body":{},"required":[]},
  setNextSession: {"query":{},"body":{"scenario":"string","sdkId":"filled","times":{"isWhole":true,"least":1}},"required":["scenario"]},
  reset: {"query":{},"body":{"sdkId":"filled"},"required":[]},
  getState: {"query":{"sdkId":"filled"},"body":{},"required":[]},
  putState: {"query":{"time":["taken","passed"]},"body":{"format":{"isWhole":true,"least":1},"takenAt":{"isWhole":false,"least":-62135596800000,"most":253402300799999},"sdkId":"filled","clocks":"object","scenario":"string","applications":"array","responses":"array","faceRegisters":"array","nextSessions":"array","faults":"array","scenarioCounts":"array","sessions":"array","handedOut":"array","deliveries":"array","holds":"array","providerStates":"array","tokens":"array"},"required":["format","takenAt","clocks","applications","responses","nextSessions","faults","scenarioCounts","sessions","handedOut","deliveries","holds","providerStates","tokens"]},
}
