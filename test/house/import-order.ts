/**
 * The rooms of the source, top to bottom. A file imports its own room and rooms on lower levels; rooms on one level do
 * not know each other. A room is a folder or a file; the longest name that fits a file is its room.
 * docs/architecture.md draws this list.
 */
export const importOrder: readonly (readonly string[])[] = [
  ['cli', 'console'],
  ['gauntlet', 'drift'],
  ['contracts/pact', 'contracts/verify', 'testcontainers'],
  ['server/index.ts'],
  ['server/start.ts'],
  ['server/http'],
  ['server/control'],
  ['server/console', 'server/oauth', 'server/pages', 'server/shapes', 'server/webhooks'],
  ['server/state/redis'],
  ['server/yoti', 'server/state'],
  ['server/engine/results'],
  ['server/engine/sessions', 'server/engine/notifications'],
  ['server/engine/sandbox'],
  ['server/engine/visit', 'server/engine/faces'],
  ['server/engine/model'],
  ['server/engine/scenarios', 'server/engine/media'],
  ['server/engine/checks', 'server/engine/identity', 'server/engine/reference'],
  ['server/journal', 'server/config'],
  ['server/auth', 'server/faults', 'server/client'],
  ['server/openapi'],
  ['server/base'],
]

/** With the engine as one room: how many rooms there may be, and how many pairs of rooms of which one imports the other. */
export const limits = { rooms: 29, arrows: 112 } as const

/** Where the contract toolkit enters the server: rooms as a whole, and the entry of a room that has one. */
export const contractEntries: readonly string[] = [
  'server/base',
  'server/engine/scenarios',
  'server/index.ts',
  'server/shapes/index.ts',
]
