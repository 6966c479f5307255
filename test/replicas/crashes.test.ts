import { describe, expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { type Serving, serveCommand } from '../support/command.js'
import { sampled } from '../support/matrix.js'
import { openReceiver } from '../support/receiver.js'
import { missingRedis, newPrefix, redisOfFile } from '../support/replicas.js'
import {
  expectNothingLost,
  startSessionLoad,
  topicsBySession,
  untilEndsAreTold,
  withoutDuplicates,
} from '../support/session-load.js'

const redis = redisOfFile()

const [crashes = 0] = sampled([10], [2])

describe.skipIf(missingRedis !== undefined)('servers that are killed under load', () => {
  test(`lose no session, lose no notification and keep their order; each of ${crashes} ends repeats at most what was on its way`, async () => {
    await using receiver = await openReceiver()
    const prefix = newPrefix()
    const args = ['--store', redis.url, '--store-prefix', prefix, '--visits', 'manual', '--log', 'silent']
    const settings = { store: redis.url, storePrefix: prefix, visits: 'manual', maxSessions: 100_000 } as const
    await using survivor = await startMockYoti(settings)
    const start = () => serveCommand([...args, '--max-sessions', '100000'])
    let mortal: Serving = await start()
    const load = startSessionLoad(() => [survivor.url, mortal.url], receiver)
    for (let crash = 0; crash < crashes; crash++) {
      await load.untilVisited(20)
      await mortal.stop('SIGKILL')
      mortal = await start()
    }
    await load.untilVisited(20)
    await load.stop()
    const completed = await expectNothingLost(load, survivor)
    await untilEndsAreTold(completed, receiver)
    expect((await mortal.stop()).code).toBe(0)
    const sent = topicsBySession(receiver)
    const orders = completed.map((id) => withoutDuplicates(sent.get(id) ?? []).join(' '))
    expect(new Set(orders)).toEqual(new Set(['first_branch_visit session_completion']))
    // An end repeats what its server was sending: of each session at most one.
    const surplus = completed.map((id) => (sent.get(id)?.length ?? 0) - 2)
    expect(Math.max(...surplus)).toBeLessThanOrEqual(crashes)
    expect(surplus.reduce((sum, count) => sum + count, 0)).toBeLessThan(20 * crashes)
    expect(new Set(load.statuses.keys())).toEqual(new Set([0, 200, 201]))
  }, 600_000)
})
