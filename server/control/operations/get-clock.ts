import { toInstant } from '../../base/clock.js'
import type { ControlSchema } from '../../openapi/schema.js'
import type { ControlDeps, Operation } from '../control-operation.js'

/** A clock as the control API shows it: an application's, or the one that everybody shares. */
export const showClock = async (
  { clocks }: Pick<ControlDeps, 'clocks'>,
  { sdkId }: { readonly sdkId?: string },
): Promise<ControlSchema<'Clock'>> => {
  const { now, frozen } = await clocks.read(sdkId)
  return { now: toInstant(now), frozen, ...(sdkId !== undefined && { sdkId }) }
}

export const getClock: Operation<'getClock', 'clocks'> = async ({ request }, deps) => ({
  status: 200,
  body: await showClock(deps, request.query ?? {}),
})
