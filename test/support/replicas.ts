import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { findMissingRedis, type RedisServer, startRedis } from './redis-server.js'

/** Why the tests of replicas are skipped: a machine without Redis. Under CI it fails instead. */
export const missingRedis: string | undefined = await findMissingRedis()

/** A prefix that nobody else has. */
export const newPrefix = (): string => `test-${randomUUID()}`

/** A Redis for the tests of a file, started before them and ended after them. */
export const redisOfFile = (): { readonly url: string; readonly port: number } => {
  let redis: RedisServer | undefined
  beforeAll(async () => {
    if (missingRedis === undefined) redis = await startRedis()
  })
  afterAll(() => redis?.[Symbol.asyncDispose]())
  const running = () => {
    if (redis === undefined) throw new Error(missingRedis ?? 'the Redis of this file has not started yet')
    return redis
  }
  return {
    get url() {
      return running().url
    },
    get port() {
      return running().port
    },
  }
}
