import type { Route } from './router.js'

type OperationEntry = Route & { readonly operationId: string }

/** A handler for every verb and path of a document; another verb, path or handler does not compile. */
export type OperationTable<Entry extends OperationEntry, Handlers extends Readonly<Record<string, unknown>>> = {
  readonly [E in Entry as `${E['method']} ${E['path']}`]: Handlers[E['operationId']]
}

/** The handlers of a table by their operations' ids. */
export const byOperationId = <Entry extends OperationEntry, Handlers extends Readonly<Record<string, unknown>>>(
  entries: readonly Entry[],
  table: OperationTable<Entry, Handlers>,
): Handlers => {
  const handlers = table as Readonly<Record<string, unknown>>
  const named = entries.map(({ operationId, method, path }) => [operationId, handlers[`${method} ${path}`]])
  // The table has a row for every entry, by its type.
  return Object.fromEntries(named) as Handlers
}
