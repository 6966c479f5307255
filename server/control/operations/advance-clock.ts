import { parseDuration } from '../../base/clock.js'
import { assertReachable } from '../clock-limit.js'
import type { Operation } from '../control-operation.js'
import { throwIfInvalid } from '../known-names.js'
import { showClock } from './get-clock.js'

const message =
  'expected an ISO-8601 duration of weeks, days, hours, minutes and seconds, such as P16D or PT1H30M; months and years differ in length'

export const advanceClock: Operation<'advanceClock', 'clocks'> = async ({ request }, deps) => {
  const { by, sdkId } = request.body
  const milliseconds = parseDuration(by)
  if (milliseconds === undefined) throwIfInvalid([{ property: 'by', message: `is '${by}'; ${message}` }])
  else {
    const { now } = await deps.clocks.furthest(sdkId)
    assertReachable('by', now + milliseconds)
    await deps.clocks.change(sdkId, { advanceMs: milliseconds })
  }
  return { status: 200, body: await showClock(deps, request.body) }
}
