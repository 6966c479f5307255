import { YotiError } from '../../base/errors.js'
import type { Catalogue } from './catalogue.js'
import type { Scenario } from './scenario.js'

/**
 * The scenario that a request names.
 * @param property where it names it
 * @throws YotiError PAYLOAD_VALIDATION that names the nearest, for one that is unknown
 */
export const getScenario = (
  id: string,
  property: string,
  catalogue: Pick<Catalogue, 'find' | 'describeUnknown'>,
): Scenario => {
  const scenario = catalogue.find(id)
  if (scenario !== undefined) return scenario
  throw new YotiError('PAYLOAD_VALIDATION', { errors: [{ property, message: catalogue.describeUnknown(id) }] })
}
