import type { YotiOperation, YotiOperationId } from '../openapi/operation.js'
import type { Session } from '../sessions/session.js'

/** What operations may need. Each names its own part of it. */
export type OperationDeps = Record<never, never>

/** An operation of Yoti's surface on one session; `Deps` names the dependencies that it needs. */
export type Operation<Id extends YotiOperationId, Deps = OperationDeps> = YotiOperation<Id, Session, Deps>
