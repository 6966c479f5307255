import type { TestProject } from 'vitest/node'
import { startRedis } from './redis-server.js'

/** Starts one Redis for the suites of this project; the servers under test share it, each with its own prefix. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const redis = await startRedis()
  project.config.env = { ...project.config.env, TEST_REDIS: redis.url }
  return async () => redis[Symbol.asyncDispose]()
}
