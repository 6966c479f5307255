import { YotiError } from '../errors.js'
import type { Operation } from './operation.js'

export const setNextSession: Operation<'setNextSession', 'nextSessions' | 'catalogue'> = (
  { request },
  { nextSessions, catalogue },
) => {
  const { scenario, sdkId, times = 1 } = request.body
  if (catalogue.find(scenario) === undefined)
    throw new YotiError('PAYLOAD_VALIDATION', {
      errors: [{ property: 'scenario', message: catalogue.describeUnknown(scenario) }],
    })
  const next = { scenario, times, ...(sdkId !== undefined && { sdkId }) }
  nextSessions.add(next)
  return { status: 200, body: next }
}
