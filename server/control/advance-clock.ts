import { parseDuration } from '../clock.js'
import { YotiError } from '../errors.js'
import { showClock } from './get-clock.js'
import type { Operation } from './operation.js'

export const advanceClock: Operation<'advanceClock', 'clocks'> = ({ request }, deps) => {
  const { by, sdkId } = request.body
  const milliseconds = parseDuration(by)
  if (milliseconds === undefined)
    throw new YotiError('PAYLOAD_VALIDATION', {
      errors: [{ property: 'by', message: `is '${by}'; expected an ISO-8601 duration such as P16D or PT1H30M` }],
    })
  deps.clocks.advance(milliseconds, sdkId)
  return { status: 200, body: showClock(deps, request.body) }
}
