import { randomUUID } from 'node:crypto'
import { findMissingRedis } from './redis-server.js'

/** Why the tests of replicas are skipped: a machine without Redis. Under CI it fails instead. */
export const missingRedis: string | undefined = await findMissingRedis()

/** A prefix that nobody else has. */
export const newPrefix = (): string => `test-${randomUUID()}`
