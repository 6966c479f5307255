import { YotiError } from '../base/errors.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { ControlDeps } from './control-operation.js'

/** The scenario that a body names. @throws YotiError PAYLOAD_VALIDATION that names the nearest, for one that is unknown */
export const findScenario = (id: string, { catalogue }: Pick<ControlDeps, 'catalogue'>): Scenario => {
  const scenario = catalogue.find(id)
  if (scenario !== undefined) return scenario
  throw new YotiError('PAYLOAD_VALIDATION', {
    errors: [{ property: 'scenario', message: catalogue.describeUnknown(id) }],
  })
}
