import { expect, test } from 'vitest'
import { controlHandlers, controlTable } from '../../server/control/table.js'
import { operations, yotiTable } from '../../server/yoti/table.js'

test('every row of the tables has the handler that is called like its operation', () => {
  for (const handlers of [operations, controlHandlers])
    for (const [operationId, handler] of Object.entries(handlers)) expect(handler.name).toBe(operationId)
  expect(Object.keys(yotiTable)).toHaveLength(33)
  expect(Object.keys(controlTable)).toHaveLength(50)
})

test('a wrong verb, a wrong path, a wrong handler and a missing row do not compile', () => {
  const { 'POST /sessions': createSession, ...others } = yotiTable
  // @ts-expect-error a verb that the document does not give this path
  const verb: typeof yotiTable = { ...others, 'PUT /sessions': createSession }
  // @ts-expect-error a path that the document does not have
  const path: typeof yotiTable = { ...others, 'POST /session': createSession }
  // @ts-expect-error another operation's handler
  const handler: typeof yotiTable = { ...others, 'POST /sessions': operations.getSession }
  // @ts-expect-error a row is missing
  const missing: typeof yotiTable = others
  expect([verb, path, handler, missing]).toHaveLength(4)
})
