import { toInstant } from '../base/clock.js'
import { lastInstant } from '../state/limits.js'
import { throwIfInvalid } from './known-names.js'

/** @throws YotiError PAYLOAD_VALIDATION for an instant that no clock goes to */
export const assertReachable = (property: string, at: number): void => {
  if (!(at <= lastInstant))
    throwIfInvalid([{ property, message: `goes too far: a clock goes no further than ${toInstant(lastInstant)}` }])
}
