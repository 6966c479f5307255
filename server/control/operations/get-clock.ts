import { toInstant } from '../../base/clock.js'
import type { ControlSchema } from '../../openapi/schema.js'
import type { ControlDeps, Operation } from '../control-operation.js'

/** A clock as the control API shows it: an application's, or the one that everybody shares. */
export const showClock = (
  { clocks }: Pick<ControlDeps, 'clocks'>,
  { sdkId }: { readonly sdkId?: string },
): ControlSchema<'Clock'> => {
  const clock = clocks.of(sdkId)
  return { now: toInstant(clock.now()), frozen: clock.frozen, ...(sdkId !== undefined && { sdkId }) }
}

export const getClock: Operation<'getClock', 'clocks'> = ({ request }, deps) => ({
  status: 200,
  body: showClock(deps, request.query ?? {}),
})
