/**
 * The rooms of the source, top to bottom. A file imports its own room and rooms on lower levels; rooms on one level do
 * not know each other. A room is a folder or a file; the longest name that fits a file is its room.
 * docs/architecture.md draws this list.
 */
export const importOrder: readonly (readonly string[])[] = [
  ['cli'],
  ['contracts/pact', 'contracts/verify', 'testcontainers'],
  ['server/index.ts'],
  ['server/start.ts'],
  ['server/http'],
  ['server/control'],
  ['server/oauth', 'server/pages', 'server/shapes', 'server/webhooks'],
  ['server/yoti', 'server/state'],
  ['server/engine/results'],
  ['server/engine/sessions', 'server/engine/notifications'],
  ['server/engine/sandbox'],
  ['server/engine/visit', 'server/engine/reference'],
  ['server/engine/model'],
  ['server/engine/scenarios', 'server/engine/media'],
  ['server/engine/checks', 'server/engine/identity'],
  ['server/journal', 'server/config.ts'],
  ['server/auth', 'server/faults', 'server/client.ts'],
  ['server/openapi'],
  ['server/base'],
]

/** Imports against the order that are still there. The list only gets shorter. */
export const knownExceptions: readonly string[] = [
  'server/auth/authenticate.ts → server/state/memory/access-tokens.ts',
  'server/auth/authenticate.ts → server/state/memory/applications.ts',
  'server/auth/authenticate.ts → server/state/memory/clocks.ts',
  'server/auth/caller.ts → server/engine/model/session.ts',
  'server/auth/caller.ts → server/journal/entry.ts',
  'server/auth/digest.ts → server/state/memory/applications.ts',
  'server/auth/digest.ts → server/state/memory/nonces.ts',
  'server/auth/key-files.ts → server/state/memory/applications.ts',
  'server/engine/notifications/delivery.ts → server/webhooks/http-sender.ts',
  'server/engine/sessions/transitions.ts → server/engine/results/render.ts',
  'server/journal/verify.ts → server/state/memory/journal.ts',
  'server/pages/user-view.ts → server/control/control-operation.ts',
  'server/pages/user-view.ts → server/control/scenario-by-id.ts',
  'server/state/update-session.ts → server/control/control-operation.ts',
  'server/state/watch-session.ts → server/control/control-operation.ts',
  'server/yoti/operation.ts → server/state/memory/application-responses.ts',
]

/** Where the contract toolkit enters the server: rooms as a whole, and the entry of a room that has one. */
export const contractEntries: readonly string[] = [
  'server/base',
  'server/engine/scenarios',
  'server/index.ts',
  'server/shapes/index.ts',
]
