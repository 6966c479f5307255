// Generated requests, in batches that start from the same sessions.
import { operationsOf, requestOf } from '../../requests/generate-requests.mjs'
import { prepareSessions } from '../../requests/prepare-sessions.mjs'
import { createRandom } from '../../requests/random.mjs'
import { callsOf } from './calls.mjs'

const batchSize = 500
/** The first tells of the process itself; the second lets others pass while it works, so log lines change their order. */
const neverTheSame = ['getMetrics', 'listShapes']

export const replayGenerated = async (pair, { key, seed, count }) => {
  const calls = callsOf(pair)
  calls.begin('generated')
  const [yoti, control] = [
    (await calls.call('GET', '/openapi.json')).json,
    (await calls.call('GET', '/__mock/openapi.json')).json,
  ]
  const operations = [...operationsOf(yoti, 'yoti'), ...operationsOf(control, 'control')].filter(
    ({ operation }) => !neverTheSame.includes(operation.operationId),
  )
  const operationIds = [...new Set(operations.map(({ operation }) => operation.operationId))]
  const scenarioIds = (await calls.control('GET', '/scenarios')).json.scenarios.map(({ id }) => id)
  const some = scenarioIds.filter((_, nth) => nth % 9 === 0)
  const statuses = new Map()
  for (let done = 0; done < count; done += batchSize) {
    const random = createRandom(`${seed}/${done}`)
    const context = {
      random,
      operations,
      operationIds,
      scenarioIds: some,
      receiverUrl: calls.receiverUrl,
      ...(await prepareSessions(calls)),
    }
    for (let nth = done; nth < Math.min(count, done + batchSize); nth += 1) {
      const { operationId, request } = requestOf(context, key)
      const { status } = await calls.send(request)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (operationId === 'reset') await calls.control('POST', '/notifications/hold')
    }
    for (const path of [
      '/requests',
      '/sessions?limit=1000',
      '/notifications',
      '/faults',
      '/applications',
      '/clock',
      '/defaults',
    ])
      await calls.control('GET', path)
    calls.compareReceived('of generated requests')
  }
  const spread = [...statuses].sort(([one], [other]) => one - other).map(([status, times]) => `${status}: ${times}`)
  calls.show(` [${spread.join(', ')}]`)
}
