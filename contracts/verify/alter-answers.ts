import {
  type DocumentOperation,
  type DocumentSchema,
  documentOperations,
  type FutureChange,
  schemaNamed,
} from '../../server/shapes/index.js'
import { type Alter, messagesPath } from './bridge.js'

const segmentsOf = (path: string) =>
  path
    .split('?')[0]
    ?.split('/')
    .filter((part) => part !== '') ?? []

/** What stands below the base of the API. */
const belowBase = (path: string) => {
  const at = path.indexOf('/idverify/v1/')
  return at === -1 ? undefined : path.slice(at + '/idverify/v1'.length)
}

const isAt = (operation: DocumentOperation, method: string, segments: readonly string[]) => {
  const expected = segmentsOf(operation.path)
  return (
    operation.method === method &&
    expected.length === segments.length &&
    expected.every((part, index) => part.startsWith('{') || part === segments[index])
  )
}

const operationAt = (method: string, path: string) => {
  const below = belowBase(path)
  const segments = below === undefined ? [] : segmentsOf(below)
  return below === undefined ? undefined : documentOperations.find((operation) => isAt(operation, method, segments))
}

const schemaOf = (method: string, path: string, status: number): DocumentSchema | undefined => {
  if (path === messagesPath) return schemaNamed('Notification')
  return status < 300 ? operationAt(method, path)?.answerSchema(status) : undefined
}

/**
 * Has a bridge answer as Yoti may answer after a change: successful answers of its operations, and notifications.
 * @param note hears of each answer before it is changed
 */
export const alterBy =
  ({ change }: FutureChange, note: (body: unknown, schema: DocumentSchema) => unknown): Alter =>
  ({ method, path, status, body }) => {
    const schema = schemaOf(method, path, status)
    if (schema === undefined) return undefined
    note(body, schema)
    return change(body, schema)
  }
