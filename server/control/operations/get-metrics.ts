import type { Operation } from '../control-operation.js'
import { collectMetrics } from '../metrics/families.js'
import { metricsType, writeMetrics } from '../metrics/text-format.js'

export const getMetrics: Operation<
  'getMetrics',
  'tally' | 'events' | 'version' | 'nodeVersion' | 'processFacts' | 'sessions' | 'deliveries' | 'journal'
> = async ({ address }, deps) => {
  const scheme = address.startsWith('https:') ? 'https' : 'http'
  return {
    status: 200,
    content: { kind: 'text', type: metricsType, text: writeMetrics(await collectMetrics(deps, scheme)) },
  }
}
