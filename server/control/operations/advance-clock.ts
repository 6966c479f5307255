import { parseDuration } from '../../base/clock.js'
import { mustReachInstant } from '../clock-limit.js'
import type { Operation } from '../control-operation.js'
import { mustBeRight } from '../known-names.js'
import { showClock } from './get-clock.js'

const message =
  'expected an ISO-8601 duration of weeks, days, hours, minutes and seconds, such as P16D or PT1H30M; months and years differ in length'

export const advanceClock: Operation<'advanceClock', 'clocks'> = ({ request }, deps) => {
  const { by, sdkId } = request.body
  const milliseconds = parseDuration(by)
  if (milliseconds === undefined) mustBeRight([{ property: 'by', message: `is '${by}'; ${message}` }])
  else {
    mustReachInstant('by', deps.clocks.furthest(sdkId).now + milliseconds)
    deps.clocks.advance(milliseconds, sdkId)
  }
  return { status: 200, body: showClock(deps, request.body) }
}
