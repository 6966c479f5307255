import { toInstant } from '../base/clock.js'
import { lastInstant } from '../state/memory/clocks.js'
import { mustBeRight } from './known-names.js'

/** @throws YotiError PAYLOAD_VALIDATION for an instant that no clock goes to */
export const mustReachInstant = (property: string, at: number): void => {
  if (!(at <= lastInstant))
    mustBeRight([{ property, message: `goes too far: a clock goes no further than ${toInstant(lastInstant)}` }])
}
